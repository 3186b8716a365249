import TextCore

/// What two documents share that independent reporters would not, as numbers.
///
/// Every number is symmetric in the two documents; which came first is judged elsewhere.
struct PairEvidence {
    /// The passages that their words make alike, ascending in the first text.
    let passages: [AlignedPassage]
    /// All passages, those too that only their meaning makes alike: told and not weighed, for independent reports of one
    /// event have such.
    let told: [AlignedPassage]
    /// Share of the wording of each text that stands in passages, from 0 to 1.
    let coverageA: Double, coverageB: Double
    /// Share of the wording of each text that the other explains: what stands in passages, by how alike they are.
    let explainedA: Double, explainedB: Double
    /// Passages that keep their order, at most `passages.count`.
    let inOrder: Int
    /// Weight of the shared own wording, alike passages counting more.
    let ownEvidence: Double
    /// Words of the longest shared run outside quotations.
    let longestOwnRun: Int
    /// Share of the own five-word runs of the shorter text that the other has.
    let containment: Double
    /// Stretches of neighbouring passages in both texts.
    let blocks: Int
    /// Names and numbers in passages that disagree, as a share of the passages' weight.
    let strangeFacts: Double
    /// Passages told in the reporters' own words that are alike by half at least.
    let ownSentences: Int
    /// Names and numbers in passages that the other text has nowhere, of the text that has fewer such, as a share: a
    /// sentence of background keeps its names, a template filled anew changes them.
    let loneFacts: Double
    /// Numbers in passages that the other text has nowhere, of the text that has fewer such, as a share; 0 where a text
    /// has fewer than four: a form filled anew has other numbers throughout.
    let loneNumbers: Double

    /// Measures the aligned passages of two texts.
    init(_ told: [AlignedPassage], _ first: StoryTexts.Reading, _ second: StoryTexts.Reading) {
        let (a, b) = (first.text, second.text)
        self.told = told
        passages = told.filter { !$0.isByMeaning }
        coverageA = Self.coverage(passages.map(\.a), a)
        coverageB = Self.coverage(passages.map(\.b), b)
        explainedA = Self.explained(passages.map { ($0.a, $0.similarity) }, a)
        explainedB = Self.explained(passages.map { ($0.b, $0.similarity) }, b)
        inOrder = Self.longestRise(passages.map(\.b.lowerBound))
        ownEvidence = passages.reduce(0) { $0 + Double($1.comparison.ownEvidence) * $1.similarity }
        longestOwnRun = passages.map(\.longestOwnRun).max() ?? 0
        containment = first.runs.containment(in: second.runs)
        blocks = Self.blocks(passages)
        let weight = passages.reduce(Float(0)) { $0 + $1.comparison.matched }
        let strange = passages.reduce(Float(0)) { $0 + $1.comparison.strangeFacts }
        strangeFacts = weight > 0 ? Double(strange / (weight + strange)) : 0
        ownSentences = passages.count { $0.comparison.ownShare >= 0.5 && $0.similarity >= 0.5 }
        let unitsA = passages.flatMap { Array($0.a) }
        let unitsB = passages.flatMap { Array($0.b) }
        let partedA = first.facts.parted(unitsA, of: a, by: second.facts)
        let partedB = second.facts.parted(unitsB, of: b, by: first.facts)
        let alone = min(partedA.alone, partedB.alone)
        let shared = max(partedA.shared, partedB.shared)
        loneFacts = alone + shared > 0 ? Double(alone / (alone + shared)) : 0
        let numbersA = first.facts.numbers(in: unitsA, of: a, missingIn: second.facts)
        let numbersB = second.facts.numbers(in: unitsB, of: b, missingIn: first.facts)
        loneNumbers =
            min(numbersA.all, numbersB.all) >= Self.manyNumbers
            ? min(Double(numbersA.alone) / Double(numbersA.all), Double(numbersB.alone) / Double(numbersB.all)) : 0
    }

    private static let manyNumbers = 4

    private static func explained(_ ranges: [(Range<Int>, Double)], _ indexed: IndexedText) -> Double {
        let total = indexed.profiles.reduce(0) { $0 + $1.weight }
        let explained = ranges.reduce(0.0) { sum, range in
            range.0.reduce(sum) { $0 + range.1 * Double(indexed.profiles[$1].weight) }
        }
        return total > 0 ? explained / Double(total) : 0
    }

    private static func coverage(_ ranges: [Range<Int>], _ indexed: IndexedText) -> Double {
        let total = indexed.profiles.reduce(0) { $0 + $1.weight }
        let covered = ranges.reduce(Float(0)) { sum, range in
            range.reduce(sum) { $0 + indexed.profiles[$1].weight }
        }
        return total > 0 ? Double(covered / total) : 0
    }

    /// Length of the longest strictly rising subsequence (patience sorting).
    private static func longestRise(_ values: [Int]) -> Int {
        var tails: [Int] = []
        for value in values {
            let low = tails.partitioningIndex { $0 >= value }
            if low == tails.count { tails.append(value) } else { tails[low] = value }
        }
        return tails.count
    }

    private static func blocks(_ passages: [AlignedPassage]) -> Int {
        guard !passages.isEmpty else { return 0 }
        return 1
            + zip(passages, passages.dropFirst()).count { one, next in
                next.a.lowerBound - one.a.upperBound > 1 || abs(next.b.lowerBound - one.b.upperBound) > 1
            }
    }
}
