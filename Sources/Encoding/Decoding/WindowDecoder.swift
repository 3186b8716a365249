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

    /// The readings of the words of a sentence, given as indices into the window.
    func readings(_ sentence: Range<Int>) -> [WordReading] {
        let heads = self.heads(sentence)
        let relations = self.relations(sentence, heads: heads)
        let first = window.tokens.lowerBound + sentence.lowerBound
        return sentence.enumerated().map { index, word in
            let features = best("feats", word) ?? 0
            return WordReading(
                category: best("upos", word).map { model.labels.categories[$0] } ?? .other,
                features: UInt16(features), inflection: model.labels.inflections[features],
                lemma: UInt16(best("lemma", word) ?? 0), head: heads[index] == 0 ? nil : first + heads[index] - 1,
                relation: heads[index] == 0 ? .root : relations[index])
        }
    }

    /// The spans of a kind among the words of a sentence, as indices into the window.
    func spans(_ kind: String, _ sentence: Range<Int>) -> [SpanDecoder.Found] {
        guard let decoder = model.spans[kind], let columns = model.heads.tags[kind] else { return [] }
        return decoder.spans(
            rows + sentence.lowerBound * self.columns + columns.lowerBound, count: sentence.count, stride: self.columns
        ).map { found in
            var found = found
            found.words = found.words.lowerBound + sentence.lowerBound..<found.words.upperBound + sentence.lowerBound
            return found
        }
    }

    /// What the head of a kind of spans says of a word; nil where the model has no such head.
    func masses(_ kind: String, _ word: Int) -> SpanDecoder.Masses? {
        guard let decoder = model.spans[kind], let columns = model.heads.tags[kind] else { return nil }
        return decoder.masses(rows + word * self.columns + columns.lowerBound)
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

    /// The head of each word: 0 for the root, else 1 + its index in the sentence.
    private func heads(_ sentence: Range<Int>) -> [Int] {
        guard let arcs = model.heads.arcs else { return [Int](repeating: 0, count: sentence.count) }
        let count = sentence.count
        guard count > 1 else { return [0] }
        let size = arcs.head.count
        let block = model.backend.blockRows
        let padded = (count + block - 1) / block * block
        let dependents = gather(arcs.dependent, sentence, slope: arcs.slope, rows: padded)
        let candidates = Buffer((count + 1) * size)
        candidates.numbers.update(from: arcs.rootHead, count: size)
        copy(arcs.head, sentence, slope: arcs.slope, to: candidates.numbers + size)
        let mapped = Buffer(padded * size)
        arcs.bilinear.run(count, dependents.numbers, into: mapped.numbers)
        let scores = Buffer(count * (count + 1))
        model.backend.product(
            rows: count, columns: count + 1, inner: size, scale: 1, mapped.numbers, stride: size, candidates.numbers,
            stride: size, transposed: true, into: scores.numbers, stride: count + 1)
        return SpanningTree.heads(scores.numbers, count: count, stride: count + 1)
    }

    /// The relation of each word to its head.
    private func relations(_ sentence: Range<Int>, heads: [Int]) -> [Dependency] {
        guard let arcs = model.heads.arcs, arcs.relationCount > 0 else {
            return [Dependency](repeating: .dep, count: sentence.count)
        }
        let size = arcs.relationHead.count
        let block = model.backend.blockRows
        let candidates = Buffer((sentence.count + 1) * size)
        candidates.numbers.update(from: arcs.rootRelationHead, count: size)
        copy(arcs.relationHead, sentence, slope: arcs.slope, to: candidates.numbers + size)
        var relations: [Dependency] = []
        let outputs = arcs.relations.outputs
        let mapped = Buffer(block * outputs)
        // A block of words at a time: a word has a vector for every relation.
        for start in stride(from: 0, to: sentence.count, by: block) {
            let part = sentence.lowerBound + start..<min(sentence.upperBound, sentence.lowerBound + start + block)
            let dependents = gather(arcs.relationDependent, part, slope: arcs.slope, rows: block)
            arcs.relations.run(part.count, dependents.numbers, into: mapped.numbers)
            for word in 0..<part.count {
                let head = candidates.numbers + heads[start + word] * size
                var best = (relation: 0, score: -Float.infinity)
                for relation in 0..<arcs.relationCount where heads[start + word] != 0 {
                    let vector = mapped.numbers + word * outputs + relation * (size + 1)
                    let score = Kernels.dot(vector, head, count: size) + vector[size]
                    if score > best.score { best = (relation, score) }
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
