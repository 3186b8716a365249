/// A unit of measure, a currency, or a part of one.
package struct Unit: Hashable, Sendable {
    /// What kind of unit it is.
    package enum Kind: UInt8, Sendable { case measure, money, share, age }

    /// What kind of unit it is.
    package let kind: Kind
    /// Symbol or code: `km`, `USD`, `%`.
    package let symbol: String
    /// English name: `kilometer`, `Japanese yen`, `cent`.
    package let name: String
    /// What it measures: `length`, `weight`; empty for money.
    package let dimension: String
    /// How many of the unit of `symbol` it is: a cent is a hundredth of a dollar; one for all but parts of money.
    package let part: Double
}
