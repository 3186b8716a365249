import TextCore

/// Strips the endings of English words: the Snowball "English" (Porter 2) algorithm, by M. Porter,
/// https://snowballstem.org/algorithms/english/stemmer.html.
///
/// `supplies`, `supply`, `supplied` → `suppli`; a word of fewer than three letters or with other bytes than `a` to `z`
/// and apostrophes stays as it is.
struct EnglishStemmer {
    private var word: [UInt8]
    /// Where the regions R1 and R2 begin.
    private var region1 = 0, region2 = 0

    /// The stem of a folded word.
    ///
    /// - Complexity: O(n).
    static func stem(_ word: [UInt8]) -> [UInt8] {
        guard word.count > 2, word.allSatisfy({ ASCII.isLower($0) || $0 == apostrophe }) else { return word }
        if let special = exceptions[String(decoding: word, as: UTF8.self)] { return Array(special.utf8) }
        var stemmer = EnglishStemmer(word: word)
        return stemmer.run()
    }

    private init(word: [UInt8]) { self.word = word }

    private mutating func run() -> [UInt8] {
        if word.first == Self.apostrophe { word.removeFirst() }
        markConsonantYs()
        findRegions()
        dropPossessive()
        dropPlural()
        if Self.stopsAfterPlural.contains(String(decoding: word, as: UTF8.self)) { return lowered() }
        dropPast()
        yToI()
        replaceLongest(Self.step2, within: region1)
        replaceLongest(Self.step3, within: region1)
        dropStep4()
        dropFinalEOrL()
        return lowered()
    }

    // MARK: Steps

    private mutating func dropPossessive() {
        for ending in ["'s'", "'s", "'"] where ends(ending) {
            word.removeLast(ending.utf8.count)
            return
        }
    }

    private mutating func dropPlural() {
        if ends("sses") {
            word.removeLast(2)
        } else if ends("ied") || ends("ies") {
            word.removeLast(word.count > 4 ? 2 : 1)
        } else if ends("us") || ends("ss") {
            return
        } else if ends("s"), word.dropLast(2).contains(where: Self.isVowel) {
            word.removeLast()
        }
    }

    private mutating func dropPast() {
        for ending in ["eedly", "eed"] where ends(ending) {
            let start = word.count - ending.utf8.count
            if start >= region1 { word.removeLast(ending.utf8.count - 2) }
            return
        }
        for ending in ["ingly", "edly", "ing", "ed"] where ends(ending) {
            let stem = word.dropLast(ending.utf8.count)
            guard stem.contains(where: Self.isVowel) else { return }
            word.removeLast(ending.utf8.count)
            if ends("at") || ends("bl") || ends("iz") {
                word.append(Self.letterE)
            } else if endsInDouble {
                word.removeLast()
            } else if isShort {
                word.append(Self.letterE)
            }
            return
        }
    }

    private mutating func yToI() {
        guard word.count > 2, let last = word.last, last == Self.letterY || last == Self.consonantY,
            !Self.isVowel(word[word.count - 2])
        else { return }
        word[word.count - 1] = UInt8(ascii: "i")
    }

    private mutating func replaceLongest(_ rules: [(ending: String, replacement: String)], within region: Int) {
        for (ending, replacement) in rules where ends(ending) {
            let start = word.count - ending.utf8.count
            guard start >= region else { return }
            switch ending {
            case "ogi": if start == 0 || word[start - 1] != UInt8(ascii: "l") { return }
            case "li": if start == 0 || !Self.validBeforeLi.contains(word[start - 1]) { return }
            case "ative": if start < region2 { return }
            default: break
            }
            word.replaceSubrange(start..., with: Array(replacement.utf8))
            return
        }
    }

    private mutating func dropStep4() {
        for ending in Self.step4 where ends(ending) {
            let start = word.count - ending.utf8.count
            guard start >= region2 else { return }
            if ending == "ion" {
                guard start > 0, word[start - 1] == UInt8(ascii: "s") || word[start - 1] == UInt8(ascii: "t") else {
                    return
                }
            }
            word.removeLast(ending.utf8.count)
            return
        }
    }

