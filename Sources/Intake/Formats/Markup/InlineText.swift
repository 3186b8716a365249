import TextCore

/// Text put together from stretches of a page's bytes: white space runs become one space, references characters, and every
/// character keeps its place in the bytes.
///
///     The&nbsp;ferry   left &amp;amp; sank      The ferry left & sank
///     co&shy;operation                          cooperation
struct InlineText {
    private(set) var bytes: [UInt8] = []
    private(set) var map = AlignmentMap()
    /// Characters that cannot be seen and were left out: zero-width spaces, soft hyphens, byte order marks.
    private(set) var invisible = DamageCount()
    /// References that stood for a reference, and were decoded twice.
    private(set) var twice = DamageCount()

    /// How often something was met, and where in the text first.
    struct DamageCount {
        var count = 0
        var place = 0
        mutating func note(_ at: Int) {
            if count == 0 { place = at }
            count += 1
        }
    }

    private let references: CharacterReferences
    /// From the bytes that are read to the raw ones, where those are others.
    private let original: AlignmentMap?
    /// Where white space stands that has not been written yet.
    private var space: Int?

    /// Whether a reference without a semicolon is none before a letter or "=", as in an address.
    private let isStrict: Bool

    init(_ references: CharacterReferences, original: AlignmentMap, isStrict: Bool = false) {
        self.references = references
        self.isStrict = isStrict
        self.original = original == .identity ? nil : original
    }

    /// Length so far; white space at the end is not written.
    var count: Int { bytes.count }

    /// Writes the text of `span`; `isLiteral` where references are not decoded.
    ///
    /// - Complexity: O(`span.count`).
    mutating func append(_ source: [UInt8], _ span: TextSpan, isLiteral: Bool = false) {
        var index = span.start
        var copied = index
        func flush(_ text: inout InlineText, to end: Int) {
            if copied < end { text.copy(source, copied..<end) }
        }
        while index < span.end {
            let byte = source[index]
            if byte > 0x20, byte < 0x80, byte != UInt8(ascii: "&") {
                index += 1
                continue
            }
            if ASCII.isSpace(byte) {
                flush(&self, to: index)
                if space == nil { space = index }
                while index < span.end, ASCII.isSpace(source[index]) { index += 1 }
                copied = index
                continue
            }
            if byte == UInt8(ascii: "&") {
                guard !isLiteral, let found = decode(source, index, span.end) else {
                    index += 1
                    continue
                }
                flush(&self, to: index)
                for scalar in found.scalars { write(scalar, raw: index) }
                index += found.width
                copied = index
                continue
            }
            if byte < 0x20 {
                index += 1
                continue
            }
            let (scalar, width) = UTF8Scanner.scalar(in: source, at: index)
            if Self.isInvisible(scalar) || Self.isWideSpace(scalar) {
                flush(&self, to: index)
                write(scalar, raw: index)
                copied = index + width
            }
            index += width
        }
        flush(&self, to: index)
    }

    /// A break between words that no character of the page stands for.
    mutating func breakWord(at raw: Int) { if space == nil { space = raw } }

    /// Ends a stretch: white space that waits is forgotten.
    mutating func endUnit() { space = nil }

    /// Ends a stretch with an empty line before the next.
    mutating func separate(at raw: Int) {
        space = nil
        guard !bytes.isEmpty else { return }
        map.add(decoded: bytes.count, raw: place(raw), step: 0)
        bytes += [0x0A, 0x0A]
    }

    /// Writes `string`, all of which came from byte `place` of the raw bytes.
    mutating func write(_ string: String, place: Int) {
        map.add(decoded: bytes.count, raw: place, step: 0)
        bytes += Array(string.oneLine.utf8)
    }

    /// The reference at `index`; one that stands for another ("&amp;quot;") is that other one.
    private mutating func decode(_ source: [UInt8], _ index: Int, _ end: Int) -> CharacterReferences.Found? {
        guard let found = references.reference(in: source, at: index, end: end, isAttribute: isStrict) else {
            return nil
        }
        guard found.scalars == ["&"], index + found.width < end else { return found }
        var inner = Array(source[(index + found.width)..<min(end, index + found.width + 36)])
        inner.insert(UInt8(ascii: "&"), at: 0)
        guard let second = references.reference(in: inner, at: 0, end: inner.count),
            inner[second.width - 1] == UInt8(ascii: ";")
        else { return found }
        twice.note(bytes.count)
        return CharacterReferences.Found(scalars: second.scalars, width: found.width + second.width - 1)
    }

    private mutating func write(_ scalar: Unicode.Scalar, raw: Int) {
        if Self.isInvisible(scalar) { return invisible.note(bytes.count) }
        if Self.isWideSpace(scalar) || (scalar.value < 0x21) {
            if space == nil { space = raw }
            return
        }
        writeSpace()
        map.add(decoded: bytes.count, raw: place(raw), step: 0)
        bytes.append(contentsOf: UTF8.encode(scalar)!)
    }

    private mutating func writeSpace() {
        guard let raw = space else { return }
        space = nil
        guard let last = bytes.last, last != 0x0A else { return }
        map.add(decoded: bytes.count, raw: place(raw), step: 1)
        bytes.append(0x20)
    }

    private mutating func copy(_ source: [UInt8], _ range: Range<Int>) {
        writeSpace()
        if let original {
            for index in range where !UTF8.isContinuation(source[index]) {
                let isSingle = source[index] < 0x80
                map.add(
                    decoded: bytes.count + index - range.lowerBound, raw: original.rawOffset(of: index),
                    step: isSingle ? 1 : 0)
            }
        } else {
            map.add(decoded: bytes.count, raw: range.lowerBound)
        }
        bytes.append(contentsOf: source[range])
    }

    private func place(_ raw: Int) -> Int { original?.rawOffset(of: raw) ?? raw }

    /// Characters that no reader sees and that part words for a machine. Joiners stay: scripts need them.
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    private static func isWideSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }
}
