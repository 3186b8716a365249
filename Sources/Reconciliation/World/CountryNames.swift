import Lexicons
import TextCore

/// Which country a word belongs to: its name, its adjective, or the name of its capital, which stands for its government.
///
/// `Bulgaria`, `Bulgarian` and `Sofia` give Bulgaria; `Moscow` gives Russia.
struct CountryNames: Sendable {
    private let gazetteer: Gazetteer
    private let capitals: [String: String]

    init(_ gazetteer: Gazetteer) {
        self.gazetteer = gazetteer
        var capitals: [String: String] = [:]
        for number in 0..<gazetteer.count {
            let place = gazetteer.place(number)
            // The countries come first.
            guard place.kind == .country else { break }
            guard let capital = place.capital else { continue }
            capitals[FoldedText.fold(capital)] = place.key
        }
        self.capitals = capitals
    }

    /// The key of the country that a folded word or name belongs to ("country:BG").
    func country(of word: String) -> String? {
        for form in [word.prefix(1).uppercased() + word.dropFirst(), word] {
            let readings = gazetteer.readings(of: form)
            if let country = readings.lazy.map({ gazetteer.place($0.place) }).first(where: { $0.kind == .country }) {
                return country.key
            }
        }
        return capitals[word]
    }

    /// The place with a key.
    func place(_ key: String) -> GazetteerPlace? { gazetteer.place(key: key) }

    /// The key of the country whose capital, and so whose government, a place stands for.
    func government(of key: String) -> String? {
        guard let place = gazetteer.place(key: key), place.kind == .capital || place.kind == .city,
            let country = place.country.map({ "country:" + $0 }), let home = gazetteer.place(key: country),
            let capital = home.capital
        else { return nil }
        let names = [place.name] + place.otherNames
        return names.contains { FoldedText.fold($0) == FoldedText.fold(capital) } ? country : nil
    }
}
