import NewsModel

/// Reads the scores of one window: where sentences end, and what each word is.
struct WindowDecoder {
    let model: ReaderModel
    let group: ReaderModel.Group
    /// Number of the window in its group.
    let number: Int

    private var window: ReaderWindow { group.windows[number] }
    private var columns: Int { model.heads.columns }

    /// Scores of the window's first word.
    private var rows: UnsafeMutablePointer<Float> {
        group.scores.numbers + group.starts[number].word * columns
    }

    /// How much more the model is for an end after each word than against it; nil where the model has no such head.
    func endScores() -> [Float]? {
        guard let ends = model.heads.ends else { return nil }
        return (0..<window.tokens.count).map { word in
            let row = rows + word * columns + ends.lowerBound
            return row[1] - row[0]
        }
    }

    /// The readings of the words of consecutive sentences, given as indices into the window.
    func readings(_ sentences: [Range<Int>]) -> [WordReading] {
        guard let first = sentences.first, let last = sentences.last else { return [] }
        let words = first.lowerBound..<last.upperBound
        let heads = heads(sentences, words)
        let relations = relations(words, heads: heads)
        let start = window.tokens.lowerBound + words.lowerBound
        return words.enumerated().map { index, word in
            let features = best("feats", word) ?? 0
            return WordReading(
                category: best("upos", word).map { model.labels.categories[$0] } ?? .other,
                features: UInt16(features), inflection: model.labels.inflections[features],
                lemma: UInt16(best("lemma", word) ?? 0), head: heads[index].map { start + $0 },
                relation: heads[index] == nil ? .root : relations[index])
        }
    }

    /// The spans of a kind among the words of a sentence, as indices into the window.
    func spans(_ kind: String, _ sentence: Range<Int>) -> [SpanDecoder.Found] {
        masses(kind, sentence).map { spans(kind, sentence, $0) } ?? []
    }

    /// The same where the words' ``masses(_:_:)`` are known.
    func spans(_ kind: String, _ sentence: Range<Int>, _ masses: [SpanDecoder.Masses]) -> [SpanDecoder.Found] {
        (model.spans[kind]?.spans(masses) ?? []).map { found in
            var found = found
            found.words = found.words.lowerBound + sentence.lowerBound..<found.words.upperBound + sentence.lowerBound
            return found
        }
    }

    /// What the head of a kind of spans says of each word of a sentence; nil where the model has no such head.
    func masses(_ kind: String, _ sentence: Range<Int>) -> [SpanDecoder.Masses]? {
        guard let decoder = model.spans[kind], let columns = model.heads.tags[kind] else { return nil }
        return decoder.masses(
            rows + sentence.lowerBound * self.columns + columns.lowerBound, count: sentence.count, stride: self.columns)
    }

    /// The label of a head for a word.
    func label(_ head: String, _ word: Int) -> String? {
        best(head, word).flatMap { model.labels.sets[head]?[$0] }
    }

    private func best(_ head: String, _ word: Int) -> Int? {
        guard let columns = model.heads.tags[head], !columns.isEmpty else { return nil }
        return Kernels.greatest(rows + word * self.columns + columns.lowerBound, count: columns.count)
    }

    // MARK: Syntax

    /// The head of each of `words`, counted from the first of them; nil for the root of a sentence.
    ///
    /// The layers run over all sentences together, for they work on whole blocks of rows.
    private func heads(_ sentences: [Range<Int>], _ words: Range<Int>) -> [Int?] {
        var heads = [Int?](repeating: nil, count: words.count)
        guard let arcs = model.heads.arcs, let longest = sentences.map(\.count).max() else { return heads }
        let size = arcs.head.count
        let block = model.backend.blockRows
        let padded = (words.count + block - 1) / block * block
        let dependents = gather(arcs.dependent, words, slope: arcs.slope, rows: padded)
        let mapped = Buffer(padded * size, filled: true)
        arcs.bilinear.run(words.count, dependents.numbers, into: mapped.numbers)
        let candidates = Buffer((longest + 1) * size)
        candidates.numbers.update(from: arcs.rootHead, count: size)
        let scores = Buffer(longest * (longest + 1))
        for sentence in sentences where sentence.count > 1 {
            let count = sentence.count
            let offset = sentence.lowerBound - words.lowerBound
            copy(arcs.head, sentence, slope: arcs.slope, to: candidates.numbers + size)
            model.backend.product(
                rows: count, columns: count + 1, inner: size, scale: 1, mapped.numbers + offset * size, stride: size,
                candidates.numbers, stride: size, transposed: true, into: scores.numbers, stride: count + 1)
            // 0 is the root, else 1 + the index in the sentence.
            let found = SpanningTree.heads(scores.numbers, count: count, stride: count + 1)
            for (index, head) in found.enumerated() where head > 0 { heads[offset + index] = offset + head - 1 }
        }
        return heads
    }

    /// The relation of each of `words` to its head.
    private func relations(_ words: Range<Int>, heads: [Int?]) -> [Dependency] {
        guard let arcs = model.heads.arcs, arcs.relationCount > 0 else {
            return [Dependency](repeating: .dep, count: words.count)
        }
        let size = arcs.relationHead.count
        let block = model.backend.blockRows
        let candidates = gather(arcs.relationHead, words, slope: arcs.slope, rows: words.count)
        var relations: [Dependency] = []
        let outputs = arcs.relations.outputs
        let mapped = Buffer(block * outputs, filled: true)
        // A block of words at a time: a word has a vector for every relation.
        for start in stride(from: 0, to: words.count, by: block) {
            let part = words.lowerBound + start..<min(words.upperBound, words.lowerBound + start + block)
            let dependents = gather(arcs.relationDependent, part, slope: arcs.slope, rows: block)
            arcs.relations.run(part.count, dependents.numbers, into: mapped.numbers)
            for word in 0..<part.count {
                var best = (relation: 0, score: -Float.infinity)
                if let head = heads[start + word] {
                    let candidate = candidates.numbers + head * size
                    for relation in 0..<arcs.relationCount {
                        let vector = mapped.numbers + word * outputs + relation * (size + 1)
                        let score = Kernels.dot(vector, candidate, count: size) + vector[size]
                        if score > best.score { best = (relation, score) }
                    }
                }
                relations.append(model.labels.relations[best.relation])
            }
        }
        return relations
    }

    private func gather(_ columns: Range<Int>, _ words: Range<Int>, slope: Float, rows: Int) -> Buffer {
        let buffer = Buffer(rows * columns.count)
        copy(columns, words, slope: slope, to: buffer.numbers)
        return buffer
    }

    private func copy(_ columns: Range<Int>, _ words: Range<Int>, slope: Float, to target: UnsafeMutablePointer<Float>)
    {
        for (index, word) in words.enumerated() {
            (target + index * columns.count)
                .update(from: rows + word * self.columns + columns.lowerBound, count: columns.count)
        }
        Kernels.leak(target, count: words.count * columns.count, slope: slope)
    }
}
