import NewsModel
import TextCore

/// The syntax of one sentence from head to dependants.
struct SentenceTree {
    let tokens: Range<Int>
    private let span: TextSpan
    private let analysis: Analysis
    private let words: [String]
    private var dependants: [Int: [Int]] = [:]

    init(_ sentence: Sentence, _ analysis: Analysis) {
        tokens = sentence.tokens
        span = sentence.span
        self.analysis = analysis
        words = sentence.tokens.map { FoldedText.fold(analysis.text[analysis.tokens[$0].span]) }
        for token in sentence.tokens {
            if let head = analysis.reading(ofToken: token)?.head { dependants[head, default: []].append(token) }
        }
    }

    /// The findings of a layer that lie in the sentence.
    func within<Finding>(_ layer: [Finding], at place: (Finding) -> TextSpan) -> ArraySlice<Finding> {
        analysis.within(span, layer, at: place)
    }

    /// The folded form of a token.
    func folded(_ token: Int) -> String { tokens.contains(token) ? words[token - tokens.lowerBound] : "" }

    /// The head of a token.
    func head(_ token: Int) -> Int? {
        analysis.reading(ofToken: token)?.head.flatMap { tokens.contains($0) ? $0 : nil }
    }

    /// The dependants of a token that stand in one of some relations to it, in order.
    func children(_ token: Int, _ relations: Set<Dependency>) -> [Int] {
        (dependants[token] ?? []).filter {
            analysis.reading(ofToken: $0).map { relations.contains($0.relation) } ?? false
        }
    }

    /// Whether a noun stands behind one of some prepositions.
    func hasCase(_ token: Int, _ prepositions: Set<String>) -> Bool {
        children(token, [.case]).contains { prepositions.contains(folded($0)) }
    }

    /// Whether a verb is passive: a passive auxiliary or subject, or a past participle.
    func isPassive(_ token: Int) -> Bool {
        if !children(token, [.passiveAux, .passiveSubject]).isEmpty { return true }
        return analysis.reading(ofToken: token)?.inflection.isSuperset(of: [.participle, .past]) ?? false
    }

    /// The tokens from a token up to the root of its sentence, itself first.
    func ancestors(_ token: Int) -> [Int] {
        var path = [token]
        while let last = path.last, path.count < 64, let head = head(last) { path.append(head) }
        return path
    }

    /// The clauses that a token stands in and that tell of something beside the main clause, by their verbs: `⟦while the
    /// depots burned⟧, he visited Yakutia`, `a man ⟦who lives in Rome⟧`.
    func asides(_ token: Int) -> (adverbial: Set<Int>, relative: Set<Int>) {
        var found: (adverbial: Set<Int>, relative: Set<Int>) = ([], [])
        for token in ancestors(token) {
            switch analysis.reading(ofToken: token)?.relation {
            case .advcl where !children(token, [.mark]).isEmpty: found.adverbial.insert(token)
            case .relativeClause: found.relative.insert(token)
            default: break
            }
        }
        return found
    }
}
