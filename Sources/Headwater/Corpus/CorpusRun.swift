public import Lexicons
public import Lineage
public import NewsModel
import TextCore

/// The lineage of a corpus of any size: who has text from whom, with character offsets.
///
/// In three passes, none of which compares all pairs. First every document's fingerprint goes to files on disk, parted by
/// hash. Then each part is read and sorted, and pairs that share enough are put into groups of at most 200 documents.
/// Last each group is read again and looked at as one story, several at a time; documents that share an origin with
/// another and few of its words, as what was rewritten or translated does, are then read by the model besides, for the
/// meaning of their sentences. A journal says how far that has come; a run that was cut off goes on from there and gives the same
/// files.
public struct CorpusRun: Sendable {
    /// A document of the corpus under the name that the corpus gives it.
    public struct Entry: Sendable {
        /// Its name.
        public var id: String
        /// What was read.
        public var document: Document

        /// A document under a name.
        public init(id: String, document: Document) {
            self.id = id
            self.document = document
        }
    }

    /// What was found in a group.
    public struct Group: Sendable {
        /// The documents, in the order of the corpus.
        public var entries: [Entry]
        /// All pairs that were compared.
        public var pairs: [DocumentPair]
        /// Who has what from whom.
        public var lineage: Lineage
        /// Number of the group's first origin in the whole corpus, from 1; of its first cluster of passages, from 0.
        public var firstOrigin = 1
        /// Documents whose sentences were compared by meaning too.
        public var reworded = 0
    }

    /// What a run gives, in counts.
    public struct Summary: Hashable, Sendable {
        /// Lines, those that were no document, pairs and groups that were compared. Bad lines are not counted anew by a run
        /// that goes on where another was cut off.
        public var lines = 0, badLines = 0, candidates = 0, groups = 0
        /// Documents whose sentences were compared by meaning too.
        public var reworded = 0
        /// Groups that an earlier run had done.
        public var resumed = 0
    }

    /// Why a run stopped.
    public enum Failure: Error, CustomStringConvertible {
        /// A file cannot be read.
        case unreadable(path: String)
        /// A file cannot be written.
        case unwritable(path: String)
        /// The folder holds the beginnings of a run over another corpus.
        case otherCorpus(path: String)

        /// What went wrong and how it may be remedied.
        public var description: String {
            switch self {
            case .unreadable(let path): "\(path) cannot be read"
            case .unwritable(let path): "\(path) cannot be written; name another folder with -o"
            case .otherCorpus(let path):
                "\(path) holds a run over another corpus, or with other options; name another folder with -o"
            }
        }
    }

    private let finder: LineageFinder
    private let fingerprinter: Fingerprinter
    private let annotators: [any Annotator]
    /// The same with the model's reading after the first; nil where there is no model, or it is not wanted.
    private let readers: [any Annotator]?

    /// Documents of a group at most; groups and documents that are looked at at a time.
    private static let largestGroup = 200, portion = (groups: 64, documents: 400)
    /// Share of runs of five words from which one text has the other's words and not only its meaning.
    private static let copied = 0.2
    /// Lines that are read at a time.
    private static let batch = 512

