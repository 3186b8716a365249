import NewsModel

/// What two intervals of one slot are to one another.
enum IntervalCalculus {
    /// What a reader would take a figure to allow, the rounding of round numbers included: "5 million" may be 4.8 million
    /// told short, "20 dead" is twenty.
    static func allowed(_ amount: Amount) -> ClosedRange<Double> {
        let plausible = amount.plausible
        guard amount.bound == .exact, let value = amount.high, value >= 1000, value.isFinite else { return plausible }
        // A little less than half, so that neighbours (4.8 and 4.9 million) do not meet.
        let half = lastUnit(of: value) * 0.49
        return (value - half)...(value + half)
    }

    /// The verdict on two figures.
    static func verdict(_ a: Amount, _ b: Amount) -> FigureComparison.Verdict {
        if a == b { return .same }
        let (x, y) = (allowed(a), allowed(b))
        guard x.overlaps(y) else { return .conflicts }
        if a.bound == .exact, b.bound == .exact, a.high == b.high { return .same }
        // One says more than the other: "17" beside "more than a dozen".
        if isFirm(a) != isFirm(b) {
            let (firm, loose) = isFirm(a) ? (x, y) : (y, x)
            if loose.lowerBound <= firm.lowerBound, firm.upperBound <= loose.upperBound { return .refines }
        }
        return .compatible
    }

    /// Whether two figures may both be true.
    static func areCompatible(_ a: Amount, _ b: Amount) -> Bool { allowed(a).overlaps(allowed(b)) }

    /// How close two figures are in magnitude, from 0 to 1.
    static func closeness(_ a: Amount, _ b: Amount) -> Double {
        guard let x = middle(a), let y = middle(b), x > 0, y > 0 else { return middle(a) == middle(b) ? 1 : 0 }
        return min(x, y) / max(x, y)
    }

    /// A single value that stands for the interval.
    static func middle(_ amount: Amount) -> Double? {
        switch (amount.low, amount.high) {
        case (let low?, let high?): amount.bound == .below || amount.bound == .upTo ? high : (low + high) / 2
        case (let low?, nil): low
        case (nil, let high?): high
        case (nil, nil): nil
        }
    }

    private static func isFirm(_ amount: Amount) -> Bool {
        amount.bound == .exact && (amount.high.map { lastUnit(of: $0) * 20 <= $0 || $0 < 1000 } ?? false)
    }

    /// The unit of the last digit that is not zero: 100,000 for 4.8 million, 1,000,000 for five million.
    private static func lastUnit(of value: Double) -> Double {
        var unit = 1.0
        while unit * 10 <= value, (value / (unit * 10)).rounded() * unit * 10 == value { unit *= 10 }
        return unit
    }
}
