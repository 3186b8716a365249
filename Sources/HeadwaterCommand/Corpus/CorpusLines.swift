import FoundationEssentials
import Headwater
import Intake
import Lineage
import NewsModel
import TextCore

/// Reads the lines of a corpus.
struct CorpusLineReader: Sendable {
    let reader: DocumentReader

    private struct Line: Decodable {
        var id: String
        var text: String
        var title: String?
        var outlet: String?
        var published: String?
        var url: String?
    }

    /// The document of a line; nil where the line is none.
    func entry(_ bytes: [UInt8], number: Int) -> CorpusRun.Entry? {
        guard let line = try? JSONDecoder().decode(Line.self, from: Data(bytes)), !line.text.isEmpty else { return nil }
        let raw = Array(line.text.utf8)
        let text = SourceText(line.text)
        let read = reader.read(RawItem(name: line.id, format: .plainText, bytes: raw)).document
        // Offsets must be those of the text that was given: where reading mended it, its lines are its paragraphs.
        let isSame = read?.text.bytes == text.bytes
        let plain = LineIndex(text).lines.map { text.trimmed($0) }.filter { !$0.isEmpty }.map { Block(.paragraph, $0) }
        var metadata = (isSame ? read?.metadata : nil) ?? DocumentMetadata()
        metadata.title = line.title ?? metadata.title
        metadata.outlet = line.outlet ?? metadata.outlet
        metadata.url = line.url ?? metadata.url
        metadata.published = line.published.flatMap(Self.time) ?? metadata.published
        return CorpusRun.Entry(
            id: line.id,
            document: Document(
                id: DocumentID(hashing: Array("\(number) \(line.id)\n".utf8) + raw), files: [line.id], text: text,
                metadata: metadata, blocks: (isSame ? read?.blocks : nil) ?? plain))
    }

    /// An ISO 8601 date, with or without a time of day and a zone.
    private static func time(_ text: String) -> PublicationTime? {
        let parts = text.split { "TZ: +-.".contains($0) }.compactMap { Int($0) }
        guard parts.count >= 3, let day = CivilDate(parts[0], parts[1], parts[2]) else { return nil }
        guard parts.count >= 5, parts[3] < 24, parts[4] < 60 else { return PublicationTime(date: day, precision: .day) }
        let clock = text.drop { $0 != "T" && $0 != " " }
        var zone: Int? = clock.hasSuffix("Z") ? 0 : nil
        if let sign = clock.lastIndex(where: { "+-".contains($0) }) {
            let digits = clock[sign...].filter(\.isNumber)
            if digits.count == 4, let value = Int(digits) {
                zone = (value / 100 * 60 + value % 100) * (clock[sign] == "-" ? -1 : 1)
            }
        }
        return PublicationTime(
            date: day, secondOfDay: parts[3] * 3600 + parts[4] * 60, zoneMinutes: zone, precision: .minute)
    }
}

/// Writes what was found in a group as JSON lines.
struct CorpusLineWriter: Sendable {
    let writesPassim: Bool

    /// The files, in the order of the texts.
    var files: [String] {
        ["pairs.jsonl", "passages.jsonl", "origins.jsonl"] + (writesPassim ? ["passim/out.json"] : [])
    }

    /// A text for each file.
    func texts(_ group: CorpusRun.Group) -> [[UInt8]] {
        let names = GroupNames(group)
        return [pairs(group, names), passages(group, names), origins(group, names)]
            + (writesPassim ? [PassimLayout.lines(group, names)] : [])
    }

    private func pairs(_ group: CorpusRun.Group, _ names: GroupNames) -> [UInt8] {
        var lines: [UInt8] = []
        for pair in group.pairs {
            guard let first = names.place(pair.a), let second = names.place(pair.b) else { continue }
            let (a, b) = (min(first, second), max(first, second))
            let (idA, idB) = (group.entries[a].document.id, group.entries[b].document.id)
            let edge = group.lineage.derivations.first {
                ($0.document == idA && $0.from == .document(idB)) || ($0.document == idB && $0.from == .document(idA))
            }
            let isOne = pair.probability >= 0.5
            var writer = JSONWriter()
            writer.object { writer in
                writer.member("a", group.entries[a].id)
                writer.member("b", group.entries[b].id)
                writer.member("probability", (pair.probability * 10_000).rounded() / 10_000)
                writer.member("relation", edge != nil ? "derived" : isOne ? "commonSource" : "independent")
                let known = edge.map { $0.directionKnown ? ($0.document == idA ? "aFromB" : "bFromA") : "unknown" }
                writer.member("direction", known ?? "unknown")
                writer.member("evidence", edge?.evidence.map { "\($0.kind.rawValue): \($0.detail)" } ?? [])
            }
            lines += writer.bytes + [0x0A]
        }
        return lines
    }

