import NewsModel
import TextCore

/// An outlet as a document names it.
struct OutletName {
    /// How it is named.
    enum Form {
        /// A name of `outlets.tsv`.
        case listed
        /// A name that only its words show to be an outlet's: `Kronika News`, `the daily Kronika`.
        case shaped
        /// No name: `local media`, `press reports`.
        case unnamed
        /// `the agency`, for one that was named before.
        case anaphor
    }

    /// The words of the name, "The" included where it is one of them.
    var tokens: Range<Int>
    /// The name, tidied.
    var name: String
    var kind: SourceKind
    var form: Form
}

/// Finds the names of news agencies and outlets: those of the table, and those that nobody listed.
///
/// - listed: ⟦Reuters⟧ · ⟦The Guardian⟧ · ⟦Al Jazeera⟧
/// - by their last word: ⟦Kronika News⟧ · ⟦The Harbour Post⟧ · the ⟦Euxine Press⟧
/// - by a word beside them: the agency ⟦Kronika⟧ · the daily ⟦Kronika⟧ · ⟦Kronika⟧ news agency
/// - without a name: ⟦local media⟧ · ⟦press reports⟧
/// - not: Michael Bloomberg · Times Square · the Sun rose · the Environmental Protection Agency
struct OutletNames {
    let tagged: TaggedText
    let lexicon: OutletLexicon
    let kinds: SourceKinds
    /// Whether a token belongs to what somebody else says: a quotation.
    let isBarrier: (Int) -> Bool

    /// The longest name that is looked for, in tokens.
    private static let longest = 7

