import NewsModel
import Testing
import TextCore

@testable import Wire

/// One document as JSON, as `headwater extract` writes it.
@Suite struct ArticleWriterTests {
    static func document() -> Document {
        let text = SourceText("Ferry – home\n\nThe ferry came home.\n\nSign up now\n\nNobody was hurt.")
        var metadata = DocumentMetadata()
        metadata.title = "Ferry – home"
        metadata.authors = ["Kari Nordmann", "Ola Nordmann"]
        metadata.outlet = "Gazette"
        if let day = CivilDate(2024, 6, 18) {
            metadata.published = PublicationTime(date: day, precision: .day, source: .openGraph)
        }
        let blocks = [
            Block(.title, TextSpan(0, 14)), Block(.paragraph, TextSpan(16, 36)), Block(.promo, TextSpan(38, 49)),
            Block(.paragraph, TextSpan(51, 67)),
        ]
        return Document(
            id: DocumentID(hashing: text.bytes), files: ["a.html"], text: text, metadata: metadata, blocks: blocks)
    }

    /// The same with a paragraph of a dated entry.
    static func liveBlog() -> Document {
        var document = document()
        if let day = CivilDate(2024, 6, 18) {
            document.blocks[3].published = PublicationTime(
                date: day, secondOfDay: 34_200, zoneMinutes: 0, precision: .minute, source: .timeElement)
        }
        return document
    }

    @Test func aBlockOfADatedEntrySaysWhen() throws {
        let value = try JSONReader.value(ArticleWriter().json(Self.liveBlog()))
        let times = (value["blocks"]?.elements ?? []).map { $0["published"]?.string }
        #expect(times == [nil, nil, nil, "2024-06-18T09:30Z"])
    }

    @Test func theBodyIsTheArticleAndBlocksAreScalars() throws {
        let value = try JSONReader.value(ArticleWriter().json(Self.document()))
        #expect(value["title"]?.string == "Ferry – home" && value["outlet"]?.string == "Gazette")
        #expect(value["authors"]?.elements?.compactMap(\.string) == ["Kari Nordmann", "Ola Nordmann"])
        #expect(value["published"]?.string == "2024-06-18" && value["publishedFrom"]?.string == "openGraph")
        #expect(value["body"]?.string == "The ferry came home.\n\nNobody was hurt.")
        let scalars = Array((value["text"]?.string ?? "").unicodeScalars)
        let words = (value["blocks"]?.elements ?? []).map { block in
            let start = block["start"]?.text.flatMap { Int($0) } ?? 0
            let end = block["end"]?.text.flatMap { Int($0) } ?? 0
            return String(String.UnicodeScalarView(scalars[start..<end]))
        }
        #expect(words == ["Ferry – home", "The ferry came home.", "Sign up now", "Nobody was hurt."])
    }
}
