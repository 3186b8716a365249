import Archiving
import FoundationEssentials

/// Fetches pages politely: as robots.txt allows (RFC 9309), one at a time from a host and with pauses, from public addresses
/// only unless the settings say otherwise, and never more than the limits. The room's door.
public struct Fetcher: Sendable {
    private let settings: FetchSettings
    private let resolver: any HostResolver
    private let clock: FetchClock

    /// A fetcher; time and names are the system's unless given.
    public init(settings: FetchSettings, resolver: any HostResolver = SystemResolver(), clock: FetchClock? = nil) {
        self.settings = settings
        self.resolver = resolver
        self.clock =
            clock
            ?? FetchClock(now: { Int(Date().timeIntervalSince1970) }, pause: { try await Task.sleep(for: $0) })
    }

    /// Fetches `addresses`, each once, hosts side by side.
    ///
    /// - Parameters:
    ///   - folder: where raw answers are kept, in a new web archive; they are asked for only if they changed since the
    ///     archives there. Nil: nothing is kept.
    ///   - asksAnew: ask for pages whole although the folder holds them.
    ///   - holdsPages: keep the pages in memory, in the results; without it only `each` sees them.
    ///   - each: called with every result as it comes, from the task of its host.
    /// - Returns: the results in the order of `addresses`, one for an address that was given twice, and the archive where one was written.
    public func fetch(
        _ addresses: [String], into folder: String? = nil, asksAnew: Bool = false, holdsPages: Bool = true,
        each: @escaping @Sendable (FetchResult) -> Void = { _ in }
    ) async -> (results: [FetchResult], archive: String?) {
        let keeper = folder.map { AnswerKeeper(folder: $0, userAgent: settings.userAgent) }
        let run = FetchRun(
            settings: settings, resolver: resolver, clock: clock, keeper: keeper,
            earlier: asksAnew ? [:] : folder.map(EarlierAnswers.read) ?? [:])
        var results: [Int: FetchResult] = [:]
        var queues: [[Wanted]] = []
        var places: [String: Int] = [:]
        var known: Set<WebURL> = []
        for (index, name) in addresses.enumerated() {
            do {
                let url = try WebURL(name)
                guard known.insert(url).inserted else { continue }
                if places[url.authority] == nil {
                    places[url.authority] = queues.count
                    queues.append([])
                }
                queues[places[url.authority]!].append(Wanted(index: index, name: name, url: url))
            } catch {
                let result = FetchResult(asked: name, outcome: .failure(error))
                results[index] = result
                each(result)
            }
        }
        await withTaskGroup(of: [(Int, FetchResult)].self) { group in
            var waiting = queues.makeIterator()
            for _ in 0..<max(1, settings.hosts) {
                if let queue = waiting.next() { group.addTask { await Self.work(queue, run, holdsPages, each) } }
            }
            while let finished = await group.next() {
                for (index, result) in finished { results[index] = result }
                if let queue = waiting.next() { group.addTask { await Self.work(queue, run, holdsPages, each) } }
            }
        }
        await run.close()
        return (results.sorted { $0.key < $1.key }.map(\.value), await keeper?.path)
    }

    /// The pages of one host, one after the other.
    private static func work(
        _ queue: [Wanted], _ run: FetchRun, _ holdsPages: Bool, _ each: @Sendable (FetchResult) -> Void
    ) async -> [(Int, FetchResult)] {
        var results: [(Int, FetchResult)] = []
        for wanted in queue {
            let outcome: Result<Answer, FetchFailure>
            do throws(FetchFailure) {
                outcome = .success(try await run.fetch(wanted.url, name: wanted.name))
            } catch {
                outcome = .failure(error)
            }
            let result = FetchResult(asked: wanted.name, outcome: outcome)
            each(result)
            results.append((wanted.index, holdsPages ? result : result.withoutPage))
        }
        return results
    }

    /// An address, and its place among those that were given.
    private struct Wanted: Sendable {
        var index: Int
        var name: String
        var url: WebURL
    }
}
