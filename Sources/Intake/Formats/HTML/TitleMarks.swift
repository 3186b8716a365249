import TextCore

/// Titles of pages taken apart.
///
///     Ferry loses power off Bergen | The Harbour Gazette                                  a bar before the outlet's name
enum TitleMarks {
    /// The bars and dashes between the parts of `title`, in order.
    static func marks(_ title: String) -> [Range<String.Index>] {
        let scalars = title.unicodeScalars
        var found: [Range<String.Index>] = []
        for index in scalars.indices where scalars[index] == " " {
            let bar = scalars[scalars.index(after: index)...].prefix { $0 != " " }
            guard let first = bar.first, bar.endIndex < scalars.endIndex, bars.contains(first) else { continue }
            // A colon stands twice.
            let count = bar.prefix(3).count
            if first == ":" ? count == 2 && bar.last == ":" : count == 1 {
                found.append(index..<scalars.index(after: bar.endIndex))
            }
        }
        return found
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

    private static let bars: Set<Unicode.Scalar> = [
        "|", "-", "\u{2013}", "\u{2014}", "\u{00B7}", "\u{2022}", ":", "\u{00AB}",
    ]
}
