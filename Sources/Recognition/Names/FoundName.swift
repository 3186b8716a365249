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
    /// Whether the words themselves say what it is, so that the rest of the document may learn from it.
    var isSure = true

    init(_ name: Range<Int>, _ kind: Mention.Kind) {
        tokens = name
        self.name = name
        self.kind = kind
    }
}
