package import TextCore

/// Text under way from raw bytes to a document: valid UTF-8, the way back, and what had to be done to it.
package struct DecodedText {
    /// Valid UTF-8.
    package var bytes: [UInt8] = []
    /// From `bytes` back to the raw bytes.
    package var map = AlignmentMap.identity
    /// What had to be done, at most one entry of a kind.
    var repairs: [Repair] = []

    /// Something that was done to the text, with the first place where it was done.
    struct Repair: Equatable {
        /// What was done.
        enum Kind: String {
            /// The bytes were in another character set than UTF-8.
            case charset
            /// Ill-formed sequences became U+FFFD.
            case illFormed
            /// UTF-8 that had been read as Windows-1252 was read again.
            case mojibake
            /// NUL bytes became U+FFFD.
            case nul
            /// Control characters became U+FFFD.
            case control
        }
        var kind: Kind
        /// Name of the character set, or an example of what was mended.
        var detail: String
        /// First place, in `bytes`.
        var place: Int
        /// How many times.
        var count: Int
    }

    /// Counts a repair at `place`; the first one of a kind keeps its place and detail.
    mutating func note(_ kind: Repair.Kind, _ detail: @autoclosure () -> String, at place: Int) {
        if let index = repairs.firstIndex(where: { $0.kind == kind }) {
            repairs[index].count += 1
        } else {
            repairs.append(Repair(kind: kind, detail: detail(), place: place, count: 1))
        }
    }

    /// Appends a character that came from `raw`, `step` raw bytes for each of its bytes (0: all from one sequence).
    mutating func append(_ scalar: Unicode.Scalar, raw: Int, step: Int) {
        map.add(decoded: bytes.count, raw: raw, step: step)
        bytes.append(contentsOf: UTF8.encode(scalar)!)
    }
}