    /// The names in `range`, in order, none overlapping another.
    ///
    /// - Complexity: O(`range.count`).
    func names(in range: Range<Int>) -> [OutletName] {
        var found: [OutletName] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if !isBarrier(index), let name = name(at: index, in: range) {
                found.append(name)
                index = name.tokens.upperBound
            } else if isCapital(index), !isBarrier(index) {
                // Past the run, so that its tail is not taken for a name of its own; but "Sunday Reuters" holds one.
                index += 1
            } else {
                index += 1
            }
        }
        return found
    }

    private func name(at index: Int, in range: Range<Int>) -> OutletName? {
        listed(at: index, in: range) ?? shaped(at: index, in: range) ?? unnamed(at: index, in: range)
            ?? anaphor(at: index, in: range)
    }

    // MARK: Listed names

    private func listed(at index: Int, in range: Range<Int>) -> OutletName? {
        guard let (entry, length) = lexicon.name(at: index, tagged.hashes), index + length <= range.upperBound,
            tagged.tokens[index].shape != .lower || isLowerName(index, entry)
        else { return nil }
        if entry.isUpper, (index..<index + length).contains(where: { tagged.tokens[$0].shape == .title }) { return nil }
        let end = index + length
        let hasArticle =
            index > range.lowerBound && Self.the.contains(tagged.hashes[index - 1])
            || Self.the.contains(tagged.hashes[index])
        if entry.needsArticle, !hasArticle, !isMedium(end), index == range.lowerBound || !isMedium(index - 1) {
            return nil
        }
        // "Face The Nation" is no paper.
        if entry.needsArticle, index > range.lowerBound, isCapital(index - 1), tagged.tags[index - 1].isName,
            Self.the.contains(tagged.hashes[index])
        {
            return nil
        }
        // "the Varna Telegraph" is another paper than "the Telegraph".
        if length == 1, index > range.lowerBound, isCapital(index - 1), tagged.tags[index - 1].isName,
            lexicon.role(tagged.hashes[index]).contains(.tail), !isBarrier(index - 1),
            kinds.mention(at: index - 1)?.kind != .nationality
        {
            return nil
        }
        // "Michael Bloomberg", "Mr Bloomberg".
        if let mention = kinds.mention(at: index), mention.kind == .person { return nil }
        // "the Times Square blast", "Reuters Group", "Fox News Center": another name begins so.
        if end < range.upperBound, isCapital(end), tagged.tags[end].isName, !isBarrier(end), length == 1,
            let mention = kinds.mention(at: end), mention.kind != .person, mention.kind != .nationality,
            mention.span.start < tagged.tokens[end].span.start
                || kinds.mention(at: index)?.span == mention.span && entry.needsArticle
        {
            return nil
        }
        if entry.needsArticle, end < range.upperBound, isCapital(end), !isMedium(end) { return nil }
        return OutletName(
            tokens: withArticle(index..<end, in: range), name: entry.name, kind: entry.kind, form: .listed)
    }

    /// "dpa", "taz": written small by choice.
    private func isLowerName(_ index: Int, _ entry: OutletLexicon.Entry) -> Bool {
        entry.name == tagged.string(index) && tagged.string(index).utf8.count >= 3
    }

    /// A capital "The" inside a sentence belongs to the name.
    private func withArticle(_ name: Range<Int>, in range: Range<Int>) -> Range<Int> {
        let before = name.lowerBound - 1
        guard before > range.lowerBound, Self.the.contains(tagged.hashes[before]), tagged.tokens[before].shape == .title
        else { return name }
        return before..<name.upperBound
    }

    // MARK: Names that nobody listed

    private func shaped(at index: Int, in range: Range<Int>) -> OutletName? {
        if let beside = besideMedium(at: index, in: range) { return beside }
        guard isCapital(index), index == range.lowerBound || !isCapital(index - 1) || isOpener(index - 1, range),
            tagged.tags[index].isNoun || tagged.tags[index].isAdjective || Self.the.contains(tagged.hashes[index])
        else { return nil }
        let run = capitals(from: index, in: range)
        guard let last = run.last, !run.contains(where: { $0 > index && listed(at: $0, in: range) != nil }) else {
            return nil
        }
        let words = run.filter { !Self.the.contains(tagged.hashes[$0]) }
        let isTailed =
            words.count >= 2 && !Self.university.contains(tagged.hashes[last - 1])
            && lexicon.role(tagged.hashes[last]).contains(.tail)
            || words.count >= 3 && lexicon.isTailPair(tagged.hashes[last - 1], tagged.hashes[last])
        let isFollowed =
            followingMedium(run.upperBound, in: range) && (1...4).contains(words.count) && !isPlace(run.upperBound - 1)
        let isSite = run.count == 1 && isSiteName(index)
        guard isTailed || isFollowed || isSite, !isPerson(run) else { return nil }
        return OutletName(
            tokens: run, name: tidied(run, in: range),
            kind: isFollowed && isAgency(run.upperBound) || isAgencyName(run) ? .agency : .outlet, form: .shaped)
    }

    /// `the agency ⟦Kronika⟧` · `the opposition daily ⟦Kronika⟧`.
    private func besideMedium(at index: Int, in range: Range<Int>) -> OutletName? {
        guard isCapital(index), index > range.lowerBound, tagged.tokens[index - 1].shape == .lower else { return nil }
        let before = lexicon.role(tagged.hashes[index - 1])
        guard before.contains(.medium) || before.contains(.agency) && isNewsAgency(index - 1, in: range) else {
            return nil
        }
        let run = capitals(from: index, in: range)
        guard !run.isEmpty, run.count <= 5, run.count == 1 || !isPerson(run) else { return nil }
        if isPlace(index) { return nil }
        return OutletName(
            tokens: run, name: tidied(run, in: range), kind: before.contains(.agency) ? .agency : .outlet,
            form: .shaped)
    }

    /// `⟦Kronika⟧ news agency` · `⟦Kronika⟧ newspaper`.
    private func followingMedium(_ index: Int, in range: Range<Int>) -> Bool {
        guard index < range.upperBound, tagged.tokens[index].shape == .lower, !isBarrier(index) else { return false }
        let role = lexicon.role(tagged.hashes[index])
        if role.contains(.medium) { return true }
        return role.contains(.agencyPrefix) && isAgency(index)
    }

    private func isAgency(_ index: Int) -> Bool {
        index + 1 < tagged.hashes.count && lexicon.role(tagged.hashes[index]).contains(.agencyPrefix)
            && lexicon.role(tagged.hashes[index + 1]).contains(.agency)
    }

    private func isNewsAgency(_ index: Int, in range: Range<Int>) -> Bool {
        guard index > range.lowerBound else { return false }
        return Self.the.contains(tagged.hashes[index - 1])
            || lexicon.role(tagged.hashes[index - 1]).contains(.agencyPrefix)
    }

    private func isAgencyName(_ run: Range<Int>) -> Bool {
        run.contains { lexicon.role(tagged.hashes[$0]).contains(.agency) || Self.wires.contains(tagged.hashes[$0]) }
    }

    /// `Example.com`: a site's address used as its name.
    private func isSiteName(_ index: Int) -> Bool {
        let word = tagged.string(index)
        guard word.utf8.count <= 40, let dot = word.lastIndex(of: "."), dot != word.startIndex else { return false }
        let end = word[word.index(after: dot)...]
        return (2...4).contains(end.count) && end.allSatisfy { $0.isASCII && $0.isLowercase }
            && !word.contains("@") && !word.contains("/")
    }

    /// The run of words with capitals that begins at `index`, small words within it.
    private func capitals(from index: Int, in range: Range<Int>) -> Range<Int> {
        var end = index
        while end < range.upperBound, end < index + Self.longest, !isBarrier(end) {
            if isCapital(end), tagged.tokens[end].kind == .word {
                end += 1
            } else if end > index, end + 1 < range.upperBound, isCapital(end + 1), !isBarrier(end + 1),
                Self.links.contains(tagged.hashes[end]) || isHyphen(end)
            {
                end += 2
            } else if end > index, tagged.tokens[end].kind == .number, tagged.tokens[end].span.count <= 2 {
                end += 1
            } else {
                break
            }
        }
        return index..<min(end, range.upperBound)
    }

    private func isHyphen(_ index: Int) -> Bool {
        tagged.first(index) == "-" && !tagged.hasGap(before: index) && !tagged.hasGap(after: index)
    }

    /// Whether a word only begins its sentence with a capital: "Meanwhile Kronika News".
    private func isOpener(_ index: Int, _ range: Range<Int>) -> Bool {
        index == range.lowerBound && !tagged.tags[index].isNoun && !tagged.tags[index].isAdjective
            && !Self.the.contains(tagged.hashes[index])
    }

    private func isPlace(_ index: Int) -> Bool {
        guard let mention = kinds.mention(at: index) else { return false }
        return mention.kind == .place || mention.kind == .geopoliticalEntity || mention.kind == .nationality
    }

    private func isPerson(_ run: Range<Int>) -> Bool {
        if run.count == 2, lexicon.isPersonName(tagged.hashes[run.lowerBound], tagged.hashes[run.upperBound - 1]) {
            return true
        }
        guard let mention = kinds.mention(at: run.upperBound - 1) else { return false }
        return mention.kind == .person && mention.form == .name
    }

    // MARK: Without a name

    private func unnamed(at index: Int, in range: Range<Int>) -> OutletName? {
        let role = lexicon.role(tagged.hashes[index])
        let isMedia = role.contains(.plural)
        let isReports = role.contains(.pluralReport)
        guard isMedia || isReports, index > range.lowerBound, tagged.tokens[index].shape == .lower else { return nil }
        var start = index
        while start > range.lowerBound, start > index - 4, !isBarrier(start - 1),
            tagged.tags[start - 1].isAdjective || tagged.tags[start - 1].isNoun
        { start -= 1 }
        guard start < index else { return nil }
        let modifiers = start..<index
        if isReports {
            guard lexicon.role(tagged.hashes[index - 1]).contains(.mediaPrefix) else { return nil }
        } else if role.contains(.agency), !lexicon.role(tagged.hashes[index - 1]).contains(.mediaPrefix) {
            return nil
        } else if modifiers.contains(where: { Self.social.contains(tagged.hashes[$0]) }) {
            return nil
        }
        return OutletName(
            tokens: start..<index + 1, name: tagged.text[tagged.span(start..<index + 1)], kind: .unnamed,
            form: .unnamed)
    }

    /// `the agency`, `the newspaper`: which one, the caller knows.
    private func anaphor(at index: Int, in range: Range<Int>) -> OutletName? {
        guard Self.definite.contains(tagged.hashes[index]), index + 1 < range.upperBound else { return nil }
        var head = index + 1
        if lexicon.role(tagged.hashes[head]).contains(.agencyPrefix), head + 1 < range.upperBound { head += 1 }
        let role = lexicon.role(tagged.hashes[head])
        guard role.contains(.medium) || role.contains(.agency), tagged.tokens[head].shape == .lower else { return nil }
        let next = head + 1
        if next < range.upperBound, !isBarrier(next),
            isCapital(next) || tagged.tags[next] == .noun || tagged.tags[next] == .nouns
        {
            // A verb that was taken for a noun is one: "the agency reports".
            guard !isCapital(next), tagged.tags[next] == .nouns else { return nil }
        }
        return OutletName(
            tokens: index..<head + 1, name: "", kind: role.contains(.agency) ? .agency : .outlet, form: .anaphor)
    }

    // MARK: Words

    /// Whether no table lists a name.
    func isUnlisted(_ name: String) -> Bool { !lexicon.isListed(name) }

    private func tidied(_ run: Range<Int>, in range: Range<Int>) -> String {
        var start = run.lowerBound
        // "The" at the head of a sentence may be no part of the name.
        if run.count > 1, start == range.lowerBound, Self.the.contains(tagged.hashes[start]) { start += 1 }
        return tagged.text[tagged.span(start..<run.upperBound)].split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }

    private func isCapital(_ index: Int) -> Bool { tagged.isCapitalised(index) }

    private func isMedium(_ index: Int) -> Bool {
        guard tagged.hashes.indices.contains(index) else { return false }
        let role = lexicon.role(tagged.hashes[index])
        return role.contains(.medium) || role.contains(.journalist)
    }

    private static let the = WordSet("the")
    private static let definite = WordSet("the")
    private static let links = WordSet("of the de la del della du & das der di al")
    private static let university = WordSet("university academic business")
    private static let wires = WordSet("newswire wire telegraphic")
    private static let social = WordSet("social mass electronic new digital storage")
}
