/// What the reader's model thinks of every token as part of an attribution: how likely it stands in a source, a cue or a content,
/// and whether one begins there. The roles are flat: of attributions within one another it sees the outermost.
///
/// Four bytes a token: probabilities in steps of 1/255.
public struct RoleReadings: Sendable {
    /// What a token may be in an attribution, in the order of the columns.
    public enum Role: String, CaseIterable, Sendable {
        case source = "SOURCE"
        case cue = "CUE"
        case content = "CONTENT"
    }

    private var rows: ByteShares

    /// Readings of `tokens` tokens, none part of an attribution.
    public init(tokens: Int) { rows = ByteShares(rows: tokens, columns: 1 + Role.allCases.count) }

    /// Sets the reading of a token.
    ///
    /// - Parameters:
    ///   - begins: how likely it is the first of a stretch.
    ///   - shares: for each role in order, how likely it stands in one.
    public mutating func set(_ token: Int, begins: Float, shares: [Float]) {
        rows.set(token, [begins] + shares)
    }

    /// How likely a stretch begins at the token, from 0 to 1.
    public func begins(_ token: Int) -> Float { rows[token, 0] }

    /// How likely the token stands in that role, from 0 to 1.
    public func share(_ role: Role, _ token: Int) -> Float {
        switch role {
        case .source: rows[token, 1]
        case .cue: rows[token, 2]
        case .content: rows[token, 3]
        }
    }

    /// The likeliest role of a token; nil where it is likelier in none.
    public func likeliest(_ token: Int) -> Role? {
        var best: (role: Role?, share: Float) = (nil, 1 - rows[token, 1] - rows[token, 2] - rows[token, 3])
        for role in Role.allCases where share(role, token) > best.share { best = (role, share(role, token)) }
        return best.role
    }
}
