/// The facts of a place.
public struct GazetteerPlace: Hashable, Sendable {
    /// What a place is.
    public enum Kind: String, Sendable, CaseIterable {
        case continent, country, area, water, region, capital, city
    }

    /// "country:KP", "city:1871859", "region:US-TX", "area:balkans".
    public var key: String
    /// What it is.
    public var kind: Kind
    /// Its usual English name.
    public var name: String
    /// Its other names.
    public var otherNames: [String]
    /// Adjectives, the usual one first; of countries only.
    public var adjectives: [String] = []
    /// What its people are called, in the plural; of countries only.
    public var inhabitants: [String] = []
    /// Name of its capital; of countries only.
    public var capital: String?
    /// Degrees north, of a point near its middle.
    public var latitude: Double
    /// Degrees east.
    public var longitude: Double
    /// ISO 3166 code of its country (of a country: its own).
    public var country: String?
    /// GeoNames code of its first-level region, of regions and cities.
    public var region: String?
    /// Inhabitants; 0 where not known.
    public var population: Int
    /// Whether the name is also an English word ("Reading", "Nice").
    public var isWord = false
    /// Whether the name is also a personal name ("Jackson", "Florence").
    public var isPersonalName = false

    /// A row of countries.tsv.
    init(country row: [String]) {
        let names = Self.list(row[2])
        key = "country:" + row[0]
        kind = .country
        name = names.first ?? row[0]
        otherNames = Array(names.dropFirst())
        adjectives = Self.list(row[3])
        inhabitants = Self.list(row[4])
        capital = row[5].isEmpty ? nil : row[5]
        latitude = Double(row[6]) ?? 0
        longitude = Double(row[7]) ?? 0
        country = row[0]
        population = Int(row[8]) ?? 0
    }

    /// A row of places.tsv.
    init(place row: [String]) {
        key = row[0]
        kind = Kind(rawValue: row[1]) ?? .area
        name = row[2]
        otherNames = Self.list(row[3])
        latitude = Double(row[4]) ?? 0
        longitude = Double(row[5]) ?? 0
        country = row[6].isEmpty ? nil : row[6]
        region = row[7].isEmpty ? nil : row[7]
        population = Int(row[8]) ?? 0
        isWord = row[9].contains("w")
        isPersonalName = row[9].contains("p")
    }

    private static func list(_ field: String) -> [String] { field.split(separator: "|").map(String.init) }
}
