import Lexicons
import NewsModel
import TextCore

/// What a thing of a report is, seen from all that the report says of it: a name that no list knows may look like a
/// person's, but who is "a company" and "it" is an organisation.
struct ActorKinds {
    let analyses: [Analysis]
    let words: StoryWords
    private let organisation: WordMeanings.Entry

    init(analyses: [Analysis], words: StoryWords, facts: WordFacts) {
        self.analyses = analyses
        self.words = words
        organisation = facts.meanings.entry("organization")
    }

    /// The kind of a chain.
    func kind(of chain: CoreferenceChain, document: Int) -> Mention.Kind {
        let analysis = analyses[document]
        let mentions = chain.mentions.map { analysis.mentions[$0] }
        guard chain.kind == .person, !mentions.contains(where: { $0.gazetteer != nil }) else { return chain.kind }
        var person = 0
        var organisation = 0
        for mention in mentions {
            switch mention.form {
            case .pronoun:
                let folded = FoldedText.fold(analysis.text[mention.span])
                if ["it", "its", "itself"].contains(folded) { organisation += 2 } else { person += 2 }
            case .name where mention.role != nil: person += 2
            case .name: if isApposed(mention, document, analysis) { organisation += 3 }
            default: break
            }
        }
        return organisation > person ? .organisation : .person
    }

    /// `Danubia Chem, a company from Ruse`; `the company Danubia Chem`.
    private func isApposed(_ mention: Mention, _ document: Int, _ analysis: Analysis) -> Bool {
        let own = AttributionLayout.tokens(in: mention.span, of: analysis)
        if own.lowerBound > 0, isOrganisation(words.form(document, own.lowerBound - 1)) { return true }
        guard own.upperBound + 2 < analysis.tokens.count, words.form(document, own.upperBound).folded == "," else {
            return false
        }
        guard ["a", "an", "the"].contains(words.form(document, own.upperBound + 1).folded) else { return false }
        for index in (own.upperBound + 2)..<min(own.upperBound + 6, analysis.tokens.count) {
            let form = words.form(document, index)
            if isOrganisation(form) { return true }
            if !form.isWord || !form.classes.isEmpty { return false }
        }
        return false
    }

    private func isOrganisation(_ form: WordForm) -> Bool {
        form.meaning.isNoun && form.classes.isEmpty
            && (WordMeanings.closeness(form.meaning, organisation) == .kindOf || Self.more.contains(form.lemma))
    }

    private static let more: Set<String> = [
        "company", "firm", "group", "bank", "maker", "producer", "retailer", "airline",
    ]
}
