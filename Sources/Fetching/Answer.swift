import Archiving
public import NewsModel

/// What came of one address.
public struct FetchResult: Sendable {
    /// The address as it was given.
    public let asked: String
    /// The page, or why there is none.
    public internal(set) var outcome: Result<Answer, FetchFailure>

    /// The result without the bytes of its page.
    var withoutPage: FetchResult {
        guard case .success(var answer) = outcome else { return self }
        answer.item.bytes = []
        return FetchResult(asked: asked, outcome: .success(answer))
    }

    /// A line for a person: what came, or why nothing did.
    public var line: String {
        switch outcome {
        case .success(let answer): "\(asked): \(answer.summary)"
        case .failure(let failure): "\(asked): not fetched: \(failure)"
        }
    }

    /// What the user should know of it. Codes: `fetch.` and the failure's own (errors), `fetch.damaged` (a warning: compressed
    /// data that breaks off).
    public var diagnostics: [Diagnostic] {
        switch outcome {
        case .failure(let failure):
            [Diagnostic("fetch." + failure.code, .error, "not fetched: \(failure)", file: asked)]
        case .success(let answer):
            answer.isDamaged
                ? [
                    Diagnostic(
                        "fetch.damaged", .warning, "its compressed data breaks off; what could be read was read",
                        file: asked)
                ] : []
        }
    }
}

/// A page that was fetched.
public struct Answer: Sendable {
    /// Where it came from at last.
    public let address: WebURL
    /// What the bytes are said to be.
    public let type: String
    /// Bytes that came, compressed or not.
    public let received: Int
    /// How many redirects led to it.
    public let redirects: Int
    /// Since when it is the same, where an earlier answer is kept: `2026-11-26T12:00:00Z`.
    public let unchangedSince: String?
    /// Whether its compressed data breaks off.
    public let isDamaged: Bool
    /// The page for Intake, under the address that was given: decompressed, with the character set that the server declares.
    /// Empty where nothing has changed.
    public internal(set) var item: RawItem

    /// What came, in a few words.
    var summary: String {
        var words = unchangedSince.map { "not changed since \($0)" } ?? "\(type), \(ByteCount.text(received))"
        if redirects > 0 { words += ", from \(address)" }
        return words
    }
}
