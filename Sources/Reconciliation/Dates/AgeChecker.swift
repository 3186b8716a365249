import NewsModel
import TextCore

/// Sets the age of a person against the date of birth that the same report gives.
///
/// Fires: `Ann Ode, 44, … Ode was born in 1975` in a report of 2014. Does not: `She was 12 when …`, ages of others, reports of
/// which nobody says when they were published.
struct AgeChecker {
    let analyses: [Analysis]
    let words: StoryWords
    let outlets: OutletNames

    private struct Birth {
        var chain: Int
        var range: DateRange
        var span: TextSpan
    }

    /// Every disagreement, in document order.
    func find() -> [Discrepancy] {
        analyses.enumerated().flatMap { document, analysis -> [Discrepancy] in
            guard let published = analysis.document.metadata.published, published.precision != .unknown,
                published.precision != .year
            else { return [] }
            let births = births(document, analysis)
            // Two dates of birth of one person: one of them is somebody else's.
            let sure = births.filter { birth in !births.contains { $0.chain == birth.chain && $0.range != birth.range }
            }
            return sure.flatMap { birth in
                ages(document, analysis, of: birth.chain).compactMap { quantity in
                    discrepancy(analysis, quantity, birth, on: published.date, outlet: outlets.name(document))
                }
            }
        }
    }

    /// `⟦Ode⟧ was born in Oslo in ⟦1975⟧`: the person named last before "born", and the first date after it.
    private func births(_ document: Int, _ analysis: Analysis) -> [Birth] {
        analysis.sentences.compactMap { sentence in
            guard
                let born = sentence.tokens.first(where: { words.form(document, $0).folded == "born" }),
                let person = person(in: analysis, before: born, within: sentence, gap: Self.widestBirth)
            else { return nil }
            let start = analysis.tokens[born].span.end
            let times = analysis.within(sentence.span, analysis.times, at: \.span).filter { $0.span.start >= start }
            guard let time = times.first, time.kind == .date, let chain = person.chain,
                AttributionLayout.tokens(in: TextSpan(start, time.span.start), of: analysis).count <= Self.widestBirth
            else { return nil }
            switch PartialTime.parts(of: time.value).first {
            case .day(let day):
                return Birth(chain: chain, range: DateRange(start: day, end: day), span: time.span)
            case .year(let year, nil):
                return Birth(
                    chain: chain, range: DateRange(start: CivilDate(year, 1, 1), end: CivilDate(year, 12, 31)),
                    span: time.span)
            default: return nil
            }
        }
    }

    /// Ages in years that stand beside a person: `⟦Ann Ode⟧, 44,`, `44-year-old ⟦Ann Ode⟧`, `⟦She⟧ is 44`.
    private func ages(_ document: Int, _ analysis: Analysis, of chain: Int) -> [Quantity] {
        analysis.quantities.filter { quantity in
            guard quantity.kind == .age, quantity.unit == "year", quantity.amount.bound == .exact,
                let number = analysis.sentenceIndex(at: quantity.span.start)
            else { return false }
            let sentence = analysis.sentences[number]
            if sentence.tokens.contains(where: { Self.otherTimes.contains(words.form(document, $0).folded) }) {
                return false
            }
            let own = AttributionLayout.tokens(in: quantity.span, of: analysis)
            if let before = person(in: analysis, before: own.lowerBound, within: sentence, gap: 2) {
                return before.chain == chain
            }
            return analysis.within(sentence.span, analysis.mentions, at: \.span).contains { mention in
                let tokens = AttributionLayout.tokens(in: mention.span, of: analysis)
                return mention.chain == chain && mention.kind == .person
                    && (own.upperBound...own.upperBound + 1).contains(tokens.lowerBound)
            }
        }
    }

    /// The person who is mentioned last before a token, with at most `gap` tokens between.
    private func person(in analysis: Analysis, before token: Int, within sentence: Sentence, gap: Int) -> Mention? {
        analysis.within(sentence.span, analysis.mentions, at: \.span).last { mention in
            guard mention.kind == .person else { return false }
            let tokens = AttributionLayout.tokens(in: mention.span, of: analysis)
            return tokens.upperBound <= token && token - tokens.upperBound <= gap
        }
    }

    private func discrepancy(
        _ analysis: Analysis, _ quantity: Quantity, _ birth: Birth, on day: CivilDate, outlet: String
    ) -> Discrepancy? {
        guard let first = birth.range.start, let last = birth.range.end else { return nil }
        // What is told may lie some weeks back.
        let least = Self.years(from: last, to: day.adding(days: -Self.lookBack))
        let most = Self.years(from: first, to: day.adding(days: 1))
        let age = quantity.amount.plausible
        guard least >= 0, most <= 120, age.upperBound < Double(least) || age.lowerBound > Double(most) else {
            return nil
        }
        let (told, born) = (analysis.text[quantity.span].oneLine, analysis.text[birth.span].oneLine)
        return Discrepancy(
            kind: .date, text: "\(outlet): “\(told)” does not agree with “born … \(born)”.",
            citations: [Citation(analysis.document.id, quantity.span), Citation(analysis.document.id, birth.span)],
            explanation: "Who was born \(birth.range.start == birth.range.end ? "on" : "in") \(born) was "
                + (least == most ? "\(most)" : "\(least) or \(most)") + " about \(day), when the report was published.")
    }

    /// Full years between two days.
    private static func years(from birth: CivilDate, to day: CivilDate) -> Int {
        day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day) ? 1 : 0)
    }

    /// Words that put an age into another time than the report's.
    private static let otherTimes: Set<String> = [
        "when", "then", "while", "until", "since", "later", "would", "had", "at", "by", "before", "after",
    ]
    /// Words between a person and "born", and between "born" and the date.
    private static let widestBirth = 8
    /// Days that what a report tells may lie behind it.
    private static let lookBack = 60
}