    /// Loads the resources.
    ///
    /// - Parameter withMeaning: whether what was reworded is read by the model, where one is found.
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory, withMeaning: Bool = true) throws(ResourceDirectory.Failure) {
        finder = try LineageFinder(resources: resources)
        fingerprinter = try Fingerprinter(resources: resources)
        annotators = try Analyzer.lineageAnnotators(resources: resources)
        let readers = withMeaning ? try Analyzer.lineageAnnotators(resources: resources, withMeaning: true) : []
        self.readers = readers.count > annotators.count ? readers : nil
    }

    /// Runs over the lines of the file at `path` and writes the files that `format` gives into `folder`.
    ///
    /// - Parameters:
    ///   - names: the names of the output files, as many as `format` gives texts.
    ///   - read: the document of a line; nil where it is none.
    ///   - format: what is written of a group, a text for each file.
    public func run(
        _ path: String, into folder: String, files names: [String],
        read: @escaping @Sendable (_ line: [UInt8], _ number: Int) -> Entry?,
        format: @Sendable (Group) -> [[UInt8]], progress: @Sendable (Progress) -> Void = { _ in }
    ) async throws(Failure) -> Summary {
        var summary = Summary()
        let work = try WorkFolder(
            folder, corpus: path, outputs: names, settings: readers == nil ? "words" : "words and meaning")
        let lines = try LineFile(path)
        if !work.hasFingerprints {
            let postings = work.postings()
            var number = 0
            while true {
                let batch = lines.next(Self.batch)
                if batch.isEmpty { break }
                let found = await fingerprints(of: batch, from: number, read)
                summary.badLines += found.count { $0 == nil }
                for (offset, fingerprint) in found.enumerated() {
                    guard let fingerprint else { continue }
                    try postings.add(fingerprint, document: UInt32(number + offset))
                }
                number += batch.count
                progress(Progress(step: .documents, done: number, of: number))
            }
            try postings.finish()
            try work.finishFingerprints()
        } else {
            while !lines.next(Self.batch).isEmpty {}
        }
        summary.lines = lines.count
        let candidates = try work.candidates()
        summary.candidates = candidates.count
        let groups = CandidateCounter.groups(of: candidates, most: Self.largestGroup)
        summary.groups = groups.count
        var state = try work.resume()
        summary.resumed = state.groups
        var waiting = groups.dropFirst(state.groups)
        while !waiting.isEmpty {
            progress(Progress(step: .groups, done: state.groups, of: groups.count))
            let portion = Self.takePortion(of: &waiting).map { group in
                group.map { (number: Int($0), line: lines.line(Int($0))) }
            }
            let found = await portion.concurrentMap { lines in
                await group(lines.compactMap { read($0.line, $0.number) })
            }
            for var result in found {
                result.firstOrigin = state.origins + 1
                summary.reworded += result.reworded
                state.groups += 1
                state.origins += result.lineage.origins.count
                try work.append(format(result), state)
            }
        }
        work.finish()
        return summary
    }

    /// The groups that are looked at next: at least one.
    private static func takePortion(of waiting: inout ArraySlice<[UInt32]>) -> [[UInt32]] {
        var taken: [[UInt32]] = []
        var documents = 0
        while let group = waiting.first, taken.count < portion.groups, documents < portion.documents {
            taken.append(group)
            documents += group.count
            waiting.removeFirst()
        }
        return taken
    }

    private func fingerprints(
        of lines: [[UInt8]], from first: Int, _ read: @escaping @Sendable ([UInt8], Int) -> Entry?
    ) async -> [CorpusFingerprint?] {
        let share = 64
        let parts = stride(from: 0, to: lines.count, by: share).map { $0..<min($0 + share, lines.count) }
        return await parts.concurrentMap { part in
            part.map { place in
                read(lines[place], first + place).map { fingerprinter.fingerprint(of: $0.document) }
            }
        }.flatMap { $0 }
    }

    /// What is found in a group; its origins are not numbered yet.
    private func group(_ entries: [Entry]) async -> Group {
        var analyses = await analyze(entries.map(\.document), annotators)
        var (pairs, lineage) = finder.compare(analyses)
        guard let readers else { return Group(entries: entries, pairs: pairs, lineage: lineage) }
        let reworded = Set(
            pairs.filter { $0.probability >= 0.5 && $0.containment < Self.copied }.flatMap { [$0.a, $0.b] })
        if !reworded.isEmpty {
            let places = analyses.indices.filter { reworded.contains(analyses[$0].document.id) }
            let read = await analyze(places.map { analyses[$0].document }, readers)
            for (place, analysis) in zip(places, read) { analyses[place] = analysis }
            (pairs, lineage) = finder.compare(analyses)
        }
        return Group(entries: entries, pairs: pairs, lineage: lineage, reworded: reworded.count)
    }

    private func analyze(_ documents: [Document], _ annotators: [any Annotator]) async -> [Analysis] {
        await documents.concurrentMap { document in
            var analysis = Analysis(document: document)
            for annotator in annotators { annotator.annotate(&analysis) }
            return analysis
        }
    }
}
