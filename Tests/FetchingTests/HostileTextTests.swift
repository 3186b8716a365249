import Foundation
import Testing

@testable import Fetching

/// Addresses and robots.txt of any bytes: nothing crashes, and what is taken for an address is one to other readers, too.
@Suite struct HostileTextTests {
    /// The same numbers on every run.
    private struct Numbers {
        var state: UInt64
        mutating func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
    }

    private static let pieces = [
        "http://", "https://", "a.example", "[::1]", "127.1", "0x7f.1", "user:pw@", ":80", ":", "/", "//", "..", "/.",
        "?", "#", "%",
        "%2e", "%00", "\\", " ", "\t", "\r\n", "é", "中", "xn--", "-", "_", "*", "$", "&", "\u{200B}", "\u{0}", "a", "Z",
        "9", "~",
        "User-agent: ", "Disallow: ", "Allow: ", "\n", "headwater", "Crawl-delay: 1e999", "\u{FEFF}",
    ]

    private static func text(_ numbers: inout Numbers) -> String {
        (0..<numbers.next(14)).map { _ in pieces[numbers.next(pieces.count)] }.joined()
    }

    @Test func addresses() throws {
        var numbers = Numbers(state: 7)
        var count = 0
        for _ in 0..<20_000 {
            let text = (numbers.next(2) == 0 ? "http://" : "") + Self.text(&numbers)
            guard let url = try? WebURL(text) else { continue }
            count += 1
            // Written and read again it is the same, and the client below reads the same host out of it.
            #expect(try WebURL(url.description) == url, "\(text)")
            let other = try #require(URL(string: url.description), "\(text)")
            let host = other.host.map { $0.hasPrefix("[") ? String($0.dropFirst().dropLast()) : $0 }
            #expect(host == url.host, "\(text)")
            #expect(url.target.hasPrefix("/") && url.target.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "\(text)")
            _ = try? url.resolving(Self.text(&numbers))
        }
        #expect(count > 1_000)
    }

    @Test func robots() {
        var numbers = Numbers(state: 11)
        for _ in 0..<5_000 {
            let rules = RobotsRules(Array(Self.text(&numbers).utf8), product: "Headwater")
            _ = rules.allows("/" + Self.text(&numbers))
            #expect(rules.delay.map { $0 >= 0 } ?? true)
        }
    }
}
