import NewsModel
import TextCore

/// The documents of a story made ready for comparison, in the order of their names.
struct StoryTexts {
    /// A document as it is compared with another.
    struct Reading {
        /// Its text.
        var text: IndexedText
        /// Its runs of five words.
        var runs: FiveGrams
        /// Its names and numbers.
        var facts: FactTerms
    }

    /// The analyses, by document name.
    let analyses: [Analysis]
    /// What is compared of each, in the same order.
    let readings: [Reading]
    /// The same with the captions: a page of pictures shares nothing but captions.
    let captioned: [Reading]
    /// Compares their units.
    let comparer: UnitComparer

    /// The texts, in the order of the analyses.
    let texts: [IndexedText]

    /// Reads the documents.
    init(_ analyses: [Analysis], background: BackgroundFrequency) {
        let ordered = analyses.sorted { $0.document.id < $1.document.id }
        let haveGallery = ordered.contains(where: Self.isGallery)
        var vocabulary = Vocabulary(background: background)
        let read = ordered.map { ComparableText($0, withCaptions: haveGallery, into: &vocabulary) }
        let weights = TermWeights(vocabulary, documents: read.count)
        func reading(_ text: ComparableText, _ units: Int) -> Reading {
            let indexed = IndexedText(text, units: units, weights: weights)
            return Reading(
                text: indexed, runs: FiveGrams(text, units: units),
                facts: FactTerms(indexed, vocabulary: vocabulary, weights: weights))
        }
        let readings = read.map { reading($0, $0.isGallery ? $0.units.count : $0.bodyCount) }
        self.analyses = ordered
        self.readings = readings
        self.texts = readings.map(\.text)
        self.captioned = zip(read, readings).map { text, plain in
            plain.text.profiles.count == text.units.count ? plain : reading(text, text.units.count)
        }
        self.comparer = UnitComparer(vocabulary: vocabulary, weights: weights, kinship: WordKinship(vocabulary))
    }

    /// Whether a document may tell more in captions than in its text, by their lengths.
    private static func isGallery(_ analysis: Analysis) -> Bool {
        func length(_ isCounted: (Block.Kind) -> Bool) -> Int {
            analysis.document.blocks.reduce(0) { isCounted($1.kind) ? $0 + $1.span.count : $0 }
        }
        return length { $0 == .caption } * 2 > length(ComparableText.isCompared)
    }

    /// The evidence of a pair.
    func evidence(_ a: Int, _ b: Int) -> PairEvidence {
        let haveGallery = readings[a].text.text.isGallery || readings[b].text.text.isGallery
        let (x, y) = haveGallery ? (captioned[a], captioned[b]) : (readings[a], readings[b])
        let aligned = PassageAligner(comparer: comparer).align(x.text, y.text)
        let passages = aligned.map { AlignedPassage($0, x.text.text, y.text.text) }
        return PairEvidence(passages, x, y)
    }
}
