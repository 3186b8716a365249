import Foundation
import NewsModel
import TextCore

/// The field's plain way to group a stream: the document joins the nearest centre of TF-IDF weights that had a document
/// in the last 14 days. Measured beside Headwater's own.
struct TfidfStream {
    private struct Story {
        var day: Int
        var centre: [String: Double]
        var length: Double
    }
    private var documentsOf: [String: Int] = [:]
    private var count = 0
    private var stories: [Story] = []
    private let join: Double
    private static let window = 14

    /// A stream whose documents join a story from a cosine of `join`.
    init(join: Double) { self.join = join }

    /// Takes a document and gives the number of its story.
    mutating func add(_ document: Document) -> Int {
        var counts: [String: Int] = [:]
        let words = FoldedText.fold(document.text.string).split { !$0.isLetter && !$0.isNumber }
        for word in words { counts[String(word), default: 0] += 1 }
        count += 1
        for word in counts.keys { documentsOf[word, default: 0] += 1 }
        var vector: [(word: String, weight: Double)] = counts.sorted { $0.key < $1.key }.map { word, times in
            (word, (1 + log(Double(times))) * log(Double(1 + count) / Double(1 + (documentsOf[word] ?? 0))))
        }
        let length = vector.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
        for index in vector.indices { vector[index].weight /= max(length, 1e-9) }
        let day = document.metadata.published?.date.dayNumber ?? 0
        var best: (cosine: Double, story: Int)?
        for (index, story) in stories.enumerated() where day - story.day <= Self.window {
            let cosine = vector.reduce(0) { $0 + $1.weight * (story.centre[$1.word] ?? 0) } / story.length
            if cosine > best?.cosine ?? -1 { best = (cosine, index) }
        }
        guard let best, best.cosine >= join else {
            stories.append(Story(day: day, centre: Dictionary(uniqueKeysWithValues: vector), length: 1))
            return stories.count - 1
        }
        var story = stories[best.story]
        stories[best.story].centre = [:]
        for item in vector { story.centre[item.word, default: 0] += item.weight }
        story.length = story.centre.values.sorted().reduce(0) { $0 + $1 * $1 }.squareRoot()
        story.day = day
        stories[best.story] = story
        return best.story
    }
}
