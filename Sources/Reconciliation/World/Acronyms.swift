import NewsModel
import TextCore

/// Short forms in capitals and what they stand for in a report.
///
/// A short form in parentheses stands for the words before it where its letters are found in them in order, the first at
/// the beginning of a word (A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation definitions in
/// biomedical text", 2003): `Government Accountability Office (GAO)`, `Singapore Airlines (SIA)`. Does not:
/// `Senator Ted Cruz (R)`, `the minister (Reuters)`.
struct Acronyms {
    let analysis: Analysis

    init(_ analysis: Analysis) { self.analysis = analysis }

    /// Whether a mention is a word of three to six capitals.
    func isAcronym(_ mention: Mention) -> Bool {
        mention.form == .name && (3...6).contains(mention.name.count)
            && analysis.text.bytes[mention.name.range].allSatisfy(ASCII.isUpper)
    }

    /// Pairs of chains, the second of which is a short form of the first.
    func defined() -> [(long: Int, short: Int)] {
        let tokens = analysis.tokens
        return analysis.mentions.compactMap { mention in
            guard isAcronym(mention), let short = mention.chain else { return nil }
            let own = AttributionLayout.tokens(in: mention.name, of: analysis)
            guard own.count == 1, own.lowerBound > 1, own.upperBound < tokens.count,
                analysis.text[tokens[own.lowerBound - 1].span] == "(", analysis.text[tokens[own.upperBound].span] == ")"
            else { return nil }
            let end = tokens[own.lowerBound - 2].span.end
            guard let long = analysis.mentions.first(where: { $0.name.end == end && $0.form == .name })?.chain,
                long != short
            else { return nil }
            let count = mention.name.count
            let first = max(0, own.lowerBound - 1 - min(count + 5, 2 * count))
            let words = TextSpan(tokens[first].span.start, end)
            return Self.stands(analysis.text[mention.name], for: analysis.text[words]) ? (long, short) : nil
        }
    }

    /// Whether the letters of a short form stand in a long one in order, the first at the beginning of a word.
    static func stands(_ short: String, for long: String) -> Bool {
        let letters = Array(long.lowercased())
        var place = letters.count
        for (index, letter) in short.lowercased().enumerated().reversed() {
            repeat {
                place -= 1
            } while place >= 0
                && (letters[place] != letter || index == 0 && place > 0 && letters[place - 1].isLetter)
            if place < 0 { return false }
        }
        return true
    }

    /// The first letters of a chain's names with their country before them, in small letters: `usaf` for `US Air Force`.
    func nationalInitials(_ chain: [Int]) -> Set<String> {
        var result: Set<String> = []
        for index in chain {
            let mention = analysis.mentions[index]
            let name = NameKey.words(analysis.text[mention.name])
            guard mention.form == .name, name.count > 1,
                let country = analysis.mentions.last(where: {
                    $0.name.end == mention.name.start - 1 && $0.gazetteer?.hasPrefix("country:") == true
                })
            else { continue }
            let words = NameKey.words(analysis.text[country.name])
            guard let first = words.first else { continue }
            let short = words.count == 1 && first.count == 2 ? first : String(words.compactMap(\.first))
            result.insert(short + String(name.compactMap(\.first)))
        }
        return result
    }
}
