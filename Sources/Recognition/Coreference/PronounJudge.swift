import Lexicons
import NewsModel
import TextCore

/// Asks the reader's model whom "he" and "she" mean: the persons named in the words before and ahead in the sentence, and
/// whom the pronouns before mean.
struct PronounJudge {
    /// Whom a pronoun may mean.
    enum Target: Hashable {
        case entity(Int)
        /// Whoever the pronoun at this token means.
        case pronoun(Int)
    }

    /// A name of a person.
    struct Name {
        var entity: Int
        var tokens: Range<Int>
    }

    /// A pronoun of a person.
    private struct Pronoun {
        var token: Int
        var sex: Sex
        var sentence: Int
    }

    private let analysis: Analysis
    private let entities: [DiscourseEntity]
    private let names: [Name]
    private let sentenceOfName: [Int]
    private var pronouns: [Pronoun] = []

    /// Words and names before a pronoun that are looked at, and pronouns.
    private static let reach = 320
    private static let most = 48
    private static let mostPronouns = 8
    /// Pronouns that are asked for together.
    private static let batch = 64

    /// - Parameters:
    ///   - names: the names of persons, in order.
    ///   - anaphors: what refers back, in order.
    init(_ analysis: Analysis, entities: [DiscourseEntity], names: [Name], anaphors: [Anaphor]) {
        self.analysis = analysis
        self.entities = entities
        self.names = names
        sentenceOfName = names.map { analysis.sentenceIndex(at: analysis.tokens[$0.tokens.lowerBound].span.start) ?? 0 }
        for anaphor in anaphors {
            guard case .personal(let sex, _) = anaphor.kind else { continue }
            pronouns.append(Pronoun(token: anaphor.token, sex: sex, sentence: anaphor.sentence))
        }
    }

    /// For the token of each pronoun whom it may mean, with the share of each; empty where no model read the document.
    func shares() -> [Int: [(target: Target, share: Float)]] {
        guard let judge = analysis.antecedents, analysis.syntax != nil else { return [:] }
        var result: [Int: [(target: Target, share: Float)]] = [:]
        var start = 0
        while start < pronouns.count {
            let part = start..<min(pronouns.count, start + Self.batch)
            let asked = part.map { question($0) }
            for (number, shares) in zip(part, judge.shares(of: asked.map(\.question))) {
                guard let shares else { continue }
                result[pronouns[number].token] = zip(asked[number - part.lowerBound].targets, shares).map { ($0, $1) }
            }
            start = part.upperBound
        }
        return result
    }

    private func question(_ number: Int) -> (question: AntecedentQuestion, targets: [Target]) {
        let pronoun = pronouns[number]
        let own = AntecedentQuestion.Phrase(word: pronoun.token)
        var candidates: [AntecedentQuestion.Candidate] = []
        var targets: [Target] = []
        let next = firstName(from: pronoun.token)
        var rank: [Int: Int] = [:]
        var before = next - 1
        while before >= 0, candidates.count < Self.most, pronoun.token - names[before].tokens.lowerBound <= Self.reach {
            add(before, rank: min(rank[names[before].entity] ?? rank.count, 5))
            if rank[names[before].entity] == nil { rank[names[before].entity] = rank.count }
            before -= 1
        }
        var ahead = next
        while ahead < names.count, sentenceOfName[ahead] == pronoun.sentence, ahead - next < 8 {
            add(ahead, rank: 7)
            ahead += 1
        }
        var earlier = number - 1
        while earlier >= 0, number - earlier <= Self.mostPronouns,
            pronoun.token - pronouns[earlier].token <= Self.reach
        {
            let other = pronouns[earlier]
            if other.sex == pronoun.sex {
                let place = AntecedentQuestion.Phrase(word: other.token)
                candidates.append(
                    AntecedentQuestion.Candidate(
                        phrase: place,
                        features: features(
                            pronoun, place, sentence: other.sentence, class: Self.pronounClass(other.sex),
                            sex: other.sex,
                            count: 0, rank: 6)))
                targets.append(.pronoun(other.token))
            }
            earlier -= 1
        }
        return (AntecedentQuestion(mention: own, candidates: candidates), targets)

        func add(_ index: Int, rank: Int) {
            let name = names[index]
            let entity = entities[name.entity]
            let place = phrase(of: name.tokens)
            candidates.append(
                AntecedentQuestion.Candidate(
                    phrase: place,
                    features: features(
                        pronoun, place, sentence: sentenceOfName[index], class: 1, sex: entity.sex,
                        count: min(entity.mentions.count, 5), rank: rank)))
            targets.append(.entity(name.entity))
        }
    }

    /// Index of the first name that begins at `token` or after.
    private func firstName(from token: Int) -> Int {
        names.partitioningIndex { $0.tokens.lowerBound >= token }
    }

    /// First word, head and last word: the head is the first word that hangs on none of the others.
    private func phrase(of tokens: Range<Int>) -> AntecedentQuestion.Phrase {
        let head = tokens.first { token in
            guard let head = analysis.reading(ofToken: token)?.head else { return true }
            return !tokens.contains(head)
        }
        return AntecedentQuestion.Phrase(
            first: tokens.lowerBound, head: head ?? tokens.upperBound - 1, last: tokens.upperBound - 1)
    }

    // MARK: Features

    private func features(
        _ pronoun: Pronoun, _ candidate: AntecedentQuestion.Phrase, sentence: Int, class kind: UInt8, sex: Sex?,
        count: Int, rank: Int
    ) -> SIMD8<UInt8> {
        let isAfter = candidate.first > pronoun.token
        let sentences = min(abs(pronoun.sentence - sentence), 4) + (isAfter ? 5 : 0)
        let distance = Self.distance(abs(pronoun.token - candidate.first)) + (isAfter ? 10 : 0)
        let isSame =
            candidate.first == candidate.last
            && WordHash.of(analysis.tokens[candidate.first].span, in: analysis.text)
                == WordHash.of(analysis.tokens[pronoun.token].span, in: analysis.text)
        let agrees: UInt8 = sex == nil ? 0 : sex == pronoun.sex ? 1 : 2
        return SIMD8(
            UInt8(distance), isSame ? 3 : 0, Self.pronounClass(pronoun.sex) * 12 + kind, UInt8(sentences),
            role(of: pronoun.token) * 8 + role(of: candidate.head), agrees, UInt8(count), UInt8(rank))
    }

    private static func pronounClass(_ sex: Sex) -> UInt8 { sex == .male ? 3 : 4 }

    /// 0 to 4, then a value for each power of two.
    private static func distance(_ words: Int) -> Int {
        words <= 4 ? words : min(9, Int.bitWidth - words.leadingZeroBitCount + 2)
    }

    /// What a word is in its sentence, as ``AntecedentFeature/roles`` numbers it.
    private func role(of token: Int) -> UInt8 {
        switch analysis.reading(ofToken: token)?.relation {
        case .nsubj, .outerSubject, .passiveSubject, .csubj, .outerClausalSubject, .passiveClausalSubject: 0
        case .obj, .iobj: 1
        case .obl, .agent, .nominalAdverb, .time, .unmarkedOblique: 2
        case .possessor: 4
        case .nmod, .descriptiveModifier, .nominalAdverbOfNoun, .unmarkedNominalModifier, .timeOfNoun: 3
        case .appos: 5
        case .conj: 6
        default: 7
        }
    }
}
