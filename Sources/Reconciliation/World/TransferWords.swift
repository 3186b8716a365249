import Lexicons

/// The verbs and nouns that tell of giving and getting.
struct TransferWords: Sendable {
    /// Which part the subject has.
    enum Frame: String, Sendable { case give, get, seek, refuse }

    private var frames: [String: Frame] = [:]

    init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        for row in try LexiconTable("transfer-verbs.tsv", in: resources).rows {
            guard let frame = Frame(rawValue: row[0]) else { continue }
            for word in row[1].split(separator: " ") where frames[String(word)] == nil { frames[String(word)] = frame }
        }
    }

    /// The frame of a lemma.
    subscript(lemma: String) -> Frame? { frames[lemma] }
}
