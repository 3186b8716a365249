/// A value of JSON, each string with its place in the bytes.
public enum JSONValue: Sendable {
    case null
    case bool(Bool)
    /// A number as it was written.
    case number(String)
    /// A string, decoded, and where it stands between its quotes.
    case string(String, TextSpan)
    case array([JSONValue])
    /// The members in the order in which they stand.
    case object([Member])

    /// A named value of an object.
    public struct Member: Sendable {
        /// The name.
        public var name: String
        /// The value.
        public var value: JSONValue
    }

    /// The value of member `name` of an object; nil for anything else.
    ///
    /// - Complexity: O(n) in the number of members.
    public subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The string, where it is one.
    public var string: String? {
        if case .string(let text, _) = self { return text }
        return nil
    }

    /// Where the string stands, where it is one.
    public var span: TextSpan? {
        if case .string(_, let span) = self { return span }
        return nil
    }

    /// The text of a string or number.
    public var text: String? {
        switch self {
        case .string(let text, _), .number(let text): text
        default: nil
        }
    }

    /// The elements of an array; nil for anything else.
    public var elements: [JSONValue]? {
        if case .array(let elements) = self { return elements }
        return nil
    }

    /// The elements of an array, or the value itself where it is none: what JSON-LD means by either.
    public var each: [JSONValue] {
        switch self {
        case .array(let elements): elements
        case .null: []
        default: [self]
        }
    }
}

/// Why bytes are no JSON.
public struct JSONFailure: Error, Hashable, CustomStringConvertible, Sendable {
    /// What is wrong.
    public var reason: String
    /// Where, as an offset in the bytes.
    public var offset: Int

    public var description: String { "\(reason) at byte \(offset)" }
}

/// Reads JSON (RFC 8259) from valid UTF-8 with bounded depth.
///
/// A lenient reader also takes what pages write in the place of JSON: raw control characters in strings, commas before a
/// closing bracket, and anything after the value.
public struct JSONReader {
    private let bytes: [UInt8]
    private let end: Int
    private let isLenient: Bool
    private var index: Int

    /// Deepest nesting that is read.
    public static let deepest = 200

    /// The value in `range` of `bytes`, or in all of them.
    ///
    /// - Complexity: O(n).
    /// - Throws: ``JSONFailure`` where it is no JSON, or nested deeper than ``deepest``.
    public static func value(
        _ bytes: [UInt8], range: Range<Int>? = nil, isLenient: Bool = false
    ) throws(JSONFailure) -> JSONValue {
        var reader = JSONReader(bytes, range ?? 0..<bytes.count, isLenient: isLenient)
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        if reader.index < reader.end, !isLenient { throw reader.failure("something stands after the value") }
        return value
    }

    private init(_ bytes: [UInt8], _ range: Range<Int>, isLenient: Bool) {
        self.bytes = bytes
        self.isLenient = isLenient
        index = range.lowerBound
        end = range.upperBound
    }

    private func failure(_ reason: String) -> JSONFailure { JSONFailure(reason: reason, offset: index) }

    private mutating func skipSpace() {
        while index < end, ASCII.isSpace(bytes[index]) { index += 1 }
    }

