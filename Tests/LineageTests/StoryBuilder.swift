import Foundation
import HeadwaterTestKit
import Lexicons
import NewsModel
import Segmentation
import TextCore

@testable import Lineage

/// Reports for the tests of lineage: written for them, segmented, with the layers that a test adds.
enum StoryBuilder {
    private static let segmenter = Result { try Segmenter(resources: ResourceDirectory()) }
    private static let finder = Result { try LineageFinder(resources: ResourceDirectory()) }

    /// The lineage of reports.
    static func lineage(_ reports: [Analysis]) throws -> Lineage { try finder.get().lineage(of: reports) }

    /// A report whose lines are paragraphs.
    static func report(_ text: String, outlet: String? = nil, published: PublicationTime? = nil) throws -> Analysis {
        var metadata = DocumentMetadata()
        metadata.outlet = outlet
        metadata.published = published
        var analysis = Analysis(document: .make(text, metadata: metadata))
        try segmenter.get().annotate(&analysis)
        analysis.quotations = quotations(of: analysis)
        return analysis
    }

    /// What stands between curly quotation marks.
    private static func quotations(of analysis: Analysis) -> [Quotation] {
        let text = analysis.text.string
        var quotations: [Quotation] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "“"), let close = rest[open...].firstIndex(of: "”") {
            func offset(_ index: String.Index) -> Int { text.utf8.distance(from: text.startIndex, to: index) }
            let content = TextSpan(offset(rest.index(after: open)), offset(close))
            quotations.append(
                Quotation(
                    content: [content], span: TextSpan(offset(open), offset(rest.index(after: close))), marks: .curly,
                    style: .direct))
            rest = rest[rest.index(after: close)...]
        }
        return quotations
    }

    /// Adds a credit of `phrase` to `name`, governing the sentence that it stands in, or the whole document.
    static func credit(
        _ name: String, at phrase: String, in analysis: inout Analysis, kind: Credit.Kind = .text
    ) {
        let text = analysis.text.string
        guard let range = text.range(of: phrase) else { preconditionFailure("no such phrase") }
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        let span = TextSpan(start, start + phrase.utf8.count)
        let scope =
            kind == .sourceLine
            ? analysis.text.span : analysis.sentenceIndex(at: start).map { analysis.sentences[$0].span } ?? span
        analysis.credits.append(
            Credit(span: span, kind: kind, links: [.init(span: span, name: name, kind: .outlet)], scope: scope))
    }

    /// A second of the day of a fixed date.
    static func time(_ hour: Int, day: Int = 3) -> PublicationTime {
        PublicationTime(date: CivilDate(2021, 5, day)!, secondOfDay: hour * 3600, precision: .minute)
    }
}
