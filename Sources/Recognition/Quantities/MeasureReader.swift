import Lexicons
import TextCore

/// Puts numbers and their units together.
///
/// - `⟦152 mm⟧`, `⟦3-inch⟧`, `⟦5 feet 2 inches⟧`, `⟦188 miles an hour⟧`, `⟦20 (kg)⟧`, `⟦25 %⟧`
/// - `⟦$3.2bn⟧`, `⟦US$ 10 million⟧`, `⟦10 000 dollars⟧`, `⟦Rs 500 crore⟧`, `⟦3 dollars 50 cents⟧`, `⟦75 USD million⟧`
/// - `⟦24-year-old⟧`, `⟦ten months old⟧`, `⟦aged 61⟧`
package struct MeasureReader: Sendable {
    private let words: NumberWords
    private let units: UnitTable

    /// A reader that knows `units`.
    package init(words: NumberWords, units: UnitTable) {
        self.words = words
        self.units = units
    }

    /// The numbers with the units that belong to them, of one kind or of all; in order, not overlapping.
    ///
    /// - Complexity: O(n) in the number of numbers.
    package func measures(
        of numbers: [NumberPhrase], in lexemes: Lexemes, kinds: Set<Unit.Kind> = [.money, .measure, .share, .age]
    ) -> [Measure] {
        var found: [Measure] = []
        for number in numbers {
            let floor = found.last?.lexemes.upperBound ?? 0
            guard number.lexemes.lowerBound >= floor else { continue }
            var measure = measure(number, lexemes, kinds: kinds, floor: floor)
            if let last = found.last, let joined = joined(last, measure, lexemes) {
                measure = joined
                found.removeLast()
            }
            found.append(measure)
        }
        return found
    }

    private func measure(
        _ number: NumberPhrase, _ lexemes: Lexemes, kinds: Set<Unit.Kind>, floor: Int
    ) -> Measure {
        if kinds.contains(.age), let age = age(number, lexemes, floor: floor) { return age }
        if kinds.contains(.money), let money = money(number, lexemes, floor: floor) { return money }
        if kinds.contains(.measure) || kinds.contains(.share), let measure = unit(number, lexemes, kinds: kinds) {
            return measure
        }
        return Measure(number)
    }

    // MARK: Money

    private func money(_ number: NumberPhrase, _ lexemes: Lexemes, floor: Int) -> Measure? {
        guard number.form != .ordinal else { return nil }
        let start = number.lexemes.lowerBound
        if let sign = units.money(lexemes, before: start), sign.start >= floor {
            return prefixed(number, by: sign, lexemes)
        }
        if isDesignation(number, lexemes) { return nil }
        var measure = scaledByLetters(number, lexemes, besideMoney: false)
        var at = measure.lexemes.upperBound
        if lexemes.isMark(at, "-"), lexemes[at + 1]?.kind == .word { at += 1 }
        guard let found = units.money(lexemes, after: at) else { return nil }
        measure.unit = found.unit
        measure.value *= found.scale * found.unit.part
        measure.scale *= found.scale
        extend(&measure, to: found.end, lexemes)
        // "75 USD million"
        if number.scale == 1, let word = words.word(lexemes, found.end), word.role == .scale {
            measure.value *= word.value
            measure.scale = word.value
            extend(&measure, to: found.end + 1, lexemes)
        }
        return measure
    }

    private func prefixed(
        _ number: NumberPhrase, by sign: (unit: Unit, start: Int, scale: Double), _ lexemes: Lexemes
    ) -> Measure {
        var measure = scaledByLetters(number, lexemes, besideMoney: true)
        measure.unit = sign.unit
        measure.isUnitFirst = true
        measure.value *= sign.scale * sign.unit.part
        measure.scale *= sign.scale
        let end = measure.lexemes.upperBound
        measure.lexemes = sign.start..<end
        measure.span = lexemes.span(measure.lexemes)
        // "$ 10 dollars", "US$10 USD"
        if let again = units.money(lexemes, after: end), again.unit.symbol == sign.unit.symbol, again.unit.part == 1,
            lexemes[end]?.kind == .word
        {
            extend(&measure, to: again.end, lexemes)
        }
        return measure
    }

    /// `£4.8m`: letters that mean a scale beside money, and a unit elsewhere.
    private func scaledByLetters(_ number: NumberPhrase, _ lexemes: Lexemes, besideMoney: Bool) -> Measure {
        var measure = Measure(number)
        let end = number.lexemes.upperBound
        guard number.isBareNumeral, let suffix = words.suffix(lexemes, end), suffix.condition == .money,
            lexemes.isGlued(end), !lexemes.isGluedWord(end + 1),
            besideMoney || (units.money(lexemes, after: end + 1) != nil)
        else { return measure }
        measure.value *= suffix.value
        measure.scale = suffix.value
        extend(&measure, to: end + 1, lexemes)
        return measure
    }

    // MARK: Measures and shares

    private func unit(_ number: NumberPhrase, _ lexemes: Lexemes, kinds: Set<Unit.Kind>) -> Measure? {
        guard number.form != .ordinal, !isDesignation(number, lexemes) else { return nil }
        var at = number.lexemes.upperBound
        var close: Character?
        if lexemes.isMark(at, "-"), lexemes[at + 1]?.kind == .word, lexemes.isGlued(at) == lexemes.isGlued(at + 1) {
            at += 1
        } else if let bracket = lexemes[at], bracket.kind == .mark, let closing = Self.brackets[bracket.mark],
            lexemes.isGlued(at + 1)
        {
            at += 1
            close = closing
        }
        guard var (unit, end) = units.measure(lexemes, at: at), kinds.contains(unit.kind),
            close != nil || isUnit(unit, lexemes, at: at, end: end, number)
        else { return nil }
        if let close {
            guard lexemes.isMark(end, close), lexemes.isGlued(end) else { return nil }
            end += 1
        }
        unit = temperature(unit, lexemes, at: number.lexemes.lowerBound)
        var measure = Measure(number)
        measure.unit = unit
        extend(&measure, to: end, lexemes)
        return measure
    }

    private static let brackets: [UInt8: Character] = [
        UInt8(ascii: "("): ")", UInt8(ascii: "["): "]", UInt8(ascii: "{"): "}", UInt8(ascii: "<"): ">",
    ]

    /// Whether short letters are meant as a unit: not the "in" of "two in my car", nor the "m" of "4.8m people".
    private func isUnit(_ unit: Unit, _ lexemes: Lexemes, at index: Int, end: Int, _ number: NumberPhrase) -> Bool {
        guard end == index + 1, lexemes.items[index].kind == .word, lexemes.items[index].span.count <= 2 else {
            return true
        }
        // "24703 L-202", "two in-person interviews"
        if lexemes.isMark(end, "-"), lexemes.isGlued(end), lexemes.isGlued(end + 1), lexemes[end + 1] != nil {
            return lexemes.isGlued(index) && lexemes[end + 1]?.kind == .word
        }
        // "739 W. William Drive"
        if lexemes.isMark(end, "."), lexemes.isGlued(end), let after = lexemes[end + 1], after.shape != .lower {
            return lexemes.items[index].span.count > 1
        }
        let next = lexemes[end]
        let ends = next == nil || next?.kind == .mark
        switch unit.symbol {
        case "in": return ends || lexemes.isGlued(index) || next.map { Self.sizes.contains($0.hash) } ?? false
        case "t", "g", "m", "L", "J", "V", "W":
            // A letter by itself is a unit behind a numeral only.
            return lexemes[index - 1]?.kind == .numeral
        default: return true
        }
    }

    private static let sizes = Set(
        ["thick", "wide", "long", "tall", "deep", "high", "across", "diameter", "more", "less"].map {
            StableHash.hash($0.utf8)
        })

    /// Degrees are of temperature where the words around speak of warmth, else of an angle.
    private func temperature(_ unit: Unit, _ lexemes: Lexemes, at index: Int) -> Unit {
        guard unit.symbol == "°" else { return unit }
        let around = max(0, index - 8)..<min(lexemes.count, index + 8)
        guard around.contains(where: { Self.warmth.contains(lexemes.hashes[$0]) }) else { return unit }
        return Unit(kind: .measure, symbol: "°", name: "degree", dimension: "temperature", part: 1)
    }

    private static let warmth = Set(
        [
            "temperature", "temperatures", "thermostat", "cold", "hot", "warm", "heat", "freezing", "fever", "oven",
            "weather", "winter", "summer", "below", "frost", "minus", "boil", "boils",
        ].map { StableHash.hash($0.utf8) })

    /// `SCP-173`, `A-10`: digits that belong to a name.
    private func isDesignation(_ number: NumberPhrase, _ lexemes: Lexemes) -> Bool {
        let start = number.lexemes.lowerBound
        guard number.isBareNumeral else { return false }
        if lexemes.isGlued(start), lexemes[start - 1]?.kind == .word { return true }
        guard lexemes.isMark(start - 1, "-"), lexemes.isGlued(start), lexemes.isGlued(start - 1),
            let before = lexemes[start - 2]
        else { return false }
        return before.kind == .word || (lexemes.isGlued(start - 2) && lexemes[start - 3]?.kind == .word)
    }

    // MARK: Ages

    private func age(_ number: NumberPhrase, _ lexemes: Lexemes, floor: Int) -> Measure? {
        guard number.form == .integer || number.form == .decimal || number.form == .fraction, number.value >= 0,
            number.value < 10_000
        else { return nil }
        let end = number.lexemes.upperBound
        var at = lexemes.isMark(end, "-") ? end + 1 : end
        if let word = lexemes[at], let name = Self.ageUnits[word.hash] {
            at += 1
            if lexemes.isMark(at, "'") { at += 1 }
            if lexemes.isMark(at, "-") { at += 1 }
            if let old = lexemes[at], Self.old.contains(old.hash) { return aged(number, name, to: at + 1, lexemes) }
            if lexemes.isWord(at, Self.of), lexemes.isWord(at + 1, Self.age) {
                return aged(number, name, to: at + 2, lexemes)
            }
            return nil
        }
        if let word = lexemes[end], Self.yearsOld.contains(word.hash) {
            return aged(number, "year", to: end + 1, lexemes)
        }
        let start = number.lexemes.lowerBound
        guard number.value == number.value.rounded(), number.value <= 130 else { return nil }
        for (phrase, length) in [(Self.aged, 1), (Self.age, 1)] where start - length >= floor {
            if lexemes.isWord(start - length, phrase) {
                var measure = aged(number, "age", to: end, lexemes)
                measure.lexemes = (start - length)..<end
                measure.span = lexemes.span(measure.lexemes)
                measure.isUnitFirst = true
                return measure
            }
        }
        return nil
    }

    private func aged(_ number: NumberPhrase, _ unit: String, to end: Int, _ lexemes: Lexemes) -> Measure {
        var measure = Measure(number)
        measure.unit = Unit(
            kind: .age, symbol: unit == "age" ? "year" : unit, name: unit, dimension: "age", part: 1)
        extend(&measure, to: end, lexemes)
        return measure
    }

    private static let ageUnits: [UInt64: String] = {
        var table: [UInt64: String] = [:]
        for unit in ["year", "month", "week", "day"] {
            table[StableHash.hash(unit.utf8)] = unit
            table[StableHash.hash((unit + "s").utf8)] = unit
        }
        table[StableHash.hash("yr".utf8)] = "year"
        table[StableHash.hash("yrs".utf8)] = "year"
        return table
    }()
    private static let old = Set(["old", "olds"].map { StableHash.hash($0.utf8) })
    private static let yearsOld = Set(["yo"].map { StableHash.hash($0.utf8) })
    private static let of = StableHash.hash("of".utf8)
    private static let age = StableHash.hash("age".utf8)
    private static let aged = StableHash.hash("aged".utf8)

    // MARK: Parts

    private func extend(_ measure: inout Measure, to end: Int, _ lexemes: Lexemes) {
        measure.lexemes = measure.lexemes.lowerBound..<end
        measure.span = lexemes.span(measure.lexemes)
    }

    /// `5 feet 2 inches`, `thirteen dollars and forty-five cents`, `15 dollars 50`: a whole and its smaller part.
    private func joined(_ whole: Measure, _ part: Measure, _ lexemes: Lexemes) -> Measure? {
        guard let unit = whole.unit, whole.scale == 1, part.scale == 1, part.number.form == .integer,
            whole.value == whole.value.rounded()
        else { return nil }
        let gap = whole.lexemes.upperBound..<part.lexemes.lowerBound
        let isNear = gap.isEmpty || (gap.count == 1 && words.word(lexemes, gap.lowerBound)?.role == .and)
        guard isNear else { return nil }
        let share: Double
        switch (unit.symbol, part.unit?.symbol) {
        case ("ft", "in"): share = part.value / 12
        case ("lb", "oz"): share = part.value / 16
        case ("st", "lb"): share = part.value / 14
        default:
            guard unit.kind == .money, unit.part == 1 else { return nil }
            if let smaller = part.unit {
                guard smaller.symbol == unit.symbol, smaller.part < 1, !part.isUnitFirst else { return nil }
                share = part.value
            } else {
                // "15 dollars and 50": cents without their name, at the end of what is said.
                let next = lexemes[part.lexemes.upperBound]
                guard part.value < 100, !part.number.needsUnit, next == nil || next?.kind == .mark, !whole.isUnitFirst
                else { return nil }
                share = part.value / 100
            }
        }
        var joined = whole
        joined.value += share
        extend(&joined, to: part.lexemes.upperBound, lexemes)
        return joined
    }
}
