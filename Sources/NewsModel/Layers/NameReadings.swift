/// What the reader's model thinks of every token as part of a name: how likely it begins one or goes on with one, and what
/// would be named. Recognisers weigh it against what lists and titles say.
///
/// Ten bytes a token: probabilities in steps of 1/255.
public struct NameReadings: Sendable {
    /// What may be named, in the order of the columns.
    public static let kinds: [Mention.Kind] = [
        .person, .organisation, .geopoliticalEntity, .place, .facility, .product, .event, .law,
    ]

    private var rows: ByteShares

    /// Readings of `tokens` tokens, none part of a name.
    public init(tokens: Int) { rows = ByteShares(rows: tokens, columns: 2 + Self.kinds.count) }

    /// Sets the reading of a token.
    ///
    /// - Parameters:
    ///   - begins: how likely it is the first of a name.
    ///   - continues: how likely it is a further one.
    ///   - kinds: for each of ``kinds``, how likely it is part of such a name; their sum is `begins + continues`.
    public mutating func set(_ token: Int, begins: Float, continues: Float, kinds: [Float]) {
        rows.set(token, [begins, continues] + kinds)
    }

    /// How likely the token is the first of a name, from 0 to 1.
    public func begins(_ token: Int) -> Float { rows[token, 0] }

    /// How likely the token is a further one of a name, from 0 to 1.
    public func continues(_ token: Int) -> Float { rows[token, 1] }

    /// How likely the token is part of a name of the kind with this index into ``kinds``, from 0 to 1.
    public func share(ofKind kind: Int, _ token: Int) -> Float { rows[token, 2 + kind] }
}
