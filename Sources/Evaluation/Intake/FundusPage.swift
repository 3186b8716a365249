import Foundation

/// A saved page of the Fundus test set with what its publisher's own parser found in it.
struct FundusPage {
    /// File, from the folder of the country on.
    var name: String
    var address: String?
    /// The page, compressed.
    var bytes: [UInt8]
    var title: String
    var authors: [String]
    /// Day of publication, ISO 8601.
    var day: String
    /// Summary, headings and paragraphs in order.
    var lines: [String]

    /// The pages under `folder`, sorted by name.
    static func all(in folder: String) throws -> [FundusPage] {
        guard let countries = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw EvaluationFailure.missing(path: folder)
        }
        var pages: [FundusPage] = []
        for country in countries.sorted() {
            let path = folder + "/" + country
            guard let infos = object(path + "/meta.info") else { continue }
            var files: [String: [String]] = [:]
            for file in infos.keys { files[publisher(file), default: []].append(file) }
            for publisher in files.keys.sorted() {
                guard let gold = object(path + "/" + publisher + ".json") else { continue }
                for (file, version) in pairs((files[publisher] ?? []).sorted(), gold) {
                    guard let fields = gold[version] as? [String: Any],
                        let data = FileManager.default.contents(atPath: path + "/" + file),
                        let page = FundusPage(
                            "\(country)/\(file)", [UInt8](data), infos[file] as? [String: Any], fields)
                    else { continue }
                    pages.append(page)
                }
            }
        }
        return pages
    }

    /// Which file belongs to which version of a parser: both in the order of time; where there are more files than versions, the
    /// first that was saved on the day of publication or later.
    private static func pairs(_ files: [String], _ gold: [String: Any]) -> [(String, String)] {
        let versions = gold.keys.sorted()
        if files.count == versions.count { return Array(zip(files, versions)) }
        return versions.compactMap { version in
            guard let fields = gold[version] as? [String: Any], let date = fields["publishing_date"] as? String else {
                return nil
            }
            return files.first { saved($0) >= date.prefix(10) }.map { ($0, version) }
        }
    }

    /// "BBC" of "BBC_2024_08_01.html.gz".
    private static func publisher(_ file: String) -> String {
        file.split(separator: "_").dropLast(3).joined(separator: "_")
    }

    /// "2024-08-01" of "BBC_2024_08_01.html.gz".
    private static func saved(_ file: String) -> String {
        (file.components(separatedBy: ".").first ?? "").split(separator: "_").suffix(3).joined(separator: "-")
    }

    private static func object(_ path: String) -> [String: Any]? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        return (try? JSONSerialization.jsonObject(with: data)) as? [String: Any]
    }

    private init?(_ name: String, _ bytes: [UInt8], _ info: [String: Any]?, _ fields: [String: Any]) {
        guard let title = fields["title"] as? String, let date = fields["publishing_date"] as? String,
            let body = fields["body"] as? [String: Any], let sections = body["sections"] as? [[String: Any]]
        else { return nil }
        func list(_ value: Any?) -> [String] {
            ((value as? [String]) ?? []).map(PlainWords.line).filter { !$0.isEmpty }
        }
        self.name = name
        self.bytes = bytes
        address = info?["url"] as? String
        self.title = PlainWords.line(title)
        authors = list(fields["authors"])
        day = String(date.prefix(10))
        lines = list(body["summary"]) + sections.flatMap { list($0["headline"]) + list($0["paragraphs"]) }
    }
}
