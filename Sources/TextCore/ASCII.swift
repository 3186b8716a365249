/// Classes of ASCII bytes, for hand-written scanners. Bytes of 0x80 and above belong to no ASCII class.
public enum ASCII {
    /// `0` to `9`.
    @inlinable public static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    /// `A` to `Z`.
    @inlinable public static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
    /// `a` to `z`.
    @inlinable public static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
    /// `A` to `Z` or `a` to `z`.
    @inlinable public static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    /// Space, tab, line feed, vertical tab, form feed or carriage return.
    @inlinable public static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }
    /// A letter, a digit, or a byte of a character beyond ASCII.
    @inlinable public static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte >= 0x80 }
    /// The lower-case letter of an upper-case one; any other byte unchanged.
    @inlinable public static func lowercased(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }

    /// The first index from `start` on whose byte is beyond ASCII; the count of bytes where there is none.
    ///
    /// - Complexity: O(n), eight bytes at a time.
    @inlinable public static func end(ofRunIn bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        while index + 8 <= bytes.count,
            bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
            index += 8
        }
        while index < bytes.count, bytes[index] < 0x80 { index += 1 }
        return index
    }
}
