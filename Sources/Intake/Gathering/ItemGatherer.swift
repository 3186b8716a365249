import Archiving
import FoundationEssentials
public import NewsModel

/// Reads what the user named: files, folders with all that is in them, standard input. What cannot be read is told, and
/// the rest is still read.
public struct ItemGatherer: Sendable {
    /// Largest file that is read, in bytes.
    public var limit: Int
    /// Most bytes that are read in all.
    public var totalLimit: Int
    /// What was fetched, by the address that it was asked for with: such a path is not looked for among files.
    public var fetched: [String: RawItem] = [:]

    /// A gatherer that reads up to 64 MiB of one file and 1 GiB in all.
    public init(limit: Int = 64 << 20, totalLimit: Int = 1 << 30) {
        self.limit = limit
        self.totalLimit = totalLimit
    }

    /// The items at `paths`, in the order given; the files of a folder in the order of their names, byte by byte; `-` is
    /// standard input. A web archive gives an item a record, JSON Lines one a line.
    ///
    /// Codes: `intake.missing`, `intake.unreadable`, `intake.emptyFolder`, `intake.tooLarge` (errors),
    /// `intake.unsupported` (an error for a file named by the user, a note for one found in a folder), `intake.record`,
    /// `intake.cut`, `intake.damaged` (warnings: an archive that is broken).
    public func gather(_ paths: [String]) -> (items: [RawItem], diagnostics: [Diagnostic]) {
        var harvest = Harvest(totalLimit: totalLimit)
        for path in paths { gather(path, to: &harvest) }
        return (harvest.items, harvest.diagnostics)
    }

    /// Gives the items at `paths` to `body`, one at a time, and keeps none: an archive may be larger than memory. Says what
    /// could not be read.
    public func forEach(_ paths: [String], _ body: (RawItem) -> Void) -> [Diagnostic] {
        withoutActuallyEscaping(body) { body in
            var harvest = Harvest(totalLimit: .max, body: body)
            for path in paths { gather(path, to: &harvest) }
            return harvest.diagnostics
        }
    }

    private func gather(_ path: String, to harvest: inout Harvest) {
        if let item = fetched[path] {
            harvest.deliver(item)
        } else if path == "-" {
            gatherInput(to: &harvest)
        } else if BoundedFile.identity(of: path)?.isFolder == true {
            gather(folder: path, to: &harvest)
        } else {
            gather(file: path, to: &harvest)
        }
    }

    private func gatherInput(to harvest: inout Harvest) {
        let stream = ByteStream(descriptor: 0, owns: false)
        guard stream.peek() != nil else { return harvest.deliver(RawItem(name: "-", bytes: [])) }
        unpack(stream, "-", holdsLines: false, to: &harvest)
    }

    /// What was gathered so far.
    private struct Harvest {
        var totalLimit: Int
        /// Where items go; nil where they are kept.
        var body: ((RawItem) -> Void)?
        var items: [RawItem] = []
        var diagnostics: [Diagnostic] = []
        var bytes = 0
        var count = 0

        mutating func tell(_ code: String, _ severity: Diagnostic.Severity, _ message: String, _ file: String) {
            diagnostics.append(Diagnostic("intake." + code, severity, message, file: file))
        }

        mutating func deliver(_ item: RawItem) {
            if let body {
                count += 1
                return body(item)
            }
            guard bytes + item.bytes.count <= totalLimit else {
                let shown = item.name == "-" ? "standard input" : item.name
                return tell(
                    "tooLarge", .error,
                    "\(shown) was not read: with it there would be more than "
                        + "\(ByteCount.text(totalLimit)) in all; give fewer files at a time", item.name)
            }
            bytes += item.bytes.count
            count += 1
            items.append(item)
        }
    }

    private func gather(file path: String, to harvest: inout Harvest) {
        switch FileNames.verdict(Self.lastPart(of: path)) {
        case .unsupported(let kind) where BoundedFile.identity(of: path) != nil:
            harvest.tell(
                "unsupported", .error,
                "\(path) is \(kind) by its name, which Headwater does not read; "
                    + "give it as HTML, plain text or PDF", path)
        case .read(let format): read(path, as: format, to: &harvest)
        case .archive: unpack(path, holdsLines: false, to: &harvest)
        case .lines: unpack(path, holdsLines: true, to: &harvest)
        default: read(path, as: .unknown, to: &harvest)
        }
    }

