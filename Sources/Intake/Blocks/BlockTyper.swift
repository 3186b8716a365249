import Lexicons
import NewsModel
import TextCore

/// Says of every unit of a layout what it is to the report.
///
/// In the order of certainty: what the marks of the format say; lines known by what they say; the headline and the lines
/// around it; the text with its headings and the links that were pasted into it; the writer's biography at the end.
struct BlockTyper {
    private let text: SourceText
    private let facts: WordFacts
    private let phrases: PhraseRules
    let profiles: [UnitProfile]
    /// What each unit is; none is left open.
    private(set) var kinds: [Block.Kind?]
    /// Units that begin with a dateline.
    private(set) var datelines: [Int: Dateline] = [:]
    /// Units that end with a credit.
    private(set) var credits: [Int: ImageCredit] = [:]
    /// Units that are header fields.
    private(set) var fields: [Int: HeaderField] = [:]
    /// The words of the headline.
    private var headline: [UInt64] = []
    /// Units that only point at another report, which then follows.
    private var pointers: Set<Int> = []
    /// Units that open a list of links.
    private var lists: Set<Int> = []
    /// The unit that is the headline.
    private(set) var title: Int?
    /// The unit that names the outlet.
    private(set) var outlet: Int?

    /// Types the units of `layout`.
    ///
    /// - Complexity: O(n).
    init(_ text: SourceText, _ layout: Layout, _ facts: WordFacts, _ phrases: PhraseRules) {
        self.text = text
        self.facts = facts
        self.phrases = phrases
        profiles = UnitSplitter.split(text, layout.units).map { UnitProfile(text, $0, facts) }
        kinds = Array(repeating: nil, count: profiles.count)
        readFields(layout)
        for index in profiles.indices where kinds[index] == nil { kinds[index] = obvious(index) }
        let body = bodyStart()
        typeHeader(upTo: body)
        typeBody(from: body)
        typeBiography()
    }

    // MARK: What is plain

    private mutating func readFields(_ layout: Layout) {
        let found = layout.fields.isEmpty ? HeaderFields.leading(text, layout.units) : layout.fields
        var starts: [Int: HeaderField] = [:]
        for field in found { starts[field.span.start] = field }
        for (index, profile) in profiles.enumerated() {
            guard let field = starts[profile.span.start] else { continue }
            fields[index] = field
            switch field.key {
            case .title: kinds[index] = .title
            case .byline: kinds[index] = .byline
            case .published, .updated: kinds[index] = .dateline
            case .outlet, .publisher, .url, .language, .other: kinds[index] = .boilerplate
            }
        }
    }

    private mutating func obvious(_ index: Int) -> Block.Kind? {
        let profile = profiles[index]
        switch profile.unit.mark {
        case .furniture: return .boilerplate
        case .image: return .caption
        case .quote: return .quote
        case .heading, .listItem, nil: break
        }
        if isPostSignature(profile) { return .credit }
        if profile.words.count <= 20 {
            let line = DateLine(text, profile.span)
            if line.isDateLine, line.rest.allSatisfy(isCapital) || !profile.hasVerb {
                return BylineRules.isByline(text, profile, facts) ? .byline : .dateline
            }
        }
        if isCounter(profile) { return .boilerplate }
        if isNumberedPicture(profile) { return .caption }
        if isAddress(profile) { return .boilerplate }
        if let match = phrases.match(text, profile) {
            if match.kind == .pointer, match.isWhole { pointers.insert(index) }
            if match.kind == .related { lists.insert(index) }
            if match.kind == .caption { credits[index] = ImageCredit(text, profile, facts) }
            return match.kind.block
        }
        if BylineRules.isByline(text, profile, facts) { return .byline }
        if let credit = ImageCredit(text, profile, facts) {
            if credit.span.start == profile.span.start { return .credit }
            credits[index] = credit
            if credit.isImage { return .caption }
        }
        return nil
    }

    private func isCapital(_ word: TextSpan) -> Bool {
        !UTF8Scanner.scalar(in: text.bytes, at: word.start).scalar.properties.isLowercase
    }

