import TextCore

/// Names made comparable across reports: case, hyphens, accents, titles and the ways of writing a name in Latin letters
/// aside.
///
/// One name: `Kim Jong-un` and `Kim Jong Un`; `Sergei` and `Sergey`; `Zelenskyy`, `Zelenskiy` and `Zelensky`; `Muhammad`
/// and `Mohammed`; `Defence Ministry` and `Ministry of Defense`. Two: `Kim Jong Un` and `Kim Jong Il`; `Maria` and `Mario`.
enum NameKey {
    /// The words of a name, folded, without possessives and full stops.
    static func words(_ name: String) -> [String] {
        FoldedText.fold(name).split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "." }.map { word in
            let bare = word.filter { $0 != "." }
            return bare.hasSuffix("'s") ? String(bare.dropLast(2)) : String(bare.filter { $0 != "'" })
        }.filter { !$0.isEmpty }
    }

    /// The words of a person's name without titles.
    static func person(_ name: String) -> [String] {
        let all = words(name)
        let bare = all.filter { !titles.contains($0) }
        return bare.isEmpty ? all : bare
    }

    /// The words of an organisation's name that tell it from others, in the order of the alphabet, spelled the American
    /// way.
    static func organisation(_ name: String) -> [String] {
        words(name).filter { !fillers.contains($0) }.map(american).sorted()
    }

    /// How a word sounds, as far as the ways of writing foreign names leave it: `Sergey`, `Sergei` give one.
    static func sound(_ word: String) -> String {
        var letters = Array(word)
        for (from, to) in spellings { letters = replaced(letters, Array(from), Array(to)) }
        var result: [Character] = []
        for letter in letters where result.last != letter { result.append(letter) }
        // The endings -y, -iy, -ii, -yy, -ij of one Slavic adjective.
        while result.count > 2, result.last == "i", result[result.count - 2] == "i" { result.removeLast() }
        return String(result)
    }

    /// Whether two words are ways of writing one: the consonants are the same, and hardly a vowel differs.
    static func soundsLike(_ a: String, _ b: String) -> Bool {
        if a == b { return true }
        let (x, y) = (sound(a), sound(b))
        if x == y { return true }
        guard x.first == y.first, consonants(x) == consonants(y), consonants(x).count >= 3 else { return false }
        // "Maria" and "Mario" are two names: the last letter counts.
        return x.last == y.last && abs(x.count - y.count) <= 1
    }

    /// What words that sound alike have in common: the first letter and the consonants.
    static func outline(_ word: String) -> String {
        let heard = sound(word)
        return heard.prefix(1) + consonants(heard)
    }

    private static func consonants(_ word: String) -> String { word.filter { !"aeiou".contains($0) } }

    private static func replaced(_ letters: [Character], _ from: [Character], _ to: [Character]) -> [Character] {
        guard letters.count >= from.count else { return letters }
        var result: [Character] = []
        var index = 0
        while index < letters.count {
            if index + from.count <= letters.count, letters[index..<(index + from.count)].elementsEqual(from) {
                result += to
                index += from.count
            } else {
                result.append(letters[index])
                index += 1
            }
        }
        return result
    }

    private static func american(_ word: String) -> String {
        switch word {
        case "defence": "defense"
        case "offence": "offense"
        case "centre": "center"
        case "labour": "labor"
        case "programme": "program"
        default: word.hasSuffix("isation") ? word.dropLast(7) + "ization" : word
        }
    }

    private static let spellings: [(String, String)] = [
        ("shch", "sh"), ("sch", "sh"), ("tch", "ch"), ("kh", "h"), ("ph", "f"), ("ck", "k"), ("ks", "x"), ("zh", "j"),
        ("ya", "ia"), ("yu", "iu"), ("yo", "io"), ("ye", "e"), ("y", "i"), ("w", "v"), ("oo", "u"), ("ou", "u"),
        ("ee", "i"), ("q", "k"), ("ei", "i"), ("ai", "a"),
    ]
    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "lord", "lady", "gen", "general", "col", "colonel",
        "maj", "capt", "captain", "lt", "sgt", "sergeant", "sen", "senator", "rep", "gov", "governor", "president",
        "minister", "king", "queen", "prince", "princess", "pope", "rev", "jr", "sr",
    ]
    private static let fillers: Set<String> = [
        "the", "a", "an", "of", "for", "and", "in", "on", "inc", "ltd", "llc", "plc", "corp", "corporation", "co",
        "gmbh",
        "ag", "sa", "spa", "company",
    ]
}
