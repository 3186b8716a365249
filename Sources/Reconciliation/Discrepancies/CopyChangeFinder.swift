import NewsModel
import TextCore

/// Finds the number, day or quoted word that changed where one report carries a sentence of another nearly word for word.
///
/// Both sentences are aligned word by word; between two runs of three equal words on either side, what stands in one and not
/// in the other was changed on the way.
///
/// Fires: `killed 12 people on Monday` beside `killed 17 people on Monday`; `on Monday, 14 May` beside `on Monday, 15 May`;
/// `“We will not pay,” said the mayor` beside `“We will pay,” said the mayor`. Does not: `two` beside `2`, `Monday` beside
/// `May 13` of the same day, `about 40` beside `40` (a hedge lost is told elsewhere), another word outside quotation marks.
struct CopyChangeFinder {
    let analyses: [Analysis]
    let lineage: Lineage
    let solved: [SolvedTime]
    let outlets: OutletNames

    /// What changed, in the order of the passages; nothing that a known discrepancy already tells.
    ///
    /// - Complexity: O(p·n²) in the passages and the words of one, at most 160.
    func find(besides known: [Discrepancy]) -> [Discrepancy] {
        let place = Dictionary(analyses.enumerated().map { ($1.document.id, $0) }, uniquingKeysWith: { a, _ in a })
        var found: [Discrepancy] = []
        for passage in lineage.passages where passage.grade != .paraphrase && passage.similarity >= 0.5 {
            guard let a = place[passage.a.document], let b = place[passage.b.document] else { continue }
            let x = analyses[a].foldedWords(in: passage.a.span)
            let y = analyses[b].foldedWords(in: passage.b.span)
            guard x.count <= 160, y.count <= 160 else { continue }
            for gap in Self.gaps(x.map(\.folded), y.map(\.folded)) {
                guard let change = change(a, Array(x[gap.a]), b, Array(y[gap.b])),
                    !(known + found).contains(where: { Self.tells($0, change) })
                else { continue }
                found.append(change)
            }
        }
        return found
    }

    // MARK: Aligning

    /// Stretches of at most four words that stand against one another, or in one text alone, between runs of equal words: three
    /// or more on one side, and two or more, or the end of the sentence, on the other.
    private static func gaps(_ a: [String], _ b: [String]) -> [(a: Range<Int>, b: Range<Int>)] {
        let pairs = longestCommon(a, b)
        guard pairs.count >= 4, pairs.count * 2 >= min(a.count, b.count) else { return [] }
        var runs: [(a: Range<Int>, b: Range<Int>)] = []
        for (i, j) in pairs {
            if let last = runs.last, last.a.upperBound == i, last.b.upperBound == j {
                runs[runs.count - 1] = (last.a.lowerBound..<(i + 1), last.b.lowerBound..<(j + 1))
            } else {
                runs.append((i..<(i + 1), j..<(j + 1)))
            }
        }
        let end = (a: a.count..<a.count, b: b.count..<b.count)
        let start = (a: 0..<0, b: 0..<0)
        let all = [start] + runs + [end]
        return zip(all, all.dropFirst()).compactMap { left, right in
            let gap = (a: left.a.upperBound..<right.a.lowerBound, b: left.b.upperBound..<right.b.lowerBound)
            guard gap.a.count <= 4, gap.b.count <= 4, gap.a.count + gap.b.count > 0 else { return nil }
            let (before, after) = (left.a.count, right.a.count)
            // A run that reaches the beginning or the end of both may be short.
            let isHeld =
                before >= 2 && after >= 2 || before + after >= 6
                || before >= 3 && right.a.upperBound == a.count && right.b.upperBound == b.count
                || after >= 3 && left.a.lowerBound == 0 && left.b.lowerBound == 0
            guard max(before, after) >= 3, isHeld else { return nil }
            guard gap.a.isEmpty || gap.b.isEmpty else { return gap }
            // Words left out or put in: told with the word before them, which both have.
            guard !left.a.isEmpty, !right.a.isEmpty else { return nil }
            return (gap.a.lowerBound - 1..<gap.a.upperBound, gap.b.lowerBound - 1..<gap.b.upperBound)
        }
    }

