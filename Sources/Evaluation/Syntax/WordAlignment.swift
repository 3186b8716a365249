import TextCore

/// Which words of a treebank and of what was read are the same, as the CoNLL 2018 shared task defines it: by where they
/// stand; inside words that several make up, by their forms in order.
struct TreebankAlignment {
    /// Indices of words that are the same, ascending in both.
    private(set) var pairs: [(gold: Int, found: Int)] = []
    private let gold: [TreebankWord]
    private let found: [TreebankWord]

    /// - Complexity: O(n), quadratic only inside words that several make up.
    init(gold: [TreebankWord], found: [TreebankWord]) {
        self.gold = gold
        self.found = found
        var g = 0
        var f = 0
        while g < gold.count, f < found.count {
            if gold[g].isMultiword || found[f].isMultiword {
                let start = group(&g, &f)
                alignForms(start.gold..<g, start.found..<f)
            } else if gold[g].span == found[f].span {
                pairs.append((g, f))
                g += 1
                f += 1
            } else if gold[g].span.start <= found[f].span.start {
                g += 1
            } else {
                f += 1
            }
        }
    }

    /// The smallest stretch out of which no word that several make up sticks; moves `g` and `f` behind it.
    private func group(_ g: inout Int, _ f: inout Int) -> (gold: Int, found: Int) {
        var end: Int
        if gold[g].isMultiword {
            end = gold[g].span.end
            if !found[f].isMultiword, found[f].span.start < gold[g].span.start { f += 1 }
        } else {
            end = found[f].span.end
            if !gold[g].isMultiword, gold[g].span.start < found[f].span.start { g += 1 }
        }
        let start = (g, f)
        func isBeyond(_ words: [TreebankWord], _ index: Int) -> Bool {
            guard index < words.count else { return true }
            return words[index].isMultiword ? words[index].span.start >= end : words[index].span.end > end
        }
        func extend(_ word: TreebankWord) { if word.isMultiword { end = max(end, word.span.end) } }
        while !isBeyond(gold, g) || !isBeyond(found, f) {
            if g < gold.count, f >= found.count || gold[g].span.start <= found[f].span.start {
                extend(gold[g])
                g += 1
            } else {
                extend(found[f])
                f += 1
            }
        }
        return start
    }

    /// Aligns by the longest common subsequence of forms, whatever their case.
    private mutating func alignForms(_ g: Range<Int>, _ f: Range<Int>) {
        guard !g.isEmpty, !f.isEmpty else { return }
        let left = gold[g].map { $0.form.lowercased() }
        let right = found[f].map { $0.form.lowercased() }
        var length = [[Int]](repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
        for a in left.indices.reversed() {
            for b in right.indices.reversed() {
                length[a][b] = max(
                    left[a] == right[b] ? length[a + 1][b + 1] + 1 : 0, length[a + 1][b], length[a][b + 1])
            }
        }
        var (a, b) = (0, 0)
        while a < left.count, b < right.count {
            if left[a] == right[b] {
                pairs.append((g.lowerBound + a, f.lowerBound + b))
                a += 1
                b += 1
            } else if length[a][b] == length[a + 1][b] {
                a += 1
            } else {
                b += 1
            }
        }
    }
}
