import Foundation
public import Intake
import NewsModel
import TextCore

/// What is fed with broken inputs, and the laws that hold of whatever is read.
///
/// One home for both who feed: `FuzzTests`, some thousand inputs in every run of the tests, and `Scripts/fuzz`, which lets libFuzzer
/// look for inputs that reach new code for as long as it is told to.
public enum FuzzTarget: String, CaseIterable, Sendable {
    case pages, feeds, archives, charsets, dates

    /// Reads `input` and gives back the laws it breaks: none, if all is well. A crash is a crash.
    ///
    /// - Parameter reader: what reads; the same for all inputs.
    public func broken(_ input: [UInt8], _ reader: DocumentReader) -> [String] {
        switch self {
        case .pages: Self.pages(input, reader)
        case .feeds: Self.laws(reader.documents(of: RawItem(name: "f", bytes: input)).documents)
        case .archives: Self.archives(input, reader)
        case .charsets: Self.charsets(input)
        case .dates: Self.dates(input)
        }
    }

    /// Blocks are sorted, disjoint and between characters.
    private static func laws(_ documents: [Document]) -> [String] {
        var broken: [String] = []
        for document in documents {
            var covered = 0
            for span in document.blocks.map(\.span) {
                if span.start < covered || span.isEmpty || span.end > document.text.count
                    || !document.text.isScalarBoundary(span.start) || !document.text.isScalarBoundary(span.end)
                {
                    broken.append("block \(span) of \(document.text.count) bytes after \(covered)")
                }
                covered = span.end
            }
        }
        return broken
    }

    /// The way back leads into the bytes; the same twice.
    private static func pages(_ input: [UInt8], _ reader: DocumentReader) -> [String] {
        let item = RawItem(name: "p", format: .html, bytes: input, address: "https://e.example/2024/06/18/a")
        let documents = reader.documents(of: item).documents
        var broken = laws(documents)
        for document in documents where document.text.count > 0 {
            let last = document.rawMap.rawOffset(of: document.text.count - 1)
            if last > input.count { broken.append("the way back leads to \(last) of \(input.count)") }
        }
        // The second reading costs as much as the first: one input in sixteen.
        if input.count % 16 == 0, reader.documents(of: item).documents.map(\.blocks) != documents.map(\.blocks) {
            broken.append("not the same twice")
        }
        return broken
    }

    private static func archives(_ input: [UInt8], _ reader: DocumentReader) -> [String] {
        let path = NSTemporaryDirectory() + "headwater-fuzz-\(ProcessInfo.processInfo.processIdentifier).warc"
        defer { try? FileManager.default.removeItem(atPath: path) }
        do { try Data(input).write(to: URL(fileURLWithPath: path)) } catch { return ["not written: \(error)"] }
        var documents: [Document] = []
        _ = ItemGatherer(limit: 1 << 20).forEach([path]) { documents += reader.documents(of: $0).documents }
        return laws(documents)
    }

    /// The first byte says which character set is declared.
    private static func charsets(_ input: [UInt8]) -> [String] {
        guard let first = input.first else { return [] }
        let (label, raw) = (labels[Int(first) % labels.count], Array(input.dropFirst()))
        let decoded = TextMender.mend(CharsetDecoder.decode(raw, label: label))
        var broken: [String] = []
        if !decoded.bytes.isEmpty, decoded.map.rawOffset(of: decoded.bytes.count - 1) >= max(1, raw.count) {
            broken.append("as \(label ?? "nothing"): the way back leaves the bytes")
        }
        if SourceText(repairing: decoded.bytes).bytes != decoded.bytes {
            broken.append("as \(label ?? "nothing"): ill-formed text")
        }
        return broken
    }

    private static let labels = [
        nil, "utf-8", "windows-1252", "iso-8859-1", "utf-16", "utf-16le", "utf-7", "shift_jis", "gb18030", "big5",
        "koi8-r", "euc-kr", "iso-2022-jp", "x-user-defined", "no such", "",
    ]

    /// A time of day is one of the day's, a zone one of the world's.
    private static func dates(_ input: [UInt8]) -> [String] {
        let text = SourceText(repairing: input)
        let line = DateLine(text, text.span)
        let times = [
            ClockText.time(text.string, from: .meta), ClockText.day(inAddress: text.string), line.published,
            line.updated,
        ]
        return times.compactMap { $0 }.filter {
            !(0..<86_400).contains($0.secondOfDay ?? 0) || abs($0.zoneMinutes ?? 0) >= 24 * 60
        }.map { "\($0) of \(text.string.debugDescription)" }
    }
}
