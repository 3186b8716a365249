import Lexicons
import NewsModel
import TextCore

/// Statements of different reports that cannot all be true: figures of one slot, and what one affirms and another denies.
struct ConflictFinder {
    let analyses: [Analysis]
    let drafts: [Draft]
    let judge: ClaimJudge
    let outlets: OutletNames

    /// Conflicting figures.
    func figures(_ comparisons: [FigureComparison]) -> [Discrepancy] {
        comparisons.filter { $0.verdict == .conflicts || $0.verdict == .superseded }.map { comparison in
            var sides: [(words: String, documents: [Int], citations: [Citation])] = []
            for value in comparison.values {
                guard let index = analyses.firstIndex(where: { $0.document.id == value.citation.document }) else {
                    continue
                }
                let words = "“\(analyses[index].text[value.citation.span].oneLine)”"
                if let place = sides.firstIndex(where: { FoldedText.fold($0.words) == FoldedText.fold(words) }) {
                    sides[place].citations.append(value.citation)
                    sides[place].documents.append(index)
                } else {
                    sides.append((words, [index], [value.citation]))
                }
            }
            sides.sort { $0.documents.count > $1.documents.count }
            let separator = comparison.verdict == .superseded ? ", " : " against "
            let told =
                sides.prefix(4).map { "\($0.words) (\(outlets.list($0.documents)))" } + Self.more(sides.count - 4)
            return Discrepancy(
                kind: .figure, text: "\(comparison.slot): \(told.joined(separator: separator)).",
                citations: sides.flatMap(\.citations), explanation: comparison.explanation)
        }
    }

    private static func more(_ number: Int) -> [String] {
        number > 0 ? [number == 1 ? "one other value" : "\(number) other values"] : []
    }

    /// Statements of one event that put it on different days: the words must be nearly the same or stand in aligned
    /// passages, for much happens again on the next day.
    func dates() -> [Discrepancy] {
        let dated = drafts.indices.compactMap { index -> (index: Int, day: DateRange, words: [String])? in
            guard namesDay(drafts[index]) else { return nil }
            let days = drafts[index].features.days.filter { $0.start != nil && $0.start == $0.end }
            guard days.count == 1, drafts[index].features.days.count == 1, !drafts[index].proposition.isHeadline else {
                return nil
            }
            return (index, days[0], timeWords(drafts[index]))
        }
        var found: [Discrepancy] = []
        var told: Set<[DateRange]> = []
        for (place, a) in dated.prefix(800).enumerated() {
            // The same words, "on Friday", in reports of two dates: a text that was printed again.
            for b in dated.prefix(800)[(place + 1)...]
            where a.day != b.day && a.words != b.words && Self.areNear(a.day, b.day) {
                let (x, y) = (drafts[a.index], drafts[b.index])
                guard x.proposition.document != y.proposition.document, isOneEvent(a.index, b.index),
                    told.insert([a.day, b.day]).inserted
                else { continue }
                found.append(
                    Discrepancy(
                        kind: .date,
                        text: "\(outlets.name(x.proposition.document)) puts on \(a.day.start?.description ?? "") what "
                            + "\(outlets.name(y.proposition.document)) puts on \(b.day.start?.description ?? "").",
                        citations: [x.statement.citation, y.statement.citation],
                        explanation: "\(x.statement.reading.inQuotationMarks) beside "
                            + "\(y.statement.reading.inQuotationMarks): one event, two days."))
            }
        }
        return found
    }

    /// The words of the times of a draft, folded.
    private func timeWords(_ draft: Draft) -> [String] {
        let analysis = analyses[draft.proposition.document]
        return analysis.within(draft.proposition.span, analysis.times, at: \.span).map {
            FoldedText.fold(analysis.text[$0.span].oneLine)
        }
    }

    /// Whether its times say which day, and not the hour alone.
    private func namesDay(_ draft: Draft) -> Bool {
        timeWords(draft).allSatisfy(DayWords.nameDay)
    }

