import TextCore

/// Reads cardinals: `two hundred and fifty-three thousand`, `4.8 million`, `3 hundred and 21`, `half a dozen`,
/// `ninety - five hundred`, `nought point nought three`, `three lakh crore`.
///
/// Ends at the first word that the number so far cannot take: `three nought four` are three numbers, and
/// `3 hundred and 2 hundred` are two.
struct CardinalReader {
    let lexemes: Lexemes
    let words: NumberWords

    /// A cardinal and where it ends.
    struct Result {
        var value: Double
        var end: Int
        var form: NumberPhrase.Form
        /// What the last scale word multiplied by, where nothing follows it.
        var scale: Double
        /// The number up to the last `and` in it, after which a fraction may begin instead.
        var beforeAnd: BeforeAnd?
        /// Whether it has a numeral in it.
        var hasNumeral: Bool
    }

    /// What stands before an `and` inside a cardinal.
    struct BeforeAnd {
        var value: Double
        var scale: Double
        /// Index of the `and`.
        var end: Int
    }

    /// The longest cardinal that starts at `start` and ends at or before `limit`.
    func read(at start: Int, limit: Int = .max) -> Result? {
        var state = State()
        var index = start
        while index < min(limit, lexemes.count), let next = step(&state, at: index, start: start) {
            guard next <= limit else { break }
            index = next
            state.record(end: index)
        }
        guard var best = state.best else { return nil }
        if let (value, end) = pointPart(after: best.end, limit: limit), !best.hasNumeral || best.scale == 1 {
            best.value += value
            best.form = .decimal
            best.end = end
            if let (scale, past) = scaleWord(at: end), past <= limit {
                best.value *= scale
                best.scale = scale
                best.end = past
            }
        }
        return best
    }

    /// What has been read so far: finished groups, and the group below the next scale word.
    private struct State {
        var total = 0.0
        var group: Double?
        /// Digits of the group that are still free: 1000 at its start, 100 after "hundred", 10 after "twenty".
        var room = 1000.0
        var lastScale = Double.infinity
        var scale = 1.0
        var hasNumeral = false
        var isDecimal = false
        var beforeAnd: BeforeAnd?
        var isComplete = false
        var best: Result?

        var value: Double { total + (group ?? 0) }

        mutating func record(end: Int) {
            guard isComplete else { return }
            best = Result(
                value: value, end: end, form: isDecimal ? .decimal : .integer, scale: scale,
                beforeAnd: beforeAnd, hasNumeral: hasNumeral)
        }
    }

    /// Takes the lexeme at `index`, or with `and` or a hyphen the two from there; nil where the number ends.
    private func step(_ state: inout State, at index: Int, start: Int) -> Int? {
        if let numeral = lexemes[index]?.numeral {
            return takeNumeral(numeral, &state, at: index, start: start) ? index + 1 : nil
        }
        if lexemes.isMark(index, "-") { return hyphen(&state, at: index) }
        guard let word = words.word(lexemes, index) else { return nil }
        switch word.role {
        case .dozen where index == start:
            // "the dozen officers"
            guard lexemes.isWord(index, Self.dozen) else { return nil }
            state.group = 1
            return take(word, &state, at: index) ? index + 1 : nil
        case .article:
            guard index == start, let next = words.word(lexemes, index + 1)?.role,
                next == .hundred || next == .scale || next == .dozen
            else { return nil }
            state.group = 1
            state.isComplete = false
            return index + 1
        case .and: return and(&state, at: index)
        default: return take(word, &state, at: index) ? index + 1 : nil
        }
    }

    private func takeNumeral(_ numeral: Numeral, _ state: inout State, at index: Int, start: Int) -> Bool {
        guard state.group == nil else { return false }
        if index != start {
            // After a scale word a numeral goes on with the number only as whole units below it: 4 thousand 321.
            guard state.hasNumeral, numeral.form == .integer, numeral.value > 0, numeral.value < state.lastScale,
                state.lastScale <= 1e3 || state.lastScale == 1e5 || state.lastScale == 1e7
            else { return false }
            if let scale = scaleWord(at: index + 1), numeral.value * scale.value >= state.lastScale { return false }
        }
        state.group = numeral.value
        state.room = 0
        state.hasNumeral = true
        state.isDecimal = state.isDecimal || numeral.form == .decimal
        state.scale = 1
        state.isComplete = true
        return true
    }

