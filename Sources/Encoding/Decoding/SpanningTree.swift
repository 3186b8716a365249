/// The maximum spanning arborescence of a dense graph (Chu and Liu 1965, Edmonds 1967), in Tarjan's way of contracting
/// cycles as they appear.
enum SpanningTree {
    /// The best head of every word of a sentence: 0 for the root, which exactly one word has, else 1 + its index.
    ///
    /// - Parameter scores: `count` rows of `count + 1` numbers: of word `i`, the score of head `j`.
    /// - Complexity: O(count²).
    static func heads(_ scores: UnsafePointer<Float>, count: Int, stride: Int) -> [Int] {
        guard count > 1 else { return [Int](repeating: 0, count: count) }
        var heads = [Int](repeating: 0, count: count)
        var roots = 0
        for word in 0..<count {
            var best = -1
            for head in 0...count where head != word + 1 {
                if best < 0 || scores[word * stride + head] > scores[word * stride + best] { best = head }
            }
            heads[word] = best
            roots += best == 0 ? 1 : 0
        }
        if roots == 1, isTree(heads) { return heads }
        var contraction = Contraction(scores, count: count, stride: stride)
        return contraction.solve()
    }

    /// Whether every word comes to the root.
    static func isTree(_ heads: [Int]) -> Bool {
        var state = [UInt8](repeating: 0, count: heads.count + 1)  // 0 unknown, 1 on the way, 2 comes to the root
        state[0] = 2
        for word in 1...heads.count {
            var path: [Int] = []
            var node = word
            while state[node] == 0 {
                state[node] = 1
                path.append(node)
                node = heads[node - 1]
            }
            if state[node] == 1 { return false }
            for place in path { state[place] = 2 }
        }
        return true
    }

    private struct Contraction {
        private let size: Int
        /// For the living node in a slot, the best edge from each other slot: its weight and its ends.
        private var weights: [Float]
        private var edgeFrom: [Int32]
        private var edgeTo: [Int32]
        private var isAlive: [Bool]
        /// Number of the node in each slot: words and root first, then the cycles.
        private var node: [Int]
        private var parent: [Int]
        private var children: [[Int]]
        private var entering: [(from: Int32, to: Int32)]

        init(_ scores: UnsafePointer<Float>, count: Int, stride: Int) {
            size = count + 1
            weights = [Float](repeating: 0, count: size * size)
            edgeFrom = [Int32](repeating: 0, count: size * size)
            edgeTo = edgeFrom
            var low = Float.greatestFiniteMagnitude
            var high = -Float.greatestFiniteMagnitude
            for word in 0..<count {
                for head in 0...count where head != word + 1 {
                    low = min(low, scores[word * stride + head])
                    high = max(high, scores[word * stride + head])
                }
            }
            // So dear are edges from the root that one is taken and no more, and those into it that none is.
            let penalty = (high - low + 1) * Float(size)
            for to in 0..<size {
                for from in 0..<size {
                    let place = to * size + from
                    edgeFrom[place] = Int32(from)
                    edgeTo[place] = Int32(to)
                    if to == 0 || from == to {
                        weights[place] = -4 * penalty
                    } else {
                        weights[place] = scores[(to - 1) * stride + from] - high - (from == 0 ? penalty : 0)
                    }
                }
            }
            isAlive = [Bool](repeating: true, count: size)
            node = Array(0..<size)
            parent = [Int](repeating: -1, count: size)
            children = [[Int]](repeating: [], count: size)
            entering = [(Int32, Int32)](repeating: (0, 0), count: size)
        }

        mutating func solve() -> [Int] {
            contract()
            return expand()
        }

        /// Follows best edges backwards; where that comes round, makes one node of the cycle; until one node is left.
        private mutating func contract() {
            var path: [Int] = []
            var place = [Int](repeating: -1, count: size)  // of a slot on the path
            var weightOf: [Float] = [Float](repeating: 0, count: size)
            var slot = 0
            var alive = size
            while alive > 1 {
                if place[slot] < 0 {
                    place[slot] = path.count
                    path.append(slot)
                    let best = bestSlot(into: slot)
                    let edge = slot * size + best
                    entering[node[slot]] = (edgeFrom[edge], edgeTo[edge])
                    weightOf[slot] = weights[edge]
                    slot = best
                } else {
                    let cycle = Array(path[place[slot]...])
                    path.removeLast(cycle.count)
                    for member in cycle { place[member] = -1 }
                    merge(cycle, into: slot, weightOf)
                    alive -= cycle.count - 1
                }
            }
        }

        private func bestSlot(into slot: Int) -> Int {
            var best = -1
            for from in 0..<size where from != slot && isAlive[from] {
                if best < 0 || weights[slot * size + from] > weights[slot * size + best] { best = from }
            }
            return best
        }

        private mutating func merge(_ cycle: [Int], into slot: Int, _ weightOf: [Float]) {
            let number = parent.count
            parent.append(-1)
            children.append(cycle.map { node[$0] })
            entering.append((0, 0))
            for member in cycle { parent[node[member]] = number }
            for member in cycle where member != slot { isAlive[member] = false }
            for from in 0..<size where from == slot || isAlive[from] {
                weights[slot * size + from] -= weightOf[slot]
            }
            for member in cycle where member != slot {
                for other in 0..<size where other != slot && isAlive[other] {
                    let into = slot * size + other
                    let memberInto = member * size + other
                    let weight = weights[memberInto] - weightOf[member]
                    if weight > weights[into] {
                        (weights[into], edgeFrom[into], edgeTo[into]) = (
                            weight, edgeFrom[memberInto], edgeTo[memberInto]
                        )
                    }
                    let out = other * size + slot
                    let memberOut = other * size + member
                    if weights[memberOut] > weights[out] {
                        weights[out] = weights[memberOut]
                        edgeFrom[out] = edgeFrom[memberOut]
                        edgeTo[out] = edgeTo[memberOut]
                    }
                }
            }
            node[slot] = number
        }

        /// From the root on, breaks each cycle at the word where the edge that enters it ends.
        private mutating func expand() -> [Int] {
            var heads = [Int](repeating: 0, count: size - 1)
            var waiting: [Int] = []
            dismantle(0, &waiting)
            while let next = waiting.popLast() {
                let (from, to) = entering[next]
                heads[Int(to) - 1] = Int(from)
                dismantle(Int(to), &waiting)
            }
            return heads
        }

        private mutating func dismantle(_ leaf: Int, _ waiting: inout [Int]) {
            var child = leaf
            while parent[child] >= 0 {
                let above = parent[child]
                parent[child] = -1
                for other in children[above] where other != child {
                    parent[other] = -1
                    waiting.append(other)
                }
                child = above
            }
        }
    }
}
