import Lexicons
import NewsModel
import TextCore

/// Puts together the mentions of one event across the documents of a story.
///
/// Two mentions are one event as likely as ``EventPairModel`` says from their words, their arguments and their sentences;
/// groups are joined from the likeliest pair on while the average over their pairs is above a threshold (average linkage).
struct EventMerger {
    let analyses: [Analysis]
    let reader: EventReader

    /// For each mention the number of its event; the numbers go by the first mention.
    ///
    /// - Complexity: O(n²) comparisons and O(n³) steps of joining in the mentions of a story.
    func groups(of mentions: [EventMention]) -> [Int] {
        AverageLinkage.groups(mentions.count, likeness: likeness(of: mentions), threshold: EventPairModel.threshold)
    }

    /// How likely each mention is the event of each other: a table of n by n, the same on both sides of its diagonal.
    func likeness(of mentions: [EventMention]) -> [Double] {
        let features = pairs(of: mentions)
        let count = mentions.count
        var likeness = Array(repeating: 0.0, count: count * count)
        for a in 0..<count {
            for b in a + 1..<max(a + 1, count) {
                let value = EventPairModel.likeness(features.features(a, b))
                likeness[a * count + b] = value
                likeness[b * count + a] = value
            }
        }
        return likeness
    }

    /// The features of all pairs, for whoever fits the model.
    func pairs(of mentions: [EventMention]) -> EventPairFeatures {
        EventPairFeatures(readings(of: mentions), documents: analyses.count)
    }

    private func readings(of mentions: [EventMention]) -> [EventReading?] {
        var documents: [UInt64: Int] = [:]
        for (document, analysis) in analyses.enumerated() {
            var seen: Set<UInt64> = []
            for token in analysis.tokens.indices { seen.insert(reader.words.form(document, token).meaning.word) }
            for word in seen { documents[word, default: 0] += 1 }
        }
        let all = Double(analyses.count)
        return mentions.map { mention in
            reader.reading(of: mention) { word in
                // What every report of the story says tells its events apart the less.
                0.3 + 0.7 * (1 - Double(documents[word] ?? 1) / (all + 1))
            }
        }
    }
}

/// Joining of groups by the average over their pairs.
enum AverageLinkage {
    /// For each item the number of its group.
    ///
    /// - Parameter likeness: a table of `count` by `count`, the same on both sides of its diagonal.
    static func groups(_ count: Int, likeness: [Double], threshold: Double) -> [Int] {
        guard count > 0 else { return [] }
        var sums = likeness
        var sizes = Array(repeating: 1.0, count: count)
        var isAlive = Array(repeating: true, count: count)
        var groupOf = Array(0..<count)
        var best = Array(repeating: (value: -2.0, other: -1), count: count)
        func nearest(_ a: Int) -> (value: Double, other: Int) {
            var result = (value: -2.0, other: -1)
            for b in 0..<count where b != a && isAlive[b] {
                let value = sums[a * count + b] / (sizes[a] * sizes[b])
                if value > result.value { result = (value, b) }
            }
            return result
        }
        for a in 0..<count { best[a] = nearest(a) }
        while true {
            var top = -1
            for a in 0..<count where isAlive[a] && best[a].other >= 0 && (top < 0 || best[a].value > best[top].value) {
                top = a
            }
            guard top >= 0, best[top].value >= threshold else { break }
            let (keep, gone) = (min(top, best[top].other), max(top, best[top].other))
            isAlive[gone] = false
            for b in 0..<count where isAlive[b] && b != keep {
                sums[keep * count + b] += sums[gone * count + b]
                sums[b * count + keep] = sums[keep * count + b]
            }
            sizes[keep] += sizes[gone]
            for item in 0..<count where groupOf[item] == gone { groupOf[item] = keep }
            best[keep] = nearest(keep)
            for b in 0..<count where isAlive[b] && b != keep {
                if best[b].other == gone || best[b].other == keep {
                    best[b] = nearest(b)
                } else {
                    let value = sums[b * count + keep] / (sizes[b] * sizes[keep])
                    if value > best[b].value { best[b] = (value, keep) }
                }
            }
        }
        var numbers: [Int: Int] = [:]
        return groupOf.map { group in
            if let known = numbers[group] { return known }
            numbers[group] = numbers.count
            return numbers.count - 1
        }
    }
}
