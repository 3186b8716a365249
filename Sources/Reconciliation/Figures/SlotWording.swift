import Lexicons
import NewsModel
import TextCore

/// Says what figures count and why they got their verdict, for a person to read.
struct SlotWording: Sendable {
    let participants: Participants
    let outcomes: OutcomeWords
    let words: StoryWords

    /// What the figures count: "people · injured", "artillery shell · shipped · North Korea, Russia".
    func slot(of group: [Draft]) -> String {
        let figures = group.compactMap(\.features.figure)
        let outcome = Self.commonest(figures.flatMap { $0.outcomes.sorted() })
        let ofPersons = figures.filter(\.isOfPersons).count * 2 > figures.count
        let generic = figures.allSatisfy { $0.head?.word == outcomes.person.word }
        let thing =
            ofPersons && generic
            ? "people" : Self.commonest(figures.compactMap(\.thing)) ?? figures.first?.unit ?? "amount"
        let isCount = figures.allSatisfy { $0.kind == .count }
        let verb =
            (ofPersons ? outcome.flatMap(outcomes.participle) : nil)
            ?? Self.commonest(group.compactMap { $0.features.figure?.predicate ?? $0.features.headLemma }).map(told)
        let actors = participants.names.indices.filter { number in
            group.filter { $0.features.participants.contains(number) }.count * 2 > group.count
        }
        return
            ([isCount && !ofPersons ? plural(thing) : thing, verb].compactMap { $0 } + [
                actors.prefix(3).map { participants.names[$0] }.joined(separator: ", ")
            ])
            .filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// The plural as the reports write it; as it is where they do not.
    private func plural(_ thing: String) -> String {
        guard let last = thing.split(separator: " ").last else { return thing }
        let forms = [last + "s", last + "es", last.dropLast() + "ies"].map { FoldedText.fold(String($0)) }
        guard let form = words.forms.first(where: { forms.contains($0.folded) })?.folded else { return thing }
        return thing.dropLast(last.count) + form
    }

    /// A verb as the reports use it of the past ("shipped"); its base form where none does.
    private func told(_ lemma: String) -> String {
        words.forms.filter { $0.isPast && $0.lemma == lemma }.map(\.folded).min() ?? lemma
    }

    private static func commonest<Element: Hashable & Comparable>(_ items: [Element]) -> Element? {
        var counts: [Element: Int] = [:]
        for item in items { counts[item, default: 0] += 1 }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// Why the verdict.
    func explanation(_ verdict: FigureComparison.Verdict, _ group: [Draft], given: [String]) -> String {
        let list = Self.listed(Array(given.prefix(6)))
        let things = Set(group.compactMap(\.features.figure).filter { !$0.isOfPersons }.compactMap(\.thing)).sorted()
        let naming =
            things.count > 1 ? " They name the thing counted differently: \(things.joined(separator: ", "))." : ""
        switch verdict {
        case .same where group.count == 1: return "One report gives this figure: \(list)."
        case .same: return "All give the same figure: \(list)." + naming
        case .compatible: return "\(list) overlap: all of them can be true." + naming
        case .refines: return "\(list) agree; one is more exact than another." + naming
        case .superseded: return "\(list): the count grows with time, and the later figure replaces the earlier."
        case .conflicts: return "\(list) cannot all be true of the same thing at the same time." + naming
        case .incomparable: return "\(list) cannot be compared: no exact conversion between their units."
        }
    }

    private static func listed(_ items: [String]) -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }
}
