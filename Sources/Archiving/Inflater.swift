import CZlib

/// Decompresses gzip, zlib and deflate data, several streams in a row as one.
///
/// A class for the state of zlib that it holds; used by one task at a time.
package final class Inflater {
    /// Why decompression stopped before the end of the data.
    package enum Trouble: Error, Equatable { case damaged, cut, tooLarge }

    private let state: OpaquePointer?
    package private(set) var isAtStart = true

    package init(isRaw: Bool = false) { state = czlib_open(isRaw) }
    deinit { czlib_close(state) }

    /// Decompresses from `input` until it is used up or `room` bytes were written. Says how much was taken, whether a stream
    /// ended, and whether the data is damaged.
    package func step(_ input: ArraySlice<UInt8>, room: Int) -> (
        output: [UInt8], taken: Int, ended: Bool, damaged: Bool
    ) {
        guard let state else { return ([], 0, false, true) }
        var taken = 0
        var status = CZLIB_MORE
        let output = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            input.withUnsafeBufferPointer { bytes in
                status = czlib_inflate(
                    state, bytes.baseAddress, bytes.count, &taken, buffer.baseAddress, buffer.count, &count)
            }
        }
        isAtStart = false
        if status == CZLIB_END {
            czlib_reset(state)
            isAtStart = true
        }
        return (output, taken, status == CZLIB_END, status == CZLIB_DAMAGED)
    }

    /// Forgets what was begun.
    package func reset() {
        if let state { czlib_reset(state) }
        isAtStart = true
    }

    /// All of `bytes` decompressed, up to `limit`; what could be read, and what was wrong.
    package static func inflate(_ bytes: [UInt8], isRaw: Bool = false, limit: Int) -> (
        bytes: [UInt8], trouble: Trouble?
    ) {
        let inflater = Inflater(isRaw: isRaw)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let step = inflater.step(bytes[index...], room: 1 << 16)
            index += step.taken
            result += step.output
            if result.count > limit { return (Array(result.prefix(limit)), .tooLarge) }
            // Bytes after the last stream that begin no other are padding.
            if step.damaged { return (result, inflater.isAtStart && !result.isEmpty ? nil : .damaged) }
            if step.ended, index < bytes.count, bytes[index] != 0x1F { return (result, nil) }
            if step.taken == 0, step.output.isEmpty { break }
        }
        return (result, inflater.isAtStart ? nil : .cut)
    }
}
