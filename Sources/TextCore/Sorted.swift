extension RandomAccessCollection {
    /// The index at which the second part of a collection begins that has two: elements for which `isInSecondPart` does not
    /// hold, and then those for which it holds; `endIndex` where it holds for none. As swift-algorithms has it.
    ///
    /// - Complexity: O(log n).
    @inlinable
    public func partitioningIndex(where isInSecondPart: (Element) -> Bool) -> Index {
        var low = startIndex
        var left = count
        while left > 0 {
            let half = left / 2
            let middle = index(low, offsetBy: half)
            if isInSecondPart(self[middle]) {
                left = half
            } else {
                low = index(after: middle)
                left -= half + 1
            }
        }
        return low
    }
}
