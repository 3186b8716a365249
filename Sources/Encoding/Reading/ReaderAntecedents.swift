import NewsModel

/// Answers what mentions go back to, from the vectors of a document's words.
struct ReaderAntecedents: AntecedentJudge {
    private let model: CoreferenceHeads
    private let words: WordVectors

    init(heads: CoreferenceHeads, words: WordVectors) {
        model = heads
        self.words = words
    }

    /// A pair of a question and a candidate, as rows of the phrases.
    private struct Pair {
        var mention: Int
        var candidate: Int
        var features: SIMD8<UInt8>
    }

    func shares(of questions: [AntecedentQuestion]) -> [[Float]?] {
        var phrases: [AntecedentQuestion.Phrase] = []
        var rows: [AntecedentQuestion.Phrase: Int] = [:]
        func row(_ phrase: AntecedentQuestion.Phrase) -> Int? {
            if let known = rows[phrase] { return known }
            guard words.has(phrase.first), words.has(phrase.head), words.has(phrase.last) else { return nil }
            rows[phrase] = phrases.count
            phrases.append(phrase)
            return phrases.count - 1
        }
        var pairs: [Pair] = []
        /// Of each question the row of its mention and its pairs; nil where a word was not read.
        let asked = questions.map { question -> (mention: Int, pairs: Range<Int>)? in
            let start = pairs.count
            guard let mention = row(question.mention), !question.candidates.isEmpty else { return nil }
            for candidate in question.candidates {
                guard let other = row(candidate.phrase), Self.isValid(candidate.features) else {
                    pairs.removeLast(pairs.count - start)
                    return nil
                }
                pairs.append(Pair(mention: mention, candidate: other, features: candidate.features))
            }
            return (mention, start..<pairs.count)
        }
        var result = questions.map { [Float](repeating: 0, count: $0.candidates.count) }
        guard !pairs.isEmpty else { return questions.map { _ in nil } }
        let vectors = vectors(of: phrases)
        for head in model.heads { add(head, vectors, phrases.count, pairs, asked, to: &result) }
        return zip(asked, result).map { $0 == nil ? nil : $1 }
    }

    private static func isValid(_ features: SIMD8<UInt8>) -> Bool {
        AntecedentFeature.allCases.enumerated().allSatisfy { Int(features[$0]) < $1.size }
    }

    private func padded(_ rows: Int) -> Int {
        let block = model.backend.blockRows
        return (rows + block - 1) / block * block
    }

    /// The vectors of three words of every phrase, one after the other.
    private func vectors(of phrases: [AntecedentQuestion.Phrase]) -> Buffer {
        let width = model.width
        let result = Buffer(padded(phrases.count) * 3 * width)
        for (row, phrase) in phrases.enumerated() {
            for (place, word) in [phrase.first, phrase.head, phrase.last].enumerated() {
                words.copy(word, to: result.numbers + (row * 3 + place) * width)
            }
        }
        return result
    }

    /// Adds the shares that one head gives, divided by the number of heads.
    private func add(
        _ head: CoreferenceHeads.Head, _ vectors: Buffer, _ count: Int, _ pairs: [Pair],
        _ asked: [(mention: Int, pairs: Range<Int>)?], to result: inout [[Float]]
    ) {
        let hidden = model.hidden
        let mentions = Buffer(padded(count) * hidden)
        let candidates = Buffer(padded(count) * hidden)
        head.mention.run(count, vectors.numbers, into: mentions.numbers)
        head.candidate.run(count, vectors.numbers, into: candidates.numbers)
        let scores = scores(head, mentions, candidates, pairs)
        let weight = 1 / Float(model.heads.count)
        for (number, item) in asked.enumerated() {
            guard let item else { continue }
            let mention = mentions.numbers + item.mention * hidden
            let none = head.noneBias + Self.rectified(mention, head.none)
            let own = scores[item.pairs]
            let highest = max(none, own.max() ?? none)
            let exponentials = own.map { Kernels.exponential($0 - highest) }
            let sum = exponentials.reduce(Kernels.exponential(none - highest), +)
            for (index, value) in exponentials.enumerated() { result[number][index] += value / sum * weight }
        }
    }

    /// The score of every pair, a block of pairs at a time.
    private func scores(
        _ head: CoreferenceHeads.Head, _ mentions: Buffer, _ candidates: Buffer, _ pairs: [Pair]
    ) -> [Float] {
        let hidden = model.hidden
        let block = model.backend.blockRows
        let products = Buffer(block * hidden)
        let sums = Buffer(block * hidden)
        var scores: [Float] = []
        scores.reserveCapacity(pairs.count)
        for start in stride(from: 0, to: pairs.count, by: block) {
            let part = pairs[start..<min(pairs.count, start + block)]
            for (row, pair) in part.enumerated() {
                let a = mentions.numbers + pair.mention * hidden
                let b = candidates.numbers + pair.candidate * hidden
                let target = products.numbers + row * hidden
                for column in 0..<hidden { target[column] = a[column] * b[column] }
            }
            head.product.run(block, products.numbers, into: sums.numbers)
            for (row, pair) in part.enumerated() {
                let sum = sums.numbers + row * hidden
                Kernels.add(mentions.numbers + pair.mention * hidden, to: sum, count: hidden)
                Kernels.add(candidates.numbers + pair.candidate * hidden, to: sum, count: hidden)
                for (place, table) in head.features.enumerated() {
                    table.withUnsafeBufferPointer { table in
                        if let base = table.baseAddress {
                            Kernels.add(base + Int(pair.features[place]) * hidden, to: sum, count: hidden)
                        }
                    }
                }
                scores.append(head.outBias + Self.rectified(sum, head.out))
            }
        }
        return scores
    }

    /// The product of `weights` and what of `values` is above zero.
    private static func rectified(_ values: UnsafePointer<Float>, _ weights: [Float]) -> Float {
        var sum: Float = 0
        for (index, weight) in weights.enumerated() { sum += max(0, values[index]) * weight }
        return sum
    }
}
