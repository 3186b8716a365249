import Testing
import TextCore

/// Search in sorted collections, and text on one line.
@Suite struct SortedTests {
    @Test func theSecondPartBeginsWhereAScanFindsIt() {
        for count in 0..<40 {
            let numbers = (0..<count).map { $0 / 3 }
            for limit in -1...15 {
                let scanned = numbers.firstIndex { $0 >= limit } ?? numbers.endIndex
                #expect(numbers.partitioningIndex { $0 >= limit } == scanned)
            }
        }
    }

    @Test func aSliceKeepsItsIndices() {
        #expect([9, 9, 1, 2, 3, 9][2..<5].partitioningIndex { $0 >= 3 } == 4)
        #expect([9, 9, 1, 2, 3, 9][2..<5].partitioningIndex { $0 >= 4 } == 5)
    }

    @Test(arguments: [
        ("", ""), (" \n\t", ""), ("a", "a"), (" a \u{A0}\n b\r\nc ", "a b c"),
        ("Løp\u{A0}\u{3000}båt", "Løp båt"), ("\u{2009}“a”\u{2028}\u{85}ü", "“a” ü"), ("ä\u{1680}€", "ä €"),
        ("\u{A0}", ""),
    ])
    func whiteSpaceBecomesOneSpace(_ text: String, _ line: String) {
        #expect(text.oneLine == line)
        #expect(text[...].oneLine == line)
    }
}
