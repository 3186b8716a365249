import NewsModel
import Testing

@testable import Fetching

/// Pages from a server that keeps to the rules: robots.txt, redirects, pauses, private networks.
@Suite struct FetcherTests {
    private static let page = "<html><title>Ferry aground</title><p>The ferry ran aground.</p></html>"

    @Test func aPageIsFetchedUnderItsName() async throws {
        let bench = try await FetchBench { request, _ in
            request.path == "/a?b=1"
                ? [.answer("200 OK", ["Content-Type: text/html; charset=ISO-8859-1"], Self.page)] : nil
        }
        let answer = try await bench.outcome("/a?b=1#part").get()
        #expect(String(decoding: answer.item.bytes, as: UTF8.self) == Self.page)
        #expect(answer.item.format == .html && answer.item.charset == "iso-8859-1")
        #expect(answer.item.name == bench.address("/a?b=1#part") && answer.item.address == bench.address("/a?b=1"))
        #expect(bench.server.paths == ["/robots.txt", "/a?b=1"])
        let request = bench.server.requests[1]
        // The name was resolved by us and the connection made to the address; the server is still asked by the name.
        #expect(request["host"] == "news.test:\(bench.server.port)")
        #expect(request["user-agent"] == "Headwater/1.2.3 (+mailto:desk@example.org)")
        #expect(request["accept-encoding"] == "gzip, deflate")
    }

    @Test func robotsForbid() async throws {
        let bench = try await FetchBench { request, _ in
            request.path == "/robots.txt"
                ? [.answer("200 OK", [], "User-agent: headwater\nDisallow: /inner/")] : [.answer("200 OK", [], "x")]
        }
        #expect(try await bench.failure("/inner/page") == .forbidden(host: "news.test"))
        #expect(bench.server.paths == ["/robots.txt"])
        #expect(try await bench.text("/outer") == "x")
    }

    @Test func robotsOfAServerInTroubleForbidEverything() async throws {
        let bench = try await FetchBench { request, _ in
            request.path == "/robots.txt" ? [.answer("503 Busy", [])] : [.answer()]
        }
        #expect(try await bench.failure("/page") == .noRobots(host: "news.test"))
        #expect(bench.server.paths == ["/robots.txt", "/robots.txt", "/robots.txt"])
        #expect(bench.pauses.all == [.seconds(1), .seconds(2)])
    }

    @Test func robotsAreAskedOncePerHostAndMaySlowItDown() async throws {
        var bench = try await FetchBench { request, _ in
            request.path == "/robots.txt"
                ? [.answer("200 OK", [], "User-agent: *\nCrawl-delay: 30")] : [.answer("200 OK", [], request.path)]
        }
        bench.settings.delay = .seconds(10)
        let (results, _) = await bench.fetch("/1", "/2", "/1#again")
        #expect(results.count == 2 && bench.server.paths == ["/robots.txt", "/1", "/2"])
        #expect(bench.pauses.all.count == 1 && bench.pauses.all.allSatisfy { $0 > .zero && $0 <= .seconds(30) })
    }

    @Test func redirectsAreFollowed() async throws {
        let bench = try await FetchBench { request, _ in
            switch request.path {
            case "/a/start": [.answer("301 Moved", ["Location: ../b/next?x#y"])]
            case "/b/next?x": [.answer("302 Found", ["Location: /end"])]
            case "/end": [.answer("200 OK", [], "end")]
            default: nil
            }
        }
        let answer = try await bench.outcome("/a/start").get()
        #expect(answer.redirects == 2 && answer.address.description == bench.address("/end"))
    }

    @Test func redirectsAreBoundedAndMayNotGoInCircles() async throws {
        let bench = try await FetchBench { request, _ in
            switch request.path {
            case "/one": [.answer("302 Found", ["Location: /two"])]
            case "/two": [.answer("302 Found", ["Location: /one"])]
            case "/file": [.answer("302 Found", ["Location: file:///etc/hostname"])]
            case let path where path.hasPrefix("/n"): [.answer("307 On", ["Location: \(path)n"])]
            default: nil
            }
        }
        #expect(try await bench.failure("/one") == .redirectLoop(bench.address("/one")))
        #expect(try await bench.failure("/n") == .tooManyRedirects(10))
        #expect(try await bench.failure("/file") == .redirectTarget("file is not http or https"))
    }

    @Test func privateNetworksAreRefused() async throws {
        var bench = try await FetchBench { _, _ in [.answer()] }
        bench.settings.policy = .publicOnly
        bench.names["split.test"] = ["10.0.0.7", "fe80::1"]
        #expect(try await bench.failure("/") == .privateNetwork(host: "news.test", address: "127.0.0.1"))
        for address in ["http://127.0.0.1:\(bench.server.port)/", "http://[::1]/", "http://split.test/"] {
            guard case .privateNetwork = try await bench.failure(address) else {
                Issue.record("\(address) was not refused")
                continue
            }
        }
        #expect(bench.server.paths.isEmpty)
    }

    @Test func redirectsToPrivateNetworksAreRefused() async throws {
        var bench = try await FetchBench { request, _ in
            request.path == "/out" ? [.answer("302 Found", ["Location: http://inside.test/secret"])] : nil
        }
        bench.names["inside.test"] = ["192.168.1.1"]
        bench.settings.policy = AddressPolicy { $0.isPublic || $0.description == "127.0.0.1" }
        #expect(try await bench.failure("/out") == .privateNetwork(host: "inside.test", address: "192.168.1.1"))
        #expect(bench.server.paths == ["/robots.txt", "/out"])
    }

    @Test func anotherAddressOfTheHostIsTried() async throws {
        var bench = try await FetchBench { _, _ in [.answer("200 OK", [], "here")] }
        // Nothing listens on the first.
        bench.names["news.test"] = ["127.0.0.2", "127.0.0.1"]
        #expect(try await bench.text("/") == "here")
    }

    @Test func hostsThatAreNotThereAreTold() async throws {
        let bench = try await FetchBench { _, _ in nil }
        #expect(try await bench.failure("http://nowhere.test/") == .unknownHost("nowhere.test"))
        #expect(try await bench.failure("http://news.test:99999/") == .address("its port is no number from 1 to 65535"))
        try await bench.server.stop()
        guard case .unreachable = try await bench.failure("/") else {
            Issue.record("the closed port was reached")
            return
        }
    }

    @Test func serversMayAskToWait() async throws {
        let bench = try await FetchBench { request, before in
            switch (request.path, before) {
            case ("/busy", 0): [.answer("429 Too Many Requests", ["Retry-After: 7"])]
            case ("/busy", 1): [.answer("503 Unavailable", ["Retry-After: Thu, 26 Nov 2026 12:00:20 GMT"])]
            case ("/busy", _): [.answer("200 OK", [], "at last")]
            case ("/long", _): [.answer("429 Too Many Requests", ["Retry-After: 86400"])]
            case ("/broken", _): [.answer("500 Trouble", [])]
            default: nil
            }
        }
        #expect(try await bench.text("/busy") == "at last")
        #expect(bench.pauses.all == [.seconds(7), .seconds(20)])
        #expect(try await bench.failure("/long") == .later(seconds: 86_400))
        #expect(try await bench.failure("/broken") == .status(500))
        #expect(try await bench.failure("/gone") == .status(404))
        #expect(bench.server.paths.count { $0 == "/broken" } == 3 && bench.server.paths.count { $0 == "/gone" } == 1)
    }
}
