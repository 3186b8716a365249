import FoundationEssentials
import Intake
public import Lexicons
public import NewsModel
import Recognition
import Segmentation

/// The way from raw items to the layers of their documents: all that looks at one document at a time.
public struct Analyzer: Sendable {
    private let reader: DocumentReader
    let annotators: [any Annotator]
    /// What the user should know of how the annotators were put together.
    private let notes: [Diagnostic]

    /// Loads the resources of every stage.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        reader = try DocumentReader(resources: resources)
        (annotators, notes) = try Self.annotatorsWithNotes(resources: resources)
    }

    /// The documents of the items, and what the user should know of them; the same bytes under two names are one document
    /// with two files, and so is one report that was given in two ways.
    public func documents(of items: [RawItem]) -> (documents: [Document], diagnostics: [Diagnostic]) {
        var diagnostics = notes
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
        return (joined, diagnostics + told)
    }

    /// The layers of every document, in the order of `documents`.
    public func analyze(
        _ documents: [Document], progress: @Sendable (Progress) -> Void = { _ in }
    ) async -> [Analysis] {
        var analyses: [Analysis] = []
        await forEachAnalysis(of: documents, progress: progress) { analyses.append($0) }
        return analyses
    }

    /// Calls `body` with the layers of every document, in the order of `documents`, as soon as they are there: what `body` does
    /// not keep is gone.
    ///
    /// A few documents are read at a time; one that takes long holds up the reading of those far behind it.
    public func forEachAnalysis(
        of documents: [Document], progress: @Sendable (Progress) -> Void = { _ in }, _ body: (Analysis) -> Void
    ) async {
        await withTaskGroup(of: (Int, Analysis).self) { group in
            var (started, done, given) = (0, 0, 0)
            var early: [Int: Analysis] = [:]
            while given < documents.count {
                while started < documents.count, started - done < Self.width, started - given < 4 * Self.width {
                    let number = started
                    group.addTask { (number, analyze(documents[number])) }
                    started += 1
                }
                guard let (number, analysis) = await group.next() else { return }
                done += 1
                progress(Progress(step: .documents, done: done, of: documents.count))
                early[number] = analysis
                while let next = early.removeValue(forKey: given) {
                    body(next)
                    given += 1
                }
            }
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

    /// Documents read at a time: one for each processor that this process may use, few enough to bound memory.
    private static let width = min(8, max(1, ProcessInfo.processInfo.activeProcessorCount))
}
