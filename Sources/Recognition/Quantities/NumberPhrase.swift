package import TextCore

/// A number as it is written: `4.8 million`, `two thirds`, `half a dozen`, `11th`.
package struct NumberPhrase: Hashable, Sendable {
    /// What kind of number it is.
    package enum Form: String, Sendable { case integer, decimal, fraction, power, ordinal }

    /// Its lexemes.
    package var lexemes: Range<Int>
    /// Its characters.
    package var span: TextSpan
    /// The value.
    package var value: Double
    /// What kind of number it is.
    package var form: Form
    /// The scale word or letter that multiplies it ("million" in "4.8 million"), else one.
    package var scale: Double = 1
    /// Whether it is one numeral and nothing else: what a year, a model or a list number looks like.
    package var isBareNumeral: Bool = false
    /// Whether its thousands are set apart.
    package var isGrouped: Bool = false
    /// Whether it is no number by itself, but may be one with a unit: `180ml`, `USD115`, "that one mile".
    package var needsUnit: Bool = false

    /// The number without its scale: what "five" is in "five to six thousand".
    package var mantissa: Double { value / scale }
}
