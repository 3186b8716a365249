public import NewsModel
import TextCore

/// Writes the layers of documents as JSON (`headwater.analysis/1`). Offsets are Unicode scalars; `chain` counts the document's
/// chains of coreference, `parent` its attributions, `head` the tokens of a sentence from 1.
public struct AnalysisWriter: Sendable {
    /// A writer.
    public init() {}

    /// One object and a line end: `documents`, each with its text and layers.
    ///
    /// - Complexity: O(n) in the texts and findings.
    public func json(_ analyses: [Analysis]) -> [UInt8] {
        var writer = JSONWriter()
        writer.object {
            $0.member("schema", "headwater.analysis/1")
            $0.member("documents", analyses) { write($1, to: &$0) }
        }
        return writer.bytes + [0x0A]
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
