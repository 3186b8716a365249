import Lexicons
import NewsModel
import TextCore

/// Links what refers back to the entity that it most likely means: by agreement of sex, role and country first, then by
/// how recently and how prominently the entity was spoken of (after Lappin and Leass, 1994, without a parser).
struct AnaphorLinker {
    /// A mention of an entity that came before.
    private struct Occurrence {
        var entity: Int
        var sentence: Int
        var token: Int
        /// First name of its sentence, or after a verb of saying.
        var isSubject: Bool
        /// Followed by 's, or after a preposition.
        var isOblique: Bool
        var isPronoun: Bool
    }

    private let analysis: Analysis
    private let tokens: NameTokens
    private var occurrences: [Occurrence] = []
    /// What the reader's model says of pronouns of persons, by their tokens.
    private let judged: [Int: [(target: PronounJudge.Target, share: Float)]]
    /// Whom the pronouns at these tokens mean.
    private var meant: [Int: Int] = [:]

    init(
        _ analysis: Analysis, tokens: NameTokens, judged: [Int: [(target: PronounJudge.Target, share: Float)]]
    ) {
        self.analysis = analysis
        self.tokens = tokens
        self.judged = judged
    }

    /// Remembers a name.
    mutating func note(entity: Int, sentence: Int, token: Int, end: Int, isFirst: Bool) {
        let isPossessor = end < tokens.tokens.count && tokens.tokens[end].is(.possessive)
        let isAfterPreposition = token > 0 && Self.prepositions.contains(tokens.hashes[token - 1])
        let isSpeaker = token > 0 && tokens.tokens[token - 1].word?.role == .saying || isActing(at: end)
        occurrences.append(
            Occurrence(
                entity: entity, sentence: sentence, token: token,
                isSubject: (isFirst && !isAfterPreposition) || isSpeaker, isOblique: isPossessor || isAfterPreposition,
                isPronoun: false))
        if occurrences.count > 400 { occurrences.removeFirst(200) }
    }

    /// Whether a verb stands at `index`, so that the name before it is its subject.
    private func isActing(at index: Int) -> Bool {
        guard index < tokens.tokens.count, !tokens.tokens[index].is(.capital) else { return false }
        return tokens.tokens[index].is(.verb) && !tokens.tokens[index].is(.function)
            || Self.doing.contains(tokens.hashes[index])
            || Self.being.contains(tokens.hashes[index])
    }

    /// The entity that `anaphor` means; it is remembered as spoken of.
    mutating func resolve(
        _ anaphor: Anaphor, holder: Int?, among entities: [DiscourseEntity], ahead: [Ahead]
    ) -> Int? {
        let best =
            switch anaphor.kind {
            case .personal(let sex, let place):
                if let judged = judged[anaphor.token] {
                    person(judged)
                } else {
                    person(anaphor, sex, place, entities, ahead)
                }
            case .neuter(let place): thing(anaphor, place, entities)
            case .role: holder
            case .organisation(let word): organisation(anaphor, word, entities)
            }
        guard let best else { return nil }
        if case .personal = anaphor.kind { meant[anaphor.token] = best }
        occurrences.append(
            Occurrence(
                entity: best, sentence: anaphor.sentence, token: anaphor.token,
                isSubject: anaphor.token == analysis.sentences[anaphor.sentence].tokens.lowerBound, isOblique: false,
                isPronoun: true))
        return best
    }

    /// A name that comes later in the same sentence.
    struct Ahead {
        var entity: Int
        var token: Int
    }

    // MARK: Pronouns

    /// Whom a pronoun means as the model has it: the person with the largest share over all names and pronouns, where it is
    /// large enough.
    private func person(_ judged: [(target: PronounJudge.Target, share: Float)]) -> Int? {
        var sums: [Int: Float] = [:]
        for (target, share) in judged {
            switch target {
            case .entity(let entity): sums[entity, default: 0] += share
            case .pronoun(let token): if let entity = meant[token] { sums[entity, default: 0] += share }
            }
        }
        let best = sums.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
        return best.flatMap { $0.value >= Self.leastShare ? $0.key : nil }
    }

    private static let leastShare: Float = 0.3

    private func person(
        _ anaphor: Anaphor, _ sex: Sex, _ place: Anaphor.Case, _ entities: [DiscourseEntity], _ ahead: [Ahead]
    ) -> Int? {
        var scores: [(entity: Int, score: Double)] = []
        for occurrence in occurrences.reversed() {
            let distance = anaphor.sentence - occurrence.sentence
            guard distance <= 4 else { break }
            let entity = entities[occurrence.entity]
            guard entity.kind == .person, entity.sex == nil || entity.sex == sex else { continue }
            if distance == 0, place == .object, isClauseMate(occurrence, anaphor) { continue }
            var score = Self.recency[min(distance, 4)]
            if occurrence.isSubject { score += 0.35 }
            if occurrence.isOblique { score -= 0.25 }
            if occurrence.isPronoun { score += 0.2 }
            if entity.sex == sex { score += 0.3 }
            score += min(Double(entity.weight) * 0.04, 0.3)
            if place == .subject, distance == 1, occurrence.isSubject { score += 0.15 }
            if place == .possessive, distance == 0 { score += 0.15 }
            score -= min(Double(scores.count) * 0.05, 0.4)
            scores.append((occurrence.entity, score))
        }
        // "Ahead of his visit, Putin …": the name that follows, where the sentence has none before the pronoun.
        if let next = ahead.first(where: { entities[$0.entity].kind == .person }),
            isFirstOfSentence(anaphor), entities[next.entity].sex == nil || entities[next.entity].sex == sex,
            followsComma(next.token)
        {
            scores.append((next.entity, 1.25))
        }
        let best = scores.enumerated().max { ($0.element.score, -$0.offset) < ($1.element.score, -$1.offset) }
        return best.flatMap { $0.element.score >= 0.5 ? $0.element.entity : nil }
    }

