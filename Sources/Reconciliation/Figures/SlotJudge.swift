import Lexicons
import NewsModel
import TextCore

/// Whether two figures fill the same slot: the same thing, counted in the same event, of the same whole.
///
/// Two figures that cannot both be true are of one slot only where that is certain: a false conflict is worse than a
/// missed one. Never within one report: what it gives two numbers for are two things.
struct SlotJudge: Sendable {
    let overlap: WordOverlap
    let units: UnitConversion
    let outcomes: OutcomeWords

    /// From 0 to 1; nil where they cannot be the same slot.
    func score(_ a: Draft, _ b: Draft) -> Double? {
        guard let x = a.features.figure, let y = b.features.figure, sameMeasure(x, y), sameScope(a, b) else {
            return nil
        }
        let thing = ThingRelation(x, y)
        if thing == .different { return nil }
        guard let predicate = predicate(a.features, b.features, figures: (x, y)) else { return nil }
        guard let participants = participants(a.features, b.features) else { return nil }
        if PairVetoes.timesExclude(a.features, b.features) { return nil }
        let text = overlap.score(a.features, b.features)
        if !areCompatible(x, y) {
            guard isCertain(a, b, thing: thing, predicate: predicate, text: text) else { return nil }
        }
        if thing == .narrower, IntervalCalculus.closeness(x.amount, y.amount) < 0.9 { return nil }
        if thing == .narrower, text < 0.4 { return nil }
        let thingScore: Double =
            switch thing {
            case .same: 1
            case .related, .narrower: 0.75
            case .unknown, .different: x.unit != nil && x.unit == y.unit ? 0.45 : 0.3
            }
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

    /// Whether the figures may both be true, in whatever unit each is given.
    func areCompatible(_ a: Figure, _ b: Figure) -> Bool {
        converted(b, like: a).contains { IntervalCalculus.areCompatible(a.amount, $0) }
    }

    private func sameScope(_ a: Draft, _ b: Draft) -> Bool {
        guard let x = a.features.figure, let y = b.features.figure, x.scope == y.scope, x.scope != .comparand else {
            return false
        }
        if x.scope == .whole { return true }
        // Parts and additions: of the same group, in much the same words, and of the same size.
        return areCompatible(x, y) && x.outcomes == y.outcomes && overlap.score(a.features, b.features) >= 0.3
    }

    /// Whether two figures that exclude one another are surely of one slot.
    private func isCertain(
        _ a: Draft, _ b: Draft, thing: ThingRelation, predicate: Double, text: Double
    ) -> Bool {
        guard let x = a.features.figure, let y = b.features.figure, x.scope == .whole, y.scope == .whole else {
            return false
        }
        if a.proposition.document == b.proposition.document { return false }
        guard thing == .same || thing == .related, Self.agree(x.modifiers, y.modifiers) else { return false }
        guard Self.tense(a.statement.modality) == Self.tense(b.statement.modality) else { return false }
        guard a.statement.polarity == b.statement.polarity else { return false }
        let cautions = [x.caution, y.caution]
        if cautions.contains(where: { $0.isOfSeveralEvents || $0.isRate || $0.isFirstReport }) || isVague(x)
            || isVague(y)
        {
            return false
        }
        if x.isOfPersons || y.isOfPersons {
            guard !x.outcomes.isEmpty, x.outcomes == y.outcomes, !isOfFew(x, y) else { return false }
            if cautions.contains(where: { $0.isOneInWords }) { return false }
            let isOfDead = outcomes.death.map(x.outcomes.contains) ?? false
            let isDoubtful = cautions.contains {
                $0.mayCountDead && !isOfDead || $0.hasDoerAmongDead || $0.hasOneMore
            }
            return !(isDoubtful && isOneMore(x, y))
        }
        guard predicate == 1 else { return false }
        let isSameDeed =
            !Set(x.concepts).isDisjoint(with: y.concepts) || x.predicate != nil && x.predicate == y.predicate
            || a.features.headLemma != nil && a.features.headLemma == b.features.headLemma
        return isSameDeed && text >= 0.45
    }

    /// Figures of one or two that differ from large ones are nearly always of some of those: `one woman was killed`.
    private func isOfFew(_ a: Figure, _ b: Figure) -> Bool {
        guard let x = IntervalCalculus.middle(a.amount), let y = IntervalCalculus.middle(b.amount) else { return true }
        return min(x, y) <= 2 && max(x, y) >= 10
    }

    /// Whether one counts one more than the other: who did it may be among the dead.
    private func isOneMore(_ a: Figure, _ b: Figure) -> Bool {
        guard let x = IntervalCalculus.middle(a.amount), let y = IntervalCalculus.middle(b.amount) else { return false }
        return abs(x - y) <= 1
    }

    /// "dozens", "a few": too wide to be held against another number.
    private func isVague(_ figure: Figure) -> Bool {
        guard let low = figure.amount.low, let high = figure.amount.high, low > 0 else { return false }
        return high >= 2 * low
    }

    /// What is planned or merely possible is not compared with what is said to be so.
    private static func tense(_ modality: Modality) -> Int {
        switch modality {
        case .asserted, .reported, .likely, .opinion, .denied: 0
        case .planned: 1
        case .possible, .hypothetical: 2
        }
    }

    /// Whether the words before the head nouns exclude one another: `eastern quay` and `western quay`.
    private static func agree(_ a: [WordMeanings.Entry], _ b: [WordMeanings.Entry]) -> Bool {
        if a.isEmpty || b.isEmpty { return true }
        return a.contains { x in b.contains { WordMeanings.closeness(x, $0) != .unrelated } }
    }

    /// What is said of the things counted: from 0 to 1, nil where they cannot be the same.
    private func predicate(_ a: Features, _ b: Features, figures: (Figure, Figure)) -> Double? {
        let (p, q) = (figures.0.outcomes, figures.1.outcomes)
        if p.isDisjoint(with: q), !(p.isEmpty && q.isEmpty) {
            if !p.isEmpty && !q.isEmpty { return nil }
            // "12 people" in one and "12 people died" in the other: not enough to say.
            if figures.0.isOfPersons || figures.1.isOfPersons { return nil }
        }
        let (near, other) = (Set(figures.0.concepts), Set(figures.1.concepts))
        if !near.isDisjoint(with: other) { return 1 }
        if let x = figures.0.predicate, x == figures.1.predicate { return 1 }
        if let head = a.head, let other = b.head, WordMeanings.closeness(head, other) >= .exchangeable { return 1 }
        let (all, others) = (
            near.union(a.headConcepts).union(a.concepts), other.union(b.headConcepts).union(b.concepts)
        )
        // "Inside were 3,000 tonnes" says nothing of what is done with them.
        if all.isEmpty || others.isEmpty { return 0.5 }
        return all.isDisjoint(with: others) ? 0.2 : 0.8
    }

    private func participants(_ a: Features, _ b: Features) -> Double? {
        if a.participants.isEmpty || b.participants.isEmpty { return 0.4 }
        let shared = a.participants.filter(b.participants.contains).count
        if shared == 0 { return 0 }
        return Double(shared) / Double(min(a.participants.count, b.participants.count))
    }
}

extension SlotJudge {
    /// The amount of `figure` in the unit of `other`, in every sense that its unit has (a "ton" may be any of three); none
    /// where no exact conversion exists.
    func converted(_ figure: Figure, like other: Figure) -> [Amount] {
        let factors = units.factors(from: figure.unit, to: other.unit)
        if factors.isEmpty { return figure.unit == nil || other.unit == nil ? [figure.amount] : [] }
        return factors.map { factor in
            if factor == 1 { return figure.amount }
            return Amount(
                low: figure.amount.low.map { $0 * factor }, high: figure.amount.high.map { $0 * factor },
                bound: figure.amount.bound == .exact ? .about : figure.amount.bound)
        }
    }
}