    /// Pairs of equal words of a longest common subsequence.
    private static func longestCommon(_ a: [String], _ b: [String]) -> [(Int, Int)] {
        var length = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
        for i in a.indices.reversed() {
            for j in b.indices.reversed() {
                length[i][j] = a[i] == b[j] ? length[i + 1][j + 1] + 1 : max(length[i + 1][j], length[i][j + 1])
            }
        }
        var pairs: [(Int, Int)] = []
        var (i, j) = (0, 0)
        while i < a.count, j < b.count {
            if a[i] == b[j] {
                pairs.append((i, j))
                i += 1
                j += 1
            } else if length[i + 1][j] >= length[i][j + 1] {
                i += 1
            } else {
                j += 1
            }
        }
        return pairs
    }

    // MARK: Judging

    private func change(_ a: Int, _ x: [FoldedWord], _ b: Int, _ y: [FoldedWord]) -> Discrepancy? {
        let (first, second) = (span(of: x, analyses[a]), span(of: y, analyses[b]))
        if x[0].folded == y[0].folded { return quotedWords(a, x, b, y) }
        if let change = days(a, first, b, second) { return change }
        if times(a, overlapping: first).isEmpty, times(b, overlapping: second).isEmpty,
            let change = numbers(a, first, b, second)
        {
            return change
        }
        return quotedWords(a, x, b, y)
    }

    private func span(of words: [FoldedWord], _ analysis: Analysis) -> TextSpan {
        words.dropFirst().reduce(analysis.tokens[words[0].token].span) { $0.union(analysis.tokens[$1.token].span) }
    }

    private func times(_ document: Int, overlapping span: TextSpan) -> [TimeExpression] {
        let analysis = analyses[document]
        return analysis.times.indices.filter { analysis.times[$0].span.overlaps(span) }.map { index in
            var time = analysis.times[index]
            if let day = solved.first(where: { $0.document == analysis.document.id && $0.time == index }) {
                time.value = day.value
                time.range = day.range
            }
            return time
        }
    }

    private func days(_ a: Int, _ x: TextSpan, _ b: Int, _ y: TextSpan) -> Discrepancy? {
        let (first, second) = (times(a, overlapping: x), times(b, overlapping: y))
        guard first.count == 1, second.count == 1, first[0].kind == second[0].kind else { return nil }
        let (s, t) = (first[0], second[0])
        // "Monday" and "May 13": one day in two words. Of "since 2007" and "since 2011" the words are compared.
        let isOpen = [s.range, t.range].contains { $0?.start == nil || $0?.end == nil }
        if s.kind != .duration, !isOpen, let p = s.range, let q = t.range, Self.overlap(p, q) { return nil }
        let (said, other) = (FoldedText.fold(words(a, s.span)), FoldedText.fold(words(b, t.span)))
        // "shortly after 6 p.m." and "at 6:15 p.m." can both be so.
        if s.kind == .time, isLoose(a, s.span) || isLoose(b, t.span) { return nil }
        // "20 years" and "at least seven years" can both be so.
        if s.kind == .duration, Self.isBounded(said) != Self.isBounded(other) { return nil }
        guard s.value != t.value, said != other, DayWords.sayAsMuch(said, other),
            !s.value.hasSuffix("_REF"), !t.value.hasSuffix("_REF")
        else { return nil }
        return discrepancy(
            .date, a, s.span, b, t.span,
            why: "One sentence in both reports but for the time: \(s.value) and \(t.value).")
    }

    /// Whether the words before a time leave it open.
    private func isLoose(_ document: Int, _ span: TextSpan) -> Bool {
        let analysis = analyses[document]
        guard let first = AttributionLayout.tokens(in: span, of: analysis).first else { return false }
        return (max(0, first - 2)..<first).contains { token in
            Self.loosening.contains(FoldedText.fold(analysis.text[analysis.tokens[token].span]))
        }
    }

    private static let loosening: Set<String> = [
        "after", "before", "about", "around", "approximately", "nearly", "by", "until", "past", "almost", "roughly",
    ]

    /// Whether a length of time is given as a least or a most.
    private static func isBounded(_ said: String) -> Bool {
        said.split(separator: " ").contains {
            ["least", "most", "minimum", "maximum", "up", "over", "under", "than"].contains($0)
        }
    }

