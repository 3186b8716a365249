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
        let tolls = CountedToll.find(tree, finder)
        var all = tolls.map { toll in
            var toll = made(
                toll.number, toll.tokens.upperBound, toll.outcome, isOther: false, to: toll.tokens.lowerBound)
            toll.victims.isTotal = true
            return toll
        }
        // Words of deeds that are taken: in "2 killed, 2 others hurt" the second two are not those killed.
        var taken: Set<Int> = []
        for token in tree.tokens where !tolls.contains(where: { $0.tokens.contains(token) }) {
            if let multiple = CasualtyWords.multiples[tree.folded(token)] {
                all += self.multiple(multiple, at: token).map { [$0] } ?? []
                continue
            }
            let isAnother = tree.folded(token) == "another"
            guard let number = isAnother ? 1 : finder.number(token, tree) else { continue }
            if let found = forward(number, from: token, isOther: isAnother) {
                taken.insert(found.tokens.upperBound - 1)
                if let companion = companion(before: token) {
                    var beside = found.victims
                    (beside.head, beside.count, beside.isOther) = (companion, 1, false)
                    all.append((beside, companion..<companion + 1))
                }
                all.append(found)
            } else if !(isAnother && finder.isPersonNoun(tree.folded(token + 1))),
                let found = backward(number, from: token, taken: taken)
            {
                // "killed his wife, two sons"
                for companion in found.tokens.dropFirst().dropLast() where isListed(companion) {
                    var beside = found.victims
                    (beside.head, beside.count, beside.isOther, beside.isNumbered) = (companion, 1, false, false)
                    all.append((beside, companion..<companion + 1))
                }
                all.append(found)
            }
        }
        return all
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
            chain: nil, isDescribed: true, clause: tree.occasion(before: token))
        return (victims, min(token, end)..<max(token, end) + 1)
    }

    /// The number, whom it counts, and then what befell them.
    private func forward(
        _ number: Int, from token: Int, isOther: Bool
    ) -> (victims: Victims, tokens: Range<Int>)? {
        var isOther = isOther || ["another", "other"].contains(tree.folded(token - 1))
        var next = token + 1
        var isUnclear = false
        while next < min(tree.tokens.upperBound, token + 10) {
            let folded = tree.folded(next)
            if isOther, next == token + 1, finder.number(next, tree) != nil { return nil }
            if CasualtyWords.pursued.contains(folded) { return nil }
            // "2 men, 3 women shot": what befell those befell these.
            if folded == "," || folded == "and", next > token + 1, !isUnclear, let more = finder.number(next + 1, tree)
            {
                guard let found = forward(more, from: next + 1, isOther: isOther), !found.victims.isPart else {
                    return nil
                }
                return made(number, token, found.victims.outcome, isOther: isOther, to: next - 1)
            }
            if folded == "fatally", CasualtyWords.suffered[tree.folded(next + 1)] == nil {
                return made(number, token, .killed, isOther: isOther, isPart: true, to: next)
            }
            if let outcome = CasualtyWords.suffered[folded] {
                // "Three people shot three men" counts those who shot.
                if isUnclear || isDoing(next) { return nil }
                let isFatal = outcome != .killed && finder.isFatal(next, tree)
                var found = made(number, token, isFatal ? .killed : outcome, isOther: isOther, to: next)
                found.victims.isDoneTo = tree.folded(next + 1) == "by"
                return found
            }
            if CasualtyWords.moved.contains(folded), finder.isHospital(after: next, tree) {
                return made(number, token, .injured, isOther: isOther, to: next)
            }
            // "lost their lives"; "claimed 23 lives"
            if folded == "lost", ["life", "lives"].contains(tree.folded(next + 2)) {
                return made(number, token, .killed, isOther: isOther, to: next + 2)
            }
            if folded == "lives", next == token + 1, isTaken(before: token) {
                return made(number, token, .killed, isOther: isOther, to: next)
            }
            if let end = condition(at: next) {
                // "Five were hurt, two are in critical condition": two of the five.
                let isPart =
                    !isOther
                    && tree.tokens.prefix(while: { $0 < token }).contains {
                        finder.number($0, tree).map { $0 > number } ?? false
                    }
                var found = made(number, token, .injured, isOther: isOther, isPart: isPart, to: end)
                found.victims.isState = !(CasualtyWords.suffering + ["with"]).contains {
                    tree.folded(next).hasPrefix($0)
                }
                return found
            }
            if ["other", "others", "more"].contains(folded) {
                isOther = true
            } else if analysis.reading(ofToken: next).map({ [.noun, .properNoun].contains($0.category) }) ?? false {
                // "3 high school students": what stands before the persons.
                isUnclear = !finder.isPersonNoun(folded)
            } else if !isBetween(next) {
                return nil
            }
            next += 1
        }
        return nil
    }

    /// Whether lives are told to be taken: `claimed ⟦23 lives⟧`, `took ⟦the lives⟧ of six`, `has cost ⟦at least 40 lives⟧`.
    private func isTaken(before token: Int) -> Bool {
        (token - 4..<token).contains { place in CasualtyWords.taking.contains { tree.folded(place).hasPrefix($0) } }
    }

    /// Where words begin that say how those counted are, the last of these words: `in critical condition`, `expected to survive`,
    /// `being treated`, `with gunshot wounds`.
    private func condition(at token: Int) -> Int? {
        let near = (token + 1..<token + 5).map(tree.folded)
        switch tree.folded(token) {
        case "in":
            let isThere = near.prefix(3).contains { CasualtyWords.states.contains($0) || $0.hasPrefix("hospital") }
            return isThere ? token + 1 : nil
        case "expected":
            return near.contains { ["survive", "recover", "live"].contains($0) } ? token : nil
        case "survived", "survive", "recovering", "hospitalized", "treated": return token
        case "suffered", "sustained", "received", "suffering", "with":
            let isHurt = near.contains { CasualtyWords.wounds.contains($0) || ["wounds", "injuries"].contains($0) }
            return isHurt && !near.contains("fatal") ? token : nil
        default: return nil
        }
    }

    /// Whether a word of a deed has those whom it befalls behind it.
    private func isDoing(_ token: Int) -> Bool {
        guard analysis.reading(ofToken: token)?.category == .verb, !tree.isPassive(token) else { return false }
        return tree.children(token, [.obj]).contains { $0 > token && finder.isPerson($0, tree) }
    }

    /// Who stands beside those counted: `⟦The woman⟧ and her three children`, `⟦Teen⟧, 3 adults`, `⟦he⟧ and six others`.
    private func companion(before token: Int) -> Int? {
        let isTheirs = ["her", "his", "their", "the", "at", "least"].contains(tree.folded(token - 1))
        let joint = isTheirs ? token - 2 : token - 1
        guard joint - 1 >= tree.tokens.lowerBound, ["and", ","].contains(tree.folded(joint)) else { return nil }
        let before = joint - 1
        if ["he", "she"].contains(tree.folded(before)) { return before }
        let isPerson = finder.isPersonNoun(tree.folded(before)) || tree.folded(before) == "old"
        let isOne = finder.isSingular(before) && !(before - 3..<before).contains { finder.number($0, tree) != nil }
        // Whoever stands behind a preposition is none of them: "shot by a man, 2 hurt".
        let head = analysis.reading(ofToken: before)?.relation
        return isPerson && isOne && head != .obl && head != .nmod ? before : nil
    }

    /// Whether one person stands there in a list: before a comma or "and".
    private func isListed(_ token: Int) -> Bool {
        finder.isPersonNoun(tree.folded(token)) && finder.isSingular(token)
            && [",", "and"].contains(tree.folded(token + 1))
    }

    private func isBetween(_ token: Int) -> Bool {
        let folded = tree.folded(token)
        if CasualtyWords.passed.contains(folded) { return true }
        switch analysis.reading(ofToken: token)?.category {
        case .auxiliary?, .adverb?, .adjective?: return true
        case .noun?, .properNoun?: return finder.isPersonNoun(folded)
        default: return false
        }
    }

    /// What was done, and then the number: `killing 2`, `wounded at least three`, `hitting three women and two men`.
    private func backward(
        _ number: Int, from token: Int, taken: Set<Int>
    ) -> (victims: Victims, tokens: Range<Int>)? {
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
                if folded == "lives", !isTaken(before: before) { return nil }
                if taken.contains(before) || tree.folded(before - 1).hasPrefix("attempt") { return nil }
                let isNoun = CasualtyWords.nouns[folded] != nil || folded.hasSuffix("s")
                let isVerb =
                    (CasualtyWords.present.contains(folded) || folded.hasSuffix("ing"))
                    && tree.folded(before + 1) != "of"
                guard !isNoun || isVerb || tree.folded(before + 1) == "of" || folded == "shooting" else { return nil }
                let isFatal = outcome == .hit && finder.isFatal(before, tree)
                let killed = isFatal ? .killed : outcome
                var found = made(number, token, killed, isOther: isOther, to: before)
                found.victims.isDoneTo = !isNoun || isVerb
                return found
            }
            if CasualtyWords.moving.contains(folded), finder.isHospital(after: token, tree) {
                return made(number, token, .injured, isOther: isOther, to: before)
            }
            let isPassed =
                ["at", "least", "of", "the", "up", "to", "about", "and", ",", "as", "many", "his", "her"].contains(
                    folded)
                || analysis.reading(ofToken: before)?.category == .adverb || finder.number(before, tree) != nil
                || folded != "and" && finder.isPersonNoun(folded)
                || isWhole(before) || folded == "a" && isWhole(before + 1)
            guard isPassed else { return nil }
            before -= 1
        }
        return nil
    }

    /// Whether a word names those counted together: `killed a ⟦family⟧ of five`, `killing a ⟦total⟧ of 12`.
    private func isWhole(_ token: Int) -> Bool {
        ["family", "total"].contains(tree.folded(token)) && tree.folded(token + 1) == "of"
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
