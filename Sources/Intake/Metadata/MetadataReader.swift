import Lexicons
import NewsModel
import TextCore

/// What a typed report says of itself: title, outlet, writer, place, dates, address.
enum MetadataReader {
    /// The metadata of `typed`. Header fields go before what the lines suggest.
    static func metadata(_ text: SourceText, _ typed: BlockTyper, _ facts: WordFacts) -> DocumentMetadata {
        var metadata = DocumentMetadata()
        readFields(text, typed, into: &metadata)
        readTitle(text, typed, facts, into: &metadata)
        var addresses: [TextSpan] = []
        for (index, profile) in typed.profiles.enumerated() where typed.fields[index] == nil {
            switch typed.kinds[index] {
            case .byline:
                readDates(text, profile, into: &metadata)
                let author = BylineRules.author(text, profile)
                if metadata.byline == nil, !author.isEmpty { metadata.byline = text[author] }
                if metadata.publisher == nil { metadata.publisher = agency(text, author, facts) }
                readPosition(text, author, facts, into: &metadata)
            case .dateline:
                readDates(text, profile, into: &metadata)
                let line = DateLine(text, profile.span)
                if let first = line.rest.first, let last = line.rest.last, first.end <= last.start || first == last {
                    let name = first.union(last)
                    if let agency = agency(text, name, facts) {
                        metadata.publisher = metadata.publisher ?? agency
                    } else if metadata.outlet == nil, isOutlet(text, name, facts) {
                        metadata.outlet = text[name]
                    }
                }
            case .boilerplate where isAddress(text, profile.span): addresses.append(profile.span)
            default: break
            }
            if let dateline = typed.datelines[index], metadata.datelinePlace == nil,
                metadata.publisher == nil || dateline.place != nil
            {
                metadata.datelinePlace = dateline.place.map { text[$0] }
                metadata.publisher = metadata.publisher ?? dateline.agency
                if metadata.published == nil, let date = dateline.date {
                    metadata.published = PublicationTime(date: date, precision: .day, span: dateline.span)
                }
            }
        }
        // One address is the report's own; of several nobody knows.
        if metadata.url == nil, addresses.count == 1 { metadata.url = text[addresses[0]] }
        if let outlet = typed.outlet { readOutlet(text, typed.profiles[outlet].span, facts, into: &metadata) }
        return metadata
    }

    private static func readFields(_ text: SourceText, _ typed: BlockTyper, into metadata: inout DocumentMetadata) {
        for (_, field) in typed.fields.sorted(by: { $0.key < $1.key }) {
            let value = text[field.value]
            switch field.key {
            case .title: metadata.title = metadata.title ?? value
            case .outlet where isAddress(text, field.value): metadata.url = metadata.url ?? value
            case .outlet: metadata.outlet = metadata.outlet ?? value
            case .publisher: metadata.publisher = metadata.publisher ?? value
            case .byline: metadata.byline = metadata.byline ?? value
            case .url: metadata.url = value
            case .language: metadata.language = isLanguageTag(field.value, text) ? value : nil
            case .published:
                metadata.published = metadata.published ?? DateLine(text, field.value).published
            case .updated:
                let line = DateLine(text, field.value)
                metadata.updated = metadata.updated ?? line.updated ?? line.published
            case .other: break
            }
        }
    }

    /// The headline without markup, and without the outlet's name that pages put after a bar.
    private static func readTitle(
        _ text: SourceText, _ typed: BlockTyper, _ facts: WordFacts, into metadata: inout DocumentMetadata
    ) {
        guard metadata.title == nil, let title = typed.title else { return }
        var span = typed.profiles[title].span
        for mark in [" | ", " - ", " \u{2013} ", " \u{2014} "] {
            let needle = Array(mark.utf8)
            guard let place = index(of: needle, text, span), place > span.start else { continue }
            let name = TextSpan(place + needle.count, span.end)
            guard mark == " | " || isOutlet(text, name, facts), UnitWords(text, TextSpan(span.start, place)).count >= 3
            else { continue }
            let outlet = index(of: needle, text, name).map { TextSpan(name.start, $0) } ?? name
            if isOutlet(text, outlet, facts) { metadata.outlet = metadata.outlet ?? text[outlet] }
            span = TextSpan(span.start, place)
            break
        }
        metadata.title = MarkdownText.plain(text, span)
    }

