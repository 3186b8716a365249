public import Corrections
public import Lexicons
import Lineage
public import NewsModel
import Reconciliation
import TextCore

/// The way from raw items to accounts. The one place that knows the order of the stages.
public struct Pipeline: Sendable {
    private let analyzer: Analyzer
    private let grouper: StoryGrouper
    private let finder: LineageFinder
    private let reconciler: Reconciler

    /// Loads the resources of every stage.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        analyzer = try Analyzer(resources: resources)
        grouper = try StoryGrouper(resources: resources)
        finder = try LineageFinder(resources: resources)
        reconciler = try Reconciler(resources: resources, embedder: analyzer.annotators.wordEmbedder)
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
        let (documents, found) = analyzer.documents(of: items)
        var diagnostics = found
        let analyses = await analyzer.analyze(documents, progress: progress)
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

    /// The layers of every document, in the order of `documents`.
    public func analyze(_ documents: [Document]) async -> [Analysis] { await analyzer.analyze(documents) }

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
