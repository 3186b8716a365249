import Lexicons
import NewsModel
import TextCore

/// Names a story: its title, its days, its id.
struct StoryDescriber {
    let analyses: [Analysis]
    let ledger: Ledger
    let facts: WordFacts

    /// The story.
    func story() -> Story {
        let days = days()
        return Story(id: id, title: title, start: days?.start?.description, end: days?.end?.description)
    }

    /// Hash of the earliest document: by publication where it is known, then by id, so that it stays when others arrive.
    private var id: String {
        let first = analyses.map(\.document).min { a, b in
            let (x, y) = (a.metadata.published?.date.dayNumber ?? .max, b.metadata.published?.date.dayNumber ?? .max)
            return x != y ? x < y : a.id < b.id
        }
        return first.map { String($0.id.description.dropFirst(7).prefix(16)) } ?? "empty"
    }

    /// The headline whose words most documents have, a word counting what it tells; the first claim where there is none.
    private var title: String {
        let vocabularies = analyses.map { analysis in
            Set(analysis.tokens.map { facts.lemmatizer.lemma(of: Self.folded($0, analysis)) })
        }
        var best: (score: Double, text: String)?
        for analysis in analyses {
            guard let title = analysis.document.metadata.title ?? Self.firstTitle(analysis) else { continue }
            let words = title.split { !$0.isLetter && !$0.isNumber }.map { facts.form(FoldedText.fold(String($0))) }
            guard words.count >= 3 else { continue }
            let shared = words.reduce(0.0) { sum, word in
                let carriers = vocabularies.filter { $0.contains(word.lemma) }.count
                return sum + word.weight * Double(carriers - 1) / Double(max(1, analyses.count - 1))
            }
            let total = words.reduce(0.0) { $0 + $1.weight }
            let score = shared / (total + 2)
            if score > best?.score ?? -1 { best = (score, title) }
        }
        return best?.text ?? ledger.claims.first?.text ?? "Untitled"
    }

    /// The days that the most widely carried dated claims speak of, to the day.
    private func days() -> DateRange? {
        var votes: [DateRange: Int] = [:]
        var order: [DateRange] = []
        for (analysis, times) in analyses.map({ ($0, solvedTimes(of: $0)) }) {
            for time in times where time.kind == .date || time.kind == .time {
                guard let range = time.range, let start = range.start, let end = range.end,
                    (0...7).contains(end.dayNumber - start.dayNumber)
                else { continue }
                if let published = analysis.document.metadata.published?.date,
                    abs(published.dayNumber - start.dayNumber) > 45
                {
                    continue
                }
                if votes[range] == nil { order.append(range) }
                votes[range, default: 0] += 1
            }
        }
        let ranked = order.sorted { a, b in
            let (x, y) = (votes[a] ?? 0, votes[b] ?? 0)
            return x != y ? x > y : (a.start?.dayNumber ?? 0) < (b.start?.dayNumber ?? 0)
        }
        guard let best = ranked.first, let start = best.start, let end = best.end else { return nil }
        // A longer stretch that begins on the same day says when it ended.
        let last = ranked.filter { $0.start == start }.compactMap(\.end).max() ?? end
        return DateRange(start: start, end: last)
    }

    private func solvedTimes(of analysis: Analysis) -> [TimeExpression] {
        var times = analysis.times
        for solved in ledger.solvedTimes
        where solved.document == analysis.document.id && times.indices.contains(solved.time) {
            times[solved.time].range = solved.range
        }
        return times
    }

    private static func folded(_ token: Token, _ analysis: Analysis) -> String {
        String(decoding: FoldedText(analysis.text, in: token.span).bytes, as: UTF8.self)
    }

    private static func firstTitle(_ analysis: Analysis) -> String? {
        analysis.document.blocks.first { $0.kind == .title }.map { analysis.text[$0.span].oneLine }
    }
}
