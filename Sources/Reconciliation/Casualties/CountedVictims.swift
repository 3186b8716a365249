import Lexicons
import NewsModel
import TextCore

/// Finds numbers of victims by the words around them, which headlines keep where their syntax is gone.
///
/// `⟦3⟧ dead, ⟦two⟧ others injured`, `⟦four⟧ people were shot`, `killing ⟦2⟧`, `hitting ⟦three⟧ women and ⟦two⟧ men`, `left one dead
/// and ⟦another⟧ wounded`, `the shooting of ⟦15⟧ people`, `⟦two⟧ were taken to hospital`, `put ⟦three⟧ women into hospital`, `a ⟦triple⟧ homicide`; not `shot three
/// times`, `18, was shot`, `a 13-year-old`.
struct CountedVictims {
    let tree: SentenceTree
    let analysis: Analysis
    let finder: VictimFinder

    /// The numbers of a sentence, each with what befell those counted, and the tokens that say it.
    func find() -> [(victims: Victims, tokens: Range<Int>)] {
        tree.tokens.compactMap { token in
            if let multiple = CasualtyWords.multiples[tree.folded(token)] { return self.multiple(multiple, at: token) }
            let isAnother = tree.folded(token) == "another"
            guard let number = isAnother ? 1 : finder.number(token, tree) else { return nil }
            if let found = forward(number, from: token, isOther: isAnother) { return found }
            return isAnother && finder.isPersonNoun(tree.folded(token + 1)) ? nil : backward(number, from: token)
        }
    }

    private func made(
        _ number: Int, _ token: Int, _ outcome: CasualtyWords.Outcome, isOther: Bool, isPart: Bool = false, to end: Int
    ) -> (victims: Victims, tokens: Range<Int>) {
        let isPart =
            isPart
            || (max(tree.tokens.lowerBound, token - 3)..<token).contains {
                ["including", "whom"].contains(tree.folded($0))
            }
        let victims = Victims(
            head: token, outcome: outcome, count: number, isNumbered: true, isOther: isOther, isPart: isPart,
            chain: nil,
            isDescribed: true, clause: tree.occasion(before: token))
        return (victims, min(token, end)..<max(token, end) + 1)
    }

    /// The number, whom it counts, and then what befell them.
    private func forward(
        _ number: Int, from token: Int, isOther: Bool
    ) -> (victims: Victims, tokens: Range<Int>)? {
        var isOther = isOther || ["another", "other"].contains(tree.folded(token - 1))
        var next = token + 1
        while next < min(tree.tokens.upperBound, token + 10) {
            let folded = tree.folded(next)
            if isOther, next == token + 1, finder.number(next, tree) != nil { return nil }
            // "2 men, 3 women shot": what befell those befell these.
            if folded == "," || folded == "and", next > token + 1, let more = finder.number(next + 1, tree) {
                return forward(more, from: next + 1, isOther: isOther).map { found in
                    made(number, token, found.victims.outcome, isOther: isOther, to: next - 1)
                }
            }
            if folded == "fatally", CasualtyWords.suffered[tree.folded(next + 1)] == nil {
                return made(number, token, .killed, isOther: isOther, isPart: true, to: next)
            }
            if let outcome = CasualtyWords.suffered[folded] {
                let isFatal = outcome != .killed && finder.isFatal(next, tree)
                return made(number, token, isFatal ? .killed : outcome, isOther: isOther, to: next)
            }
            if CasualtyWords.moved.contains(folded), isHospital(after: next) {
                return made(number + companion(before: token), token, .injured, isOther: isOther, to: next)
            }
            if ["other", "others", "more"].contains(folded) { isOther = true } else if !isBetween(next) { return nil }
            next += 1
        }
        return nil
    }

