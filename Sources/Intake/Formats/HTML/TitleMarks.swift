import TextCore

/// Titles of pages taken apart.
///
///     Ferry loses power off Bergen | The Harbour Gazette                                  a bar before the outlet's name
///     At sea: “We were never afraid”  and  Aurora – “We were never afraid”               one end under two kickers
enum TitleMarks {
    /// The bars and dashes between the parts of `title`, in order.
    static func marks(_ title: String) -> [Range<String.Index>] {
        bars.flatMap { title.ranges(of: $0) }.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// Letters and digits of `text`, folded: what two ways of writing one title share.
    static func letters(_ text: String) -> String { FoldedText.fold(text).filter { $0.isLetter || $0.isNumber } }

    /// The words of `text` that have four letters or more, folded.
    static func words(_ text: String) -> Set<Substring> {
        Set(FoldedText.fold(text).split { !$0.isLetter && !$0.isNumber }.filter { $0.count >= 4 })
    }

    /// The end that both titles have under kickers that differ; nil where one has none or they are one.
    static func commonEnd(_ title: String, _ other: String) -> String? {
        let ends = kickers.flatMap { other.ranges(of: $0) }.map { letters(String(other[$0.upperBound...])) }
        for mark in kickers.flatMap({ title.ranges(of: $0) }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            let end = title[mark.upperBound...]
            let isLong = end.split(separator: " ").count >= 4
            if isLong, ends.contains(letters(String(end))), letters(title) != letters(other) { return String(end) }
        }
        return nil
    }

    private static let bars = [
        " | ", " - ", " \u{2013} ", " \u{2014} ", " \u{00B7} ", " \u{2022} ", " :: ", " \u{00AB} ",
    ]
    private static let kickers = [": ", " - ", " \u{2013} ", " \u{2014} ", " | "]
}
