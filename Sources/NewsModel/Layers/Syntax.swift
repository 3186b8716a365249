import TextCore

/// What the reader says of every token: part of speech, features, lemma, head and relation (Universal Dependencies 2).
public struct Syntax: Sendable {
    /// One reading a token, in the order of ``Analysis/tokens``.
    public var words: [WordReading]
    /// The sets of features that ``WordReading/features`` counts: "Number=Plur", "_" for none.
    public var featureSets: [String]
    /// The ways from word to lemma that ``WordReading/lemma`` counts.
    public var lemmaEdits: [LemmaEdit]

    /// The readings of a document.
    public init(words: [WordReading], featureSets: [String], lemmaEdits: [LemmaEdit]) {
        self.words = words
        self.featureSets = featureSets
        self.lemmaEdits = lemmaEdits
    }
}

/// The reading of one token: sixteen bytes.
public struct WordReading: Hashable, Sendable {
    /// Part of speech.
    public var category: WordCategory
    /// What the word is to its head.
    public var relation: Dependency
    /// Index into ``Syntax/featureSets``.
    public var features: UInt16
    /// Index into ``Syntax/lemmaEdits``.
    public var lemma: UInt16
    /// What of the features is asked for most.
    public var inflection: Inflection
    private var headIndex: Int32

    /// A reading; `head` is an index into ``Analysis/tokens``, nil for the root of a sentence.
    public init(
        category: WordCategory, features: UInt16 = 0, inflection: Inflection = [], lemma: UInt16 = 0, head: Int? = nil,
        relation: Dependency = .root
    ) {
        self.category = category
        self.features = features
        self.inflection = inflection
        self.lemma = lemma
        self.relation = relation
        headIndex = head.map { Int32($0) } ?? -1
    }

    /// Index of the head in ``Analysis/tokens``; nil for the root of a sentence.
    public var head: Int? {
        get { headIndex < 0 ? nil : Int(headIndex) }
        set { headIndex = newValue.map { Int32($0) } ?? -1 }
    }
}

/// Universal parts of speech.
public enum WordCategory: String, Sendable, CaseIterable {
    case adjective = "ADJ"
    case adposition = "ADP"
    case adverb = "ADV"
    case auxiliary = "AUX"
    case coordinator = "CCONJ"
    case determiner = "DET"
    case interjection = "INTJ"
    case noun = "NOUN"
    case numeral = "NUM"
    case particle = "PART"
    case pronoun = "PRON"
    case properNoun = "PROPN"
    case punctuation = "PUNCT"
    case subordinator = "SCONJ"
    case symbol = "SYM"
    case verb = "VERB"
    case other = "X"
}

/// How a word is to be changed to give its lemma: letters cut from its end, letters added, and whether it is put into
/// lower case first (Chrupała 2006, suffixes only).
public struct LemmaEdit: Hashable, Sendable {
    /// Letters to cut from the end.
    public var cut: Int
    /// What is added then.
    public var added: String
    /// Whether the lemma keeps the case of the word.
    public var keepsCase: Bool

    /// An edit.
    public init(cut: Int, added: String, keepsCase: Bool) {
        self.cut = cut
        self.added = added
        self.keepsCase = keepsCase
    }

    /// The lemma of `word`.
    public func applied(to word: String) -> String {
        let base = keepsCase ? word : word.lowercased()
        guard cut > 0 || !added.isEmpty else { return base }
        // Letters are Unicode scalars, as the training data counts them.
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: base.unicodeScalars.dropLast(cut))
        return String(scalars) + added
    }
}

extension Analysis {
    /// The reading of a token, where a reader read the document.
    public func reading(ofToken index: Int) -> WordReading? {
        guard let syntax, syntax.words.indices.contains(index) else { return nil }
        return syntax.words[index]
    }

    /// The lemma of a token: of the reader where there is one, else its letters in lower case.
    public func lemma(ofToken index: Int) -> String {
        let word = text[tokens[index].span]
        guard let syntax, syntax.words.indices.contains(index) else { return word.lowercased() }
        return syntax.lemmaEdits[Int(syntax.words[index].lemma)].applied(to: word)
    }

    /// The features of a token as CoNLL-U writes them, "_" for none.
    public func features(ofToken index: Int) -> String {
        guard let reading = reading(ofToken: index), let syntax else { return "_" }
        return syntax.featureSets[Int(reading.features)]
    }

    /// Tokens of `sentence` whose head is token `index`, ascending.
    ///
    /// - Complexity: O(length of the sentence).
    public func dependents(ofToken index: Int, in sentence: Sentence) -> [Int] {
        guard let syntax, !syntax.words.isEmpty else { return [] }
        return sentence.tokens.filter { syntax.words[$0].head == index }
    }

    /// Whether two tokens are written as one word, as in `don't`, `Putin's` and `cannot`: the first and the next one.
    public func isWrittenTogether(token index: Int) -> Bool {
        guard index + 1 < tokens.count else { return false }
        let (a, b) = (tokens[index], tokens[index + 1])
        return a.kind == .word && b.kind == .word && a.span.end == b.span.start
    }
}
