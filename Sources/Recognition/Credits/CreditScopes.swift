import NewsModel
import TextCore

/// What a credit in a text governs.
///
/// The rule: the sentence that holds it. Then the sentences that follow, as long as each says that it goes on with the same
/// report: it opens with a word of continuing ("secondly", "moreover", "but beyond that"), also where a paragraph begins, or it
/// tells within the paragraph what `it` or `the report` adds. The scope ends at a sentence with another credit, a question, or the
/// reporter's own "we" and "I"; a sentence that merely follows is the reporter's own. Where the credited words are no more
/// than a pronoun for what was said before (`The ministry announced it, writes Kronika.`), the scope begins with the first
/// sentence of the paragraph.
struct CreditScopes {
    private let analysis: Analysis
    private let tagged: TaggedText
    private let lexicon: OutletLexicon
    private let credited: Set<Int>

    /// - Parameter credited: numbers of the sentences that hold a credit.
    init(_ analysis: Analysis, _ tagged: TaggedText, lexicon: OutletLexicon, credited: Set<Int>) {
        self.analysis = analysis
        self.tagged = tagged
        self.lexicon = lexicon
        self.credited = credited
    }

    /// The scope of the credit of `tokens` in the sentence with number `sentence`.
    func scope(of tokens: Range<Int>, in sentence: Int) -> TextSpan {
        let block = analysis.sentences[sentence].block
        var first = sentence
        if saysOnlyPronoun(tokens, in: analysis.sentences[sentence].tokens) {
            while first > 0, analysis.sentences[first - 1].block == block, !credited.contains(first - 1) { first -= 1 }
        }
        var last = sentence
        while last + 1 < analysis.sentences.count, !credited.contains(last + 1) {
            let next = analysis.sentences[last + 1]
            let isNear = next.block == analysis.sentences[last].block
            guard isNear || next.block == analysis.sentences[last].block + 1,
                analysis.document.blocks[next.block].kind.isProse, goesOn(next.tokens, isNear: isNear)
            else { break }
            last += 1
        }
        return analysis.sentences[first].span.union(analysis.sentences[last].span)
    }

    /// Whether a sentence says by its opening words that it goes on with the report before it.
    private func goesOn(_ range: Range<Int>, isNear: Bool) -> Bool {
        guard !range.contains(where: { Self.own.contains(tagged.hashes[$0]) }),
            range.last.map({ tagged.first($0) != "?" }) == true
        else { return false }
        var opening = range.prefix(4)
        if let first = opening.first, ClosedClass.coordinators.contains(tagged.hashes[first]) { opening.removeFirst() }
        guard let first = opening.first, range.count > 4 else { return false }
        if lexicon.role(tagged.hashes[first]).contains(.continuing) { return true }
        if Self.beyond.contains(tagged.hashes[first]), tagged.tags[first + 1] == .determiner { return true }
        guard isNear else { return false }
        if Self.it.contains(tagged.hashes[first]) { return adds(first + 1) }
        return ClosedClass.articles.contains(tagged.hashes[first])
            && lexicon.role(tagged.hashes[first + 1]).contains(.report) && adds(first + 2)
    }

    private func adds(_ index: Int) -> Bool {
        guard index + 1 < tagged.tags.count else { return false }
        let verb = tagged.tags[index].isAdverb ? index + 1 : index
        return Self.adding.contains(tagged.hashes[verb])
    }

    /// `The ministry announced ⟦it⟧, writes Kronika.`
    private func saysOnlyPronoun(_ credit: Range<Int>, in sentence: Range<Int>) -> Bool {
        for index in sentence.dropLast() where !credit.contains(index) {
            guard tagged.tags[index].isVerb, !ClosedClass.auxiliaries.contains(tagged.hashes[index]) else { continue }
            // The first full verb of the sentence decides.
            return lexicon.role(tagged.hashes[index + 1]).contains(.pronounObject)
                && (index + 2 >= sentence.upperBound || tagged.tags[index + 2].isMark)
        }
        return false
    }

    private static let own = WordSet("i we our my us")
    private static let beyond = WordSet("beyond")
    private static let it = WordSet("it they")
    private static let adding = WordSet(
        "said says adds added notes noted reported reports wrote writes claimed claims cited quoted continues continued "
            + "stated states pointed concluded concludes described suggests suggested quotes cites")
}
