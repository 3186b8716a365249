import TextCore

/// The body of an answer of HTTP.
package enum HTTPBody {
    /// A chunked body put together; one that is said to be chunked and is not stays as it is.
    package static func unchunked(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard let stop = bytes[index..<min(bytes.count, index + 64)].firstIndex(of: 0x0A) else { break }
            let digits = bytes[index..<stop].prefix { ASCII.isDigit($0) || ($0 | 0x20) &- 0x61 < 6 }
            guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 16) else { break }
            if size == 0 { return result }
            let end = min(bytes.count, stop + 1 + min(size, bytes.count))
            result += bytes[(stop + 1)..<end]
            index = end
            while index < bytes.count, bytes[index] == 0x0D || bytes[index] == 0x0A { index += 1 }
        }
        return result.isEmpty ? bytes : result
    }

    /// A body decompressed: gzip, zlib, or deflate without a header.
    package static func inflated(_ bytes: [UInt8], limit: Int) -> (bytes: [UInt8], trouble: Inflater.Trouble?) {
        let plain = Inflater.inflate(bytes, limit: limit)
        guard plain.trouble == .damaged, plain.bytes.isEmpty else { return plain }
        return Inflater.inflate(bytes, isRaw: true, limit: limit)
    }
}
