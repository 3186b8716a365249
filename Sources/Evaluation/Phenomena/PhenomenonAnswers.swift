import NewsModel
import TextCore

extension TextSpan {
    /// Share of what either has that both have.
    fileprivate func likeness(_ other: TextSpan) -> Double {
        let both = intersection(other)?.count ?? 0
        return both == 0 ? 0 : Double(both) / Double(count + other.count - both)
    }
}

/// An amount: its value with hedge and unit, and the thing counted. A counter-example is right where no amount is found.
enum FigureAnswer {
    static func answers(
        _ example: PhenomenonFile.Example, _ analysis: Analysis
    ) -> (answers: [(String, Bool)], found: String) {
        let near = analysis.quantities.filter { $0.span.overlaps(example.span) || $0.number.overlaps(example.span) }
        let best = near.max { $0.number.likeness(example.span) < $1.number.likeness(example.span) }
        if example.phenomenon == "counter" {
            return ([("counter-example", best == nil)], best.map(describe) ?? "nothing")
        }
        guard let best else { return ([("value", false)] + thing(example, nil), "nothing") }
        let isRight =
            best.amount.bound.rawValue == example.wanted["bound"]
            && agrees(best.amount, low: example.wanted["low"], high: example.wanted["high"])
            && (example.wanted["unit"].map { $0.isEmpty || $0 == best.unit } ?? true)
        return ([("value", isRight)] + thing(example, best), describe(best))
    }

    private static func describe(_ quantity: Quantity) -> String {
        "\(quantity.kind) \(quantity.amount.bound) \(quantity.amount.low ?? .nan) \(quantity.amount.high ?? .nan) "
            + "\(quantity.unit ?? "-") \(quantity.thing ?? "-")"
    }

    /// The thing counted, where the example names one: its last word.
    private static func thing(_ example: PhenomenonFile.Example, _ found: Quantity?) -> [(String, Bool)] {
        guard let wanted = example.wanted["thing"], !wanted.isEmpty else { return [] }
        return [
            (
                "thing",
                found?.thing?.split(separator: " ").last.map(String.init)
                    == wanted.split(separator: " ").last.map(String.init)
            )
        ]
    }

    /// Of an amount that is bounded on one side only that side is asked.
    private static func agrees(_ amount: Amount, low: String?, high: String?) -> Bool {
        func isNear(_ found: Double?, _ wanted: String?) -> Bool {
            guard let wanted = wanted.flatMap(Double.init) else { return true }
            guard let found else { return false }
            return abs(found - wanted) <= 0.001 * max(1, abs(wanted))
        }
        switch amount.bound {
        case .moreThan, .atLeast: return isNear(amount.low, low)
        case .below, .upTo, .lessThan: return isNear(amount.high, high)
        case .exact, .about, .between, .vague: return isNear(amount.low, low) && isNear(amount.high, high)
        }
    }
}

/// A time: its value, in the notation of TIMEX3, as it was read or as the story solved it. A counter-example is right where no
/// time is found.
enum TimeAnswer {
    static func answers(
        _ example: PhenomenonFile.Example, _ analysis: Analysis, _ solved: [SolvedTime]
    ) -> (answers: [(String, Bool)], found: String) {
        let near = analysis.times.indices.filter { analysis.times[$0].span.overlaps(example.span) }
        let best = near.max {
            analysis.times[$0].span.likeness(example.span) < analysis.times[$1].span.likeness(example.span)
        }
        let value = best.map { index in
            solved.first { $0.document == analysis.document.id && $0.time == index }?.value
                ?? analysis.times[index].value
        }
        if example.phenomenon == "counter" { return ([("counter-example", best == nil)], value ?? "nothing") }
        return ([("value", value == example.wanted["value"])], value ?? "nothing")
    }
}

/// A statement: the chain that it stands on, the kind of its innermost source, its modality and polarity.
enum StatementAnswer {
    static func answers(
        _ example: PhenomenonFile.Example, _ statements: [Statement]
    ) -> (answers: [(String, Bool)], found: String) {
        let best = statements.max { $0.citation.span.likeness(example.span) < $1.citation.span.likeness(example.span) }
        guard let best, best.citation.span.overlaps(example.span) else {
            return (["chain", "kind", "modality", "polarity"].map { ($0, false) }, "nothing")
        }
        let wanted = (example.wanted["chain"] ?? "").split(separator: " < ").map(String.init)
        // The first link is the report's own outlet.
        let chain = best.chain.dropFirst().filter { $0.kind != .author }
        let isChain = wanted.count == chain.count && zip(wanted, chain).allSatisfy { share($0, $1.name) }
        let kind = chain.last?.kind ?? .author
        return (
            [
                ("chain", isChain), ("kind", kind.rawValue == example.wanted["kind"]),
                ("modality", best.modality.rawValue == example.wanted["modality"]),
                ("polarity", best.polarity.rawValue == example.wanted["polarity"]),
            ],
            "\(best.chain.map(\.name).joined(separator: " < ")) \(kind) \(best.modality) \(best.polarity): \(best.reading)"
        )
    }

    /// Whether two names have a word in common, or one is the initials of the other ("AP").
    private static func share(_ a: String, _ b: String) -> Bool {
        func words(_ name: String) -> [String] {
            FoldedText.fold(name).split { !$0.isLetter && !$0.isNumber }.map(String.init)
                .filter { !["the", "of", "a", "an", "and"].contains($0) }
        }
        func areInitials(_ short: [String], _ long: [String]) -> Bool {
            long.count > 1 && short == [String(long.compactMap(\.first))]
        }
        let (one, other) = (words(a), words(b))
        return !Set(one).isDisjoint(with: other) || areInitials(one, other) || areInitials(other, one)
    }
}
