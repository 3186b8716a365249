/// Puts the tokens of a corpus together as they were written: `He said , " It 's a five - boat attack . "` becomes
/// `He said, "It's a five-boat attack."`.
struct TokenJoiner {
    /// Whether the corpus parts words at hyphens, so that a hyphen alone belongs to the words beside it.
    let joinsHyphens: Bool
    private var previous = ""
    private var isQuoting = false

    init(joinsHyphens: Bool) { self.joinsHyphens = joinsHyphens }

    /// Whether a space stands before the next token; a line begins without.
    mutating func isParted(before token: String, isFirst: Bool) -> Bool {
        if isFirst {
            previous = ""
            isQuoting = false
        }
        let isClosing = token == "\"" && isQuoting
        let isOpened = previous == "\"" && isQuoting
        defer {
            if token == "\"" { isQuoting.toggle() }
            previous = token
        }
        if previous.isEmpty || isClosing || isOpened || Self.opening.contains(previous) { return false }
        if Self.closing.contains(token) || Self.isEnding(token) { return false }
        if joinsHyphens, Self.linking.contains(token) || Self.linking.contains(previous) { return false }
        return true
    }

    /// A token as it was written: the quotation marks of the Penn treebank are none.
    static func written(_ token: String) -> String {
        switch token {
        case "``": "\u{201C}"
        case "''": "\u{201D}"
        default: token
        }
    }

    /// `'s`, `n't`, `'ve`
    private static func isEnding(_ token: String) -> Bool {
        let letters = token.hasPrefix("n") ? token.dropFirst() : token[...]
        guard let mark = letters.first, mark == "'" || mark == "\u{2019}" else { return false }
        return (2...3).contains(letters.count) && letters.dropFirst().allSatisfy { $0.isLetter && $0.isLowercase }
    }

    private static let opening: Set<String> = ["(", "[", "$", "£", "€", "#", "``", "\u{201C}", "\u{2018}"]
    private static let closing: Set<String> = [
        ",", ".", ";", ":", "!", "?", ")", "]", "%", "''", "'", "\u{201D}", "\u{2019}", "...", "…",
    ]
    private static let linking: Set<String> = ["-", "/"]
}
