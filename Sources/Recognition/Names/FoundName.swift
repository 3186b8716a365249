import NewsModel

/// A name found among the tokens of a document.
struct FoundName {
    /// Tokens of the mention, title and role included.
    var tokens: Range<Int>
    /// Tokens of the name proper.
    var name: Range<Int>
    var kind: Mention.Kind
    var form: Mention.Form = .name
    /// Tokens of the title or role.
    var role: Range<Int>?
    /// Key of the gazetteer or of known-names.tsv.
    var key: String?
    /// What speaks for it.
    var evidence = Evidence.person
    /// Whether the words themselves say what it is, so that the rest of the document may learn from it.
    var isSure = true

    /// What speaks for a name, by the rule that found it.
    enum Evidence: String {
        /// A title before a person.
        case title
        /// A table of names that news takes for granted.
        case listed
        /// A head word: "Institute of …".
        case head
        /// The gazetteer, or where an unlisted place stands.
        case place
        /// First names and surnames, a role before it, a verb of saying after it.
        case person
        /// Letters and a number, or the reader's model.
        case model
        /// The same words elsewhere in the document.
        case memory
        /// Capitals alone.
        case acronym
        /// The words beside it all over the document.
        case likely

        /// Whether the reader's model knows better.
        var isWeak: Bool { self == .person || self == .memory || self == .acronym || self == .likely }
    }

    /// The same name with what speaks for it.
    func by(_ evidence: Evidence) -> FoundName {
        var found = self
        found.evidence = evidence
        return found
    }

    init(_ name: Range<Int>, _ kind: Mention.Kind) {
        tokens = name
        self.name = name
        self.kind = kind
    }
}
