import Lexicons
import NewsModel
import TextCore

/// Finds quotations that give one utterance: in the same words, a part of them, or in other words that a translation may
/// have chosen.
///
/// Examples: “full support” and “full support”; “We are not at war” and “we’re not at war,”; «unshakable comrade in arms»
/// and “invincible co-belligerent”. Not: two quotations of one speaker about different things.
struct QuotationMatcher {
    /// Two quotations of one utterance.
    struct Match {
        var a: Int
        var b: Int
        /// Whether the words are the same, quotation marks and case aside.
        var isVerbatim: Bool
    }

    /// A quotation with the words that it is matched by.
    struct Entry {
        var document: Int
        var index: Int
        var citation: Citation
        var speaker: Int?
        var words: [String]
        var features: Features
    }

    let analyses: [Analysis]
    let facts: WordFacts
    let participants: Participants
    let lineage: Lineage

    /// All quotations with at least two words, in document order.
    func entries() -> [Entry] {
        analyses.enumerated().flatMap { document, analysis in
            analysis.quotations.enumerated().compactMap { index, quotation in
                let words = quotation.content.flatMap { Self.words(in: $0, of: analysis) }
                guard words.count >= 2 else { return nil }
                return Entry(
                    document: document, index: index, citation: Citation(analysis.document.id, quotation.span),
                    speaker: participants.number(analysis.document.id, chain: quotation.speakerChain), words: words,
                    features: features(of: words, around: quotation, in: analysis))
            }
        }
    }

    /// Whether two quotations give one utterance.
    func match(_ a: Entry, _ b: Entry) -> (isVerbatim: Bool, sameWords: Bool)? {
        if a.words == b.words { return (true, true) }
        let (short, long) = a.words.count <= b.words.count ? (a, b) : (b, a)
        if short.words.count >= 3, Self.contains(long.words, short.words) { return (false, true) }
        if let x = a.speaker, let y = b.speaker, x != y, a.words.count > 4 || b.words.count > 4 { return nil }
        let overlap = WordOverlap(actorWeights: [], storyWeights: [:])
        var (x, y) = (a.features, b.features)
        x.participants = []
        y.participants = []
        let (p, q) = overlap.coverage(x, y)
        guard min(x.terms.count, y.terms.count) >= 2 else { return nil }
        let aboutTheSame = a.features.participants.contains(where: b.features.participants.contains)
        if min(p, q) >= 0.75 { return (false, false) }
        // A phrase in other words, beside the same names: the speaker or the context must agree.
        let sameSpeaker = a.speaker != nil && a.speaker == b.speaker
        let lengths = Double(short.words.count) / Double(long.words.count)
        if min(p, q) >= 0.55, lengths >= 0.4, sameSpeaker || aboutTheSame { return (false, false) }
        // Whole utterances of one speaker in reports of one text: a translation there and back leaves few words the same.
        if sameSpeaker, short.words.count >= 5, lengths >= 0.6, min(p, q) >= 0.25, standOnOneText(a, b) {
            return (false, false)
        }
        return nil
    }

    private func standOnOneText(_ a: Entry, _ b: Entry) -> Bool {
        if let x = lineage.origin(of: a.citation), x == lineage.origin(of: b.citation) { return true }
        return lineage.passages.contains { passage in
            passage.a.document == min(a.citation.document, b.citation.document)
                && passage.b.document == max(a.citation.document, b.citation.document)
                && [passage.a, passage.b].allSatisfy { side in
                    (side.document == a.citation.document ? a : b).citation.span.overlaps(side.span)
                }
        }
    }

    /// The folded words of a stretch, compounds that the dictionary knows with hyphens made one: "comrade in arms".
    private static func words(in span: TextSpan, of analysis: Analysis) -> [String] {
        AttributionLayout.tokens(in: span, of: analysis).filter {
            analysis.tokens[$0].kind == .word || analysis.tokens[$0].kind == .number
        }.map { String(decoding: FoldedText(analysis.text, in: analysis.tokens[$0].span).bytes, as: UTF8.self) }
    }

    private func features(of words: [String], around quotation: Quotation, in analysis: Analysis) -> Features {
        var features = Features()
        var index = 0
        while index < words.count {
            var length = 1
            for size in [3, 2] where index + size <= words.count {
                let first = facts.lemmatizer.lemma(of: words[index])
                let compound = ([first] + words[(index + 1)..<(index + size)]).joined(separator: "-")
                if facts.lemmatizer.isKnown(compound) || !facts.meanings.entry(compound).concepts.isEmpty {
                    length = size
                    break
                }
            }
            let first = length > 1 ? facts.lemmatizer.lemma(of: words[index]) : words[index]
            let form = facts.form(([first] + words[(index + 1)..<(index + length)]).joined(separator: "-"))
            index += length
            guard form.weight > 0, !features.terms.contains(where: { $0.meaning.word == form.meaning.word }) else {
                continue
            }
            features.terms.append(Features.Term(meaning: form.meaning, weight: form.weight, isNumber: false))
        }
        if let sentence = analysis.sentenceIndex(at: quotation.span.start) {
            let block = analysis.document.blocks[analysis.sentences[sentence].block]
            // A heading tells nothing of whom it is about: the paragraph after it does.
            let context = block.kind.isProse ? analysis.sentences[sentence].span : following(sentence, in: analysis)
            for mention in analysis.within(context, analysis.mentions, at: \.span) {
                if let number = participants.number(analysis.document.id, chain: mention.chain) {
                    features.participants.append(number)
                }
            }
        }
        return features
    }

    private func following(_ sentence: Int, in analysis: Analysis) -> TextSpan {
        let next = analysis.sentences[(sentence + 1)...].prefix(4)
        return next.reduce(analysis.sentences[sentence].span) { $0.union($1.span) }
    }

    private static func contains(_ long: [String], _ short: [String]) -> Bool {
        guard long.count >= short.count else { return false }
        return (0...(long.count - short.count)).contains { long[$0..<($0 + short.count)].elementsEqual(short) }
    }
}
