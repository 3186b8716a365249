import Foundation
import TextCore

/// A file of Microsoft Recognizers-Text's specification: inputs, and what is to be found in each.
struct RecognizersSpec {
    /// What is to be found: where, and what the specification says of it.
    struct Expected {
        /// Where it stands, in bytes of the input; nil where the specification does not say.
        var span: TextSpan?
        /// The characters, as the specification gives them.
        var text: String
        /// "number", "ordinal.relative", "currency" …
        var type: String
        /// Value, unit and what else it resolves to; null is left out.
        var resolution: [String: String]
    }

    /// One input.
    struct Case {
        var text: SourceText
        var expected: [Expected]
    }

    /// The cases that the reference implementation (.NET) supports.
    let cases: [Case]

    /// Reads the file at `path`.
    ///
    /// - Throws: ``EvaluationFailure``.
    init(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else { throw EvaluationFailure.missing(path: path) }
        // The files begin with a byte order mark.
        let bytes = data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data
        guard let entries = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [[String: Any]] else {
            throw EvaluationFailure.malformed(path: path, reason: "it is no list of cases")
        }
        cases = entries.compactMap(Self.readCase)
    }

    private static func readCase(_ entry: [String: Any]) -> Case? {
        guard let input = entry["Input"] as? String else { return nil }
        let unsupported = (entry["NotSupported"] as? String ?? "") + (entry["NotSupportedByDesign"] as? String ?? "")
        guard !unsupported.lowercased().contains("dotnet") else { return nil }
        let text = SourceText(input)
        let results = entry["Results"] as? [[String: Any]] ?? []
        return Case(text: text, expected: results.map { expected($0, in: text, input) })
    }

    private static func expected(_ result: [String: Any], in text: SourceText, _ input: String) -> Expected {
        var span: TextSpan?
        if let start = result["Start"] as? Int, let end = result["End"] as? Int {
            // Offsets count UTF-16 code units; the end is the last one.
            span = TextSpan(byteOffset(input, start), byteOffset(input, end + 1))
        }
        var resolution: [String: String] = [:]
        for (key, value) in result["Resolution"] as? [String: Any] ?? [:] {
            if let string = value as? String { resolution[key] = string }
        }
        return Expected(
            span: span, text: result["Text"] as? String ?? "", type: result["TypeName"] as? String ?? "",
            resolution: resolution)
    }

    private static func byteOffset(_ input: String, _ offset: Int) -> Int {
        let units = input.utf16
        let index = units.index(units.startIndex, offsetBy: min(max(0, offset), units.count))
        return input.utf8.distance(from: input.startIndex, to: index)
    }
}
