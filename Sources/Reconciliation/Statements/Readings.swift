import NewsModel
import TextCore

/// Writes what a proposition says so that it can be read alone: a leading pronoun gives way to the name it stands for,
/// and a clause that shares the subject of the one before gets it back.
struct Readings {
    /// The reading of a proposition.
    func reading(of proposition: Proposition, in analysis: Analysis) -> String {
        var named: Set<Int> = []
        var pieces = proposition.core.map { text(of: $0, in: analysis, named: &named) }
        if let subject = proposition.subject, let first = analysis.tokens[subject].first,
            let last = analysis.tokens[subject].last
        {
            var seen: Set<Int> = []
            pieces.insert(text(of: first.span.union(last.span), in: analysis, named: &seen), at: 0)
        }
        return pieces.joined(separator: " ")
    }

    /// The words of a span on one line, the first pronoun of each chain that is not named before replaced by its name.
    private func text(of span: TextSpan, in analysis: Analysis, named: inout Set<Int>) -> String {
        var bytes: [UInt8] = []
        var position = span.start
        for mention in analysis.within(span, analysis.mentions, at: \.span) {
            guard let chain = mention.chain, analysis.chains.indices.contains(chain) else { continue }
            guard mention.form == .pronoun, !named.contains(chain), mention.span.start >= position,
                let name = replacement(for: mention, chain: analysis.chains[chain], in: analysis)
            else {
                if mention.form == .name { named.insert(chain) }
                continue
            }
            named.insert(chain)
            bytes += analysis.text.bytes[position..<mention.span.start]
            bytes += Array(name.utf8)
            position = mention.span.end
        }
        bytes += analysis.text.bytes[position..<span.end]
        return String(decoding: bytes, as: UTF8.self).oneLine
    }

    private func replacement(
        for mention: Mention, chain: CoreferenceChain, in analysis: Analysis
    ) -> String? {
        let pronoun = FoldedText.fold(analysis.text[mention.span])
        switch pronoun {
        case "he", "she", "it", "they", "him", "them": return chain.name
        case "his", "its", "their": return chain.name + (chain.name.hasSuffix("s") ? "’" : "’s")
        default: return nil
        }
    }
}
