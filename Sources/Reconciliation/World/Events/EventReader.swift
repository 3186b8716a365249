import Lexicons
import NewsModel
import TextCore

/// Reads what surrounds the mentions of events: the words of their arguments and of their sentences.
struct EventReader {
    let analyses: [Analysis]
    let words: StoryWords

    /// What is read of a mention.
    func reading(of mention: EventMention, weighing rarity: (UInt64) -> Double) -> EventReading? {
        let document = mention.document
        let analysis = analyses[document]
        let own = AttributionLayout.tokens(in: mention.span, of: analysis)
        guard let head = head(of: own, analysis) else { return nil }
        let trigger = words.form(document, head)
        let telling = own.map { words.form(document, $0) }.filter { $0.isWord && $0.weight > 0.3 && !$0.isLight }
        var reading = EventReading(
            document: document, sentence: analysis.sentenceIndex(at: analysis.tokens[head].span.start),
            trigger: trigger, lemmas: telling.isEmpty ? [trigger.lemma] : telling.map(\.lemma),
            isSpeech: Self.speech.contains(trigger.lemma))
        guard let number = reading.sentence else { return reading }
        let sentence = analysis.sentences[number]
        let arguments = arguments(of: head, besides: own, in: sentence, analysis)
        for token in sentence.tokens where !own.contains(token) {
            let form = words.form(document, token)
            guard form.isWord, form.weight > 0.3 else { continue }
            reading.context.add(form.meaning.word, form.weight * rarity(form.meaning.word))
            if arguments.contains(token) {
                reading.near.add(form.meaning.word, form.weight * rarity(form.meaning.word))
            }
        }
        for token in own where token != head {
            let form = words.form(document, token)
            guard form.isWord, form.weight > 0.3 else { continue }
            reading.near.add(form.meaning.word, form.weight * rarity(form.meaning.word))
        }
        return reading
    }

    /// The token of a mention whose head stands outside it; the last word where nothing is known of heads.
    private func head(of tokens: Range<Int>, _ analysis: Analysis) -> Int? {
        let inside = tokens.filter { analysis.tokens[$0].kind != .punctuation }
        guard let last = inside.last else { return tokens.last }
        return inside.first { token in
            guard let reading = analysis.reading(ofToken: token) else { return false }
            return reading.head.map { !tokens.contains($0) } ?? true
        } ?? last
    }

    /// The tokens of what an event is told with: its subject, objects, modifiers, down to the next clause; the subject of
    /// the verb that governs it where it has none; what a noun that names it modifies.
    private func arguments(
        of head: Int, besides own: Range<Int>, in sentence: Sentence, _ analysis: Analysis
    ) -> Set<Int> {
        guard let syntax = analysis.syntax, !syntax.words.isEmpty else {
            return Set(sentence.tokens.filter { abs($0 - head) <= 4 })
        }
        var found: Set<Int> = []
        func take(_ token: Int, _ depth: Int) {
            found.insert(token)
            guard depth < 3 else { return }
            for child in sentence.tokens where syntax.words[child].head == token && !own.contains(child) {
                guard !Self.clauses.contains(syntax.words[child].relation) else { continue }
                take(child, depth + 1)
            }
        }
        take(head, 0)
        var current = head
        var hasSubject = sentence.tokens.contains {
            syntax.words[$0].head == head && syntax.words[$0].relation.isSubject
        }
        for _ in 0..<3 where !hasSubject {
            guard let above = syntax.words[current].head, sentence.tokens.contains(above) else { break }
            for child in sentence.tokens
            where syntax.words[child].head == above && syntax.words[child].relation.isSubject {
                if child != current { take(child, 1) }
                hasSubject = true
            }
            if syntax.words[current].relation == .compound || syntax.words[current].relation == .relativeClause {
                found.insert(above)
            }
            current = above
        }
        found.remove(head)
        return found
    }

    private static let clauses: Set<Dependency> = [
        .advcl, .adverbialRelativeClause, .ccomp, .relativeClause, .acl, .conj, .parataxis, .csubj, .cc, .punct,
    ]
    private static let speech: Set<String> = [
        "say", "tell", "report", "announce", "add", "write", "state", "confirm", "claim", "warn", "deny", "explain",
        "note", "reveal", "insist", "statement", "announcement", "call", "describe", "ask",
    ]
}
