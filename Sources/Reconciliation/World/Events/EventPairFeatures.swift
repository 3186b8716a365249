import Lexicons
import NewsModel
import TextCore

/// What two mentions of events have in common, as numbers.
struct EventPairFeatures {
    private let readings: [EventReading?]
    /// How like what surrounds the events of two documents is.
    private let documents: [[Double]]

    init(_ readings: [EventReading?], documents count: Int) {
        self.readings = readings
        var documents = Array(repeating: WordBag(), count: count)
        for case let reading? in readings { documents[reading.document].add(reading.context) }
        self.documents = documents.map { bag in documents.map { bag.cosine($0) } }
    }

    /// Whether the triggers are one word, two words for one thing, share another word, how long their common beginning is;
    /// cosines of the sentences, of the arguments, of what surrounds the events of the two documents; whether they stand in
    /// one sentence, whether both tell of something said.
    static let names = [
        "one", "same", "exchangeable", "shared word", "stem", "context", "near", "documents", "same sentence", "speech",
    ]

    /// The features of a pair, in the order of ``names``.
    func features(_ a: Int, _ b: Int) -> [Double] {
        guard let x = readings[a], let y = readings[b] else { return [1] + Self.names.dropFirst().map { _ in 0 } }
        let closeness = WordMeanings.closeness(x.trigger.meaning, y.trigger.meaning)
        let isSame = closeness == .same
        let sharesWord = !isSame && x.lemmas.contains(where: y.lemmas.contains)
        let isOneDocument = x.document == y.document
        return [
            1, isSame ? 1 : 0, closeness == .exchangeable ? 1 : 0, sharesWord ? 1 : 0,
            isSame || sharesWord ? 0 : Self.stem(x.lemmas, y.lemmas), x.context.cosine(y.context),
            x.near.cosine(y.near),
            isOneDocument ? 1 : documents[x.document][y.document],
            isOneDocument && x.sentence == y.sentence ? 1 : 0, x.isSpeech && y.isSpeech ? 1 : 0,
        ]
    }

    /// The longest common beginning of a word of one and a word of the other, as a share of the longer one.
    private static func stem(_ a: [String], _ b: [String]) -> Double {
        a.reduce(0) { best, word in b.reduce(best) { max($0, stem(word, $1)) } }
    }

    /// How much of two words is one beginning, from 0 to 1; 0 under four letters.
    private static func stem(_ a: String, _ b: String) -> Double {
        var common = 0
        for (x, y) in zip(a.utf8, b.utf8) {
            guard x == y else { break }
            common += 1
        }
        return common < 4 ? 0 : Double(common) / Double(max(a.utf8.count, b.utf8.count))
    }
}
