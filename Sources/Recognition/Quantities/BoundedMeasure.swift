package import NewsModel
package import TextCore

/// A measure, or two that span a range, with the words that bound it.
package struct BoundedMeasure: Hashable, Sendable {
    /// The numbers: two for a range of two, none for an order of magnitude.
    package var measures: [Measure]
    /// The number, numbers or words of magnitude, without bounds and units.
    package var number: TextSpan
    /// The unit of the measure or of both.
    package var unit: Unit?
    /// Everything: bounds, numbers, units.
    package var lexemes: Range<Int>
    /// The same without words that only make it vague ("about 20 to 30" without "about").
    package var strict: Range<Int>
    /// Lower end, in the unit; nil where there is none.
    package var low: Double?
    /// Upper end, in the unit; nil where there is none.
    package var high: Double?
    /// Whether the ends themselves are meant.
    package var includesLow = true
    /// Whether the upper end itself is meant.
    package var includesHigh = true
    /// How the words bound it.
    package var bound: Amount.Bound
    /// Whether words say how it is bound.
    package var isHedged = false
    /// Whether the word itself multiplies ("doubled").
    package var isMultiple = false
    /// Whether it counts occasions ("twice").
    package var isOccasion = false
}
