import NewsModel
import TextCore

/// Which of two documents that share passages was there first.
struct Precedence {
    /// What speaks for it, strongest first.
    let evidence: [Derivation.Evidence]
    /// What a whole counts that holds all of a part: parts are cut from wholes more often than wholes grow.
    private static let containmentWeight = 2.0

    /// Log-odds that the first document was there first; negative where the second was.
    let logOdds: Double
    /// 1 where the second names the first as its source and not the other way, -1 the other way.
    let credit: Int
    /// The same by times and credits alone, without what the texts themselves say.
    let firmLogOdds: Double

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
        self.credit = credit
        if credit != 0 { found.append((4 * Double(credit), .init(.credit, "one names the other as its source"))) }
        let (covered, covering) = (pair.coverage(of: second), pair.coverage(of: first))
        let difference = covered - covering
        if abs(difference) > 0.1 {
            let (small, large) = (max(covered, covering), min(covered, covering))
            found.append(
                (
                    Self.containmentWeight * difference,
                    .init(
                        .containment,
                        "\(Self.percent(small)) of the one stands in the other, \(Self.percent(large)) the other way")
                ))
        }
        firmLogOdds = found.reduce(0) { $1.evidence.kind == .containment ? $0 : $0 + $1.logOdds }
        logOdds = found.reduce(0) { $0 + $1.logOdds }
        evidence = found.sorted { abs($0.logOdds) > abs($1.logOdds) }.map(\.evidence)
    }

    static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

    /// 1 where the first was published before the second, -1 after it, 0 at the same time, nil where it is not known.
    private static func order(_ first: Analysis, _ second: Analysis) -> Int? {
        guard let a = first.document.metadata.published, let b = second.document.metadata.published else {
            return Self.dayOfYear(second).flatMap { later in dayOfYear(first).map { (later - $0).signum() } }
        }
        if let x = a.secondOfDay, let y = b.secondOfDay {
            let i = a.date.dayNumber * 86_400 + x - 60 * (a.zoneMinutes ?? 0)
            let j = b.date.dayNumber * 86_400 + y - 60 * (b.zoneMinutes ?? 0)
            return (j - i).signum()
        }
        return (b.date.dayNumber - a.date.dayNumber).signum()
    }

    /// The day that a report gives in its dateline without a year, as a number that rises through the year.
    private static func dayOfYear(_ analysis: Analysis) -> Int? {
        for time in analysis.times where time.kind == .date {
            guard let block = analysis.document.blockIndex(at: time.span.start),
                [.dateline, .byline].contains(analysis.document.blocks[block].kind)
            else { continue }
            let parts = time.value.split(separator: "-")
            if parts.count == 3, let month = Int(parts[1]), let day = Int(parts[2]) { return month * 31 + day }
        }
        return nil
    }

    /// 1 where one document credits the publisher of the other, else 0.
    private static func credits(_ one: Analysis, _ other: Analysis) -> Int {
        NamedCredit.credits(of: one, naming: other.document).isEmpty ? 0 : 1
    }
}
