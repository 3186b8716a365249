import NewsModel
import TextCore

/// For each token of a document, which attribution governs it, and whether it only attributes.
struct AttributionLayout {
    /// Index of the innermost attribution whose content holds the token, or nil.
    private var governor: [Int32]
    /// Whether the token is part of a source or cue.
    private var attributing: [Bool]

    /// - Parameter governs: whether an attribution gives what somebody said; `praised the mayor` tells what somebody did, and
    ///   its words stay with the sentence.
    init(_ analysis: Analysis, governs: (Attribution) -> Bool = { _ in true }) {
        governor = Array(repeating: -1, count: analysis.tokens.count)
        attributing = Array(repeating: false, count: analysis.tokens.count)
        // The widest content first, so that what is nested in it is painted over it.
        let order = analysis.attributions.indices.filter { governs(analysis.attributions[$0]) }.sorted { a, b in
            let (x, y) = (Self.width(analysis.attributions[a]), Self.width(analysis.attributions[b]))
            return x != y ? x > y : a < b
        }
        for index in order {
            for content in analysis.attributions[index].content {
                for token in Self.tokens(in: content, of: analysis) { governor[token] = Int32(index) }
            }
        }
        for attribution in order.sorted().map({ analysis.attributions[$0] }) {
            for span in [attribution.source, attribution.cue].compactMap({ $0 })
            where !attribution.content.contains(where: { $0.overlaps(span) }) {
                for token in Self.tokens(in: span, of: analysis) { attributing[token] = true }
            }
        }
    }

    /// The runs of tokens of one sentence by the attribution that governs them; the words that only attribute are left
    /// out. What no attribution governs comes as one entry a run.
    func stretches(of tokens: Range<Int>) -> [(attribution: Int?, runs: [Range<Int>])] {
        var result: [(attribution: Int?, runs: [Range<Int>])] = []
        var start: Int?
        func close(at end: Int) {
            guard let begin = start else { return }
            start = nil
            let owner = governor[begin] < 0 ? nil : Int(governor[begin])
            if let owner, let place = result.firstIndex(where: { $0.attribution == owner }) {
                result[place].runs.append(begin..<end)
            } else {
                result.append((owner, [begin..<end]))
            }
        }
        for token in tokens {
            if attributing[token] {
                close(at: token)
            } else if let begin = start, governor[begin] != governor[token] {
                close(at: token)
                start = token
            } else if start == nil {
                start = token
            }
        }
        close(at: tokens.upperBound)
        return result
    }

    private static func width(_ attribution: Attribution) -> Int { attribution.content.reduce(0) { $0 + $1.count } }

    /// Indices of the tokens within a span.
    static func tokens(in span: TextSpan, of analysis: Analysis) -> Range<Int> {
        func firstIndex(from offset: Int) -> Int {
            var low = 0
            var high = analysis.tokens.count
            while low < high {
                let middle = (low + high) / 2
                if analysis.tokens[middle].span.start < offset { low = middle + 1 } else { high = middle }
            }
            return low
        }
        let low = firstIndex(from: span.start)
        return low..<max(low, firstIndex(from: span.end))
    }
}
