import Yams

/// Reads `corrections.yaml`: a list, or a mapping whose member `corrections` is one.
///
/// ```yaml
/// - same: [Kim Jong-un, the Marshal]
///   reason: one man
/// - different: [Kim Jong Un, Kim Jong Il]
///   reason: son and father
/// - rename: Kiev
///   to: Kyiv
///   reason: house style
/// - reject: No permit is worth a life
///   reason: an opinion, not a claim
/// - origin: 03_harbour-today.txt
///   is: Euxine Press
///   reason: their editor says so
/// ```
public struct CorrectionFile: Sendable {
    /// Why a file holds no corrections that can be read.
    public struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
        /// Line from 1, where it is known.
        public var line: Int?
        /// What is wrong and what is expected.
        public var message: String

        public var description: String { (line.map { "line \($0): " } ?? "") + message }
    }

    /// The most bytes that a file of corrections may have.
    public static let limit = 4 << 20

    /// A reader.
    public init() {}

    /// The corrections in a text.
    ///
    /// - Throws: where it is no YAML, or an entry has a member that is missing, unknown or of another kind.
    public func corrections(_ yaml: String) throws(Failure) -> Corrections {
        guard yaml.utf8.count <= Self.limit else { throw Failure(message: "the file is larger than 4 MB") }
        let node: Node?
        do {
            node = try Yams.compose(yaml: yaml)
        } catch let error as YamlError {
            throw Failure(line: Self.line(of: error), message: "no YAML that can be read")
        } catch {
            throw Failure(message: "no YAML that can be read")
        }
        guard let node else { return Corrections() }
        let list = node.mapping?["corrections"] ?? node
        if list.null != nil { return Corrections() }
        guard let entries = list.sequence else {
            throw Failure(line: list.mark?.line, message: "a list of corrections is expected")
        }
        var all: [Correction] = []
        for entry in entries { all.append(try correction(entry)) }
        return Corrections(all)
    }

    private static func line(of error: YamlError) -> Int? {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        default: nil
        }
    }

    private static let kinds = ["same", "different", "rename", "reject", "origin"]

    private func correction(_ entry: Node) throws(Failure) -> Correction {
        let line = entry.mark?.line ?? 1
        guard let members = entry.mapping else {
            throw Failure(line: line, message: "a correction is one of \(Self.kinds.joined(separator: ", "))")
        }
        let names = members.keys.map { $0.string ?? "" }
        let kinds = names.filter(Self.kinds.contains)
        guard kinds.count == 1, let kind = kinds.first, let value = members[Node(kind)] else {
            throw Failure(
                line: line, message: "a correction has exactly one of \(Self.kinds.joined(separator: ", "))")
        }
        let other: String? = kind == "rename" ? "to" : kind == "origin" ? "is" : nil
        for name in names where name != kind && name != "reason" && name != other {
            throw Failure(line: line, message: "'\(name)' is no member of '\(kind)'")
        }
        func text(_ name: String) throws(Failure) -> String {
            guard let text = members[Node(name)]?.scalar?.string, !text.isEmpty else {
                throw Failure(line: line, message: "'\(kind)' needs '\(name)'")
            }
            return text
        }
        let reason = try text("reason")
        switch kind {
        case "same", "different":
            let texts = (value.sequence.map(Array.init) ?? []).compactMap { $0.scalar?.string }.filter { !$0.isEmpty }
            guard texts.count >= 2, texts.count == value.sequence?.count else {
                throw Failure(line: line, message: "'\(kind)' is a list of at least two names")
            }
            return Correction(kind == "same" ? .same(texts) : .different(texts), reason: reason, line: line)
        case "rename": return Correction(.rename(try text("rename"), to: try text("to")), reason: reason, line: line)
        case "reject": return Correction(.reject(try text("reject")), reason: reason, line: line)
        default:
            return Correction(.origin(report: try text("origin"), source: try text("is")), reason: reason, line: line)
        }
    }
}
