import Lexicons
import TextCore

/// What the block rules know of words: which are function words, which may be verbs, who is a news agency, what outlets
/// are called.
struct WordFacts: Sendable {
    private let common: FactTable
    private let partsOfSpeech: Int
    private let firstNames: FactTable
    /// Names of agencies and wire services by how they sign.
    let agencies: PhraseTable<String>
    /// Words of outlets' names; true for the name of one that only carries what others wrote.
    let outlets: PhraseTable<Bool>
    /// The world's places, for datelines.
    let gazetteer: Gazetteer

    /// Loads the tables.
    ///
    /// - Throws: where a resource file is missing or damaged.
    init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        common = try resources.facts("common-words.tsv")
        guard let column = common.column("pos") else { throw .malformed(file: "common-words.tsv", line: 1) }
        partsOfSpeech = column
        firstNames = try resources.facts("first-names.tsv")
        gazetteer = try resources.shared(Gazetteer.self)
        var agencies = PhraseTable<String>()
        for row in try LexiconTable("news-agencies.tsv", in: resources).rows { agencies.insert(row[0], row[1]) }
        self.agencies = agencies
        var outlets = PhraseTable<Bool>()
        for row in try LexiconTable("outlet-words.tsv", in: resources).rows {
            outlets.insert(row[0], row[1] == "carrier")
        }
        self.outlets = outlets
    }

    /// Parts of speech of a word that is written in lower case: `f`, `n`, `v`, `a`, `r`, `m`; none of a name.
    func partsOfSpeech(_ hash: UInt64) -> ArraySlice<UInt8> {
        common.row(hash).map { common.bytes(partsOfSpeech, of: $0) } ?? []
    }

    /// Whether the word carries no meaning of its own.
    func isFunctionWord(_ hash: UInt64) -> Bool { partsOfSpeech(hash).contains(UInt8(ascii: "f")) }

    /// Whether the word is a first name.
    func isFirstName(_ hash: UInt64) -> Bool { firstNames.contains(hash) }

    /// The name of the agency whose sign the words are, all of them.
    func agency(_ hashes: ArraySlice<UInt64>) -> String? {
        let all = Array(hashes)
        guard let found = agencies.match(all, at: 0), found.words == all.count else { return nil }
        return found.value
    }
}
