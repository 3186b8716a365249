import HeadwaterTestKit
import NewsModel
import Testing

@testable import Wire

@Suite struct AnalysisWriterTests {
    @Test func partsMakeOneObject() {
        let analyses = SampleStory.account().analyses
        var writer = AnalysisWriter()
        let parts = analyses.map { writer.next($0) } + [writer.end()]
        #expect(parts.flatMap { $0 } == AnalysisWriter.json(analyses))
        #expect(
            AnalysisWriter.json([]) == Array(#"{"schema":"headwater.analysis/1","documents":[]}"#.utf8) + [0x0A])
    }
}
