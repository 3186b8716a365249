import NewsModel
import TextCore

/// Makes an account of a record, checking what the types of its members do not: ids, words of the vocabulary, and that
/// every citation gives the words that stand at its place. The parts are in files of their own.
struct AccountAssembler {
    let record: AccountRecord
    let path: String
    private var texts: [String: (id: DocumentID, text: SourceText)] = [:]

    init(_ record: AccountRecord, path: String) {
        self.record = record
        self.path = path
    }

    /// The account.
    func account() throws(AccountReader.Failure) -> Account {
        var assembler = self
        var analyses = try assembler.documents()
        try assembler.addLayers(to: &analyses)
        let world = try assembler.world(of: analyses)
        let ledger = try assembler.ledger(&analyses)
        let lineage = try assembler.lineage(of: analyses)
        let story = record.story
        return Account(
            story: Story(id: story.id, title: story.title, start: story.start, end: story.end),
            brief: try assembler.brief(), analyses: analyses, lineage: lineage, ledger: ledger, world: world,
            diagnostics: try assembler.diagnostics())
    }

    private func version(
        _ record: DocumentRecord.Version, in text: SourceText, _ path: String
    ) throws(AccountReader.Failure) -> DocumentVersion {
        guard let id = DocumentID(record.id) else { throw .invalid(path: path + ".id", detail: "no document id") }
        var added: [TextSpan] = []
        for place in record.added { added.append(try span(place.start, place.end, in: text, path + ".added")) }
        return DocumentVersion(
            id: id, files: record.files, title: record.title,
            time: try time(record.time, record.timePrecision, path + ".time"), retrieved: record.retrieved,
            removed: record.removed, added: added)
    }

    private mutating func documents() throws(AccountReader.Failure) -> [Analysis] {
        var analyses: [Analysis] = []
        for (index, document) in record.documents.enumerated() {
            let path = "\(path).documents[\(index)]"
            guard let id = DocumentID(document.id) else { throw .invalid(path: path + ".id", detail: "no document id") }
            guard texts[document.id] == nil else { throw .invalid(path: path + ".id", detail: "the id is used twice") }
            let text = SourceText(document.text)
            texts[document.id] = (id, text)
            var metadata = DocumentMetadata()
            metadata.outlet = document.outlet
            metadata.publisher = document.publisher
            metadata.transport = document.transport
            metadata.title = document.title
            metadata.byline = document.byline
            metadata.datelinePlace = document.dateline
            metadata.published = try time(document.published, document.publishedPrecision, path + ".published")
            metadata.updated = try time(document.updated, document.updatedPrecision, path + ".updated")
            metadata.language = document.language
            metadata.url = document.url
            var blocks: [Block] = []
            for (index, block) in document.blocks.enumerated() {
                let path = path + ".blocks[\(index)]"
                let kind: Block.Kind = try word(block.type, path + ".type")
                let span = try span(block.start, block.end, in: text, path)
                if let last = blocks.last, last.span.end > span.start {
                    throw .invalid(path: path, detail: "the blocks are not in order")
                }
                blocks.append(Block(kind, span, language: block.language))
            }
            var assembled = Document(id: id, files: document.files, text: text, metadata: metadata, blocks: blocks)
            assembled.retrieved = document.retrieved
            for (index, version) in (document.versions ?? []).enumerated() {
                assembled.versions.append(try self.version(version, in: text, path + ".versions[\(index)]"))
            }
            analyses.append(Analysis(document: assembled))
        }
        guard !analyses.isEmpty else { throw .invalid(path: path + ".documents", detail: "there is no document") }
        return analyses
    }

    private func time(
        _ iso: String?, _ precision: String, _ path: String
    ) throws(AccountReader.Failure) -> PublicationTime? {
        guard let iso else { return nil }
        guard let time = PublicationTime(iso: iso, precision: try word(precision, path + "Precision")) else {
            throw .invalid(path: path, detail: "no time in ISO 8601")
        }
        return time
    }

    private func brief() throws(AccountReader.Failure) -> [BriefItem] {
        var items: [BriefItem] = []
        for (index, item) in record.brief.enumerated() {
            let path = "\(path).brief[\(index)]"
            let section: BriefItem.Section = try word(item.section, path + ".section")
            let cited = try citations(item.citations, path, mayBeEmpty: section == .unknown)
            items.append(BriefItem(section: section, text: item.text, citations: cited))
        }
        return items
    }