    private static func overlap(_ a: DateRange, _ b: DateRange) -> Bool {
        if let end = a.end, let start = b.start, end < start { return false }
        if let end = b.end, let start = a.start, end < start { return false }
        return true
    }

    private func numbers(_ a: Int, _ x: TextSpan, _ b: Int, _ y: TextSpan) -> Discrepancy? {
        let first = analyses[a].quantities.filter { $0.number.overlaps(x) }
        let second = analyses[b].quantities.filter { $0.number.overlaps(y) }
        let why = "One sentence in both reports but for the number: the value itself changed."
        if first.count == 1, second.count == 1 {
            let (p, q) = (first[0], second[0])
            guard p.kind == q.kind, p.unit == q.unit else { return nil }
            guard p.amount.low != q.amount.low || p.amount.high != q.amount.high else { return nil }
            // "over 345" and "over 457" can both be so, but one was written from the other.
            let isBounded = p.amount.bound == q.amount.bound && p.amount.bound != .exact && p.amount.bound != .about
            guard isBounded || !IntervalCalculus.areCompatible(p.amount, q.amount) else { return nil }
            return discrepancy(.figure, a, p.span, b, q.span, why: why)
        }
        // Numbers that count nothing: "Highway 101", "a score of 3-1".
        guard first.isEmpty, second.isEmpty, let m = Self.digits(words(a, x)), let n = Self.digits(words(b, y)), m != n
        else { return nil }
        return discrepancy(.figure, a, x, b, y, why: why)
    }

    private static func digits(_ text: String) -> String? {
        let digits = text.filter { $0.isASCII && $0.isNumber }
        return digits.isEmpty ? nil : digits
    }

    /// Another word inside quotation marks in both: not another ending or spelling of it.
    private func quotedWords(_ a: Int, _ x: [FoldedWord], _ b: Int, _ y: [FoldedWord]) -> Discrepancy? {
        let (first, second) = (span(of: x, analyses[a]), span(of: y, analyses[b]))
        guard isQuoted(a, first), isQuoted(b, second), !Self.isSpelling(x.map(\.folded), y.map(\.folded)) else {
            return nil
        }
        return discrepancy(
            .wording, a, first, b, second, why: "One quotation in both reports but for these words.")
    }

    private func isQuoted(_ document: Int, _ span: TextSpan) -> Bool {
        analyses[document].quotations.contains { quotation in quotation.content.contains { $0.contains(span) } }
    }

    /// "colour" and "color", "realise" and "realize": words of one length or nearly that differ in one letter or two.
    private static func isSpelling(_ a: [String], _ b: [String]) -> Bool {
        guard a.joined() != b.joined() else { return true }
        guard a.count == 1, b.count == 1, min(a[0].count, b[0].count) >= 5 else { return false }
        let shared = zip(a[0], b[0]).prefix { $0 == $1 }.count
        return shared >= 4 && abs(a[0].count - b[0].count) <= 1 && a[0].last == b[0].last
    }

    // MARK: Telling

    private func words(_ document: Int, _ span: TextSpan) -> String { analyses[document].text[span].oneLine }

    private func discrepancy(
        _ kind: Discrepancy.Kind, _ a: Int, _ x: TextSpan, _ b: Int, _ y: TextSpan, why: String
    ) -> Discrepancy {
        Discrepancy(
            kind: kind,
            text: "“\(words(a, x))” (\(outlets.name(a))) stands as “\(words(b, y))” in \(outlets.name(b)).",
            citations: [Citation(analyses[a].document.id, x), Citation(analyses[b].document.id, y)], explanation: why)
    }

    /// Whether every place of a change lies in one that `whole` cites.
    static func isWithin(_ change: Discrepancy, _ whole: Discrepancy) -> Bool {
        change.citations.allSatisfy { place in
            whole.citations.contains { $0.document == place.document && $0.span.contains(place.span) }
        }
    }

    /// Whether a discrepancy cites both places of another.
    private static func tells(_ known: Discrepancy, _ change: Discrepancy) -> Bool {
        known.kind == change.kind
            && change.citations.allSatisfy { place in
                known.citations.contains { $0.document == place.document && $0.span.overlaps(place.span) }
            }
    }
}