    /// "The woman and her ⟦three⟧ children": one more.
    private func companion(before token: Int) -> Int {
        let isTheirs = ["her", "his", "their", "the"].contains(tree.folded(token - 1))
        let joint = isTheirs ? token - 2 : token - 1
        guard joint - 2 >= tree.tokens.lowerBound, tree.folded(joint) == "and",
            finder.isPersonNoun(tree.folded(joint - 1)),
            ["a", "the", "his", "her", "their"].contains(tree.folded(joint - 2))
        else { return 0 }
        return 1
    }

    private func isBetween(_ token: Int) -> Bool {
        let folded = tree.folded(token)
        if ["of", "the", "them", "whom", "which", "who", "young", "victims", "left", "later", "his", "her"].contains(
            folded)
        {
            return true
        }
        switch analysis.reading(ofToken: token)?.category {
        case .auxiliary?, .adverb?, .adjective?: return true
        case .noun?, .properNoun?: return finder.isPersonNoun(folded)
        default: return false
        }
    }

    private func isHospital(after token: Int) -> Bool {
        (token + 1..<max(token + 1, min(tree.tokens.upperBound, token + 9))).contains {
            ["hospital", "hospitals", "hospitalized", "medical", "surgery"].contains(tree.folded($0))
        }
    }

    /// What was done, and then the number: `killing 2`, `wounded at least three`, `hitting three women and two men`.
    private func backward(_ number: Int, from token: Int) -> (victims: Victims, tokens: Range<Int>)? {
        let next = tree.folded(token + 1)
        let isCounting =
            next.isEmpty || finder.isPersonNoun(next)
            || ["other", "others", "more", "people", "and", "in", "at", "of"].contains(next)
            || analysis.tokens[min(token + 1, tree.tokens.upperBound - 1)].kind == .punctuation && next != "-"
            || analysis.reading(ofToken: token + 1)?.category == .adjective
        guard isCounting else { return nil }
        let isOther = ["other", "others", "more"].contains(next) || tree.folded(token) == "another"
        var before = token - 1
        while before >= max(tree.tokens.lowerBound, token - 6) {
            let folded = tree.folded(before)
            if let outcome = CasualtyWords.doing[folded] {
                let isNoun = CasualtyWords.nouns[folded] != nil || folded.hasSuffix("s")
                let isVerb =
                    (CasualtyWords.present.contains(folded) || folded.hasSuffix("ing"))
                    && tree.folded(before + 1) != "of"
                guard !isNoun || isVerb || tree.folded(before + 1) == "of" || folded == "shooting" else { return nil }
                let isFatal = outcome == .hit && finder.isFatal(before, tree)
                let killed = isFatal ? .killed : outcome
                // "killing 2, then himself"
                let isSelf =
                    killed == .killed
                    && (token + 1..<token + 7).contains {
                        ["himself", "herself"].contains(tree.folded($0))
                    }
                return made(isSelf ? number + 1 : number, token, killed, isOther: isOther, to: before)
            }
            if CasualtyWords.moving.contains(folded), isHospital(after: token) {
                return made(number, token, .injured, isOther: isOther, to: before)
            }
            let isPassed =
                ["at", "least", "of", "the", "up", "to", "about", "and", ",", "as", "many"].contains(folded)
                || analysis.reading(ofToken: before)?.category == .adverb || finder.number(before, tree) != nil
                || folded != "and" && finder.isPersonNoun(folded)
            guard isPassed else { return nil }
            before -= 1
        }
        return nil
    }

    private func multiple(_ number: Int, at token: Int) -> (victims: Victims, tokens: Range<Int>)? {
        let next = tree.folded(token + 1) == "-" ? token + 2 : token + 1
        let outcome: CasualtyWords.Outcome
        switch tree.folded(next) {
        case "homicide", "murder", "killing", "slaying", "slayings", "murders": outcome = .killed
        case "shooting": outcome = finder.isFatal(next, tree) ? .killed : .hit
        default: return nil
        }
        var made = made(number, token, outcome, isOther: false, to: next)
        made.victims.isDescribed = false
        return made
    }
}
