import NIOCore
import NIOPosix
import Synchronization

/// A server on this machine that answers as it is told, however badly.
final class ScriptedServer: Sendable {
    /// A part of an answer.
    enum Step: Sendable {
        case send(String)
        case bytes([UInt8])
        /// The same again and again, for as long as anybody takes it.
        case forever(String)
        /// The connection is closed; without it, the server waits for the next request.
        case close
    }

    /// A request as it came.
    struct Request: Sendable {
        var path: String
        var lines: [String]

        /// A field by its name in lower case.
        subscript(name: String) -> String? {
            lines.first { $0.lowercased().hasPrefix(name + ":") }.map {
                String($0.drop { $0 != ":" }.dropFirst(2))
            }
        }
    }

    private let channel: any Channel
    private let seen = Mutex<[Request]>([])

    /// The requests so far.
    var requests: [Request] { seen.withLock { $0 } }
    /// Their paths.
    var paths: [String] { requests.map(\.path) }
    let port: Int

    /// A server that answers with the steps that `script` gives for a request and how often its path was asked for before.
    init(_ script: @escaping @Sendable (Request, Int) -> [Step]) async throws {
        let log = Log()
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        Handler { request in log.answer(request, script) })
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        port = channel.localAddress?.port ?? 0
        log.server.withLock { $0 = self }
    }

    func stop() async throws { try await channel.close() }

    /// Where requests are noted: made before the server is.
    private final class Log: Sendable {
        let server = Mutex<ScriptedServer?>(nil)

        func answer(_ request: Request, _ script: (Request, Int) -> [Step]) -> [Step] {
            let before = server.withLock { server in
                server?.seen.withLock { seen in
                    seen.append(request)
                    return seen.count { $0.path == request.path } - 1
                } ?? 0
            }
            return script(request, before)
        }
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        private let answer: (Request) -> [Step]
        private var waiting = ""

        init(_ answer: @escaping (Request) -> [Step]) { self.answer = answer }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            waiting += String(buffer: unwrapInboundIn(data))
            while let end = waiting.firstRange(of: "\r\n\r\n") {
                let lines = waiting[..<end.lowerBound].split(separator: "\r\n").map(String.init)
                waiting = String(waiting[end.upperBound...])
                let words = lines.first?.split(separator: " ") ?? []
                guard words.count == 3 else { return context.close(promise: nil) }
                let steps = answer(Request(path: String(words[1]), lines: Array(lines.dropFirst())))
                for step in steps { take(step, context.channel) }
            }
        }

        private func take(_ step: Step, _ channel: any Channel) {
            switch step {
            case .send(let text): channel.writeAndFlush(ByteBuffer(string: text), promise: nil)
            case .bytes(let bytes): channel.writeAndFlush(ByteBuffer(bytes: bytes), promise: nil)
            case .forever(let text): Self.pour(ByteBuffer(string: text), into: channel)
            case .close: channel.writeAndFlush(ByteBuffer()).whenComplete { _ in channel.close(promise: nil) }
            }
        }

        private static func pour(_ buffer: ByteBuffer, into channel: any Channel) {
            // In a turn of its own: a write that succeeds at once must not call itself.
            channel.writeAndFlush(buffer).whenSuccess { channel.eventLoop.execute { pour(buffer, into: channel) } }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    }
}

extension ScriptedServer.Step {
    /// A whole answer.
    static func answer(
        _ status: String = "200 OK", _ fields: [String] = ["Content-Type: text/html; charset=utf-8"],
        _ body: String = ""
    ) -> ScriptedServer.Step {
        .bytes(whole(status, fields, Array(body.utf8)))
    }

    /// A whole answer of bytes.
    static func whole(_ status: String, _ fields: [String], _ body: [UInt8]) -> [UInt8] {
        let lines = (fields + ["Content-Length: \(body.count)"]).map { $0 + "\r\n" }.joined()
        return Array("HTTP/1.1 \(status)\r\n\(lines)\r\n".utf8) + body
    }
}
