import TextCore

/// Cuts words into the pieces of a BERT vocabulary, as the reference (Hugging Face `tokenizers`, `BertNormalizer` with
/// lower-casing, `BertPreTokenizer`, `WordPiece`) does: `Unbelievable` → un ##bel ##ie ##va ##ble · `Kühe` → ku ##he ·
/// `x-ray` → x - ray · `東京` → 東 京.
public struct WordPieceTokenizer: Sendable {
    let vocabulary: PieceVocabulary

    /// Letters of the longest word that is cut; a longer one is unknown.
    private static let longestWord = 100

    /// A tokeniser for pieces parted by line ends; nil where the vocabulary lacks its special pieces.
    public init?(vocabulary: [UInt8]) {
        guard let vocabulary = PieceVocabulary(vocabulary) else { return nil }
        self.vocabulary = vocabulary
    }

    /// The numbers of the pieces of `word`; the unknown piece alone where nothing is left of it.
    ///
    /// - Complexity: O(length of the word).
    public func pieces(of word: ArraySlice<UInt8>) -> [Int32] {
        var cutter = WordCutter(vocabulary: vocabulary, longest: Self.longestWord)
        cutter.cut(word)
        return cutter.pieces.isEmpty ? [vocabulary.unknown] : cutter.pieces
    }
}

/// The state of cutting one word.
private struct WordCutter {
    let vocabulary: PieceVocabulary
    let longest: Int
    var pieces: [Int32] = []
    private var letters: [UInt8] = []
    private var scalars = 0
    private var folded: [Unicode.Scalar] = []

    init(vocabulary: PieceVocabulary, longest: Int) {
        self.vocabulary = vocabulary
        self.longest = longest
    }

    mutating func cut(_ word: ArraySlice<UInt8>) {
        var index = word.startIndex
        while index < word.endIndex {
            let byte = word[index]
            if byte < 0x80 {
                take(ascii: byte)
                index += 1
            } else {
                let (scalar, width) = Self.scalar(word, at: index)
                take(scalar)
                index += width
            }
        }
        finish()
    }

    private mutating func take(ascii byte: UInt8) {
        if ASCII.isLetter(byte) || ASCII.isDigit(byte) {
            add(ASCII.lowercased(byte))
        } else if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
            finish()
        } else if byte > 0x20 && byte < 0x7F {
            finish()
            add(byte)
            finish()
        }
    }

    private mutating func take(_ scalar: Unicode.Scalar) {
        switch PieceScalar.role(scalar) {
        case .dropped: return
        case .space: finish()
        case .alone:
            finish()
            fold(scalar)
            finish()
        case .letter: fold(scalar)
        }
    }

    private mutating func fold(_ scalar: Unicode.Scalar) {
        folded.removeAll(keepingCapacity: true)
        PieceScalar.appendFolded(scalar, to: &folded)
        for part in folded {
            if part.isASCII {
                take(ascii: UInt8(part.value))
            } else if PieceScalar.isPunctuation(part) {
                finish()
                add(part)
                finish()
            } else {
                add(part)
            }
        }
    }

    private mutating func add(_ byte: UInt8) {
        scalars += 1
        if scalars <= longest { letters.append(byte) }
    }

    private mutating func add(_ scalar: Unicode.Scalar) {
        scalars += 1
        if scalars <= longest { letters.append(contentsOf: UTF8.encode(scalar)!) }
    }

    /// Ends a word: the longest piece that begins it, then the longest that begins the rest, and so on.
    private mutating func finish() {
        guard scalars > 0 else { return }
        defer {
            letters.removeAll(keepingCapacity: true)
            scalars = 0
        }
        guard scalars <= longest else { return pieces.append(vocabulary.unknown) }
        let first = pieces.count
        var start = 0
        while start < letters.count {
            guard let (piece, end) = longestPiece(from: start) else {
                pieces.removeSubrange(first...)
                return pieces.append(vocabulary.unknown)
            }
            pieces.append(piece)
            start = end
        }
    }

    private func longestPiece(from start: Int) -> (piece: Int32, end: Int)? {
        let isLater = start > 0
        let limit = min(letters.count, start + vocabulary.longest)
        var state = isLater ? PieceVocabulary.seeds.later : PieceVocabulary.seeds.first
        var best: (Int32, Int)?
        for end in start..<limit {
            state = (state ^ UInt64(letters[end])) &* 0x0000_0100_0000_01b3
            if let piece = vocabulary.piece(
                letters[start...end], hash: StableHash.mix(state), isLater: isLater)
            {
                best = (piece, end + 1)
            }
        }
        return best
    }

    private static func scalar(_ word: ArraySlice<UInt8>, at index: Int) -> (Unicode.Scalar, Int) {
        let first = UInt32(word[index])
        func tail(_ offset: Int) -> UInt32 { UInt32(word[index + offset] & 0x3F) }
        let (value, width): (UInt32, Int) =
            if first < 0xE0 {
                ((first & 0x1F) << 6 | tail(1), 2)
            } else if first < 0xF0 {
                ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
            } else {
                ((first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
            }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
    }
}
