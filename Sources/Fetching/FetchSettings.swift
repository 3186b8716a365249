/// How far fetching goes, and how it behaves towards others.
public struct FetchSettings: Sendable {
    /// The name that robots.txt files know the program by.
    public static let product = "Headwater"

    /// The program's version, for its User-Agent.
    public var version: String
    /// Where who runs it can be reached: an address of mail or of a page.
    public var contact: String?
    /// Which addresses may be connected to.
    public var policy: AddressPolicy = .publicOnly
    /// Most bytes of an answer, as it comes.
    public var sizeLimit = 32 << 20
    /// Most bytes of an answer when decompressed: what Intake reads of one document.
    public var inflatedLimit = 64 << 20
    /// Longest time that one request may take, from the attempt to connect to the last byte.
    public var timeLimit: Duration = .seconds(60)
    /// Longest time between two pieces of an answer.
    public var idleLimit: Duration = .seconds(20)
    /// Longest time to connect to one address of a host.
    public var connectLimit: Duration = .seconds(10)
    /// Least time between two requests to one host.
    public var delay: Duration = .seconds(1)
    /// Longest pause that a server may ask for, with Retry-After or Crawl-delay.
    public var longestPause: Duration = .seconds(60)
    /// Tries of one request.
    public var tries = 3
    /// Pause before the second try; each further one is twice as long.
    public var backOff: Duration = .seconds(1)
    /// Most redirects of one address.
    public var redirects = 10
    /// Hosts fetched from at a time; of one host one page at a time.
    public var hosts = 8

    /// Settings with the defaults above.
    public init(version: String, contact: String? = nil) {
        self.version = version
        self.contact = contact
    }

    /// What the program calls itself: `Headwater/0.1.0 (+mailto:desk@example.org)`.
    public var userAgent: String {
        let name = "\(Self.product)/\(version)"
        guard let contact else { return name }
        return "\(name) (+\(contact.contains("@") && !contact.contains(":") ? "mailto:" : "")\(contact))"
    }

    /// Whether `text` may stand in a User-Agent as a contact.
    public static func isContact(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 200
            && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ")") }
    }
}

/// Time, as fetching sees it: a parameter, so that the same run can be had twice.
public struct FetchClock: Sendable {
    /// Seconds since 1970.
    public var now: @Sendable () -> Int
    /// Waits.
    public var pause: @Sendable (Duration) async throws -> Void

    /// A clock.
    public init(now: @escaping @Sendable () -> Int, pause: @escaping @Sendable (Duration) async throws -> Void) {
        self.now = now
        self.pause = pause
    }
}
