import Lexicons

/// Hashes of the few words that the rules themselves name.
enum NameWords {
    static let al = WordHash.of("al")
    static let and = WordHash.of("and")
    static let the = WordHash.of("the")
    static let ampersand = WordHash.of("&")
    /// Prepositions after which a person is likely.
    static let agents: Set<UInt64> = Set(["by", "with", "of", "to"].map { WordHash.of($0) })
    static let opening = WordHash.of("(")
    static let closing = WordHash.of(")")
    /// Words that join the head of an organisation to what it is of.
    static let of: Set<UInt64> = Set(["of", "for", "on"].map { WordHash.of($0) })
    /// Prepositions after which a name is likely that of a place.
    static let placePrepositions: Set<UInt64> = Set(
        [
            "in", "near", "from", "to", "at", "outside", "around", "across", "into", "inside", "throughout", "toward",
            "towards",
        ]
        .map { WordHash.of($0) })
    /// Those after which an unknown name is one.
    static let inside: Set<UInt64> = Set(["in", "near", "outside", "throughout"].map { WordHash.of($0) })
}
