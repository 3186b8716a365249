/// How two stretches of words run side by side.
struct WordAlignment {
    /// Words of the longest common subsequence.
    let common: Int
    /// Words of the longest common run that stands outside quotations in both.
    let longestOwnRun: Int
    /// `common` as a share of both lengths, from 0 to 1.
    let ratio: Double

    /// Words of each side that are looked at.
    private static let widest = 320

    /// Aligns two stretches.
    ///
    /// - Complexity: O(n · m), each at most 320 words.
    init(_ a: ArraySlice<ComparableText.Word>, _ b: ArraySlice<ComparableText.Word>) {
        let (a, b) = (Array(a.prefix(Self.widest)), Array(b.prefix(Self.widest)))
        var common = [Int32](repeating: 0, count: b.count + 1)
        var runs = [Int32](repeating: 0, count: b.count + 1)
        var longest: Int32 = 0
        for x in a {
            var diagonal: Int32 = 0
            var runDiagonal: Int32 = 0
            for (column, y) in b.enumerated() {
                let above = common[column + 1]
                let runAbove = runs[column + 1]
                if x.term == y.term {
                    common[column + 1] = diagonal + 1
                    runs[column + 1] = x.isQuoted || y.isQuoted ? 0 : runDiagonal + 1
                    longest = max(longest, runs[column + 1])
                } else {
                    common[column + 1] = max(above, common[column])
                    runs[column + 1] = 0
                }
                diagonal = above
                runDiagonal = runAbove
            }
        }
        self.common = Int(common[b.count])
        self.longestOwnRun = Int(longest)
        self.ratio = a.isEmpty && b.isEmpty ? 0 : 2 * Double(self.common) / Double(a.count + b.count)
    }
}
