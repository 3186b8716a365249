import TextCore

/// A publisher's name in the form in which two are compared: "The BBC" and "BBC News" are one.
struct PublisherName: Hashable, Comparable {
    /// The words that tell publishers apart, folded.
    let key: String

    /// Words that add nothing to a publisher's name.
    private static let fillers: Set = [
        "the", "news", "agency", "online", "website", "newspaper", "com", "www", "org", "uk", "co",
    ]
    private static let initials = [
        "associated press": "ap", "agence france presse": "afp", "press association": "pa",
        "british broadcasting corporation": "bbc", "new york times": "nytimes",
    ]

    /// The comparable form of a name or of a domain.
    init(_ name: String) {
        let words = FoldedText.fold(name).split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let telling = words.filter { !Self.fillers.contains($0) }
        let key = (telling.isEmpty ? words : telling).joined(separator: " ")
        self.key = Self.initials[key] ?? key
    }

    static func < (a: PublisherName, b: PublisherName) -> Bool { a.key < b.key }
}
