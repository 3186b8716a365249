/// BCubed precision and recall of a clustering (Bagga and Baldwin, 1998): for each item, how many of those it was put
/// together with belong with it, and how many of those that belong with it it was put together with, on average.
struct BCubed {
    private(set) var items = 0
    private var precisionSum = 0.0
    private var recallSum = 0.0

    /// Adds the items of one story: what the gold calls each and what the system calls it.
    ///
    /// - Complexity: O(n²) in the items.
    mutating func add(gold: [String], found: [String]) {
        for item in gold.indices {
            var together = 0
            var belonging = 0
            var both = 0
            for other in gold.indices {
                let isFound = found[item] == found[other]
                let isGold = gold[item] == gold[other]
                together += isFound ? 1 : 0
                belonging += isGold ? 1 : 0
                both += isFound && isGold ? 1 : 0
            }
            precisionSum += Double(both) / Double(together)
            recallSum += Double(both) / Double(belonging)
        }
        items += gold.count
    }

    var precision: Double { items == 0 ? 0 : precisionSum / Double(items) }
    var recall: Double { items == 0 ? 0 : recallSum / Double(items) }
    var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }
}
