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
    let embedder: (any WordEmbedder)?
    private let outcomes: OutcomeWords
    private let statements: StatementReader
    private let words: StoryWords

    init(
        analyses: [Analysis], lineage: Lineage, participants: Participants, words: StoryWords, facts: WordFacts,
        firmness: Firmness, units: UnitConversion, embedder: (any WordEmbedder)?
    ) {
        self.analyses = analyses
        self.lineage = lineage
        self.facts = facts
        self.units = units
        self.embedder = embedder
        self.participants = participants
        self.words = words
        outcomes = OutcomeWords(facts: facts)
        let verbs = VerbFinder(words: words, analyses: analyses)
        var fallback: [DocumentID: OriginID] = [:]
        var outlets: [DocumentID: String] = [:]
        for (index, analysis) in analyses.enumerated() {
            fallback[analysis.document.id] = OriginID(index + 1)
            let metadata = analysis.document.metadata
            outlets[analysis.document.id] = metadata.outlet ?? metadata.publisher
        }
        statements = StatementReader(
            analyses: analyses,
            finder: PropositionFinder(
                words: words, splitter: ClauseSplitter(words: words, verbs: verbs), verbs: verbs),
            features: FeatureReader(words: words, verbs: verbs, facts: facts, participants: participants),
            figures: FigureReader(words: words, facts: facts, outcomes: outcomes),
            chains: AttributionChains(
                lineage: lineage, fallbackOrigins: fallback, participants: participants, outlets: outlets),
            firmness: firmness, words: words)
    }

    /// The ledger, and the statements with everything that was read of them.
    func build() -> (ledger: Ledger, drafts: [Draft]) {
        var (drafts, overlap, slots, judge) = read()
        let outlets = OutletNames(analyses)
        var ledger = Ledger()
        let dates = DateSolver(
            analyses: analyses,
            clues: DateClueReader(analyses: analyses, drafts: drafts, words: words, participants: participants).clues(),
            generic: concepts(Self.generic), outlets: outlets,
            isOneEvent: ConflictFinder(analyses: analyses, drafts: drafts, judge: judge, outlets: outlets).isOneEvent
        ).solve()
        ledger.solvedTimes = dates.solved
        for index in drafts.indices { place(&drafts[index], by: dates.solved) }
        let compared = FigureComparer(
            analyses: analyses, drafts: drafts, slots: slots,
            wording: SlotWording(participants: participants, outcomes: outcomes, words: words),
            days: ReportDays(analyses, solved: dates.solved)
        ).comparisons()
        ledger.figures = compared.map(\.comparison)
        let groups = ClaimBuilder(analyses: analyses, drafts: drafts, judge: judge).groups()
        let conflicts = ConflictFinder(analyses: analyses, drafts: drafts, judge: judge, outlets: outlets)
        let polarity = conflicts.polarity(groups)
        let conflicting = compared.filter { $0.comparison.verdict == .conflicts }.flatMap(\.members)
        ledger.claims = ClaimRanking(analyses: analyses, drafts: drafts, overlap: overlap).claims(
            groups, disputed: polarity.disputed, conflicting: Set(conflicting), figures: &ledger.figures)
        let casualties = CasualtyReader(facts: facts, outcomes: outcomes)
        ledger.casualties = analyses.map(casualties.read).filter { $0.killed != nil || $0.injured != nil }
        let quotations = QuotationVersionFinder(
            matcher: QuotationMatcher(analyses: analyses, facts: facts, participants: participants, lineage: lineage),
            outlets: outlets
        ).find()
        ledger.quotationVersions = quotations.versions
        ledger.discrepancies =
            conflicts.figures(ledger.figures) + polarity.discrepancies
            + PresenceFinder(drafts: drafts, words: words, overlap: overlap, outlets: outlets).find(groups)
            + dates.discrepancies + conflicts.dates() + WeekdayChecker(analyses: analyses, outlets: outlets).find()
            + AgeChecker(analyses: analyses, words: words, outlets: outlets).find()
            + ArithmeticChecker(analyses: analyses, words: words, facts: facts, outlets: outlets).find()
            + RetellingFinder(analyses: analyses, lineage: lineage, drafts: drafts, slots: slots, outlets: outlets)
            .find(groups)
        let changes = CopyChangeFinder(
            analyses: analyses, lineage: lineage, solved: dates.solved, outlets: outlets
        ).find(besides: ledger.discrepancies)
        // Where it is known which words of a quotation changed, the whole of it says nothing more.
        ledger.discrepancies +=
            quotations.discrepancies.filter { whole in
                whole.citations.count != 2
                    || !changes.contains { $0.kind == .wording && CopyChangeFinder.isWithin($0, whole) }
            } + changes
        return (ledger, drafts)
    }

    /// For each pair of statements of two reports that nothing forbids to be one claim, how likely they are.
    func likenesses() -> [Double] {
        let (drafts, _, _, judge) = read()
        return drafts.indices.flatMap { a in
            drafts.indices.dropFirst(a + 1).compactMap { b in
                drafts[a].proposition.document == drafts[b].proposition.document
                    ? nil : judge.score(drafts[a], drafts[b])
            }
        }
    }

    /// The statements, and what judges pairs of them.
    private func read() -> (drafts: [Draft], overlap: WordOverlap, slots: SlotJudge, judge: ClaimJudge) {
        var drafts = statements.drafts()
        for index in drafts.indices { drafts[index].statement.id = "s\(index + 1)" }
        let overlap = WordOverlap(drafts, actors: participants.names.count)
        let slots = SlotJudge(overlap: overlap, units: units, outcomes: outcomes)
        let alignment = WordAlignment(&drafts, facts: facts, embedder: embedder)
        let judge = ClaimJudge(
            overlap: overlap, slots: slots, passages: PassageIndex(lineage), alignment: alignment,
            sentences: SentenceSimilarity(analyses))
        return (drafts, overlap, slots, judge)
    }

    /// Gives a statement the days that the story solved in place of what its own words give.
    private func place(_ draft: inout Draft, by solved: [SolvedTime]) {
        let analysis = analyses[draft.proposition.document]
        let inside = analysis.times.indices.filter { index in
            let time = analysis.times[index]
            return draft.proposition.span.contains(time.span) && (time.kind == .date || time.kind == .time)
        }
        let known = inside.map { index in
            solved.first { $0.document == analysis.document.id && $0.time == index }
        }
        guard known.contains(where: { $0 != nil }) else { return }
        draft.features.days = zip(inside, known).compactMap { $1?.range ?? analysis.times[$0].range }
        if let first = known.first ?? nil { draft.statement.time = first.value }
    }

    private func concepts(_ names: [String]) -> Set<Int32> { Set(names.compactMap(facts.meanings.concept)) }

    /// What every report says of everything: no evidence that two speak of one event.
    private static let generic = ["speak", "announce", "confirm", "plan", "show", "start", "end", "predict", "demand"]
}
