import Archiving

/// Why an address was not fetched, in words that say what to do.
public enum FetchFailure: Error, Hashable, Sendable {
    /// It is no address of http or https; what is wrong with it.
    case address(String)
    /// The host's name leads nowhere.
    case unknownHost(String)
    /// It leads to a private network, this machine or its neighbours.
    case privateNetwork(host: String, address: String)
    /// The host's robots.txt forbids it.
    case forbidden(host: String)
    /// The host's robots.txt could not be read, which forbids everything (RFC 9309, 2.3.1.4).
    case noRobots(host: String)
    /// No connection; why.
    case unreachable(String)
    /// No connection that is safe; why.
    case insecure(String)
    /// The connection ended before the answer did.
    case closed
    /// It took longer than allowed, in seconds.
    case slow(seconds: Int)
    /// What came is no answer of HTTP, or one with an excessive header.
    case malformed(String)
    /// The server answered with an error.
    case status(Int)
    /// The server asks to come back later than the program may wait.
    case later(seconds: Int)
    /// More redirects than allowed.
    case tooManyRedirects(Int)
    /// The redirects lead back to where they began.
    case redirectLoop(String)
    /// A redirect to what is no address; what is wrong with it.
    case redirectTarget(String)
    /// A type that holds no report.
    case noDocument(String)
    /// Compressed in a way that is not read.
    case coding(String)
    /// Larger than allowed, in bytes.
    case tooLarge(Int)
    /// Larger than allowed when decompressed, in bytes.
    case inflatesTooFar(Int)
    /// The answer could not be kept.
    case cannotKeep(String)

    /// A stable code.
    public var code: String {
        switch self {
        case .address: "address"
        case .unknownHost, .unreachable, .insecure: "unreachable"
        case .privateNetwork: "privateNetwork"
        case .forbidden, .noRobots: "robots"
        case .closed: "closed"
        case .slow: "slow"
        case .malformed: "malformed"
        case .status, .later: "status"
        case .tooManyRedirects, .redirectLoop, .redirectTarget: "redirects"
        case .noDocument: "noDocument"
        case .coding: "coding"
        case .tooLarge, .inflatesTooFar: "tooLarge"
        case .cannotKeep: "cannotKeep"
        }
    }

    /// Whether another try may help.
    var isPassing: Bool {
        switch self {
        case .unreachable, .closed, .slow: true
        case .status(let code): [429, 500, 502, 503, 504].contains(code)
        default: false
        }
    }
}

extension FetchFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .address(let why): "this is no address that can be fetched: \(why)"
        case .unknownHost(let host): "the host \(host) is not known; look at how it is written, and at the network"
        case .privateNetwork(let host, let address):
            "\(host == address ? host : "\(host) (\(address))") is in a private network or on this machine; "
                + "give --allow-private where that is meant"
        case .forbidden(let host): "robots.txt of \(host) forbids it; save the page with a browser and give the file"
        case .noRobots(let host): "robots.txt of \(host) could not be read, so that nothing may be fetched there now"
        case .unreachable(let why): "no connection: \(why)"
        case .insecure(let why): "no safe connection: \(why)"
        case .closed: "the connection was closed in the middle of the answer"
        case .slow(let seconds): "it took longer than \(seconds) s; --timeout allows more"
        case .malformed(let why): "what came is no proper answer: \(why)"
        case .status(let code): "the server answered \(code)\(Self.meaning(code))"
        case .later(let seconds): "the server asks to come back in \(seconds) s; try again then"
        case .tooManyRedirects(let most): "there were more than \(most) redirects"
        case .redirectLoop(let address): "its redirects lead in a circle, to \(address)"
        case .redirectTarget(let why): "it redirects to what cannot be fetched: \(why)"
        case .noDocument(let type): "it is \(type), which holds no report"
        case .coding(let name): "it is compressed in a way that is not read (\(name)), though that was not asked for"
        case .tooLarge(let limit): "it is larger than \(ByteCount.text(limit)); --max-size allows more"
        case .inflatesTooFar(let limit): "it is larger than \(ByteCount.text(limit)) when decompressed"
        case .cannotKeep(let why): "the answer could not be kept: \(why)"
        }
    }

    private static func meaning(_ code: Int) -> String {
        switch code {
        case 304: " (not changed), though it was not asked that"
        case 401, 407: ": it wants a password"
        case 402: ": it wants to be paid"
        case 403, 451: ": it refuses the page"
        case 404, 410: ": there is no such page"
        case 429: ": too many requests; try again later"
        case 500...599: ": it is in trouble; try again later"
        default: ""
        }
    }
}
