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

    /// What one sentence says.
    private struct Told {
        var citation: Citation
        var weight: Double
        var killed: [Victims]
        var injured: [Victims]
        var hit: [Victims]
    }

    /// What a report says. Nothing where no reader of syntax has read it.
    public func read(_ analysis: Analysis) -> Casualties {
        guard analysis.syntax != nil else { return Casualties(killed: nil, injured: nil) }
        let told = self.told(analysis)
        let killed = killed(told) ?? oneCase(analysis)
        return Casualties(killed: killed, injured: injured(told, killed: killed))
    }

    private func told(_ analysis: Analysis) -> [Told] {
        let finder = VictimFinder(analysis, facts: facts, outcomes: outcomes)
        var place = 0
        return analysis.sentences.compactMap { sentence in
            let block = analysis.document.blocks[sentence.block]
            guard block.kind.isArticleText else { return nil }
            place += 1
            let words = Set(sentence.tokens.map { FoldedText.fold(analysis.text[analysis.tokens[$0].span]) })
            if !words.isDisjoint(with: CasualtyWords.retracted) { return nil }
            if place > 3, !words.isDisjoint(with: CasualtyWords.elsewhere) { return nil }
            if place > 3, words.isSuperset(of: ["years", "ago"]) { return nil }
            if place > 3, words.contains("year"), !words.isDisjoint(with: CasualtyWords.spans) { return nil }
            let victims = finder.victims(in: sentence)
            guard !victims.isEmpty else { return nil }
            return Told(
                citation: Citation(analysis.document.id, sentence.span), weight: place <= 4 ? 2 : 1,
                killed: victims.filter { $0.outcome == .killed }, injured: victims.filter { $0.outcome == .injured },
                hit: victims.filter { $0.outcome == .hit })
        }
    }

    // MARK: Killed

    private func killed(_ told: [Told]) -> Casualties.Count? {
        let stated = told.compactMap { sentence -> (number: Int, sentence: Told)? in
            var whole = sentence.killed.filter { !$0.isPart }
            // "five were shot, one of them fatally": some of those hit are all of those killed.
            if whole.isEmpty { whole = sentence.killed }
            guard whole.contains(where: { $0.isNumbered && $0.count != nil }) else { return nil }
            return (whole.compactMap(\.count).reduce(0, +), sentence)
        }
        if let best = Self.weightiest(stated) { return best }
        let single = told.filter { !$0.killed.isEmpty }
        guard !single.isEmpty else { return nil }
        let together = single.map { $0.killed.compactMap(\.count).reduce(0, +) }.max() ?? 0
        let added = single.dropFirst().flatMap(\.killed).count { $0.isOther && $0.count == 1 }
        let number = max(together, 1 + (together > 1 ? 0 : min(added, 3)))
        return Casualties.Count(number: number, isStated: false, citations: single.prefix(3).map(\.citation))
    }

    /// Where no sentence says who was killed, one that speaks of `a homicide`, `the murder`: one. Not `a murder suspect`, `wanted
    /// for murder`.
    private func oneCase(_ analysis: Analysis) -> Casualties.Count? {
        for sentence in analysis.sentences.prefix(Self.opening)
        where analysis.document.blocks[sentence.block].kind.isArticleText {
            let tree = SentenceTree(sentence, analysis)
            let names = sentence.tokens.contains { token in
                CasualtyWords.cases.contains(tree.folded(token))
                    && analysis.reading(ofToken: token)?.relation != .compound
                    && tree.children(token, [.det]).contains { ["a", "the", "this"].contains(tree.folded($0)) }
            }
            if names {
                return Casualties.Count(
                    number: 1, isStated: false, citations: [Citation(analysis.document.id, sentence.span)])
            }
        }
        return nil
    }

    /// Sentences at the beginning that tell of the case that the report is about.
    private static let opening = 6

    // MARK: Injured

    private func injured(_ told: [Told], killed: Casualties.Count?) -> Casualties.Count? {
        // Numbers of the injured, and of those hit beside somebody who died in the same sentence or "others".
        // "One is dead after a gunman shot five": the five are all.
        func isOccasion(_ dead: Victims, _ hit: Victims) -> Bool {
            hit.clause.map { $0 > dead.head } ?? false
        }
        let stated = told.compactMap { sentence -> (number: Int, sentence: Told)? in
            let own = sentence.injured.filter { !$0.isPart }
            // "three of the men were hurt and another taken to hospital": the others of a part make the whole.
            let hurt = own.allSatisfy(\.isOther) && !own.isEmpty ? sentence.injured : own
            let beside = sentence.hit.filter { victims in
                victims.isOther
                    || killed != nil && victims.isDescribed && victims.isNumbered && !victims.isPart
                        && sentence.killed.contains { $0.head < victims.head && !isOccasion($0, victims) }
            }
            let whole = hurt.contains(where: \.isNumbered) ? hurt : hurt + beside
            guard whole.contains(where: { $0.isNumbered && $0.count != nil }) else { return nil }
            return (whole.compactMap(\.count).reduce(0, +), sentence)
        }
        let totals = told.compactMap { sentence -> (number: Int, sentence: Told)? in
            let whole = Self.shot(sentence.hit, sentence.injured, killed)
            guard
                sentence.killed.allSatisfy({ dead in
                    dead.isPart || whole.allSatisfy { $0.head < dead.head || !$0.isDescribed }
                }),
                whole.contains(where: { $0.isNumbered && $0.count != nil })
            else { return nil }
            return (whole.compactMap(\.count).reduce(0, +), sentence)
        }
        let total = Self.weightiest(totals)
        guard let killed else {
            if let total { return total }
            return counted(told)
        }
        if let stated = Self.weightiest(stated) { return stated }
        if let total, total.number > killed.number {
            return Casualties.Count(
                number: total.number - killed.number, isStated: true, citations: total.citations + killed.citations)
        }
        return besides(told)
    }

    /// Those hit, and those hurt besides. Whoever is said to be hurt beside several who were hit is one of them:
    /// "6 shot, one critically hurt" are six.
    private static func shot(_ hit: [Victims], _ injured: [Victims], _ killed: Casualties.Count?) -> [Victims] {
        let hit = hit.filter { !$0.isPart }
        guard killed == nil else { return hit }
        let all = hit.compactMap(\.count).reduce(0, +)
        let isSeveral = all > 1 && hit.contains(where: \.isNumbered)
        return hit + injured.filter { !$0.isPart && (!isSeveral || $0.isOther || ($0.count ?? 0) > all) }
    }

    /// Persons told of one by one where nobody died.
    private func counted(_ told: [Told]) -> Casualties.Count? {
        let single = told.filter { !($0.injured + $0.hit).isEmpty }
        guard !single.isEmpty else { return nil }
        let together =
            single.map { ($0.injured + $0.hit).filter { !$0.isPart }.compactMap(\.count).reduce(0, +) }.max() ?? 0
        let added = single.flatMap { $0.injured + $0.hit }.count { $0.isOther && $0.count == 1 }
        let number = max(together, 1 + (together > 1 ? 0 : min(added, 3)))
        return Casualties.Count(number: number, isStated: false, citations: single.prefix(3).map(\.citation))
    }

    /// Persons told of one by one who were hurt beside those who died.
    private func besides(_ told: [Told]) -> Casualties.Count? {
        let dead = Set(told.flatMap(\.killed).compactMap(\.chain))
        let hurt = told.compactMap { sentence -> (number: Int, sentence: Told)? in
            let others = (sentence.injured + sentence.hit).filter { victims in
                victims.count != nil && victims.isDescribed && !(victims.chain.map(dead.contains) ?? false)
                    && (victims.isOther || !sentence.killed.isEmpty)
            }
            let number = others.compactMap(\.count).reduce(0, +)
            return number == 0 ? nil : (number, sentence)
        }
        guard let most = hurt.max(by: { $0.number < $1.number }) else { return nil }
        return Casualties.Count(number: most.number, isStated: false, citations: [most.sentence.citation])
    }

    /// The number with the most weight behind it; of two, the one given first.
    private static func weightiest(_ stated: [(number: Int, sentence: Told)]) -> Casualties.Count? {
        var weights: [Int: Double] = [:]
        for item in stated { weights[item.number, default: 0] += item.sentence.weight }
        let most = weights.values.max() ?? 0
        guard let best = stated.first(where: { weights[$0.number] == most }) else { return nil }
        return Casualties.Count(
            number: best.number, isStated: true,
            citations: stated.filter { $0.number == best.number }.prefix(3).map(\.sentence.citation))
    }
}
