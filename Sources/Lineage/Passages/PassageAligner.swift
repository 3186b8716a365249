/// Units of two texts that tell the same in the same or other words: one to one, one to several, or several to one.
struct AlignedUnits {
    /// Units of the first text.
    var a: Range<Int>
    /// Units of the second.
    var b: Range<Int>
    /// What they have in common.
    var comparison: UnitComparison
    /// Whether only their meaning is alike: that two reporters tell one fact says nothing of who has it from whom.
    var isByMeaning = false
}

/// Aligns two texts, sentence by sentence, from verbatim to paraphrase.
///
/// Rare words seed pairs of units; the heaviest chain of pairs that rises in both texts is taken (dynamic programming),
/// then the heaviest among the units that are left, until none is: a text whose paragraphs were moved gives several
/// chains. Each pair is then extended over its neighbours where one sentence was told in two. Last, what is left is aligned
/// by the meaning of its sentences, where the reader has read them and the words have found something.
struct PassageAligner {
    let comparer: UnitComparer

    /// A pair of units that may tell the same.
    private struct Candidate {
        var a: Int
        var b: Int
        var comparison: UnitComparison
        var gain: Float
    }

    /// Weight of the seeds that a pair must share to be compared.
    private static let leastSeed: Float = 2.5
    /// Pairs that are compared for one unit.
    private static let mostCompared = 8
    /// What a pair must have in common to stand alone, and less between two aligned neighbours.
    private static let alone = (similarity: Float(0.34), matched: Float(4.5))
    /// Or, where nearly all words are the same, however common they are in the story.
    private static let plain = (similarity: Float(0.6), matched: Float(2.5))
    private static let between = (similarity: Float(0.24), matched: Float(3.2))
    private static let enclosed = (similarity: Float(0.2), matched: Float(1.6))
    /// How alike in meaning a pair must be to stand alone, and beside an aligned neighbour.
    private static let meaning = (alone: Float(0.8), near: Float(0.6))
    /// Chains that are looked for.
    private static let mostChains = 16

    /// The aligned units, ascending in the first text.
    ///
    /// - Complexity: O(k log k) in the number of candidate pairs, of which a unit has at most eight.
    func align(_ a: IndexedText, _ b: IndexedText) -> [AlignedUnits] {
        let candidates = candidates(a, b)
        var usedA = [Bool](repeating: false, count: a.profiles.count)
        var usedB = [Bool](repeating: false, count: b.profiles.count)
        var taken: [Candidate] = []
        let strong = candidates.filter {
            ($0.comparison.similarity >= Self.alone.similarity && $0.comparison.matched >= Self.alone.matched)
                || ($0.comparison.similarity >= Self.plain.similarity && $0.comparison.matched >= Self.plain.matched)
        }
        for _ in 0..<Self.mostChains {
            let chain = heaviestChain(strong.filter { !usedA[$0.a] && !usedB[$0.b] }, width: b.profiles.count)
            if chain.isEmpty { break }
            take(chain, &taken, &usedA, &usedB)
        }
        var partner: [Int: Int] = [:]
        for pair in taken { partner[pair.a] = pair.b }
        let weak = candidates.filter { candidate in
            !usedA[candidate.a] && !usedB[candidate.b] && candidate.comparison.matched >= Self.between.matched
                && Self.isNeighbour(candidate.a, candidate.b, of: partner)
        }
        take(heaviestChain(weak, width: b.profiles.count), &taken, &usedA, &usedB)
        take(enclosed(a, b, taken, usedA, usedB), &taken, &usedA, &usedB)
        let pairs = taken.sorted { $0.a < $1.a }
            .map { AlignedUnits(a: $0.a..<$0.a + 1, b: $0.b..<$0.b + 1, comparison: $0.comparison) }
        let worded = pairs.map { extend($0, a, b, &usedA, &usedB) }
        return (worded + alike(a, b, worded, usedA, usedB)).sorted { $0.a.lowerBound < $1.a.lowerBound }
    }

