import Foundation
import Headwater
public import Lexicons
import NewsModel
import TextCore

/// Are statements of one story grouped into claims as a careful reader would?
///
/// Data: pairs of statements of NewsWCL50, the GVA stream and ECB+, labelled by reading (`Evaluation/claim-pairs.md`). A pair
/// counts as the same where both statements are one claim or answer one question by different values. Measure: of the
/// pairs that the account puts into one claim, those that are the same (precision); of those that are the same, those
/// that it puts into one claim (recall). The pairs were drawn evenly over the range of likeness, so precision among all
/// pairs of a story is another number.
public struct ClaimTask: EvaluationTask {
    public static let name = "claims"
    public static let summary = "statements grouped into claims, on labelled pairs of NewsWCL50, GVA and ECB+"

    private let folder: String
    private let pairs: [ClaimPair]
    private let pipeline: Pipeline

    public init(data folder: String, resources: ResourceDirectory) throws {
        self.folder = folder
        pairs = try ClaimPair.all()
        pipeline = try Pipeline(resources: resources)
    }

    public func run(_ extent: EvaluationExtent) async throws -> [Measurement] {
        let wanted = extent == .full ? pairs : pairs.filter { $0.corpus == "nw" }
        let documents = try ClaimCorpus(folder: folder, corpora: Set(wanted.map(\.corpus)))
        var stories: [String: [ClaimPair]] = [:]
        for pair in wanted { stories[pair.corpus + " " + pair.story, default: []].append(pair) }
        var scores: [String: Score] = [:]
        var log = EvaluationLog()
        for (_, pairs) in stories.sorted(by: { $0.key < $1.key }) {
            let names = Set(pairs.flatMap { [$0.a.document, $0.b.document] }).sorted()
            let story = names.compactMap { documents[pairs[0].corpus, $0] }
            let account = await pipeline.account(of: story)
            let claims = ClaimPlaces(account, names: names)
            for pair in pairs { scores[pair.corpus, default: Score()].add(pair, claims, &log) }
        }
        log.write()
        var all = Score()
        for score in scores.values { all.add(score) }
        let parts = [("nw", "NewsWCL50"), ("gva", "GVA"), ("ecb", "ECB+")].flatMap { key, name in
            scores[key]?.measurements(name) ?? []
        }
        return extent == .full ? all.measurements("all") + parts : parts
    }

    /// What became of the pairs.
    private struct Score {
        var together = 0, right = 0, same = 0, found = 0, sides = 0

        mutating func add(_ pair: ClaimPair, _ claims: ClaimPlaces, _ log: inout EvaluationLog) {
            guard let isSame = pair.isSame else { return }
            let (a, b) = (claims.claim(at: pair.a), claims.claim(at: pair.b))
            sides += 2
            found += (a == nil ? 0 : 1) + (b == nil ? 0 : 1)
            let isTogether = a != nil && a?.claim == b?.claim
            same += isSame ? 1 : 0
            together += isTogether ? 1 : 0
            right += isSame && isTogether ? 1 : 0
            if log.isWanted, isSame != isTogether {
                log.add(
                    isSame ? "parted" : "joined", String(pair.number), a?.reading ?? "none", "|", b?.reading ?? "none")
            }
        }

        mutating func add(_ other: Score) {
            together += other.together
            right += other.right
            same += other.same
            found += other.found
            sides += other.sides
        }

        func measurements(_ data: String) -> [Measurement] {
            let precision = together == 0 ? 0 : Double(right) / Double(together)
            let recall = same == 0 ? 0 : Double(right) / Double(same)
            let f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
            return [
                Measurement(data: data, measure: "pair F1", value: f1, count: sides / 2),
                Measurement(data: data, measure: "pair precision", value: precision, count: together),
                Measurement(data: data, measure: "pair recall", value: recall, count: same),
                Measurement(
                    data: data, measure: "statements found", value: Double(found) / Double(max(sides, 1)), count: sides),
            ]
        }
    }
}

/// The claims of an account by where their statements stand.
private struct ClaimPlaces {
    /// The claim of a statement.
    struct Place {
        var claim: String
        var reading: String
        /// Letters and digits of the document before it, and in it.
        var start: Int
        var count: Int
    }
    private var places: [String: [Place]] = [:]

    init(_ account: Account, names: [String]) {
        var letters: [DocumentID: (name: String, before: [Int32])] = [:]
        for analysis in account.analyses {
            guard let name = analysis.document.files.first, names.contains(name) else { continue }
            letters[analysis.document.id] = (name, ClaimCorpus.letters(analysis.text))
        }
        for claim in account.ledger.claims {
            for statement in claim.statements {
                guard let (name, before) = letters[statement.citation.document] else { continue }
                let span = statement.citation.span
                let start = Int(before[span.start])
                places[name, default: []].append(
                    Place(
                        claim: claim.id, reading: statement.reading, start: start,
                        count: Int(before[span.end]) - start))
            }
        }
    }

    /// The claim of the statement that covers most of a side: at least seven tenths of both together.
    func claim(at side: ClaimPair.Side) -> Place? {
        let best = (places[side.document] ?? []).map { place -> (share: Double, place: Place) in
            let shared = min(place.start + place.count, side.start + side.count) - max(place.start, side.start)
            let union = max(place.start + place.count, side.start + side.count) - min(place.start, side.start)
            return (Double(max(0, shared)) / Double(max(union, 1)), place)
        }.max { $0.share < $1.share }
        return best.flatMap { $0.share >= 0.7 ? $0.place : nil }
    }
}
