public import NewsModel
import TextCore

/// Writes analyses as CoNLL-U (https://universaldependencies.org/format.html): sentences, tokens, and the layers of
/// syntax; entities with their chains in the last column, as CorefUD has them.
public struct ConlluWriter: Sendable {
    /// A writer.
    public init() {}

    /// The document, with a line end after its last sentence.
    ///
    /// - Complexity: O(n) in the tokens.
    public func conllu(_ analysis: Analysis) -> [UInt8] {
        var out = "# newdoc id = \(line(analysis.document.files.first ?? analysis.document.id.description))\n"
        out += "# global.Entity = eid-etype\n"
        let entities = Entities(analysis)
        var block: Int?
        for (number, sentence) in analysis.sentences.enumerated() {
            if sentence.block != block {
                out += "# newpar\n"
                block = sentence.block
            }
            out += "# sent_id = \(number + 1)\n# text = \(line(analysis.text[sentence.span]))\n"
            write(sentence, of: analysis, entities, to: &out)
            out += "\n"
        }
        return Array(out.utf8)
    }

    private func write(_ sentence: Sentence, of analysis: Analysis, _ entities: Entities, to out: inout String) {
        let first = sentence.tokens.lowerBound
        var end = first
        for index in sentence.tokens {
            let token = analysis.tokens[index]
            let isLast = index + 1 == sentence.tokens.upperBound
            if index >= end {
                end = index + 1
                while end < sentence.tokens.upperBound, analysis.isWrittenTogether(token: end - 1) { end += 1 }
                if end > index + 1 {
                    let span = TextSpan(token.span.start, analysis.tokens[end - 1].span.end)
                    let space = hasSpace(after: end - 1, analysis) ? "_" : "SpaceAfter=No"
                    out +=
                        "\(index - first + 1)-\(end - first)\t\(form(analysis.text[span]))\t_\t_\t_\t_\t_\t_\t_\t\(space)\n"
                }
            }
            var misc: [String] = []
            if let entity = entities.field(token: index) { misc.append("Entity=" + entity) }
            if index + 1 >= end, end - first == index - first + 1, !isPart(index, of: sentence, analysis),
                !isLast || index + 1 < analysis.tokens.count, !hasSpace(after: index, analysis)
            {
                misc.append("SpaceAfter=No")
            }
            out += "\(index - first + 1)\t\(form(analysis.text[token.span]))\t"
            if let reading = analysis.reading(ofToken: index) {
                let head = reading.head.map { $0 - first + 1 } ?? 0
                out += "\(form(analysis.lemma(ofToken: index)))\t\(reading.category.rawValue)\t_\t"
                out += "\(analysis.features(ofToken: index))\t\(head)\t\(reading.relation.rawValue)\t_\t"
            } else {
                out += "_\t_\t_\t_\t_\t_\t_\t"
            }
            out += misc.isEmpty ? "_\n" : misc.joined(separator: "|") + "\n"
        }
    }

    /// Whether the token is part of a word that several tokens make up.
    private func isPart(_ index: Int, of sentence: Sentence, _ analysis: Analysis) -> Bool {
        index > sentence.tokens.lowerBound && analysis.isWrittenTogether(token: index - 1)
            || index + 1 < sentence.tokens.upperBound && analysis.isWrittenTogether(token: index)
    }

    private func hasSpace(after index: Int, _ analysis: Analysis) -> Bool {
        index + 1 >= analysis.tokens.count || analysis.tokens[index].span.end < analysis.tokens[index + 1].span.start
    }

    private func form(_ text: String) -> String { text.isEmpty ? "_" : line(text) }

    /// The text on one line, without tabs.
    private func line(_ text: String) -> String {
        String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    }
}

/// The mentions of a document as CorefUD writes them: `(e1-person` opens one, `e1)` closes it.
private struct Entities {
    private var opens: [Int: [String]] = [:]
    private var closes: [Int: [String]] = [:]
    private var whole: [Int: [String]] = [:]

    init(_ analysis: Analysis) {
        var next = analysis.chains.count
        for mention in analysis.mentions {
            guard let first = Self.token(from: mention.span.start, analysis.tokens),
                let last = Self.token(before: mention.span.end, analysis.tokens), first <= last
            else {
                continue
            }
            let number = mention.chain ?? next
            if mention.chain == nil { next += 1 }
            let name = "e\(number + 1)"
            if first == last {
                whole[first, default: []].append("(\(name)-\(mention.kind.rawValue))")
            } else {
                opens[first, default: []].append("(\(name)-\(mention.kind.rawValue)")
                closes[last, default: []].append("\(name))")
            }
        }
    }

    func field(token: Int) -> String? {
        let parts = (closes[token] ?? []).reversed() + (opens[token] ?? []) + (whole[token] ?? [])
        return parts.isEmpty ? nil : parts.joined()
    }

    private static func token(from start: Int, _ tokens: [Token]) -> Int? {
        let low = tokens.partitioningIndex { $0.span.start >= start }
        return low < tokens.count ? low : nil
    }

    private static func token(before end: Int, _ tokens: [Token]) -> Int? {
        let low = tokens.partitioningIndex { $0.span.end > end }
        return low > 0 ? low - 1 : nil
    }
}