    /// Takes a number word into the group; says whether it fits.
    private func take(_ word: NumberWord, _ state: inout State, at index: Int) -> Bool {
        switch word.role {
        case .zero:
            guard state.group == nil, state.total == 0 else { return false }
            state.group = 0
            state.room = 0
        case .small:
            guard state.room > word.value, state.room >= 10 else { return false }
            if state.room == 10, word.value > 9 { return false }
            state.group = (state.group ?? 0) + word.value
            state.room = 0
            state.scale = 1
        case .tens:
            guard state.room >= 100 else { return false }
            state.group = (state.group ?? 0) + word.value
            state.room = 10
            state.scale = 1
        case .hundred:
            if let group = state.group {
                guard group >= 1, group < 100 || state.hasNumeral, state.room < 1000 || state.group == 1,
                    group.truncatingRemainder(dividingBy: 100) != 0
                else { return false }
                state.group = group * 100
                state.scale = state.hasNumeral ? 100 : 1
            } else {
                guard state.total == 0, let next = words.word(lexemes, index + 1)?.role, next == .scale || next == .and
                else { return false }
                state.group = 100
            }
            state.room = 100
        case .scale:
            return takeScale(word.value, &state)
        case .dozen:
            guard let group = state.group else { return false }
            if let and = state.beforeAnd {
                state.total = and.value + (state.value - and.value) * 12
                state.group = nil
            } else {
                state.group = group * 12
            }
            state.scale = 12
            state.room = 0
            state.lastScale = 12
        default: return false
        }
        state.isComplete = true
        return true
    }

    private func takeScale(_ value: Double, _ state: inout State) -> Bool {
        if let group = state.group {
            guard value < state.lastScale else { return false }
            state.total += group * value
            state.group = nil
        } else {
            // "three lakh crore", "three thousand million": the scale multiplies all there is.
            guard state.total > 0, state.scale > 1, state.lastScale < value else { return false }
            state.total *= value
        }
        state.scale = state.scale > 1 && state.group == nil && state.lastScale < value ? state.scale * value : value
        state.lastScale = value
        state.room = 1000
        state.isComplete = true
        return true
    }

    /// `and` before something smaller than what stands there.
    private func and(_ state: inout State, at index: Int) -> Int? {
        let afterHundred = state.group != nil && state.room == 100
        let afterScale = state.group == nil && state.total > 0
        guard state.isComplete, afterHundred || afterScale else { return nil }
        var ahead = state
        ahead.beforeAnd = BeforeAnd(value: state.value, scale: state.scale, end: index)
        if let numeral = lexemes[index + 1]?.numeral {
            guard state.hasNumeral, numeral.form == .integer, numeral.value > 0 else { return nil }
            if afterHundred {
                guard numeral.value < 100, scaleWord(at: index + 2) == nil,
                    words.word(lexemes, index + 2)?.role != .hundred
                else { return nil }
                ahead.group = (state.group ?? 0) + numeral.value
                ahead.room = 0
                ahead.scale = 1
                ahead.isComplete = true
                state = ahead
                return index + 2
            }
            return takeNumeral(numeral, &ahead, at: index + 1, start: index) && commit(&state, ahead) ? index + 2 : nil
        }
        guard let word = words.word(lexemes, index + 1), take(word, &ahead, at: index + 1), ahead.value != state.value
        else { return nil }
        if state.hasNumeral, afterScale, state.lastScale > 1e3, state.lastScale != 1e5, state.lastScale != 1e7 {
            return nil
        }
        // A hundred cannot be told to follow "three hundred and two": that is another number.
        if afterHundred, words.word(lexemes, index + 2)?.role == .hundred { return nil }
        state = ahead
        return index + 2
    }

    private func commit(_ state: inout State, _ ahead: State) -> Bool {
        state = ahead
        return true
    }

    /// `fifty-two`, `fifty - two`.
    private func hyphen(_ state: inout State, at index: Int) -> Int? {
        guard let word = words.word(lexemes, index + 1), !state.hasNumeral || word.role == .scale else { return nil }
        let isGlued = lexemes.isGlued(index) && lexemes.isGlued(index + 1)
        let joinsUnits = state.room == 10 && word.role == .small && word.value < 10
        // "three-hundred", "two-million", "$2-million": only where nothing parts them.
        let joinsScale = isGlued && state.group != nil && (word.role == .hundred || word.role == .scale)
        guard joinsUnits || joinsScale, take(word, &state, at: index + 1) else { return nil }
        return index + 2
    }

    private static let dozen = StableHash.hash("dozen".utf8)

    private func scaleWord(at index: Int) -> (value: Double, end: Int)? {
        guard let word = words.word(lexemes, index), word.role == .scale else { return nil }
        return (word.value, index + 1)
    }

    /// `point seven one`, `point seventy-one`, `point nought four`.
    private func pointPart(after index: Int, limit: Int) -> (value: Double, end: Int)? {
        guard words.word(lexemes, index)?.role == .point else { return nil }
        var digits = 0
        var value = 0.0
        var unit = 0.1
        var at = index + 1
        while at < min(limit, lexemes.count), digits < 15, let word = words.word(lexemes, at),
            word.role == .zero || (word.role == .small && word.value < 10)
        {
            value += word.value * unit
            unit /= 10
            digits += 1
            at += 1
        }
        if digits > 0 { return (value, at) }
        if let whole = words.word(lexemes, index + 1), whole.role == .small || whole.role == .tens {
            var end = index + 2
            var hundredths = whole.value
            if whole.role == .tens {
                let unitAt = lexemes.isMark(end, "-") ? end + 1 : end
                if let unit = words.word(lexemes, unitAt), unit.role == .small, unit.value < 10 {
                    hundredths += unit.value
                    end = unitAt + 1
                }
            }
            return end <= limit ? (hundredths / 100, end) : nil
        }
        return nil
    }
}
