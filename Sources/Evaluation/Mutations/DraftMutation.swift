import Foundation

/// One change of a figure, a date or a quoted word, and where the new word stands.
struct DraftMutation {
    enum Kind: String, CaseIterable { case figure, date, quotation }

    var kind: Kind
    /// The paragraph with the change.
    var paragraph: String
    /// Where the new word stands in it, in bytes.
    var place: Range<Int>
    /// What stood there.
    var before: String
    /// What stands there now.
    var after: String

    /// A paragraph with one change of a kind; nil where it has nothing to change.
    init?(_ kind: Kind, of paragraph: String, _ random: inout SeededRandom) {
        let words = paragraph.split(separator: " ", omittingEmptySubsequences: false)
        let candidates: [(index: Int, after: String)] = words.indices.compactMap { index in
            let bare = words[index].filter { $0.isLetter || $0.isNumber }
            guard !bare.isEmpty, words[index].contains(bare) else { return nil }
            let previous = index > 0 ? String(words[index - 1]) : ""
            let isQuoted = Self.isQuoted(words[..<index].joined(separator: " "))
            let changed: String? =
                switch kind {
                case .figure: isQuoted ? nil : Self.otherFigure(bare, after: previous, &random)
                case .date: isQuoted ? nil : Self.otherDate(bare, after: previous, &random)
                case .quotation: isQuoted ? Self.otherWord[bare.lowercased()] : nil
                }
            return changed.map { (index, $0) }
        }
        guard !candidates.isEmpty else { return nil }
        let (index, after) = random.pick(candidates)
        let bare = String(words[index].filter { $0.isLetter || $0.isNumber })
        let start =
            words[..<index].reduce(0) { $0 + $1.utf8.count + 1 }
            + (words[index].range(of: bare).map {
                words[index].utf8.distance(from: words[index].startIndex, to: $0.lowerBound)
            } ?? 0)
        var bytes = Array(paragraph.utf8)
        bytes.replaceSubrange(start..<(start + bare.utf8.count), with: after.utf8)
        self.kind = kind
        self.paragraph = String(decoding: bytes, as: UTF8.self)
        place = start..<(start + after.utf8.count)
        before = bare
        self.after = after
    }

    /// Whether a quotation is open after some text.
    private static func isQuoted(_ text: String) -> Bool {
        let curly = text.count { $0 == "“" } - text.count { $0 == "”" }
        return curly > 0 || curly == 0 && !text.contains("“") && !text.count { $0 == "\"" }.isMultiple(of: 2)
    }

    /// A count or sum that differs by a tenth at least; years and days of months are dates.
    private static func otherFigure(_ word: String, after previous: String, _ random: inout SeededRandom) -> String? {
        if let place = numberWords.firstIndex(of: word) {
            return numberWords[(place + 2 + random.below(3)) % numberWords.count]
        }
        guard let value = Int(word), value >= 2, !(1500...2100).contains(value), months[previous] == nil else {
            return nil
        }
        return String(value + max(2, value / 5) + random.below(max(1, value / 5)))
    }

    /// Another weekday, month or year.
    private static func otherDate(_ word: String, after previous: String, _ random: inout SeededRandom) -> String? {
        if let place = weekdays.firstIndex(of: word) { return weekdays[(place + 2 + random.below(3)) % 7] }
        if let place = months[word], word != "May" || previous == "in" {
            return monthNames[(place + 3 + random.below(5)) % 12]
        }
        guard let year = Int(word), (1900...2030).contains(year),
            ["in", "since", "of", "In", "Since"].contains(previous)
        else { return nil }
        return String(year - 2 - random.below(3))
    }

    private static let numberWords = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    private static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let months = Dictionary(uniqueKeysWithValues: monthNames.enumerated().map { ($1, $0) })
    /// Words whose exchange changes what a quotation says.
    private static let otherWord = [
        "not": "now", "will": "may", "must": "could", "all": "some", "never": "often", "always": "sometimes",
        "more": "less", "good": "bad", "great": "small", "need": "want", "can": "should", "many": "few",
        "every": "no", "should": "might", "best": "worst", "first": "last", "new": "old", "very": "not",
        "believe": "doubt", "people": "officials", "important": "useless",
    ]
}
