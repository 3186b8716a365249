import Lexicons
import TextCore

/// The writers of a byline, one by one.
///
///     By Jane Doe and John Roe, Associated Press      Jane Doe; John Roe; Associated Press
///     Von Jane Doe (jdo)                              Jane Doe
///     https://example.org/jane, jane@example.org      none
enum AuthorNames {
    /// The names in `text`.
    static func split(_ text: String, _ facts: WordFacts) -> [String] {
        var line = text.oneLine
        guard line.utf8.count <= 400, !WebAddress.isAddress(line), !line.hasPrefix("@") else { return [] }
        line = withoutOpening(line)
        var parts: [String] = [line]
        for mark in [";", "|", " / ", "\u{2022}", "\u{00B7}"] { parts = parts.flatMap { pieces($0, at: mark) } }
        for word in [" and ", " und ", " et ", " y ", " og ", " & ", " e ", " en "] {
            parts = parts.flatMap { part in
                let found = pieces(part, at: word)
                return found.allSatisfy { isName($0) } ? found : [part]
            }
        }
        var names: [String] = []
        for part in parts {
            let commas = pieces(part, at: ",")
            if commas.count > 1 {
                // "Doe, Jane" is one name, "Jane Doe, John Roe" are two, "Jane Doe, professor of law" is one with what she is.
                let named = commas.filter { $0.split(separator: " ").count >= 2 || isAgency($0, facts) }
                if named.isEmpty {
                    names.append(part)
                } else {
                    names.append(commas[0])
                    for piece in commas.dropFirst() where isAgency(piece, facts) || (isName(piece) && !isRole(piece)) {
                        names.append(piece)
                    }
                }
            } else {
                names.append(part)
            }
        }
        return names.map(cleaned).filter { name in
            !name.isEmpty && name.utf8.count <= 80 && name.contains(where: \.isLetter) && !name.contains("@")
                && !WebAddress.isAddress(name) && name.split(separator: " ").count <= 8
        }
    }

    /// "Jane Doe, John Roe and Mary Major".
    static func joined(_ names: [String]) -> String {
        guard names.count > 1, let last = names.last else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }

    private static func pieces(_ text: String, at mark: String) -> [String] {
        guard text.contains(mark) else { return [text] }
        return text.components(apartAt: mark).map(\.oneLine).filter { !$0.isEmpty }
    }

    private static func withoutOpening(_ line: String) -> String {
        let folded = line.lowercased()
        for opening in [
            "written by ", "reported by ", "story by ", "by: ", "by ", "von ", "par ", "por ", "author: ", "autor: ",
            "from ",
        ]
        where folded.hasPrefix(opening) {
            return String(line.dropFirst(opening.count)).oneLine
        }
        return line
    }

    /// Two to four words that begin with capitals, particles apart.
    private static func isName(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard (2...5).contains(words.count) else { return false }
        return words.allSatisfy { word in
            guard let first = word.unicodeScalars.first else { return false }
            return !first.properties.isLowercase || particles.contains(String(word))
        }
    }

    private static func isRole(_ text: String) -> Bool {
        text.split(separator: " ").contains { roles.contains(FoldedText.fold(String($0))) }
    }

    private static func isAgency(_ text: String, _ facts: WordFacts) -> Bool {
        let source = SourceText(text)
        return facts.agency(UnitWords(source, source.span).hashes[...]) != nil
    }

    /// Without a sign in brackets, a role, and marks at the ends.
    private static func cleaned(_ name: String) -> String {
        var name = name
        if let open = name.firstIndex(of: "("), name.hasSuffix(")"), open > name.startIndex {
            name = String(name[..<open])
        }
        while let last = name.last, ".,:;-–—•|/".contains(last),
            !(last == "." && name.count > 2 && name.dropLast().last?.isUppercase == true)
        {
            name.removeLast()
        }
        return withoutOpening(name).oneLine
    }

    private static let particles: Set<String> = [
        "de", "del", "della", "der", "den", "di", "da", "dos", "du", "la", "le", "van", "von", "bin", "al", "el", "ter",
        "zu", "af", "of", "the", "and", "y",
    ]
    private static let roles: Set<String> = [
        "reporter", "correspondent", "editor", "writer", "journalist", "staff", "columnist", "contributor", "producer",
        "analyst", "professor", "director", "chief", "senior", "political", "fellow", "author", "redakteur",
    ]
}

extension String {
    /// The stretches between occurrences of `mark`.
    func components(apartAt mark: String) -> [String] {
        var parts: [String] = []
        var start = startIndex
        while let found = self[start...].firstRange(of: mark) {
            parts.append(String(self[start..<found.lowerBound]))
            start = found.upperBound
        }
        parts.append(String(self[start...]))
        return parts
    }
}
