import Foundation
import TextCore

/// A report of NewsWCL50 as it was written, put together from its tokens: a sentence a line, with the chains of actors,
/// countries, organisations and groups.
struct WCLDocument {
    /// Event and outlet: "8/-/8_RR".
    private(set) var name = ""
    /// The event.
    var topic: String { String(name.prefix { $0 != "/" }) }
    private(set) var text = ""
    private(set) var mentions: [(span: TextSpan, entity: String)] = []
    private var sentence = ""
    private var endsLine = false
    private var joiner = TokenJoiner(joinsHyphens: true)
    private var open: [(entity: String, start: Int)] = []

    /// Adds a token line: document, sentence, token number, token, chains.
    mutating func add(_ fields: [String]) {
        guard fields.count >= 5 else { return }
        name = fields[0]
        let isFirst = fields[1] != sentence
        sentence = fields[1]
        let token = fields[3].filter { !$0.isWhitespace }
        // Where a line of the page ends, the token is the two characters "\n".
        let isBreak = token.isEmpty || token == "\\n"
        if !text.isEmpty {
            if isFirst || endsLine {
                text += "\n"
            } else if joiner.isParted(before: token, isFirst: false) {
                text += " "
            }
        }
        if isFirst || endsLine { _ = joiner.isParted(before: token, isFirst: true) }
        endsLine = isBreak
        let start = text.utf8.count
        if !isBreak { text += token }
        let end = text.utf8.count
        for part in fields[4].split(separator: "|") where part != "-" {
            let name = part.filter { $0 != "(" && $0 != ")" }
            guard ["_ACTOR", "_COUNTRY", "_ORG", "_GROUP"].contains(where: name.hasSuffix) else { continue }
            if part.hasPrefix("(") { open.append((String(name), start)) }
            if part.hasSuffix(")"), let place = open.lastIndex(where: { $0.entity == name }) {
                if open[place].start < end { mentions.append((TextSpan(open[place].start, end), String(name))) }
                open.remove(at: place)
            }
        }
    }

    /// The reports of the corpus in the order of its file.
    ///
    /// - Throws: ``EvaluationFailure`` where it is missing.
    static func all(folder: String) throws(EvaluationFailure) -> [WCLDocument] {
        let path = folder + "/conll/NewsWCL50.conll"
        guard let data = FileManager.default.contents(atPath: path) else { throw .missing(path: path) }
        var documents: [WCLDocument] = []
        var document = WCLDocument()
        for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
            guard line.hasPrefix("#") else {
                document.add(line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
                continue
            }
            if !document.text.isEmpty { documents.append(document) }
            document = WCLDocument()
        }
        if !document.text.isEmpty { documents.append(document) }
        return documents
    }
}
