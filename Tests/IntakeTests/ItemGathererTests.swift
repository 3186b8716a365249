import Foundation
import NewsModel
import Testing

@testable import Intake

/// Files, folders and standard input.
@Suite final class ItemGathererTests {
    let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "headwater-intake-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func write(_ name: String, _ text: String) throws {
        let path = folder + "/" + name
        let parent = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }

    func names(_ items: [RawItem]) -> [String] { items.map { String($0.name.dropFirst(folder.count + 1)) } }

    @Test func aFolderIsReadInOrderWithAllThatIsInIt() throws {
        for name in [
            "b.txt", "a.md", "sub/c.txt", "Z.txt", ".hidden", "picture.png", "page.html", "old.txt~", "noend", "a.docx",
            "sub/.git/x.txt",
        ] {
            try write(name, "text of \(name)")
        }
        let (items, diagnostics) = ItemGatherer().gather([folder])
        #expect(names(items) == ["Z.txt", "a.md", "b.txt", "noend", "page.html", "sub/c.txt"])
        #expect(items.map(\.format) == [.plainText, .markdown, .plainText, .unknown, .html, .plainText])
        #expect(diagnostics.map(\.code) == ["intake.unsupported"] && diagnostics[0].severity == .note)
    }

    @Test func whatIsMissingIsNamedAndTheRestIsRead() throws {
        try write("a.txt", "text")
        let missing = folder + "/nothing.txt"
        let (items, diagnostics) = ItemGatherer().gather([missing, folder + "/a.txt"])
        #expect(names(items) == ["a.txt"])
        #expect(diagnostics.map(\.code) == ["intake.missing"] && diagnostics[0].severity == .error)
        #expect(diagnostics[0].message.contains(missing) && diagnostics[0].file == missing)
    }

    @Test func anEmptyFolderIsAnError() throws {
        try write("pictures/a.png", "x")
        let (items, diagnostics) = ItemGatherer().gather([folder + "/pictures"])
        #expect(items.isEmpty && diagnostics.map(\.code) == ["intake.emptyFolder"])
        #expect(diagnostics[0].message.contains(folder + "/pictures"))
    }

    @Test func aFileOverTheLimitIsNotRead() throws {
        try write("large.txt", String(repeating: "x", count: 2_049))
        try write("small.txt", String(repeating: "x", count: 2_048))
        let (items, diagnostics) = ItemGatherer(limit: 2_048).gather([folder])
        #expect(names(items) == ["small.txt"])
        #expect(diagnostics.map(\.code) == ["intake.tooLarge"])
        #expect(diagnostics[0].message.contains("2 KiB"), "\(diagnostics[0].message)")
    }

    @Test func moreThanTheLimitInAllIsNotRead() throws {
        for name in ["a.txt", "b.txt", "c.txt"] { try write(name, String(repeating: "x", count: 600)) }
        let (items, diagnostics) = ItemGatherer(limit: 1_000, totalLimit: 1_300).gather([folder])
        #expect(names(items) == ["a.txt", "b.txt"] && diagnostics.map(\.code) == ["intake.tooLarge"])
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/zero")))
    func anEndlessFileIsNotRead() {
        let (items, diagnostics) = ItemGatherer(limit: 1 << 20).gather(["/dev/zero"])
        #expect(items.isEmpty && diagnostics.map(\.code) == ["intake.tooLarge"])
        #expect(diagnostics[0].message.contains("goes on after 1 MiB"))
    }

    @Test func linksInACircleEnd() throws {
        try write("sub/a.txt", "text")
        try FileManager.default.createSymbolicLink(atPath: folder + "/sub/loop", withDestinationPath: folder)
        try FileManager.default.createSymbolicLink(atPath: folder + "/nowhere", withDestinationPath: folder + "/gone")
        let (items, diagnostics) = ItemGatherer().gather([folder])
        #expect(names(items) == ["sub/a.txt"])
        #expect(diagnostics.map(\.code) == ["intake.unreadable"] && diagnostics[0].message.contains("nowhere"))
    }

    @Test func aNamedFileOfAnotherKindIsAnError() throws {
        try write("page.docx", "<html>")
        let (items, diagnostics) = ItemGatherer().gather([folder + "/page.docx"])
        #expect(items.isEmpty && diagnostics.map(\.code) == ["intake.unsupported"] && diagnostics[0].severity == .error)
    }

    @Test(.enabled(if: getuid() != 0, "a file that the superuser may not read does not exist"))
    func anUnreadableFileIsAnError() throws {
        try write("locked.txt", "text")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: folder + "/locked.txt")
        let (items, diagnostics) = ItemGatherer().gather([folder + "/locked.txt"])
        #expect(items.isEmpty && diagnostics.map(\.code) == ["intake.unreadable"])
    }

    static let record =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/a\r\n"
        + "Content-Type: application/http; msgtype=response\r\nContent-Length: "

    /// A record of an archive that holds `body` as a page.
    static func record(_ body: String) -> String {
        let answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
        return record + "\(answer.utf8.count)\r\n\r\n" + answer + "\r\n\r\n"
    }

    @Test func anArchiveGivesAnItemARecord() throws {
        try write("two.warc", Self.record("<p>One.</p>") + Self.record("<p>Two.</p>"))
        let (items, diagnostics) = ItemGatherer().gather([folder + "/two.warc"])
        #expect(names(items) == ["two.warc#1", "two.warc#2"] && diagnostics.isEmpty)
        #expect(
            items.allSatisfy { $0.format == .html && $0.address == "https://example.org/a" && $0.charset == "utf-8" })
        #expect(items.map { String(decoding: $0.bytes, as: UTF8.self) } == ["<p>One.</p>", "<p>Two.</p>"])
    }

    @Test func aBrokenArchiveIsReadAsFarAsItGoes() throws {
        try write("cut.warc", Self.record("<p>One.</p>") + "rubbish\r\n" + Self.record("<p>Two.</p>").dropLast(9))
        let (items, diagnostics) = ItemGatherer().gather([folder + "/cut.warc"])
        #expect(items.count == 2 && diagnostics.allSatisfy { $0.code == "intake.record" && $0.severity == .warning })
        #expect(diagnostics.count == 2, "\(diagnostics.map(\.message))")
    }

    @Test func anArchiveWithoutDocumentsSaysWhatItHolds() throws {
        let request = "GET / HTTP/1.1\r\nHost: example.org\r\n\r\n"
        let records =
            "WARC/1.0\r\nWARC-Type: request\r\nContent-Type: application/http\r\nContent-Length: \(request.utf8.count)\r\n\r\n"
            + request + "\r\n\r\n"
            + "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: file:///with a space.png\r\nContent-Type: image/png\r\n"
            + "Content-Length: 4\r\n\r\n\u{1}PNG\r\n\r\n"
        try write("none.warc", records)
        let (items, diagnostics) = ItemGatherer().gather([folder + "/none.warc"])
        #expect(items.isEmpty && diagnostics.map(\.code) == ["intake.empty"])
        #expect(diagnostics[0].message.hasSuffix("its records: image/png 1, request 1"), "\(diagnostics[0].message)")
    }

    @Test func linesOfJSONAreItemsAndAreNotKeptWhenVisited() throws {
        try write("a.jsonl", "{\"title\": \"One\"}\n\n{\"title\": \"Two\"}\n")
        var seen: [String] = []
        let diagnostics = ItemGatherer(limit: 1_000, totalLimit: 1).forEach([folder]) { seen.append($0.name) }
        #expect(
            seen.map { String($0.dropFirst(folder.count + 1)) } == ["a.jsonl#1", "a.jsonl#3"] && diagnostics.isEmpty)
    }
}
