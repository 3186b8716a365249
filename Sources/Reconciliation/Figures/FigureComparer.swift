import Lexicons
import NewsModel
import TextCore

/// Sets the figures of a story against one another, slot by slot.
struct FigureComparer {
    let analyses: [Analysis]
    let drafts: [Draft]
    let slots: SlotJudge
    let participants: Participants
    /// Concepts of counts that grow as news comes in: the dead, the injured, the infected.
    let growing: Set<Int32>

    /// The comparisons, the most widely given first; ids are set by the caller's order.
    func comparisons() -> [FigureComparison] {
        let figures = drafts.indices.filter { drafts[$0].features.figure != nil }
        let pairs = figures.indices.flatMap { a in ((a + 1)..<max(a + 1, figures.count)).map { (a, $0) } }
        let groups = Clusterer.groups(
            of: figures.count, candidates: figures.count > 1500 ? [] : pairs, threshold: ClaimJudge.slotThreshold
        ) { slots.score(drafts[figures[$0]], drafts[figures[$1]]) }
        return groups.map { $0.map { figures[$0] } }
            .filter { $0.count > 1 || matters(drafts[$0[0]]) }
            .map(comparison)
            .sorted { Self.rank($0) > Self.rank($1) }
            .enumerated().map { index, comparison in
                var comparison = comparison
                comparison.id = "f\(index + 1)"
                return comparison
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
                amount: quantity.amount, unit: quantity.unit, thing: quantity.thing)
        }
        return FigureComparison(
            id: "", slot: slot(of: group), verdict: verdict, values: values,
            explanation: explanation(verdict, group, values: values))
    }

    private func verdict(_ group: [Draft]) -> FigureComparison.Verdict {
        var worst = FigureComparison.Verdict.same
        for (place, a) in group.enumerated() {
            for b in group[(place + 1)...] {
                guard let x = a.features.figure, let y = b.features.figure else { continue }
                guard let other = slots.converted(y, like: x) else { return .incomparable }
                let verdict = IntervalCalculus.verdict(x.amount, other)
                if Self.severity(verdict) > Self.severity(worst) { worst = verdict }
            }
        }
        return worst == .conflicts && hasGrown(group) ? .superseded : worst
    }

    /// Whether later reports give more of what only grows: in order of publication no figure falls, and at least one
    /// document that gives another figure was published later.
    private func hasGrown(_ group: [Draft]) -> Bool {
        guard group.allSatisfy({ draft in (draft.features.figure?.concepts ?? []).contains(where: growing.contains) })
        else {
            return false
        }
        var dated: [(time: Int, value: Double)] = []
        for draft in group {
            guard let published = analyses[draft.proposition.document].document.metadata.published,
                let value = draft.features.figure.flatMap({ IntervalCalculus.middle($0.amount) })
            else { return false }
            dated.append((published.date.dayNumber * 86_400 + (published.secondOfDay ?? 0), value))
        }
        dated.sort { ($0.time, $0.value) < ($1.time, $1.value) }
        for (earlier, later) in zip(dated, dated.dropFirst()) where earlier.value != later.value {
            if earlier.time == later.time || later.value < earlier.value { return false }
        }
        return true
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

    /// What the figures count: "artillery shell · ship · North Korea, Russia".
    private func slot(of group: [Draft]) -> String {
        let things = group.compactMap(\.features.figure?.thing)
        let thing = Self.commonest(things) ?? group[0].features.figure?.unit ?? "amount"
        let actors = participants.names.indices.filter { number in
            group.filter { $0.features.participants.contains(number) }.count * 2 > group.count
        }
        let verb = Self.commonest(group.compactMap { $0.features.figure?.predicate ?? $0.features.headLemma })
        return
            ([thing, verb].compactMap { $0 } + [actors.prefix(3).map { participants.names[$0] }.joined(separator: ", ")])
            .filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private static func commonest(_ words: [String]) -> String? {
        var counts: [String: Int] = [:]
        for word in words { counts[word, default: 0] += 1 }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    private func explanation(
        _ verdict: FigureComparison.Verdict, _ group: [Draft], values: [FigureComparison.Value]
    ) -> String {
        var given: [String] = []
        for value in values {
            guard let analysis = analyses.first(where: { $0.document.id == value.citation.document }) else { continue }
            let words = "“\(Readings.oneLine(analysis.text[value.citation.span]))”"
            if !given.contains(words) { given.append(words) }
        }
        let list = given.prefix(6).joined(separator: ", ")
        let things = Set(group.compactMap(\.features.figure?.thing)).sorted()
        let naming =
            things.count > 1 ? " They name the thing counted differently: \(things.joined(separator: ", "))." : ""
        switch verdict {
        case .same where values.count == 1: return "One report gives this figure: \(list)."
        case .same: return "All give the same figure: \(list)." + naming
        case .compatible: return "The figures \(list) overlap: all of them can be true." + naming
        case .refines: return "The figures \(list) agree; one is more exact than another." + naming
        case .superseded:
            return "The figures \(list) grow with the time of publication: the later replaces the earlier."
        case .conflicts: return "The figures \(list) cannot all be true of the same thing at the same time." + naming
        case .incomparable: return "The figures \(list) cannot be compared: no exact conversion between their units."
        }
    }
}
