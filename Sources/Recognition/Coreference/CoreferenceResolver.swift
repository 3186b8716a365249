public import Lexicons
public import NewsModel
import TextCore

/// Adds pronouns and nominal mentions, and the chains of mentions of one thing.
///
/// Putin · Russian President Vladimir Putin · the Russian leader · he. Russia · Russian. The International Atomic Energy
/// Agency · the agency · IAEA. Kim Jong Un and Kim Jong Il are two; Moscow stays a city beside Russia.
///
/// Whom "he" and "she" mean, the reader's model says where it read the document; rules do where not, and link names,
/// roles and organisations.
public struct CoreferenceResolver: Annotator {
    private let lexicon: NameLexicon

    /// Loads the lists of names and roles.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        lexicon = try resources.shared(NameLexicon.self)
    }

    public func annotate(_ analysis: inout Analysis) {
        removePronouns(from: &analysis)
        let facts = PersonFacts(lexicon: lexicon)
        for index in analysis.mentions.indices
        where analysis.mentions[index].kind == .person && analysis.mentions[index].role == nil {
            analysis.mentions[index].role = facts.apposition(after: analysis.mentions[index], in: analysis)
        }
        var names = NameLinker(analysis, facts: facts)
        names.link()
        var builder = ChainBuilder(analysis, entities: names.entities, entityOf: names.entityOf)
        builder.addAnaphors(tokens: NameTokens(analysis, lexicon: lexicon), lexicon: lexicon)
        (analysis.mentions, analysis.chains) = builder.finish()
        analysis.antecedents = nil
    }

    /// Takes away what was found as a name and is a pronoun: "He".
    private func removePronouns(from analysis: inout Analysis) {
        guard analysis.syntax != nil else { return }
        let tokenAt = TokenIndex(analysis.tokens)
        analysis.mentions = analysis.mentions.filter { mention in
            guard mention.form == .name, Pronouns.forms[WordHash.of(mention.name, in: analysis.text)] != nil else {
                return true
            }
            let token = tokenAt.token(at: mention.name.start)
            return token.flatMap { analysis.reading(ofToken: $0) }?.category != .pronoun
        }
    }
}
