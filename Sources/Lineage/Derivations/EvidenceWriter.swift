import NewsModel

/// Puts the evidence of a derivation in words.
enum EvidenceWriter {
    /// Why a document is thought to have text from a source, strongest first.
    ///
    /// - Parameter pairs: the pairs through which it was found.
    static func evidence(
        of document: Int, through pairs: [DerivedPair], credits: Int, story: StoryTexts
    ) -> [Derivation.Evidence] {
        var evidence: [Derivation.Evidence] = []
        if credits > 0 {
            evidence.append(
                .init(.credit, credits == 1 ? "it names the source" : "it names the source \(credits) times"))
        }
        guard let best = pairs.max(by: { $0.evidence.ownEvidence < $1.evidence.ownEvidence }) else { return evidence }
        let shared = best.evidence
        let sentences = Set(best.units(of: document)).count
        let all = story.texts[document].profiles.count
        evidence.append(
            .init(
                .sharedWording,
                "\(sentences) of \(all) sentences share wording outside quotation marks"
                    + (shared.longestOwnRun >= 5 ? ", up to \(shared.longestOwnRun) words in a row" : "")))
        if shared.passages.count > 1 {
            evidence.append(
                .init(.orderOfPoints, "\(shared.inOrder) of \(shared.passages.count) passages in the same order"))
        }
        let coverage = best.coverage(of: document)
        if coverage >= 0.5 {
            evidence.append(.init(.containment, "\(Precedence.percent(coverage)) of its text stands in passages"))
        }
        return evidence
    }
}
