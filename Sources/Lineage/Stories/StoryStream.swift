public import NewsModel

/// Stories as their documents arrive: each document joins the story that it is most like, or begins one.
///
/// A word counts by how rare it is, in English at large and among the documents so far: in a stream of reports of
/// shootings "gunman" soon tells nothing. Likeness to a story is the mean of the likeness to its documents, less what
/// the days since its last one speak against it.
///
/// - Complexity: a document costs O(w · d) in its words and the earlier documents that have one, at most 400 a word.
public struct StoryStream: Sendable {
    /// A document's share of weight by word, of unit length.
    private struct Weighed: Sendable {
        var term: Term
        var weight: Float
    }
    /// A document that has a word.
    private struct Posting: Sendable {
        var document: Int32
        var weight: Float
    }

    private var vocabulary: Vocabulary
    private var documentsOf: [Int32] = []
    private var postings: [[Posting]] = []
    private var days: [Int?] = []
    private var storyOf: [Int] = []
    private var members: [[Int]] = []
    private let tuning: StoryTuning

    /// A stream over a table of how common words are.
    init(background: BackgroundFrequency, tuning: StoryTuning = StoryTuning()) {
        vocabulary = Vocabulary(background: background)
        self.tuning = tuning
    }

    /// The story of the document that came at `place`, from 0. The number of a story never changes, unless stories are
    /// joined.
    public func story(of place: Int) -> Int { storyOf[place] }

    /// Takes a document and gives the number of its story.
    @discardableResult
    public mutating func add(_ analysis: Analysis) -> Int {
        let profile = StoryProfile(analysis.document, into: &vocabulary)
        let document = storyOf.count
        note(profile)
        let weighed = weigh(profile)
        let best = likeness(of: weighed, on: profile.day)
            .max { ($0.value, $1.key) < ($1.value, $0.key) }
        let story: Int
        if let best, best.value >= tuning.join {
            story = best.key
        } else {
            story = members.count
            members.append([])
        }
        storyOf.append(story)
        days.append(profile.day)
        members[story].append(document)
        for item in weighed {
            postings[Int(item.term)].append(Posting(document: Int32(document), weight: item.weight))
        }
        return story
    }

    // MARK: Weights

    /// Counts the document's words.
    private mutating func note(_ profile: StoryProfile) {
        while documentsOf.count < vocabulary.count {
            documentsOf.append(0)
            postings.append([])
        }
        for item in profile.items { documentsOf[Int(item.term)] += 1 }
    }

    private func weigh(_ profile: StoryProfile) -> [Weighed] {
        let documents = Float(storyOf.count + 1)
        var weighed = profile.items.compactMap { item -> Weighed? in
            let entry = vocabulary[item.term]
            let zipf = entry.isNumber ? Self.zipf(ofNumber: entry.stem) : entry.zipf
            // The share of documents that have the word: what English at large says, corrected by what was seen.
            let expected = tuning.prior * Self.share(zipf: zipf)
            let seen = expected + Float(documentsOf[Int(item.term)]) - 0.5
            let rarity = FastLogarithm.natural((tuning.prior + documents) / seen)
            guard rarity > 0 else { return nil }
            let isName = item.capitalized > item.lower && !entry.isNumber
            return Weighed(
                term: item.term, weight: item.count.squareRoot() * rarity * (isName ? tuning.nameFactor : 1))
        }
        let length = weighed.reduce(Float(0)) { $0 + $1.weight * $1.weight }.squareRoot()
        if length > 0 { for index in weighed.indices { weighed[index].weight /= length } }
        return weighed
    }

    /// Share of the documents of news length in which a word of this Zipf value stands.
    private static func share(zipf: Float) -> Float {
        let perWord = FastLogarithm.exponential((zipf - 9) * 2.302_585)
        return 1 - FastLogarithm.exponential(-400 * perWord)
    }

