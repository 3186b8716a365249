import Foundation
import NewsModel
import TextCore

/// An article of the Fundus test set with its parts.
struct FundusArticle {
    /// File and version.
    var name: String
    var title: String
    var authors: [String]
    /// Day of publication, ISO 8601.
    var day: String?
    var summary: [String]
    var sections: [(headings: [String], paragraphs: [String])]

    /// The writers as a byline gives them.
    var byline: String { authors.joined(separator: " and ") }

    /// Countries whose outlets write in English.
    private static let countries = ["au", "ca", "ind", "ke", "my", "na", "uk", "us", "za"]

    /// The English articles under `folder`, sorted by name.
    static func english(in folder: String) throws -> [FundusArticle] {
        guard FileManager.default.fileExists(atPath: folder) else { throw EvaluationFailure.missing(path: folder) }
        var articles: [FundusArticle] = []
        for country in countries {
            let path = folder + "/" + country
            let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            for file in files.sorted() where file.hasSuffix(".json") {
                let data = try Data(contentsOf: URL(fileURLWithPath: path + "/" + file))
                guard let versions = try JSONSerialization.jsonObject(with: data) as? [String: Any] else {
                    throw EvaluationFailure.malformed(path: path + "/" + file, reason: "no object")
                }
                for version in versions.keys.sorted() {
                    guard let fields = versions[version] as? [String: Any] else { continue }
                    if let article = FundusArticle("\(country)/\(file) \(version)", fields) { articles.append(article) }
                }
            }
        }
        return articles
    }

    private init?(_ name: String, _ fields: [String: Any]) {
        guard let title = fields["title"] as? String, let body = fields["body"] as? [String: Any],
            let sections = body["sections"] as? [[String: Any]], !sections.isEmpty
        else { return nil }
        func lines(_ value: Any?) -> [String] {
            ((value as? [String]) ?? []).map(\.oneLine).filter { !$0.isEmpty }
        }
        self.name = name
        self.title = title.oneLine
        authors = lines(fields["authors"])
        day = (fields["publishing_date"] as? String).map { String($0.prefix(10)) }
        summary = lines(body["summary"])
        self.sections = sections.map { (lines($0["headline"]), lines($0["paragraphs"])) }
        guard self.sections.contains(where: { !$0.paragraphs.isEmpty }) else { return nil }
    }

    /// The article as pasted text, with what each of its lines is; `inserted` stands between two paragraphs of its middle.
    func pasted(inserting inserted: String?) -> (text: String, parts: [Block]) {
        var text = ""
        var parts: [Block] = []
        func add(_ kind: Block.Kind, _ line: String) {
            if !text.isEmpty { text += "\n\n" }
            let start = text.utf8.count
            text += line
            parts.append(Block(kind, TextSpan(start, text.utf8.count)))
        }
        add(.title, title)
        if !authors.isEmpty { add(.byline, "By " + byline) }
        if let day { add(.dateline, "Published: " + day) }
        for line in summary { add(.standfirst, line) }
        let all = sections.reduce(0) { $0 + $1.paragraphs.count }
        var written = 0
        var waiting = inserted
        for section in sections {
            for heading in section.headings { add(.heading, heading) }
            for (number, paragraph) in section.paragraphs.enumerated() {
                if let link = waiting, written >= all / 2, number > 0 {
                    add(.relatedLink, link)
                    waiting = nil
                }
                add(.paragraph, paragraph)
                written += 1
            }
        }
        return (text, parts)
    }
}
