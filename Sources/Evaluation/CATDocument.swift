import Foundation
import FoundationXML
import TextCore

/// A document of the CAT annotation tool, as MEANTIME has them: tokens, marks over tokens, relations between marks.
///
/// The text is made of the tokens, a sentence a line, so offsets are this reader's own.
struct CATDocument: Sendable {
    struct Token: Hashable, Sendable {
        var id: String
        var text: String
        /// Number of the sentence.
        var sentence: Int
        var span: TextSpan
    }

    /// A mark: a mention over tokens, or an instance without any.
    struct Markable: Hashable, Sendable {
        var id: String
        /// `TIMEX3`, `ENTITY_MENTION`, `EVENT_MENTION`, `SIGNAL`, `VALUE`, `ENTITY`, `EVENT` …
        var kind: String
        var attributes: [String: String]
        /// Indices into ``CATDocument/tokens``, ascending.
        var tokens: [Int]
    }

    /// A relation: `REFERS_TO`, `HAS_PARTICIPANT`, `TLINK` …
    struct Relation: Hashable, Sendable {
        var id: String
        var kind: String
        var attributes: [String: String]
        /// Ids of the marks that it leads from and to.
        var sources: [String], targets: [String]
    }

    /// File name without its ending.
    let name: String
    let text: SourceText
    let tokens: [Token]
    let markables: [Markable]
    let relations: [Relation]

    /// Reads a file.
    ///
    /// - Parameter joiner: puts the tokens together as they were written; without it they are parted by one space each.
    /// - Throws: ``EvaluationFailure`` where it is missing or no CAT document.
    init(file: String, joiner: TokenJoiner? = nil) throws(EvaluationFailure) {
        guard let data = FileManager.default.contents(atPath: file) else { throw .missing(path: file) }
        let reader = CATReader()
        let parser = XMLParser(data: data)
        parser.delegate = reader
        guard parser.parse(), !reader.tokens.isEmpty else {
            throw .malformed(path: file, reason: "no CAT document")
        }
        name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
        let laid = Self.lay(reader.tokens, joiner)
        text = SourceText(laid.text)
        tokens = laid.tokens
        let index = Dictionary(laid.tokens.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        markables = reader.markables.map { mark in
            Markable(
                id: mark.id, kind: mark.kind, attributes: mark.attributes,
                tokens: mark.tokens.compactMap { index[$0] }.sorted())
        }
        relations = reader.relations
    }

    /// The span of the text that a mark covers; nil where it has no token.
    func span(of markable: Markable) -> TextSpan? {
        guard let first = markable.tokens.first, let last = markable.tokens.last else { return nil }
        return TextSpan(tokens[first].span.start, tokens[last].span.end)
    }

    /// Lays the tokens out as text.
    private static func lay(
        _ raw: [(id: String, text: String, sentence: Int)], _ joiner: TokenJoiner?
    ) -> (text: String, tokens: [Token]) {
        var text = ""
        var tokens: [Token] = []
        var joiner = joiner
        for (position, token) in raw.enumerated() {
            let isFirst = position == 0 || token.sentence != raw[position - 1].sentence
            let isParted = joiner?.isParted(before: token.text, isFirst: isFirst) ?? true
            if position > 0 { text += isFirst ? "\n" : isParted ? " " : "" }
            let start = text.utf8.count
            text += joiner == nil ? token.text : TokenJoiner.written(token.text)
            tokens.append(
                Token(id: token.id, text: token.text, sentence: token.sentence, span: TextSpan(start, text.utf8.count)))
        }
        return (text, tokens)
    }
}

/// Collects what the parser meets.
private final class CATReader: NSObject, XMLParserDelegate {
    struct Mark {
        var id: String, kind: String, attributes: [String: String], tokens: [String]
    }
    private(set) var tokens: [(id: String, text: String, sentence: Int)] = []
    private(set) var markables: [Mark] = []
    private(set) var relations: [CATDocument.Relation] = []
    private var isToken = false

    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        switch element {
        case "token":
            tokens.append((attributes["t_id"] ?? "", "", Int(attributes["sentence"] ?? "") ?? 0))
            isToken = true
        case "token_anchor":
            if !markables.isEmpty, let id = attributes["t_id"] { markables[markables.count - 1].tokens.append(id) }
        case "source":
            if !relations.isEmpty, let id = attributes["m_id"] { relations[relations.count - 1].sources.append(id) }
        case "target":
            if !relations.isEmpty, let id = attributes["m_id"] { relations[relations.count - 1].targets.append(id) }
        default:
            if let id = attributes["m_id"] {
                markables.append(Mark(id: id, kind: element, attributes: attributes, tokens: []))
            } else if let id = attributes["r_id"] {
                relations.append(
                    CATDocument.Relation(id: id, kind: element, attributes: attributes, sources: [], targets: []))
            }
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if isToken { tokens[tokens.count - 1].text += string }
    }

    func parser(
        _ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?
    ) {
        if element == "token" { isToken = false }
    }
}
