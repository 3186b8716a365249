/// Reads Unicode scalars from valid UTF-8 bytes without making strings.
public enum UTF8Scanner {
    /// The scalar that begins at `index` and its width in bytes.
    ///
    /// - Precondition: `bytes` is valid UTF-8 and `index` is a scalar boundary before the end.
    @inlinable
    public static func scalar(in bytes: [UInt8], at index: Int) -> (scalar: Unicode.Scalar, width: Int) {
        let first = UInt32(bytes[index])
        if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
        func tail(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset] & 0x3F) }
        if first < 0xE0 { return (Unicode.Scalar((first & 0x1F) << 6 | tail(1))!, 2) }
        if first < 0xF0 { return (Unicode.Scalar((first & 0x0F) << 12 | tail(1) << 6 | tail(2))!, 3) }
        return (Unicode.Scalar((first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3))!, 4)
    }

    /// The scalar that ends just before `index`, or nil at the start.
    @inlinable
    public static func scalar(in bytes: [UInt8], before index: Int) -> (scalar: Unicode.Scalar, width: Int)? {
        var start = index - 1
        while start >= 0, UTF8.isContinuation(bytes[start]) { start -= 1 }
        return start >= 0 ? scalar(in: bytes, at: start) : nil
    }
}