    /// Figures and marks and nothing else, or a place in a row of pictures: "Image 3 of 5", "1 / 5", "60.17 24.94".
    private func isCounter(_ profile: UnitProfile) -> Bool {
        guard !profile.words.isCut, profile.words.count <= 12 else { return false }
        return zip(profile.words.spans, profile.words.hashes).allSatisfy { span, hash in
            span.count == 1 || ASCII.isDigit(text.bytes[span.start]) || Self.counted.contains(hash)
        }
    }

    /// "Image 3 of 5 The ferry in the harbour": the text of a picture in a row.
    private func isNumberedPicture(_ profile: UnitProfile) -> Bool {
        let words = profile.words
        guard words.count > 4, words.count <= 120, Self.counted.contains(words.hashes[0]) else { return false }
        return ASCII.isDigit(text.bytes[words.spans[1].start]) && Self.counted.contains(words.hashes[2])
            && ASCII.isDigit(text.bytes[words.spans[3].start])
    }

    private static let counted = Set(["image", "photo", "slide", "page", "picture", "of"].map { WordHash.of($0) })

    /// An address and nothing else.
    private func isAddress(_ profile: UnitProfile) -> Bool {
        let bytes = text.bytes[profile.span.range]
        guard profile.span.count <= 512, !bytes.contains(where: ASCII.isSpace) else { return false }
        return ["http://", "https://", "www."].contains { bytes.starts(with: $0.utf8) }
    }

    /// "— Jane Doe (@janedoe) July 14, 2018": who wrote the post above.
    private func isPostSignature(_ profile: UnitProfile) -> Bool {
        guard profile.words.count <= 20, text.bytes[profile.span.start] == 0xE2 else { return false }
        let bytes = text.bytes[profile.span.range]
        guard let at = bytes.firstIndex(of: UInt8(ascii: "@")), at > profile.span.start else { return false }
        return bytes[at - 1] == UInt8(ascii: "(")
    }

    // MARK: The top

    /// Index of the first unit of running text.
    private mutating func bodyStart() -> Int {
        var fallback: Int?
        for (index, profile) in profiles.enumerated() where kinds[index] == nil && profile.unit.mark == nil {
            if let dateline = Dateline(text, profile, isLead: true, facts) {
                datelines[index] = dateline
                return index
            }
            if isRepeated(index) { continue }
            if profile.isProse { return index }
            if fallback == nil, index > 0, profile.endsSentence { fallback = index }
            if index > 60 { break }
        }
        return fallback ?? profiles.count
    }

    private mutating func typeHeader(upTo body: Int) {
        let open = profiles.indices.prefix(body).filter { kinds[$0] == nil }
        let candidates = open.filter { !isOutlet($0) }
        let prose = profiles.indices.filter { $0 >= body && kinds[$0] == nil && profiles[$0].isProse }.prefix(6)
        if fields.values.contains(where: { $0.key == .title }) {
            title = fields.filter { $0.value.key == .title }.keys.min()
        } else {
            title = TitleFinder.title(profiles, candidates: candidates, body: Array(prose)) { candidate in
                (candidate + 1..<max(body, candidate + 1)).contains {
                    kinds[$0] == .byline || kinds[$0] == .dateline
                } || datelines[body] != nil
            }
        }
        if let title {
            kinds[title] = .title
            headline = fields[title].map { UnitWords(text, $0.value).hashes } ?? profiles[title].words.hashes
        }
        let header = (0..<body).last { kinds[$0] == .byline || kinds[$0] == .dateline }
        for index in open where kinds[index] == nil {
            let profile = profiles[index]
            if title != nil, isRepetition(index) {
                kinds[index] = .title
            } else if isOutlet(index) {
                if outlet == nil { outlet = index }
                kinds[index] = .boilerplate
            } else if BylineRules.isNameLine(text, profile, facts), title.map({ $0 < index }) == true {
                kinds[index] = index > 0 && kinds[index - 1] == .caption ? .credit : .byline
            } else if isPosition(index) {
                kinds[index] = .byline
            } else if title == nil || index < title! {
                // A text of one long line may end with no mark, and so may sentences that are all there is.
                let isText =
                    profile.endsSentence || profile.words.count > 40
                    || title == nil && profile.hasVerb && profile.words.count >= 16
                kinds[index] = isText ? .paragraph : .boilerplate
            } else if let header, index < header {
                kinds[index] = .standfirst
            } else if profile.endsSentence, profile.unit.mark == nil {
                kinds[index] = .paragraph
            } else {
                kinds[index] = profile.hasVerb || profile.words.count >= 7 ? .standfirst : nil
            }
        }
    }

