import Archiving
import NewsModel
import Testing

@testable import Fetching

/// Answers that are slow, endless, broken or lie about themselves.
@Suite struct MisbehavingServerTests {
    private static let robots = ScriptedServer.Step.answer("404 Not Found", [])

    private static func bench(
        _ script: @escaping @Sendable (Int) -> [ScriptedServer.Step]
    ) async throws -> FetchBench {
        try await FetchBench { request, before in request.path == "/page" ? script(before) : nil }
    }

    /// One request alone: however busy the machine is, what never comes is waited for no longer than allowed.
    private static func exchange(_ bench: FetchBench) async throws -> FetchFailure? {
        let connections = HTTPConnections(settings: bench.settings)
        let local = try #require(IPAddress("127.0.0.1"))
        do throws(FetchFailure) {
            let url = try WebURL(bench.address("/page"))
            _ = try await connections.exchange(url, at: local, headers: [], time: 0, limit: 100) { _, _ in }
        } catch {
            await connections.close()
            return error
        }
        await connections.close()
        return nil
    }

    @Test func silentServersAreLeft() async throws {
        var bench = try await Self.bench { _ in [] }
        bench.settings.timeLimit = .milliseconds(200)
        #expect(try await Self.exchange(bench) == .slow(seconds: 1))
    }

    @Test func answersThatStandStillAreLeft() async throws {
        var bench = try await Self.bench { _ in [.send("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n<p>Half of")] }
        bench.settings.timeLimit = .milliseconds(200)
        #expect(try await Self.exchange(bench) == .slow(seconds: 1))
        bench.settings.timeLimit = .seconds(60)
        bench.settings.idleLimit = .milliseconds(200)
        #expect(try await Self.exchange(bench) == .slow(seconds: 1))
    }

    @Test func endlessAnswersAreCutOff() async throws {
        var bench = try await Self.bench { _ in
            [
                .send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"),
                .forever(String(repeating: "more ", count: 1_000)),
            ]
        }
        bench.settings.sizeLimit = 1 << 17
        #expect(try await bench.failure("/page") == .tooLarge(1 << 17))
    }

    @Test func declaredSizesAreBelieved() async throws {
        var bench = try await Self.bench { _ in [.send("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n")] }
        bench.settings.sizeLimit = 1 << 17
        #expect(try await bench.failure("/page") == .tooLarge(1 << 17))
    }

    @Test func compressedBodiesAreRead() async throws {
        let text = String(repeating: "The ferry ran aground. ", count: 200)
        let gzip = try #require(Gzip.compressed(Array(text.utf8)))
        let bench = try await Self.bench { before in
            let body = before == 0 ? gzip : Array(gzip.prefix(gzip.count - 12))
            return [.bytes(ScriptedServer.Step.whole("200 OK", ["Content-Encoding: gzip"], body))]
        }
        let whole = try await bench.outcome("/page").get()
        #expect(whole.item.bytes == Array(text.utf8) && !whole.isDamaged && whole.received == gzip.count)
        let broken = try await bench.outcome("/page").get()
        #expect(broken.isDamaged && !broken.item.bytes.isEmpty && text.utf8.starts(with: broken.item.bytes))
    }

    @Test func bombsDoNotGoOff() async throws {
        let bomb = try #require(Gzip.compressed([UInt8](repeating: 0, count: 8 << 20)))
        var bench = try await Self.bench { _ in
            [.bytes(ScriptedServer.Step.whole("200 OK", ["Content-Encoding: gzip"], bomb))]
        }
        bench.settings.inflatedLimit = 1 << 20
        #expect(bomb.count < 1 << 15)
        #expect(try await bench.failure("/page") == .inflatesTooFar(1 << 20))
    }

    @Test func whatIsNotCompressedAsItSaysIsTakenAsItStands() async throws {
        let bench = try await Self.bench { before in
            [.answer("200 OK", ["Content-Encoding: \(before == 0 ? "gzip" : "br")"], "<p>plain</p>")]
        }
        #expect(try await bench.text("/page") == "<p>plain</p>")
        #expect(try await bench.failure("/page") == .coding("br"))
    }

    @Test func wrongLengths() async throws {
        let bench = try await Self.bench { before in
            before < 3
                ? [.send("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<p>Too short"), .close]
                : [.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n12345, and more than was said"), .close]
        }
        #expect(try await bench.failure("/page") == .closed)
        #expect(bench.server.paths.count { $0 == "/page" } == 3)
        #expect(try await bench.text("/page") == "12345")
    }

    @Test func brokenConnectionsAreTriedAgain() async throws {
        let bench = try await Self.bench { before in
            switch before {
            case 0: [.close]
            case 1: [.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\nFF\r\nab"), .close]
            default: [.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n3\r\nfgh\r\n0\r\n\r\n")]
            }
        }
        #expect(try await bench.text("/page") == "abcdefgh")
        #expect(bench.pauses.all == [.seconds(1), .seconds(2)])
    }

    @Test func hugeHeadersAreRefused() async throws {
        let bench = try await Self.bench { _ in
            [.send("HTTP/1.1 200 OK\r\nX-Noise: " + String(repeating: "n", count: 200_000) + "\r\n\r\n")]
        }
        #expect(try await bench.failure("/page") == .malformed("its header is too large"))
    }

    @Test func whatIsNoHTTPIsRefused() async throws {
        let bench = try await Self.bench { _ in [.send("SSH-2.0-OpenSSH_9.2\r\n"), .close] }
        guard case .malformed = try await bench.failure("/page") else {
            Issue.record("it was taken for an answer")
            return
        }
    }

    @Test func picturesAreNotFetched() async throws {
        let bench = try await Self.bench { _ in
            [.send("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n"), .forever("pixels")]
        }
        #expect(try await bench.failure("/page") == .noDocument("image/png"))
    }
}