    /// Units that are left whose meaning is alike: each the likest of what is left to the other, and much alike or close
    /// to an aligned neighbour.
    private func alike(
        _ a: IndexedText, _ b: IndexedText, _ worded: [AlignedUnits], _ usedA: [Bool], _ usedB: [Bool]
    ) -> [AlignedUnits] {
        guard !worded.isEmpty, a.text.vectors != nil, b.text.vectors != nil else { return [] }
        let freeB = b.profiles.indices.filter { !usedB[$0] }
        var bestOfB: [Int: (unit: Int, meaning: Float)] = [:]
        var bestOfA: [(a: Int, b: Int, meaning: Float)] = []
        for unit in a.profiles.indices where !usedA[unit] {
            var best: (unit: Int, meaning: Float)?
            for other in freeB {
                guard let meaning = a.text.meaning(unit, b.text, other), meaning >= Self.meaning.near else { continue }
                if meaning > best?.meaning ?? 0 { best = (other, meaning) }
                if meaning > bestOfB[other]?.meaning ?? 0 { bestOfB[other] = (unit, meaning) }
            }
            if let best { bestOfA.append((unit, best.unit, best.meaning)) }
        }
        var partner: [Int: Int] = [:]
        for pair in worded { for (x, y) in zip(pair.a, pair.b) { partner[x] = y } }
        return bestOfA.compactMap { pair in
            guard bestOfB[pair.b]?.unit == pair.a,
                pair.meaning >= Self.meaning.alone || Self.isNeighbour(pair.a, pair.b, of: partner)
            else { return nil }
            return AlignedUnits(
                a: pair.a..<pair.a + 1, b: pair.b..<pair.b + 1,
                comparison: comparer.compare(a.profiles[pair.a], b.profiles[pair.b]), isByMeaning: true)
        }
    }

    /// Pairs of units that stand between aligned neighbours on both sides in both texts: there a few words in common
    /// will do, as the places themselves speak for them.
    private func enclosed(
        _ a: IndexedText, _ b: IndexedText, _ taken: [Candidate], _ usedA: [Bool], _ usedB: [Bool]
    ) -> [Candidate] {
        let partner = Dictionary(taken.map { ($0.a, $0.b) }) { first, _ in first }
        return taken.compactMap { before in
            let (next, other) = (before.a + 1, before.b + 1)
            guard usedA.indices.contains(next + 1), usedB.indices.contains(other + 1), !usedA[next], !usedB[other],
                partner[next + 1] == other + 1
            else { return nil }
            let comparison = comparer.compare(a.profiles[next], b.profiles[other])
            guard comparison.similarity >= Self.enclosed.similarity, comparison.matched >= Self.enclosed.matched else {
                return nil
            }
            return Candidate(
                a: next, b: other, comparison: comparison, gain: comparison.matched * comparison.similarity)
        }
    }

    private func take(
        _ chain: [Candidate], _ taken: inout [Candidate], _ usedA: inout [Bool], _ usedB: inout [Bool]
    ) {
        for candidate in chain {
            usedA[candidate.a] = true
            usedB[candidate.b] = true
        }
        taken += chain
    }

    // MARK: Candidates

    private func candidates(_ a: IndexedText, _ b: IndexedText) -> [Candidate] {
        let weights = comparer.weights.matching
        var shared = [Float](repeating: 0, count: b.profiles.count)
        var candidates: [Candidate] = []
        for (index, profile) in a.profiles.enumerated() {
            var touched: [Int] = []
            for item in profile.items {
                guard let units = b.postings[item.term] else { continue }
                for unit in units {
                    if shared[Int(unit)] == 0 { touched.append(Int(unit)) }
                    shared[Int(unit)] += weights[Int(item.term)]
                }
            }
            let best = touched.filter { shared[$0] >= Self.leastSeed }
                .sorted { shared[$0] != shared[$1] ? shared[$0] > shared[$1] : $0 < $1 }
                .prefix(Self.mostCompared)
            for unit in best {
                let comparison = comparer.compare(profile, b.profiles[unit])
                guard comparison.similarity >= Self.between.similarity else { continue }
                candidates.append(
                    Candidate(
                        a: index, b: unit, comparison: comparison, gain: comparison.matched * comparison.similarity))
            }
            for unit in touched { shared[unit] = 0 }
        }
        return keepNearBest(candidates, a.profiles.count, b.profiles.count)
    }

