public import TextCore

/// An amount: a value or range, how firmly it is said, its unit, and the thing counted.
public struct Quantity: Hashable, Sendable {
    /// What kind of amount it is.
    public enum Kind: String, Sendable { case count, ordinal, percent, money, measure, age, multiple, fraction }

    /// Where it stands: hedge, number, scale and unit, without the thing counted.
    public var span: TextSpan
    /// The number or numbers within it, with their scale, without hedge and unit.
    public var number: TextSpan
    /// What kind of amount it is.
    public var kind: Kind
    /// The value or range, with its bound.
    public var amount: Amount
    /// Unit symbol ("mm", "USD", "%"), where it has one.
    public var unit: String?
    /// What is counted: lemma-like, lower case, modifiers kept ("artillery shell"), where it was found.
    public var thing: String?
    /// Where the thing counted stands.
    public var thingSpan: TextSpan?
    /// What the thing does or undergoes, a verb in its base form ("kill", "ship"), where it stands beside the amount.
    public var predicate: String?

    /// A quantity.
    public init(
        span: TextSpan, number: TextSpan? = nil, kind: Kind, amount: Amount, unit: String? = nil, thing: String? = nil,
        thingSpan: TextSpan? = nil, predicate: String? = nil
    ) {
        self.span = span
        self.number = number ?? span
        self.kind = kind
        self.amount = amount
        self.unit = unit
        self.thing = thing
        self.thingSpan = thingSpan
        self.predicate = predicate
    }
}

/// An interval of numbers and the words that bound it.
public struct Amount: Hashable, Sendable {
    /// How the words bound the value.
    public enum Bound: String, Sendable, CaseIterable {
        /// The number and nothing else.
        case exact
        /// "about", "some", "around": near it, on either side.
        case about
        /// "nearly", "almost", "close to": near it, from below.
        case below
        /// "more than", "over": above it.
        case moreThan
        /// "at least", "no fewer than": it or above.
        case atLeast
        /// "up to", "as many as", "at most": it or below.
        case upTo
        /// "fewer than", "under": below it.
        case lessThan
        /// "between two and five", "3-4": both ends given.
        case between
        /// "dozens", "hundreds", "several": an order of magnitude.
        case vague
    }

    /// Lower end; zero where a count is bounded only from above ("nearly five million", "up to 20").
    public var low: Double?
    /// Upper end; nil where there is none ("at least 35").
    public var high: Double?
    /// How the words bound it.
    public var bound: Bound

    /// An interval.
    public init(low: Double?, high: Double?, bound: Bound) {
        self.low = low
        self.high = high
        self.bound = bound
    }

    /// Exactly `value`.
    public init(exactly value: Double) { self.init(low: value, high: value, bound: .exact) }

    /// What a reader would take the words to allow: "nearly five million" lies between four and five; "about 20" within
    /// a tenth; "more than 20" has no upper end but is not ten times as much.
    ///
    /// Ends are inclusive. Used to compare figures, never printed.
    public var plausible: ClosedRange<Double> {
        func ordered(_ a: Double, _ b: Double) -> ClosedRange<Double> { min(a, b)...max(a, b) }
        let low = self.low ?? 0
        let high = self.high ?? .infinity
        switch bound {
        case .exact, .between, .vague: return ordered(low, high)
        case .about: return ordered((self.low ?? high) * 0.9, (self.high ?? low) * 1.1)
        case .below: return ordered(high * 0.8, high)
        case .moreThan, .atLeast: return ordered(low, .infinity)
        case .upTo, .lessThan: return ordered(low, high)
        }
    }
}
