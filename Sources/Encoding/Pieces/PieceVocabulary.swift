import TextCore

/// The word pieces of a vocabulary, found by their bytes without making strings.
struct PieceVocabulary: Sendable {
    /// Number of the piece that stands for a word that cannot be cut.
    let unknown: Int32
    /// Numbers of the pieces that open and close a window.
    let opening: Int32, closing: Int32
    /// Bytes of the longest piece, without the sign of a continuation.
    let longest: Int

    private let bytes: [UInt8]
    private let starts: [UInt32]
    /// Open addressing: number of a piece plus one, 0 where the slot is free.
    private let slots: [Int32]

    /// The seed of hashes of pieces that begin a word, and of those that continue one.
    static let seeds: (first: UInt64, later: UInt64) = (0xcbf2_9ce4_8422_2325, 0x8422_2325_cbf2_9ce4)

    /// Reads pieces parted by line ends; `##` begins a continuation. Nil where the vocabulary lacks its special pieces.
    init?(_ bytes: [UInt8]) {
        var starts: [UInt32] = [0]
        for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(UInt32(index + 1)) }
        if starts.last != UInt32(bytes.count) { starts.append(UInt32(bytes.count + 1)) }
        let count = starts.count - 1
        guard count > 0, count < 1 << 24 else { return nil }
        var size = 1
        while size < count * 3 { size *= 2 }
        var slots = [Int32](repeating: 0, count: size)
        var longest = 0
        var special: [String: Int32] = [:]
        for number in 0..<count {
            let piece = bytes[Int(starts[number])..<Int(starts[number + 1]) - 1]
            if piece.first == UInt8(ascii: "["), piece.count <= 6 {
                // Only the tokeniser itself may give these: no text spells them.
                special[String(decoding: piece, as: UTF8.self)] = Int32(number)
                if piece.count > 1 { continue }
            }
            let isLater = piece.count > 2 && piece.starts(with: "##".utf8)
            let letters = isLater ? piece.dropFirst(2) : piece
            longest = max(longest, letters.count)
            var slot = Int(Self.hash(letters, isLater: isLater) & UInt64(size - 1))
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int32(number + 1)
        }
        guard let unknown = special["[UNK]"], let opening = special["[CLS]"], let closing = special["[SEP]"] else {
            return nil
        }
        (self.unknown, self.opening, self.closing) = (unknown, opening, closing)
        (self.bytes, self.starts, self.slots, self.longest) = (bytes, starts, slots, longest)
    }

    /// Number of pieces.
    var count: Int { starts.count - 1 }

    /// Number of the piece with these letters, of which `hash` is the hash; nil where there is none.
    func piece(_ letters: ArraySlice<UInt8>, hash: UInt64, isLater: Bool) -> Int32? {
        var slot = Int(hash & UInt64(slots.count - 1))
        while slots[slot] != 0 {
            let number = slots[slot] - 1
            let start = Int(starts[Int(number)])
            let length = Int(starts[Int(number) + 1]) - 1 - start
            let prefix = isLater ? 2 : 0
            if length == letters.count + prefix,
                !isLater || bytes[start] == UInt8(ascii: "#") && bytes[start + 1] == UInt8(ascii: "#"),
                bytes[(start + prefix)..<(start + length)].elementsEqual(letters)
            {
                return number
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// The hash of letters, for ``piece(_:hash:isLater:)``.
    static func hash(_ letters: ArraySlice<UInt8>, isLater: Bool) -> UInt64 {
        StableHash.hash(letters, seed: isLater ? seeds.later : seeds.first)
    }
}
