import Lexicons
import TextCore

/// The lines at the end that tell who wrote the report.
///
///     Jane Doe is a freelance writer based in Berlin.
///     With a wealth of experience, I bring a seasoned voice to journalism. I work as a freelance writer.
///     jane.doe@example.com | Twitter: @janedoe
///     Markov is a political scientist.            none: no journalist
enum BiographyRules {
    /// Whether the unit, which stands after the text of the report, tells of its writer.
    ///
    /// - Parameters:
    ///   - byline: hashes of the words of the byline.
    ///   - isMentioned: whether the report has used a word before.
    static func isBiography(
        _ text: SourceText, _ profile: UnitProfile, byline: Set<UInt64>, isMentioned: (UInt64) -> Bool,
        _ facts: WordFacts
    ) -> Bool {
        let words = profile.words
        guard words.count <= 120, !words.isCut else { return false }
        let head = words.hashes.prefix(30)
        let isPress = words.hashes.contains(where: press.contains)
        if words.count <= 12, text.bytes[profile.span.range].contains(UInt8(ascii: "@")), !profile.isProse {
            return true
        }
        let speaks = words.hashes.contains { first.contains($0) }
        if speaks, isPress { return text.bytes[profile.span.start] != UInt8(ascii: "\"") }
        guard let verb = head.prefix(8).firstIndex(where: copulas.contains), verb >= 1 else { return false }
        let subject = words.hashes[..<verb]
        let isAuthor = subject.contains(where: byline.contains) || subject.first.map(authors.contains) == true
        let isStranger =
            verb >= 2 && words.spans[..<verb].allSatisfy { isCapital(text, $0) } && !isMentioned(words.hashes[verb - 1])
        guard isAuthor || isStranger else { return false }
        return isPress || (head.contains(where: scholars.contains) && (isAuthor || isStranger))
    }

    private static func isCapital(_ text: SourceText, _ span: TextSpan) -> Bool {
        UTF8Scanner.scalar(in: text.bytes, at: span.start).scalar.properties.isUppercase
    }

    private static func set(_ words: [String]) -> Set<UInt64> { Set(words.map { WordHash.of($0) }) }

    private static let copulas = set([
        "is", "was", "has", "covers", "covered", "writes", "reports", "joined", "works", "worked", "lives",
    ])
    private static let authors = set(["he", "she", "they", "author"])
    private static let first = set(["i", "i'm", "i've", "my"])
    private static let press = set([
        "journalist", "journalism", "reporter", "correspondent", "editor", "columnist", "writer", "blogger",
        "contributor", "freelance", "freelancer", "newsroom", "photojournalist", "stringer", "reporting",
    ])
    private static let scholars = set([
        "author", "professor", "fellow", "lecturer", "director", "analyst", "researcher", "founder", "host", "producer",
        "playwright", "scholar", "historian", "teaches", "novelist",
    ])
}