    private mutating func dropFinalEOrL() {
        guard let last = word.last else { return }
        let start = word.count - 1
        if last == Self.letterE {
            if start >= region2 || (start >= region1 && !isShortSyllable(endingAt: start)) { word.removeLast() }
        } else if last == UInt8(ascii: "l"), start >= region2, start > 0, word[start - 1] == last {
            word.removeLast()
        }
    }

    // MARK: What a word is like

    private mutating func markConsonantYs() {
        for index in word.indices where word[index] == Self.letterY {
            if index == 0 || Self.isVowel(word[index - 1]) { word[index] = Self.consonantY }
        }
    }

    private mutating func findRegions() {
        if let prefix = Self.region1Prefixes.first(where: { word.starts(with: Array($0.utf8)) }) {
            region1 = prefix.utf8.count
        } else {
            region1 = afterVowelAndConsonant(from: 0)
        }
        region2 = afterVowelAndConsonant(from: region1)
    }

    private func afterVowelAndConsonant(from start: Int) -> Int {
        var index = start
        while index < word.count, !Self.isVowel(word[index]) { index += 1 }
        while index < word.count, Self.isVowel(word[index]) { index += 1 }
        return min(index + 1, word.count)
    }

    private func ends(_ ending: String) -> Bool {
        let ending = ending.utf8
        guard word.count >= ending.count else { return false }
        return zip(word.suffix(ending.count), ending).allSatisfy { $0 == $1 }
    }

    private var endsInDouble: Bool {
        guard word.count >= 2, word[word.count - 1] == word[word.count - 2] else { return false }
        return Self.doubles.contains(word[word.count - 1])
    }

    /// Whether the word is short: it ends in a short syllable and has no region R1.
    private var isShort: Bool { region1 >= word.count && isShortSyllable(endingAt: word.count) }

    private func isShortSyllable(endingAt end: Int) -> Bool {
        if end == 2 { return Self.isVowel(word[0]) && !Self.isVowel(word[1]) }
        guard end >= 3 else { return false }
        let last = word[end - 1]
        return !Self.isVowel(word[end - 3]) && Self.isVowel(word[end - 2]) && !Self.isVowel(last)
            && last != UInt8(ascii: "w") && last != UInt8(ascii: "x") && last != Self.consonantY
    }

    private func lowered() -> [UInt8] { word.map(ASCII.lowercased) }

    // MARK: Tables of the algorithm

    private static let apostrophe = UInt8(ascii: "'")
    private static let letterE = UInt8(ascii: "e")
    private static let letterY = UInt8(ascii: "y")
    /// A `y` that is a consonant is kept in upper case while the steps run.
    private static let consonantY = UInt8(ascii: "Y")
    private static let doubles = Set("bdfgmnprt".utf8)
    private static let validBeforeLi = Set("cdeghkmnrt".utf8)
    private static let region1Prefixes = ["gener", "commun", "arsen"]

    private static func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"), letterY:
            true
        default: false
        }
    }

    /// Longest endings first, as the algorithm takes the longest that fits.
    private static let step2: [(ending: String, replacement: String)] = [
        ("ization", "ize"), ("ational", "ate"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"),
        ("tional", "tion"), ("biliti", "ble"), ("lessli", "less"), ("entli", "ent"), ("ation", "ate"),
        ("alism", "al"), ("aliti", "al"), ("ousli", "ous"), ("iviti", "ive"), ("fulli", "ful"), ("enci", "ence"),
        ("anci", "ance"), ("abli", "able"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("bli", "ble"),
        ("ogi", "og"), ("li", ""),
    ]
    private static let step3: [(ending: String, replacement: String)] = [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ative", ""),
        ("ical", "ic"), ("ness", ""), ("ful", ""),
    ]
    private static let step4 = [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion",
        "al", "er", "ic",
    ]
    private static let exceptions = [
        "skis": "ski", "skies": "sky", "dying": "die", "lying": "lie", "tying": "tie", "idly": "idl",
        "gently": "gentl", "ugly": "ugli", "early": "earli", "only": "onli", "singly": "singl", "sky": "sky",
        "news": "news", "howe": "howe", "atlas": "atlas", "cosmos": "cosmos", "bias": "bias", "andes": "andes",
    ]
    private static let stopsAfterPlural: Set = [
        "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed",
    ]
}
