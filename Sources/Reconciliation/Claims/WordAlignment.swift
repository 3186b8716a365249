import NewsModel
import TextCore

/// Sets the words of two statements beside one another: each beside the one of the other that is nearest in meaning, by
/// the vectors of words, weighted by what it tells.
///
/// Method: greedy matching of weighted vectors (Zhang et al. 2020, BERTScore), here of words out of context, which did as
/// well on labelled pairs of statements as those in context and need nothing kept of a document.
struct WordAlignment: Sendable {
    /// A word of a statement: its number among those of the story, and what it tells.
    struct Word: Hashable, Sendable {
        var number: Int32
        var weight: Float
    }

    private let width: Int
    /// A row for each word.
    private let vectors: [Float]

    /// Numbers the words of the statements of a story.
    init(_ drafts: inout [Draft], facts: WordFacts, embedder: (any WordEmbedder)?) {
        var numbers: [String: Int32] = [:]
        var weights: [Double] = []
        var vectors: [Float] = []
        width = (embedder?.width ?? 0) / 8 * 8
        for index in drafts.indices {
            var words: [Word] = []
            for word in Self.words(of: drafts[index].statement.reading) {
                if numbers[word] == nil {
                    numbers[word] = Int32(weights.count)
                    weights.append(facts.form(word).weight)
                    if let embedder { vectors += embedder.vector(ofWord: Array(word.utf8)[...]).prefix(width) }
                }
                guard let number = numbers[word], weights[Int(number)] > 0,
                    !words.contains(where: { $0.number == number })
                else { continue }
                words.append(Word(number: number, weight: Float(weights[Int(number)])))
            }
            drafts[index].features.words = words
        }
        self.vectors = vectors
    }

    /// The share of either statement's words that the other has or comes near to.
    func coverage(_ a: Features, _ b: Features) -> (a: Double, b: Double) {
        guard !a.words.isEmpty, !b.words.isEmpty else { return (0, 0) }
        var best = [Float](repeating: 0, count: b.words.count)
        var matched: Float = 0
        var total: Float = 0
        for word in a.words {
            var nearest: Float = 0
            for (place, other) in b.words.enumerated() {
                let likeness = likeness(word.number, other.number)
                nearest = max(nearest, likeness)
                best[place] = max(best[place], likeness)
            }
            matched += nearest * word.weight
            total += word.weight
        }
        let others = b.words.reduce(Float(0)) { $0 + $1.weight }
        let back = zip(best, b.words).reduce(Float(0)) { $0 + $1.0 * $1.1.weight }
        return (Double(matched / total), Double(back / others))
    }

    private func likeness(_ a: Int32, _ b: Int32) -> Float {
        if a == b { return 1 }
        guard width > 0 else { return 0 }
        return vectors.withUnsafeBytes { bytes in
            let x = Int(a) * width * 4
            let y = Int(b) * width * 4
            var sum = SIMD16<Float>.zero
            var offset = 0
            while offset + 64 <= width * 4 {
                let p = bytes.loadUnaligned(fromByteOffset: x + offset, as: SIMD16<Float>.self)
                let q = bytes.loadUnaligned(fromByteOffset: y + offset, as: SIMD16<Float>.self)
                sum += p * q
                offset += 64
            }
            return max(0, sum.sum())
        }
    }

    /// The words of a reading, folded, in their order.
    private static func words(of reading: String) -> [String] {
        FoldedText.fold(reading).utf8.split { !ASCII.isWord($0) }.map { String(decoding: $0, as: UTF8.self) }
    }
}

/// How alike the sentences of two statements are by the reader's vectors.
struct SentenceSimilarity: Sendable {
    private let vectors: [SentenceVectors?]

    init(_ analyses: [Analysis]) { vectors = analyses.map(\.sentenceVectors) }

    /// From -1 to 1; nil where a sentence is too short to have a vector.
    func similarity(_ a: Proposition, _ b: Proposition) -> Double? {
        guard let x = vectors[a.document], let y = vectors[b.document] else { return nil }
        return x.similarity(a.sentence, to: y, b.sentence).map(Double.init)
    }
}
