import Headwater
public import Lexicons
import NewsModel
import TextCore

/// Whether what a reader takes from real sentences is taken from them: amounts with their hedges, times, who says what how
/// firmly. A dozen examples of each phenomenon, and counter-examples (`Evaluation/phenomena.md`).
public struct PhenomenaTask: EvaluationTask {
    public static let name = "phenomena"
    public static let summary =
        "a dozen real examples of each phenomenon: figures, times, statements, and what only looks so"

    private let folder: String
    private let pipeline: Pipeline

    public init(data folder: String, resources: ResourceDirectory) throws {
        self.folder = folder
        pipeline = try Pipeline(resources: resources)
    }

    public func run(_ extent: EvaluationExtent) async throws -> [Measurement] {
        var tallies: [(String, PhenomenonTally)] = []
        var log = EvaluationLog()
        for family in ["figures", "times", "statements"] {
            var tally = PhenomenonTally()
            let parts = try PhenomenonFile("phenomena-\(family).tsv", data: folder).parts
            for (number, part) in parts.enumerated() where extent == .full || number.isMultiple(of: 4) {
                let account = await pipeline.account(of: [part.document])
                for example in part.examples {
                    let (answers, found) = Self.answers(family, example, account)
                    tally.add(example.phenomenon, answers)
                    for (aspect, isRight) in answers where !isRight {
                        let wanted = example.wanted.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(
                            separator: " ")
                        log.add(
                            "\(example.phenomenon) \(aspect):", log.excerpt(part.document.text, around: example.span),
                            "WANTED \(wanted) FOUND \(found)")
                    }
                }
            }
            tallies.append((family, tally))
        }
        log.write()
        return tallies.flatMap { family, tally in tally.measurements("phenomena: \(family)", withEach: extent == .full)
        }
    }

    /// For each aspect of an example whether it came out right, and what was found.
    private static func answers(
        _ family: String, _ example: PhenomenonFile.Example, _ account: Account
    ) -> (answers: [(String, Bool)], found: String) {
        guard let analysis = account.analyses.first else { return ([("read", false)], "nothing") }
        switch family {
        case "figures": return FigureAnswer.answers(example, analysis)
        case "times": return TimeAnswer.answers(example, analysis, account.ledger.solvedTimes)
        default: return StatementAnswer.answers(example, account.ledger.claims.flatMap(\.statements))
        }
    }
}

/// Counts of what came out right, by phenomenon and aspect.
struct PhenomenonTally {
    private var counts: [String: [String: (right: Int, all: Int)]] = [:]

    mutating func add(_ phenomenon: String, _ answers: [(String, Bool)]) {
        for (aspect, isRight) in answers {
            counts[aspect, default: [:]][phenomenon, default: (0, 0)].right += isRight ? 1 : 0
            counts[aspect, default: [:]][phenomenon, default: (0, 0)].all += 1
        }
    }

    /// The share that came out right of every aspect; of each phenomenon too, where that is wanted.
    func measurements(_ data: String, withEach: Bool) -> [Measurement] {
        counts.sorted { $0.key < $1.key }.flatMap { aspect, phenomena in
            let sum = phenomena.values.reduce((0, 0)) { ($0.0 + $1.right, $0.1 + $1.all) }
            let whole = [
                Measurement(
                    data: data, measure: "\(aspect) right", value: Double(sum.0) / Double(max(1, sum.1)), count: sum.1)
            ]
            guard withEach else { return whole }
            return whole
                + phenomena.sorted { $0.key < $1.key }.map { phenomenon, count in
                    Measurement(
                        data: data, measure: "\(phenomenon): \(aspect) right",
                        value: Double(count.right) / Double(max(1, count.all)), count: count.all)
                }
        }
    }
}
