import TextCore

/// Titles of pages taken apart.
///
///     Ferry loses power off Bergen | The Harbour Gazette                                  a bar before the outlet's name
enum TitleMarks {
    /// The bars and dashes between the parts of `title`, in order.
    static func marks(_ title: String) -> [Range<String.Index>] {
        bars.flatMap { title.ranges(of: $0) }.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// Letters and digits of `text`, folded: what two ways of writing one title share.
    static func letters(_ text: String) -> String {
        String(String.UnicodeScalarView(FoldedText.fold(text).unicodeScalars.filter(isLetter)))
    }

    /// The words of `text` that have four letters or more, folded.
    static func words(_ text: String) -> Set<Substring> {
        Set(FoldedText.fold(text).unicodeScalars.split { !isLetter($0) }.filter { $0.count >= 4 }.map { Substring($0) })
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x80 else {
            let byte = UInt8(scalar.value)
            return ASCII.isLetter(byte) || ASCII.isDigit(byte)
        }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private static let bars = [
        " | ", " - ", " \u{2013} ", " \u{2014} ", " \u{00B7} ", " \u{2022} ", " :: ", " \u{00AB} ",
    ]
}
