import TextCore

/// What a page says to its reader, and what the police ask of theirs: no telling of the event, and the same under every
/// report of a site or a town.
///
///     Please check your email and click on the link to activate your profile.
///     Anyone with information is asked to call detectives at 410-555-0100.
enum PageTalk {
    /// Things of a page, and of an account with it.
    private static let things: Set = [
        "account", "app", "browser", "click", "cookies", "email", "emails", "folder", "inbox", "link", "newsletter",
        "newsletters", "notification", "notifications", "password", "profile", "subscribe", "subscriber",
        "subscription",
        "video", "website",
    ]
    private static let reader: Set = ["you", "your", "youll", "youre", "youve"]

    /// Whether a sentence is addressed to the reader.
    static func isAddressed(toReader words: [ScannedWord]) -> Bool {
        let letters = words.map { String(decoding: $0.letters, as: UTF8.self) }
        let named = letters.count(where: things.contains)
        if named >= 2 && words.count <= 40 || named == 1 && letters.contains(where: reader.contains) { return true }
        return hasNumbers([3, 3, 4], letters)
            || hasNumbers([3, 4], letters) && !calls.isDisjoint(with: letters) && letters.contains("information")
    }

    private static let calls: Set = ["call", "contact", "phone", "text"]

    /// Whether numbers of so many digits follow each other as the parts of a telephone number.
    private static func hasNumbers(_ lengths: [Int], _ words: [String]) -> Bool {
        guard words.count > lengths.count else { return false }
        return (0...words.count - lengths.count).contains { place in
            lengths.enumerated().allSatisfy { index, length in
                let word = words[place + index]
                return word.utf8.count == length && word.utf8.allSatisfy(ASCII.isDigit)
            }
        }
    }
}