    /// Takes an archive apart.
    private func unpack(_ path: String, holdsLines: Bool, to harvest: inout Harvest) {
        guard BoundedFile.identity(of: path) != nil else {
            return harvest.tell("missing", .error, "\(path) does not exist", path)
        }
        guard let stream = ByteStream(path: path) else {
            return harvest.tell("unreadable", .error, "\(path) cannot be read", path)
        }
        unpack(stream, path, holdsLines: holdsLines, to: &harvest)
    }

    private func unpack(_ stream: ByteStream, _ path: String, holdsLines: Bool, to harvest: inout Harvest) {
        var gathered = harvest
        harvest = Harvest(totalLimit: 0)
        var told: [Diagnostic] = []
        ArchiveItems(stream, path: path, limit: limit, holdsLines: holdsLines).forEach {
            gathered.deliver($0)
        } _: {
            told.append(Diagnostic("intake." + $0, $1, $2, file: path))
        }
        gathered.diagnostics += told
        harvest = gathered
    }

    /// Walks `folder`; each folder once, whatever links lead to it.
    private func gather(folder: String, to harvest: inout Harvest) {
        let before = harvest.count + harvest.diagnostics.count { $0.severity == .error }
        var seen: Set<BoundedFile.Identity> = []
        var waiting = [folder]
        while let path = waiting.popLast() {
            guard let identity = BoundedFile.identity(of: path) else {
                harvest.tell("unreadable", .error, "\(path) cannot be read: it is a link that leads nowhere", path)
                continue
            }
            guard identity.isFolder else {
                switch FileNames.verdict(Self.lastPart(of: path)) {
                case .read(let format): read(path, as: format, to: &harvest)
                case .archive: unpack(path, holdsLines: false, to: &harvest)
                case .lines: unpack(path, holdsLines: true, to: &harvest)
                case .unsupported(let kind):
                    harvest.tell("unsupported", .note, "\(path) was passed over: Headwater does not read \(kind)", path)
                case .passOver: break
                }
                continue
            }
            guard seen.insert(identity).inserted else { continue }
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
                harvest.tell("unreadable", .error, "the folder \(path) cannot be read", path)
                continue
            }
            let visible = names.filter { FileNames.verdict($0) != .passOver }
            let sorted = visible.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            let stem = path.hasSuffix("/") ? path : path + "/"
            waiting += sorted.reversed().map { stem + $0 }
        }
        if harvest.count + harvest.diagnostics.count(where: { $0.severity == .error }) == before {
            harvest.tell("emptyFolder", .error, "there is nothing to read in the folder \(folder)", folder)
        }
    }

    private func read(_ path: String, as format: RawItem.Format, to harvest: inout Harvest) {
        // A name that says nothing: the first bytes may say that it is an archive.
        if format == .unknown, BoundedFile.begins(path, with: ["WARC/", "filedesc://", "\u{1F}\u{8B}"]) {
            return unpack(path, holdsLines: false, to: &harvest)
        }
        add(name: path, format: format, to: &harvest) { () throws(BoundedFile.Failure) in
            try BoundedFile.read(path, limit: limit)
        }
    }

    private func add(
        name: String, format: RawItem.Format, to harvest: inout Harvest,
        reading: () throws(BoundedFile.Failure) -> [UInt8]
    ) {
        let shown = name == "-" ? "standard input" : name
        do {
            harvest.deliver(RawItem(name: name, format: format, bytes: try reading()))
        } catch {
            switch error {
            case .missing: harvest.tell("missing", .error, "\(shown) does not exist", name)
            case .folder: harvest.tell("unreadable", .error, "\(shown) cannot be read: it is a folder", name)
            case .unreadable(let reason):
                harvest.tell("unreadable", .error, "\(shown) cannot be read: \(reason)", name)
            case .tooLarge(let size):
                let told = size.map { "has \(ByteCount.text($0))" } ?? "goes on after \(ByteCount.text(limit))"
                harvest.tell(
                    "tooLarge", .error,
                    "\(shown) was not read: it \(told), and the limit for one file is "
                        + "\(ByteCount.text(limit))", name)
            }
        }
    }

    private static func lastPart(of path: String) -> String {
        String(path.split(separator: "/").last ?? "")
    }
}
