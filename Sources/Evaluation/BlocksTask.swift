import Foundation
import Intake
public import Lexicons
import NewsModel
import TextCore

/// Blocks and metadata of plain text, on the English articles whose saved pages Fundus ships with their parts named.
///
/// Each article is written out as somebody pastes it: title, byline, date, summary, paragraphs with their headings, and
/// in its middle the title of another article, as pages insert them. Then it is read again.
public struct BlocksTask: EvaluationTask {
    public static let name = "blocks"
    public static let summary = "blocks and metadata of plain text on Fundus articles written out as pasted text"

    private let folder: String
    private let reader: DocumentReader

    public init(data folder: String, resources: ResourceDirectory) throws {
        self.folder = folder + "/intake/fundus/test_data"
        reader = try DocumentReader(resources: resources)
    }

    public func run(_ extent: EvaluationExtent) async throws -> [Measurement] {
        let articles = try FundusArticle.english(in: folder)
        var score = BlockScore()
        for (number, article) in articles.enumerated() {
            let other = articles[(number * 7 + 3) % articles.count]
            score.add(article, inserted: other.title == article.title ? nil : other.title, reader)
        }
        return score.measurements
    }
}

/// What came of the parts of articles.
private struct BlockScore {
    private var kinds: [Block.Kind: SpanScore] = [:]
    private var fields: [(name: String, right: Int, all: Int)] = [("title", 0, 0), ("byline", 0, 0), ("date", 0, 0)]

    mutating func add(_ article: FundusArticle, inserted: String?, _ reader: DocumentReader) {
        let (text, parts) = article.pasted(inserting: inserted)
        let item = RawItem(name: article.name, format: .plainText, bytes: Array(text.utf8))
        guard let document = reader.read(item).document else { return }
        let metadata = document.metadata
        count("title", metadata.title == article.title)
        if !article.authors.isEmpty { count("byline", metadata.byline == article.byline) }
        if let day = article.day { count("date", metadata.published?.date.description == day) }
        for kind in [Block.Kind.heading, .relatedLink, .paragraph] {
            let found = document.blocks.filter { $0.kind == kind }.map(\.span)
            let there = parts.filter { $0.kind == kind }.map(\.span)
            kinds[kind, default: SpanScore()].add(found: found, there: there)
        }
    }

    private mutating func count(_ name: String, _ isRight: Bool) {
        guard let index = fields.firstIndex(where: { $0.name == name }) else { return }
        fields[index].right += isRight ? 1 : 0
        fields[index].all += 1
    }

    var measurements: [Measurement] {
        let data = "Fundus as pasted text"
        return fields.map {
            Measurement(
                data: data, measure: "\($0.name) exact", value: Double($0.right) / Double(max(1, $0.all)), count: $0.all
            )
        }
            + [Block.Kind.heading, .relatedLink, .paragraph].compactMap { kind in
                kinds[kind].map {
                    Measurement(data: data, measure: "\(kind.rawValue) F1", value: $0.f1, count: $0.there)
                }
            }
    }
}
