/// Writes JSON (RFC 8259) straight to bytes: compact, members in the order in which they are written, the same bytes for
/// the same calls. Here because two rooms that never import one another write JSON: the account, and the page's data.
public struct JSONWriter: Sendable {
    /// What has been written.
    public private(set) var bytes: [UInt8] = []
    /// Whether `<` is written as `\u003c`, so that the JSON may stand inside an HTML script element.
    private let isForMarkup: Bool
    /// Whether a value has been written at this level, so that the next one needs a comma.
    private var needsComma = false

    /// A writer that has written nothing.
    ///
    /// - Parameter forMarkup: write `<` as an escape, so that no text can end or open an HTML element.
    public init(forMarkup: Bool = false) { isForMarkup = forMarkup }

    // MARK: Values

    /// An object; `members` writes its members.
    public mutating func object(_ members: (inout JSONWriter) -> Void) { enclose("{", "}", members) }

    /// An array; `elements` writes its elements.
    public mutating func array(_ elements: (inout JSONWriter) -> Void) { enclose("[", "]", elements) }

    /// An array with an element for each of `items`.
    public mutating func array<Item>(_ items: some Sequence<Item>, _ element: (inout JSONWriter, Item) -> Void) {
        array { writer in for item in items { element(&writer, item) } }
    }

    /// A string.
    public mutating func string(_ value: String) { string(Array(value.utf8)[...]) }

    /// A string of valid UTF-8 bytes, which are escaped as they are copied.
    ///
    /// - Complexity: O(n).
    public mutating func string(_ utf8: ArraySlice<UInt8>) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        var copied = utf8.startIndex
        for index in utf8.indices {
            let byte = utf8[index]
            let width = escapeWidth(byte, at: index, of: utf8)
            if width == 0 { continue }
            bytes += utf8[copied..<index]
            escape(byte, last: utf8[index + width - 1])
            copied = index + width
        }
        bytes += utf8[copied...]
        bytes.append(UInt8(ascii: "\""))
    }

    /// A whole number.
    public mutating func number(_ value: Int) { raw(String(value)) }

    /// A number; one that JSON has no word for (infinity, not a number) is written as null.
    public mutating func number(_ value: Double) {
        if !value.isFinite {
            null()
        } else if value == value.rounded(), abs(value) < 9_007_199_254_740_992 {
            raw(String(Int(value)))
        } else {
            raw(value.description)
        }
    }

    /// `true` or `false`.
    public mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

    /// `null`.
    public mutating func null() { raw("null") }

    // MARK: Members

    /// The name of a member; its value is written next.
    public mutating func key(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// A member that is a string, or null.
    public mutating func member(_ name: String, _ value: String?) {
        key(name)
        if let value { string(value) } else { null() }
    }

    /// A member that is a whole number.
    public mutating func member(_ name: String, _ value: Int) {
        key(name)
        number(value)
    }

    /// A member that is a number, or null.
    public mutating func member(_ name: String, _ value: Double?) {
        key(name)
        if let value { number(value) } else { null() }
    }

    /// A member that is true or false.
    public mutating func member(_ name: String, _ value: Bool) {
        key(name)
        bool(value)
    }

    /// A member that is an array of strings.
    public mutating func member(_ name: String, _ values: [String]) {
        member(name, values) { $0.string($1) }
    }

    /// A member that is an array with an element for each of `items`.
    public mutating func member<Item>(
        _ name: String, _ items: some Sequence<Item>, _ element: (inout JSONWriter, Item) -> Void
    ) {
        key(name)
        array(items, element)
    }

    // MARK: Bytes

    private mutating func enclose(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(UInt8(ascii: open))
        needsComma = false
        body(&self)
        bytes.append(UInt8(ascii: close))
        needsComma = true
    }

    private mutating func raw(_ text: String) {
        separate()
        bytes += text.utf8
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    /// How many bytes at `index` must be escaped together; 0 where the byte may stand as it is. U+2028 and U+2029 are
    /// line ends to JavaScript, so they are escaped although JSON would let them stand.
    private func escapeWidth(_ byte: UInt8, at index: Int, of utf8: ArraySlice<UInt8>) -> Int {
        switch byte {
        case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"): 1
        case UInt8(ascii: "<"): isForMarkup ? 1 : 0
        case 0xE2:
            index + 2 < utf8.endIndex && utf8[index + 1] == 0x80 && (utf8[index + 2] == 0xA8 || utf8[index + 2] == 0xA9)
                ? 3 : 0
        default: 0
        }
    }

    private mutating func escape(_ byte: UInt8, last: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): bytes += #"\""#.utf8
        case UInt8(ascii: "\\"): bytes += #"\\"#.utf8
        case 0x08: bytes += #"\b"#.utf8
        case 0x09: bytes += #"\t"#.utf8
        case 0x0A: bytes += #"\n"#.utf8
        case 0x0C: bytes += #"\f"#.utf8
        case 0x0D: bytes += #"\r"#.utf8
        case 0xE2: bytes += (last == 0xA8 ? #"\u2028"# : #"\u2029"#).utf8
        default:
            let digits = Array("0123456789abcdef".utf8)
            bytes += #"\u00"#.utf8
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 15)])
        }
    }
}
