/// What two blind readings say of 400 pairs of the Helsinki articles. How they were drawn and read:
/// `Evaluation/helsinki-pairs.md`.
struct HelsinkiLabels {
    /// A pair of articles, by their names in the data.
    struct Pair {
        var a: String, b: String
        /// Share of the runs of five words of the one that has fewer which the other has, quotations included.
        var containment: Double
        /// Whether they share an origin; nil where the readings disagree.
        var isRelated: Bool?
        /// The article that the other was made from; nil where the readings do not agree on one.
        var source: String?
    }

    /// The pairs, in the order of the file.
    let pairs: [Pair]

    /// Reads the list in the folder of the evaluation.
    init() throws {
        pairs = try EvaluationFolder.rows("helsinki-pairs.tsv").dropFirst().map { row in
            guard row.count == 11, let containment = Double(row[2]) else {
                throw EvaluationFailure.malformed(
                    path: EvaluationFolder.path + "/helsinki-pairs.tsv", reason: "not eleven columns")
            }
            let related = [row[3], row[7]].map { $0 != "independent" }
            var pair = Pair(
                a: row[0], b: row[1], containment: containment,
                isRelated: related[0] == related[1] ? related[0] : nil)
            if row[3] == "derived", row[7] == "derived", row[5] == row[9] {
                pair.source = row[5] == "aFromB" ? row[1] : row[5] == "bFromA" ? row[0] : nil
            }
            return pair
        }
    }
}
