package import TextCore

/// A number with its unit, if it has one: `152 mm`, `$3.2bn`, `ten years old`, `25 %`, `12`.
package struct Measure: Hashable, Sendable {
    /// The number.
    package var number: NumberPhrase
    /// Its lexemes, unit included.
    package var lexemes: Range<Int>
    /// Its characters, unit included.
    package var span: TextSpan
    /// The value in `unit`.
    package var value: Double
    /// What the value is multiplied by in words or letters ("million").
    package var scale: Double
    /// The unit.
    package var unit: Unit?
    /// Whether the unit stands before the number ("$3").
    package var isUnitFirst = false

    /// A number without a unit.
    package init(_ number: NumberPhrase) {
        self.number = number
        lexemes = number.lexemes
        span = number.span
        value = number.value
        scale = number.scale
    }
}
