import Archiving

/// Compression of bodies (RFC 9110, 8.4).
enum ContentCoding {
    /// What is asked for, and read.
    static let accepted = "gzip, deflate"

    /// `body` decompressed as `field` (Content-Encoding) says, and whether it breaks off. One that is not compressed as it is
    /// said to be is taken as it stands.
    ///
    /// - Throws: where it is compressed in another way, or becomes larger than `limit`, before memory holds more than that.
    static func decoded(
        _ body: [UInt8], _ field: String?, limit: Int
    ) throws(FetchFailure) -> (bytes: [UInt8], isDamaged: Bool) {
        switch field?.trimmed.lowercased() ?? "" {
        case "", "identity": return (body, false)
        case "gzip", "x-gzip", "deflate":
            let (bytes, trouble) = HTTPBody.inflated(body, limit: limit)
            if trouble == .tooLarge { throw .inflatesTooFar(limit) }
            if trouble != nil, bytes.isEmpty { return (body, true) }
            return (bytes, trouble != nil)
        case let name: throw .coding(String(name.prefix(40)))
        }
    }
}
