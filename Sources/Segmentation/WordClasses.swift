import Lexicons
import TextCore

/// Words of a resource table with a class each, looked up by their bytes without making a string.
///
/// A form written in lower case stands for any casing of it; one with a capital only for forms with a capital.
struct WordClasses<Class: RawRepresentable & Sendable>: Sendable where Class.RawValue == String {
    private var classes: [UInt64: Class] = [:]
    private var capitalised: [UInt64: Class] = [:]

    /// Reads the columns `form` and `class` of `file`; rows of classes that `Class` does not know are left out.
    init(_ file: String, in resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        let table = try LexiconTable(file, in: resources)
        guard let form = table.column("form"), let named = table.column("class") else {
            throw .malformed(file: file, line: 1)
        }
        for row in table.rows {
            guard let kind = Class(rawValue: row[named]) else { continue }
            let key = StableHash.hash(row[form].utf8.lazy.map(ASCII.lowercased))
            if row[form].utf8.contains(where: ASCII.isUpper) {
                capitalised[key] = kind
            } else {
                classes[key] = kind
            }
        }
    }

    /// The class of the word in `range`, or nil where the table has none.
    ///
    /// - Complexity: O(length of the word).
    func of(_ bytes: [UInt8], _ range: Range<Int>) -> Class? {
        guard let first = range.first, range.count <= 24 else { return nil }
        let key = StableHash.hash(bytes[range].lazy.map(ASCII.lowercased))
        return classes[key] ?? (ASCII.isUpper(bytes[first]) ? capitalised[key] : nil)
    }
}

/// What may stand after an abbreviation that ends in a full stop.
enum Abbreviation: String, Sendable {
    case title, street, month, number, suffix, place, degree, closing, measure, time, inner
}

/// Words that decide how text is cut.
enum CuttingWord: String, Sendable {
    case prefix, starter, unit, elision, calendar, domain, reporting
    /// Two words written as one: always, or after a pronoun.
    case contraction, subjectContraction
}
