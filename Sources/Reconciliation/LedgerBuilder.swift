import Lexicons
import NewsModel
import TextCore

/// Builds the ledger of one story, step by step: statements, claims, figures, discrepancies.
struct LedgerBuilder {
    let analyses: [Analysis]
    let lineage: Lineage
    let participants: Participants
    let facts: WordFacts
    let units: UnitConversion
    private let statements: StatementReader
    private let words: StoryWords

    init(
        analyses: [Analysis], lineage: Lineage, actors: [Actor], facts: WordFacts, firmness: Firmness,
        units: UnitConversion
    ) {
        self.analyses = analyses
        self.lineage = lineage
        self.facts = facts
        self.units = units
        participants = Participants(actors)
        words = StoryWords(analyses, facts: facts)
        let verbs = VerbFinder(words: words, analyses: analyses)
        var fallback: [DocumentID: OriginID] = [:]
        for (index, analysis) in analyses.enumerated() { fallback[analysis.document.id] = OriginID(index + 1) }
        statements = StatementReader(
            analyses: analyses,
            finder: PropositionFinder(
                words: words, splitter: ClauseSplitter(words: words, verbs: verbs), verbs: verbs),
            features: FeatureReader(words: words, verbs: verbs, facts: facts, participants: participants),
            chains: AttributionChains(lineage: lineage, fallbackOrigins: fallback), firmness: firmness, words: words)
    }

    /// The ledger.
    func ledger() -> Ledger {
        var drafts = statements.drafts()
        for index in drafts.indices { drafts[index].statement.id = "s\(index + 1)" }
        let overlap = WordOverlap(drafts, actors: participants.names.count)
        let slots = SlotJudge(
            overlap: overlap, units: units, outcomes: concepts(Self.outcomes), person: facts.meanings.entry("person"))
        let judge = ClaimJudge(overlap: overlap, slots: slots, passages: PassageIndex(lineage), similarity: nil)
        var ledger = Ledger()
        ledger.figures = FigureComparer(
            analyses: analyses, drafts: drafts, slots: slots, participants: participants,
            growing: concepts(Self.growing)
        ).comparisons()
        let groups = ClaimBuilder(analyses: analyses, drafts: drafts, judge: judge).groups()
        let outlets = OutletNames(analyses)
        let conflicts = ConflictFinder(analyses: analyses, drafts: drafts, judge: judge, outlets: outlets)
        let polarity = conflicts.polarity(groups)
        ledger.claims = claims(
            groups, drafts: drafts, overlap: overlap, figures: ledger.figures, disputed: polarity.disputed)
        let dates = DateSolver(
            analyses: analyses,
            clues: DateClueReader(analyses: analyses, drafts: drafts, words: words).clues(),
            generic: concepts(Self.generic), outlets: outlets
        ).solve()
        ledger.solvedTimes = dates.solved
        let quotations = QuotationVersionFinder(
            matcher: QuotationMatcher(analyses: analyses, facts: facts, participants: participants), outlets: outlets
        ).find()
        ledger.quotationVersions = quotations.versions
        ledger.discrepancies =
            conflicts.figures(ledger.figures) + polarity.discrepancies + dates.discrepancies + conflicts.dates()
            + ArithmeticChecker(analyses: analyses, words: words, facts: facts, outlets: outlets).find()
            + quotations.discrepancies
            + RetellingFinder(analyses: analyses, lineage: lineage, drafts: drafts, outlets: outlets).find(groups)
        return ledger
    }

    /// The claims, most widely carried first, then the most telling, then in the order of the text.
    private func claims(
        _ groups: [[Int]], drafts: [Draft], overlap: WordOverlap, figures: [FigureComparison], disputed: Set<Int>
    ) -> [Claim] {
        let writer = ClaimWriter(analyses: analyses, overlap: overlap)
        let conflicting = Set(figures.filter { $0.verdict == .conflicts }.flatMap { $0.values.map(\.statement) })
        let ranked = groups.enumerated().map { number, group -> (claim: Claim, weight: Double, first: Int) in
            let members = group.map { drafts[$0] }
            var claim = writer.claim(of: members)
            if disputed.contains(number) || claim.statements.contains(where: { conflicting.contains($0.id) }) {
                claim.status = .disputed
            }
            let weights = members.map { draft in
                draft.features.terms.reduce(0) { $0 + overlap.weight($1) } + (draft.features.figure == nil ? 0 : 3)
            }
            return (claim, weights.reduce(0, +) / Double(max(1, weights.count)), group.first ?? 0)
        }.sorted { a, b in
            if a.claim.documents != b.claim.documents { return a.claim.documents > b.claim.documents }
            if a.claim.origins != b.claim.origins { return a.claim.origins > b.claim.origins }
            return a.weight != b.weight ? a.weight > b.weight : a.first < b.first
        }
        return ranked.enumerated().map { index, entry in
            var claim = entry.claim
            claim.id = "c\(index + 1)"
            return claim
        }
    }

    private func concepts(_ names: [String]) -> Set<Int32> { Set(names.compactMap(facts.meanings.concept)) }

    /// Outcomes that exclude one another where persons or things are counted by them.
    private static let outcomes = [
        "die", "injure", "rescue", "detain", "release", "charge", "convict", "evacuate", "displace", "miss", "infect",
        "vaccinate", "destroy", "damage", "dismiss", "elect", "treat",
    ]
    /// What every report says of everything: no evidence that two speak of one event.
    private static let generic = ["speak", "announce", "confirm", "plan", "show", "start", "end", "predict", "demand"]
    /// Outcomes whose counts grow as news comes in.
    private static let growing = [
        "die", "injure", "rescue", "detain", "charge", "evacuate", "displace", "miss", "infect", "destroy", "damage",
    ]
}
