/// The greatest value at any place below a given one, under raising of values: a binary indexed tree (P. M. Fenwick,
/// 1994).
struct PrefixMaximum {
    private var tree: [(value: Float, index: Int)]

    /// Places 1 to `count`, all of value zero.
    init(count: Int) { tree = Array(repeating: (0, -1), count: count + 1) }

    /// The greatest value at places below `place`, with what it was set for; zero and -1 where none was set.
    ///
    /// - Complexity: O(log n).
    func maximum(below place: Int) -> (value: Float, index: Int) {
        var best: (value: Float, index: Int) = (0, -1)
        var node = place - 1
        while node > 0 {
            if tree[node].value > best.value { best = tree[node] }
            node -= node & -node
        }
        return best
    }

    /// Raises the value at `place`, from 1, to `value` where it is less.
    ///
    /// - Complexity: O(log n).
    mutating func raise(at place: Int, to value: Float, index: Int) {
        var node = place
        while node < tree.count {
            if value > tree[node].value { tree[node] = (value, index) }
            node += node & -node
        }
    }
}