    /// Whether two days are so near that one of them may be a mistake.
    private static func areNear(_ a: DateRange, _ b: DateRange) -> Bool {
        guard let x = a.start, let y = b.start else { return false }
        return abs(x.dayNumber - y.dayNumber) <= 45
    }

    /// Whether nothing but the negation parts a denial from what it denies: each has nearly all words of the other, and
    /// what is affirmed is affirmed without any negation.
    private func isSaidOtherwise(_ no: Draft, _ yes: Draft) -> Bool {
        let (p, q) = judge.overlap.coverage(no.features, yes.features)
        guard min(p, q) >= 0.75 else { return false }
        let words = FoldedText.fold(yes.statement.reading).utf8.split { !ASCII.isWord($0) && $0 != UInt8(ascii: "'") }
        return !words.contains { word in
            let word = String(decoding: word, as: UTF8.self)
            return Self.negations.contains(word) || word.hasSuffix("n't")
        }
    }

    private static let negations: Set<String> = [
        "no", "not", "non", "none", "never", "neither", "nor", "nobody", "nothing", "any", "without", "cannot",
        "unable",
    ]

    /// Whether two drafts, by number, tell of one event in nearly the same words or in aligned passages, times aside.
    func isOneEvent(_ first: Int, _ second: Int) -> Bool {
        let (a, b) = (drafts[first], drafts[second])
        guard a.statement.polarity == b.statement.polarity, let head = a.features.head, let other = b.features.head,
            WordMeanings.closeness(head, other) >= .exchangeable, !PairVetoes.actorsExclude(a.features, b.features)
        else { return false }
        let (p, q) = judge.overlap.coverage(a.features.withoutTimes, b.features.withoutTimes)
        let aligned = judge.passages.similarity(a.statement.citation, b.statement.citation) ?? 0
        return min(p, q) >= 0.85 || aligned >= 0.6 && min(p, q) >= 0.6
    }

    /// Pairs of statements that say the same thing with and without "not", a discrepancy for each pair of groups; and
    /// the groups that they dispute.
    func polarity(_ groups: [[Int]]) -> (discrepancies: [Discrepancy], disputed: Set<Int>) {
        var found: [Discrepancy] = []
        var disputed: Set<Int> = []
        let negative = groups.indices.filter { drafts[groups[$0][0]].statement.polarity == .negative }
        let positive = groups.indices.filter { drafts[groups[$0][0]].statement.polarity == .positive }
        for no in negative {
            for yes in positive {
                guard let pair = opposite(groups[no], groups[yes]) else { continue }
                disputed.formUnion([no, yes])
                let (a, b) = (drafts[pair.no], drafts[pair.yes])
                found.append(
                    Discrepancy(
                        kind: .polarity,
                        text: "\(outlets.name(b.proposition.document)) says \(b.statement.reading.inQuotationMarks); "
                            + "\(outlets.name(a.proposition.document)) says \(a.statement.reading.inQuotationMarks).",
                        citations: [b.statement.citation, a.statement.citation],
                        explanation: "One affirms what the other denies."))
            }
        }
        return (found, disputed)
    }

    private func opposite(_ no: [Int], _ yes: [Int]) -> (no: Int, yes: Int)? {
        for a in no.prefix(5) {
            for b in yes.prefix(5) {
                let (x, y) = (drafts[a], drafts[b])
                guard x.proposition.document != y.proposition.document, x.features.head != nil,
                    x.features.figure == nil, y.features.figure == nil,
                    !PairVetoes.timesExclude(x.features, y.features), !PairVetoes.actorsExclude(x.features, y.features)
                else { continue }
                if judge.probability(x, y) >= ClaimJudge.threshold, x.features.headLemma == y.features.headLemma,
                    isSaidOtherwise(x, y)
                {
                    return (a, b)
                }
            }
        }
        return nil
    }
}
