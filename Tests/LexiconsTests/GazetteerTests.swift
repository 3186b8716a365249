import Lexicons
import Testing

@Suite struct GazetteerTests {
    static let gazetteer = Result { try Gazetteer(resources: ResourceDirectory()) }

    private func keys(_ name: String, _ use: Gazetteer.Use = .name) throws -> [String] {
        let gazetteer = try Self.gazetteer.get()
        return gazetteer.readings(of: name).filter { $0.use == use }.map { gazetteer.place($0.place).key }
    }

    @Test(arguments: [
        ("North Korea", "country:KP"), ("DPRK", "country:KP"), ("U.S.", "country:US"), ("Britain", "country:GB"),
        ("Ivory Coast", "country:CI"), ("Czech Republic", "country:CZ"), ("Kiev", "city:703448"),
        ("Kyiv", "city:703448"), ("Pyongyang", "city:1871859"), ("Sea of Azov", "area:sea-of-azov"),
        ("Korean Peninsula", "area:korean-peninsula"), ("Donbass", "area:donbas"), ("Texas", "region:US-TX"),
        ("Rostov-on-Don", "city:501175"), ("Washington, D.C.", "city:4140963"), ("Sao Paulo", "city:3448439"),
        ("Homs", "city:169577"), ("West Bank", "area:west-bank"), ("Yakutia", "area:yakutia"),
    ])
    func names(_ name: String, _ key: String) throws {
        #expect(try keys(name).contains(key))
    }

    @Test(arguments: [
        ("Russian", "country:RU"), ("North Korean", "country:KP"), ("Dutch", "country:NL"), ("Swiss", "country:CH"),
    ])
    func adjectives(_ word: String, _ key: String) throws {
        #expect(try keys(word, .adjective) == [key])
    }

    @Test(arguments: [("Russians", "country:RU"), ("Danes", "country:DK"), ("North Koreans", "country:KP")])
    func inhabitants(_ word: String, _ key: String) throws {
        #expect(try keys(word, .inhabitant) == [key])
    }

    @Test func theLongestNameCounts() throws {
        let gazetteer = try Self.gazetteer.get()
        let words = ["In", "South", "Korea", "today"].map { WordHash.of($0) }
        let match = try #require(gazetteer.match(words, at: 1))
        #expect(match.words == 2)
        #expect(gazetteer.place(match.readings[0].place).key == "country:KR")
        #expect(gazetteer.match(words, at: 3) == nil)
    }

    @Test func factsOfAPlace() throws {
        let place = try #require(try Self.gazetteer.get().place(key: "city:1871859"))
        #expect(place.name == "Pyongyang" && place.country == "KP" && place.kind == .capital)
        #expect(abs(place.latitude - 39.03) < 0.1 && abs(place.longitude - 125.75) < 0.1)
        #expect(place.population > 1_000_000)
    }

    @Test func everyKeyFindsItsPlaceAndEveryPlaceIsOnTheGlobe() throws {
        let gazetteer = try Self.gazetteer.get()
        var seen: Set<String> = []
        for number in 0..<gazetteer.count {
            let place = gazetteer.place(number)
            #expect(seen.insert(place.key).inserted, "\(place.key) stands twice")
            #expect(!place.name.isEmpty)
            #expect((-90...90).contains(place.latitude) && (-180...180).contains(place.longitude))
        }
        #expect(gazetteer.place(key: "country:ZZ") == nil)
    }
}

@Suite struct FactTableTests {
    @Test func rowsAreFoundFolded() throws {
        let table = try ResourceDirectory().facts("first-names.tsv")
        let sex = try #require(table.column("sex"))
        let row = try #require(table.row(WordHash.of("VLADIMIR")))
        #expect(Array(table.bytes(sex, of: row)) == [UInt8(ascii: "m")])
        #expect(table.row(WordHash.of("Xqzt")) == nil)
    }

    @Test(arguments: ["Kim", "São", "Łódź", "’s", "D.C.", ""])
    func wordHashIsThatOfThePhraseTable(_ word: String) {
        #expect(WordHash.of(word) == PhraseTable<Int>.hash(word: word))
    }
}
