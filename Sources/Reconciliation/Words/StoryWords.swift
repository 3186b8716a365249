import Lexicons
import NewsModel
import TextCore

/// What is known of each distinct form of a story, looked up once.
struct WordForm: Sendable {
    /// Folded characters.
    var folded: String
    /// Dictionary form.
    var lemma: String
    /// What the lemma means.
    var meaning: WordMeanings.Entry
    /// Closed classes of the form.
    var classes: FunctionWords.Classes
    /// How much it tells: near 0 for "the", 1 for a common noun, above for rare words.
    var weight: Double
    /// Whether it is a past or third-person form ("shipped", "sent", "says"), told from its lemma.
    var isInflectedVerb: Bool
    /// Whether it ends as past forms do, or is an irregular one.
    var isPast: Bool
    /// Whether its lemma says little as a verb ("have", "make").
    var isLight: Bool
    /// Whether it has a letter or digit.
    var isWord: Bool
}

/// The tokens of all documents of a story as numbers of distinct forms.
struct StoryWords: Sendable {
    /// The distinct forms.
    private(set) var forms: [WordForm] = []
    /// For each document, for each of its tokens, the number of its form.
    private(set) var tokens: [[Int32]] = []

    init(_ analyses: [Analysis], facts: WordFacts) {
        var known: [String: Int32] = [:]
        tokens.reserveCapacity(analyses.count)
        for analysis in analyses {
            tokens.append(
                analysis.tokens.map { token in
                    let folded = String(decoding: FoldedText(analysis.text, in: token.span).bytes, as: UTF8.self)
                    if let number = known[folded] { return number }
                    let number = Int32(forms.count)
                    known[folded] = number
                    forms.append(facts.form(folded))
                    return number
                })
        }
    }

    /// The form of a token.
    func form(_ document: Int, _ token: Int) -> WordForm { forms[Int(tokens[document][token])] }
}

/// Everything the room knows of words, loaded once.
struct WordFacts: Sendable {
    let lemmatizer: Lemmatizer
    let meanings: WordMeanings
    let functionWords: FunctionWords
    private let frequencies: WordFrequencies

    init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        lemmatizer = try Lemmatizer(resources: resources)
        meanings = try WordMeanings(resources: resources)
        functionWords = try FunctionWords(resources: resources)
        frequencies = try resources.shared(WordFrequencies.self)
    }

    /// What is known of a folded form.
    func form(_ folded: String) -> WordForm {
        let lemma = lemmatizer.lemma(of: folded)
        let meaning = meanings.entry(lemma)
        let classes = functionWords[folded]
        let isWord = folded.utf8.contains { ASCII.isWord($0) }
        let inflected =
            meaning.isVerb && (lemma != folded && !folded.hasSuffix("ing") || classes.contains(.invariant))
        return WordForm(
            folded: folded, lemma: lemma, meaning: meaning, classes: classes,
            weight: isWord ? weight(lemma: lemma, classes: classes) : 0, isInflectedVerb: inflected,
            isPast: inflected && !folded.hasSuffix("s"),
            isLight: functionWords[lemma].contains(.light), isWord: isWord)
    }

    /// The nouns of a phrase as quantities name things counted ("artillery shell"), up to an "of"; the head is the last.
    /// A word that the dictionary knows is left as it is: a "shot" is not the form of a verb there.
    func nouns(_ phrase: String) -> [WordMeanings.Entry] {
        var parts = FoldedText.fold(phrase).split(separator: " ").map(String.init)
        if let of = parts.firstIndex(of: "of"), of > 0 { parts = Array(parts[..<of]) }
        return parts.map { meanings.entry(lemmatizer.isKnown($0) ? $0 : lemmatizer.lemma(of: $0)) }
    }

    /// Background information of a lemma, scaled so that a word of one in ten thousand weighs 1.
    private func weight(lemma: String, classes: FunctionWords.Classes) -> Double {
        if classes.isGrammar { return 0 }
        let zipf = frequencies.hundredths(of: lemma.utf8).map { Double($0) / 100 } ?? 2
        return max(0.05, (6.5 - min(zipf, 6.5)) / 2)
    }
}
