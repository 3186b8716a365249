public import Lexicons
public import NewsModel
import TextCore

/// What a document of a corpus is found by, without comparing it with all others.
public struct CorpusFingerprint: Sendable {
    /// Hashes of chosen runs of five words: what was copied or edited shares some.
    public var runs: [UInt64]
    /// Hashes of its rarest names, figures and words: what was retold shares many.
    public var terms: [UInt64]
}

/// Makes fingerprints.
///
/// Of every eight neighbouring runs of five words the one with the least hash is chosen, so that any twelve words in
/// common give a fingerprint in common (S. Schleimer, D. Wilkerson and A. Aiken, "Winnowing", 2003).
public struct Fingerprinter: Sendable {
    private let background: BackgroundFrequency

    private static let run = 5, window = 8
    /// Rare terms of a document, and the Zipf value from which a word is not rare.
    private static let mostTerms = 24
    private static let common: Float = 4.2

    /// Prepares a fingerprinter.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public init(resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        background = try BackgroundFrequency(resources: resources)
    }

    /// The fingerprint of a document.
    ///
    /// - Parameter withTerms: whether rare terms are looked for, which finds what was retold.
    /// - Complexity: O(n log n) in its words.
    public func fingerprint(of document: Document, withTerms: Bool = true) -> CorpusFingerprint {
        var runs: Set<UInt64> = []
        var rarity: [UInt64: Float] = [:]
        for block in document.blocks where ComparableText.isCompared(block.kind) {
            guard withTerms else {
                choose(WordScanner.hashes(of: document.text, in: block.span), into: &runs)
                continue
            }
            let words = WordScanner.words(of: document.text, in: block.span)
            let hashes = words.map { StableHash.hash($0.letters) }
            choose(hashes, into: &runs)
            for (word, hash) in zip(words, hashes) where rarity[hash] == nil {
                guard word.letters.count >= 3 else { continue }
                let zipf =
                    word.isNumber ? 6 - Float(min(4, word.letters.count)) * 0.7 : background.zipf(of: word.letters)
                if zipf < Self.common { rarity[hash] = zipf }
            }
        }
        let rarest = rarity.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(Self.mostTerms)
        return CorpusFingerprint(runs: runs.sorted(), terms: rarest.map { StableHash.mix($0.key) }.sorted())
    }

    private func choose(_ words: [UInt64], into runs: inout Set<UInt64>) {
        guard words.count >= Self.run else { return }
        let hashes = (0...(words.count - Self.run)).map { start in
            var hash: UInt64 = 0
            for place in start..<start + Self.run { hash = StableHash.combine(hash, words[place]) }
            return hash
        }
        // The least of a window stays the least of the next unless it falls out of it or a smaller one comes in.
        var least = 0
        var start = 0
        repeat {
            let end = min(start + Self.window, hashes.count)
            if start == 0 || least < start {
                least = start
                for place in start..<end where hashes[place] < hashes[least] { least = place }
                runs.insert(hashes[least])
            } else if hashes[end - 1] < hashes[least] {
                least = end - 1
                runs.insert(hashes[least])
            }
            start += 1
        } while start + Self.window <= hashes.count
    }
}
