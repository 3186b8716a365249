import NewsModel

/// Which of two documents that share passages was there first.
struct Precedence {
    /// What speaks for it, strongest first.
    let evidence: [Derivation.Evidence]
    /// Log-odds that the first document was there first; negative where the second was.
    let logOdds: Double

    /// Log-odds from which the direction counts as known.
    static let known = 1.0

    /// Judges a pair.
    ///
    /// - Parameters:
    ///   - first: one of the pair's documents.
    init(of first: Int, in pair: DerivedPair, story: StoryTexts) {
        let second = pair.other(than: first)
        var found: [(logOdds: Double, evidence: Derivation.Evidence)] = []
        if let order = Self.order(story.analyses[first], story.analyses[second]), order != 0 {
            found.append((2 * Double(order), .init(.time, order > 0 ? "published earlier" : "published later")))
        }
        let credit =
            Self.credits(story.analyses[second], story.analyses[first])
            - Self.credits(story.analyses[first], story.analyses[second])
        if credit != 0 { found.append((4 * Double(credit), .init(.credit, "one names the other as its source"))) }
        let (covered, covering) = (pair.coverage(of: second), pair.coverage(of: first))
        let difference = covered - covering
        if abs(difference) > 0.1 {
            let (small, large) = (max(covered, covering), min(covered, covering))
            found.append(
                (
                    2 * difference,
                    .init(
                        .containment,
                        "\(Self.percent(small)) of the one stands in the other, \(Self.percent(large)) the other way")
                ))
        }
        logOdds = found.reduce(0) { $0 + $1.logOdds }
        evidence = found.sorted { abs($0.logOdds) > abs($1.logOdds) }.map(\.evidence)
    }

    static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

    /// 1 where the first was published before the second, -1 after it, 0 at the same time, nil where it is not known.
    private static func order(_ first: Analysis, _ second: Analysis) -> Int? {
        guard let a = first.document.metadata.published, let b = second.document.metadata.published else { return nil }
        if let x = a.secondOfDay, let y = b.secondOfDay {
            let i = a.date.dayNumber * 86_400 + x - 60 * (a.zoneMinutes ?? 0)
            let j = b.date.dayNumber * 86_400 + y - 60 * (b.zoneMinutes ?? 0)
            return (j - i).signum()
        }
        return (b.date.dayNumber - a.date.dayNumber).signum()
    }

    /// 1 where one document credits the publisher of the other, else 0.
    private static func credits(_ one: Analysis, _ other: Analysis) -> Int {
        let names = NamedCredit.names(of: other.document)
        return NamedCredit.credits(of: one).contains { names.contains($0.publisher) } ? 1 : 0
    }
}
