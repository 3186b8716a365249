import HeadwaterTestKit
import NewsModel
import Testing
import TextCore

@testable import Wire

@Suite struct CheckWriterTests {
    @Test func placesSayLineColumnAndOffsets() throws {
        let account = SampleStory.account()
        let citation = account.ledger.claims[0].statements[0].citation
        let finding = Finding(
            kind: .noSource, grade: .question, text: "No source.", citations: [citation], explanation: "Nobody.")
        let value = try JSONReader.value(CheckWriter().json([(account, [finding])]))
        #expect(value["schema"]?.string == "headwater.check/1" && value["questions"]?.text == "1")
        #expect(value["drafts"]?.elements?.count == account.analyses.count)
        let place = value["findings"]?.elements?.first?["places"]?.elements?.first
        #expect(place?["exact"]?.string == account.exact(citation))
        let line = try #require(place?["line"]?.text.flatMap { Int($0) })
        let column = try #require(place?["column"]?.text.flatMap { Int($0) })
        let analysis = try #require(account.analyses.first { $0.document.id == citation.document })
        let words = analysis.text.string.split(separator: "\n", omittingEmptySubsequences: false)[line - 1]
        #expect(
            words.unicodeScalars.dropFirst(column - 1).starts(
                with: (account.exact(citation) ?? "").prefix(5).unicodeScalars))
    }

    @Test func claimsHaveTheMembersThatTheyHaveInTheAccount() throws {
        let account = SampleStory.account()
        let story = try JSONReader.value(AccountWriter().claims([account]))["stories"]?.elements?.first
        let whole = try JSONReader.value(AccountWriter().json([account]))
        #expect(story?["claims"]?.elements?.count == whole["claims"]?.elements?.count)
        #expect(story?["origins"]?.elements?.count == account.lineage.origins.count)
        #expect(story?["documents"]?.elements?.first?["file"]?.string == account.analyses[0].document.files.first)
    }

    @Test func claimsAsATable() {
        let account = SampleStory.account()
        let rows = String(decoding: Exporter().claims([account], byStatement: false), as: UTF8.self)
        #expect(rows.split(separator: "\r\n").count == account.ledger.claims.count + 1)
        let statements = account.ledger.claims.reduce(0) { $0 + $1.statements.count }
        let all = String(decoding: Exporter().claims([account], byStatement: true), as: UTF8.self)
        #expect(all.hasPrefix("story,statement,claim") && all.split(separator: "\r\n").count == statements + 1)
    }
}
