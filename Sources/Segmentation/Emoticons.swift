import TextCore

/// Faces made of letters and marks, and the parts of one emoji.
enum Emoticon {
    /// Where the face that is the whole of `chunk`, but for a final mark, ends.
    static func end(in bytes: [UInt8], _ chunk: Range<Int>) -> Int? {
        guard chunk.count >= 2, chunk.count <= 5 else { return nil }
        if whole.contains(where: { bytes[chunk].elementsEqual($0.utf8) }) { return chunk.upperBound }
        var index = chunk.lowerBound
        guard [UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "=")].contains(bytes[index]) else { return nil }
        index += 1
        if index + 1 < chunk.upperBound, [UInt8(ascii: "-"), UInt8(ascii: "'")].contains(bytes[index]) { index += 1 }
        let mouths = "()DPp/|][*oO3".utf8
        guard mouths.contains(bytes[index]) else { return nil }
        while index < chunk.upperBound, mouths.contains(bytes[index]) { index += 1 }
        return index == chunk.upperBound ? index : nil
    }

    /// End of the emoji that begins at `start`: with joiners, variation selectors, skin tones, or the other half of a flag.
    static func clusterEnd(in bytes: [UInt8], from start: Int, before end: Int) -> Int {
        let (first, width) = UTF8Scanner.scalar(in: bytes, at: start)
        var index = start + width
        var isHalfFlag = flagHalves.contains(first.value)
        var isJoined = false
        while index < end, bytes[index] >= 0x80 {
            let (scalar, width) = UTF8Scanner.scalar(in: bytes, at: index)
            switch scalar.value {
            case 0x200D: isJoined = true
            case 0xFE0E, 0xFE0F, 0x20E3, 0x1F3FB...0x1F3FF: isJoined = false
            case flagHalves where isHalfFlag: isHalfFlag = false
            default:
                guard isJoined, CharacterClass.of(scalar) == .emoji else { return index }
                isJoined = false
            }
            index += width
        }
        return index
    }

    /// Faces that the rule for eyes and mouth does not make.
    private static let whole = ["(:", "(;", "(=", "^_^", "<3", "-_-"]

    /// Regional indicators: two make a flag.
    private static let flagHalves: ClosedRange<UInt32> = 0x1F1E6...0x1F1FF
}
