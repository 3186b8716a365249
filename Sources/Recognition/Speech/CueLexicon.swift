import Lexicons
import TextCore

/// A verb that attributes words or thoughts.
struct CueVerb: Sendable {
    /// What the verb does.
    enum Act: String, Sendable { case statement, thought, seeming }

    /// What may follow it as its content.
    struct Takes: OptionSet, Sendable {
        let rawValue: UInt16
        /// A clause or quotation: "said that …".
        static let clause = Takes(rawValue: 1)
        /// A person addressed first: "told reporters that …".
        static let person = Takes(rawValue: 2)
        /// An object that is itself the content: "praised the deal".
        static let object = Takes(rawValue: 4)
        /// An infinitive: "promised to leave".
        static let infinitive = Takes(rawValue: 8)
        /// Only a quotation: "“Yes,” she continued".
        static let quotation = Takes(rawValue: 16)
        /// A clause with "that" or a quotation, but often another thing: "found a bag".
        static let thatClause = Takes(rawValue: 32)
        /// No verb, but a phrase that its source follows: "according to".
        static let source = Takes(rawValue: 64)
        /// An object and a number after "at": "puts the toll at four".
        static let measure = Takes(rawValue: 128)
        /// No verb, but an adjective or participle after "to be": "is critical of".
        static let predicate = Takes(rawValue: 256)

        init(rawValue: UInt16) { self.rawValue = rawValue }

        /// Reads the letters of the column `takes`; nil for an unknown letter.
        init?(letters: String) {
            self = []
            for letter in letters {
                switch letter {
                case "c": insert(.clause)
                case "p": insert(.person)
                case "o": insert(.object)
                case "i": insert(.infinitive)
                case "q": insert(.quotation)
                case "k": insert(.thatClause)
                case "s": insert(.source)
                case "n": insert(.measure)
                case "a": insert(.predicate)
                case "-": break
                default: return nil
                }
            }
        }
    }

    var lemma: String
    var act: Act
    var takes: Takes
    /// What may introduce the content: "warned *of*".
    var prepositions: WordSet
    /// Whether any preposition may.
    var takesPreposition: Bool
}

/// The cue verbs in all their forms.
struct CueLexicon: SharedTable {
    private let verbs: [CueVerb]
    private var forms = PhraseTable<Int>()

    /// Reads `cue-verbs.tsv`.
    init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        let table = try LexiconTable("cue-verbs.tsv", in: resources)
        var verbs: [CueVerb] = []
        for (line, row) in table.rows.enumerated() {
            guard row.count == 5, let act = CueVerb.Act(rawValue: row[2]), let takes = CueVerb.Takes(letters: row[3])
            else {
                throw .malformed(file: table.file, line: line + 1)
            }
            forms.insert(row[0], verbs.count)
            for form in row[1].split(separator: " / ") where form != "-" { forms.insert(String(form), verbs.count) }
            verbs.append(
                CueVerb(
                    lemma: row[0], act: act, takes: takes, prepositions: WordSet(row[4]),
                    takesPreposition: row[4] != "-"))
        }
        self.verbs = verbs
    }

    /// The cue verb that begins at token `index`, and how many tokens it has.
    func verb(at index: Int, _ hashes: [UInt64]) -> (verb: CueVerb, tokens: Int)? {
        forms.match(hashes, at: index).map { (verbs[$0.value], $0.words) }
    }
}
