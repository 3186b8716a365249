import Foundation

/// The golden rules of sentence splitting: a text and the sentences that it has, read from the specification of Pragmatic
/// Segmenter (`text: "…"` … `eq(["…", "…"])`). Rules whose text is not written in place are left out.
struct GoldenRules {
    struct Rule {
        var text: String
        var sentences: [String]
        /// Whether it stands before the section `#segment`: the golden rules proper.
        var isGolden: Bool
    }

    var rules: [Rule] = []

    init(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else { throw EvaluationFailure.missing(path: path) }
        var cursor = Cursor(bytes: [UInt8](data))
        var isGolden = true
        var text: String?
        while let keyword = cursor.skip(toOneOf: ["text: ", "eq([", "describe '#segment'"]) {
            switch keyword {
            case 0: text = cursor.literal()
            case 1:
                let sentences = cursor.literals()
                if let text, !sentences.isEmpty {
                    rules.append(Rule(text: text, sentences: sentences, isGolden: isGolden))
                }
                text = nil
            default: isGolden = false
            }
        }
    }

    /// Reads Ruby string literals.
    private struct Cursor {
        let bytes: [UInt8]
        var index = 0

        /// Moves past the first of `keywords` and gives its number.
        mutating func skip(toOneOf keywords: [String]) -> Int? {
            while index < bytes.count {
                for (number, keyword) in keywords.enumerated() where bytes[index...].starts(with: keyword.utf8) {
                    index += keyword.utf8.count
                    return number
                }
                index += 1
            }
            return nil
        }

        mutating func literals() -> [String] {
            var found: [String] = []
            while let next = literal() {
                found.append(next)
                while index < bytes.count, bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: " ") {
                    index += 1
                }
            }
            return found
        }

        mutating func literal() -> String? {
            guard index < bytes.count else { return nil }
            let quote = bytes[index]
            guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
            var found: [UInt8] = []
            index += 1
            while index < bytes.count, bytes[index] != quote {
                if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count {
                    index += 1
                    found += escaped(bytes[index], doubleQuoted: quote == UInt8(ascii: "\""))
                } else {
                    found.append(bytes[index])
                }
                index += 1
            }
            index += 1
            return String(decoding: found, as: UTF8.self)
        }

        private func escaped(_ byte: UInt8, doubleQuoted: Bool) -> [UInt8] {
            guard doubleQuoted else {
                return byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\\") ? [byte] : [UInt8(ascii: "\\"), byte]
            }
            switch byte {
            case UInt8(ascii: "n"): return [0x0A]
            case UInt8(ascii: "r"): return [0x0D]
            case UInt8(ascii: "t"): return [0x09]
            default: return [byte]
            }
        }
    }
}
