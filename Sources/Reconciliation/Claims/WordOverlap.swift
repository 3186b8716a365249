import Lexicons
import NewsModel
import TextCore

/// Weighs the content words that two statements share, the same or exchangeable, against those that they do not.
struct WordOverlap: Sendable {
    /// What each actor weighs: who is in every sentence of a story tells little.
    var actorWeights: [Double]
    /// What each lemma weighs besides its background weight.
    var storyWeights: [UInt64: Double]

    /// Shares of either statement's content that the other has.
    func coverage(_ a: Features, _ b: Features) -> (a: Double, b: Double) {
        (share(of: a, in: b), share(of: b, in: a))
    }

    /// From 0 to 1: mostly the harmonic mean of both coverages, so that a short statement is not the same as every long
    /// one that happens to hold its words.
    func score(_ a: Features, _ b: Features) -> Double {
        let (x, y) = coverage(a, b)
        guard x + y > 0 else { return 0 }
        return 0.75 * (2 * x * y / (x + y)) + 0.25 * max(x, y)
    }

    /// The weight of a term in this story.
    func weight(_ term: Features.Term) -> Double { term.weight * (storyWeights[term.meaning.word] ?? 1) }

    private func share(of a: Features, in b: Features) -> Double {
        var total = 0.0
        var matched = 0.0
        for term in a.terms {
            let weight = weight(term)
            total += weight
            var best = 0.0
            for other in b.terms {
                if term.isNumber || other.isNumber {
                    if term.meaning.word == other.meaning.word { best = 1 }
                    continue
                }
                best = max(best, Self.value(WordMeanings.closeness(term.meaning, other.meaning)))
                if best == 1 { break }
            }
            matched += weight * best
        }
        for participant in a.participants {
            let weight = actorWeights.indices.contains(participant) ? actorWeights[participant] : 1
            total += weight
            if b.participants.contains(participant) { matched += weight }
        }
        return total > 0 ? matched / total : 0
    }

    /// What a match of some closeness is worth.
    private static func value(_ closeness: WordMeanings.Closeness) -> Double {
        switch closeness {
        case .same: 1
        case .synonym: 0.9
        case .exchangeable: 0.8
        case .kindOf: 0.5
        case .unrelated: 0
        }
    }
}

extension WordOverlap {
    /// Weights for a story: a word or actor weighs less the more statements of each document speak of it. Reprints do
    /// not make a word common, so occurrences are averaged over the documents that have it.
    init(_ drafts: [Draft], actors: Int) {
        var words: [UInt64: (count: Int, documents: Set<Int>)] = [:]
        var people: [(count: Int, documents: Set<Int>)] = Array(repeating: (0, []), count: actors)
        var perDocument: [Int: Int] = [:]
        for draft in drafts {
            let document = draft.proposition.document
            perDocument[document, default: 0] += 1
            for term in draft.features.terms {
                words[term.meaning.word, default: (0, [])].count += 1
                words[term.meaning.word]?.documents.insert(document)
            }
            for number in draft.features.participants where people.indices.contains(number) {
                people[number].count += 1
                people[number].documents.insert(document)
            }
        }
        let size = max(2, perDocument.isEmpty ? 2 : drafts.count / perDocument.count)
        func rarity(_ count: Int, _ documents: Int) -> Double {
            guard documents > 0 else { return 1 }
            let mean = Double(count) / Double(documents)
            return 0.35 + 0.65 * max(0, 1 - log2(mean) / log2(Double(size) + 1))
        }
        storyWeights = words.mapValues { rarity($0.count, $0.documents.count) }
        actorWeights = people.map { 1.6 * rarity($0.count, $0.documents.count) }
    }
}

/// The logarithm to base 2, without Foundation: exact to a few millionths, which is all a weight needs.
func log2(_ x: Double) -> Double {
    guard x > 0, x.isFinite else { return 0 }
    var mantissa = x.significand
    var result = Double(x.exponent)
    var bit = 0.5
    for _ in 0..<20 {
        mantissa *= mantissa
        if mantissa >= 2 {
            mantissa /= 2
            result += bit
        }
        bit /= 2
    }
    return result
}