    /// Whether the same words stand again close by, as only headlines do.
    private func isRepeated(_ index: Int) -> Bool {
        let words = profiles[index].words
        guard (3...40).contains(words.count) else { return false }
        let near = profiles[max(0, index - 6)..<min(profiles.count, index + 7)]
        return near.count { $0.words.hashes == words.hashes } > 1
    }

    /// Whether the unit says the headline again, without the outlet's name that may stand after it.
    private func isRepetition(_ index: Int) -> Bool {
        let words = profiles[index].words.hashes
        return words == headline || (words.count >= 4 && headline.starts(with: words))
    }

    /// A short line whose words are those of an outlet's name, or a domain.
    private func isOutlet(_ index: Int) -> Bool {
        let profile = profiles[index]
        let words = profile.words
        guard (1...6).contains(words.count), profile.finalMark == nil, !profile.hasVerb, profile.unit.mark == nil else {
            return false
        }
        let bytes = text.bytes[profile.span.range]
        if words.count <= 5, bytes.suffix(3).elementsEqual("\u{2022}".utf8) { return true }
        if words.count <= 3, bytes.contains(UInt8(ascii: ".")), !bytes.contains(where: ASCII.isSpace) { return true }
        guard profile.capitals == 1 else { return false }
        return facts.agency(words.hashes[...]) != nil
            || words.hashes.indices.contains { facts.outlets.match(words.hashes, at: $0) != nil }
    }

    /// "Staff Writer", "Political Correspondent": a line under a byline.
    private func isPosition(_ index: Int) -> Bool {
        let profile = profiles[index]
        return index > 0 && kinds[index - 1] == .byline && (1...5).contains(profile.words.count)
            && profile.capitals == 1 && !profile.endsSentence && !profile.hasVerb
    }

    // MARK: The text

    private mutating func typeBody(from body: Int) {
        let open = profiles.indices.filter { kinds[$0] == nil }
        let candidates = open.filter { isShortLine($0) }
        let prose = open.filter { !isShortLine($0) }
        var counts: [[UInt64]: Int] = [:]
        for index in candidates { counts[profiles[index].words.hashes, default: 0] += 1 }
        let judge = HeadingJudge(profiles, prose: prose, candidates: candidates)
        var next = 0
        var inList = false
        let lastProse = prose.last { profiles[$0].isProse } ?? prose.last ?? -1
        for index in profiles.indices {
            while next < prose.count, prose[next] <= index { next += 1 }
            if lists.contains(index) { inList = true }
            guard kinds[index] == nil else { continue }
            let profile = profiles[index]
            if profile.isProse || datelines[index] != nil { inList = false }
            let isPointed = index > 0 && pointers.contains(index - 1)
            if let credit = credits[index], isShortLine(index) {
                let isSignOff = index >= lastProse && !credit.isImage && profileEnds(before: credit, profile)
                kinds[index] = isSignOff ? .paragraph : .caption
            } else if inList || (isPointed && isShortLine(index)) {
                kinds[index] = .relatedLink
            } else if !isShortLine(index) {
                kinds[index] = .paragraph
                if index != body, let dateline = Dateline(text, profile, isLead: false, facts) {
                    datelines[index] = dateline
                }
                if let credit = credits[index], index < lastProse || !profileEnds(before: credit, profile) {
                    kinds[index] = .caption
                }
            } else if let title, isRepetition(index), index <= title + 4 {
                kinds[index] = .title
            } else if !profile.isUpper, (counts[profile.words.hashes] ?? 0) > 1 {
                kinds[index] = profile.words.count >= 4 ? .relatedLink : .boilerplate
            } else if judge.isHeading(index, following: prose[next...]) {
                kinds[index] = .heading
            } else {
                kinds[index] = profile.words.count >= 4 || index < lastProse ? .relatedLink : .boilerplate
            }
        }
        for index in profiles.indices.dropFirst() where kinds[index] == .credit {
            switch kinds[index - 1] {
            case .paragraph, .standfirst, .relatedLink, .heading: break
            default: continue
            }
            if isPostSignature(profiles[index]) {
                kinds[index - 1] = .quote
            } else if kinds[index - 1] != .heading, CaptionCues.describesPicture(text, profiles[index - 1]) {
                kinds[index - 1] = .caption
                // Galleries give a caption twice, shortened and in full.
                if index > 1, profiles[index - 2].words.hashes.prefix(8) == profiles[index - 1].words.hashes.prefix(8) {
                    kinds[index - 2] = .caption
                }
            }
        }
    }

