import HeadwaterTestKit
import Lexicons
import NewsModel
import Segmentation
import TextCore

@testable import Reconciliation

/// A report for a test: real sentences and tokens, other layers set by hand through the words they stand on.
struct ReportBuilder {
    static let resources = Result { try ResourceDirectory() }
    static let segmenter = Result { try Segmenter(resources: resources.get()) }
    static let reconciler = Result { try Reconciler(resources: resources.get(), embedder: nil) }
    static let facts = Result { try WordFacts(resources: resources.get()) }

    private(set) var analysis: Analysis

    init(_ text: String, outlet: String = "The Herald", published: CivilDate? = nil, kinds: [Block.Kind] = []) throws {
        var metadata = DocumentMetadata()
        metadata.outlet = outlet
        metadata.published = published.map { PublicationTime(date: $0, precision: .day) }
        analysis = Analysis(document: .make(text, file: outlet + ".txt", kinds: kinds, metadata: metadata))
        try Self.segmenter.get().annotate(&analysis)
    }

    /// The span of the first occurrence of `words` at or after byte `from`.
    func span(_ words: String, from: Int = 0) throws -> TextSpan {
        let bytes = analysis.text.bytes
        let needle = Array(words.utf8)
        for start in from..<max(from, bytes.count - needle.count + 1)
        where bytes[start..<(start + needle.count)].elementsEqual(needle) {
            return TextSpan(start, start + needle.count)
        }
        throw Missing(words: words)
    }

    struct Missing: Error { var words: String }

    func quantity(
        _ words: String, _ kind: Quantity.Kind, _ amount: Amount, unit: String? = nil, thing: String? = nil
    ) throws -> ReportBuilder {
        var copy = self
        copy.analysis.quantities.append(
            Quantity(span: try span(words), kind: kind, amount: amount, unit: unit, thing: thing))
        copy.analysis.quantities.sort { $0.span < $1.span }
        return copy
    }

    /// A count of things.
    func quantity(_ words: String, _ amount: Amount, thing: String) throws -> ReportBuilder {
        try quantity(words, .count, amount, thing: thing)
    }

    func time(_ words: String, _ value: String, range: DateRange? = nil) throws -> ReportBuilder {
        var copy = self
        copy.analysis.times.append(
            TimeExpression(
                span: try span(words), kind: value.hasPrefix("P") ? .duration : .date, value: value,
                resolution: range == nil ? .partial : .explicit, how: "", range: range))
        copy.analysis.times.sort { $0.span < $1.span }
        return copy
    }

    /// Mentions of one thing, by the words of each.
    func chain(_ name: String, _ kind: Mention.Kind = .person, _ words: [String]) throws -> ReportBuilder {
        var copy = self
        let number = copy.analysis.chains.count
        var found: [Mention] = []
        for word in words {
            let pronouns: Set<String> = ["he", "she", "it", "they", "He", "She", "It", "They", "his", "them"]
            let span = try span(word)
            found.append(
                Mention(
                    span: span, name: span, kind: kind, form: pronouns.contains(word) ? .pronoun : .name, chain: number)
            )
        }
        copy.analysis.mentions = (copy.analysis.mentions + found).sorted { $0.span < $1.span }
        copy.analysis.chains.append(CoreferenceChain(mentions: [], name: name, kind: kind))
        for chain in copy.analysis.chains.indices {
            copy.analysis.chains[chain].mentions = copy.analysis.mentions.indices.filter {
                copy.analysis.mentions[$0].chain == chain
            }
        }
        return copy
    }

    func attribution(
        _ source: String?, _ kind: SourceKind = .person, cue: String, content: String, parent: Int? = nil
    ) throws -> ReportBuilder {
        var copy = self
        copy.analysis.attributions.append(
            Attribution(
                source: try source.map { try span($0) }, sourceKind: kind, cue: try span(cue),
                content: [try span(content)], style: .indirect, parent: parent))
        return copy
    }

    func quotation(_ words: String, speaker: String? = nil) throws -> ReportBuilder {
        var copy = self
        let inner = try span(words)
        copy.analysis.quotations.append(
            Quotation(
                content: [inner], span: TextSpan(inner.start - 3, inner.end + 3), marks: .curly, style: .direct,
                speaker: try speaker.map { try span($0) }))
        return copy
    }

    /// Changes the last quotation.
    mutating func mend(_ change: (inout Quotation) -> Void) {
        change(&analysis.quotations[analysis.quotations.count - 1])
    }

    func credit(_ name: String, _ kind: SourceKind = .agency, scope: String) throws -> ReportBuilder {
        var copy = self
        let span = try span(name)
        copy.analysis.credits.append(
            Credit(
                span: span, kind: .text, links: [Credit.Link(span: span, name: name, kind: kind)],
                scope: try self.span(scope)))
        return copy
    }
}

/// The ledger of some reports, each its own origin unless the lineage says otherwise.
func ledger(_ reports: [ReportBuilder], lineage: Lineage = Lineage()) throws -> Ledger {
    let analyses = reports.map(\.analysis).sorted { $0.document.id < $1.document.id }
    return try ReportBuilder.reconciler.get().reconcile(analyses, lineage: lineage).ledger
}
