import FoundationEssentials
import Lineage

/// The folder of a corpus run: its output files, and beside them what a run that was cut off goes on from.
struct WorkFolder {
    /// How far the last pass has come.
    struct State {
        /// Groups that are done, origins in them.
        var groups = 0, origins = 0
    }

    private let folder: String
    private let outputs: [String]
    private var work: String { folder + "/.work" }
    private var journal: String { work + "/journal" }

    /// Opens the folder, or makes it.
    ///
    /// - Parameter settings: what must be the same for a run to go on where another was cut off.
    init(_ folder: String, corpus: String, outputs: [String], settings: String) throws(CorpusRun.Failure) {
        self.folder = folder
        self.outputs = outputs
        let files = FileManager.default
        guard let size = (try? files.attributesOfItem(atPath: corpus))?[.size] else {
            throw .unreadable(path: corpus)
        }
        let mark = "\(corpus)\n\(size)\n\(outputs.joined(separator: " "))\n\(settings)\n"
        if let known = files.contents(atPath: folder + "/.work/corpus") {
            guard String(decoding: known, as: UTF8.self) == mark else { throw .otherCorpus(path: folder) }
            return
        }
        do {
            try files.createDirectory(atPath: folder + "/.work", withIntermediateDirectories: true)
            for output in outputs {
                let path = folder + "/" + output
                try files.createDirectory(
                    atPath: String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]),
                    withIntermediateDirectories: true)
                try Data().write(to: URL(filePath: path))
            }
            try Data(mark.utf8).write(to: URL(filePath: folder + "/.work/corpus"), options: .atomic)
        } catch { throw .unwritable(path: folder) }
    }

    /// Whether the first pass is done.
    var hasFingerprints: Bool { FileManager.default.fileExists(atPath: work + "/fingerprints-done") }

    /// The files of the first pass, emptied.
    func postings() -> PostingFiles { PostingFiles(folder: work) }

    /// Notes that the first pass is done.
    func finishFingerprints() throws(CorpusRun.Failure) {
        do { try Data().write(to: URL(filePath: work + "/fingerprints-done")) } catch { throw .unwritable(path: work) }
    }

    /// The pairs worth comparing, from the files of the first pass.
    func candidates() throws(CorpusRun.Failure) -> [CandidateCounter.Candidate] {
        var counter = CandidateCounter()
        for kind in PostingFiles.Kind.allCases {
            for part in 0..<PostingFiles.parts {
                counter.count(try PostingFiles.read(kind, part, folder: work), areRuns: kind == .runs)
            }
        }
        return counter.candidates
    }

    // MARK: The last pass

    /// How far an earlier run has come; what it wrote after its last note is taken back.
    func resume() throws(CorpusRun.Failure) -> State {
        var state = State()
        var sizes = outputs.map { _ in UInt64(0) }
        if let bytes = FileManager.default.contents(atPath: journal) {
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            // The last piece has no line end: it may have been cut off.
            if let last = lines.dropLast().last {
                let numbers = last.split(separator: " ").compactMap { UInt64($0) }
                if numbers.count == outputs.count + 2 {
                    state = State(groups: Int(numbers[0]), origins: Int(numbers[1]))
                    sizes = Array(numbers.dropFirst(2))
                }
            }
        }
        for (output, size) in zip(outputs, sizes) { try AppendedFile.truncate(folder + "/" + output, to: size) }
        return state
    }

    /// Adds what was found in a group to the output files, then notes it.
    func append(_ texts: [[UInt8]], _ state: State) throws(CorpusRun.Failure) {
        var note = "\(state.groups) \(state.origins)"
        for (output, text) in zip(outputs, texts) {
            note += " \(try AppendedFile.append(text, to: folder + "/" + output))"
        }
        _ = try AppendedFile.append(Array((note + "\n").utf8), to: journal)
    }

    /// Takes away what only an unfinished run needs.
    func finish() { try? FileManager.default.removeItem(atPath: work) }
}
