import NewsModel
import TextCore

/// A document as lineage compares it: the words of its running text, in units of a sentence.
///
/// Titles, headings, captions, credits, promos and biographies are left out: they are the outlet's, the agency's
/// picture desk's or the page's, and two outlets that share one share no telling. So is what a page says to its reader
/// (``PageTalk``). Captions stand behind the running text, to be compared with those of a page of pictures.
struct ComparableText {
    /// A word in its place.
    struct Word {
        /// What it is.
        var term: Term
        /// Where it stands.
        var span: TextSpan
        /// Whether it stands in a quotation: its wording is the speaker's.
        var isQuoted: Bool
    }

    /// A sentence, or a part of a very long one.
    struct Unit {
        /// Where it stands.
        var span: TextSpan
        /// Its words, as a range of indices into ``ComparableText/words``.
        var words: Range<Int>
        /// Index of its sentence in ``Analysis/sentences``.
        var sentence: Int
        /// Whether it is the whole sentence.
        var isSentence: Bool
    }

    /// The document.
    let document: DocumentID
    /// All words, in order.
    let words: [Word]
    /// The units of the running text, in order, then those of the captions.
    let units: [Unit]
    /// How many units are running text.
    let bodyCount: Int
    /// Whether the page tells more in captions than in running text: its captions are its text.
    let isGallery: Bool
    /// The meaning of its sentences, where the reader has read them.
    let vectors: SentenceVectors?

    /// Words of a unit at most: what has more is no sentence.
    private static let longestUnit = 80

    /// Reads a document into a vocabulary.
    ///
    /// - Parameter withCaptions: whether captions are read too.
    init(_ analysis: Analysis, withCaptions: Bool, into vocabulary: inout Vocabulary) {
        var words: [Word] = []
        var units: [Unit] = []
        var sentencesOf: [Term: Int] = [:]
        var quoted = QuotedStretches(analysis.quotations)
        let blocks = analysis.document.blocks
        func sentences(_ isWanted: (Block.Kind) -> Bool) -> [(offset: Int, element: Sentence)] {
            analysis.sentences.enumerated().filter { entry in
                blocks.indices.contains(entry.element.block) && isWanted(blocks[entry.element.block].kind)
            }
        }
        let body = sentences(Self.isCompared)
        let captions = withCaptions ? sentences { $0 == .caption } : []
        var bodyCount = 0
        var bodyWords = 0
        for (place, (index, sentence)) in (body + captions).enumerated() {
            if place == body.count {
                (bodyCount, bodyWords) = (units.count, words.count)
                quoted = QuotedStretches(analysis.quotations)
            }
            let scanned = WordScanner.words(of: analysis.text, in: sentence.span)
            if PageTalk.isAddressed(toReader: scanned) { continue }
            var start = words.count
            var seen: Set<Term> = []
            for (place, word) in scanned.enumerated() {
                let term = vocabulary.term(of: word.letters, isNumber: word.isNumber)
                if place > 0 { vocabulary.noteCase(of: term, isCapitalized: word.isCapitalized) }
                if seen.insert(term).inserted { sentencesOf[term, default: 0] += 1 }
                words.append(Word(term: term, span: word.span, isQuoted: quoted.covers(word.span)))
                if words.count - start == Self.longestUnit || place == scanned.count - 1 {
                    let isWhole = place == scanned.count - 1 && start + scanned.count == words.count
                    let span = isWhole ? sentence.span : TextSpan(words[start].span.start, word.span.end)
                    units.append(
                        Unit(span: span, words: start..<words.count, sentence: index, isSentence: isWhole))
                    start = words.count
                }
            }
        }
        for unit in units {
            for index in unit.words {
                let before = index > unit.words.lowerBound ? words[index - 1].term : -1
                let after = index + 1 < unit.words.upperBound ? words[index + 1].term : -1
                vocabulary.noteContext(
                    of: words[index].term,
                    UInt64(UInt32(bitPattern: before)) << 32 | UInt64(UInt32(bitPattern: after)))
            }
        }
        vocabulary.noteDocument(sentencesOf: sentencesOf)
        self.document = analysis.document.id
        self.vectors = analysis.sentenceVectors
        self.words = words
        self.units = units
        self.bodyCount = captions.isEmpty ? units.count : bodyCount
        self.isGallery = !captions.isEmpty && words.count - bodyWords > bodyWords
    }

    /// How alike in meaning a unit is to one of another text, from -1 to 1; nil where one was not read, or is no sentence.
    func meaning(_ a: Int, _ other: ComparableText, _ b: Int) -> Float? {
        guard let vectors, let others = other.vectors, units[a].isSentence, other.units[b].isSentence else {
            return nil
        }
        return vectors.similarity(units[a].sentence, to: others, other.units[b].sentence)
    }

    /// Whether the words of such a block are compared.
    static func isCompared(_ kind: Block.Kind) -> Bool {
        switch kind {
        case .standfirst, .paragraph, .quote: true
        case .title, .heading, .caption, .credit, .byline, .biography, .dateline, .promo, .relatedLink, .boilerplate:
            false
        }
    }
}

/// Tells, for places asked in ascending order, whether they stand in a quotation.
private struct QuotedStretches {
    private let stretches: [TextSpan]
    private var next = 0

    init(_ quotations: [Quotation]) {
        stretches = quotations.filter { !$0.isScare }.flatMap(\.content).sorted()
    }

    mutating func covers(_ span: TextSpan) -> Bool {
        while next < stretches.count, stretches[next].end <= span.start { next += 1 }
        return next < stretches.count && stretches[next].overlaps(span)
    }
}
