import NewsModel

/// Amounts in words: "at least 12", "2 to 5 million", "about 3,000 t".
enum AmountText {
    /// The amount with its hedge and unit.
    static func words(_ amount: Amount, unit: String?) -> String {
        let low = amount.low.map(number)
        let high = amount.high.map(number)
        let one = high ?? low ?? "an unknown number"
        let value: String =
            switch amount.bound {
            case .exact: low == high || low == nil || high == nil ? one : range(amount)
            case .about: "about " + (low == high || low == nil || high == nil ? one : range(amount))
            case .below: "nearly " + one
            case .moreThan: "more than " + (low ?? one)
            case .atLeast: "at least " + (low ?? one)
            case .upTo: "up to " + one
            case .lessThan: "less than " + one
            case .between, .vague: range(amount)
            }
        guard let unit, !unit.isEmpty else { return value }
        return unit == "%" ? value + " %" : value + " " + unit
    }

    private static func range(_ amount: Amount) -> String {
        switch (amount.low, amount.high) {
        case (let low?, let high?) where low != high: span(number(low), number(high))
        case (let low?, nil): number(low) + " or more"
        case (nil, let high?): "up to " + number(high)
        case (let low?, _): number(low)
        case (nil, nil): "an unknown number"
        }
    }

    /// "2 to 5 million": a scale that both ends have is said once.
    private static func span(_ low: String, _ high: String) -> String {
        let (lowParts, highParts) = (low.split(separator: " "), high.split(separator: " "))
        let isShared = lowParts.count == 2 && highParts.count == 2 && lowParts[1] == highParts[1]
        return (isShared ? String(lowParts[0]) : low) + " to " + high
    }

    /// A number with thousands set apart, or in millions and billions where that loses nothing: 12,000; 4.8 million.
    static func number(_ value: Double) -> String {
        guard value.isFinite else { return value < 0 ? "-∞" : value > 0 ? "∞" : "?" }
        for (scale, name) in [(1e12, " trillion"), (1e9, " billion"), (1e6, " million")] where abs(value) >= scale {
            let tenThousandths = value / scale * 1000
            if abs(value) < scale * 1000, tenThousandths == tenThousandths.rounded() {
                return grouped(value / scale) + name
            }
        }
        return simpleFraction(value) ?? grouped(value)
    }

    /// "1/3", "2/3": a part whose decimals would not end.
    private static func simpleFraction(_ value: Double) -> String? {
        guard value > 0, value < 1 else { return nil }
        for denominator in [3, 6, 7, 9] {
            let numerator = (value * Double(denominator)).rounded()
            guard numerator > 0, abs(numerator / Double(denominator) - value) < 1e-9 else { continue }
            return "\(Int(numerator))/\(denominator)"
        }
        return nil
    }

    private static func grouped(_ value: Double) -> String {
        guard abs(value) < 9e15 else { return value.description }
        let whole = Int(value.rounded(.towardZero))
        var digits = Array(String(abs(whole)).utf8)
        var place = digits.count - 3
        while place > 0 {
            digits.insert(UInt8(ascii: ","), at: place)
            place -= 3
        }
        let sign = value < 0 ? "-" : ""
        let fraction = value == Double(whole) ? "" : fraction(abs(value) - Double(abs(whole)))
        return sign + String(decoding: digits, as: UTF8.self) + fraction
    }

    /// At most four decimals, without trailing zeros.
    private static func fraction(_ rest: Double) -> String {
        var parts = Int((rest * 10_000).rounded())
        guard parts > 0, parts < 10_000 else { return "" }
        var width = 4
        while parts % 10 == 0 {
            parts /= 10
            width -= 1
        }
        let digits = String(parts)
        return "." + String(repeating: "0", count: width - digits.count) + digits
    }

    /// A share from 0 to 1 as a whole percentage.
    static func percent(_ share: Double) -> String {
        guard share.isFinite else { return "?" }
        return String(Int((min(max(share, 0), 1) * 100).rounded())) + " %"
    }
}