    /// Drops pairs that are much weaker than the best pair of both their units.
    private func keepNearBest(_ candidates: [Candidate], _ countA: Int, _ countB: Int) -> [Candidate] {
        var bestA = [Float](repeating: 0, count: countA)
        var bestB = [Float](repeating: 0, count: countB)
        for candidate in candidates {
            bestA[candidate.a] = max(bestA[candidate.a], candidate.gain)
            bestB[candidate.b] = max(bestB[candidate.b], candidate.gain)
        }
        return candidates.filter { $0.gain >= 0.5 * max(bestA[$0.a], bestB[$0.b]) }
    }

    // MARK: Chains

    /// The chain of greatest total gain that rises strictly in both texts.
    private func heaviestChain(_ candidates: [Candidate], width: Int) -> [Candidate] {
        let ordered = candidates.sorted { $0.a != $1.a ? $0.a < $1.a : $0.b > $1.b }
        var best = PrefixMaximum(count: width + 1)
        var previous = [Int](repeating: -1, count: ordered.count)
        var total = [Float](repeating: 0, count: ordered.count)
        for (index, candidate) in ordered.enumerated() {
            // Equal rows come with descending columns, so a row never chains onto itself.
            let before = best.maximum(below: candidate.b + 1)
            previous[index] = before.index
            total[index] = before.value + candidate.gain
            best.raise(at: candidate.b + 1, to: total[index], index: index)
        }
        guard var last = total.indices.max(by: { total[$0] < total[$1] }) else { return [] }
        var chain: [Candidate] = []
        while true {
            chain.append(ordered[last])
            if previous[last] < 0 { break }
            last = previous[last]
        }
        return chain.reversed()
    }

    /// Whether an aligned unit stands close to both units of a pair, on the same side of them in both texts.
    private static func isNeighbour(_ a: Int, _ b: Int, of partner: [Int: Int]) -> Bool {
        [-2, -1, 1, 2].contains { step in
            guard let other = partner[a + step] else { return false }
            let distance = other - b
            return distance.signum() == step.signum() && abs(distance) <= 2
        }
    }

    // MARK: One to several

    private func extend(
        _ pair: AlignedUnits, _ a: IndexedText, _ b: IndexedText, _ usedA: inout [Bool], _ usedB: inout [Bool]
    ) -> AlignedUnits {
        var pair = pair
        for _ in 0..<2 {
            for side in [-1, 1] {
                let next = side < 0 ? pair.b.lowerBound - 1 : pair.b.upperBound
                guard pair.a.count == 1, usedB.indices.contains(next), !usedB[next] else { continue }
                var wider = pair
                wider.b = min(next, pair.b.lowerBound)..<max(next + 1, pair.b.upperBound)
                wider.comparison = compare(wider, a, b)
                if isBetter(wider, pair, added: b.profiles[next]) {
                    pair = wider
                    usedB[next] = true
                }
            }
            for side in [-1, 1] {
                let next = side < 0 ? pair.a.lowerBound - 1 : pair.a.upperBound
                guard pair.b.count == 1, usedA.indices.contains(next), !usedA[next] else { continue }
                var wider = pair
                wider.a = min(next, pair.a.lowerBound)..<max(next + 1, pair.a.upperBound)
                wider.comparison = compare(wider, a, b)
                if isBetter(wider, pair, added: a.profiles[next]) {
                    pair = wider
                    usedA[next] = true
                }
            }
        }
        return pair
    }

    private func isBetter(_ wider: AlignedUnits, _ pair: AlignedUnits, added: UnitProfile) -> Bool {
        let more = wider.comparison.matched - pair.comparison.matched
        return more >= 2.5 && more >= 0.3 * added.weight
            && wider.comparison.similarity >= pair.comparison.similarity - 0.05
    }

    private func compare(_ pair: AlignedUnits, _ a: IndexedText, _ b: IndexedText) -> UnitComparison {
        func profile(_ units: Range<Int>, _ indexed: IndexedText) -> UnitProfile {
            if units.count == 1 { return indexed.profiles[units.lowerBound] }
            let first = indexed.text.units[units.lowerBound].words.lowerBound
            let last = indexed.text.units[units.upperBound - 1].words.upperBound
            return UnitProfile(first..<last, of: indexed.text, weights: comparer.weights)
        }
        return comparer.compare(profile(pair.a, a), profile(pair.b, b))
    }
}
