import TextCore

/// The countries, regions, cities, seas and areas of the world under their English names, with coordinates.
///
/// `Kyiv`, `Kiev` · `the Sea of Azov` · `U.S.`, `American`, `Americans` · `Rostov-on-Don` · `Washington, D.C.`
public struct Gazetteer: Sendable {
    private let countries: TableBytes
    private let places: TableBytes
    private let names: HashIndex
    private let keys: HashIndex

    /// Reads the tables.
    ///
    /// - Throws: where a table is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        countries = try TableBytes("countries.tsv", in: resources)
        places = try TableBytes("places.tsv", in: resources)
        var builder = Builder(capacity: places.rows.count * 2 + countries.rows.count * 16)
        for (number, row) in countries.rows.enumerated() {
            for (column, use) in [(2, Use.name), (3, .adjective), (4, .inhabitant)] {
                let field = countries.field(column, ofRowAt: Int(row))
                builder.addNames(countries.bytes, field, Reading(place: number, use: use))
            }
            builder.addKey(Array("country:".utf8) + countries.bytes[countries.field(0, ofRowAt: Int(row))], number)
        }
        for (number, row) in places.rows.enumerated() {
            let reading = Reading(place: number + countries.rows.count, use: .name)
            builder.addNames(places.bytes, places.field(2, ofRowAt: Int(row)), reading)
            builder.addNames(places.bytes, places.field(3, ofRowAt: Int(row)), reading)
            builder.addKey(Array(places.bytes[places.field(0, ofRowAt: Int(row))]), reading.place)
        }
        names = builder.names
        keys = builder.keys
    }

    /// Number of places.
    public var count: Int { countries.rows.count + places.rows.count }

    // MARK: Looking up

    /// What a name may mean: a place, and whether the words name it, its adjective, or its inhabitants.
    public struct Reading: Hashable, Sendable {
        /// Number of the place, for ``Gazetteer/place(_:)``.
        public let place: Int
        /// What the words are to it.
        public let use: Use
    }

    /// What a word is to a place.
    public enum Use: UInt32, Sendable {
        case name, adjective, inhabitant
    }

    /// The longest name whose words have the hashes from `start` on, what it may mean, and how many words it has.
    ///
    /// - Parameter words: ``WordHash`` of each word. A hyphen or comma is a word of its own.
    public func match(_ words: some RandomAccessCollection<UInt64>, at start: Int) -> (readings: [Reading], words: Int)?
    {
        var best: ([Reading], Int)?
        var state: UInt64 = 0
        var index = words.index(words.startIndex, offsetBy: start)
        var length = 0
        while index < words.endIndex, length < Self.longest {
            state = StableHash.combine(state, words[index])
            guard let values = names.values(state) else { break }
            length += 1
            if !values.isEmpty { best = (Self.readings(values), length) }
            words.formIndex(after: &index)
        }
        return best
    }

    /// What exactly `name` may mean.
    public func readings(of name: String) -> [Reading] {
        let bytes = Array(name.utf8)
        var state: UInt64 = 0
        for word in Builder.words(of: bytes, 0..<bytes.count) { state = StableHash.combine(state, word) }
        return Self.readings(names.values(state) ?? [])
    }

    /// The place with `key` ("country:KP", "city:1871859").
    public func place(key: String) -> GazetteerPlace? {
        keys.values(StableHash.hash(key.utf8))?.lazy.map { place(Int($0)) }.first { $0.key == key }
    }

    /// The facts of a place.
    public func place(_ number: Int) -> GazetteerPlace {
        number < countries.rows.count
            ? GazetteerPlace(country: countries.fields(ofRowAt: Int(countries.rows[number])))
            : GazetteerPlace(place: places.fields(ofRowAt: Int(places.rows[number - countries.rows.count])))
    }

    /// Names of more words than this are not looked for.
    private static let longest = 12

    private static func readings(_ values: [UInt32]) -> [Reading] {
        values.map { Reading(place: Int($0 >> 2), use: Use(rawValue: $0 & 3) ?? .name) }
    }

    // MARK: Building

    private struct Builder {
        var names: HashIndex
        var keys: HashIndex

        init(capacity: Int) {
            names = HashIndex(capacity: capacity)
            keys = HashIndex(capacity: capacity)
        }

        mutating func addKey(_ key: [UInt8], _ number: Int) { keys.insert(StableHash.hash(key), UInt32(number)) }

        /// Adds the names of a field, which bars part.
        mutating func addNames(_ bytes: [UInt8], _ field: Range<Int>, _ reading: Reading) {
            var start = field.lowerBound
            while start < field.upperBound {
                var end = start
                while end < field.upperBound, bytes[end] != UInt8(ascii: "|") { end += 1 }
                addName(bytes, start..<end, reading)
                start = end + 1
            }
        }

        private mutating func addName(_ bytes: [UInt8], _ range: Range<Int>, _ reading: Reading) {
            let words = Self.words(of: bytes, range)
            guard !words.isEmpty, words.count <= Gazetteer.longest else { return }
            var state: UInt64 = 0
            for word in words.dropLast() {
                state = StableHash.combine(state, word)
                names.mark(state)
            }
            state = StableHash.combine(state, words[words.count - 1])
            names.insert(state, UInt32(reading.place) << 2 | reading.use.rawValue)
        }

        /// The hashes of the words of a name: parted at spaces, hyphens and commas, the latter two words themselves.
        static func words(of bytes: [UInt8], _ range: Range<Int>) -> [UInt64] {
            var words: [UInt64] = []
            var start = range.lowerBound
            for index in range.lowerBound...range.upperBound {
                let byte = index < range.upperBound ? bytes[index] : UInt8(ascii: " ")
                let isMark = byte == UInt8(ascii: "-") || byte == UInt8(ascii: ",")
                guard isMark || byte == UInt8(ascii: " ") else { continue }
                if index > start { words.append(WordHash.of(bytes, start..<index)) }
                if isMark { words.append(WordHash.of(bytes, index..<(index + 1))) }
                start = index + 1
            }
            return words
        }
    }
}
