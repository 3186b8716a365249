import Lexicons
import NewsModel
import TextCore

/// What the tables know of the words beside and in names.
struct NameLexicon: SharedTable {
    let gazetteer: Gazetteer
    /// Names that news take for granted, with what they are.
    private(set) var knownNames = PhraseTable<KnownName>()
    /// People whom news takes for granted, by full name and by the name that suffices alone.
    private(set) var knownPeople = PhraseTable<KnownPerson>()
    /// Titles, roles, heads of organisations and places.
    private(set) var nameWords = PhraseTable<NameWord>()
    /// Keys of the states of the US by the hash of their postal code.
    private(set) var statesByCode: [UInt64: String] = [:]
    private let commonWords: FactTable
    private let firstNames: FactTable
    private let surnames: FactTable

    init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        gazetteer = try resources.shared(Gazetteer.self)
        commonWords = try resources.facts("common-words.tsv")
        firstNames = try resources.facts("first-names.tsv")
        surnames = try resources.facts("surnames.tsv")
        for place in gazetteer.regions(ofCountry: "US") {
            if let code = place.region { statesByCode[WordHash.of(code)] = place.key }
        }
        for row in try LexiconTable("known-names.tsv", in: resources).rows {
            guard let kind = Mention.Kind(rawValue: row[1]) else { continue }
            let isAcronym = row[0].utf8.allSatisfy { !ASCII.isLower($0) }
            knownNames.insert(row[0], KnownName(kind: kind, name: row[2], isAcronym: isAcronym))
        }
        for row in try LexiconTable("known-people.tsv", in: resources).rows {
            let person = KnownPerson(
                name: row[0], sex: Sex(rawValue: row[2]), country: row[3].isEmpty ? nil : "country:" + row[3],
                roles: row[4].split(separator: "|").map(String.init))
            for spelling in Self.spellings(of: row[0]) + [row[1]] where !spelling.isEmpty {
                knownPeople.insert(spelling, person)
            }
        }
        for row in try LexiconTable("name-words.tsv", in: resources).rows {
            guard let role = NameWord.Class(rawValue: row[1]) else { continue }
            let isUpper = row[0].utf8.count > 1 && row[0].utf8.allSatisfy { !ASCII.isLower($0) }
            nameWords.insert(
                row[0],
                NameWord(
                    role: role, sex: Sex(rawValue: row[2]), isUpper: isUpper, group: row[3].isEmpty ? row[0] : row[3]))
        }
    }

    /// A name with its hyphens as words, and of three words also with the last two joined or parted: "Kim Jong - Un".
    private static func spellings(of name: String) -> [String] {
        let words = name.split { $0 == " " || $0 == "-" }
        guard words.count == 3 else { return [name.replacing("-", with: " - ")] }
        return [words.joined(separator: " "), "\(words[0]) \(words[1]) - \(words[2])"]
    }

    /// How common the word is in lower case (Zipf scale times ten); 0 where it is not listed.
    func frequency(_ hash: UInt64) -> Int {
        commonWords.row(hash).map { commonWords.number(1, of: $0) } ?? 0
    }

    /// Parts of speech of a common word.
    func parts(_ hash: UInt64) -> ArraySlice<UInt8> {
        commonWords.row(hash).map { commonWords.bytes(2, of: $0) } ?? []
    }

    /// Sex and frequency (1 to 3) of a first name.
    func firstName(_ hash: UInt64) -> (sex: Sex?, tier: Int)? {
        firstNames.row(hash).map { row in
            let sex = firstNames.bytes(1, of: row)
            return (Sex(rawValue: String(decoding: sex, as: UTF8.self)), firstNames.number(2, of: row))
        }
    }

    /// How frequent a surname is (1 or 2); 0 where it is not listed.
    func surname(_ hash: UInt64) -> Int { surnames.row(hash).map { surnames.number(1, of: $0) } ?? 0 }
}

/// Sex, as first names, titles and pronouns tell of it.
enum Sex: String, Sendable {
    case male = "m"
    case female = "f"
}

/// A person of known-people.tsv.
struct KnownPerson: Sendable {
    var name: String
    var sex: Sex?
    /// Key of the country.
    var country: String?
    var roles: [String]
}

/// A name of known-names.tsv.
struct KnownName: Sendable {
    var kind: Mention.Kind
    /// The name under which it is kept.
    var name: String
    /// Whether it is written in capitals only, so that "who" is not the WHO.
    var isAcronym: Bool
}

/// A word of name-words.tsv.
struct NameWord: Sendable {
    enum Class: String, Sendable {
        case title, role, saying, stop, particle, suffix
        /// Who or what is of a place: `a Lafayette ⟦teenager⟧`, `Detroit ⟦police⟧`.
        case local
        /// Part of a place: `downtown`, `southwest`.
        case direction
        case organisation = "orghead"
        case company = "orgsuffix"
        case facility
        case place = "placehead"
        case placePrefix = "placeprefix"
        case event
        case eventPrefix = "eventprefix"
        case law

        /// What a name that ends in such a word is.
        var headOf: Mention.Kind? {
            switch self {
            case .organisation, .company: .organisation
            case .facility: .facility
            case .place: .place
            case .event: .event
            case .law: .law
            default: nil
            }
        }
    }
    var role: Class
    var sex: Sex?
    /// Whether it is written in capitals only: "IT", not "it".
    var isUpper: Bool
    /// The group of roles within which writers exchange it: "ruler", "expert".
    var group: String

    /// The word, or nil where it is written in capitals and the token is not.
    func `where`(capitals: Bool) -> NameWord? { isUpper && !capitals ? nil : self }
}
