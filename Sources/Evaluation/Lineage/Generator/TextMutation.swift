import Foundation

/// What editors and careless rewriters do to a paragraph.
struct TextMutation {
    private static let words = [
        ("said", "told reporters"), ("about", "around"), ("more than", "over"), ("nearly", "almost"),
        ("however", "but"), ("because", "since"), ("began", "started"), ("people", "persons"), ("many", "a lot of"),
        ("must", "have to"), ("large", "big"), ("also", "as well"), ("but", "yet"), ("while", "whereas"),
        ("children", "kids"), ("country", "nation"), ("company", "firm"), ("help", "assist"), ("try", "attempt"),
        ("get", "obtain"), ("show", "reveal"), ("need", "require"), ("important", "significant"), ("use", "employ"),
        ("government", "authorities"), ("last year", "in the past year"), ("two", "2"), ("three", "3"),
        ("four", "4"), ("five", "5"), ("per cent", "%"), ("percent", "%"), ("killed", "left dead"),
        ("announced", "made known"), ("according to", "as stated by"), ("currently", "at present"),
    ]

    /// The paragraph in the style of another house: some words replaced, some clauses between commas dropped.
    static func edited(_ paragraph: String, _ random: inout SeededRandom) -> String {
        var text = paragraph
        for (from, to) in words where random.chance(0.3) { text = text.replacing(" \(from) ", with: " \(to) ") }
        let parts = text.components(separatedBy: ", ")
        guard parts.count >= 3 else { return text }
        var kept: [String] = []
        for (index, part) in parts.enumerated() {
            let isMiddle = index > 0 && index < parts.count - 1
            let isPlain = !part.contains { "“”\".".contains($0) }
            if isMiddle, isPlain, part.split(separator: " ").count <= 12, random.chance(0.35) { continue }
            kept.append(part)
        }
        return kept.joined(separator: ", ")
    }

    /// The paragraph with one of its numbers changed, or as it is where it has none.
    static func withAnotherNumber(_ paragraph: String, _ random: inout SeededRandom) -> String {
        let words = paragraph.components(separatedBy: " ")
        let places = words.indices.filter { Int(words[$0]) != nil }
        guard !places.isEmpty else { return paragraph }
        var changed = words
        let place = random.pick(places)
        changed[place] = String((Int(words[place]) ?? 0) + 1 + random.below(9))
        return changed.joined(separator: " ")
    }

    /// The paragraph with one of its names misspelt.
    static func withAnotherName(_ paragraph: String, _ random: inout SeededRandom) -> String {
        let words = paragraph.components(separatedBy: " ")
        let places = words.indices.dropFirst().filter {
            words[$0].first?.isUppercase == true && words[$0].count >= 5 && words[$0].allSatisfy(\.isLetter)
        }
        guard !places.isEmpty else { return paragraph }
        let name = words[random.pick(Array(places))]
        var letters = Array(name)
        letters.swapAt(letters.count - 3, letters.count - 2)
        return paragraph.replacing(name, with: String(letters))
    }

    /// The paragraph with a word of its quotation changed.
    static func withAnotherQuote(_ paragraph: String) -> String {
        guard let open = paragraph.firstIndex(of: "“"), let close = paragraph[open...].firstIndex(of: "”") else {
            return paragraph
        }
        let quote = paragraph[open..<close]
        let changed = quote.replacing(" not ", with: " never ").replacing(" very ", with: " really ")
            .replacing(" is ", with: " was ")
        return String(paragraph[..<open]) + changed + String(paragraph[close...])
    }
}
