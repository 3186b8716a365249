package import Lexicons
import TextCore

/// Units and currencies by the words, abbreviations and signs they go by.
package struct UnitTable: Sendable {
    private var units: [Unit] = []
    private var words = PhraseTable<Int>()
    private var abbreviations: [String: Int] = [:]
    private var moneyBefore = PhraseTable<Int>()
    private var moneyAfter = PhraseTable<Int>()
    private var moneyGlued = PhraseTable<Int>()
    private var codes: [String: Int] = [:]

    /// Loads `units.tsv`, `currencies.tsv` and `currency-words.tsv`.
    package init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        try loadUnits(resources)
        try loadCurrencies(resources)
        try loadCurrencyWords(resources)
    }

    private mutating func loadUnits(_ resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        for row in try LexiconTable("units.tsv", in: resources).rows where row.count == 6 {
            let unit = add(
                Unit(
                    kind: row[2] == "share" ? .share : .measure, symbol: row[0], name: row[1], dimension: row[2],
                    part: 1))
            for form in row[4].split(separator: "|") { words.insert(spelled(form), unit) }
            for form in row[5].split(separator: "|") { abbreviations[String(form)] = unit }
        }
    }

    private mutating func loadCurrencies(_ resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        for row in try LexiconTable("currencies.tsv", in: resources).rows where row.count == 4 {
            let unit = add(Unit(kind: .money, symbol: row[0], name: row[1], dimension: "", part: 1))
            codes[row[0]] = unit
            moneyBefore.insert(row[0], unit)
            moneyAfter.insert(row[0], unit)
            for form in row[2].split(separator: "|") { moneyAfter.insert(spelled(form), unit) }
            for form in row[3].split(separator: "|") {
                moneyBefore.insert(spelled(form), unit)
                moneyAfter.insert(spelled(form), unit)
            }
        }
    }

    private mutating func loadCurrencyWords(_ resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        let file = "currency-words.tsv"
        for (line, row) in try LexiconTable(file, in: resources).rows.enumerated() {
            guard row.count == 5, let part = Double(row[2]) else { throw .malformed(file: file, line: line + 1) }
            let unit = add(Unit(kind: .money, symbol: row[1], name: row[3], dimension: "", part: part))
            let form = spelled(row[0][...])
            if row[4] == "before" || row[4] == "both" { moneyBefore.insert(form, unit) }
            if row[4] == "after" || row[4] == "both" { moneyAfter.insert(form, unit) }
            if row[4] == "glued" { moneyGlued.insert(form, unit) }
        }
    }

    private mutating func add(_ unit: Unit) -> Int {
        units.append(unit)
        return units.count - 1
    }

    /// A form as its lexemes, parted by spaces: how ``PhraseTable`` wants it.
    private func spelled(_ form: Substring) -> String {
        let lexemes = Lexemes(SourceText(String(form)))
        return lexemes.items.indices.map { lexemes.string($0) }.joined(separator: " ")
    }

    /// The unit of measure whose words or abbreviation start at lexeme `index`, and where they end.
    package func measure(_ lexemes: Lexemes, at index: Int) -> (unit: Unit, end: Int)? {
        let word = words.match(lexemes.hashes, at: index).map { (units[$0.value], index + $0.words) }
        // The longest run of touching lexemes that is an abbreviation: `km/h`, `m²`, `deg.`
        for length in stride(from: 4, through: 1, by: -1) {
            let end = index + length
            if let word, word.1 >= end { return word }
            guard end <= lexemes.count, (index + 1..<end).allSatisfy(lexemes.isGlued) else { continue }
            let text = lexemes.text[lexemes.span(index..<end)]
            guard let unit = abbreviations[text] else { continue }
            if lexemes[end - 1]?.kind != .mark, lexemes.isGluedWord(end) { continue }
            return (units[unit], end)
        }
        return word
    }

    /// The money whose name, code or sign starts at lexeme `index` behind a number, and where it ends.
    package func money(_ lexemes: Lexemes, after index: Int) -> (unit: Unit, end: Int, scale: Double)? {
        if lexemes.isGlued(index), let found = moneyGlued.match(lexemes.hashes, at: index),
            !lexemes.isGluedWord(index + found.words)
        {
            return (units[found.value], index + found.words, 1)
        }
        if let found = moneyAfter.match(lexemes.hashes, at: index), isWritten(lexemes, index, found.words),
            !belongsToNext(lexemes, index, found.words)
        {
            return (units[found.value], index + found.words, 1)
        }
        return millions(lexemes, at: index).map { ($0, index + 1, 1e6) }
    }

    /// The money whose code or sign ends just before lexeme `end`, and where it starts.
    package func money(_ lexemes: Lexemes, before end: Int) -> (unit: Unit, start: Int, scale: Double)? {
        for start in max(0, end - moneyBefore.longest)..<max(0, end) {
            guard let found = moneyBefore.match(lexemes.hashes, at: start), start + found.words == end,
                isWritten(lexemes, start, found.words), !lexemes.isGluedWord(start),
                isPrefix(lexemes, start, found.words)
            else { continue }
            return (units[found.value], start, 1)
        }
        return millions(lexemes, at: end - 1).map { ($0, end - 1, 1e6) }
    }

    /// Whether a sign or code touches the number after it rather than the one before: "3 USD50 cards".
    private func belongsToNext(_ lexemes: Lexemes, _ index: Int, _ count: Int) -> Bool {
        !lexemes.isGlued(index) && lexemes.isGlued(index + count) && lexemes[index + count]?.kind == .numeral
    }

    /// Whether words before a number are a currency's: not the article of "a $3 million deal", nor a code that is a word.
    private func isPrefix(_ lexemes: Lexemes, _ index: Int, _ count: Int) -> Bool {
        let first = lexemes.items[index]
        guard first.kind == .word else { return true }
        if count == 2, first.span.count == 1 {
            return (first.shape == .title && lexemes.isGlued(index + 1)) || !Self.clitics.contains(first.hash)
        }
        return !(count == 1 && Self.words.contains(lexemes.string(index).uppercased()))
    }

    private static let clitics = Set(["a", "s", "t", "d"].map { StableHash.hash($0.utf8) })

    /// Codes are written in capitals ("all" is no lek), or in lower case where it is no English word ("rmb").
    private func isWritten(_ lexemes: Lexemes, _ index: Int, _ count: Int) -> Bool {
        guard count == 1, lexemes.items[index].kind == .word else { return true }
        let text = lexemes.string(index)
        guard text.utf8.count == 3, let code = codes[text.uppercased()] else { return true }
        return lexemes.items[index].shape == .upper || !Self.words.contains(units[code].symbol)
    }

    /// Codes that are English words when not in capitals.
    private static let words: Set<String> = [
        "ALL", "ANG", "BAM", "COP", "CUP", "GEL", "LAK", "MAD", "MOP", "PEN", "TOP", "TRY", "SOS", "MUR", "SIT", "LEK",
        "PAB", "BOB", "SAR", "HUF", "RON", "AMD", "CAD", "SHP", "DEM", "GIP",
    ]

    /// `MUSD`, `MEUR`: millions of a currency.
    private func millions(_ lexemes: Lexemes, at index: Int) -> Unit? {
        guard let lexeme = lexemes[index], lexeme.kind == .word, lexeme.shape == .upper, lexeme.span.count == 4 else {
            return nil
        }
        let text = lexemes.string(index)
        guard text.first == "M", let code = codes[String(text.dropFirst())] else { return nil }
        return units[code]
    }
}
