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
        blocks.map { block in
            var block = block
            let bytes = text.bytes[block.span.range].prefix(4_096)
            guard hasWords(bytes) else { return block }
            let result = detect(bytes)
            let code = String(cString: result.code)
            guard result.reliable, result.percent >= 80, code != "un", !code.hasPrefix("xx") else { return block }
            let tag = modern[code] ?? code
            if tag != document, document?.hasPrefix(tag + "-") != true { block.language = tag }
            return block
        }
    }

    /// Whether there are enough words for a language to be told: numbers and marks are none, and where words are not set apart,
    /// the letters count.
    private static func hasWords(_ bytes: ArraySlice<UInt8>) -> Bool {
        let words = bytes.split(whereSeparator: ASCII.isSpace).count {
            $0.contains { ASCII.isLetter($0) || $0 >= 0x80 }
        }
        return words >= 8 || bytes.count { $0 >= 0x80 } >= 120
    }

    private static func detect(_ bytes: ArraySlice<UInt8>) -> CCLD2Result {
        bytes.withUnsafeBytes { ccld2_detect($0.bindMemory(to: CChar.self).baseAddress, $0.count) }
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
