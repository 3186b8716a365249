import NewsModel
import TextCore

/// For each token of a document, which attribution governs it, and whether it only attributes.
struct AttributionLayout {
    /// What of a sentence an attribution gives as somebody's word.
    enum Reach {
        /// Nothing: `praised the mayor`, `hopes to win` tell what somebody did, and the words stay with the sentence.
        case nothing
        /// Its content, which stands alone: `said that the quay was safe`.
        case content
        /// Its content with the words that attribute it, for alone it says nothing: `called it “cruel”`, `counted 40 dead`.
        case clause
    }

    /// Index of the innermost attribution whose content holds the token, or nil.
    private var governor: [Int32]
    /// Whether the token is part of a source or cue.
    private var attributing: [Bool]

    init(_ analysis: Analysis, reach: (Attribution) -> Reach) {
        governor = Array(repeating: -1, count: analysis.tokens.count)
        attributing = Array(repeating: false, count: analysis.tokens.count)
        var governed: [(index: Int, reach: Reach, spans: [TextSpan])] = []
        for (index, attribution) in analysis.attributions.enumerated() {
            switch reach(attribution) {
            case .nothing: continue
            case .content: governed.append((index, .content, attribution.content))
            case .clause: governed.append((index, .clause, [attribution.span]))
            }
        }
        func width(_ spans: [TextSpan]) -> Int { spans.reduce(0) { $0 + $1.count } }
        // Of the same words ("Citing a source, the agency said ⟦it fell⟧") the one that hands them on goes first.
        func depth(_ index: Int) -> Int {
            var depth = 0
            var next = analysis.attributions[index].parent
            while let parent = next, depth < 8, analysis.attributions.indices.contains(parent) {
                depth += 1
                next = analysis.attributions[parent].parent
            }
            return depth
        }
        // The widest first, so that what is nested in it is painted over it.
        for (index, _, spans) in governed.sorted(by: {
            (width($1.spans), depth($0.index), $0.index) < (width($0.spans), depth($1.index), $1.index)
        }) {
            for span in spans {
                for token in Self.tokens(in: span, of: analysis) { governor[token] = Int32(index) }
            }
        }
        for (index, reach, contents) in governed where reach == .content {
            let attribution = analysis.attributions[index]
            for span in [attribution.source, attribution.cue].compactMap({ $0 })
            where !contents.contains(where: { $0.overlaps(span) }) {
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

    /// Indices of the tokens within a span.
    static func tokens(in span: TextSpan, of analysis: Analysis) -> Range<Int> {
        func firstIndex(from offset: Int) -> Int {
            analysis.tokens.partitioningIndex { $0.span.start >= offset }
        }
        let low = firstIndex(from: span.start)
        return low..<max(low, firstIndex(from: span.end))
    }
}
