public import NewsModel
import TextCore

extension Corrections {
    /// Changes an account as the corrections say, and gives for each, in their order, what it changed; nil where it
    /// matched nothing. The brief is composed anew by whoever called, from what is left.
    ///
    /// - Complexity: O(c n) in the corrections and findings.
    public func apply(to account: inout Account) -> [String?] {
        var correcting = Correcting(account)
        let told = all.map { correcting.apply($0) }
        account = correcting.account
        return told
    }

    /// What the user is told of corrections after a run: each that changed something, and each that matched nothing.
    ///
    /// - Parameter results: for each account what ``apply(to:)`` gave.
    public func diagnostics(_ results: [[String?]], file: String?) -> [Diagnostic] {
        all.enumerated().map { index, correction in
            let changes = results.compactMap { $0.indices.contains(index) ? $0[index] : nil }
            guard !changes.isEmpty else {
                return Diagnostic(
                    "corrections.unmatched", .warning,
                    "The correction of line \(correction.line) matches nothing: \(correction). "
                        + "Look for the words in the account, or delete it.", file: file)
            }
            return Diagnostic(
                "corrections.applied", .note,
                "\(correction): \(changes.joined(separator: "; ")). Reason: \(correction.reason)", file: file)
        }
    }
}

/// An account while it is corrected. What each kind of correction does is in files of their own.
struct Correcting {
    var account: Account

    init(_ account: Account) { self.account = account }

    /// What a correction changed, in words; nil where it matched nothing.
    mutating func apply(_ correction: Correction) -> String? {
        switch correction.change {
        case .same(let names): return mergeActors(names) ?? mergeClaims(names)
        case .different(let names): return splitActor(names) ?? splitClaim(names)
        case .rename(let name, let other): return rename(name, to: other)
        case .reject(let text): return reject(text)
        case .origin(let report, let source): return setOrigin(of: report, to: source, reason: correction.reason)
        }
    }

    /// Whether two texts are the same words: case, and how much space stands between them, aside.
    static func isSame(_ a: String, _ b: String) -> Bool { folded(a) == folded(b) }

    private static func folded(_ text: String) -> [String] {
        text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// The words of a citation.
    func exact(_ citation: Citation) -> String { account.exact(citation) ?? "" }

    /// "1 claim", "2 claims".
    static func count(_ number: Int, _ thing: String) -> String { "\(number) \(thing)" + (number == 1 ? "" : "s") }
}
