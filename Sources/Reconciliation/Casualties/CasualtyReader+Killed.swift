import NewsModel
import TextCore

/// How many a report says were killed.
extension CasualtyReader {
    /// Those who are told to have died, told apart.
    func dead(_ told: [Told]) -> VictimTally {
        var tally = VictimTally()
        for victims in told.flatMap(\.killed) where victims.isDescribed {
            if let profile = victims.profile { tally.add(profile) }
        }
        return tally
    }

    func killed(_ told: [Told], ownHand: Bool) -> Casualties.Count? {
        let all = told.flatMap(\.killed)
        let isSuspectDead = all.contains { $0.isSuspect && $0.count == 1 }
        // "killed three and turned the gun on himself" are four, and so are "killed three" and "police shot the gunman dead".
        func gunman(_ victims: [Victims]) -> Int {
            guard victims.contains(where: \.isDoneTo), !victims.contains(where: { $0.isSelf || $0.isSuspect }) else {
                return 0
            }
            return ownHand || isSuspectDead && victims.contains { ($0.count ?? 0) > 1 } ? 1 : 0
        }
        let stated = told.compactMap { sentence -> (number: Int, sentence: Told)? in
            var whole = sentence.killed.filter { !$0.isPart }
            // "five were shot, one of them fatally": some of those hit are all of those killed.
            if whole.isEmpty { whole = sentence.killed }
            guard whole.contains(where: { $0.isNumbered && $0.count != nil }) else { return nil }
            return (VictimTally.number(of: whole) + gunman(whole), sentence)
        }
        // "Three more died": what is added to a number counts where no number is given.
        let wholes = stated.filter { $0.sentence.killed.contains { $0.isNumbered && !$0.isOther } }
        let single = told.filter { !$0.killed.isEmpty }
        // One number far down loses against somebody of whom the beginning tells.
        let isStray =
            stated.count == 1 && stated[0].sentence.weight < 2
            && single.contains { $0.weight >= 2 && $0.killed.contains { $0.count == 1 } }
        if !isStray, let best = Self.weightiest(wholes.isEmpty ? stated : wholes) { return best }
        guard !single.isEmpty else { return nil }
        let together = single.map { VictimTally.number(of: $0.killed) + gunman($0.killed) }.max() ?? 0
        let added = single.dropFirst().flatMap(\.killed).count { $0.isOther && !$0.isNumbered && $0.count == 1 }
        let number = max(together, 1 + (together > 1 ? 0 : min(added, 3)))
        return Casualties.Count(number: number, isStated: false, citations: single.prefix(3).map(\.citation))
    }

    /// Where no sentence says who was killed, one that says that nobody was: `no one died`, `no fatalities`.
    func nobody(_ analysis: Analysis) -> Casualties.Count? {
        for sentence in analysis.sentences where analysis.document.blocks[sentence.block].kind.isArticleText {
            let words = sentence.folded(in: analysis)
            let says = words.indices.contains { at in
                let next = words[at...].dropFirst().prefix(5)
                switch words[at] {
                case "nobody", "no":
                    if next.contains("else") { return false }
                    let isNobody = words[at] == "nobody" || next.first == "one"
                    return isNobody && !CasualtyWords.dying.union(["killed"]).isDisjoint(with: next)
                        || ["fatalities", "deaths"].contains(next.first)
                default: return false
                }
            }
            if says {
                return Casualties.Count(
                    number: 0, isStated: true, citations: [Citation(analysis.document.id, sentence.span)])
            }
        }
        return nil
    }

    /// Where no sentence says who was killed, one that speaks of `a homicide`, `the murder`, `a fatal shooting`: one. Not `a murder suspect`, `wanted
    /// for murder`.
    func oneCase(_ analysis: Analysis) -> Casualties.Count? {
        for sentence in analysis.sentences.prefix(Self.opening)
        where analysis.document.blocks[sentence.block].kind.isArticleText {
            let tree = SentenceTree(sentence, analysis)
            let names = sentence.tokens.contains { token in
                if tree.folded(token) == "shooting", ["fatal", "deadly"].contains(tree.folded(token - 1)) {
                    return true
                }
                return CasualtyWords.cases.contains(tree.folded(token))
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
}
