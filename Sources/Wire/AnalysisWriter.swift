public import NewsModel
import TextCore

/// Writes the layers of documents as JSON (`headwater.analysis/1`). Offsets are Unicode scalars; `chain` counts the document's
/// chains of coreference, `parent` its attributions, `head` the tokens of a sentence from 1.
///
/// One object, `documents`, each with its text and layers. The text of ``next(_:)`` for each, and that of ``end()``, one after the
/// other, are the object and a line end.
public struct AnalysisWriter: Sendable {
    private var isFirst = true

    /// A writer.
    public init() {}

    /// The object of `analyses`.
    ///
    /// - Complexity: O(n) in the texts and findings.
    public static func json(_ analyses: [Analysis]) -> [UInt8] {
        var writer = AnalysisWriter()
        let documents = analyses.flatMap { writer.next($0) }
        return documents + writer.end()
    }

    /// The text of the next document, with what stands before it.
    public mutating func next(_ analysis: Analysis) -> [UInt8] {
        let before = separator()
        var writer = JSONWriter()
        write(analysis, to: &writer)
        return before + writer.bytes
    }

    /// What stands after the last document.
    public mutating func end() -> [UInt8] { (isFirst ? separator() : []) + "]}\n".utf8 }

    private mutating func separator() -> [UInt8] {
        defer { isFirst = false }
        return Array((isFirst ? #"{"schema":"headwater.analysis/1","documents":["# : ",").utf8)
    }

    private func write(_ analysis: Analysis, to writer: inout JSONWriter) {
        writer.object {
            $0.member("id", analysis.document.id.description)
            $0.member("file", analysis.document.files.first)
            $0.member("text", analysis.text.string)
            $0.member("sentences", analysis.sentences) { writer, sentence in
                writer.object {
                    place(sentence.span, analysis.text, &$0)
                    $0.member("block", analysis.document.blocks[sentence.block].kind.rawValue)
                    $0.member("tokens", sentence.tokens) { token($1, sentence, analysis, &$0) }
                }
            }
            $0.member("mentions", analysis.mentions) { writer, mention in
                writer.object {
                    place(mention.span, analysis.text, &$0)
                    $0.member("kind", mention.kind.rawValue)
                    $0.member("form", mention.form.rawValue)
                    index("chain", mention.chain, &$0)
                }
            }
            $0.member("times", analysis.times) { writer, time in
                writer.object {
                    place(time.span, analysis.text, &$0)
                    $0.member("type", time.kind.rawValue)
                    $0.member("value", time.value)
                }
            }
            $0.member("events", analysis.eventTriggers) { writer, event in
                writer.object {
                    place(event.span, analysis.text, &$0)
                    $0.member("class", event.kind.rawValue)
                    $0.member("certainty", event.certainty.rawValue)
                    $0.member("polarity", event.polarity.rawValue)
                    $0.member("tense", event.tense.rawValue)
                    $0.member("confidence", Double((event.confidence * 1000).rounded() / 1000))
                }
            }
            speech(analysis, to: &$0)
        }
    }

    /// Quotations, attributions, credits and quantities.
    private func speech(_ analysis: Analysis, to writer: inout JSONWriter) {
        writer.member("quotations", analysis.quotations) { writer, quotation in
            writer.object {
                place(quotation.span, analysis.text, &$0)
                $0.member("style", quotation.style.rawValue)
                $0.member("isScare", quotation.isScare)
                optional("speaker", quotation.speaker, analysis.text, &$0)
                optional("cue", quotation.cue, analysis.text, &$0)
                index("chain", quotation.speakerChain, &$0)
            }
        }
        writer.member("attributions", analysis.attributions) { writer, attribution in
            writer.object {
                optional("source", attribution.source, analysis.text, &$0)
                $0.member("kind", attribution.sourceKind.rawValue)
                index("chain", attribution.sourceChain, &$0)
                optional("cue", attribution.cue, analysis.text, &$0)
                $0.member("content", attribution.content) { writer, span in
                    writer.object { place(span, analysis.text, &$0) }
                }
                $0.member("style", attribution.style.rawValue)
                index("parent", attribution.parent, &$0)
            }
        }
        writer.member("credits", analysis.credits) { writer, credit in
            writer.object {
                place(credit.span, analysis.text, &$0)
                $0.member("kind", credit.kind.rawValue)
                $0.member("links", credit.links) { writer, link in
                    writer.object {
                        place(link.span, analysis.text, &$0)
                        $0.member("name", link.name)
                        $0.member("kind", link.kind.rawValue)
                    }
                }
                optional("scope", credit.scope, analysis.text, &$0)
            }
        }
        writer.member("quantities", analysis.quantities) { writer, quantity in
            writer.object {
                place(quantity.span, analysis.text, &$0)
                $0.member("kind", quantity.kind.rawValue)
                $0.member("low", quantity.amount.low)
                $0.member("high", quantity.amount.high)
                $0.member("bound", quantity.amount.bound.rawValue)
                $0.member("unit", quantity.unit)
                $0.member("thing", quantity.thing)
            }
        }
    }

    private func optional(_ name: String, _ span: TextSpan?, _ text: SourceText, _ writer: inout JSONWriter) {
        writer.key(name)
        guard let span else { return writer.null() }
        writer.object { place(span, text, &$0) }
    }

    private func index(_ name: String, _ index: Int?, _ writer: inout JSONWriter) {
        writer.key(name)
        if let index { writer.number(index) } else { writer.null() }
    }

    private func token(_ index: Int, _ sentence: Sentence, _ analysis: Analysis, _ writer: inout JSONWriter) {
        writer.object {
            place(analysis.tokens[index].span, analysis.text, &$0)
            guard let reading = analysis.reading(ofToken: index) else { return }
            $0.member("lemma", analysis.lemma(ofToken: index))
            $0.member("upos", reading.category.rawValue)
            $0.member("features", analysis.features(ofToken: index))
            $0.member("head", reading.head.map { $0 - sentence.tokens.lowerBound + 1 } ?? 0)
            $0.member("relation", reading.relation.rawValue)
        }
    }

    private func place(_ span: TextSpan, _ text: SourceText, _ writer: inout JSONWriter) {
        writer.member("start", text.scalarOffset(of: span.start))
        writer.member("end", text.scalarOffset(of: span.end))
    }
}
