import NewsModel

/// Sentences that a quotation holds together: `“We left. We came back,” he said.` is one utterance.
enum Utterances {
    /// Token ranges, in order, none crossing a block, none cutting a top-level stretch.
    ///
    /// - Complexity: O(n) in the number of sentences and stretches.
    static func ranges(of tagged: TaggedText, _ stretches: [MarkedStretch]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var next = 0
        var held = 0
        for (index, sentence) in tagged.sentences.enumerated() {
            let joins =
                sentence.tokens.lowerBound < held && index > 0
                && tagged.sentences[index - 1].block == sentence.block
            if joins, let last = found.popLast() {
                found.append(last.lowerBound..<sentence.tokens.upperBound)
            } else {
                found.append(sentence.tokens)
            }
            while next < stretches.count, stretches[next].tokens.lowerBound < sentence.tokens.upperBound {
                held = max(held, stretches[next].tokens.upperBound)
                next += 1
            }
        }
        return found
    }
}
