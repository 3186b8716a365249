import Archiving
import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The connections of a run. Each client is bound to one address of one host, so that what was checked is what is connected
/// to, whatever the name leads to a moment later.
///
/// An actor for the clients that are open.
actor HTTPConnections {
    private struct Key: Hashable {
        var host: String
        var address: IPAddress
    }

    private let settings: FetchSettings
    private var clients: [Key: HTTPClient] = [:]

    init(settings: FetchSettings) { self.settings = settings }

    /// Closes all connections.
    func close() async {
        let open = Array(clients.values)
        clients = [:]
        // A connection that cannot be closed well is closed all the same.
        for client in open { try? await client.shutdown() }
    }

    private func client(_ host: String, _ address: IPAddress) -> HTTPClient {
        let key = Key(host: host, address: address)
        if let client = clients[key] { return client }
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: settings.connectLimit.amount, read: settings.idleLimit.amount),
            decompression: .disabled)
        // The answer is kept as it comes: in HTTP/1.1, which archives hold.
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 1
        configuration.dnsOverride = [host: address.description]
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        clients[key] = client
        return client
    }

    /// Asks the server at `address` for `url`.
    ///
    /// - Parameters:
    ///   - limit: most bytes of the body; `cuts` says that what is more is left out and not refused.
    ///   - accepts: looks at status and type before the body is fetched, and throws where it is not wanted.
    nonisolated func exchange(
        _ url: WebURL, at address: IPAddress, headers: [(String, String)], time: Int, limit: Int, cuts: Bool = false,
        accepts: @escaping @Sendable (Int, MediaType) throws(FetchFailure) -> Void
    ) async throws(FetchFailure) -> Exchange {
        let client = await client(url.host, address)
        let allowed = settings.timeLimit
        do {
            return try await withThrowingTaskGroup(of: Exchange?.self) { group in
                group.addTask {
                    var request = HTTPClientRequest(url: url.description)
                    request.headers = HTTPHeaders(headers)
                    let response = try await client.execute(request, deadline: .now() + allowed.amount)
                    try accepts(
                        Int(response.status.code), MediaType(response.headers.first(name: "content-type") ?? ""))
                    if !cuts, let length = response.headers.first(name: "content-length").flatMap({ Int($0) }),
                        length > limit
                    {
                        throw FetchFailure.tooLarge(limit)
                    }
                    var body: [UInt8] = []
                    for try await piece in response.body {
                        body += piece.readableBytesView
                        guard body.count > limit else { continue }
                        guard cuts else { throw FetchFailure.tooLarge(limit) }
                        body.removeLast(body.count - limit)
                        break
                    }
                    try Task.checkCancellation()
                    return Exchange(
                        url: url, server: address, requestHeaders: headers, status: Int(response.status.code),
                        reason: response.status.reasonPhrase, headers: response.headers.map { ($0.name, $0.value) },
                        body: body, time: time)
                }
                group.addTask {
                    try await Task.sleep(for: allowed)
                    return nil
                }
                defer { group.cancelAll() }
                guard let first = try await group.next(), let exchange = first else {
                    throw FetchFailure.slow(seconds: allowed.wholeSeconds)
                }
                return exchange
            }
        } catch {
            throw failure(error)
        }
    }

    /// What an error of the libraries below means.
    private nonisolated func failure(_ error: any Error) -> FetchFailure {
        switch error {
        case let failure as FetchFailure: return failure
        case let error as HTTPClientError:
            switch error {
            case .readTimeout: return .slow(seconds: settings.idleLimit.wholeSeconds)
            case .deadlineExceeded: return .slow(seconds: settings.timeLimit.wholeSeconds)
            case .connectTimeout, .getConnectionFromPoolTimeout:
                return .unreachable("no answer within \(settings.connectLimit.wholeSeconds) s")
            case .tlsHandshakeTimeout: return .insecure("no answer within \(settings.connectLimit.wholeSeconds) s")
            case .remoteConnectionClosed: return .closed
            default: return .malformed(error.description)
            }
        case let error as HTTPParserError:
            switch error {
            case .invalidEOFState, .closedConnection: return .closed
            case .headerOverflow: return .malformed("its header is too large")
            default: return .malformed("\(error)")
            }
        case is NIOConnectionError: return .unreachable("the server does not take connections")
        case let error as IOError:
            return [ECONNRESET, EPIPE].contains(error.errnoCode) ? .closed : .unreachable("\(error)")
        case let error as NIOSSLExtraError where error == .failedToValidateHostname:
            return .insecure("the server's certificate is for another host")
        case is NIOSSLExtraError: return .insecure("the handshake failed")
        case let error as NIOSSLError:
            if case .uncleanShutdown = error { return .closed }
            // The library says the rest in words only.
            let isUntrusted = "\(error)".contains("CERTIFICATE_VERIFY_FAILED")
            return .insecure(isUntrusted ? "the server's certificate is not to be trusted" : "the handshake failed")
        case is CancellationError: return .slow(seconds: settings.timeLimit.wholeSeconds)
        default: return .unreachable("\(error)")
        }
    }
}

extension Duration {
    /// As NIO counts time.
    var amount: TimeAmount {
        .nanoseconds(components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000)
    }

    /// Seconds, at least one.
    var wholeSeconds: Int { max(1, Int(components.seconds)) }
}
