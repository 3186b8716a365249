import CZlib

/// Writes gzip data (RFC 1952).
package enum Gzip {
    /// `bytes` as one gzip stream, without a name or a time in it: the same bytes give the same stream.
    ///
    /// - Complexity: O(n). At most 4 GiB; more gives nil.
    package static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
        let result = [UInt8](unsafeUninitializedCapacity: czlib_gzip_bound(bytes.count)) { room, count in
            count = bytes.withUnsafeBufferPointer { input in
                czlib_gzip(input.baseAddress, input.count, room.baseAddress, room.count)
            }
        }
        return result.isEmpty ? nil : result
    }
}
