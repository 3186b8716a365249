public import Lexicons
public import NewsModel
import TextCore

/// Reads how many people a report says were killed and injured: the number it gives, else the persons that it tells of one
/// by one.
///
/// A number that the report states wins over persons counted; of several, the one that the title, the beginning and most
/// sentences give. Whoever was hit and then died is killed and not injured; `five were shot, one fatally` is one and four.
public struct CasualtyReader: Sendable {
    private let facts: WordFacts
    private let outcomes: OutcomeWords

    /// Prepares a reader.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        facts = try WordFacts(resources: resources)
        outcomes = OutcomeWords(facts: facts)
    }

    init(facts: WordFacts, outcomes: OutcomeWords) {
        self.facts = facts
        self.outcomes = outcomes
    }

    /// What one sentence says.
    struct Told {
        var citation: Citation
        var weight: Double
        var killed: [Victims]
        var injured: [Victims]
        var hit: [Victims]
        /// Whether it seems to tell of another incident.
        var isElsewhere: Bool
    }

    /// What a report says. Nothing where no reader of syntax has read it.
    public func read(_ analysis: Analysis) -> Casualties {
        let document = analysis.document.id
        guard analysis.syntax != nil else { return Casualties(document: document, killed: nil, injured: nil) }
        var told = self.told(analysis)
        if told.contains(where: { !$0.isElsewhere }) { told.removeAll(where: \.isElsewhere) }
        if !beginsWithDeath(analysis) {
            for index in told.indices where told[index].weight < 2 { told[index].killed = [] }
        }
        let dead = dead(told)
        let killed = killed(told, ownHand: OwnHand.tells(analysis)) ?? oneCase(analysis) ?? nobody(analysis)
        return Casualties(
            document: document, killed: killed,
            injured: injured(told, killed: killed.flatMap { $0.number > 0 ? $0 : nil }, dead))
    }

    /// Whether the beginning speaks of a death at all. Where it does not, who died further down died elsewhere.
    private func beginsWithDeath(_ analysis: Analysis) -> Bool {
        let sentences = analysis.sentences.filter {
            analysis.document.blocks[$0.block].kind.isArticleText && $0.tokens.count > 4
        }
        return sentences.prefix(Self.opening + 2).contains { sentence in
            sentence.folded(in: analysis).contains { folded in
                CasualtyWords.dying.contains(folded) || CasualtyWords.deathly.contains { folded.hasPrefix($0) }
            }
        }
    }

    private func told(_ analysis: Analysis) -> [Told] {
        let finder = VictimFinder(analysis, facts: facts, outcomes: outcomes)
        var place = 0
        return analysis.sentences.compactMap { sentence in
            let block = analysis.document.blocks[sentence.block]
            guard block.kind.isArticleText else { return nil }
            place += 1
            let words = sentence.folded(in: analysis)
            if words.contains(where: CasualtyWords.retracted.contains) { return nil }
            let victims = finder.victims(in: sentence).filter { !$0.isEarlier }
            guard !victims.isEmpty else { return nil }
            return Told(
                citation: Citation(analysis.document.id, sentence.span), weight: place == 1 ? 3 : place <= 4 ? 2 : 1,
                killed: victims.filter { $0.outcome == .killed }, injured: victims.filter { $0.outcome == .injured },
                hit: victims.filter { $0.outcome == .hit },
                isElsewhere: place > 3 && isElsewhere(words, analysis))
        }
    }

    /// Whether a sentence tells of another incident by its date or says that it does: `In November 2013, one man died`,
    /// `another shooting`, `last week`, `RELATED: …`.
    private func isElsewhere(_ words: [String], _ analysis: Analysis) -> Bool {
        let all = Set(words)
        if !all.isDisjoint(with: CasualtyWords.elsewhere) || all.isSuperset(of: ["years", "ago"]) { return true }
        if all.contains("year"), !all.isDisjoint(with: CasualtyWords.spans) { return true }
        if let first = words.first, CasualtyWords.links.contains(first), words.count > 1, words[1] == ":" {
            return true
        }
        if words.first == "last", words.count > 1, ["week", "month"].contains(words[1]) { return true }
        for (word, next) in zip(words, words.dropFirst()) {
            if ["another", "other", "previous", "earlier"].contains(word),
                ["shooting", "incident", "case"].contains(next)
            {
                return true
            }
        }
        guard let year = analysis.document.metadata.published?.date.year else { return false }
        return words.contains { $0.utf8.count == 4 && Int($0).map { (1980..<year - 1).contains($0) } ?? false }
    }

    /// Sentences at the beginning that tell of the case that the report is about.
    static let opening = 6

    /// The number with the most weight behind it; of two, the one given first.
    static func weightiest(_ stated: [(number: Int, sentence: Told)]) -> Casualties.Count? {
        var weights: [Int: Double] = [:]
        for item in stated { weights[item.number, default: 0] += item.sentence.weight }
        let most = weights.values.max() ?? 0
        guard let best = stated.first(where: { weights[$0.number] == most }) else { return nil }
        return Casualties.Count(
            number: best.number, isStated: true,
            citations: stated.filter { $0.number == best.number }.prefix(3).map(\.sentence.citation))
    }
}

extension Sentence {
    /// The folded forms of its tokens.
    func folded(in analysis: Analysis) -> [String] {
        tokens.map { FoldedText.fold(analysis.text[analysis.tokens[$0].span]) }
    }
}
