/// What the reader's model thinks of every token as part of a name: how likely it begins one or goes on with one, and what
/// would be named. Recognisers weigh it against what lists and titles say.
///
/// Ten bytes a token: probabilities in steps of 1/255.
public struct NameReadings: Sendable {
    /// What may be named, in the order of the columns.
    public static let kinds: [Mention.Kind] = [
        .person, .organisation, .geopoliticalEntity, .place, .facility, .product, .event, .law,
    ]

    private static let width = 2 + kinds.count
    private var rows: [UInt8]

    /// Readings of `tokens` tokens, none part of a name.
    public init(tokens: Int) { rows = [UInt8](repeating: 0, count: tokens * Self.width) }

    /// Sets the reading of a token.
    ///
    /// - Parameters:
    ///   - begins: how likely it is the first of a name.
    ///   - continues: how likely it is a further one.
    ///   - kinds: for each of ``kinds``, how likely it is part of such a name; their sum is `begins + continues`.
    public mutating func set(_ token: Int, begins: Float, continues: Float, kinds: [Float]) {
        precondition(kinds.count == Self.kinds.count, "a share for every kind")
        let row = token * Self.width
        rows[row] = Self.byte(begins)
        rows[row + 1] = Self.byte(continues)
        for (column, share) in kinds.enumerated() { rows[row + 2 + column] = Self.byte(share) }
    }

    /// How likely the token is the first of a name, from 0 to 1.
    public func begins(_ token: Int) -> Float { Float(rows[token * Self.width]) / 255 }

    /// How likely the token is a further one of a name, from 0 to 1.
    public func continues(_ token: Int) -> Float { Float(rows[token * Self.width + 1]) / 255 }

    /// How likely the token is part of a name of the kind with this index into ``kinds``, from 0 to 1.
    public func share(ofKind kind: Int, _ token: Int) -> Float { Float(rows[token * Self.width + 2 + kind]) / 255 }

    private static func byte(_ share: Float) -> UInt8 { UInt8(max(0, min(255, (share * 255).rounded()))) }
}
