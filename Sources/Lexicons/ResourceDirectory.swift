import FoundationEssentials

/// Where Headwater's facts and word lists are: a folder of tab-separated files.
///
/// Looked for in this order: the folder that the caller names, `$HEADWATER_RESOURCES`, `headwater-resources` beside the
/// program, `share/headwater` beside its folder, and `Sources/Lexicons/Resources` of the checkout that it was built in.
public struct ResourceDirectory: Sendable {
    /// Absolute path of the folder.
    public let path: String
    /// What was loaded from it and is shared.
    let tables = SharedTables()

    /// Why no resource could be had.
    public enum Failure: Error, CustomStringConvertible, Equatable {
        /// No folder was found at any of these places.
        case notFound(tried: [String])
        /// A file of the folder is missing or cannot be read.
        case unreadable(file: String)
        /// A line of a file has fewer columns than its header.
        case malformed(file: String, line: Int)

        public var description: String {
            switch self {
            case .notFound(let tried):
                "Headwater's resource files were not found. Name their folder with --resources or HEADWATER_RESOURCES. "
                    + "Tried: " + tried.joined(separator: ", ")
            case .unreadable(let file): "the resource file \(file) cannot be read; reinstall Headwater's resources"
            case .malformed(let file, let line): "the resource file \(file) is damaged at line \(line)"
            }
        }
    }

    /// The file that every resource folder has.
    private static let marker = "LEXICONS"

    /// Finds the folder.
    ///
    /// - Parameter path: a folder to use and no other, or nil to look for one.
    /// - Throws: ``Failure/notFound(tried:)``.
    public init(path: String? = nil) throws(Failure) {
        var candidates: [String] = []
        let environment = ProcessInfo.processInfo.environment
        if let path {
            candidates = [path]
        } else {
            if let named = environment["HEADWATER_RESOURCES"], !named.isEmpty { candidates.append(named) }
            let program = Self.programFolder()
            candidates.append(program + "/headwater-resources")
            candidates.append(program + "/../share/headwater")
            var folder = program
            for _ in 0..<5 {
                candidates.append(folder + "/Sources/Lexicons/Resources")
                folder += "/.."
            }
            candidates.append(Self.sourceFolder(of: #filePath) + "/Resources")
        }
        for candidate in candidates where FileManager.default.fileExists(atPath: candidate + "/" + Self.marker) {
            self.path = candidate
            return
        }
        throw .notFound(tried: candidates)
    }

    /// The bytes of a file of the folder.
    ///
    /// - Throws: ``Failure/unreadable(file:)``.
    public func bytes(_ file: String) throws(Failure) -> [UInt8] {
        let path = path + "/" + file
        do {
            // Mapped, so that the bytes are copied once.
            return [UInt8](try Data(contentsOf: URL(filePath: path), options: .alwaysMapped))
        } catch {
            throw .unreadable(file: path)
        }
    }

    /// Where the reader's model may be, the likeliest place first: `$HEADWATER_MODEL`, beside the resource files, and
    /// `Model/` of the checkout that they are in.
    public var modelCandidates: [String] {
        let named = ProcessInfo.processInfo.environment["HEADWATER_MODEL"] ?? ""
        if !named.isEmpty { return [named] }
        return [path + "/reader.safetensors", path + "/../../../Model/reader.safetensors"]
    }

    private static func programFolder() -> String {
        let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return sourceFolder(of: link ?? CommandLine.arguments.first ?? ".")
    }

    private static func sourceFolder(of file: String) -> String {
        guard let slash = file.lastIndex(of: "/") else { return "." }
        return String(file[..<slash])
    }
}
