import Foundation
import NewsModel
import TextCore

/// NewsWCL50: ten political events, each told by five outlets, as tokens in lines.
struct NewsWCL50File {
    /// The event of each report.
    let events: [String]
    /// The reports, a sentence a line.
    let documents: [Document]

    /// Reads the folder.
    init(folder: String) throws {
        let path = folder + "/conll/NewsWCL50.conll"
        guard let data = FileManager.default.contents(atPath: path) else { throw EvaluationFailure.missing(path: path) }
        var events: [String] = []
        var documents: [Document] = []
        var name = ""
        var sentence: [Substring] = []
        var sentences: [String] = []
        func closeSentence() {
            if !sentence.isEmpty { sentences.append(sentence.joined(separator: " ")) }
            sentence = []
        }
        func closeDocument() {
            closeSentence()
            guard !sentences.isEmpty else { return }
            let text = SourceText(sentences.joined(separator: "\n"))
            let blocks = LineIndex(text).lines.map { text.trimmed($0) }.filter { !$0.isEmpty }
                .map { Block(.paragraph, $0) }
            documents.append(
                Document(id: DocumentID(hashing: Array(name.utf8)), files: [name], text: text, blocks: blocks))
            events.append(String(name.prefix { $0 != "/" }))
            sentences = []
        }
        for line in String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("#begin document ") {
                name = String(line.dropFirst("#begin document ".count).prefix { $0 != ";" })
            } else if line.hasPrefix("#end document") {
                closeDocument()
            } else if line.allSatisfy(\.isWhitespace) {
                closeSentence()
            } else {
                let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
                if fields.count > 3 { sentence.append(fields[3]) }
            }
        }
        closeDocument()
        self.events = events
        self.documents = documents
    }
}
