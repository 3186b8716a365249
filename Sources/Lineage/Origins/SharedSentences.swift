import TextCore

/// The sentences that a document shares with the other members of its group, held against its credits.
///
/// A credit names the origin of the shared text only from outside that text: where the other members print the credited
/// name in the very passage, the credit was copied along with it ("a Bloomberg report, citing the ministry, says …") and
/// is a source of the claim, not of the text.
struct SharedSentences {
    /// A shared unit with what the other members print there.
    private struct Shared {
        var span: TextSpan
        var partners: [(text: IndexedText, units: Range<Int>)]
    }
    private var shared: [Shared] = []
    private let own: IndexedText
    private let vocabulary: Vocabulary

    /// The sentences of `member` that it shares with others of `members`.
    init(_ member: Int, _ members: [Int], _ finder: RootFinder) {
        own = finder.story.texts[member]
        vocabulary = finder.story.comparer.vocabulary
        var partners: [Int: [(text: IndexedText, units: Range<Int>)]] = [:]
        for other in members where other != member {
            guard let pair = finder.pair(member, other) else { continue }
            for passage in pair.evidence.passages {
                let (mine, theirs) = pair.a == member ? (passage.a, passage.b) : (passage.b, passage.a)
                for unit in mine { partners[unit, default: []].append((finder.story.texts[other], theirs)) }
            }
        }
        shared = partners.sorted { $0.key < $1.key }
            .map { Shared(span: own.text.units[$0.key].span, partners: $0.value) }
    }

    /// How much speaks for a credit as naming the origin of the shared sentences; zero where nothing does.
    ///
    /// - Parameter isMember: whether the named publisher's own report is a member: then a credit that was copied along
    ///   names it too.
    func weight(of credit: NamedCredit, isMember: Bool) -> Double {
        let governed = shared.filter { $0.span.overlaps(credit.scope) }
        if credit.isSourceLine { return 2 * Double(governed.count) / Double(max(1, shared.count)) }
        guard !governed.isEmpty else { return 0 }
        if isMember { return 1 + Double(governed.count) / Double(max(1, shared.count)) }
        let name = terms(of: credit)
        let isCopied = shared.contains { sentence in
            sentence.span.overlaps(credit.span)
                && sentence.partners.contains { partner in prints(name, partner.text, partner.units) }
        }
        return isCopied ? 0 : 1 + Double(governed.count) / Double(max(1, shared.count))
    }

    private func terms(of credit: NamedCredit) -> Set<Term> {
        let wanted = Set(credit.publisher.key.split(separator: " ").map(String.init))
        return Set(
            own.text.words.filter { $0.span.overlaps(credit.span) }.map(\.term).filter { term in
                wanted.contains { $0.utf8.starts(with: vocabulary[term].stem) }
            })
    }

    private func prints(_ name: Set<Term>, _ text: IndexedText, _ units: Range<Int>) -> Bool {
        !name.isEmpty
            && units.contains { unit in
                name.isSubset(of: text.text.words[text.text.units[unit].words].map(\.term))
            }
    }
}
