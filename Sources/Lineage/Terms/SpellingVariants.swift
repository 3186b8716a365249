import TextCore

/// Brings British and American spellings and small number words to one form, so that a sentence is recognised in
/// another outlet's house style: `defence` and `defense`, `organise` and `organize`, `travelled` and `traveled`.
///
/// The form need not be a word; it must only be the same for both. Applied before stemming.
enum SpellingVariants {
    /// The common form of a folded word.
    static func normalized(_ word: [UInt8]) -> [UInt8] {
        guard word.count >= 3 else { return word }
        if word.count <= 9, let digits = smallNumbers[String(decoding: word, as: UTF8.self)] {
            return Array(digits.utf8)
        }
        guard word.count >= 6 else { return word }
        for rule in endings
        where word.count > rule.from.count + 1 && word.suffix(rule.from.count).elementsEqual(rule.from) {
            return word.dropLast(rule.from.count) + rule.to
        }
        return word
    }

    private struct Ending {
        let from: [UInt8]
        let to: [UInt8]
        init(_ from: String, _ to: String) {
            self.from = Array(from.utf8)
            self.to = Array(to.utf8)
        }
    }

    /// The first that fits is applied.
    private static let endings = [
        Ending("isation", "ization"), Ending("isations", "izations"), Ending("ising", "izing"), Ending("ised", "ized"),
        Ending("ises", "izes"), Ending("iser", "izer"), Ending("isers", "izers"), Ending("ise", "ize"),
        Ending("ysed", "yzed"), Ending("yse", "yze"), Ending("ysing", "yzing"),
        Ending("efence", "efense"), Ending("efences", "efenses"), Ending("ffence", "ffense"),
        Ending("ffences", "ffenses"), Ending("icence", "icense"), Ending("icences", "icenses"),
        Ending("ogramme", "ogram"), Ending("ogrammes", "ograms"), Ending("alogue", "alog"), Ending("alogues", "alogs"),
        Ending("entre", "enter"), Ending("entres", "enters"), Ending("eatre", "eater"), Ending("eatres", "eaters"),
        Ending("etre", "eter"), Ending("etres", "eters"),
        Ending("lled", "led"), Ending("lling", "ling"), Ending("ller", "ler"), Ending("llers", "lers"),
        Ending("our", "or"), Ending("ours", "ors"), Ending("oured", "ored"), Ending("ouring", "oring"),
        Ending("ourable", "orable"), Ending("ourite", "orite"), Ending("ourites", "orites"),
    ]

    private static let smallNumbers = [
        "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
        "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "twenty": "20", "thirty": "30", "forty": "40",
        "fifty": "50", "hundred": "100",
    ]
}
