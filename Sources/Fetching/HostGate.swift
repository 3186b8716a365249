/// Lets one request at a time through to a host, and the next only after a pause.
///
/// An actor for who is at which host, and when the last one left.
actor HostGate {
    private struct Host {
        var isBusy = false
        var waiting: [CheckedContinuation<Void, Never>] = []
        var delay: Duration
        var left: ContinuousClock.Instant?
    }

    private let delay: Duration
    private let pause: @Sendable (Duration) async throws -> Void
    private var hosts: [String: Host] = [:]

    init(delay: Duration, pause: @escaping @Sendable (Duration) async throws -> Void) {
        self.delay = delay
        self.pause = pause
    }

    /// Sees to it that requests to `host` are at least `delay` apart.
    func slow(_ host: String, to delay: Duration) {
        hosts[host, default: Host(delay: self.delay)].delay = max(self.delay, delay)
    }

    /// Does `work` when it is its turn at `host`; the next one may follow at once where it is only `asking` what is allowed.
    nonisolated func pass<Value, Failure: Error>(
        _ host: String, asking: Bool = false, _ work: () async throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        let left = await enter(host)
        // A pause that is cut short is cut short for everything.
        if left > .zero { try? await pause(left) }
        do {
            let value = try await work()
            await leave(host, asking: asking)
            return value
        } catch {
            await leave(host, asking: asking)
            throw error
        }
    }

    /// Waits for the turn, and says how long to pause before the request.
    private func enter(_ name: String) async -> Duration {
        if hosts[name, default: Host(delay: delay)].isBusy {
            await withCheckedContinuation { hosts[name, default: Host(delay: delay)].waiting.append($0) }
        } else {
            hosts[name, default: Host(delay: delay)].isBusy = true
        }
        guard let host = hosts[name], let left = host.left else { return .zero }
        return host.delay - (ContinuousClock.now - left)
    }

    private func leave(_ name: String, asking: Bool) {
        if !asking { hosts[name]?.left = .now }
        guard let next = hosts[name]?.waiting.first else {
            hosts[name]?.isBusy = false
            return
        }
        hosts[name]?.waiting.removeFirst()
        next.resume()
    }
}
