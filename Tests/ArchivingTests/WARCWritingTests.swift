import Foundation
import Testing

@testable import Archiving

/// Records that are written and read back.
@Suite struct WARCWritingTests {
    private static func response(_ body: String, address: String = "https://news.example/a", date: String) -> WARCRecord
    {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: \"\(date)\"\r\n\r\n"
        return WARCRecord(
            .response, date: date, address: address,
            fields: [
                ("Content-Type", "application/http;msgtype=response"),
                ("WARC-Payload-Digest", WARCRecord.digest(Array(body.utf8))),
            ], block: Array((head + body).utf8))
    }

    @Test func recordsAreReadBack() throws {
        try withFolder { folder in
            let file = try ArchiveFile(folder: folder, name: "a")
            let second = try ArchiveFile(folder: folder, name: "a")
            #expect(second.path == folder + "/a-2.warc.gz")
            try file.append([
                Self.response("first\r\n\r\nWARC/1.1", date: "2026-11-26T12:00:00Z"),
                Self.response("second", address: "https://news.example/b", date: "2026-11-26T12:00:01Z"),
            ])
            var reader = WARCReader(try #require(ByteStream(path: file.path)), limit: 1 << 20)
            var records: [WARCReader.Record] = []
            while let record = reader.next({ Issue.record("record \($0) \($1)") }) { records.append(record) }
            #expect(records.map { String(decoding: $0.body, as: UTF8.self) } == ["first\r\n\r\nWARC/1.1", "second"])
            #expect(records.map(\.address) == ["https://news.example/a", "https://news.example/b"])
        }
    }

    @Test func fieldsCannotBeginOthers() {
        let record = WARCRecord(
            .request, date: "2026-11-26T12:00:00Z", address: "https://a.example/\r\nWARC-Type: response", fields: [],
            block: [])
        let lines = String(decoding: record.bytes, as: UTF8.self).components(separatedBy: "\r\n")
        #expect(lines.count { $0.hasPrefix("WARC-Type:") } == 1)
        #expect(record.id.hasPrefix("<urn:uuid:") && record.id.count == 47)
    }

    @Test func theLastAnswerIsKnown() throws {
        try withFolder { folder in
            try ArchiveFile(folder: folder, name: "b").append([Self.response("new", date: "2026-11-26T13:00:00Z")])
            try ArchiveFile(folder: folder, name: "c").append([Self.response("old", date: "2026-11-26T12:00:00Z")])
            // A cut archive gives what is whole in it.
            let whole = try Data(contentsOf: URL(fileURLWithPath: folder + "/b.warc.gz"))
            try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: folder + "/d.warc.gz"))
            let known = EarlierAnswers.read(folder: folder)
            #expect(known.count == 1)
            let answer = try #require(known["https://news.example/a"])
            #expect(answer.entityTag == "\"2026-11-26T13:00:00Z\"")
            #expect(answer.payloadDigest == WARCRecord.digest(Array("new".utf8)))
            #expect(EarlierAnswers.read(folder: "/no/such/folder").isEmpty)
        }
    }

    @Test func gzipGoesThereAndBack() throws {
        for bytes in [[], [7], [UInt8](repeating: 9, count: 1 << 20)] as [[UInt8]] {
            let packed = try #require(Gzip.compressed(bytes))
            let back = Inflater.inflate(packed, limit: 1 << 21)
            #expect(back.bytes == bytes && back.trouble == nil)
        }
    }

    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "headwater-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path)
    }
}