    private func passages(_ group: CorpusRun.Group, _ names: GroupNames) -> [UInt8] {
        var lines: [UInt8] = []
        for passage in group.lineage.passages {
            guard let a = names.scalars(passage.a), let b = names.scalars(passage.b) else { continue }
            let (first, second) = a.place < b.place ? (a, b) : (b, a)
            var writer = JSONWriter()
            writer.object { writer in
                writer.member("a", group.entries[first.place].id)
                writer.member("aStart", first.start)
                writer.member("aEnd", first.end)
                writer.member("b", group.entries[second.place].id)
                writer.member("bStart", second.start)
                writer.member("bEnd", second.end)
                writer.member("grade", passage.grade.rawValue)
                writer.member("similarity", (passage.similarity * 1000).rounded() / 1000)
            }
            lines += writer.bytes + [0x0A]
        }
        return lines
    }

    private func origins(_ group: CorpusRun.Group, _ names: GroupNames) -> [UInt8] {
        var lines: [UInt8] = []
        for origin in group.lineage.origins {
            var writer = JSONWriter()
            writer.object { writer in
                writer.member("id", "o\(group.firstOrigin + origin.id.number - 1)")
                writer.member("kind", origin.kind.rawValue)
                writer.member("name", origin.name)
                writer.member("documents", origin.documents.compactMap { names.place($0) }.map { group.entries[$0].id })
            }
            lines += writer.bytes + [0x0A]
        }
        return lines
    }
}

/// The documents of a group by their hashes, and offsets as Unicode scalars.
struct GroupNames {
    private let places: [DocumentID: Int]
    private let group: CorpusRun.Group

    init(_ group: CorpusRun.Group) {
        self.group = group
        places = Dictionary(group.entries.enumerated().map { ($1.document.id, $0) }) { a, _ in a }
    }

    /// Where a document stands in the group.
    func place(_ id: DocumentID) -> Int? { places[id] }

    /// A citation as a place in the group and a range of Unicode scalars.
    func scalars(_ citation: Citation) -> (place: Int, start: Int, end: Int)? {
        guard let place = places[citation.document] else { return nil }
        let text = group.entries[place].document.text
        let start = Self.scalars(text.bytes[..<citation.span.start])
        return (place, start, start + Self.scalars(text.bytes[citation.span.start..<citation.span.end]))
    }

    private static func scalars(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }
}

/// Aligned stretches as clusters, a member a line, as passim writes them.
enum PassimLayout {
    /// The lines of a group.
    static func lines(_ group: CorpusRun.Group, _ names: GroupNames) -> [UInt8] {
        let passages = group.lineage.passages
        // Stretches of one document that overlap are one member; passages that share a member are one cluster.
        let ends = passages.flatMap { [$0.a, $0.b] }
        var leader = Array(ends.indices)
        func find(_ end: Int) -> Int {
            var end = end
            while leader[end] != end { end = leader[end] }
            return end
        }
        func join(_ a: Int, _ b: Int) {
            let (x, y) = (find(a), find(b))
            if x != y { leader[max(x, y)] = min(x, y) }
        }
        for index in passages.indices { join(2 * index, 2 * index + 1) }
        let order = ends.indices.sorted { (ends[$0], $0) < (ends[$1], $1) }
        for (one, next) in zip(order, order.dropFirst())
        where ends[one].document == ends[next].document && ends[one].span.overlaps(ends[next].span) { join(one, next) }
        let clusters = Dictionary(grouping: ends.indices, by: find).sorted { $0.key < $1.key }
        var lines: [UInt8] = []
        for (cluster, members) in clusters {
            let spans = Dictionary(grouping: members.map { ends[$0] }, by: \.document)
                .compactMap { document, citations -> (place: Int, citation: Citation)? in
                    guard let first = citations.first, let place = names.place(document) else { return nil }
                    let span = citations.dropFirst().reduce(first.span) { $0.union($1.span) }
                    return (place, Citation(document, span))
                }.sorted { $0.place < $1.place }
            for (place, citation) in spans {
                guard let range = names.scalars(citation) else { continue }
                let entry = group.entries[place]
                var writer = JSONWriter()
                writer.object { writer in
                    writer.member("cluster", "o\(group.firstOrigin).\(cluster)")
                    writer.member("size", spans.count)
                    writer.member("id", entry.id)
                    writer.member("series", entry.document.metadata.outlet)
                    writer.member("date", entry.document.metadata.published?.date.description)
                    writer.member("begin", range.start)
                    writer.member("end", range.end)
                    writer.member("text", entry.document.text[citation.span])
                }
                lines += writer.bytes + [0x0A]
            }
        }
        return lines
    }
}