    private mutating func value(depth: Int) throws(JSONFailure) -> JSONValue {
        skipSpace()
        guard depth < Self.deepest else { throw failure("is nested too deep") }
        guard index < end else { throw failure("ends before a value") }
        switch bytes[index] {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return try string()
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONFailure) -> JSONValue {
        let count = word.utf8CodeUnitCount
        guard index + count <= end else { throw failure("ends within a word") }
        for offset in 0..<count where bytes[index + offset] != word.utf8Start[offset] {
            throw failure("has a word that is no value")
        }
        index += count
        return value
    }

    private mutating func number() throws(JSONFailure) -> JSONValue {
        let start = index
        while index < end, "+-.eE0123456789".utf8.contains(bytes[index]) { index += 1 }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        guard index > start, Double(text) != nil else { throw failure("has no value where one should be") }
        return .number(text)
    }

    private mutating func array(depth: Int) throws(JSONFailure) -> JSONValue {
        var elements: [JSONValue] = []
        index += 1
        while true {
            skipSpace()
            guard index < end else { throw failure("ends within an array") }
            if bytes[index] == UInt8(ascii: "]"), elements.isEmpty || isLenient { break }
            elements.append(try value(depth: depth + 1))
            guard try goesOn(until: UInt8(ascii: "]")) else { break }
        }
        index += 1
        return .array(elements)
    }

    private mutating func object(depth: Int) throws(JSONFailure) -> JSONValue {
        var members: [JSONValue.Member] = []
        index += 1
        while true {
            skipSpace()
            guard index < end else { throw failure("ends within an object") }
            if bytes[index] == UInt8(ascii: "}"), members.isEmpty || isLenient { break }
            guard bytes[index] == UInt8(ascii: "\""), case .string(let name, _) = try string() else {
                throw failure("has a member without a name")
            }
            skipSpace()
            guard index < end, bytes[index] == UInt8(ascii: ":") else { throw failure("has a member without a value") }
            index += 1
            members.append(JSONValue.Member(name: name, value: try value(depth: depth + 1)))
            guard try goesOn(until: UInt8(ascii: "}")) else { break }
        }
        index += 1
        return .object(members)
    }

    /// Passes a comma; false where `close` stands.
    private mutating func goesOn(until close: UInt8) throws(JSONFailure) -> Bool {
        skipSpace()
        guard index < end else { throw failure("ends too early") }
        if bytes[index] == close { return false }
        guard bytes[index] == UInt8(ascii: ",") else { throw failure("lacks a comma") }
        index += 1
        return true
    }

    private mutating func string() throws(JSONFailure) -> JSONValue {
        let start = index + 1
        var cursor = start
        var isPlain = true
        while cursor < end, bytes[cursor] != UInt8(ascii: "\"") {
            if bytes[cursor] == UInt8(ascii: "\\") {
                isPlain = false
                cursor += 1
            } else if bytes[cursor] < 0x20, !isLenient {
                index = cursor
                throw failure("has a control character in a string")
            }
            cursor += 1
        }
        guard cursor < end else { throw failure("ends within a string") }
        index = cursor + 1
        let span = TextSpan(start, cursor)
        if isPlain { return .string(String(decoding: bytes[start..<cursor], as: UTF8.self), span) }
        return .string(String(decoding: Self.text(bytes, span).bytes, as: UTF8.self), span)
    }

    /// The text of the string that stands at `span` between its quotes, with the way back to the bytes. An escape that is
    /// none is left as it stands.
    ///
    /// - Complexity: O(n).
    public static func text(_ bytes: [UInt8], _ span: TextSpan) -> (bytes: [UInt8], map: AlignmentMap) {
        var text: [UInt8] = []
        var map = AlignmentMap()
        text.reserveCapacity(span.count)
        var index = span.start
        map.add(decoded: 0, raw: index)
        while index < span.end {
            guard bytes[index] == UInt8(ascii: "\\"), index + 1 < span.end else {
                text.append(bytes[index])
                index += 1
                continue
            }
            let (scalar, width) = escape(bytes, index, span.end)
            if let scalar {
                map.add(decoded: text.count, raw: index, step: 0)
                text.append(contentsOf: UTF8.encode(scalar)!)
                map.add(decoded: text.count, raw: index + width)
            } else {
                text.append(contentsOf: bytes[index..<(index + width)])
            }
            index += width
        }
        return (text, map)
    }

    private static func escape(_ bytes: [UInt8], _ index: Int, _ end: Int) -> (scalar: Unicode.Scalar?, width: Int) {
        switch bytes[index + 1] {
        case UInt8(ascii: "n"): return ("\n", 2)
        case UInt8(ascii: "t"): return ("\t", 2)
        case UInt8(ascii: "r"): return ("\r", 2)
        case UInt8(ascii: "b"): return ("\u{8}", 2)
        case UInt8(ascii: "f"): return ("\u{C}", 2)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return (Unicode.Scalar(bytes[index + 1]), 2)
        case UInt8(ascii: "u"):
            guard let unit = unit(bytes, index, end) else { return (nil, 1) }
            if let scalar = Unicode.Scalar(unit) { return (scalar, 6) }
            guard (0xD800...0xDBFF).contains(unit), let low = self.unit(bytes, index + 6, end),
                (0xDC00...0xDFFF).contains(low)
            else { return ("\u{FFFD}", 6) }
            return (Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}", 12)
        default: return (nil, 1)
        }
    }

    /// The sixteen bits of `\uXXXX` at `index`.
    private static func unit(_ bytes: [UInt8], _ index: Int, _ end: Int) -> UInt32? {
        guard index + 6 <= end, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") else {
            return nil
        }
        return UInt32(String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16)
    }
}
