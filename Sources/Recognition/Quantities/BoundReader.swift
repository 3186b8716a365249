import NewsModel
import TextCore

/// Reads ranges and bounds round measures.
///
/// - `⟦between two and five million⟧`, `⟦from 3 to 4⟧`, `⟦3-4⟧`, `⟦$3-4k⟧`, `⟦3 thousand and 4 thousand dollars⟧`,
///   `⟦five or six⟧`
/// - `⟦nearly five million⟧`, `⟦at least 20⟧`, `⟦20 or more⟧`, `⟦no more than 50 and no less than 20⟧`
/// - `rose from ⟦3⟧ to ⟦4⟧` is two values; `won ⟦3⟧-⟦1⟧` is no range.
package struct BoundReader: Sendable {
    private let bounds: BoundTable
    private let contexts: ContextWords

    /// A reader of the phrases of `bounds`.
    package init(bounds: BoundTable, contexts: ContextWords) {
        self.bounds = bounds
        self.contexts = contexts
    }

    /// The measures with their bounds, in order, not overlapping.
    ///
    /// - Complexity: O(n).
    package func bounded(_ measures: [Measure], in lexemes: Lexemes) -> [BoundedMeasure] {
        var found: [BoundedMeasure] = []
        var index = 0
        while index < measures.count {
            let floor = found.last?.lexemes.upperBound ?? 0
            var one: BoundedMeasure
            if index + 1 < measures.count,
                let range = range(measures[index], measures[index + 1], lexemes, floor: floor)
            {
                one = range
                index += 2
            } else {
                one = single(measures[index], lexemes)
                index += 1
            }
            let next = index < measures.count ? measures[index].lexemes.lowerBound : nil
            hedge(&one, lexemes, floor: floor, next: next)
            if let last = found.last, let merged = merged(last, one, lexemes) {
                found[found.count - 1] = merged
            } else {
                found.append(one)
            }
        }
        return found
    }

    /// The orders of magnitude, with their bounds: `⟦dozens⟧ of people`, `⟦up to several thousand⟧`.
    package func vague(in lexemes: Lexemes) -> [BoundedMeasure] {
        var found: [BoundedMeasure] = []
        var index = 0
        while index < lexemes.count {
            guard lexemes.items[index].kind == .word, let (range, end) = bounds.vague(lexemes, at: index) else {
                index += 1
                continue
            }
            let all = index..<end
            var one = BoundedMeasure(
                measures: [], number: lexemes.span(all), unit: nil, lexemes: all, strict: all, low: range.lowerBound,
                high: range.upperBound, bound: .vague)
            hedge(&one, lexemes, floor: found.last?.lexemes.upperBound ?? 0)
            found.append(one)
            index = max(end, one.lexemes.upperBound)
        }
        return found
    }

    private func single(_ measure: Measure, _ lexemes: Lexemes) -> BoundedMeasure {
        BoundedMeasure(
            measures: [measure], number: measure.number.span, unit: measure.unit, lexemes: measure.lexemes,
            strict: measure.lexemes, low: measure.value,
            high: measure.value, bound: .exact)
    }

    // MARK: Ranges

    private func range(
        _ first: Measure, _ second: Measure, _ lexemes: Lexemes, floor: Int
    ) -> BoundedMeasure? {
        var gap = first.lexemes.upperBound..<second.lexemes.lowerBound
        guard (1...3).contains(gap.count) else { return nil }
        var start = first.lexemes.lowerBound
        if lexemes.isWord(gap.upperBound - 1, Self.the) { gap = gap.lowerBound..<(gap.upperBound - 1) }
        if lexemes.isWord(start - 1, Self.the), start - 1 > floor { start -= 1 }
        guard gap.count == 1, let joint = joint(lexemes, at: gap.lowerBound) else { return nil }
        let hasBetween = start > floor && lexemes.isWord(start - 1, Self.between)
        let hasFrom = start > floor && lexemes.isWord(start - 1, Self.from)
        switch joint {
        case .and: guard hasBetween else { return nil }
        case .to:
            // "from $3 million in 2014 to $5 million": a year begins no range of money.
            if isChange(lexemes, before: start, hasFrom: hasFrom) || isYear(first, before: second, lexemes) {
                return nil
            }
        case .or:
            guard first.number.form == .integer, second.mantissa - first.mantissa <= 5, first.value >= 2 else {
                return nil
            }
        case .hyphen: guard isRange(first, second, lexemes, at: gap.lowerBound) else { return nil }
        }
        guard var (low, high) = ends(first, second) else { return nil }
        if first.number.form == .ordinal { (low, high) = (first.value, second.value) }
        guard low < high else { return nil }
        let opens = hasBetween || (hasFrom && joint != .or)
        let lower = opens ? start - 1 : first.lexemes.lowerBound
        let all = lower..<second.lexemes.upperBound
        return BoundedMeasure(
            measures: [first, second], number: first.number.span.union(second.number.span),
            unit: first.unit ?? second.unit, lexemes: all, strict: all, low: low, high: high, includesHigh: false,
            bound: .between, isHedged: opens)
    }

    private enum Joint { case and, to, or, hyphen }

    private func joint(_ lexemes: Lexemes, at index: Int) -> Joint? {
        guard let lexeme = lexemes[index] else { return nil }
        if lexeme.kind == .mark { return lexemes.isMark(index, "-") || lexemes.isMark(index, "~") ? .hyphen : nil }
        switch lexeme.hash {
        case Self.and: return .and
        case Self.to, Self.through, Self.till, Self.until: return .to
        case Self.or: return .or
        default: return nil
        }
    }

    /// Both ends in one unit and scale: "five to six thousand", "$3-4k"; nil where the units differ.
    private func ends(_ first: Measure, _ second: Measure) -> (Double, Double)? {
        if let one = first.unit, let other = second.unit, one.symbol != other.symbol { return nil }
        // "5 percent to 20": what follows has no unit of its own, unless the sign stood first and serves both.
        if first.unit != nil, second.unit == nil, !first.isUnitFirst { return nil }
        var low = first.value
        if first.scale == 1, second.scale > 1, low < second.mantissa { low *= second.scale }
        if first.unit == nil, let part = second.unit?.part { low *= part }
        return (low, second.value)
    }

    /// Whether a dash parts the ends of a range, not a score, a telephone number or the parts of a sentence.
    private func isRange(_ first: Measure, _ second: Measure, _ lexemes: Lexemes, at dash: Int) -> Bool {
        let after = second.lexemes.upperBound
        if lexemes.isMark(after, "-"), lexemes.isGlued(after), let next = lexemes[after + 1],
            next.kind == .numeral || next.shape == .upper
        {
            return false
        }
        // A telephone number: 234-5656.
        if first.number.isBareNumeral, second.number.isBareNumeral, first.number.span.count == 3,
            second.number.span.count == 4, !second.number.isGrouped
        {
            return false
        }
        let before = first.lexemes.lowerBound - 1
        if lexemes.isMark(before, "-"), lexemes.isGlued(before + 1) { return false }
        if first.number.isBareNumeral, second.number.isBareNumeral {
            if lexemes.text.bytes[first.number.span.start] == UInt8(ascii: "0")
                || lexemes.text.bytes[second.number.span.start] == UInt8(ascii: "0")
            {
                return first.number.form == .decimal || second.number.form == .decimal
            }
        }
        return lexemes.isGlued(dash) == lexemes.isGlued(dash + 1)
    }

    /// "rose from 3 to 4", "cut it from 3 to 4", "up 5 to 20": a change from one value to another.
    private func isChange(_ lexemes: Lexemes, before start: Int, hasFrom: Bool) -> Bool {
        let reach = hasFrom ? 8 : 2
        return (max(0, start - reach)..<start).contains { contexts.sets(lexemes, $0).contains(.change) }
    }

    private func isYear(_ first: Measure, before second: Measure, _ lexemes: Lexemes) -> Bool {
        first.unit == nil && second.unit != nil && first.number.isBareNumeral && (1800...2100).contains(first.value)
            && lexemes.isWord(first.lexemes.lowerBound - 1, Self.in)
    }

    // MARK: Bounds

    /// With the bounds round it: `⟦more than a fourfold⟧ rise`.
    package func hedged(_ one: BoundedMeasure, in lexemes: Lexemes) -> BoundedMeasure {
        var one = one
        if lexemes.isWord(one.lexemes.lowerBound - 1, Self.a),
            bounds.bound(lexemes, before: one.lexemes.lowerBound - 1, floor: 0) != nil
        {
            one.lexemes = (one.lexemes.lowerBound - 1)..<one.lexemes.upperBound
        }
        hedge(&one, lexemes, floor: 0)
        return one
    }

    /// Takes the bounds round `one`, none of them before `floor`; at `next` the next number starts.
    private func hedge(_ one: inout BoundedMeasure, _ lexemes: Lexemes, floor: Int, next: Int? = nil) {
        var start = one.lexemes.lowerBound
        if lexemes.isWord(start - 1, Self.the), one.measures.first?.number.form == .ordinal, one.bound != .between {
            // "higher than the tenth"
            if bounds.bound(lexemes, before: start - 1, floor: floor) != nil { start -= 1 }
        }
        while let (bound, from) = bounds.bound(lexemes, before: start, floor: floor),
            !isOperator(lexemes, before: from), !isPlace(lexemes, from..<start, one)
        {
            apply(bound, to: &one)
            start = from
            one.lexemes = from..<one.lexemes.upperBound
            if bound != .about { one.strict = from..<one.strict.upperBound }
        }
        if let (bound, end) = bounds.bound(lexemes, after: one.lexemes.upperBound), end != next,
            !(lexemes.isWord(end, Self.than) || (end + 1 == next && lexemes.isWord(end, Self.a)))
        {
            apply(bound, to: &one)
            one.lexemes = one.lexemes.lowerBound..<end
            if bound != .about { one.strict = one.strict.lowerBound..<end }
        }
    }

    /// "a fight over two girls", "around two corners": of a small number without a unit the words are prepositions.
    private func isPlace(_ lexemes: Lexemes, _ words: Range<Int>, _ one: BoundedMeasure) -> Bool {
        guard words.count == 1, Self.places.contains(lexemes.hashes[words.lowerBound]), one.unit == nil,
            let number = one.measures.first?.number
        else { return false }
        return number.form == .integer && number.scale == 1 && abs(number.value) < 5
            && !one.measures.contains { $0.number.value >= 5 }
    }

    private static let places = Set(
        ["over", "under", "above", "below", "around", "about"].map { StableHash.hash($0.utf8) })

    /// Whether a sign touches another: "<>" and "=>" bound nothing.
    private func isOperator(_ lexemes: Lexemes, before start: Int) -> Bool {
        guard lexemes[start]?.kind == .mark, lexemes.isGlued(start), let before = lexemes[start - 1] else {
            return false
        }
        return "<>=".utf8.contains(before.mark)
    }

    private func apply(_ bound: Amount.Bound, to one: inout BoundedMeasure) {
        one.isHedged = true
        switch bound {
        case .exact:
            if one.bound == .moreThan { (one.bound, one.includesLow) = (.atLeast, true) }
            if one.bound == .lessThan { (one.bound, one.includesHigh) = (.upTo, true) }
        case .between, .vague: break
        case .about: if one.bound == .exact { one.bound = .about }
        case .below: if one.bound == .exact || one.bound == .about { one.bound = .below }
        case .moreThan, .atLeast:
            // "more than 20 or equal", "at least 20 to 30"
            one.bound = one.bound == .moreThan || one.bound == .atLeast ? .atLeast : bound
            one.high = nil
            one.includesLow = one.bound == .atLeast
        case .upTo, .lessThan:
            one.bound = one.bound == .upTo || one.bound == .lessThan ? .upTo : bound
            one.low = nil
            one.includesHigh = one.bound == .upTo
        }
    }

    /// "more than 20 and fewer than 30", "at most 100 and at least 20": one range from two bounds.
    private func merged(_ first: BoundedMeasure, _ second: BoundedMeasure, _ lexemes: Lexemes) -> BoundedMeasure? {
        guard first.bound != .between, second.bound != .between, first.isHedged, second.isHedged,
            first.unit?.symbol == second.unit?.symbol || first.unit == nil,
            joins(lexemes, first.lexemes.upperBound..<second.strict.lowerBound)
        else { return nil }
        let (lower, upper) = first.high == nil ? (first, second) : (second, first)
        guard lower.high == nil, upper.low == nil, let low = lower.low, let high = upper.high,
            low < high || (low == high && lower.includesLow && upper.includesHigh)
        else { return nil }
        return BoundedMeasure(
            measures: first.measures + second.measures, number: first.number.union(second.number),
            unit: first.unit ?? second.unit, lexemes: first.lexemes.lowerBound..<second.lexemes.upperBound,
            strict: first.strict.lowerBound..<second.strict.upperBound, low: low, high: high,
            includesLow: lower.includesLow, includesHigh: upper.includesHigh, bound: .between, isHedged: true)
    }

    private func joins(_ lexemes: Lexemes, _ gap: Range<Int>) -> Bool {
        !gap.isEmpty && gap.count <= 2
            && gap.allSatisfy { lexemes.isMark($0, ",") || Self.conjunctions.contains(lexemes.hashes[$0]) }
    }

    private static let conjunctions = Set(["and", "but"].map { StableHash.hash($0.utf8) })
    private static let and = StableHash.hash("and".utf8)
    private static let or = StableHash.hash("or".utf8)
    private static let to = StableHash.hash("to".utf8)
    private static let through = StableHash.hash("through".utf8)
    private static let till = StableHash.hash("till".utf8)
    private static let until = StableHash.hash("until".utf8)
    private static let between = StableHash.hash("between".utf8)
    private static let from = StableHash.hash("from".utf8)
    private static let `in` = StableHash.hash("in".utf8)
    private static let the = StableHash.hash("the".utf8)
    private static let than = StableHash.hash("than".utf8)
    private static let a = StableHash.hash("a".utf8)
}

extension Measure {
    /// The number without its scale.
    fileprivate var mantissa: Double { scale == 0 ? value : value / scale }
}
