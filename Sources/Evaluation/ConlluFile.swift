import Foundation
import NewsModel
import TextCore

/// A treebank in CoNLL-U as the text that it was made from, with its gold sentences and words.
///
/// Paragraphs (`newpar`, `newdoc`) are parted by an empty line and sentences by a space where the treebank has one, as
/// the raw texts of the CoNLL 2018 shared task were made.
struct ConlluFile {
    /// One document of the treebank.
    struct Text {
        var name: String
        var text = ""
        var paragraphs: [TextSpan] = []
        var sentences: [TextSpan] = []
        /// Surface tokens: `don't` is one.
        var tokens: [TextSpan] = []
        /// Syntactic words where their forms are the letters of their token, else the token.
        var words: [TextSpan] = []
        /// The rows of the treebank: every syntactic word with what is said of it.
        var rows: [TreebankWord] = []

        /// The document, each paragraph a block.
        var document: Document {
            Document(
                id: DocumentID(hashing: Array(text.utf8)), files: [name], text: SourceText(text),
                blocks: paragraphs.map { Block(.paragraph, $0) })
        }
    }

    var texts: [Text] = []

    /// Reads `path`.
    init(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else { throw EvaluationFailure.missing(path: path) }
        var reader = Reader()
        for line in String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
            reader.read(line)
        }
        texts = reader.finish()
    }

    private struct Reader {
        private var texts: [Text] = []
        private var current: Text?
        private var paragraphStart = 0
        private var length = 0
        private var beginsParagraph = true
        private var sentenceStart: Int?
        private var spaceIsDue = false
        private var rangeEnd = 0
        private var rangeParts: [Substring] = []
        private var rangeSpan: TextSpan?
        /// Row of the first word of the sentence.
        private var sentenceRow = 0

        mutating func read(_ line: Substring) {
            if line.hasPrefix("# newdoc") {
                close()
                current = Text(
                    name: line.split(separator: "=").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? "")
                (length, paragraphStart, beginsParagraph, spaceIsDue, sentenceRow) = (0, 0, true, false, 0)
            } else if line.hasPrefix("# newpar") {
                beginsParagraph = true
            } else if line.isEmpty {
                endSentence()
            } else if !line.hasPrefix("#") {
                row(line.split(separator: "\t", omittingEmptySubsequences: false))
            }
        }

        mutating func finish() -> [Text] {
            endSentence()
            close()
            return texts
        }

        private mutating func row(_ fields: [Substring]) {
            guard fields.count == 10, !fields[0].contains(".") else { return }
            if let dash = fields[0].firstIndex(of: "-") {
                let span = append(fields[1], spaceAfter: !fields[9].contains("SpaceAfter=No"))
                current?.tokens.append(span)
                rangeEnd = Int(fields[0][fields[0].index(after: dash)...]) ?? 0
                (rangeParts, rangeSpan) = ([], span)
                return
            }
            guard let id = Int(fields[0]) else { return }
            if let span = rangeSpan, id <= rangeEnd {
                add(fields, at: span, isMultiword: true)
                rangeParts.append(fields[1])
                if id == rangeEnd { closeRange(span) }
                return
            }
            let span = append(fields[1], spaceAfter: !fields[9].contains("SpaceAfter=No"))
            current?.tokens.append(span)
            current?.words.append(span)
            add(fields, at: span, isMultiword: false)
        }

        private mutating func add(_ fields: [Substring], at span: TextSpan, isMultiword: Bool) {
            let head = Int(fields[6]) ?? 0
            current?.rows.append(
                TreebankWord(
                    span: span, isMultiword: isMultiword, form: String(fields[1]), lemma: String(fields[2]),
                    category: String(fields[3]), features: String(fields[5]),
                    head: head == 0 ? nil : sentenceRow + head - 1, relation: String(fields[7])))
        }

        private mutating func closeRange(_ span: TextSpan) {
            if rangeParts.reduce(0, { $0 + $1.utf8.count }) == span.count {
                var start = span.start
                for part in rangeParts {
                    current?.words.append(TextSpan(start, start + part.utf8.count))
                    start += part.utf8.count
                }
            } else {
                current?.words.append(span)
            }
            rangeSpan = nil
        }

        private mutating func append(_ form: Substring, spaceAfter: Bool) -> TextSpan {
            if current == nil { current = Text(name: "") }
            if sentenceStart == nil {
                if beginsParagraph {
                    closeParagraph()
                    if length > 0 { add("\n\n") }
                    paragraphStart = length
                    (beginsParagraph, spaceIsDue) = (false, false)
                }
                if spaceIsDue { add(" ") }
                sentenceStart = length
            } else if spaceIsDue {
                add(" ")
            }
            let start = length
            add(String(form))
            spaceIsDue = spaceAfter
            return TextSpan(start, length)
        }

        private mutating func add(_ piece: String) {
            current?.text += piece
            length += piece.utf8.count
        }

        private mutating func endSentence() {
            guard let start = sentenceStart, let end = current?.tokens.last?.end else { return }
            current?.sentences.append(TextSpan(start, end))
            sentenceStart = nil
            sentenceRow = current?.rows.count ?? 0
        }

        private mutating func closeParagraph() {
            guard let end = current?.sentences.last?.end, end > paragraphStart else { return }
            current?.paragraphs.append(TextSpan(paragraphStart, end))
        }

        private mutating func close() {
            closeParagraph()
            if let current, !current.tokens.isEmpty { texts.append(current) }
            current = nil
        }
    }
}
