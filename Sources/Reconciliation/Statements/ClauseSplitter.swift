import Lexicons
import NewsModel
import TextCore

/// Parts a stretch of tokens where one clause ends and another begins.
///
/// Splits: `Kim praised the army⟦,⟧ and Putin thanked him`, `he came⟦;⟧ they left`, `Kim toured the plant ⟦and⟧ toasted
/// the crew` (the second shares the subject), `(said that) ships had left ⟦and⟧ that the quay would open`. Does not split: `shot
/// ⟦and⟧ killed`, `workers⟦,⟧ and volunteers`.
struct ClauseSplitter {
    /// A clause and the subject it shares with the clause before.
    struct Clause: Equatable {
        var tokens: Range<Int>
        var subject: Range<Int>?
    }

    let words: StoryWords
    let verbs: VerbFinder

    /// The clauses of `range`, in order.
    ///
    /// - Complexity: O(n).
    func clauses(_ document: Int, _ range: Range<Int>, in analysis: Analysis) -> [Clause] {
        let finite = range.filter { verbs.isFinite(document, $0, from: range.lowerBound) }
        guard finite.count > 1 else { return [Clause(tokens: range)] }
        var clauses: [Clause] = []
        var start = range.lowerBound
        var subject: Range<Int>?
        var depth = 0
        var nextFinite = 0
        for index in range {
            if analysis.tokens[index].kind == .quoteMark { depth ^= 1 }
            while nextFinite < finite.count, finite[nextFinite] <= index { nextFinite += 1 }
            guard depth == 0, index > start, nextFinite < finite.count,
                let first = firstFinite(finite, from: start, before: index)
            else { continue }
            let form = words.form(document, index)
            if form.folded == ";" || isClauseComma(document, index, finite[nextFinite], range)
                || isSecondContent(document, index, finite[nextFinite], range)
            {
                clauses.append(Clause(tokens: start..<index, subject: subject))
                subject = nil
                start = index + 1
            } else if form.folded == "and" || form.folded == "but", finite[nextFinite] == index + 1,
                sharesSubject(document, first: first, conjunction: index)
            {
                let shared = subject ?? start..<first
                clauses.append(Clause(tokens: start..<index, subject: subject))
                subject = shared
                start = index + 1
            }
        }
        clauses.append(Clause(tokens: start..<range.upperBound, subject: subject))
        return clauses
    }

    private func firstFinite(_ finite: [Int], from start: Int, before end: Int) -> Int? {
        let low = finite.partitioningIndex { $0 >= start }
        return low < finite.count && finite[low] < end ? finite[low] : nil
    }

    /// A comma and a conjunction that a new subject follows: its finite verb comes within eight words, and the word
    /// after the conjunction can begin a subject.
    private func isClauseComma(_ document: Int, _ index: Int, _ finite: Int, _ range: Range<Int>) -> Bool {
        guard words.form(document, index).folded == ",", index + 2 < range.upperBound else { return false }
        guard words.form(document, index + 1).classes.contains(.conjunction), finite > index + 2, finite <= index + 10
        else { return false }
        let begin = words.form(document, index + 2)
        return begin.isWord && !begin.classes.contains(.preposition) && !begin.classes.contains(.adverb)
            && !begin.classes.contains(.auxiliary) && !begin.folded.hasSuffix("ing")
    }

    /// "and that" with a finite verb within ten words: a second clause of what was said.
    private func isSecondContent(_ document: Int, _ index: Int, _ finite: Int, _ range: Range<Int>) -> Bool {
        guard ["and", "but"].contains(words.form(document, index).folded), index + 3 < range.upperBound,
            words.form(document, index + 1).folded == "that"
        else { return false }
        return finite > index + 2 && finite <= index + 12
    }

    /// "X did A and did B": both verbs past, or both not, and the first has something after it.
    private func sharesSubject(_ document: Int, first: Int, conjunction: Int) -> Bool {
        let second = words.form(document, conjunction + 1)
        let verb = words.form(document, first)
        if second.classes.contains(.auxiliary) { return verb.classes.contains(.auxiliary) }
        return conjunction - first > 2 && second.isPast && (verb.isPast || verb.classes.contains(.auxiliary))
            && !verb.meaning.isAdjective
    }
}
