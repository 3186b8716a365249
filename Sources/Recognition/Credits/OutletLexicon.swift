import Lexicons
import NewsModel
import TextCore

/// What the tables know of news agencies, outlets, and the words that stand beside their names.
struct OutletLexicon: SharedTable {
    /// An agency or outlet of `outlets.tsv`.
    struct Entry: Sendable {
        /// The name to show.
        var name: String
        /// Agency or outlet.
        var kind: SourceKind
        /// Whether the name is a common word that an article or a word such as "magazine" must stand beside.
        var needsArticle: Bool
        /// Whether the form is written in capitals only: "DR", not "Dr".
        var isUpper: Bool
    }

    /// What a word of `credit-words.tsv` does beside an outlet's name.
    struct Role: OptionSet, Sendable {
        let rawValue: UInt32
        /// `a Reuters ⟦report⟧`.
        static let report = Role(rawValue: 1 << 0)
        /// `CNN ⟦correspondent⟧ Ann Ode`.
        static let journalist = Role(rawValue: 1 << 1)
        /// `the ⟦newspaper⟧ Kronika`.
        static let medium = Role(rawValue: 1 << 2)
        /// `the news ⟦agency⟧ Kronika`, only with such a word before it, or an article.
        static let agency = Role(rawValue: 1 << 3)
        static let agencyPrefix = Role(rawValue: 1 << 4)
        /// `local ⟦media⟧`, `press ⟦reports⟧`, and the words before them.
        static let plural = Role(rawValue: 1 << 5)
        static let pluralReport = Role(rawValue: 1 << 6)
        static let mediaPrefix = Role(rawValue: 1 << 7)
        /// What the names of outlets end with: `Kronika ⟦News⟧`.
        static let tail = Role(rawValue: 1 << 8)
        /// What stands before "by", before "to", before "with", before "in" or "on", and before "from".
        static let passive = Role(rawValue: 1 << 9)
        static let tellTo = Role(rawValue: 1 << 10)
        static let tellWith = Role(rawValue: 1 << 11)
        static let appearIn = Role(rawValue: 1 << 12)
        static let reportFrom = Role(rawValue: 1 << 13)
        /// `, ⟦citing⟧ the ministry`.
        static let citing = Role(rawValue: 1 << 14)
        /// Words after "said" by which an outlet speaks of itself.
        static let personal = Role(rawValue: 1 << 15)
        static let business = Role(rawValue: 1 << 16)
        /// `It ⟦also⟧ says`.
        static let continuing = Role(rawValue: 1 << 17)
        /// Words of picture credits.
        static let imageWord = Role(rawValue: 1 << 18)
        static let imageLabel = Role(rawValue: 1 << 19)
        /// `announced ⟦it⟧`.
        static let pronounObject = Role(rawValue: 1 << 20)

        fileprivate static let named: [String: Role] = [
            "report": .report, "journalist": .journalist, "medium": .medium, "agency": .agency,
            "agencyprefix": .agencyPrefix, "plural": .plural, "pluralreport": .pluralReport,
            "mediaprefix": .mediaPrefix, "tail": .tail, "passive": .passive, "tellto": .tellTo,
            "tellwith": .tellWith, "appearin": .appearIn, "reportfrom": .reportFrom, "citing": .citing,
            "personal": .personal, "business": .business, "continuing": .continuing, "imageword": .imageWord,
            "imagelabel": .imageLabel, "pronounobject": .pronounObject,
        ]
    }

    private var names = PhraseTable<Entry>()
    private var roles: [UInt64: Role] = [:]
    /// Pairs of words that the names of outlets end with: "News Agency".
    private var tailPairs = PhraseTable<Bool>()
    private let firstNames: FactTable
    private let surnames: FactTable
    private let gazetteer: Gazetteer

    /// Loads the tables.
    ///
    /// - Throws: where a resource file is missing or damaged.
    init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        firstNames = try resources.facts("first-names.tsv")
        surnames = try resources.facts("surnames.tsv")
        gazetteer = try resources.shared(Gazetteer.self)
        let table = try LexiconTable("outlets.tsv", in: resources)
        for (line, row) in table.rows.enumerated() {
            guard row.count == 6, let kind = SourceKind(rawValue: row[1]) else {
                throw .malformed(file: table.file, line: line + 1)
            }
            let forms = [row[0]] + row[4].split(separator: " / ").map(String.init) + (row[2].isEmpty ? [] : [row[2]])
            for form in forms {
                let entry = Entry(
                    name: row[0], kind: kind, needsArticle: row[5] == "article",
                    isUpper: !form.utf8.contains(where: ASCII.isLower))
                for spelling in Self.spellings(of: form, isCommon: entry.needsArticle) {
                    guard var known = names[spelling] else {
                        names.insert(spelling, entry)
                        continue
                    }
                    guard known.isUpper, !entry.isUpper, known.name == entry.name else { continue }
                    known.isUpper = false
                    names.insert(spelling, known)
                }
            }
        }
        let kinds = try LexiconTable("credit-words.tsv", in: resources)
        for (line, row) in kinds.rows.enumerated() {
            if row.count == 2, row[1] == "tailpair" {
                tailPairs.insert(row[0], true)
                continue
            }
            guard row.count == 2, let role = Role.named[row[1]] else {
                throw .malformed(file: kinds.file, line: line + 1)
            }
            roles[PhraseTable<Bool>.hash(word: row[0]), default: []].insert(role)
        }
    }

    /// A name with its hyphens, strokes and genitives as words of their own, as a tokeniser may part them, and as written;
    /// with and without its article where it cannot be mistaken for another word.
    private static func spellings(of name: String, isCommon: Bool) -> [String] {
        let parted = name.replacing("-", with: " - ").replacing("/", with: " / ").replacing("'s", with: " 's")
        return [name, parted].flatMap { form in
            form.hasPrefix("The ") && (isCommon || form.dropFirst(4).contains(" "))
                ? [form, String(form.dropFirst(4))] : [form]
        }
    }

    /// The longest listed name that begins at a token, and how many tokens it has.
    func name(at index: Int, _ hashes: [UInt64]) -> (value: Entry, words: Int)? { names.match(hashes, at: index) }

    /// Whether a name is in the table.
    func isListed(_ name: String) -> Bool { names[name] != nil }

    /// What a word does beside an outlet's name.
    func role(_ hash: UInt64) -> Role { roles[hash] ?? [] }

    /// Whether two words are the name of a person: "Emily Post", not "Charlotte Observer", which a city may be.
    func isPersonName(_ first: UInt64, _ last: UInt64) -> Bool {
        guard let row = firstNames.row(first), firstNames.number(2, of: row) >= 2 else { return false }
        return surnames.contains(last) || gazetteer.match([first], at: 0) == nil
    }

    /// Whether two words are a pair that the names of outlets end with.
    func isTailPair(_ first: UInt64, _ second: UInt64) -> Bool { tailPairs.match([first, second], at: 0)?.words == 2 }
}
