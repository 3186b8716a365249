import NewsModel

/// What capital letters mean in a sentence: names in running text, nothing in a headline that capitalises every word.
enum Casing {
    case running, everyWord, everyLetter

    /// The casing of the sentence of `tokens`, judged by the words that English writes in lower case.
    ///
    /// - Parameter isHeading: whether the sentence is a title or heading, where one such word with a capital is telling.
    /// - Complexity: O(`tokens.count`).
    init(_ tokens: ArraySlice<NameToken>, isHeading: Bool) {
        var words = 0
        var capitals = 0
        var allCapitals = 0
        var lower = 0
        for token in tokens where token.is(.word) && !token.is(.possessive) {
            words += 1
            if token.is(.allCapitals) { allCapitals += 1 }
            guard token.isCommon, !token.is(.function), !token.is(.opensSentence) else { continue }
            if token.is(.capital) {
                // A word of the name of an office or an organisation has a capital in running text too.
                capitals += token.word == nil ? 2 : 1
            } else {
                lower += 2
            }
        }
        let isSentence = tokens.last.map { $0.is(.fullStop) } ?? false
        if words >= 3, allCapitals * 10 >= words * 7 {
            self = .everyLetter
        } else if !isSentence, capitals >= (isHeading ? 2 : 4), capitals * 10 >= (capitals + lower) * 6 {
            self = .everyWord
        } else {
            self = .running
        }
    }
}
