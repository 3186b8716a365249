import Testing

@testable import Lineage

@Suite struct EnglishStemmerTests {
    @Test(arguments: [
        ["supply", "supplies", "supplied"], ["volunteer", "volunteers", "volunteered"], ["shell", "shells", "shelled"],
        ["hop", "hopped", "hopping"], ["nation", "nations"], ["relate", "relating", "relation"],
        ["generate", "generating"], ["sky", "skies"], ["agreed", "agree"],
    ])
    func formsOfAWordShareAStem(_ forms: [String]) {
        let stems = Set(forms.map { String(decoding: EnglishStemmer.stem(Array($0.utf8)), as: UTF8.self) })
        #expect(stems.count == 1, "\(forms) gave \(stems.sorted())")
    }

    @Test(arguments: [
        ("consolidated", "consolid"), ("knightly", "knight"), ("news", "news"), ("kites", "kite"), ("by", "by"),
        ("abilities", "abil"), ("luxuriating", "luxuri"), ("proceed", "proceed"), ("7th", "7th"), ("crying", "cri"),
    ])
    func followsThePublishedAlgorithm(_ word: String, _ stem: String) {
        #expect(String(decoding: EnglishStemmer.stem(Array(word.utf8)), as: UTF8.self) == stem)
    }
}
