import NewsModel
import TextCore

/// Takes apart a proposition that gives several numbers, each with an outcome or verb of its own: `at least four people
/// were killed ⟦and⟧ 31 injured on Tuesday`. Numbers that share what is said of them stay together: `two cranes and 40
/// metres of quay were destroyed`.
struct FigureSegments {
    let words: StoryWords

    /// The pieces, each with its figures, in order.
    func pieces(_ figures: [Figure], of proposition: Proposition, in analysis: Analysis) -> [(Proposition, [Figure])] {
        guard figures.count > 1, proposition.tokens.count == 1, let run = proposition.tokens.first else {
            return [(proposition, figures)]
        }
        var groups: [[Figure]] = []
        for figure in figures {
            if let last = groups.last?.last,
                !isApart(last, figure) || boundary(last, figure, run, proposition, analysis) == nil
            {
                groups[groups.count - 1].append(figure)
            } else {
                groups.append([figure])
            }
        }
        guard groups.count > 1 else { return [(proposition, figures)] }
        var start = run.lowerBound
        return groups.enumerated().map { number, group in
            var end = run.upperBound
            if number + 1 < groups.count, let last = group.last, let next = groups[number + 1].first,
                let mark = boundary(last, next, run, proposition, analysis)
            {
                end = mark
            }
            let piece = narrowed(proposition, to: start..<end, analysis)
            start = end
            return (piece, group)
        }
    }

    private func isApart(_ a: Figure, _ b: Figure) -> Bool {
        if !a.outcomes.isEmpty, !b.outcomes.isEmpty { return a.outcomes.isDisjoint(with: b.outcomes) }
        guard let x = a.predicate, let y = b.predicate else { return false }
        return x != y && Set(a.concepts).isDisjoint(with: b.concepts)
    }

    /// The comma or conjunction between two figures that lies nearest to the second.
    private func boundary(
        _ a: Figure, _ b: Figure, _ run: Range<Int>, _ proposition: Proposition, _ analysis: Analysis
    ) -> Int? {
        let first = AttributionLayout.tokens(in: analysis.quantities[a.quantity].span, of: analysis)
        let second = AttributionLayout.tokens(in: analysis.quantities[b.quantity].span, of: analysis)
        guard first.upperBound < second.lowerBound else { return nil }
        return (first.upperBound..<second.lowerBound).last { index in
            let folded = words.form(proposition.document, index).folded
            return run.contains(index) && [",", ";", "and", "but", "while", "with", ":"].contains(folded)
        }
    }

    private func narrowed(_ proposition: Proposition, to range: Range<Int>, _ analysis: Analysis) -> Proposition {
        var low = range.lowerBound
        var high = range.upperBound
        func isLoose(_ index: Int) -> Bool {
            let token = analysis.tokens[index]
            return token.kind == .punctuation
                || ["and", "but"].contains(words.form(proposition.document, index).folded)
        }
        while low < high - 1, isLoose(low) { low += 1 }
        while high > low + 1, isLoose(high - 1) { high -= 1 }
        var piece = proposition
        let span = analysis.tokens[low].span.union(analysis.tokens[high - 1].span)
        piece.tokens = [low..<high]
        piece.core = [span]
        piece.span = span
        if low > proposition.tokens[0].lowerBound { piece.subject = nil }
        return piece
    }
}
