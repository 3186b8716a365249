import TextCore

/// The countries, regions, cities, seas and areas of the world under their English names, with coordinates.
///
/// `Kyiv`, `Kiev` · `the Sea of Azov` · `U.S.`, `American`, `Americans` · `Rostov-on-Don` · `Washington, D.C.`
public struct Gazetteer: SharedTable {
    private let countries: ByteTable
    private let places: ByteTable
    private let names: HashIndex
    private let keys: HashIndex

    /// Reads the tables.
    ///
    /// - Throws: where a table is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        countries = try ByteTable("countries.tsv", in: resources)
        places = try ByteTable("places.tsv", in: resources)
        var builder = Builder(places: countries.count + places.count)
        for row in 0..<countries.count {
            for (column, use) in [(2, Use.name), (3, .adjective), (4, .inhabitant)] {
                builder.addNames(countries.bytes, countries.field(column, of: row), Reading(place: row, use: use))
            }
            builder.addKey(Array("country:".utf8) + countries.bytes[countries.field(0, of: row)], row)
        }
        for row in 0..<places.count {
            let reading = Reading(place: countries.count + row, use: .name)
            builder.addNames(places.bytes, places.field(2, of: row), reading)
            builder.addNames(places.bytes, places.field(3, of: row), reading)
            builder.addKey(places.bytes[places.field(0, of: row)], reading.place)
        }
        names = builder.names
        keys = builder.keys
    }

    /// Number of places.
    public var count: Int { countries.count + places.count }

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
        var words: [UInt64] = []
        Builder.appendWords(of: bytes, 0..<bytes.count, to: &words)
        return Self.readings(names.values(words.reduce(0, StableHash.combine)) ?? [])
    }

    /// The place with `key` ("country:KP", "city:1871859").
    public func place(key: String) -> GazetteerPlace? {
        keys.values(StableHash.hash(key.utf8))?.lazy.map { place(Int($0)) }.first { $0.key == key }
    }

    /// The first-level regions of a country, by its ISO 3166 code.
    ///
    /// - Complexity: O(number of places).
    public func regions(ofCountry code: String) -> [GazetteerPlace] {
        let key = Array("region:\(code)-".utf8)
        return (0..<places.count).lazy.filter { places.bytes[places.field(0, of: $0)].starts(with: key) }
            .map { place(countries.count + $0) }
    }

    /// The facts of a place.
    public func place(_ number: Int) -> GazetteerPlace {
        number < countries.count
            ? GazetteerPlace(country: countries.strings(ofRow: number))
            : GazetteerPlace(place: places.strings(ofRow: number - countries.count))
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
        /// The words of the name that is being added.
        private var words: [UInt64] = []

        init(places: Int) {
            names = HashIndex(capacity: places * 3 / 2)
            keys = HashIndex(capacity: places)
        }

        mutating func addKey(_ key: some Sequence<UInt8>, _ number: Int) {
            keys.insert(StableHash.hash(key), UInt32(number))
        }

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
            words.removeAll(keepingCapacity: true)
            Self.appendWords(of: bytes, range, to: &words)
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
        static func appendWords(of bytes: [UInt8], _ range: Range<Int>, to words: inout [UInt64]) {
            var start = range.lowerBound
            for index in range.lowerBound...range.upperBound {
                let byte = index < range.upperBound ? bytes[index] : UInt8(ascii: " ")
                let isMark = byte == UInt8(ascii: "-") || byte == UInt8(ascii: ",")
                guard isMark || byte == UInt8(ascii: " ") else { continue }
                if index > start { words.append(WordHash.of(bytes, start..<index)) }
                if isMark { words.append(WordHash.of(bytes, index..<(index + 1))) }
                start = index + 1
            }
        }
    }
}
