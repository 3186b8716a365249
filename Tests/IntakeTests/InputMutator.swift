import TextCore

/// Breaks inputs in ways that files break, and in ways that somebody who means harm would choose: the same seed, the same
/// inputs.
///
/// Cut, repeated, moved and overwritten stretches; flipped bits; numbers made huge; tokens of the format put in the wrong
/// place; elements opened a thousand times; two inputs spliced into one.
struct InputMutator {
    private var state: UInt64
    /// Pieces of the format's syntax.
    let tokens: [[UInt8]]
    /// Longest input that is made.
    let longest: Int

    init(seed: UInt64, tokens: [[UInt8]], longest: Int = 1 << 16) {
        state = StableHash.mix(seed &+ 0x9E37_79B9_7F4A_7C15)
        self.tokens = tokens
        self.longest = longest
    }

    /// A number below `bound`, which is above nought.
    mutating func next(_ bound: Int) -> Int {
        state = state &+ 0x9E37_79B9_7F4A_7C15
        return Int(StableHash.mix(state) % UInt64(bound))
    }

    /// An input made from one of `seeds`.
    mutating func input(_ seeds: [[UInt8]]) -> [UInt8] {
        var bytes = seeds[next(seeds.count)]
        for _ in 0...next(6) { bytes = mutated(bytes, seeds) }
        return Array(bytes.prefix(longest))
    }

    private mutating func mutated(_ bytes: [UInt8], _ seeds: [[UInt8]]) -> [UInt8] {
        var bytes = bytes
        guard !bytes.isEmpty else { return token() }
        switch next(12) {
        case 0: bytes.removeSubrange(stretch(bytes))
        case 1: bytes.removeLast(next(bytes.count) + 1)
        case 2:
            let part = bytes[stretch(bytes)]
            let place = next(bytes.count + 1)
            for _ in 0...next(8) where bytes.count < longest { bytes.insert(contentsOf: part, at: place) }
        case 3: for _ in 0...next(8) { bytes[next(bytes.count)] ^= 1 << UInt8(next(8)) }
        case 4: for _ in 0...next(8) { bytes[next(bytes.count)] = UInt8(next(256)) }
        case 5, 6: bytes.insert(contentsOf: token(), at: next(bytes.count + 1))
        case 7:
            let part = token()
            let place = next(bytes.count + 1)
            let times = min(1 << next(11), longest / max(1, part.count))
            bytes.insert(contentsOf: (0..<times).flatMap { _ in part }, at: place)
        case 8:
            let other = seeds[next(seeds.count)]
            bytes = Array(bytes.prefix(next(bytes.count + 1))) + other.suffix(next(other.count + 1))
        case 9:
            guard let digit = bytes.indices.dropFirst(next(bytes.count)).first(where: { ASCII.isDigit(bytes[$0]) })
            else {
                break
            }
            let numbers = ["0", "-1", "99999999999999999999", "2147483648", "18446744073709551615", "1e309", "٣"]
            bytes.replaceSubrange(digit...digit, with: numbers[next(numbers.count)].utf8)
        case 10:
            let range = stretch(bytes)
            bytes.replaceSubrange(range, with: bytes[range].reversed())
        default:
            let range = stretch(bytes)
            let part = Array(bytes[range])
            bytes.removeSubrange(range)
            bytes.insert(contentsOf: part, at: next(bytes.count + 1))
        }
        return bytes
    }

    private mutating func token() -> [UInt8] { tokens[next(tokens.count)] }

    private mutating func stretch(_ bytes: [UInt8]) -> Range<Int> {
        let start = next(bytes.count)
        return start..<(start + 1 + next(min(bytes.count - start, 1 << (1 + next(10)))))
    }
}
