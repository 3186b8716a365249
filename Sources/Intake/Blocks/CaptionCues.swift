import Lexicons
import TextCore

/// What a text under a picture says that running text does not: who stands where, and the full date.
///
///     Jane Doe, left, and John Roe at the pier in Bergen, Sunday, July 15, 2018.
enum CaptionCues {
    /// Whether the unit, above a credit, describes a picture.
    static func describesPicture(_ text: SourceText, _ profile: UnitProfile) -> Bool {
        guard !profile.words.isCut, profile.words.count <= 80 else { return false }
        if DateLine(text, profile.span).published != nil { return true }
        return zip(profile.words.spans, profile.words.hashes).contains { span, hash in
            guard sides.contains(hash), span.start >= 2 else { return false }
            let before = text.bytes[span.start - 2]
            return before == UInt8(ascii: ",") || before == UInt8(ascii: "(")
        }
    }

    private static let sides = Set(
        ["left", "right", "center", "centre", "background", "foreground", "pictured", "seen", "file"].map {
            WordHash.of($0)
        })
}