    private static func readDates(_ text: SourceText, _ profile: UnitProfile, into metadata: inout DocumentMetadata) {
        let line = DateLine(text, profile.span)
        metadata.published = metadata.published ?? line.published
        metadata.updated = metadata.updated ?? line.updated
    }

    /// "Jane Doe, The Harbour Gazette": the outlet after the names.
    private static func readPosition(
        _ text: SourceText, _ author: TextSpan, _ facts: WordFacts, into metadata: inout DocumentMetadata
    ) {
        guard metadata.outlet == nil, let comma = text.bytes[author.range].lastIndex(of: UInt8(ascii: ",")) else {
            return
        }
        let name = text.trimmed(TextSpan(comma + 1, author.end))
        if let agency = agency(text, name, facts) {
            metadata.publisher = metadata.publisher ?? agency
        } else if UnitWords(text, name).count >= 2, isOutlet(text, name, facts) {
            metadata.outlet = text[name]
        }
    }

    private static func readOutlet(
        _ text: SourceText, _ span: TextSpan, _ facts: WordFacts, into metadata: inout DocumentMetadata
    ) {
        var span = span
        while !span.isEmpty, let (scalar, width) = UTF8Scanner.scalar(in: text.bytes, before: span.end),
            !scalar.properties.isAlphabetic, !("0"..."9").contains(scalar)
        {
            span = TextSpan(span.start, span.end - width)
        }
        guard !span.isEmpty else { return }
        let hashes = UnitWords(text, span).hashes
        if let found = facts.outlets.match(hashes, at: 0), found.value, found.words == hashes.count {
            metadata.transport = metadata.transport ?? text[span]
        } else {
            metadata.outlet = metadata.outlet ?? text[span]
        }
    }

    private static func agency(_ text: SourceText, _ span: TextSpan, _ facts: WordFacts) -> String? {
        facts.agency(UnitWords(text, span).hashes[...])
    }

    /// A short name with a word of outlets' names in it, or a domain.
    private static func isOutlet(_ text: SourceText, _ span: TextSpan, _ facts: WordFacts) -> Bool {
        let words = UnitWords(text, span)
        guard (1...10).contains(words.count) else { return false }
        let isNamed = words.hashes.indices.contains { facts.outlets.match(words.hashes, at: $0) != nil }
        let isDomain =
            !text.bytes[span.range].contains(where: ASCII.isSpace) && text.bytes[span.range].contains(UInt8(ascii: "."))
        let isCased = words.spans.allSatisfy {
            facts.isFunctionWord(words.hashes[words.spans.firstIndex(of: $0) ?? 0])
                || !ASCII.isLower(text.bytes[$0.start])
        }
        return isDomain || (isNamed && isCased)
    }

    private static func isAddress(_ text: SourceText, _ span: TextSpan) -> Bool {
        let bytes = text.bytes[span.range]
        return span.count <= 512 && !bytes.contains(where: ASCII.isSpace)
            && ["http://", "https://", "www."].contains { bytes.starts(with: $0.utf8) }
    }

    private static func isLanguageTag(_ span: TextSpan, _ text: SourceText) -> Bool {
        (2...12).contains(span.count)
            && text.bytes[span.range].allSatisfy { ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == UInt8(ascii: "-") }
    }

    private static func index(of needle: [UInt8], _ text: SourceText, _ span: TextSpan) -> Int? {
        guard span.count >= needle.count else { return nil }
        return (span.start...(span.end - needle.count)).first {
            text.bytes[$0..<($0 + needle.count)].elementsEqual(needle)
        }
    }
}
