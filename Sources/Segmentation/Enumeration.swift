import NewsModel
import TextCore

/// A list whose items stand in one line: `1. The first item 2. The second item` · `(a) one (b) two` · `1.) one 2.) two`.
///
/// It begins with the first number or letter where a sentence begins, and goes on wherever the next one stands in the same
/// dress; so a number alone is no list.
struct Enumeration {
    /// How the numbers are dressed: `(1)`, `1)`, `1.`, `1.)`.
    private struct Dress: Equatable {
        var isOpened = false
        var hasStop = false
        var isClosed = false
        var isLetter = false
    }

    private var dress = Dress()
    /// The number of the last item; 0 while there is no list.
    private var last = 0

    /// Whether an item other than the first begins at the token. To be asked of every token in order.
    mutating func begins(at index: Int, sentenceStart start: Int, _ view: TokenView) -> Bool {
        guard index == start || view.hasGap(before: index), let (number, dress) = Self.marker(at: index, view) else {
            return false
        }
        if index == start, number == 1 {
            (self.dress, last) = (dress, 1)
            return false
        }
        guard last > 0, number == last + 1, dress == self.dress else { return false }
        last = number
        return index > start
    }

    private static func marker(at index: Int, _ view: TokenView) -> (number: Int, dress: Dress)? {
        var dress = Dress()
        var next = index
        func mark(_ byte: UInt8) -> Bool {
            guard next < view.range.upperBound, next == index || !view.hasGap(before: next) else { return false }
            let span = view.tokens[next].span
            guard span.count == 1, view.bytes[span.start] == byte else { return false }
            next += 1
            return true
        }
        dress.isOpened = mark(UInt8(ascii: "("))
        guard next < view.range.upperBound, next == index || !view.hasGap(before: next) else { return nil }
        let label = view.bytes[view.tokens[next].span.range]
        let number: Int
        if view.tokens[next].kind == .number, label.count <= 2, label.allSatisfy(ASCII.isDigit) {
            number = label.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        } else if view.tokens[next].kind == .word, label.count == 1, let letter = label.first, ASCII.isLower(letter) {
            number = Int(letter - UInt8(ascii: "a")) + 1
            dress.isLetter = true
        } else {
            return nil
        }
        next += 1
        dress.hasStop = mark(UInt8(ascii: "."))
        dress.isClosed = mark(UInt8(ascii: ")"))
        guard dress.hasStop || dress.isClosed, next < view.range.upperBound, view.hasGap(before: next) else {
            return nil
        }
        return (number, dress)
    }
}
