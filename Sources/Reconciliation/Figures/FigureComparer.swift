import Lexicons
import NewsModel
import TextCore

/// Sets the figures of a story against one another, slot by slot.
struct FigureComparer {
    let analyses: [Analysis]
    let drafts: [Draft]
    let slots: SlotJudge
    let wording: SlotWording
    let days: ReportDays
    private let addends: Set<[Int]>

    init(analyses: [Analysis], drafts: [Draft], slots: SlotJudge, wording: SlotWording, days: ReportDays) {
        (self.analyses, self.drafts, self.slots, self.wording, self.days) = (analyses, drafts, slots, wording, days)
        addends = Self.addends(drafts)
    }

    /// The comparisons, the most widely given first, and for each the drafts whose figures it holds.
    func comparisons() -> [(comparison: FigureComparison, members: [Int])] {
        let figures = drafts.indices.filter {
            drafts[$0].features.figure.map { $0.scope != .comparand } ?? false
        }
        let pairs = figures.indices.flatMap { a in ((a + 1)..<max(a + 1, figures.count)).map { (a, $0) } }
        let groups = Clusterer.groups(
            of: figures.count, candidates: figures.count > 1500 ? [] : pairs, threshold: ClaimJudge.slotThreshold
        ) { slots.score(drafts[figures[$0]], drafts[figures[$1]]) }
        return groups.map { $0.map { figures[$0] } }
            .filter { $0.count > 1 || matters(drafts[$0[0]]) }
            .map { (comparison($0), $0) }
            .sorted { Self.rank($0.0) > Self.rank($1.0) }
            .enumerated().map { index, found in
                var comparison = found.0
                comparison.id = "f\(index + 1)"
                return (comparison, found.1)
            }
    }

    /// Documents, then values: more than one before a single one.
    private static func rank(_ comparison: FigureComparison) -> (Int, Int) {
        (Set(comparison.values.map(\.citation.document)).count, comparison.values.count)
    }

    private func matters(_ draft: Draft) -> Bool {
        guard let figure = draft.features.figure, !draft.proposition.isHeadline else { return false }
        switch figure.kind {
        case .percent, .money, .measure: return true
        default: return figure.thing != nil && (figure.amount.bound != .exact || (figure.amount.high ?? 0) >= 10)
        }
    }

    private func comparison(_ members: [Int]) -> FigureComparison {
        let group = members.map { drafts[$0] }
        let verdict = verdict(group)
        let values = group.compactMap { draft -> FigureComparison.Value? in
            guard let figure = draft.features.figure else { return nil }
            let analysis = analyses[draft.proposition.document]
            let quantity = analysis.quantities[figure.quantity]
            return FigureComparison.Value(
                statement: draft.statement.id, citation: Citation(analysis.document.id, quantity.span),
                amount: figure.amount, unit: quantity.unit, thing: figure.thing)
        }
        return FigureComparison(
            id: "", slot: wording.slot(of: group), verdict: verdict, values: values,
            explanation: wording.explanation(verdict, group, given: quoted(values)))
    }

    private func quoted(_ values: [FigureComparison.Value]) -> [String] {
        var given: [String] = []
        for value in values {
            guard let analysis = analyses.first(where: { $0.document.id == value.citation.document }) else { continue }
            let words = "“\(analysis.text[value.citation.span].oneLine)”"
            if !given.contains(where: { FoldedText.fold($0) == FoldedText.fold(words) }) { given.append(words) }
        }
        return given
    }

    // MARK: Verdicts

    private func verdict(_ group: [Draft]) -> FigureComparison.Verdict {
        var worst = FigureComparison.Verdict.same
        for (place, a) in group.enumerated() {
            for b in group[(place + 1)...] {
                guard let x = a.features.figure, let y = b.features.figure else { continue }
                if a.proposition.document != b.proposition.document,
                    addends.contains([a.proposition.document, x.quantity])
                        || addends.contains([b.proposition.document, y.quantity])
                {
                    continue
                }
                let verdicts = slots.converted(y, like: x).map { IntervalCalculus.verdict(x.amount, $0) }
                guard let verdict = verdicts.min(by: { Self.severity($0) < Self.severity($1) }) else {
                    return .incomparable
                }
                if verdict == .conflicts, gives(y.amount, a), gives(x.amount, b) { continue }
                if Self.severity(verdict) > Self.severity(worst) { worst = verdict }
            }
        }
        switch worst {
        case .conflicts: return hasGrown(group, atLeast: 1) ? .superseded : .conflicts
        case .refines, .compatible: return hasGrown(group, atLeast: 1.25) ? .superseded : worst
        case .same, .superseded, .incomparable: return worst
        }
    }

