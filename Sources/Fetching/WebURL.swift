import TextCore

/// An address of http or https, normalised (RFC 3986, 6.2): lower-case scheme and host, no default port, no dot segments, no
/// fragment, nothing in it but what may stand in a request. Names of hosts in other alphabets are written in Punycode.
public struct WebURL: Hashable, Sendable, CustomStringConvertible {
    /// `http` or `https`.
    public let scheme: String
    /// The host's name, an IPv4 address, or an IPv6 address without its brackets.
    public let host: String
    /// The port, given or the scheme's own.
    public let port: Int
    /// Path and query, as they stand in a request: never empty.
    public let target: String

    /// Whether `text` looks like an address: what a command takes for one, and not for a file.
    public static func isAddress(_ text: String) -> Bool {
        let folded = text.prefix(8).lowercased()
        return folded.hasPrefix("http://") || folded.hasPrefix("https://")
    }

    /// The address that `text` is.
    public init(_ text: String) throws(FetchFailure) {
        let text = text.trimmed
        guard text.utf8.count <= 8_192 else { throw .address("it is longer than 8192 bytes") }
        guard let colon = text.firstRange(of: "://") else { throw .address("it has no http:// or https://") }
        let scheme = text[..<colon.lowerBound].lowercased()
        guard scheme == "http" || scheme == "https" else { throw .address("\(scheme) is not http or https") }
        let rest = text[colon.upperBound...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        try self.init(
            scheme: scheme, authority: authority, target: Self.target(String(rest[authority.endIndex...])))
    }

    private init(scheme: String, authority: Substring, target: String) throws(FetchFailure) {
        guard !authority.contains("@") else { throw .address("it holds a user's name or password") }
        var host = authority
        var digits: Substring = ""
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { throw .address("its host is no IPv6 address") }
            host = authority[authority.index(after: authority.startIndex)..<end]
            let tail = authority[authority.index(after: end)...]
            guard tail.isEmpty || tail.hasPrefix(":") else { throw .address("its host is no IPv6 address") }
            digits = tail.dropFirst()
            guard case .v6 = IPAddress(String(host)) else { throw .address("its host is no IPv6 address") }
            self.host = host.lowercased()
        } else {
            if let mark = authority.lastIndex(of: ":") {
                host = authority[..<mark]
                digits = authority[authority.index(after: mark)...]
            }
            guard let name = Punycode.host(host.lowercased()), !name.isEmpty, name.utf8.count <= 253,
                name.utf8.allSatisfy(Self.standsInHosts)
            else {
                throw .address("\(host.isEmpty ? "it has no host" : "its host is no name of one")")
            }
            self.host = name
        }
        let own = scheme == "https" ? 443 : 80
        guard digits.isEmpty || digits.utf8.allSatisfy(ASCII.isDigit),
            let port = digits.isEmpty ? own : Int(digits),
            (1...65_535).contains(port)
        else { throw .address("its port is no number from 1 to 65535") }
        self.scheme = scheme
        self.port = port
        self.target = target
    }

    private static func standsInHosts(_ byte: UInt8) -> Bool {
        ASCII.isLetter(byte) || ASCII.isDigit(byte) || "-._".utf8.contains(byte)
    }

    /// The address that `reference` means on this page (RFC 3986, 5.2).
    public func resolving(_ reference: String) throws(FetchFailure) -> WebURL {
        let reference = reference.trimmed
        if let colon = reference.firstIndex(of: ":"), !reference[..<colon].isEmpty,
            reference[..<colon].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }),
            reference.first!.isLetter
        {
            return try WebURL(reference)
        }
        if reference.hasPrefix("//") { return try WebURL(scheme + ":" + reference) }
        let path = target.prefix { $0 != "?" }
        let full: String
        switch reference.first {
        case nil, "#": return self
        case "/": full = reference
        case "?": full = path + reference
        default: full = path[...(path.lastIndex(of: "/") ?? path.startIndex)] + reference
        }
        return try WebURL(scheme: scheme, authority: Substring(authority), target: Self.target(full))
    }

    /// Host and port, the port only where it is not the scheme's own: what the Host field of a request holds.
    public var authority: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return port == (scheme == "https" ? 443 : 80) ? name : "\(name):\(port)"
    }

    /// The address.
    public var description: String { "\(scheme)://\(authority)\(target)" }

    /// Path and query for a request: no fragment, no dot segments, everything that may not stand there percent-encoded.
    private static func target(_ text: String) -> String {
        let kept = text.prefix { $0 != "#" }
        let path = kept.prefix { $0 != "?" }
        let query = kept[path.endIndex...]
        var parts: [Substring] = []
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        for (index, part) in segments.enumerated() {
            let isLast = index == segments.count - 1
            switch part.lowercased() {
            case ".", "%2e": if isLast { parts.append("") }
            case "..", ".%2e", "%2e.", "%2e%2e":
                _ = parts.popLast()
                if isLast { parts.append("") }
            default: parts.append(part)
            }
        }
        return encoded("/" + parts.joined(separator: "/")) + encoded(String(query))
    }

    private static func encoded(_ text: String) -> String {
        var result: [UInt8] = []
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() {
            if allowed.contains(byte) || PercentCoding.escape(bytes, at: index) != nil {
                result.append(byte)
            } else {
                result += PercentCoding.escaped(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let allowed: Set<UInt8> = Set(
        Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?@!$&'()*+,;=".utf8))
}

extension String {
    /// Without white space at either end.
    var trimmed: String {
        var view = self[...]
        while view.first?.isWhitespace == true { view.removeFirst() }
        while view.last?.isWhitespace == true { view.removeLast() }
        return String(view)
    }
}
