import Lexicons

/// Conversion between units of one dimension, where it is exact: millimetres and metres, miles and kilometres; never
/// currencies, whose rates are not given.
struct UnitConversion: Sendable {
    private var units: [String: (dimension: String, factor: Double)] = [:]

    init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        let table = try LexiconTable("units.tsv", in: resources)
        guard let symbol = table.column("symbol"), let dimension = table.column("dimension"),
            let factor = table.column("factor")
        else { return }
        // Temperatures have no common zero: 20 °C are not 20 × any factor °F.
        for row in table.rows where row[dimension] != "temperature" {
            if let value = Double(row[factor]), value > 0 { units[row[symbol]] = (row[dimension], value) }
        }
    }

    /// What an amount in `unit` is multiplied by to be one in `target`; nil where there is no such number.
    func factor(from unit: String?, to target: String?) -> Double? {
        if unit == target { return 1 }
        guard let unit, let target, let from = units[unit], let to = units[target], from.dimension == to.dimension
        else { return nil }
        return from.factor / to.factor
    }

    /// All such numbers, the most usual first: outside America a "ton" is mostly a tonne, and British writers may mean the
    /// long ton.
    func factors(from unit: String?, to target: String?) -> [Double] {
        guard let factor = factor(from: unit, to: target) else { return [] }
        if unit == target { return [1] }
        if unit == Self.ton { return [factor * Self.tonne, factor, factor * Self.longTon] }
        if target == Self.ton { return [factor / Self.tonne, factor, factor / Self.longTon] }
        return [factor]
    }

    /// The symbol of the ambiguous unit, and what its other senses are to the short ton.
    private static let ton = "ton"
    private static let tonne = 1000 / 907.18474
    private static let longTon = 1016.0469088 / 907.18474
}
