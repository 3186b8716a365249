import Foundation
import Intake
public import Lexicons
import NewsModel
import TextCore

/// Saved pages: title, day, writers and text, against what the publishers' own parsers find (Fundus), and text against the
/// expectations of Readability. `Benchmarks/pages.py` measures trafilatura and resiliparse in the same way.
public struct PagesTask: EvaluationTask {
    public static let name = "intake"
    public static let summary = "text and metadata of saved pages: Fundus, Readability"

    private let folder: String
    private let reader: DocumentReader

    public init(data folder: String, resources: ResourceDirectory) throws {
        self.folder = folder + "/intake"
        reader = try DocumentReader(resources: resources)
    }

    public func run(_ extent: EvaluationExtent) async throws -> [Measurement] {
        try fundus() + readability()
    }

    /// What of a document is its text, a line a block.
    private static func lines(_ document: Document, captions: Bool) -> [String] {
        document.blocks.filter { $0.kind.isArticleText && $0.kind != .title && (captions || $0.kind != .caption) }
            .map { PlainWords.line(document.text[$0.span]) }
    }

    private func fundus() throws -> [Measurement] {
        let pages = try FundusPage.all(in: folder + "/fundus/test_data")
        var log = EvaluationLog()
        var (titles, days, signed, authors) = (0, 0, 0, 0)
        var (paragraphs, words) = (0.0, 0.0)
        for page in pages {
            let item = RawItem(name: page.name, format: .html, bytes: page.bytes, address: page.address)
            let document = reader.read(item).document
            let metadata = document?.metadata ?? DocumentMetadata()
            let isTitle = PlainWords.line(metadata.title ?? "") == page.title
            let isDay = metadata.published?.date.description == page.day
            let isSigned =
                metadata.authors.map { $0.lowercased() }.sorted() == page.authors.map { $0.lowercased() }.sorted()
            titles += isTitle ? 1 : 0
            days += isDay ? 1 : 0
            if !page.authors.isEmpty {
                signed += 1
                authors += isSigned ? 1 : 0
            }
            let lines = document.map { Self.lines($0, captions: false) } ?? []
            var lineScore = SpanScore()
            lineScore.add(found: lines, there: page.lines)
            var wordScore = SpanScore()
            wordScore.add(
                found: lines.flatMap { $0.split(separator: " ") },
                there: page.lines.flatMap { $0.split(separator: " ") })
            paragraphs += lineScore.f1
            words += wordScore.f1
            log.add(
                page.name, isTitle ? "" : "TITLE", isDay ? "" : "DAY", isSigned ? "" : "AUTHORS", "\(lineScore.f1)",
                "\(wordScore.f1)")
        }
        log.write()
        let count = Double(max(1, pages.count))
        func measurement(_ measure: String, _ value: Double, _ items: Int) -> Measurement {
            Measurement(data: "Fundus pages", measure: measure, value: value, count: items)
        }
        return [
            measurement("title exact", Double(titles) / count, pages.count),
            measurement("day exact", Double(days) / count, pages.count),
            measurement("authors exact", Double(authors) / Double(max(1, signed)), signed),
            measurement("paragraph F1", paragraphs / count, pages.count),
            measurement("word F1", words / count, pages.count),
        ]
    }

    private func readability() throws -> [Measurement] {
        let path = folder + "/readability/test/test-pages"
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw EvaluationFailure.missing(path: path)
        }
        var sum = 0.0
        var count = 0
        for name in names.sorted() {
            guard let source = FileManager.default.contents(atPath: path + "/\(name)/source.html"),
                let expected = FileManager.default.contents(atPath: path + "/\(name)/expected.html")
            else { continue }
            let document = reader.read(RawItem(name: name, format: .html, bytes: [UInt8](source))).document
            var score = SpanScore()
            score.add(
                found: (document.map { Self.lines($0, captions: true) } ?? []).flatMap { $0.split(separator: " ") },
                there: PlainWords.words(ofMarkup: String(decoding: expected, as: UTF8.self)))
            sum += score.f1
            count += 1
        }
        return [
            Measurement(data: "Readability pages", measure: "word F1", value: sum / Double(max(1, count)), count: count)
        ]
    }
}
