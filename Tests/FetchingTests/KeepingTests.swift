import Archiving
import Foundation
import Intake
import NewsModel
import Testing

@testable import Fetching

/// Answers kept as WARC, and asked for again only where they changed.
@Suite struct KeepingTests {
    private static let page = "<html><title>Ferry aground</title><p>The ferry ran aground.</p></html>"

    @Test func whatIsKeptIsRead() async throws {
        let gzip = try #require(Gzip.compressed(Array(Self.page.utf8)))
        let bench = try await FetchBench { request, _ in
            switch request.path {
            case "/old": [.answer("301 Moved", ["Location: /new"])]
            case "/new":
                [
                    .send("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\n"),
                    .send("Transfer-Encoding: chunked\r\n\r\n\(String(gzip.count, radix: 16))\r\n"), .bytes(gzip),
                    .send("\r\n0\r\n\r\n"),
                ]
            default: nil
            }
        }
        try await FetchBench.withFolder { folder in
            let archive = try #require(await bench.fetch("/old", "/none", into: folder).archive)
            #expect(archive == folder + "/fetch-20261126T120000Z.warc.gz")
            let (items, diagnostics) = ItemGatherer().gather([folder])
            #expect(items.map(\.bytes) == [Array(Self.page.utf8)] && diagnostics.isEmpty)
            #expect(items.first?.address == bench.address("/new") && items.first?.charset == "utf-8")

            let records = try Self.records(archive)
            #expect(
                records.map { $0["warc-type"] } == [
                    "warcinfo", "response", "request", "response", "request", "response", "request",
                ])
            let whole = try #require(records.first { $0["warc-target-uri"] == bench.address("/new") })
            #expect(whole["warc-payload-digest"] == WARCRecord.digest(gzip))
            #expect(whole["warc-ip-address"] == "127.0.0.1" && whole["warc-date"] == "2026-11-26T12:00:00Z")
            #expect(Set(records.map { $0["warc-record-id"] }).count == records.count)
            #expect(records[2]["warc-concurrent-to"] == records[1]["warc-record-id"])
        }
    }

    @Test func unchangedPagesAreNotFetchedAgain() async throws {
        let bench = try await FetchBench { request, before in
            switch request.path {
            case "/tagged" where request["if-none-match"] == "\"v1\"": [.send("HTTP/1.1 304 Not Modified\r\n\r\n")]
            case "/tagged":
                [.answer("200 OK", ["ETag: \"v1\"", "Last-Modified: Thu, 26 Nov 2026 11:00:00 GMT"], Self.page)]
            case "/plain": [.answer("200 OK", [], before < 2 ? Self.page : Self.page + "<p>Later.</p>")]
            default: nil
            }
        }
        try await FetchBench.withFolder { folder in
            _ = await bench.fetch("/tagged", "/plain", into: folder)
            let (again, archive) = await bench.fetch("/tagged", "/plain", into: folder)
            #expect(
                try again.map { try $0.outcome.get().unchangedSince }
                    == Array(repeating: "2026-11-26T12:00:00Z", count: 2))
            #expect(
                bench.server.requests.last { $0.path == "/tagged" }?["if-modified-since"]
                    == "Thu, 26 Nov 2026 11:00:00 GMT")
            #expect(archive == folder + "/fetch-20261126T120000Z-2.warc.gz")
            let kinds = try Self.records(try #require(archive)).map { $0["warc-type"] }
            #expect(kinds == ["warcinfo", "revisit", "request", "revisit", "request"])
            // An archive that says that nothing has changed is no error, and adds no document.
            let (items, diagnostics) = ItemGatherer().gather([folder])
            #expect(items.count == 2 && diagnostics.allSatisfy { $0.severity == .note })

            let (third, _) = await bench.fetch("/plain", into: folder)
            #expect(try third[0].outcome.get().unchangedSince == nil)
            #expect(ItemGatherer().gather([folder]).items.count == 3)
        }
    }

    @Test func failuresLeaveNothingBehind() async throws {
        let bench = try await FetchBench { request, _ in
            request.path == "/cut" ? [.send("HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n<p>Cut"), .close] : nil
        }
        try await FetchBench.withFolder { folder in
            let (results, archive) = await bench.fetch("/cut", into: folder)
            #expect(results.count == 1 && archive == nil)
            let left = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(left.isEmpty)
        }
        let (results, _) = await bench.fetch("/none", into: "/no/such/folder")
        guard case .failure(.cannotKeep) = results[0].outcome else {
            Issue.record("the missing folder was not told")
            return
        }
    }

    private static let program = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: ".build/debug/headwater")

    /// What the program prints on standard output, and its exit status.
    private static func run(_ arguments: [String]) throws -> (output: String, status: Int32) {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let printed = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (printed, process.terminationStatus)
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: program.path), "the program was not built"))
    func theWholeWayThroughTheProgram() async throws {
        let body =
            "<html><title>F\u{E4}hre aground</title><p>The f\u{E4}hre ran aground on Tuesday, the port said.</p></html>"
        let latin = body.unicodeScalars.map { UInt8($0.value) }
        let bench = try await FetchBench { request, _ in
            request.path == "/page"
                ? [.bytes(ScriptedServer.Step.whole("200 OK", ["Content-Type: text/html; charset=utf-8"], latin))] : nil
        }
        let address = "http://127.0.0.1:\(bench.server.port)/page"
        let extracted = try Self.run(["extract", address, "--allow-private", "--format", "json"])
        // The server names the wrong character set; the bytes have the last word.
        #expect(extracted.status == 0 && extracted.output.contains("The f\u{E4}hre ran aground"), "\(extracted.output)")

        try await FetchBench.withFolder { folder in
            let fetched = try Self.run(["fetch", address, "-o", folder, "--allow-private", "--delay", "0"])
            let archive = fetched.output.trimmingCharacters(in: .newlines)
            #expect(fetched.status == 0 && archive.hasPrefix(folder + "/fetch-"), "\(fetched.output)")
            let read = try Self.run(["extract", archive, "--format", "json"])
            #expect(read.output.contains("The f\u{E4}hre ran aground"), "\(read.output)")
            let kept = try Self.run([
                "read", address, "--allow-private", "--keep", folder + "/kept", "--format", "json",
            ])
            #expect(kept.status == 0 && kept.output.contains("\"retrieved\":\"20"), "\(kept.output.prefix(500))")
            let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/kept")
            #expect(names.count == 1 && names[0].hasSuffix(".warc.gz"))
        }
    }

    /// The headers of the records of an archive.
    private static func records(_ archive: String) throws -> [MessageHeader] {
        let stream = try #require(ByteStream(path: archive))
        var headers: [MessageHeader] = []
        while let line = stream.line() {
            guard line.starts(with: "WARC/1.1".utf8) else { continue }
            let header = MessageHeader(reading: stream)
            headers.append(header)
            _ = stream.bytes(Int(header["content-length"] ?? "") ?? 0, limit: 0)
        }
        return headers
    }
}
