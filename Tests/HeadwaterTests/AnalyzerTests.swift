import Headwater
import Lexicons
import NewsModel
import Testing
import TextCore

@Suite struct AnalyzerTests {
    static let analyzer = Result { try Analyzer(resources: ResourceDirectory()) }

    @Test func layersComeInTheOrderOfTheDocuments() async throws {
        let analyzer = try Self.analyzer.get()
        // The first is the longest, so that it is there last.
        let items = (0..<40).map { number in
            RawItem(
                name: "\(number).txt", format: .plainText,
                bytes: Array(
                    String(repeating: "Kofi Annan spoke in Geneva on day \(number). ", count: number == 0 ? 400 : 1)
                        .utf8))
        }
        let (documents, _) = analyzer.documents(of: items)
        var taken: [String] = []
        await analyzer.forEachAnalysis(of: documents) { taken += $0.document.files }
        #expect(taken == items.map(\.name))
        #expect(await analyzer.analyze(documents).map(\.document.files) == documents.map(\.files))
        await analyzer.forEachAnalysis(of: []) { _ in Issue.record("there is nothing to read") }
    }
}
