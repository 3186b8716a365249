public import Corrections
import Encoding
import Intake
public import Lexicons
import Lineage
public import NewsModel
import Recognition
import Reconciliation
import Segmentation
import TextCore

/// The way from raw items to accounts. The one place that knows the order of the stages.
public struct Pipeline: Sendable {
    private let reader: DocumentReader
    private let annotators: [any Annotator]
    private let grouper: StoryGrouper
    private let finder: LineageFinder
    private let reconciler: Reconciler
    /// What the user should know of how the pipeline was put together.
    private let notes: [Diagnostic]

    /// Loads the resources of every stage.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        reader = try DocumentReader(resources: resources)
        let (annotators, notes) = try Self.annotatorsWithNotes(resources: resources)
        (self.annotators, self.notes) = (annotators, notes)
        grouper = try StoryGrouper(resources: resources)
        finder = try LineageFinder(resources: resources)
        reconciler = try Reconciler(resources: resources, embedder: annotators.wordEmbedder)
    }

    /// The annotators in the order in which they read a document: each may use the layers of those before it.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public static func annotators(
        resources: ResourceDirectory
    ) throws(ResourceDirectory.Failure) -> [any Annotator] {
        try annotatorsWithNotes(resources: resources).annotators
    }

    /// The annotators that every other stands on: sentences, tokens, and the reading of words where a model is found.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public static func readers(resources: ResourceDirectory) throws(ResourceDirectory.Failure) -> [any Annotator] {
        try readersWithNotes(resources: resources).annotators
    }

    private static func readersWithNotes(
        resources: ResourceDirectory
    ) throws(ResourceDirectory.Failure) -> (annotators: [any Annotator], notes: [Diagnostic]) {
        let segmenter = try Segmenter(resources: resources)
        let (reader, note) = NeuralReader.find(among: resources.modelCandidates)
        return ([segmenter] + (reader.map { [$0] } ?? []), note.map { [$0] } ?? [])
    }

    private static func annotatorsWithNotes(
        resources: ResourceDirectory
    ) throws(ResourceDirectory.Failure) -> (annotators: [any Annotator], notes: [Diagnostic]) {
        let (readers, notes) = try readersWithNotes(resources: resources)
        let recognizers: [any Annotator] = [
            try NameRecognizer(resources: resources),
            try TimeRecognizer(resources: resources),
            try QuantityRecognizer(resources: resources),
            try CoreferenceResolver(resources: resources),
            try QuotationRecognizer(resources: resources),
            try AttributionRecognizer(resources: resources),
            try CreditRecognizer(resources: resources),
        ]
        return (readers + recognizers, notes)
    }

    /// The annotators whose layers lineage looks at, in their order.
    ///
    /// - Parameter withMeaning: whether the model reads the document too, for the meaning of its sentences, where one is
    ///   found: that takes far longer than the others together.
    /// - Throws: where a resource file is missing or damaged.
    public static func lineageAnnotators(
        resources: ResourceDirectory, withMeaning: Bool = false
    ) throws(ResourceDirectory.Failure) -> [any Annotator] {
        let readers: [any Annotator] =
            withMeaning ? try self.readers(resources: resources) : [try Segmenter(resources: resources)]
        let recognizers: [any Annotator] = [
            try NameRecognizer(resources: resources), try QuotationRecognizer(resources: resources),
            try CreditRecognizer(resources: resources),
        ]
        return readers + recognizers
    }

    /// Reads the documents of `items` and gives an account of each story among them.
    ///
    /// One task a document; the rest is sequential. The order of `items` changes nothing but the order of documents.
    ///
    /// - Parameters:
    ///   - oneStory: treat all documents as one story, whatever they are about.
    ///   - corrections: applied to each story before its brief is composed; what each changed, or that it matched
    ///     nothing, is among the diagnostics, under the name `correctionsFile`.
    ///   - progress: called after each step, from one task at a time.
    public func read(
        _ items: [RawItem], oneStory: Bool = false, corrections: Corrections = Corrections(),
        correctionsFile: String? = nil, progress: @Sendable (Progress) -> Void = { _ in }
    ) async -> Reading {
        var diagnostics = notes
        let documents = documents(of: items, diagnostics: &diagnostics)
        let analyses = await analyze(documents, progress: progress)
        let groups = oneStory ? [Array(analyses.indices)] : grouper.stories(of: analyses)
        var accounts: [Account] = []
        var corrected: [[String?]] = []
        for group in groups where !group.isEmpty {
            progress(Progress(step: .accounts, done: accounts.count, of: groups.count))
            let members = group.map { analyses[$0] }
            let ids = Set(members.map(\.document.id))
            let told = diagnostics.filter { $0.document.map(ids.contains) ?? (groups.count == 1) }
            let (account, changes) = account(of: members, corrections: corrections, diagnostics: told)
            accounts.append(account)
            corrected.append(changes)
        }
        let told = corrections.diagnostics(corrected, file: correctionsFile)
        for index in accounts.indices {
            accounts[index].diagnostics += zip(told, corrected[index]).filter { $1 != nil || accounts.count == 1 }.map(
                \.0)
        }
        diagnostics += told
        return Reading(accounts: accounts, diagnostics: diagnostics)
    }

    /// The account of documents as one story.
    public func account(of documents: [Document]) async -> Account {
        account(of: await analyze(documents), corrections: Corrections(), diagnostics: []).0
    }

    /// What an editor should look at in the reports of an account before they are printed: what does not agree, within a
    /// report and between them, and who is named for what.
    public func findings(in account: Account) -> [Finding] { reconciler.findings(in: account) }

    /// How likely two texts say the same: the likeliest pair of their statements, from 0 to 1.
    public func likeness(_ a: Analysis, _ b: Analysis) -> Double { reconciler.likeness(a, b) }

    /// The layers of the documents of `items`, and what the user should know of them.
    public func analyses(of items: [RawItem]) async -> (analyses: [Analysis], diagnostics: [Diagnostic]) {
        var diagnostics = notes
        let documents = documents(of: items, diagnostics: &diagnostics)
        return (await analyze(documents), diagnostics)
    }

    /// The layers of every document, in the order of `documents`.
    public func analyze(
        _ documents: [Document], progress: @Sendable (Progress) -> Void = { _ in }
    ) async -> [Analysis] {
        await withTaskGroup(of: (Int, Analysis).self) { group in
            var waiting = documents.enumerated().makeIterator()
            for _ in 0..<Self.width { if let next = waiting.next() { add(next, to: &group) } }
            var finished: [(Int, Analysis)] = []
            while let result = await group.next() {
                finished.append(result)
                progress(Progress(step: .documents, done: finished.count, of: documents.count))
                if let next = waiting.next() { add(next, to: &group) }
            }
            return finished.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    /// The layers of one document.
    public func analyze(_ document: Document) -> Analysis {
        var analysis = Analysis(document: document)
        // What is not English is cut into sentences, for its lineage, and never read as if it were English.
        for annotator in annotators.prefix(document.metadata.isReadable ? annotators.count : 1) {
            annotator.annotate(&analysis)
        }
        return analysis
    }

    /// Documents read at a time: enough to keep the machine busy, few enough to bound memory.
    private static let width = 8

    private func add(_ next: (offset: Int, element: Document), to group: inout TaskGroup<(Int, Analysis)>) {
        group.addTask { (next.offset, analyze(next.element)) }
    }

    /// The documents of the items; the same bytes under two names are one document with two files, and so is one report
    /// that was given in two ways.
    private func documents(of items: [RawItem], diagnostics: inout [Diagnostic]) -> [Document] {
        var documents: [Document] = []
        var known: [DocumentID: Int] = [:]
        for item in items {
            let (read, found) = reader.documents(of: item)
            var repeated: Set<DocumentID> = []
            for document in read {
                if let index = known[document.id] {
                    documents[index].files = (documents[index].files + document.files).sorted()
                    repeated.insert(document.id)
                    diagnostics.append(
                        Diagnostic(
                            "intake.duplicate", .note,
                            "\(document.files[0]) has the same bytes as \(documents[index].files[0]); "
                                + "it is counted once", file: document.files[0], document: document.id))
                } else {
                    known[document.id] = documents.count
                    documents.append(document)
                }
            }
            diagnostics += found.filter { diagnostic in diagnostic.document.map { !repeated.contains($0) } ?? true }
        }
        let (joined, told) = DocumentJoiner.joined(documents)
        diagnostics += told
        return joined
    }

    /// The account of a story, and what each correction changed in it.
    private func account(
        of analyses: [Analysis], corrections: Corrections, diagnostics: [Diagnostic]
    ) -> (Account, changes: [String?]) {
        let ordered = analyses.sorted { $0.document.id < $1.document.id }
        let lineage = finder.lineage(of: ordered)
        let (ledger, world) = reconciler.reconcile(ordered, lineage: lineage)
        var account = Account(
            story: reconciler.story(ordered, ledger: ledger, world: world), brief: [], analyses: analyses,
            lineage: lineage, ledger: ledger, world: world, diagnostics: diagnostics)
        let changes = corrections.apply(to: &account)
        let corrected = account.analyses.sorted { $0.document.id < $1.document.id }
        account.brief = reconciler.brief(
            corrected, lineage: account.lineage, ledger: account.ledger, world: account.world)
        return (account, changes)
    }
}

/// What a run gives: an account a story, and what the user should know of the run.
public struct Reading: Sendable {
    /// One account a story, in the order of their first documents.
    public var accounts: [Account]
    /// Everything worth knowing, of all inputs.
    public var diagnostics: [Diagnostic]
}

/// How far a run has come.
public struct Progress: Hashable, Sendable {
    /// What is being done.
    public enum Step: String, Sendable { case documents, accounts, groups }
    /// What is being done.
    public var step: Step
    /// How many are done.
    public var done: Int
    /// Of how many.
    public var of: Int
}
