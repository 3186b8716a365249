/// Bytes as they were given, with what is known of where they came from; what Intake begins with.
public struct RawItem: Sendable {
    /// What the bytes are said to be.
    public enum Format: String, Sendable, CaseIterable {
        case plainText, markdown, html, json, feed, mail, pdf, unknown
    }

    /// The file name or address that the user would recognise; `-` for standard input.
    public var name: String
    /// The format that the name or the giver declares.
    public var format: Format
    /// The bytes, untouched.
    public var bytes: [UInt8]
    /// Where they were fetched from.
    public var address: String?
    /// The character set that their giver declares.
    public var charset: String?
    /// When they were fetched, as ISO 8601 in UTC.
    public var retrieved: String?

    /// Bytes under a name.
    public init(
        name: String, format: Format = .unknown, bytes: [UInt8], address: String? = nil, charset: String? = nil,
        retrieved: String? = nil
    ) {
        self.name = name
        self.format = format
        self.bytes = bytes
        self.address = address
        self.charset = charset
        self.retrieved = retrieved
    }
}
