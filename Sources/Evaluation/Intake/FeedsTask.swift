import Foundation
import Intake
public import Lexicons
import NewsModel

/// Feeds against the expectations of gofeed and feedparser: the fields that Headwater uses. Texts are compared without
/// markup and white space, times by their moment.
public struct FeedsTask: EvaluationTask {
    public static let name = "feeds"
    public static let summary = "fields of feeds as gofeed and feedparser expect them"

    private let folder: String
    private let reader: FeedReader

    public init(data folder: String, resources: ResourceDirectory) throws {
        self.folder = folder + "/intake"
        reader = try FeedReader(resources: resources)
    }

    public func run(_ extent: EvaluationExtent) async throws -> [Measurement] {
        var log = EvaluationLog()
        let measurements = try [gofeed(&log), feedparser(&log)]
        log.write()
        return measurements
    }

    /// Right and all.
    private struct Count {
        var right = 0
        var all = 0
        mutating func add(_ isRight: Bool) {
            right += isRight ? 1 : 0
            all += 1
        }
    }

    private static func files(in folder: String, _ ending: String) throws -> [String] {
        guard let walk = FileManager.default.enumerator(atPath: folder) else {
            throw EvaluationFailure.missing(path: folder)
        }
        return walk.compactMap { $0 as? String }.filter { $0.hasSuffix(ending) }.sorted()
    }

    private static func isSame(_ found: String?, _ expected: String) -> Bool {
        PlainWords.letters(found ?? "") == PlainWords.letters(expected)
    }

    // MARK: gofeed

    private func gofeed(_ log: inout EvaluationLog) throws -> Measurement {
        var count = Count()
        let root = folder + "/gofeed/testdata"
        for name in try Self.files(in: root, ".xml") {
            guard let bytes = FileManager.default.contents(atPath: root + "/" + name),
                let data = FileManager.default.contents(atPath: root + "/" + name.dropLast(4) + ".json"),
                let expected = (try? JSONSerialization.jsonObject(with: data)) as? [String: Any]
            else { continue }
            let list = reader.list([UInt8](bytes))
            for (field, value, found) in Self.expectations(expected, list) {
                let isRight = Self.isSame(found, value)
                count.add(isRight)
                if !isRight { log.add(name, field, "expected", value, "found", found ?? "nothing") }
            }
        }
        return Measurement(
            data: "gofeed", measure: "fields equal", value: Double(count.right) / Double(max(1, count.all)),
            count: count.all)
    }

    /// The fields of an expectation with what was found for each.
    private static func expectations(_ expected: [String: Any], _ list: FeedList?) -> [(String, String, String?)] {
        var fields: [(String, String, String?)] = []
        func add(_ name: String, _ value: Any?, _ found: String?) {
            if let text = value as? String, !text.isEmpty { fields.append((name, text, found)) }
        }
        add("title", expected["title"], list?.title)
        add("link", expected["link"], list?.link)
        let items = (expected["items"] ?? expected["entries"]) as? [[String: Any]] ?? []
        for (index, item) in items.enumerated() {
            let entry = list.flatMap { index < $0.entries.count ? $0.entries[index] : nil }
            add("item title", item["title"], entry?.title)
            add("item link", item["link"], entry?.link)
            add("item description", item["description"] ?? item["summary"], entry?.summary ?? entry?.content)
            add("item content", item["content"] ?? (item["content"] as? [String: Any])?["value"], entry?.content)
            let author = (item["author"] as? [String: Any]) ?? (item["authors"] as? [[String: Any]])?.first
            add("item author", author?["name"] ?? item["author"], entry?.authors.first)
            add("item published", day(item["publishedParsed"]), entry?.published?.date.description)
            add("item updated", day(item["updatedParsed"]), (entry?.updated ?? entry?.published)?.date.description)
        }
        return fields
    }

    private static func day(_ value: Any?) -> String? { (value as? String).map { String($0.prefix(10)) } }

    // MARK: feedparser

    private func feedparser(_ log: inout EvaluationLog) throws -> Measurement {
        var count = Count()
        let root = folder + "/feedparser/tests"
        for name in try Self.files(in: root, ".xml") {
            guard let data = FileManager.default.contents(atPath: root + "/" + name) else { continue }
            let list = reader.list([UInt8](data))
            guard let (path, told) = Self.expectation(String(decoding: data.prefix(4_096), as: UTF8.self)) else {
                continue
            }
            let entry = list?.entries.first
            // feedparser writes a name with its address of mail; Headwater keeps the name.
            let mail = path.contains("author") ? told.range(of: " (") : nil
            let value = mail.map { told.contains("@") ? String(told[..<$0.lowerBound]) : told } ?? told
            let found: String?
            switch path {
            case "entries[0]['title']": found = entry?.title
            case "entries[0]['link']": found = entry?.link
            case "entries[0]['author']", "entries[0]['author_detail']['name']": found = entry?.authors.first
            case "entries[0]['content'][0]['value']": found = entry?.content
            case "entries[0]['summary']", "entries[0]['description']": found = entry?.summary ?? entry?.content
            case "entries[0]['source']['title']": found = entry?.source
            case "feed['title']": found = list?.title
            case "feed['link']": found = list?.link
            default: continue
            }
            let isRight = Self.isSame(found, value)
            count.add(isRight)
            if !isRight { log.add(name, path, "expected", value, "found", found ?? "nothing") }
        }
        return Measurement(
            data: "feedparser", measure: "fields equal", value: Double(count.right) / Double(max(1, count.all)),
            count: count.all)
    }

    /// The path and value of `Expect: not bozo and entries[0]['title'] == 'Example'`; nil for any other expectation.
    private static func expectation(_ head: String) -> (String, String)? {
        guard let line = head.split(whereSeparator: \.isNewline).first(where: { $0.contains("Expect:") }),
            let mark = line.range(of: "Expect:"), let equals = line.range(of: " == ")
        else { return nil }
        var path = line[mark.upperBound..<equals.lowerBound].trimmingCharacters(in: .whitespaces)
        if path.hasPrefix("not bozo and ") { path = String(path.dropFirst(13)) }
        var value = line[equals.upperBound...].trimmingCharacters(in: .whitespaces)
        if value.hasPrefix("u'") || value.hasPrefix("u\"") { value.removeFirst() }
        guard let quote = value.first, quote == "'" || quote == "\"", value.count >= 2, value.last == quote else {
            return nil
        }
        value = String(value.dropFirst().dropLast())
        // Two strings, or an escape of Python that would have to be read.
        guard !value.contains(quote), !value.contains("\\") else { return nil }
        return (path, value)
    }
}