    /// Whether the sentence of a draft gives an amount, too, beside its own: in `two got away, the other three were caught` neither
    /// number is another report's for the other one, who tells of both.
    private func gives(_ amount: Amount, _ draft: Draft) -> Bool {
        let analysis = analyses[draft.proposition.document]
        guard let figure = draft.features.figure,
            let place = analysis.sentenceIndex(at: analysis.quantities[figure.quantity].span.start)
        else { return false }
        return analysis.within(analysis.sentences[place].span, analysis.quantities, at: \.span).contains {
            $0.amount == amount
        }
    }

    /// The figures of which their report makes a whole with another number, by document and quantity: `two were killed at the
    /// barber's … two at the garage`, where `four were killed`. Of one place's dead nothing follows for all of them.
    ///
    /// - Complexity: O(f²) in the figures of a report.
    private static func addends(_ drafts: [Draft]) -> Set<[Int]> {
        var persons: [Int: [(figure: Figure, value: Double)]] = [:]
        for draft in drafts {
            guard let figure = draft.features.figure, figure.isOfPersons, let value = exact(figure) else { continue }
            persons[draft.proposition.document, default: []].append((figure, value))
        }
        var found: Set<[Int]> = []
        for (document, figures) in persons {
            // What befell those of the other number may be told in other words: "fatally shot".
            let quantities = Dictionary(grouping: figures, by: \.value).mapValues { Set($0.map(\.figure.quantity)) }
            for (figure, value) in figures {
                let isAdded = figures.contains { whole in
                    whole.figure.quantity != figure.quantity
                        && !whole.figure.outcomes.isDisjoint(with: figure.outcomes)
                        && !(quantities[whole.value - value] ?? [])
                            .subtracting([figure.quantity, whole.figure.quantity]).isEmpty
                }
                if isAdded { found.insert([document, figure.quantity]) }
            }
        }
        return found
    }

    private static func exact(_ figure: Figure) -> Double? {
        figure.amount.bound == .exact && figure.amount.low == figure.amount.high ? figure.amount.high : nil
    }

    /// Whether later reports give more of what only grows: in order of publication no figure falls, and at least one that
    /// exceeds another by the factor was published later. Reports of unknown date are not asked.
    private func hasGrown(_ group: [Draft], atLeast factor: Double) -> Bool {
        guard
            group.allSatisfy({ draft in
                guard let figure = draft.features.figure, figure.scope == .whole else { return false }
                return !figure.outcomes.isDisjoint(with: slots.outcomes.growing)
                    || figure.concepts.contains(where: slots.outcomes.growing.contains)
            })
        else { return false }
        let dated = group.compactMap { draft -> (time: Int, value: Double)? in
            guard let time = days.order[draft.proposition.document],
                let value = draft.features.figure.flatMap({ IntervalCalculus.middle($0.amount) })
            else { return nil }
            return (time, value)
        }.sorted { ($0.time, $0.value) < ($1.time, $1.value) }
        var grew = false
        for (earlier, later) in zip(dated, dated.dropFirst()) where earlier.value != later.value {
            if earlier.time == later.time || later.value < earlier.value { return false }
            grew = grew || later.value >= earlier.value * factor
        }
        guard grew, let most = dated.last?.value else { return false }
        // A report of unknown date that gives more than the latest is no earlier stage of it.
        return group.allSatisfy { draft in
            draft.features.figure.flatMap { IntervalCalculus.middle($0.amount) }.map { $0 <= most } ?? true
        }
    }

    private static func severity(_ verdict: FigureComparison.Verdict) -> Int {
        switch verdict {
        case .same: 0
        case .refines: 1
        case .compatible: 2
        case .superseded: 3
        case .conflicts: 4
        case .incomparable: 5
        }
    }
}
