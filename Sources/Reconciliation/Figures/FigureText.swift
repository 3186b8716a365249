import NewsModel

/// Numbers as a person writes them: `4.8 million`, `14.4 to 19.2 billion`, `1,250`.
enum FigureText {
    /// A number.
    static func number(_ value: Double) -> String {
        for (scale, name) in [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")] where abs(value) >= scale {
            return decimal(value / scale) + " " + name
        }
        return decimal(value)
    }

    /// A stretch of numbers, the scale word written once.
    static func range(_ range: ClosedRange<Double>) -> String {
        if range.upperBound == .infinity { return "at least " + number(range.lowerBound) }
        let (low, high) = (number(range.lowerBound), number(range.upperBound))
        if low == high { return low }
        if let name = high.split(separator: " ").dropFirst().first, low.hasSuffix(" " + name) {
            return low.dropLast(name.count + 1) + " to " + high
        }
        return low + " to " + high
    }

    /// The interval of an amount with its bound.
    static func interval(_ amount: Amount) -> String {
        switch (amount.low, amount.high) {
        case (let low?, let high?) where amount.bound == .between && low < high: range(low...high)
        case (_, let high?) where amount.bound == .below: "nearly " + number(high)
        case (_, let high?) where amount.bound == .upTo: "up to " + number(high)
        case (_, let high?) where amount.bound == .lessThan: "under " + number(high)
        case (let low?, _) where amount.bound == .atLeast: "at least " + number(low)
        case (let low?, _) where amount.bound == .moreThan: "over " + number(low)
        case (let low?, let high?) where low < high: range(low...high)
        case (let low?, _): number(low)
        case (nil, let high?): number(high)
        case (nil, nil): "an unknown amount"
        }
    }

    /// At most two digits after the point, thousands parted by commas.
    private static func decimal(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return value > 0 ? "very many" : "none" }
        let hundredths = Int((abs(value) * 100).rounded())
        var whole = String(hundredths / 100)
        var place = whole.count - 3
        while place > 0 {
            whole.insert(",", at: whole.index(whole.startIndex, offsetBy: place))
            place -= 3
        }
        let fraction = hundredths % 100
        let sign = value < 0 ? "−" : ""
        if fraction == 0 { return sign + whole }
        let digits = fraction < 10 ? "0\(fraction)" : fraction % 10 == 0 ? "\(fraction / 10)" : "\(fraction)"
        return sign + whole + "." + digits
    }
}
