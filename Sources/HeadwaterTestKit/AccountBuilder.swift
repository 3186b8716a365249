public import NewsModel
public import TextCore

/// Builds an account for a test by exact words: `cite("herald", "17 bodies")` is the evidence for a finding.
public struct AccountBuilder {
    /// The reports with their layers, in the order in which they were added.
    public private(set) var analyses: [Analysis] = []
    private var keys: [String: Int] = [:]

    /// A builder without reports.
    public init() {}

    /// Adds a report, known to the test as `key`; each line is a block.
    public mutating func report(
        _ key: String, file: String, metadata: DocumentMetadata, _ lines: [(kind: Block.Kind, text: String)]
    ) {
        let document = Document.make(
            lines.map(\.text).joined(separator: "\n"), file: file, kinds: lines.map(\.kind), metadata: metadata)
        keys[key] = analyses.count
        analyses.append(Analysis(document: document))
    }

    /// The id of a report.
    public func id(_ report: String) -> DocumentID { analyses[index(report)].document.id }

    /// The evidence: where `words` stand in a report for the first time, from the first place of `after` on.
    public func cite(_ report: String, _ words: String, after: String = "") -> Citation {
        let analysis = analyses[index(report)]
        let start = Self.find(after, in: analysis.text, from: 0, of: report).end
        return Citation(
            analysis.document.id, Self.find(words, in: analysis.text, from: after.isEmpty ? 0 : start, of: report))
    }

    /// The place of `words` in a report.
    public func span(_ report: String, _ words: String, after: String = "") -> TextSpan {
        cite(report, words, after: after).span
    }

    /// An aligned pair of stretches, in the order that the model asks for.
    public func passage(
        _ first: Citation, _ second: Citation, _ grade: Passage.Grade, similarity: Double, ownWording: Double = 1
    ) -> Passage {
        let (a, b) = first.document < second.document ? (first, second) : (second, first)
        return Passage(a: a, b: b, grade: grade, similarity: similarity, ownWording: ownWording)
    }

    // MARK: Layers

    /// Changes the layers of a report.
    public mutating func annotate(_ report: String, _ change: (inout Analysis) -> Void) {
        change(&analyses[index(report)])
    }

    /// Adds a quantity and gives its index.
    public mutating func quantity(
        _ report: String, _ words: String, _ kind: Quantity.Kind, _ amount: Amount, unit: String? = nil,
        thing: String? = nil
    ) -> Int {
        let place = span(report, words)
        precondition(analyses[index(report)].quantities.allSatisfy { $0.span < place }, "a layer is built in order")
        analyses[index(report)].quantities.append(
            Quantity(span: place, kind: kind, amount: amount, unit: unit, thing: thing))
        return analyses[index(report)].quantities.count - 1
    }

    /// Adds a direct or mixed quotation, marks included in `words`, and gives its index.
    public mutating func quotation(
        _ report: String, _ words: String, speaker: String?, cue: String?, style: SpeechStyle = .direct,
        marks: Quotation.Marks = .curly, chain: Int? = nil
    ) -> Int {
        let place = span(report, words)
        precondition(analyses[index(report)].quotations.allSatisfy { $0.span < place }, "a layer is built in order")
        let text = analyses[index(report)].text
        let inner = TextSpan(
            place.start + UTF8Scanner.scalar(in: text.bytes, at: place.start).width,
            place.end - (UTF8Scanner.scalar(in: text.bytes, before: place.end)?.width ?? 0))
        analyses[index(report)].quotations.append(
            Quotation(
                content: [inner], span: place, marks: marks, style: style,
                speaker: speaker.map { span(report, $0) }, speakerChain: chain, cue: cue.map { span(report, $0) }))
        return analyses[index(report)].quotations.count - 1
    }

    /// Adds an indirect attribution.
    public mutating func indirect(
        _ report: String, source: String, _ kind: SourceKind, cue: String, content: String, chain: Int? = nil
    ) {
        let attribution = Attribution(
            source: span(report, source), sourceKind: kind, sourceChain: chain, cue: span(report, cue),
            content: [span(report, content)], style: .indirect)
        analyses[index(report)].attributions.append(attribution)
    }

    /// Adds a coreference chain, whose mentions are names, and gives its index.
    public mutating func chain(_ report: String, _ name: String, _ kind: Mention.Kind, _ words: [String]) -> Int {
        let number = analyses[index(report)].chains.count
        let found = words.map { word in
            let place = span(report, word)
            return Mention(span: place, name: place, kind: kind, chain: number)
        }
        annotate(report) { analysis in
            analysis.mentions = (analysis.mentions + found).sorted { $0.span < $1.span }
            analysis.chains.append(CoreferenceChain(mentions: [], name: name, kind: kind))
            for chain in analysis.chains.indices {
                analysis.chains[chain].mentions = analysis.mentions.indices.filter {
                    analysis.mentions[$0].chain == chain
                }
            }
        }
        return number
    }

    // MARK: Finding words

    private func index(_ report: String) -> Int {
        guard let index = keys[report] else { preconditionFailure("no report is called \(report)") }
        return index
    }

    private static func find(_ words: String, in text: SourceText, from start: Int, of report: String) -> TextSpan {
        let pattern = Array(words.utf8)
        var place = start
        while place + pattern.count <= text.count {
            if text.bytes[place..<(place + pattern.count)].elementsEqual(pattern) {
                return TextSpan(place, place + pattern.count)
            }
            place += 1
        }
        preconditionFailure("\(report) does not say “\(words)”")
    }
}
