import NIOHTTP1

/// A request and its whole answer, as they went over the network.
struct Exchange: Sendable {
    /// What was asked for.
    var url: WebURL
    /// The address that was connected to.
    var server: IPAddress
    /// The request's header, in its order.
    var requestHeaders: [(String, String)]
    /// The answer's first line.
    var status: Int
    var reason: String
    /// The answer's header, in its order.
    var headers: [(name: String, value: String)]
    /// The body as it came, chunks put together and compression left as it was.
    var body: [UInt8]
    /// When the request was made, in seconds since 1970.
    var time: Int

    /// The first value of a field.
    subscript(name: String) -> String? { headers.first { $0.name.lowercased() == name }?.value }

    /// Where it redirects to; nil where it does not.
    var redirect: String? { [301, 302, 303, 307, 308].contains(status) ? self["location"] : nil }

    /// The request as bytes.
    var requestBytes: [UInt8] {
        let lines = requestHeaders.map { "\($0.0): \($0.1)\r\n" }.joined()
        return Array("GET \(url.target) HTTP/1.1\r\n\(lines)\r\n".utf8)
    }

    /// The answer's header as bytes. What was chunked is so no longer, and the field that says so has the name that crawlers
    /// give it then.
    var headBytes: [UInt8] {
        let lines = headers.map { field in
            let name = field.name.lowercased() == "transfer-encoding" ? "X-Crawl-Transfer-Encoding" : field.name
            return "\(name): \(field.value)\r\n"
        }
        return Array("HTTP/1.1 \(status) \(reason)\r\n\(lines.joined())\r\n".utf8)
    }
}
