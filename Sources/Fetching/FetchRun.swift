import Archiving
import NewsModel

/// One run of fetching: what it knows of hosts, and the way of one address from robots.txt to the page.
///
/// An actor for the addresses and the robots.txt of the hosts that were met.
actor FetchRun {
    private let settings: FetchSettings
    private let resolver: any HostResolver
    private let clock: FetchClock
    private let connections: HTTPConnections
    private let gate: HostGate
    private let keeper: AnswerKeeper?
    private let earlier: [String: EarlierAnswer]
    private var addresses: [String: Task<[IPAddress], Never>] = [:]
    private var robots: [String: Task<Result<RobotsRules, FetchFailure>, Never>] = [:]

    init(
        settings: FetchSettings, resolver: any HostResolver, clock: FetchClock, keeper: AnswerKeeper?,
        earlier: [String: EarlierAnswer]
    ) {
        self.settings = settings
        self.resolver = resolver
        self.clock = clock
        self.keeper = keeper
        self.earlier = earlier
        connections = HTTPConnections(settings: settings)
        gate = HostGate(delay: settings.delay, pause: clock.pause)
    }

    /// Closes the connections.
    func close() async { await connections.close() }

    /// The page at `asked`, redirects followed: each one asked of robots.txt and looked up anew.
    func fetch(_ asked: WebURL, name: String) async throws(FetchFailure) -> Answer {
        var url = asked
        var seen: Set = [asked]
        while true {
            let servers = try await servers(of: url)
            guard try await rules(for: url).allows(url.target) else { throw .forbidden(host: url.host) }
            let known = earlier[url.description]
            let exchange = try await patiently(url, servers, limit: settings.sizeLimit, known: known) {
                (status, type) throws(FetchFailure) in
                guard status == 200, !type.name.isEmpty, !type.isDocument else { return }
                throw .noDocument(type.name)
            }
            let decoded =
                exchange.status == 200
                ? try ContentCoding.decoded(
                    exchange.body, exchange["content-encoding"], limit: settings.inflatedLimit)
                : (bytes: [], isDamaged: false)
            let isSame =
                exchange.status == 304
                || (exchange.status == 200
                    && known.map { $0.payloadDigest == WARCRecord.digest(exchange.body) } ?? false)
            try await keeper?.keep(exchange, sameAs: isSame ? known : nil)
            if let location = exchange.redirect {
                url = try Self.next(url, location)
                guard seen.insert(url).inserted else { throw .redirectLoop(url.description) }
                guard seen.count <= settings.redirects + 1 else { throw .tooManyRedirects(settings.redirects) }
                continue
            }
            guard exchange.status == 200 || (exchange.status == 304 && known != nil) else {
                throw .status(exchange.status)
            }
            let type = MediaType(exchange["content-type"] ?? "")
            return Answer(
                address: url, type: type.name.isEmpty ? "of no declared type" : type.name,
                received: exchange.body.count, redirects: seen.count - 1, unchangedSince: isSame ? known?.date : nil,
                isDamaged: decoded.isDamaged,
                item: RawItem(
                    name: name, format: type.format, bytes: decoded.bytes, address: url.description,
                    charset: type.charset, retrieved: HTTPDate.stamp(exchange.time)))
        }
    }

    private static func next(_ url: WebURL, _ location: String) throws(FetchFailure) -> WebURL {
        do {
            return try url.resolving(location)
        } catch {
            if case .address(let why) = error { throw .redirectTarget(why) }
            throw error
        }
    }

    /// The addresses of the host that may be connected to, in the order of trying.
    private func servers(of url: WebURL) async throws(FetchFailure) -> [IPAddress] {
        let found: [IPAddress]
        if let literal = IPAddress(url.host) {
            found = [literal]
        } else {
            let (resolver, host) = (resolver, url.host)
            let task = addresses[host] ?? Task { await resolver.addresses(of: host) }
            addresses[host] = task
            found = await task.value
        }
        guard let first = found.first else { throw .unknownHost(url.host) }
        let allowed = found.filter(settings.policy.allows)
        if allowed.isEmpty { throw .privateNetwork(host: url.host, address: first.description) }
        return allowed
    }

    /// The rules of the host's robots.txt, which is fetched once in a run.
    private func rules(for url: WebURL) async throws(FetchFailure) -> RobotsRules {
        let site = "\(url.scheme)://\(url.authority)"
        let task =
            robots[site]
            ?? Task {
                do throws(FetchFailure) {
                    return .success(try await self.readRules(WebURL(site + "/robots.txt")))
                } catch {
                    return .failure(error)
                }
            }
        robots[site] = task
        let rules = try await task.value.get()
        if let delay = rules.delay {
            await gate.slow(
                url.authority, to: min(.milliseconds(Int64(min(delay, 86_400) * 1_000)), settings.longestPause))
        }
        return rules
    }

    /// Fetches a robots.txt (RFC 9309, 2.3): none there, or none for us, allows everything; a server in trouble, nothing.
    private func readRules(_ file: WebURL) async throws(FetchFailure) -> RobotsRules {
        var url = file
        for _ in 0...5 {
            let exchange: Exchange
            do {
                exchange = try await patiently(
                    url, try await servers(of: url), limit: RobotsRules.limit, isRobots: true, known: nil
                ) { _, _ throws(FetchFailure) in }
            } catch {
                switch error {
                case .status, .later, .closed, .slow, .malformed: throw .noRobots(host: file.host)
                default: throw error
                }
            }
            if let location = exchange.redirect {
                guard let next = try? url.resolving(location) else { return .allowingAll }
                url = next
                continue
            }
            switch exchange.status {
            case 200...299:
                // Compression that breaks off leaves what can be read; what is no text has no rules.
                let text = try? ContentCoding.decoded(
                    exchange.body, exchange["content-encoding"], limit: settings.inflatedLimit)
                return RobotsRules(text?.bytes ?? [], product: FetchSettings.product)
            case 500...599: throw .noRobots(host: file.host)
            default: return .allowingAll
            }
        }
        return .allowingAll
    }

    /// One request with its retries, at the host's own pace.
    private func patiently(
        _ url: WebURL, _ servers: [IPAddress], limit: Int, isRobots: Bool = false, known: EarlierAnswer?,
        accepts: @escaping @Sendable (Int, MediaType) throws(FetchFailure) -> Void
    ) async throws(FetchFailure) -> Exchange {
        let headers = headers(for: url, known: known)
        return try await gate.pass(url.authority, asking: isRobots) { () throws(FetchFailure) -> Exchange in
            var pause = settings.backOff
            for attempt in 1... {
                let isLast = attempt >= settings.tries
                var wait = pause
                do throws(FetchFailure) {
                    let exchange = try await once(url, servers, headers, limit, isRobots, accepts)
                    try refuseLater(exchange)
                    guard !isLast, FetchFailure.status(exchange.status).isPassing else { return exchange }
                    if let asked = asked(exchange) { wait = .seconds(asked) }
                } catch {
                    guard !isLast, error.isPassing else { throw error }
                }
                do { try await clock.pause(wait) } catch { throw .slow(seconds: wait.wholeSeconds) }
                pause *= 2
            }
            throw .closed
        }
    }

    /// How many seconds the server asks to wait for.
    private func asked(_ exchange: Exchange) -> Int? {
        guard [429, 503].contains(exchange.status) else { return nil }
        return exchange["retry-after"].flatMap { HTTPDate.wait($0, now: clock.now()) }
    }

    /// Gives up where the server asks for a longer pause than allowed.
    private func refuseLater(_ exchange: Exchange) throws(FetchFailure) {
        if let seconds = asked(exchange), .seconds(seconds) > settings.longestPause { throw .later(seconds: seconds) }
    }

    /// One try: the addresses of the host one after the other until one takes the connection.
    private func once(
        _ url: WebURL, _ servers: [IPAddress], _ headers: [(String, String)], _ limit: Int, _ cuts: Bool,
        _ accepts: @escaping @Sendable (Int, MediaType) throws(FetchFailure) -> Void
    ) async throws(FetchFailure) -> Exchange {
        var last = FetchFailure.unknownHost(url.host)
        for server in servers.prefix(4) {
            do {
                return try await connections.exchange(
                    url, at: server, headers: headers, time: clock.now(), limit: limit, cuts: cuts, accepts: accepts)
            } catch {
                guard case .unreachable = error else { throw error }
                last = error
            }
        }
        throw last
    }

    private func headers(for url: WebURL, known: EarlierAnswer?) -> [(String, String)] {
        var headers = [
            ("Host", url.authority), ("User-Agent", settings.userAgent),
            ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5"),
            ("Accept-Language", "en,*;q=0.5"), ("Accept-Encoding", ContentCoding.accepted),
        ]
        if let tag = known?.entityTag { headers.append(("If-None-Match", tag)) }
        if let date = known?.lastModified { headers.append(("If-Modified-Since", date)) }
        return headers
    }
}
