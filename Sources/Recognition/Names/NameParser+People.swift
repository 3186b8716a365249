import Lexicons
import NewsModel
import TextCore

/// Persons: `Mr Markov` · `President Vladimir Putin` · `Dr. Oskar Pietrewicz` · `Kim Jong-un` · `J. Edgar Hoover` ·
/// `Ludwig van Beethoven` · `political scientist Sergei Markov` · `Markov said`.
extension NameParser {
    /// A person whose title stands before the name with a capital.
    func titledPerson(at index: Int) -> FoundName? {
        var next = index
        var sawTitle = false
        while next < end, next - index < 8,
            let match = lexicon.nameWords.match(Array(hashes[next..<min(next + 4, end)]), at: 0),
            match.value.role == .title || match.value.role == .role, tokens[next].is(.capital)
        {
            next += match.words
            sawTitle = sawTitle || match.value.role == .title
        }
        guard next > index, next < end, continuesName(next),
            tokens[next].word?.role.headOf == nil || tokens[next].is(.surname)
        else { return nil }
        guard let name = personalName(at: next) else { return nil }
        let isKnownElsewhere =
            knownPerson(at: next) == nil && (knownName(at: next) != nil || isCountryOrAdjective(at: next))
        guard !isKnownElsewhere || name.count > 1 && tokens[next].is(.firstName) else { return nil }
        guard sawTitle || isPlausible(name) || !tokens[index].is(.opensSentence) || name.count > 1 else { return nil }
        var found = FoundName(name, .person)
        found.role = roleStart(before: next)..<next
        found.tokens = (found.role?.lowerBound ?? next)..<name.upperBound
        found.key = knownPerson(at: next)?.key
        return found
    }

    /// A person without a title that is written with a capital.
    func person(at index: Int, opening: Bool) -> FoundName? {
        let first = tokens[index]
        let known = knownPerson(at: index)
        guard first.word?.role != .stop || known != nil, let name = longer(known?.name, personalName(at: index)) else {
            return nil
        }
        let isAlone = name.count == 1 && known == nil
        let roleEnd = roleEnd(before: index)
        var found = FoundName(name, .person)
        if let roleEnd {
            found.role = roleStart(before: roleEnd)..<roleEnd
            if roleEnd == index { found.tokens = (found.role?.lowerBound ?? index)..<name.upperBound }
        }
        if let known {
            found.key = known.key
            return found
        }
        if isAlone {
            if first.word?.role == .title || first.word?.role == .role { return nil }
            if memory.isPerson(first.hash), !opening {
                found.isSure = false
                return found
            }
            let isFrequent =
                first.is(.frequentFirstName)
                || first.is(.frequentSurname) && first.frequency < 42 && first.word == nil && !first.is(.allCapitals)
            if isFrequent, !first.is(.opensSentence), !first.is(.function), place(at: index) == nil {
                found.isSure = roleEnd == index
                if !found.isSure { found.role = nil }
                return found
            }
            guard !first.is(.allCapitals), !first.isCommon, first.word?.role.headOf == nil else { return nil }
            if roleEnd == index, place(at: index) == nil { return found }
            found.role = nil
            found.tokens = name
            found.isSure = false
            if isSaid(after: name.upperBound), place(at: index) == nil { return found }
            return !opening && (first.is(.firstName) || first.is(.surname)) && place(at: index) == nil ? found : nil
        }
        guard !opening || first.is(.frequentFirstName) else { return nil }
        guard roleEnd == index || isPlausible(name) else { return nil }
        return found
    }

    /// Whether the words of a name of two or more look like those of a person.
    private func isPlausible(_ name: Range<Int>) -> Bool {
        let words = name.filter { tokens[$0].is(.capital) && tokens[$0].word?.role != .suffix }.map { tokens[$0] }
        guard let first = words.first, let last = words.last, words.count > 1 else {
            return words.first.map { $0.is(.surname) || $0.is(.firstName) || $0.frequency == 0 } ?? false
        }
        if words.contains(where: { $0.is(.allCapitals) && !$0.is(.initial) && $0.span.count <= 4 && !$0.is(.surname) })
        {
            return false
        }
        if memory.isPerson(last.hash), !last.isCommon { return true }
        if hasHyphenatedName(after: name.lowerBound) { return true }
        if first.is(.firstName) {
            return !last.isCommon || last.is(.surname) || first.is(.frequentFirstName) && !last.is(.noun)
        }
        if first.is(.initial) { return !last.isCommon || last.is(.surname) }
        if first.isCommon && !first.is(.surname) { return false }
        if last.is(.surname), !last.isCommon { return words.allSatisfy { !$0.isCommon } }
        if first.is(.surname), !first.isCommon, words.allSatisfy({ !$0.isCommon }) { return true }
        return words.count <= 3 && words.allSatisfy { $0.frequency == 0 }
    }

