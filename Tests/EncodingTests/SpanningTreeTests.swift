import Testing

@testable import Encoding

@Suite struct SpanningTreeTests {
    /// A generator that gives the same numbers everywhere.
    struct Source {
        var state: UInt64
        mutating func next() -> Float {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Float(state >> 40) / Float(1 << 24)
        }
    }

    static func total(_ heads: [Int], _ scores: [Float], _ count: Int) -> Float {
        heads.enumerated().reduce(0) { $0 + scores[$1.offset * (count + 1) + $1.element] }
    }

    /// The best of all trees with one root, by trying all.
    static func exhaustive(_ scores: [Float], _ count: Int) -> Float {
        var best = -Float.infinity
        var heads = [Int](repeating: 0, count: count)
        func fill(_ word: Int) {
            if word == count {
                if heads.filter({ $0 == 0 }).count == 1, SpanningTree.isTree(heads) {
                    best = max(best, total(heads, scores, count))
                }
                return
            }
            for head in 0...count where head != word + 1 {
                heads[word] = head
                fill(word + 1)
            }
        }
        fill(0)
        return best
    }

    @Test func findsTheBestOfAllTrees() {
        var source = Source(state: 7)
        for round in 0..<300 {
            let count = 2 + round % 4
            let scores = (0..<(count * (count + 1))).map { _ in source.next() * 10 - 5 }
            let heads = SpanningTree.heads(scores, count: count, stride: count + 1)
            #expect(SpanningTree.isTree(heads))
            #expect(heads.filter { $0 == 0 }.count == 1)
            #expect(abs(Self.total(heads, scores, count) - Self.exhaustive(scores, count)) < 1e-3)
        }
    }

    @Test func aLongSentenceIsATreeWithOneRoot() {
        var source = Source(state: 11)
        let count = 300
        let scores = (0..<(count * (count + 1))).map { _ in source.next() }
        let heads = SpanningTree.heads(scores, count: count, stride: count + 1)
        #expect(SpanningTree.isTree(heads))
        #expect(heads.filter { $0 == 0 }.count == 1)
    }

    @Test func oneWordIsTheRoot() {
        #expect(SpanningTree.heads([0, 0], count: 1, stride: 2) == [0])
    }
}
