import Lexicons
import NewsModel
import TextCore

/// How firmly a proposition is put, and whether it is turned round, told from cue words.
///
/// Examples: `Russia ⟦may⟧ be seeking …` possible; `will ⟦not⟧ sign` planned, negative; `the army ⟦denied⟧ that …` denied;
/// not `May`, `not only`, `no fewer than 20`.
struct Firmness: Sendable {
    /// What a cue does.
    enum Effect: String, Sendable {
        case possible, likely, planned, reported, denied, hypothetical, opinion, negative, nothing
        /// Likely not.
        case unlikely
        /// What comes later, seen from when it was said ("said it would sign"); or what depends on a condition.
        case would
        /// Denied, where it attributes: "rejected the idea that …", not "rejected the bill".
        case rejected
    }

    private let cues: PhraseTable<Effect>

    init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        var cues = PhraseTable<Effect>()
        for row in try LexiconTable("modality-cues.tsv", in: resources).rows {
            cues.insert(row[0], Effect(rawValue: row[1]) ?? .nothing)
        }
        self.cues = cues
    }

    /// Modality and polarity of a proposition.
    ///
    /// - Parameters:
    ///   - attributing: the cues of the attributions that it stands under, innermost first.
    ///   - head: its head verb; a negation after it turns round something else.
    func read(
        _ proposition: Proposition, head: Int?, attributing: [TextSpan], in analysis: Analysis
    ) -> (modality: Modality, polarity: Polarity) {
        let tokens = proposition.tokens.flatMap { $0 }.filter { analysis.tokens[$0].kind != .quoteMark }
        var effects: Set<Effect> = []
        var negative = false
        let hashes = PhraseTable<Effect>.hashes(of: tokens.map { analysis.tokens[$0].span }, in: analysis.text)
        var index = 0
        var future: Int?
        var isConditional = false
        while index < tokens.count {
            guard let (effect, length) = cues.match(hashes, at: index) else {
                index += 1
                continue
            }
            defer { index += length }
            // "May" the month, "Will" the man.
            let shape = analysis.tokens[tokens[index]].shape
            if index > 0, shape == .title || shape == .upper, length == 1 { continue }
            if effect == .negative {
                if head.map({ turns(tokens[index], $0, in: analysis) }) ?? true { negative.toggle() }
            } else if effect == .hypothetical {
                isConditional = true
                if index <= 1 { effects.insert(effect) }
            } else if [.would, .unlikely, .planned, .possible, .likely].contains(effect) {
                guard head.map({ tokens[index] <= $0 + 2 }) ?? true else { continue }
                switch effect {
                case .would: future = future ?? tokens[index]
                case .unlikely:
                    effects.insert(.likely)
                    negative.toggle()
                default: effects.insert(effect)
                }
            } else if effect != .rejected {
                effects.insert(effect)
            }
        }
        for cue in attributing {
            let span = AttributionLayout.tokens(in: cue, of: analysis).map { analysis.tokens[$0].span }
            let words = PhraseTable<Effect>.hashes(of: span, in: analysis.text)
            for start in words.indices {
                if let (effect, _) = cues.match(words, at: start) {
                    // "rejected the plan": a deed that the proposition tells itself.
                    if effect == .rejected, proposition.span.contains(cue) { continue }
                    if effect == .denied || effect == .rejected { negative.toggle() }
                    if effect != .negative { effects.insert(effect) }
                }
            }
        }
        if let future {
            effects.insert(
                isConditional ? .hypothetical : isLater(future, attributing, in: analysis) ? .planned : .reported)
        }
        let polarity: Polarity = negative ? .negative : .positive
        for (effect, modality) in Self.order where effects.contains(effect) { return (modality, polarity) }
        return (attributing.isEmpty ? .asserted : .reported, polarity)
    }

    /// Whether a "would" is a "will" that was said: under a cue in the past, and not among quoted words, where it stays what it is.
    private func isLater(_ token: Int, _ attributing: [TextSpan], in analysis: Analysis) -> Bool {
        let offset = analysis.tokens[token].span.start
        guard let cue = attributing.first,
            !analysis.quotations.contains(where: { $0.content.contains { $0.contains(offset) } })
        else { return false }
        return !AttributionLayout.tokens(in: cue, of: analysis).contains { token in
            guard let reading = analysis.reading(ofToken: token) else { return false }
            return reading.category == .verb && reading.inflection.contains(.present)
        }
    }

    /// Whether a negation turns round the head verb: not one after it, nor one of an insertion or a clause of its own.
    private func turns(_ token: Int, _ head: Int, in analysis: Analysis) -> Bool {
        guard token <= head + 1 else { return false }
        var node = token
        for _ in 0..<16 {
            guard node != head, let reading = analysis.reading(ofToken: node), let next = reading.head else { break }
            switch reading.relation {
            case .appos, .parataxis, .acl, .relativeClause, .advcl: return false
            default: node = next
            }
        }
        return true
    }

    /// Which effect wins where there are several.
    private static let order: [(Effect, Modality)] = [
        (.denied, .denied), (.rejected, .denied), (.hypothetical, .hypothetical), (.possible, .possible),
        (.likely, .likely),
        (.opinion, .opinion), (.planned, .planned), (.reported, .reported),
    ]
}
