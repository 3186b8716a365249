import Foundation
import HeadwaterTestKit
import Lexicons
import NewsModel
import Testing
import TextCore

@testable import Headwater
@testable import Intake

/// A reporter's folder: saved pages, a feed, a web archive and plain texts of one story give one account with each report
/// once.
@Suite struct MixedFolderTests {
    /// A report of the example story, and how its outlet's page gives it.
    private struct Report {
        var file: String
        var outlet: String
        var title: String
        var paragraphs: [String]
        var address: String { "https://\(outlet.lowercased().filter(\.isLetter)).example/news/a\(file.prefix(2))" }

        /// The page, with what is around a report.
        var page: String {
            let head = """
                <title>\(title) | \(outlet)</title><meta property="og:site_name" content="\(outlet)"><link rel="canonical" href="\(address)">
                """
            let body = paragraphs.map { "<p>\(Self.escaped($0))</p>" }.joined(separator: "\n")
            return """
                <!doctype html><html lang="en"><head><meta charset="utf-8">\(head)</head><body><nav><ul><li><a href="/">Home</a></ul></nav>
                <article><h1>\(Self.escaped(title))</h1><div class="article-body">\(body)</div></article>
                <aside class="related"><h3><a href="/x">Ten dishes to try this summer</a></h3></aside>
                <footer><p>Copyright 2024 \(outlet). All rights reserved.</p></footer></body></html>
                """
        }

        var entry: String {
            """
            <item><title>\(Self.escaped(title))</title><link>\(address)?utm_source=rss</link><source url="https://x.example">\(outlet)</source>
            <content:encoded><![CDATA[\(paragraphs.map { "<p>\(Self.escaped($0))</p>" }.joined())]]></content:encoded></item>
            """
        }

        var record: String {
            let answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
            return
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: \(address)\r\nContent-Type: application/http\r\n"
                + "Content-Length: \(answer.utf8.count)\r\n\r\n\(answer)\r\n\r\n"
        }

        private static func escaped(_ text: String) -> String {
            text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
        }
    }

    /// File, outlet, and which of its parts is the title; the text begins after `skipped` parts.
    private static let outlets: [(file: String, outlet: String, title: Int, skipped: Int)] = [
        ("01_euxine-press", "Euxine Press", 0, 2), ("02_balkan-courier", "The Balkan Courier", 1, 4),
        ("03_harbour-today", "Harbour Today", 0, 1), ("04_molo-quotidiano", "Molo Quotidiano", 1, 2),
        ("05_varna-telegraph", "Varna Telegraph", 0, 2),
        ("06_black-sea-shipping-review", "Black Sea Shipping Review", 1, 3),
        ("07_euxine-press-update", "Euxine Press", 0, 2), ("08_world-now-24", "World Now 24", 0, 2),
    ]

    private static func reports() throws -> [(report: Report, text: String)] {
        try outlets.map { file, outlet, title, skipped in
            let path = HarbourFireTests.example.appending(path: "reports/\(file).txt")
            let text = try String(contentsOf: path, encoding: .utf8)
            let parts = text.components(separatedBy: "\n\n").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
                .filter { !$0.isEmpty }
            let paragraphs = parts.dropFirst(skipped).compactMap { paragraph($0, title: parts[title]) }
            return (Report(file: file, outlet: outlet, title: parts[title], paragraphs: paragraphs), text)
        }
    }

    /// A part of the text as a page has it: what was pasted with it stands elsewhere in a page.
    private static func paragraph(_ part: String, title: String) -> String? {
        let isGlued = part.lowercased().hasPrefix(title.lowercased())
        let text = isGlued ? String(part.dropFirst(title.count)) : part
        return text.count < 60 || text.hasPrefix("SEE ALSO") || text.contains("is a freelance writer") ? nil : text
    }

    @Test func oneAccountWithEachReportOnce() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "headwater-mixed-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        func write(_ name: String, _ text: String) throws {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        let reports = try Self.reports()
        for (report, text) in reports { try write("text-\(report.file).txt", text) }
        for (report, _) in reports where ["01", "02", "05", "06"].contains(report.file.prefix(2)) {
            try write("page-\(report.file).html", report.page)
        }
        let fed = reports.map(\.report).filter { ["01", "03", "07"].contains($0.file.prefix(2)) }.map(\.entry).joined()
        try write(
            "feed.xml",
            """
            <?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
            <channel><title>All the papers</title><link>https://all.example</link>\(fed)</channel></rss>
            """)
        let kept = reports.map(\.report).filter { ["02", "04", "08"].contains($0.file.prefix(2)) }
        try write("crawl.warc", kept.map(\.record).joined())

        let (items, told) = ItemGatherer().gather([folder.path])
        #expect(items.count == 8 + 4 + 1 + 3 && told.isEmpty)
        let reading = try await Pipeline(resources: ResourceDirectory()).read(items)
        #expect(reading.accounts.count == 1)
        let account = try #require(reading.accounts.first)
        let files = account.analyses.map { analysis in
            analysis.document.files.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
        }
        #expect(account.analyses.count == reports.count, "\(files)")
        for (report, _) in reports {
            let number = report.file.prefix(2)
            let holders = files.filter { $0.contains("text-\(report.file).txt") }
            #expect(holders.count == 1, "\(number)")
            let ways =
                1
                + [["01", "02", "05", "06"], ["01", "03", "07"], ["02", "04", "08"]].count {
                    $0.contains(String(number))
                }
            #expect(holders.first?.count == ways, "\(number) was given in \(ways) ways: \(holders)")
        }
    }
}
