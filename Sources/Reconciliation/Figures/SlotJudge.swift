import Lexicons
import NewsModel
import TextCore

/// Whether two figures fill the same slot: the same thing, counted in the same event.
struct SlotJudge: Sendable {
    let overlap: WordOverlap
    let units: UnitConversion
    /// Concepts of outcomes that exclude one another: who died is not who was injured.
    let outcomes: Set<Int32>
    /// The sense "person": figures of persons mean nothing without the outcome.
    let person: WordMeanings.Entry

    /// From 0 to 1; nil where they cannot be the same slot.
    func score(_ a: Draft, _ b: Draft) -> Double? {
        guard let x = a.features.figure, let y = b.features.figure, sameMeasure(x, y) else { return nil }
        let thing = ThingRelation(x, y)
        if thing == .different { return nil }
        guard let predicate = predicate(a.features, b.features, figures: (x, y)) else { return nil }
        guard let participants = participants(a.features, b.features) else { return nil }
        if PairVetoes.timesExclude(a.features, b.features) { return nil }
        let thingScore: Double =
            switch thing {
            case .same: 1
            case .related: 0.75
            case .unknown, .different: x.unit != nil && x.unit == y.unit ? 0.45 : 0.3
            }
        let text = overlap.score(a.features, b.features)
        return 0.35 * thingScore + 0.25 * predicate + 0.15 * participants + 0.25 * text
    }

    /// Whether two amounts are of one kind: percent with percent, millimetres with metres, counts with counts.
    func sameMeasure(_ a: Figure, _ b: Figure) -> Bool {
        if a.kind == b.kind {
            return a.kind == .measure || a.kind == .money ? units.factor(from: b.unit, to: a.unit) != nil : true
        }
        let counts: Set<Quantity.Kind> = [.count, .fraction, .multiple]
        return counts.contains(a.kind) && counts.contains(b.kind) && a.kind != .multiple && b.kind != .multiple
            && a.kind != .fraction && b.kind != .fraction
    }

    /// What is said of the things counted: from 0 to 1, nil where they cannot be the same.
    private func predicate(_ a: Features, _ b: Features, figures: (Figure, Figure)) -> Double? {
        let (near, other) = (Set(figures.0.concepts), Set(figures.1.concepts))
        let (p, q) = (near.intersection(outcomes), other.intersection(outcomes))
        if p.isDisjoint(with: q), !(p.isEmpty && q.isEmpty) {
            if !p.isEmpty && !q.isEmpty { return nil }
            // "12 people" in one and "12 people died" in the other: not enough to say.
            if isPerson(figures.0.head), isPerson(figures.1.head) { return nil }
        }
        if !near.isDisjoint(with: other) { return 1 }
        if let head = a.head, let other = b.head, WordMeanings.closeness(head, other) >= .exchangeable { return 1 }
        let all = near.union(a.headConcepts).union(a.concepts)
        return all.isDisjoint(with: other.union(b.headConcepts).union(b.concepts)) ? 0.2 : 0.8
    }

    private func isPerson(_ head: WordMeanings.Entry?) -> Bool {
        head.map { WordMeanings.closeness($0, person) != .unrelated } ?? true
    }

    private func participants(_ a: Features, _ b: Features) -> Double? {
        if a.participants.isEmpty || b.participants.isEmpty { return 0.4 }
        let shared = a.participants.filter(b.participants.contains).count
        if shared == 0 { return 0 }
        return Double(shared) / Double(min(a.participants.count, b.participants.count))
    }
}

extension SlotJudge {
    /// The amount of `figure` in the unit of `other`; nil where no exact conversion exists.
    func converted(_ figure: Figure, like other: Figure) -> Amount? {
        guard let factor = units.factor(from: figure.unit, to: other.unit) else {
            return figure.unit == nil || other.unit == nil ? figure.amount : nil
        }
        if factor == 1 { return figure.amount }
        return Amount(
            low: figure.amount.low.map { $0 * factor }, high: figure.amount.high.map { $0 * factor },
            bound: figure.amount.bound == .exact ? .about : figure.amount.bound)
    }
}