    /// Whether nothing that begins another clause stands between the two, so that "X saw him" is not X.
    private func isClauseMate(_ occurrence: Occurrence, _ anaphor: Anaphor) -> Bool {
        guard occurrence.isSubject || occurrence.isPronoun, anaphor.token - occurrence.token < 10 else { return false }
        return !(occurrence.token..<anaphor.token).contains { index in
            Self.clauseWords.contains(tokens.hashes[index]) || tokens.tokens[index].is(.comma)
        }
    }

    private func isFirstOfSentence(_ anaphor: Anaphor) -> Bool {
        guard anaphor.token > analysis.sentences[anaphor.sentence].tokens.lowerBound else { return false }
        return occurrences.last.map { $0.sentence < anaphor.sentence || $0.isOblique } ?? true
    }

    /// Whether a name begins right after a comma, but for its article and its role.
    private func followsComma(_ token: Int) -> Bool {
        var index = token - 1
        while index > 0, token - index < 6, !tokens.tokens[index].is(.comma) {
            guard tokens.tokens[index].is(.word) else { return false }
            index -= 1
        }
        return index >= 0 && tokens.tokens[index].is(.comma)
    }

    /// What "it" and "its" mean: an organisation or a country that the clause before is about; nothing where "it" is
    /// empty ("it is clear that", "it took hours").
    private func thing(_ anaphor: Anaphor, _ place: Anaphor.Case, _ entities: [DiscourseEntity]) -> Int? {
        guard place == .possessive || isFull(anaphor.token) else { return nil }
        let isOpening = anaphor.token == analysis.sentences[anaphor.sentence].tokens.lowerBound
        for occurrence in occurrences.reversed() {
            let distance = anaphor.sentence - occurrence.sentence
            guard distance <= 1 else { break }
            let kind = entities[occurrence.entity].kind
            guard kind == .organisation || kind == .geopoliticalEntity else { continue }
            if occurrence.isSubject, distance == 0 || isOpening { return occurrence.entity }
            if occurrence.isPronoun, distance == 1, isOpening { return occurrence.entity }
        }
        return nil
    }

    /// Whether a verb of doing follows, so that "it" is somebody.
    private func isFull(_ token: Int) -> Bool {
        guard token + 1 < tokens.tokens.count else { return false }
        let next = tokens.hashes[token + 1] == Self.also ? token + 2 : token + 1
        return next < tokens.tokens.count
            && (next > token + 1 || Self.doing.contains(tokens.hashes[next])
                || tokens.tokens[next].word?.role == .saying)
    }

    // MARK: Nouns

    /// Who "the Russian leader" is: a person with such a role, of that country where both are known. Nil for what is no
    /// role.
    func holder(_ anaphor: Anaphor, among entities: [DiscourseEntity]) -> Int? {
        guard case .role(let word, let group) = anaphor.kind else { return nil }
        var best: (entity: Int, score: Double)?
        var seen: Set<Int> = []
        for occurrence in occurrences.reversed() {
            guard anaphor.sentence - occurrence.sentence <= 30 else { break }
            guard seen.insert(occurrence.entity).inserted else { continue }
            let entity = entities[occurrence.entity]
            guard entity.kind == .person else { continue }
            if let sex = anaphor.sex, let known = entity.sex, sex != known { continue }
            if let country = anaphor.country, let known = entity.country, country != known { continue }
            let isSame = entity.roleWords.contains(word)
            let isLike = entity.roles.contains(group)
            let isFellow = anaphor.country != nil && entity.country == anaphor.country
            guard isSame || isLike else { continue }
            if anaphor.country != nil, !isFellow, !isSame { continue }
            let distance = Double(anaphor.sentence - occurrence.sentence)
            let score =
                (isSame ? 3 : 1.2) + (isFellow ? 1 : 0) - distance * 0.08 + min(Double(entity.weight) * 0.03, 0.3)
            if score > best?.score ?? 0.4 { best = (occurrence.entity, score) }
        }
        return best?.entity
    }

    /// Which organisation "the ministry" is: the last whose name has that word.
    private func organisation(_ anaphor: Anaphor, _ word: UInt64, _ entities: [DiscourseEntity]) -> Int? {
        for occurrence in occurrences.reversed() {
            guard anaphor.sentence - occurrence.sentence <= 12 else { break }
            let entity = entities[occurrence.entity]
            guard entity.kind == .organisation, anaphor.country == nil || entity.country == anaphor.country else {
                continue
            }
            if entity.names.contains(where: { $0.contains(word) }) || entity.roleWords.contains(word) {
                return occurrence.entity
            }
        }
        return nil
    }

    private static let recency = [1, 0.85, 0.55, 0.35, 0.2]
    private static func hashes(_ words: String) -> Set<UInt64> {
        Set(words.split(separator: " ").map { WordHash.of(String($0)) })
    }
    private static let prepositions = hashes(
        "of with by for to from on in at against about between after before over under")
    private static let clauseWords = hashes(
        "that who which when while because and but if whether as after before since although where")
    private static let doing = hashes(
        "has had will would could may might must should can plans aims seeks wants hopes intends delivered sent announced "
            + "launched fired attacked opened closed sold bought agreed refused declined warned called urged began started"
    )
    private static let being = hashes("is was has had will would did does says said who")
    private static let also = WordHash.of("also")
}
