import NewsModel

/// The labels of the model's heads, in the order of their numbers.
struct ReaderLabels: Sendable {
    let sets: [String: [String]]
    let categories: [WordCategory]
    let featureSets: [String]
    let inflections: [Inflection]
    let lemmaEdits: [LemmaEdit]
    let relations: [Dependency]

    /// Reads the labels of a file.
    init(_ file: ReaderFile) throws(ReaderFile.Failure) {
        guard let text = file.metadata["labels"], case .object(let members)? = JSONValue(text.utf8) else {
            throw .damaged(path: file.path, reason: "its labels cannot be read")
        }
        var sets: [String: [String]] = [:]
        for (name, value) in members {
            guard let labels = value.strings, labels.count < 1 << 16 else {
                throw .damaged(path: file.path, reason: "the labels \(name)")
            }
            sets[name] = labels
        }
        self.sets = sets
        categories = (sets["upos"] ?? []).map { WordCategory(rawValue: $0) ?? .other }
        featureSets = sets["feats"] ?? ["_"]
        inflections = featureSets.map { Inflection(features: $0) }
        relations = (sets["relation"] ?? []).map { Dependency(label: $0) }
        lemmaEdits = (sets["lemma"] ?? []).map { label in
            let parts = label.split(separator: "|", omittingEmptySubsequences: false)
            guard parts.count == 3, let cut = Int(parts[0]), cut >= 0 else {
                return LemmaEdit(cut: 0, added: "", keepsCase: false)
            }
            return LemmaEdit(cut: cut, added: String(parts[1]), keepsCase: parts[2] == "k")
        }
    }
}
