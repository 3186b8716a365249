/// Two documents, by their places in the story, that probably share a text origin.
struct DerivedPair {
    /// The documents; `a < b`.
    let a: Int, b: Int
    /// That they share an origin.
    let probability: Double
    /// Why.
    let evidence: PairEvidence

    /// The other of the two.
    func other(than document: Int) -> Int { document == a ? b : a }

    /// Units of one of the two that stand in passages that their words make alike, ascending.
    func units(of document: Int) -> [Int] {
        evidence.passages.flatMap { Array(document == a ? $0.a : $0.b) }.sorted()
    }

    /// Units of one of the two that stand in any passage, ascending.
    func toldUnits(of document: Int) -> [Int] {
        evidence.told.flatMap { Array(document == a ? $0.a : $0.b) }.sorted()
    }

    /// Share of one of the two that the other explains.
    func explained(of document: Int) -> Double { document == a ? evidence.explainedA : evidence.explainedB }

    /// How alike the passages are in the mean, from 0 to 1.
    var likeness: Double {
        let covered = max(evidence.coverageA, evidence.coverageB)
        return covered > 0 ? max(evidence.explainedA, evidence.explainedB) / covered : 0
    }

    /// How near kin the two are: a part is nearer kin to its whole than to another part.
    var kinship: Double {
        0.6 * max(evidence.explainedA, evidence.explainedB) + 0.4 * min(evidence.explainedA, evidence.explainedB)
    }

    /// Share of one of the two that stands in passages.
    func coverage(of document: Int) -> Double { document == a ? evidence.coverageA : evidence.coverageB }
}
