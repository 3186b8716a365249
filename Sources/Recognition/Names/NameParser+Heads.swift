import Lexicons
import NewsModel

/// Names that a head word makes: `Polish Institute of International Affairs` · `Ministry of Defence` · `Gazprom Neft
/// PJSC` · `Vostochny Cosmodrome` · `Lake Baikal` · `Battle of Stalingrad` · `Clean Air Act`.
extension NameParser {
    /// The longest name with a head word that begins at `index`.
    func headedName(at index: Int) -> FoundName? {
        guard tokens[index].word?.role != .stop else { return nil }
        let last = capitalsEnd(from: index)
        if let prefixed = prefixed(at: index, before: last) { return prefixed }
        var best: FoundName?
        for head in index..<last {
            guard let kind = headKind(head), !hidesPerson(index..<head) else { continue }
            if let complement = complementEnd(after: head + 1), head - index < 6 {
                return trimmed(FoundName(index..<complement, kind))
            }
            guard head > index, isWorthy(index..<head, head: head) else { continue }
            best = FoundName(index..<(head + 1), kind)
        }
        return best.flatMap(trimmed)
    }

    /// End of the words with capitals from `index` on, with what hyphens and ampersands join.
    private func capitalsEnd(from index: Int) -> Int {
        var next = index
        while next < end, next - index < 10 {
            if next > index, isRoleOfPerson(next) { break }
            if continuesName(next), !tokens[next].is(.possessive), next == index || !opensAfresh(next) {
                next += 1
            } else if next > index, next + 1 < end, tokens[next].is([.hyphen, .joined]),
                tokens[next + 1].is([.word, .joined])
            {
                next += 2
            } else if next > index, tokens[next].is(.comma), next + 1 < end, tokens[next + 1].word?.role == .company,
                tokens[next + 1].is(.capital)
            {
                next += 2
            } else if next > index, tokens[next].hash == NameWords.ampersand, continuesName(next + 1) {
                next += 2
            } else if next > index, tokens[next].is(.possessive), tokens[next - 1].is(.noun), continuesName(next + 1),
                tokens[next + 1].word?.role.headOf != nil
            {
                next += 2
            } else {
                break
            }
        }
        return min(next, end)
    }

    /// Whether a role and a first name begin here: "Board of Education Spokesperson Israel Butler".
    private func isRoleOfPerson(_ index: Int) -> Bool {
        let role = tokens[index].word?.role
        return (role == .role || role == .title) && index + 1 < end && tokens[index + 1].is([.firstName, .capital])
    }

    private func opensAfresh(_ index: Int) -> Bool { tokens[index].is(.opensSentence) }

    private func headKind(_ index: Int) -> Mention.Kind? {
        tokens[index].is(.capital) ? tokens[index].word?.role.headOf : nil
    }

    /// `of International Affairs`, `for Health and Human Services`: where it ends.
    private func complementEnd(after index: Int, depth: Int = 0) -> Int? {
        guard index + 1 < end, NameWords.of.contains(tokens[index].hash), !tokens[index].is(.capital) else {
            return nil
        }
        var next = index + 1
        if tokens[next].hash == NameWords.the { next += 1 }
        guard next < end, continuesName(next), !tokens[next].is(.function) else { return nil }
        var last = capitalsEnd(from: next)
        // "Health and Human Services" goes on; "Bank of England and Treasury" does not.
        if last + 1 < end, tokens[last].hash == NameWords.and, continuesName(last + 1), tokens[last + 1].isCommon,
            tokens[last - 1].isCommon, headKind(last + 1) == nil
        {
            last = capitalsEnd(from: last + 1)
        }
        if depth < 2, tokens[last - 1].isCommon, let further = complementEnd(after: last, depth: depth + 1) {
            last = further
        }
        return last
    }

    /// Whether the words before a head say more than the head alone: "Supreme Court" does, "The Court" does not.
    private func isWorthy(_ range: Range<Int>, head: Int) -> Bool {
        let words = range.filter { tokens[$0].is(.word) }
        guard let first = words.first else { return false }
        if words.allSatisfy({ tokens[$0].is(.function) || tokens[$0].word?.role == .role }) { return false }
        if range.count == 1, tokens[first].is(.opensSentence), tokens[first].isCommon { return false }
        if range.count == 1, isCountryOrAdjective(at: first), headKind(head) == .event || headKind(head) == .place {
            return headKind(head) == .event && tokens[head].word?.role == .event
        }
        return true
    }

    /// Whether a title and a first name stand in the range: "President Barack Obama Administration" hides a person.
    private func hidesPerson(_ range: Range<Int>) -> Bool {
        range.dropLast().contains { index in
            (tokens[index].word?.role == .role || tokens[index].word?.role == .title)
                && tokens[index + 1].is(.firstName)
        }
    }

    /// Without the common word that opens the sentence: "Former Goldman Sachs Group".
    private func trimmed(_ found: FoundName) -> FoundName? {
        let first = found.name.lowerBound
        let token = tokens[first]
        guard token.is(.opensSentence), token.isCommon, !token.is(.noun) else { return found }
        guard found.name.count > 2 else { return nil }
        return headedName(at: first + 1)
    }

    /// `Lake Baikal` · `Mount Paektu` · `Hurricane Katrina` · `Operation Desert Storm`.
    private func prefixed(at index: Int, before last: Int) -> FoundName? {
        guard let role = tokens[index].word?.role, index + 1 < last, tokens[index].is(.capital) else { return nil }
        guard headKind(last - 1) == nil || role == .eventPrefix else { return nil }
        switch role {
        case .placePrefix where !tokens[index + 1].isCommon && last - index <= 3 && tokens[index].frequency > 0:
            var found = FoundName(index..<last, .place)
            found.isSure = false
            return place(at: index) == nil ? found : nil
        case .eventPrefix: return FoundName(index..<last, .event)
        default: return nil
        }
    }
}