    /// A person of known-people.tsv: under the full name, or under the surname where that suffices.
    private func knownPerson(at index: Int) -> (name: Range<Int>, key: String)? {
        guard tokens[index].is(.capital) || tokens[index].word?.role == .particle,
            let match = lexicon.knownPeople.match(window(index, lexicon.knownPeople.longest), at: 0)
        else { return nil }
        let last = tokens[index + match.words - 1]
        guard last.is(.capital) || last.is(.joined) else { return nil }
        if match.words == 1, tokens[index].is(.opensSentence), tokens[index].frequency >= 45 { return nil }
        return (index..<(index + match.words), "person:" + match.value.name)
    }

    private func longer(_ a: Range<Int>?, _ b: Range<Int>?) -> Range<Int>? {
        guard let a, let b else { return a ?? b }
        return a.count >= b.count ? a : b
    }

    /// The tokens of a person's name from `index` on: given names, initials, particles, surnames, a suffix.
    func personalName(at index: Int) -> Range<Int>? {
        guard isPersonal(index, isFirst: true) || opensWithArticle(index) else { return nil }
        var next = tokens[index].is(.capital) ? index + 1 : index + 3
        var last = next
        while next < end, next - index < 7 {
            if tokens[next].is([.hyphen, .joined]), next + 1 < end, tokens[next + 1].is([.word, .joined]) {
                next += 2
                last = next
            } else if isPersonal(next, isFirst: false) {
                next += 1
                last = next
            } else if tokens[next].word?.role == .particle, !tokens[next].is(.joined) {
                // A particle belongs to the name only where a capital follows: "van Gogh", "bin Laden", "al-Assad".
                next += 1
                if next < end, tokens[next].word?.role == .particle, !tokens[next].is(.capital) { next += 1 }
                if next < end, tokens[next].is([.hyphen, .joined]) { next += 1 }
                guard next < end, isPersonal(next, isFirst: false) else { break }
            } else if tokens[next].is(.comma), next + 1 < end, tokens[next + 1].word?.role == .suffix {
                next += 2
                last = next
            } else {
                break
            }
        }
        return index..<last
    }

    private func isPersonal(_ index: Int, isFirst: Bool) -> Bool {
        let token = tokens[index]
        guard token.is([.word, .capital]), !token.is(.model), !token.is(.possessive),
            !token.is(.function) || token.is(.initial)
        else { return false }
        guard let role = token.word?.role else {
            return token.is(.firstName) && isFirst || !isCountryOrAdjective(at: index)
        }
        switch role {
        case .stop: return token.is(.initial)
        case .suffix, .particle, .saying, .local, .direction: return true
        case .title, .role, .eventPrefix, .placePrefix: return token.is(.surname) || token.is(.firstName)
        case .organisation, .company, .facility, .place, .event, .law:
            return isFirst ? hasHyphenatedName(after: index) : token.is(.surname)
        }
    }

    /// Whether an Arabic article and a name begin here: "al-Rashid".
    private func opensWithArticle(_ index: Int) -> Bool {
        index + 2 < end && tokens[index].word?.role == .particle && tokens[index + 1].is([.hyphen, .joined])
            && tokens[index + 2].is([.word, .joined, .capital])
    }

    /// Whether a hyphenated given name follows: "Park Jong-soo".
    private func hasHyphenatedName(after index: Int) -> Bool {
        index + 3 < end && tokens[index + 1].is([.word, .capital]) && tokens[index + 2].is([.hyphen, .joined])
            && tokens[index + 3].is([.word, .joined]) && !tokens[index + 3].is(.capital)
            && !tokens[index + 1].isCommon && !tokens[index + 3].isCommon
    }

    /// Whether the verb after a name is one of persons.
    func isSaid(after index: Int) -> Bool {
        guard index < end else { return false }
        let next = tokens[index].is(.comma) ? index + 1 : index
        return next < end && !tokens[next].is(.capital) && tokens[next].word?.role == .saying
    }

    /// A person's name that ends in a head word: `Faith Hill said`, not `in Victoria Park`.
    func isPersonDespiteHead(_ found: FoundName) -> Bool {
        guard found.name.count == 2, found.kind == .place || found.kind == .facility else { return false }
        let (first, last) = (tokens[found.name.lowerBound], tokens[found.name.upperBound - 1])
        guard first.is(.frequentFirstName), last.is(.frequentSurname) else { return false }
        return memory.isPerson(last.hash) || isSaid(after: found.name.upperBound)
            || roleEnd(before: found.name.lowerBound) != nil
    }
}