    /// Small numbers are common; long ones are as rare as rare words.
    private static func zipf(ofNumber digits: [UInt8]) -> Float {
        switch digits.count {
        case 1: 5
        case 2: 4.6
        case 3: 4
        default: 3.6
        }
    }

    // MARK: Likeness

    /// How like each story the document is, for the stories that share a word with it.
    private func likeness(of weighed: [Weighed], on day: Int?) -> [Int: Float] {
        var sums = [Float](repeating: 0, count: members.count)
        var touched: [Int] = []
        for item in weighed {
            let having = postings[Int(item.term)]
            if having.count > tuning.widest { continue }
            for posting in having {
                let story = storyOf[Int(posting.document)]
                if sums[story] == 0 { touched.append(story) }
                sums[story] += item.weight * posting.weight
            }
        }
        var likeness: [Int: Float] = [:]
        for story in touched {
            likeness[story] =
                sums[story] / Float(members[story].count) - tuning.perDay * distance(of: day, from: members[story])
        }
        return likeness
    }

    /// The logarithm of the days between a day and the nearest of a story's documents; none where a day is not known.
    private func distance(of day: Int?, from members: [Int]) -> Float {
        guard let day else { return 0 }
        let gaps = members.compactMap { days[$0] }.map { abs(day - $0) }
        return gaps.min().map { FastLogarithm.natural(1 + Float($0)) } ?? 0
    }

    // MARK: Repair

    /// Puts stories together that are as like each other as the documents of one story are: what came first may have
    /// been told too briefly to know.
    ///
    /// - Complexity: O(p + s² · log s) in the postings and the stories that share a word.
    public mutating func joinStories() {
        var sums: [Int: [Int: Float]] = [:]
        for having in postings where having.count > 1 && having.count <= tuning.widest {
            for (place, a) in having.enumerated() {
                for b in having[(place + 1)...] {
                    let (x, y) = (storyOf[Int(a.document)], storyOf[Int(b.document)])
                    if x != y { sums[min(x, y), default: [:]][max(x, y), default: 0] += a.weight * b.weight }
                }
            }
        }
        while let pair = mostAlike(sums) {
            let moved = sums.removeValue(forKey: pair.b) ?? [:]
            for (other, sum) in moved where other != pair.a {
                sums[min(pair.a, other), default: [:]][max(pair.a, other), default: 0] += sum
            }
            for story in sums.keys {
                guard let sum = sums[story]?.removeValue(forKey: pair.b), story != pair.a else { continue }
                sums[min(pair.a, story), default: [:]][max(pair.a, story), default: 0] += sum
            }
            for document in members[pair.b] { storyOf[document] = pair.a }
            members[pair.a] = (members[pair.a] + members[pair.b]).sorted()
            members[pair.b] = []
        }
    }

    private func mostAlike(_ sums: [Int: [Int: Float]]) -> (a: Int, b: Int)? {
        var best: (likeness: Float, a: Int, b: Int)?
        for (a, others) in sums {
            for (b, sum) in others {
                guard sum / Float(members[a].count * members[b].count) >= tuning.join else { continue }
                let gap = members[a].compactMap { days[$0] }.map { distance(of: $0, from: members[b]) }.min() ?? 0
                let likeness = sum / Float(members[a].count * members[b].count) - tuning.perDay * gap
                guard likeness >= tuning.join else { continue }
                if best.map({ (likeness, $0.a, $0.b) > ($0.likeness, a, b) }) ?? true { best = (likeness, a, b) }
            }
        }
        return best.map { ($0.a, $0.b) }
    }
}

/// What the grouping into stories goes by; measured on the GVA stream.
struct StoryTuning: Sendable {
    /// The likeness from which a document joins a story.
    var join: Float = 0.22
    /// What the logarithm of the days between counts against it.
    var perDay: Float = 0.03
    /// How much more a name counts than another word.
    var nameFactor: Float = 1.6
    /// How many documents the background frequencies count for.
    var prior: Float = 30
    /// A word that more documents have tells no stories apart.
    var widest = 400
}
