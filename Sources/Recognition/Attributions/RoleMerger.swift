import NewsModel

/// Joins the attributions that rules find with those that the reader's model sees.
///
/// - Where both see one, by its cue, the cue is the model's. Its words are the rules', who know phrases and where a quotation goes on,
///   unless the model means others.
/// - What only the rules find stays unless the model surely holds its words for nobody's; so do quoted words, and what stands
///   within other attributions, which the model does not see.
/// - What only the model sees is one where it is sure of the cue.
struct RoleMerger {
    let tagged: TaggedText
    let readings: RoleReadings
    let cues: CueLexicon

    /// The least share of its words that the model must hold for attributed, where rules alone find an attribution.
    private static let least: Float = 0.01
    /// How sure the model must be of a cue that it alone sees.
    private static let sure: Float = 0.5

    /// The attributions of a document.
    ///
    /// - Parameters:
    ///   - rules: what the rules found. Those that hand on or stand within quoted words are left alone.
    ///   - sentences: those that the model may add to.
    ///   - isQuoted: whether a token stands in words that the quotations have already given to somebody.
    func merged(_ rules: [FoundAttribution], sentences: [Range<Int>], isQuoted: (Int) -> Bool) -> [FoundAttribution] {
        let roles = RoleAttributions(tagged: tagged, readings: readings)
        let seen = sentences.map(roles.attributions).joined().filter { !$0.content.isEmpty }
        var holders: [Int: Int] = [:]
        for (number, one) in seen.enumerated() { for token in one.cue { holders[token] = number } }
        var isUsed = [Bool](repeating: false, count: seen.count)
        var merged: [FoundAttribution] = []
        /// For each of the rules', its place among what is merged.
        var places = [Int?](repeating: nil, count: rules.count)
        for (number, rule) in rules.enumerated() {
            var rule = rule
            if let host = rule.host {
                // It was found after the one whose words it hands on.
                guard let place = places[host] else { continue }
                rule.host = place
            }
            let isOwn = rule.host == nil && !rule.isWithin
            if isOwn, let same = rule.cue.lazy.compactMap({ holders[$0] }).first {
                guard !isUsed[same] else { continue }
                isUsed[same] = true
                rule = joined(rule, seen[same])
            } else if isOwn, !isHeld(rule) {
                continue
            }
            places[number] = merged.count
            merged.append(rule)
        }
        let added = seen.indices.filter { !isUsed[$0] && isSure(seen[$0]) && !seen[$0].cue.contains(where: isQuoted) }
        return merged + added.map { seen[$0] }
    }

    /// One attribution as both see it: where they mean the same words, those of the rules, who know phrases.
    private func joined(_ rule: FoundAttribution, _ seen: FoundAttribution) -> FoundAttribution {
        var joined = rule
        joined.cue = seen.cue
        let own = rule.source.flatMap { source(of: $0, besides: seen.cue) }
        joined.source = if let own, let other = seen.source, !own.overlaps(other) { other } else { own ?? seen.source }
        guard let number = tagged.sentenceIndex(ofToken: seen.cue.lowerBound) else { return joined }
        let sentence = tagged.sentences[number].tokens
        let near = rule.content.map { $0.clamped(to: sentence) }
        guard Self.dice(near, seen.content) < Self.same else { return joined }
        // A quotation goes on beyond the sentence.
        let before = rule.content.map { $0.lowerBound..<min($0.upperBound, max($0.lowerBound, sentence.lowerBound)) }
        let after = rule.content.map { max($0.lowerBound, min($0.upperBound, sentence.upperBound))..<$0.upperBound }
        let all = (before + seen.content + after).filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }
        joined.content = []
        for part in all {
            if let last = joined.content.last, last.upperBound == part.lowerBound {
                joined.content[joined.content.count - 1] = last.lowerBound..<part.upperBound
            } else {
                joined.content.append(part)
            }
        }
        return joined
    }

    /// The source of the rules up to what the model surely holds for content.
    private func source(of rule: Range<Int>, besides cue: Range<Int>) -> Range<Int>? {
        guard !rule.overlaps(cue) else { return nil }
        var end = rule.first { readings.share(.content, $0) >= Self.surelyContent } ?? rule.upperBound
        while end > rule.lowerBound, tagged.tags[end - 1].isMark { end -= 1 }
        return end > rule.lowerBound ? rule.lowerBound..<end : nil
    }

    private static let surelyContent: Float = 0.8

    /// The share of words that two contents have in common, from which on they mean the same.
    private static let same = 0.8

    private static func dice(_ a: [Range<Int>], _ b: [Range<Int>]) -> Double {
        let (a, b) = (Set(a.joined()), Set(b.joined()))
        return 2 * Double(a.intersection(b).count) / Double(max(1, a.count + b.count))
    }

    /// Whether the model lets an attribution stand that rules alone find.
    private func isHeld(_ rule: FoundAttribution) -> Bool {
        // "puts the toll at four": words that the model has not met as a cue.
        let isMeasure = rule.cue.contains { cues.verb(at: $0, tagged.hashes)?.verb.takes.contains(.measure) ?? false }
        if isMeasure { return true }
        let cue = rule.cue.reduce(Float(0)) { max($0, readings.share(.cue, $1), readings.share(.content, $1)) }
        return mean(.content, rule.content.joined()) >= Self.least && cue >= Self.least
    }

    private func isSure(_ seen: FoundAttribution) -> Bool { mean(.cue, seen.cue) >= Self.sure }

    /// The mean share of a role over some tokens; 0 where there are none.
    private func mean(_ role: RoleReadings.Role, _ tokens: some Collection<Int>) -> Float {
        tokens.reduce(0) { $0 + readings.share(role, $1) } / Float(max(1, tokens.count))
    }
}
