import CCLD2
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
        let result = text.bytes.withUnsafeBytes { buffer in
            ccld2_detect(buffer.bindMemory(to: CChar.self).baseAddress, length)
        }
        let code = String(cString: result.code)
        if code == "en" || result.english >= 50 { return "en" }
        guard result.reliable, code != "un" else { return isMostlyBeyondASCII(text, length) ? "und" : nil }
        guard !code.hasPrefix("xx") else { return "und" }
        return modern[code] ?? code
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
