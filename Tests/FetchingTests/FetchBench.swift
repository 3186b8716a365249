import Foundation
import NewsModel
import Synchronization
import Testing

@testable import Fetching

/// What the tests of fetching share: a server, names that lead to it, and a clock that notes pauses and takes none.
struct FetchBench {
    let server: ScriptedServer
    let pauses = Pauses()
    var settings = FetchSettings(version: "1.2.3", contact: "desk@example.org")
    var names: [String: [String]] = ["news.test": ["127.0.0.1"], "wire.test": ["127.0.0.1"]]

    /// Pauses that were asked for.
    final class Pauses: Sendable {
        private let list = Mutex<[Duration]>([])
        var all: [Duration] { list.withLock { $0 } }
        func add(_ pause: Duration) { list.withLock { $0.append(pause) } }
    }

    private struct Names: HostResolver {
        var names: [String: [String]]
        func addresses(of host: String) async -> [IPAddress] { (names[host] ?? []).compactMap { IPAddress($0) } }
    }

    /// A bench whose server answers `pages`, and 404 for everything else, robots.txt included.
    init(_ pages: @escaping @Sendable (ScriptedServer.Request, Int) -> [ScriptedServer.Step]?) async throws {
        server = try await ScriptedServer { request, before in
            pages(request, before) ?? [.answer("404 Not Found", [])]
        }
        settings.policy = .any
        settings.delay = .zero
        settings.timeLimit = .seconds(60)
        settings.idleLimit = .seconds(60)
    }

    /// The address of a path on the server.
    func address(_ path: String, host: String = "news.test") -> String { "http://\(host):\(server.port)\(path)" }

    /// Fetches paths, or whole addresses.
    func fetch(
        _ paths: String..., into folder: String? = nil
    ) async -> (results: [FetchResult], archive: String?) {
        let pauses = pauses
        let clock = FetchClock(now: { 1_795_694_400 }, pause: { pauses.add($0) })
        return await Fetcher(settings: settings, resolver: Names(names: names), clock: clock).fetch(
            paths.map { $0.hasPrefix("/") ? address($0) : $0 }, into: folder)
    }

    /// What came of one path.
    func outcome(_ path: String) async throws -> Result<Answer, FetchFailure> {
        try #require(await fetch(path).results.first).outcome
    }

    /// Why a path was not fetched.
    func failure(_ path: String) async throws -> FetchFailure? {
        if case .failure(let failure) = try await outcome(path) { return failure }
        return nil
    }

    /// The text of a path.
    func text(_ path: String) async throws -> String {
        String(decoding: try await outcome(path).get().item.bytes, as: UTF8.self)
    }

    /// A folder that is gone after the test.
    static func withFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "headwater-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder.path)
    }
}