    /// Whether the sentence before a credit in brackets is ended: a sign-off, not a caption's.
    private func profileEnds(before credit: ImageCredit, _ profile: UnitProfile) -> Bool {
        Sentences.ends(text, text.trimmed(TextSpan(profile.span.start, credit.span.start)))
    }

    /// A short line that ends no sentence: a heading, or somebody else's headline.
    private func isShortLine(_ index: Int) -> Bool {
        let profile = profiles[index]
        if case .heading = profile.unit.mark { return true }
        guard datelines[index] == nil, profile.unit.mark == nil, (1...24).contains(profile.words.count),
            profile.span.count <= 200, !profile.startsSmall
        else { return false }
        if profile.words.count > 8, Self.continuing.contains(profile.words.hashes[0]) { return false }
        switch profile.finalMark {
        case ".", "\u{2026}": return false
        case nil: break
        case "?":
            let most = profile.opensQuestion ? 16 : 8
            if profile.words.count > most || Self.continuing.contains(profile.words.hashes[0]) { return false }
        default: if profile.words.count > 10 || profile.capitals < 0.3 { return false }
        }
        let last = text.bytes[profile.span.end - 1]
        if last == UInt8(ascii: ":") { return profile.isUpper || (profile.words.count <= 2 && !profile.hasVerb) }
        // An item of a list: "…; and".
        if last == UInt8(ascii: ",") || text.bytes[profile.span.range].suffix(6).contains(UInt8(ascii: ";")) {
            return false
        }
        // A dash opens speech.
        let first = UTF8Scanner.scalar(in: text.bytes, at: profile.span.start).scalar
        return !(0x2010...0x2015).contains(first.value)
    }

    /// Words that begin a sentence of the running text.
    private static let continuing = Set(["and", "but", "or", "so", "then", "yet"].map { WordHash.of($0) })

    private mutating func typeBiography() {
        var byline: Set<UInt64> = []
        var bylineEnd: Int?
        for index in profiles.indices.prefix(40) where kinds[index] == .byline {
            byline.formUnion(profiles[index].words.hashes.filter { !facts.isFunctionWord($0) })
            bylineEnd = index
        }
        let article = profiles.indices.filter { kinds[$0]?.isArticleText == true }
        var told: Set<UInt64> = []
        for index in article.dropLast(3) { told.formUnion(profiles[index].words.hashes) }
        for index in article.reversed() {
            guard index > 0, kinds[index] == .paragraph || kinds[index] == .standfirst,
                BiographyRules.isBiography(
                    text, profiles[index], byline: byline, isMentioned: told.contains, facts)
            else { break }
            kinds[index] = .biography
        }
        if let bylineEnd, bylineEnd + 1 < profiles.count,
            kinds[bylineEnd + 1] == .paragraph || kinds[bylineEnd + 1] == .standfirst,
            BiographyRules.isBiography(
                text, profiles[bylineEnd + 1], byline: byline, isMentioned: { _ in true }, facts)
        {
            kinds[bylineEnd + 1] = .biography
        }
    }
}
