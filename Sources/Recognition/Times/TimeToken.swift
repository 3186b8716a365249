import TextCore

/// A piece of text that time expressions are made of: a word, a run of digits, or one other character.
struct TimeToken: Sendable {
    enum Kind: UInt8, Sendable {
        case word, number, dash, slash, colon, dot, comma, apostrophe, open, close, other, end
    }

    enum Shape: UInt8, Sendable { case lower, title, upper }

    var span: TextSpan
    var kind: Kind
    var shape: Shape = .lower
    /// Whether it follows the token before it without a space.
    var glued: Bool
    /// Whether a word ends in s, as most plurals do.
    var endsInS = false
    /// Whether a word ends in ed, as most past tenses do.
    var endsInED = false
    /// Number of its word in the lexicon; 0 where it is none.
    var word: Int32 = 0
    /// The roles of that word, at hand.
    var roles: TimeWord.Roles = []
    /// Digits: their value, how many, and the digits after a decimal point.
    var value = 0
    var digits = 0
    var fraction: Int?
    var fractionDigits = 0
    /// Whether a number is written with thousands separators.
    var isGrouped = false
    /// Whether a number is an amount of money or a share: "$1990", "20%".
    var isAmount = false

    /// Length in bytes.
    var width: Int { span.count }

    func has(_ roles: TimeWord.Roles) -> Bool { !self.roles.isDisjoint(with: roles) }
}
