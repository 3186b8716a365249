import TextCore

/// Whether two names of sources are names of one source: `The BBC` and `BBC`, `South Korea's defence ministry` and
/// `South Korea's defense ministry`.
enum SourceNames {
    /// Whether they are.
    static func same(_ a: String, _ b: String) -> Bool { key(a) == key(b) }

    /// A name without case, articles, possessives and differences of British and American spelling.
    static func key(_ name: String) -> String {
        let words = FoldedText.fold(name).split { !$0.isLetter && !$0.isNumber && $0 != "'" }
            .map { word in word.hasSuffix("'s") ? String(word.dropLast(2)) : String(word.filter { $0 != "'" }) }
            .filter { !["the", "a", "an", "news", "report", "mr", "mrs", "ms", "dr"].contains($0) && !$0.isEmpty }
        return words.map(american).joined(separator: " ")
    }

    /// The American spelling of a word in which the two differ by a rule.
    private static func american(_ word: String) -> String {
        for (british, american) in [
            ("defence", "defense"), ("offence", "offense"), ("centre", "center"), ("labour", "labor"),
        ]
        where word == british {
            return american
        }
        if word.hasSuffix("isation") { return word.dropLast(7) + "ization" }
        return word
    }
}
