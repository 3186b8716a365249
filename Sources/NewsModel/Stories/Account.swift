import TextCore

/// A piece of the brief: a sentence composed of cited ones.
public struct BriefItem: Hashable, Sendable {
    /// Which part of the brief.
    public enum Section: String, Sendable, CaseIterable { case agreed, single, differs, retold, unknown }

    /// Which part of the brief.
    public var section: Section
    /// The sentence.
    public var text: String
    /// What it is composed of; empty only for `unknown`.
    public var citations: [Citation]

    /// A piece of the brief.
    public init(section: Section, text: String, citations: [Citation]) {
        precondition(section == .unknown || !citations.isEmpty, "no sentence without a citation")
        self.section = section
        self.text = text
        self.citations = citations
    }
}

/// The documents about one event.
public struct Story: Hashable, Sendable {
    /// A stable id: hash of its earliest document's id.
    public var id: String
    /// Title: the headline that says most of what the documents share.
    public var title: String
    /// First day of what it tells of, an ISO 8601 prefix, where known.
    public var start: String?
    /// Last day.
    public var end: String?

    /// A story.
    public init(id: String, title: String, start: String? = nil, end: String? = nil) {
        self.id = id
        self.title = title
        self.start = start
        self.end = end
    }
}

/// The result for a story: everything, each piece with citations.
public struct Account: Sendable {
    /// What the story is.
    public var story: Story
    /// What a hurried reader needs.
    public var brief: [BriefItem]
    /// The documents with their layers, in the order in which they were given.
    public var analyses: [Analysis]
    /// Who has what from whom.
    public var lineage: Lineage
    /// What is claimed.
    public var ledger: Ledger
    /// What it is about.
    public var world: World
    /// What the user should know.
    public var diagnostics: [Diagnostic]

    /// An account.
    public init(
        story: Story, brief: [BriefItem], analyses: [Analysis], lineage: Lineage, ledger: Ledger, world: World,
        diagnostics: [Diagnostic]
    ) {
        self.story = story
        self.brief = brief
        self.analyses = analyses
        self.lineage = lineage
        self.ledger = ledger
        self.world = world
        self.diagnostics = diagnostics
    }

    /// The analyses in the order of their documents' ids: what is emitted in it does not depend on the order of files.
    public var analysesByIdentifier: [Analysis] { analyses.sorted { $0.document.id < $1.document.id } }

    /// The exact words of a citation; nil where the account does not hold its document.
    public func exact(_ citation: Citation) -> String? {
        analyses.first { $0.document.id == citation.document }.map { $0.text[citation.span] }
    }
}

extension Account {
    /// The times of a document, those that the story solved in place of what the document alone gives.
    public func times(of analysis: Analysis) -> [TimeExpression] {
        var times = analysis.times
        for solved in ledger.solvedTimes
        where solved.document == analysis.document.id && times.indices.contains(solved.time) {
            times[solved.time].value = solved.value
            times[solved.time].range = solved.range
            times[solved.time].resolution = .resolved
            times[solved.time].how = solved.how
        }
        return times
    }
}
