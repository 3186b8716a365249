import NewsModel

/// A story made by the generator: its reports, and the log of how each came to be, which is the gold.
struct GeneratedStory {
    /// A report.
    struct Report {
        /// Its outlet.
        var outlet: String
        /// When it says that it was published, as minutes from the beginning of the story; nil where it does not say.
        var minute: Int?
        /// Its paragraphs.
        var paragraphs: [String]
        /// The reports that it was made from; those that were thrown away are not among them.
        var parents: [Int]
        /// The articles that its text goes back to.
        var origins: Set<Int>
        /// The text that it prints, and the texts that this was made from: a copy without a change is the same text,
        /// whoever prints it.
        var text: Int
        var sources: Set<Int>
        /// What was done, in order.
        var log: [String]
    }

    /// The reports, in the order in which they came to be.
    var reports: [Report] = []

    /// How many articles the story goes back to.
    var originCount: Int { reports.reduce(into: Set<Int>()) { $0.formUnion($1.origins) }.count }

    /// Whether a report has its text, or a part of it, from the text that another prints.
    func isDerived(_ report: Int, from other: Int) -> Bool {
        ancestors(of: report).contains(other) || reports[report].sources.contains(reports[other].text)
    }

    /// Everything that a report was made from, nearest first.
    func ancestors(of report: Int) -> Set<Int> {
        var found: Set<Int> = []
        var waiting = reports[report].parents
        while let next = waiting.popLast() {
            if found.insert(next).inserted { waiting += reports[next].parents }
        }
        return found
    }
}
