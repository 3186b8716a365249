import CCLD2
import NewsModel
import TextCore

/// Tells what language a text is in, with Compact Language Detector 2.
enum LanguageIdentifier {
    /// BCP 47 tag of the language of `text`; "und" where it is written in letters that English does not use and is not
    /// known; nil where there is too little to tell.
    ///
    /// - Complexity: O(1): the first 64 KiB are looked at.
    static func tag(of text: SourceText) -> String? {
        var length = min(text.count, 65_536)
        while !text.isScalarBoundary(length) { length -= 1 }
        let result = detect(text.bytes[..<length])
        let code = String(cString: result.code)
        if code == "en" || result.english >= 50 { return "en" }
        guard result.reliable, code != "un" else { return isMostlyBeyondASCII(text, length) ? "und" : nil }
        guard !code.hasPrefix("xx") else { return "und" }
        return modern[code] ?? code
    }

    /// `blocks`, those of them marked that are in another language than `document` for sure.
    ///
    /// - Complexity: O(n) in the bytes of the blocks.
    static func marked(_ blocks: [Block], _ text: SourceText, document: String?) -> [Block] {
        var blocks = blocks
        for index in blocks.indices {
            let bytes = text.bytes[blocks[index].span.range].prefix(4_096)
            guard hasWords(bytes) else { continue }
            let result = detect(bytes)
            guard result.reliable, result.percent >= 80 else { continue }
            let code = String(cString: result.code)
            guard code != "un", !code.hasPrefix("xx") else { continue }
            let tag = modern[code] ?? code
            if tag != document, document?.hasPrefix(tag + "-") != true { blocks[index].language = tag }
        }
        return blocks
    }

    /// Whether there are enough words for a language to be told: numbers and marks are none, and where words are not set apart,
    /// the letters count.
    private static func hasWords(_ bytes: ArraySlice<UInt8>) -> Bool {
        var (words, beyond) = (0, 0)
        var isWord = false
        for byte in bytes {
            if byte >= 0x80 { beyond += 1 }
            if ASCII.isSpace(byte) {
                isWord = false
            } else if !isWord, ASCII.isLetter(byte) || byte >= 0x80 {
                isWord = true
                words += 1
            }
        }
        return words >= 8 || beyond >= 120
    }

    private static func detect(_ bytes: ArraySlice<UInt8>) -> CCLD2Result {
        func detected(_ bytes: ArraySlice<UInt8>) -> CCLD2Result {
            bytes.withUnsafeBytes { ccld2_detect($0.bindMemory(to: CChar.self).baseAddress, $0.count) }
        }
        let result = detected(bytes)
        return result.looked ? result : detected(blanked(bytes)[...])
    }

    /// `bytes` with a space for whatever the detector will not look at: controls, noncharacters, a character that is cut off.
    private static func blanked(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var blanked: [UInt8] = []
        blanked.reserveCapacity(bytes.count)
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            let isNoncharacter = (0xFDD0...0xFDEF).contains(scalar.value) || scalar.value & 0xFFFE == 0xFFFE
            // Of what is white space to a text, the detector takes neither form feeds nor next lines.
            let isControl = TextMender.isControl(scalar) || [0x0C, 0x85].contains(scalar.value)
            if isNoncharacter || isControl {
                blanked.append(0x20)
            } else {
                blanked.append(contentsOf: UTF8.encode(scalar)!)
            }
        }
        return blanked
    }

    /// Codes that the detector keeps from an older ISO 639.
    private static let modern = ["iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro", "no": "nb"]

    private static func isMostlyBeyondASCII(_ text: SourceText, _ length: Int) -> Bool {
        var letters = 0
        var beyond = 0
        for byte in text.bytes[..<length] {
            if ASCII.isLetter(byte) { letters += 1 } else if byte >= 0x80 { beyond += 1 }
        }
        return beyond > letters
    }
}
