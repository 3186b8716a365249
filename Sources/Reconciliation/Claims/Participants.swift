import NewsModel
import TextCore

/// Who is meant by a mention, across the documents of a story: the number of its actor.
struct Participants: Sendable {
    /// The names, by number.
    private(set) var names: [String] = []
    private var numbers: [Actor.ChainReference: Int] = [:]

    init(_ actors: [Actor]) {
        for (number, actor) in actors.enumerated() {
            names.append(actor.name)
            for chain in actor.chains { numbers[chain] = number }
        }
    }

    /// The actor of a chain of a document.
    func number(_ document: DocumentID, chain: Int?) -> Int? {
        chain.flatMap { numbers[Actor.ChainReference(document: document, chain: $0)] }
    }
}
