/// Bytes as they were given, with what is known of where they came from; what Intake begins with.
public struct RawItem: Sendable {
    /// What the bytes are said to be.
    public enum Format: String, Sendable, CaseIterable {
        case plainText, markdown, unknown
    }

    /// The file name or address that the user would recognise; `-` for standard input.
    public var name: String
    /// The format that the name or the giver declares.
    public var format: Format
    /// The bytes, untouched.
    public var bytes: [UInt8]

    /// Bytes under a name.
    public init(name: String, format: Format = .unknown, bytes: [UInt8]) {
        self.name = name
        self.format = format
        self.bytes = bytes
    }
}
