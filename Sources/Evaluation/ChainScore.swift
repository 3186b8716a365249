/// How well chains of mentions agree with gold: MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998) and entity-based CEAF
/// (Luo 2005), and the mean of their F1, as CoNLL-2012 scores coreference.
///
struct ChainScore {
    /// Whether a chain of one mention counts: where both sides have the same mentions, what is rightly left alone does.
    let countsAlone: Bool
    /// What is right of what is found and of what is there.
    struct Part {
        var right = 0.0
        var found = 0.0
        var rightOfThere = 0.0
        var there = 0.0

        fileprivate mutating func add(_ found: (right: Double, all: Double), _ gold: (right: Double, all: Double)) {
            right += found.right
            self.found += found.all
            rightOfThere += gold.right
            there += gold.all
        }

        var precision: Double { found == 0 ? 0 : right / found }
        var recall: Double { there == 0 ? 0 : rightOfThere / there }
        var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }
    }

    private(set) var muc = Part()
    private(set) var bCubed = Part()
    private(set) var ceaf = Part()
    /// Mentions of gold chains.
    private(set) var mentions = 0

    init(countsAlone: Bool = false) { self.countsAlone = countsAlone }

    /// The chains of mentions that are numbered in the order of `names`: those with one name are one.
    static func chains(_ names: [String]) -> [Set<Int>] {
        var chains: [String: Set<Int>] = [:]
        for (mention, name) in names.enumerated() { chains[name, default: []].insert(mention) }
        return chains.sorted { $0.key < $1.key }.map(\.value)
    }

    /// The mean of the three F1.
    var mean: Double { (muc.f1 + bCubed.f1 + ceaf.f1) / 3 }

    /// Adds the chains of a document; mentions are numbers that both share.
    ///
    /// - Complexity: O(chains³).
    mutating func add(found: [Set<Int>], gold: [Set<Int>]) {
        let found = found.filter { $0.count > (countsAlone ? 0 : 1) }
        let gold = gold.filter { $0.count > (countsAlone ? 0 : 1) }
        mentions += gold.reduce(0) { $0 + $1.count }
        let precise = Self.agreement(of: found, with: gold)
        let recalled = Self.agreement(of: gold, with: found)
        muc.add(precise.links, recalled.links)
        bCubed.add(precise.mentions, recalled.mentions)
        let alike = gold.map { a in
            found.map { b in 2 * Double(a.intersection(b).count) / Double(a.count + b.count) }
        }
        let best = Assignment.best(alike)
        ceaf.add((best, Double(found.count)), (best, Double(gold.count)))
    }

    /// How much of some chains the other side has, and how much there is: by the links that hold a chain together (MUC), and
    /// by each mention's share of its chain that it is with on the other side, too (B³).
    private static func agreement(
        of chains: [Set<Int>], with others: [Set<Int>]
    ) -> (links: (right: Double, all: Double), mentions: (right: Double, all: Double)) {
        let otherOf = owners(others)
        var links = (right: 0.0, all: 0.0)
        var mentions = (right: 0.0, all: 0.0)
        for chain in chains {
            links.right += Double(chain.count - parts(chain, otherOf))
            links.all += Double(chain.count - 1)
            for mention in chain {
                let other = otherOf[mention].map { others[$0] } ?? []
                mentions.right += Double(chain.intersection(other).count) / Double(chain.count)
                mentions.all += 1
            }
        }
        return (links, mentions)
    }

    private static func owners(_ chains: [Set<Int>]) -> [Int: Int] {
        var owners: [Int: Int] = [:]
        for (number, chain) in chains.enumerated() { for mention in chain { owners[mention] = number } }
        return owners
    }

    /// Into how many parts the other side cuts a chain; a mention that it does not have is a part of its own.
    private static func parts(_ chain: Set<Int>, _ owners: [Int: Int]) -> Int {
        var known: Set<Int> = []
        var alone = 0
        for mention in chain { if let owner = owners[mention] { known.insert(owner) } else { alone += 1 } }
        return known.count + alone
    }
}

/// The best way to give each row a column of its own (Kuhn 1955, Munkres 1957; with potentials).
enum Assignment {
    /// The largest sum of `weights` over pairs of a row and a column, each used at most once.
    ///
    /// - Complexity: O(n³).
    static func best(_ weights: [[Double]]) -> Double {
        let count = max(weights.count, weights.map(\.count).max() ?? 0)
        guard count > 0 else { return 0 }
        func cost(_ row: Int, _ column: Int) -> Double {
            row < weights.count && column < weights[row].count ? -weights[row][column] : 0
        }
        var ofRow = [Double](repeating: 0, count: count + 1)
        var ofColumn = [Double](repeating: 0, count: count + 1)
        /// The row that has each column, both counted from one; 0 for none.
        var rowOf = [Int](repeating: 0, count: count + 1)
        var before = [Int](repeating: 0, count: count + 1)
        for row in 1...count {
            rowOf[0] = row
            var column = 0
            var least = [Double](repeating: .infinity, count: count + 1)
            var isUsed = [Bool](repeating: false, count: count + 1)
            repeat {
                isUsed[column] = true
                let own = rowOf[column]
                var step = Double.infinity
                var next = 0
                for other in 1...count where !isUsed[other] {
                    let rest = cost(own - 1, other - 1) - ofRow[own] - ofColumn[other]
                    if rest < least[other] {
                        least[other] = rest
                        before[other] = column
                    }
                    if least[other] < step {
                        step = least[other]
                        next = other
                    }
                }
                for other in 0...count {
                    if isUsed[other] {
                        ofRow[rowOf[other]] += step
                        ofColumn[other] -= step
                    } else {
                        least[other] -= step
                    }
                }
                column = next
            } while rowOf[column] != 0
            while column != 0 {
                rowOf[column] = rowOf[before[column]]
                column = before[column]
            }
        }
        return (1...count).reduce(0) { $0 - cost(rowOf[$1] - 1, $1 - 1) }
    }
}
