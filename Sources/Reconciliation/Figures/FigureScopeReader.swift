import NewsModel
import TextCore

/// Tells from the words around a number whether it counts a whole, a part of one, or something held against it.
///
/// - part: `⟦nine⟧ of the injured`, `of the injured, ⟦nine⟧ are …`, `including ⟦two⟧ children`, `among them ⟦a dozen⟧`,
///   `⟦three⟧ firefighters are among the dead`, `⟦two⟧ of whom`
/// - increment: `⟦three⟧ more firefighters died`, `another ⟦12⟧ people died`
/// - comparand: `lower than the ⟦31⟧ given on Tuesday`, `to 29 from ⟦31⟧`, `up from ⟦31⟧`
/// - whole: `killing ⟦three⟧`, `killed three and injured another ⟦12⟧`, `⟦between two and five million⟧ of them` where
///   "them" are shells that nobody counted, `⟦3,000 tonnes⟧ of rice`
struct FigureScopeReader: Sendable {
    let words: StoryWords

    /// The scope of a quantity of `document`.
    ///
    /// - Parameter hasOtherOutcome: whether an earlier number of the sentence counts another outcome.
    func scope(_ document: Int, _ quantity: Quantity, in analysis: Analysis, hasOtherOutcome: Bool) -> FigureScope {
        let own = AttributionLayout.tokens(in: quantity.span, of: analysis)
        guard let place = analysis.sentenceIndex(at: quantity.span.start), !own.isEmpty else { return .whole }
        let sentence = analysis.sentences[place].tokens
        let before = folded(document, max(sentence.lowerBound, own.lowerBound - 14)..<own.lowerBound)
        let after = folded(
            document, own.upperBound..<max(own.upperBound, min(sentence.upperBound, own.upperBound + 12)))
        if isComparand(before, after) { return .comparand }
        let counts = quantity.kind == .count || quantity.kind == .fraction || quantity.kind == .percent
        if quantity.kind == .count, isPartitive(quantity, after, place, in: analysis) { return .part }
        if counts, isIncluded(before) || isAmong(after) { return .part }
        if quantity.kind == .count, opensWithGroup(document, sentence.lowerBound..<own.lowerBound) { return .part }
        if isAdded(before, after) { return hasOtherOutcome ? .whole : .increment }
        return .whole
    }

    private func folded(_ document: Int, _ range: Range<Int>) -> [String] {
        range.isEmpty ? [] : range.map { words.form(document, $0).folded }
    }

    /// `than the 31`, `up from 31`, `to 29 from 31`, `rather than 31`, `the 31 given earlier`.
    private func isComparand(_ before: [String], _ after: [String]) -> Bool {
        var rest = before[...]
        let isDefinite = rest.last.map { ["the", "an", "its", "their"].contains($0) } ?? false
        if isDefinite { rest = rest.dropLast() }
        if before.last == "the", let next = after.first, Self.given.contains(next) { return true }
        guard let last = rest.last else { return false }
        let previous = rest.dropLast().last ?? ""
        if ["than", "versus", "vs"].contains(last) {
            return isDefinite || !["more", "less", "fewer"].contains(previous)
        }
        if last == "from" {
            if ["up", "down", "rise", "rose", "risen", "increase", "increased", "fell", "drop", "dropped", "revised"]
                .contains(previous)
            {
                return true
            }
            // "to 29 from 31", "from 31 to 29"
            if rest.suffix(5).dropLast().contains("to"), previous.contains(where: \.isNumber) { return true }
            return after.prefix(3).contains("to") && after.prefix(5).contains { $0.contains(where: \.isNumber) }
        }
        return (last == "of" && previous == "instead") || (last == "to" && previous == "compared")
            || (last == "with" && previous == "compared")
    }

    /// `nine of the injured`, `12 of 30 passengers`, `two of whom`, `three of them` where they were counted before.
    private func isPartitive(
        _ quantity: Quantity, _ after: [String], _ sentence: Int, in analysis: Analysis
    ) -> Bool {
        var rest = after[...]
        if rest.first == "out" { rest = rest.dropFirst() }
        guard rest.first == "of", let next = rest.dropFirst().first else { return false }
        if ["whom", "which"].contains(next) || next.contains(where: \.isNumber) { return true }
        if Self.definite.contains(next) { return true }
        guard ["them", "us", "you"].contains(next) else { return false }
        // Those meant were counted before, in this sentence or the last; a kind of thing that was only named was not.
        let start = analysis.sentences[max(0, sentence - 1)].span.start
        return analysis.quantities.contains { other in
            other.span.start >= start && other.span.end <= quantity.span.start && other.thingSpan != nil
                && (other.thingSpan == quantity.thingSpan || other.thing == quantity.thing)
        }
    }

    /// `including two children and ⟦three⟧ women`, `among them 12`; not across the end of a clause.
    private func isIncluded(_ before: [String]) -> Bool {
        for (distance, word) in before.reversed().enumerated() {
            if [".", ";", ":", ")"].contains(word) { return false }
            if word == "including" || word == "includes" || word == "included" || word == "include" {
                return distance <= 10
            }
            if distance <= 3, word == "among" || word == "amongst" || word == "whom" { return true }
        }
        return false
    }

    /// `three firefighters are among the dead`.
    private func isAmong(_ after: [String]) -> Bool {
        guard let place = after.firstIndex(where: { $0 == "among" || $0 == "amongst" }), place > 0 else { return false }
        guard ["is", "are", "was", "were", "be", "been"].contains(after[place - 1]) else { return false }
        return !after[..<place].contains(where: { [".", ";", ","].contains($0) })
    }

    /// `Of the injured, nine are in serious condition`.
    private func opensWithGroup(_ document: Int, _ range: Range<Int>) -> Bool {
        let words = folded(document, range)
        guard words.count >= 4, words.count <= 12, words[0] == "of", Self.definite.contains(words[1]) else {
            return false
        }
        return words[2...].contains(",")
    }

    /// `three more firefighters`, `another 12`, `12 others`.
    private func isAdded(_ before: [String], _ after: [String]) -> Bool {
        if let last = before.last, ["another", "additional", "further", "extra"].contains(last) { return true }
        guard let next = after.first else { return false }
        if next == "more", after.dropFirst().first == "than" { return false }
        if ["more", "additional", "further", "extra", "other", "others", "new"].contains(next) { return true }
        return after.count > 1 && ["more", "others"].contains(after[1]) && after[0] != ","
    }

    private static let definite: Set<String> = [
        "the", "these", "those", "its", "their", "his", "her", "our", "my", "your",
    ]
    private static let given: Set<String> = [
        "given", "reported", "announced", "stated", "cited", "previously", "earlier", "initially", "originally",
    ]
}
