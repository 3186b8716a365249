import Foundation
import FuzzTargets
import TextCore

/// Inputs to make broken ones from, and pieces of their syntax, from the files that libFuzzer reads too.
enum FuzzCorpus {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fuzzing")

    /// The files of `Tests/Fuzzing/Corpus/TARGET`, by name.
    static func inputs(_ target: FuzzTarget) throws -> [[UInt8]] {
        let place = folder.appending(path: "Corpus/\(target.rawValue)")
        return try FileManager.default.contentsOfDirectory(at: place, includingPropertiesForKeys: nil)
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
            .map { [UInt8](try Data(contentsOf: $0)) }
    }

    /// The entries of `Tests/Fuzzing/TARGET.dict`: one a line, quoted, with `\"`, `\\` and `\x1F`.
    static func tokens(_ target: FuzzTarget) throws -> [[UInt8]] {
        try String(contentsOf: folder.appending(path: "\(target.rawValue).dict"), encoding: .utf8)
            .split(separator: "\n").filter { $0.hasPrefix("\"") }.map(token)
    }

    private static func token(_ line: Substring) -> [UInt8] {
        var (token, rest) = ([UInt8](), line.dropFirst().dropLast().utf8[...])
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
                token.append(byte)
                continue
            }
            if next == UInt8(ascii: "x") {
                token.append(UInt8(String(rest.prefix(2))!, radix: 16)!)
                rest = rest.dropFirst(2)
            } else {
                token.append(next)
            }
        }
        return token
    }
}