    private func diagnostics() throws(AccountReader.Failure) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for (index, item) in record.diagnostics.enumerated() {
            let path = "\(path).diagnostics[\(index)]"
            let document = try item.document.map { (id) throws(AccountReader.Failure) in try self.document(id, path) }
            let cited = try item.citation.map { (cited) throws(AccountReader.Failure) in try citation(cited, path) }
            diagnostics.append(
                Diagnostic(
                    item.code, try word(item.severity, path + ".severity"), item.message, file: item.file,
                    document: document, span: cited?.span))
        }
        return diagnostics
    }

    // MARK: Checks

    /// The id of a document of the account.
    func document(_ name: String, _ path: String) throws(AccountReader.Failure) -> DocumentID {
        guard let found = texts[name] else { throw .invalid(path: path, detail: "there is no document '\(name)'") }
        return found.id
    }

    /// A value of the vocabulary.
    func word<Word: RawRepresentable<String>>(
        _ raw: String, _ path: String
    ) throws(AccountReader.Failure) -> Word {
        guard let word = Word(rawValue: raw) else {
            throw .invalid(path: path, detail: "'\(raw)' is no word of the schema")
        }
        return word
    }

    /// The number of an origin id.
    func origin(_ name: String, _ path: String) throws(AccountReader.Failure) -> OriginID {
        guard name.hasPrefix("o"), let number = Int(name.dropFirst()), number > 0, "o\(number)" == name else {
            throw .invalid(path: path, detail: "'\(name)' is no origin id")
        }
        return OriginID(number)
    }

    /// A span of scalars as a span of bytes.
    func span(_ start: Int, _ end: Int, in text: SourceText, _ path: String) throws(AccountReader.Failure) -> TextSpan {
        guard start >= 0, start <= end, end <= text.scalarOffset(of: text.count) else {
            throw .invalid(path: path, detail: "\(start) to \(end) does not lie in the text")
        }
        return TextSpan(text.byteOffset(ofScalar: start), text.byteOffset(ofScalar: end))
    }

    /// A citation whose words stand at its place.
    func citation(_ cited: AccountRecord.Citation, _ path: String) throws(AccountReader.Failure) -> Citation {
        guard let (id, text) = texts[cited.document] else {
            throw .invalid(path: path, detail: "there is no document '\(cited.document)'")
        }
        let span = try span(cited.start, cited.end, in: text, path)
        guard text.bytes[span.range].elementsEqual(cited.exact.utf8) else {
            throw .invalid(path: path, detail: "other words stand at \(cited.start) to \(cited.end)")
        }
        return Citation(id, span)
    }

    /// Citations, at least one unless `mayBeEmpty`.
    func citations(
        _ cited: [AccountRecord.Citation], _ path: String, mayBeEmpty: Bool = false
    ) throws(AccountReader.Failure) -> [Citation] {
        if cited.isEmpty && !mayBeEmpty { throw .invalid(path: path, detail: "nothing is cited") }
        var citations: [Citation] = []
        for (index, each) in cited.enumerated() { citations.append(try citation(each, "\(path).citations[\(index)]")) }
        return citations
    }

    /// A citation that must stand in one document, as its span.
    func span(
        _ cited: AccountRecord.Citation, of document: DocumentID, _ path: String
    ) throws(AccountReader.Failure) -> TextSpan {
        let citation = try citation(cited, path)
        guard citation.document == document else { throw .invalid(path: path, detail: "it stands in another document") }
        return citation.span
    }
}

extension PublicationTime {
    /// The time that a ``description`` of this precision writes, or nil where it is no such thing.
    init?(iso: String, precision: Precision) {
        let parts = iso.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        let day = parts[0].split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...3).contains(day.count), let year = day[0], !day.contains(nil),
            let date = CivilDate(year, day.count > 1 ? day[1] ?? 0 : 1, day.count > 2 ? day[2] ?? 0 : 1)
        else { return nil }
        self.init(date: date, precision: precision)
        guard parts.count == 2 else { return }
        var clock = parts[1]
        if clock.hasSuffix("Z") {
            zoneMinutes = 0
            clock = clock.dropLast()
        } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
            let zone = clock[clock.index(after: sign)...].split(separator: ":").map { Int($0) }
            guard zone.count == 2, let hours = zone[0], let minutes = zone[1], hours < 24, minutes < 60 else {
                return nil
            }
            zoneMinutes = (hours * 60 + minutes) * (clock[sign] == "-" ? -1 : 1)
            clock = clock[..<sign]
        }
        let time = clock.split(separator: ":").map { Int($0) }
        guard (2...3).contains(time.count), let hour = time[0], let minute = time[1], (0..<24).contains(hour),
            (0..<60).contains(minute)
        else { return nil }
        let second = time.count > 2 ? time[2] ?? -1 : 0
        guard (0...60).contains(second) else { return nil }
        secondOfDay = hour * 3600 + minute * 60 + second
    }
}
