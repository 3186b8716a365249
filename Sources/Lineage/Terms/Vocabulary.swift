import TextCore

/// A word of a story's vocabulary: a number from zero, the same whatever form the word stands in.
typealias Term = Int32

/// The terms of the documents of a story, with what is known of each.
///
/// Filled in one order of documents (by their names), so that numbers do not depend on the order of input.
struct Vocabulary {
    /// What is known of a term.
    struct Entry {
        /// The stem, as it is compared.
        var stem: [UInt8]
        /// Zipf value of its most common form.
        var zipf: Float
        /// Whether no form of it is in the table of English words.
        var isUnknownWord: Bool
        /// Whether it is a number.
        var isNumber: Bool
        /// Occurrences inside sentences with a capital letter and without.
        var capitalized = 0, lower = 0
        /// Documents that have it, and sentences that do.
        var documents = 0, sentences = 0
        /// Pairs of neighbours that it was seen between, as hashes, at most ``Vocabulary/mostContexts``.
        var contexts: Set<UInt64> = []

        /// Whether it is used as a name.
        var isName: Bool { capitalized > lower && !isNumber }
    }

    /// Contexts of a word that are told apart.
    static let mostContexts = 250

    private let background: BackgroundFrequency
    private var terms: [UInt64: Term] = [:]
    private var forms: [UInt64: Term] = [:]
    /// What is known, by term.
    private(set) var entries: [Entry] = []

    /// An empty vocabulary over a table of background frequencies.
    init(background: BackgroundFrequency) { self.background = background }

    /// Number of terms.
    var count: Int { entries.count }

    /// What is known of a term.
    subscript(term: Term) -> Entry { entries[Int(term)] }

    /// The term of a folded word.
    mutating func term(of letters: [UInt8], isNumber: Bool) -> Term {
        let form = StableHash.hash(letters)
        if let known = forms[form] { return known }
        let normal = SpellingVariants.normalized(letters)
        let stem = EnglishStemmer.stem(normal)
        let key = StableHash.hash(stem)
        let zipf = background.zipf(of: letters)
        let isKnown = background.knows(letters)
        let isNumber = isNumber || stem.first.map(ASCII.isDigit) ?? false
        let term: Term
        if let known = terms[key] {
            term = known
            entries[Int(term)].zipf = max(entries[Int(term)].zipf, zipf)
            entries[Int(term)].isUnknownWord = entries[Int(term)].isUnknownWord && !isKnown
        } else {
            term = Term(entries.count)
            terms[key] = term
            entries.append(Entry(stem: stem, zipf: zipf, isUnknownWord: !isKnown, isNumber: isNumber))
        }
        forms[form] = term
        return term
    }

    /// Notes an occurrence inside a sentence: capital letters at its beginning say nothing.
    mutating func noteCase(of term: Term, isCapitalized: Bool) {
        if isCapitalized { entries[Int(term)].capitalized += 1 } else { entries[Int(term)].lower += 1 }
    }

    /// Notes an occurrence between two neighbours.
    mutating func noteContext(of term: Term, _ context: UInt64) {
        guard entries[Int(term)].contexts.count < Self.mostContexts else { return }
        entries[Int(term)].contexts.insert(context)
    }

    /// Notes that a document has the terms, each in so many of its sentences.
    mutating func noteDocument(sentencesOf counts: [Term: Int]) {
        for (term, sentences) in counts {  // sums: the order does not matter
            entries[Int(term)].documents += 1
            entries[Int(term)].sentences += sentences
        }
    }
}
