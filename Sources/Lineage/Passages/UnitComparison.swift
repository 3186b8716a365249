/// What two units have in common.
struct UnitComparison {
    /// Sum of the matching weights of the terms that both have.
    var matched: Float = 0
    /// Sum of their weights as evidence, outside quotations on both sides.
    var ownEvidence: Float = 0
    /// Sum of their weights as evidence, quotations included.
    var allEvidence: Float = 0
    /// Weight of the names and numbers that stand in each alone; both are large where a template was filled twice.
    var strangeFacts: Float = 0
    /// Likeness from 0 to 1.
    var similarity: Float = 0

    /// Share of the common wording that is the reporters' own.
    var ownShare: Float { allEvidence > 0 ? min(1, ownEvidence / allEvidence) : 0 }
}

/// Compares units of two documents word by word.
struct UnitComparer {
    let vocabulary: Vocabulary
    let weights: TermWeights
    let kinship: WordKinship

    /// What two units have in common.
    ///
    /// - Complexity: O(n + m) in their terms, and a look-up for each that only one has.
    func compare(_ a: UnitProfile, _ b: UnitProfile) -> UnitComparison {
        var result = UnitComparison()
        var onlyA: [UnitProfile.Item] = []
        var onlyB: [UnitProfile.Item] = []
        var i = 0
        var j = 0
        while i < a.items.count || j < b.items.count {
            if j == b.items.count || (i < a.items.count && a.items[i].term < b.items[j].term) {
                onlyA.append(a.items[i])
                i += 1
            } else if i == a.items.count || b.items[j].term < a.items[i].term {
                onlyB.append(b.items[j])
                j += 1
            } else {
                let (x, y) = (a.items[i], b.items[j])
                note(x.term, count: min(x.count, y.count), own: min(x.own, y.own), share: 1, in: &result)
                i += 1
                j += 1
            }
        }
        matchKin(&onlyA, &onlyB, in: &result)
        result.strangeFacts = min(factWeight(onlyA), factWeight(onlyB))
        result.similarity = similarity(a, b, result)
        return result
    }

    private func note(_ term: Term, count: UInt8, own: UInt8, share: Float, in result: inout UnitComparison) {
        let evidence = weights.evidence[Int(term)] * share
        result.matched += weights.matching[Int(term)] * share * Float(count)
        result.ownEvidence += evidence * Float(own)
        result.allEvidence += evidence * Float(count)
    }

    /// Pairs what is left over on both sides where one word is kin to the other.
    private func matchKin(
        _ onlyA: inout [UnitProfile.Item], _ onlyB: inout [UnitProfile.Item], in result: inout UnitComparison
    ) {
        var restA: [UnitProfile.Item] = []
        for item in onlyA {
            let kin = onlyB.indices.compactMap { index -> (index: Int, share: Float)? in
                kinship.share(item.term, onlyB[index].term).map { (index, $0) }
            }
            guard let best = kin.max(by: { $0.share < $1.share }) else {
                restA.append(item)
                continue
            }
            let other = onlyB.remove(at: best.index)
            let lighter = weights.matching[Int(item.term)] < weights.matching[Int(other.term)] ? item : other
            note(lighter.term, count: 1, own: min(item.own, other.own, 1), share: best.share, in: &result)
        }
        onlyA = restA
    }

    private func factWeight(_ items: [UnitProfile.Item]) -> Float {
        items.reduce(0) { sum, item in
            let entry = vocabulary[item.term]
            return entry.isName || entry.isNumber ? sum + weights.matching[Int(item.term)] : sum
        }
    }

    /// A mean of how much of the smaller unit the larger has, of how much they have in common, and of runs of words;
    /// less where each has names and numbers of its own.
    private func similarity(_ a: UnitProfile, _ b: UnitProfile, _ result: UnitComparison) -> Float {
        let smaller = min(a.weight, b.weight)
        guard smaller > 0 else { return 0 }
        let containment = min(1, result.matched / smaller)
        let dice = min(1, 2 * result.matched / (a.weight + b.weight))
        let runs = Float(Self.common(a.pairs, b.pairs)) / Float(max(1, min(a.pairs.count, b.pairs.count)))
        let strange = min(1, result.strangeFacts / max(a.weight, b.weight))
        return max(0, 0.4 * containment + 0.4 * dice + 0.2 * runs - 0.4 * strange)
    }

    /// How many values two ascending lists share.
    private static func common(_ a: [UInt64], _ b: [UInt64]) -> Int {
        var (i, j, count) = (0, 0, 0)
        while i < a.count, j < b.count {
            if a[i] == b[j] {
                count += 1
                i += 1
                j += 1
            } else if a[i] < b[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return count
    }
}
