import Foundation
import Headwater
import Intake
public import Lexicons
import Lineage
import NewsModel
import Reconciliation
import TextCore

/// Whether figures, dates and quoted words that changed in the retelling are found, and nothing else is.
///
/// A story is an article and its rewriting by another house, in which up to six paragraphs of at least 60 characters have one
/// figure, date or quoted word changed; where and how is the gold. Quotations and reported speech are otherwise carried as they
/// are. A mutation is found where a discrepancy of figures, dates or wording cites a stretch of at most 200 bytes that overlaps
/// it. A false alarm is a claim of both reports, none of whose sentences was changed, that a discrepancy cites beside no
/// mutation.
public struct MutationTask: EvaluationTask {
    public static let name = "mutations"
    public static let summary = "changed figures, dates and quoted words in rewritten articles: found, and false alarms"

    private let pool: SourcePool
    private let reader: DocumentReader
    private let annotators: [any Annotator]
    private let finder: LineageFinder
    private let reconciler: Reconciler

    public init(data folder: String, resources: ResourceDirectory) throws {
        pool = try SourcePool(folder: folder)
        reader = try DocumentReader(resources: resources)
        annotators = try Analyzer.annotators(resources: resources)
        finder = try LineageFinder(resources: resources)
        reconciler = try Reconciler(resources: resources, embedder: annotators.wordEmbedder)
    }

    public func run(_ extent: EvaluationExtent) async throws -> [Measurement] {
        let articles = pool.articles.filter { !$0.isTranslated }
        let step = extent == .full ? 1 : max(1, articles.count / 24)
        var score = Score()
        var log = EvaluationLog()
        for (number, article) in articles.enumerated() where number % step == 0 {
            measure(article, seed: UInt64(number) + 500, into: &score, &log)
        }
        log.write()
        return score.measurements
    }

    private struct Place {
        var kind: DraftMutation.Kind
        var span: TextSpan
        var told: String
    }

    private func measure(
        _ article: SourcePool.Article, seed: UInt64, into score: inout Score, _ log: inout EvaluationLog
    ) {
        var random = SeededRandom(seed: seed)
        let original = article.versions[0]
        let (copy, made) = rewritten(original, &random)
        guard let first = analysis(original, "Amber Courier", hour: 8),
            let second = analysis(copy, "Birchwood Herald", hour: 11)
        else { return }
        let places = made.compactMap { located($0, in: second, copy: copy) }
        let analyses = [first, second].sorted { $0.document.id < $1.document.id }
        let lineage = finder.lineage(of: analyses)
        let ledger = reconciler.reconcile(analyses, lineage: lineage).ledger
        let (a, b) = (first.document.id, second.document.id)
        for place in places {
            let isFound = ledger.discrepancies.contains { Self.tells($0, place.span, in: b) }
            score.add(place.kind, isFound: isFound)
            if !isFound {
                log.add(
                    "MISSED \(article.name) \(place.kind.rawValue) \(place.told):",
                    log.excerpt(second.text, around: place.span))
            }
        }
        let changed = Set(
            places.compactMap { second.sentenceIndex(at: $0.span.start) }.map { second.sentences[$0].span })
        let alarms = ledger.discrepancies.filter { discrepancy in
            !places.contains { place in
                discrepancy.citations.contains { $0.document == b && $0.span.overlaps(place.span) }
            }
        }
        for claim in ledger.claims {
            let spans = claim.statements.filter { $0.citation.document == b }.map(\.citation.span)
            guard !spans.isEmpty, claim.statements.contains(where: { $0.citation.document == a }),
                !spans.contains(where: { span in changed.contains { $0.overlaps(span) } })
            else { continue }
            let alarm = alarms.first { discrepancy in
                discrepancy.citations.contains { place in
                    place.document == b && spans.contains { $0.overlaps(place.span) }
                }
            }
            score.addClaim(isAlarmed: alarm != nil)
            if let alarm { log.add("ALARM \(article.name) \(alarm.kind.rawValue) \(alarm.text)", alarm.explanation) }
        }
    }

    private static func tells(_ discrepancy: Discrepancy, _ span: TextSpan, in document: DocumentID) -> Bool {
        guard [.figure, .date, .wording].contains(discrepancy.kind) else { return false }
        return discrepancy.citations.contains {
            $0.document == document && $0.span.overlaps(span) && $0.span.count <= 200
        }
    }

    // MARK: Making the story

    /// The paragraphs of another house, some with a mutation; the places count from the beginning of each paragraph.
    private func rewritten(_ paragraphs: [String], _ random: inout SeededRandom) -> ([String], [Place]) {
        // What is quoted or said by somebody is carried as it is: an editor who changes it would be found, rightly.
        var copy = paragraphs.map { paragraph in
            let isSpeech = Self.speech.contains { paragraph.contains($0) }
            return !isSpeech && random.chance(0.5) ? TextMutation.edited(paragraph, &random) : paragraph
        }
        var places: [Place] = []
        for index in random.shuffled(Array(copy.indices)) where places.count < 6 && copy[index].count >= 60 {
            for kind in random.shuffled(DraftMutation.Kind.allCases) {
                guard let mutation = DraftMutation(kind, of: copy[index], &random) else { continue }
                copy[index] = mutation.paragraph
                places.append(
                    Place(
                        kind: kind, span: TextSpan(mutation.place.lowerBound, mutation.place.upperBound),
                        told: "\(index) \(mutation.before) → \(mutation.after)"))
                break
            }
        }
        return (copy, places)
    }

    private static let speech = [
        "“", "\"", "``", "‘", " said", " say", " told", " according", " report", " state", " claim", " announce",
        " believe", " think", " added", " warn", " argue", " suggest",
    ]

    /// A place in the document that was read.
    private func located(_ place: Place, in analysis: Analysis, copy: [String]) -> Place? {
        guard let number = place.told.split(separator: " ").first.flatMap({ Int($0) }) else { return nil }
        let needle = Array(copy[number].utf8)
        let bytes = analysis.text.bytes
        guard bytes.count >= needle.count,
            let start = (0...(bytes.count - needle.count)).first(where: {
                bytes[$0] == needle[0] && bytes[$0..<($0 + needle.count)].elementsEqual(needle)
            })
        else { return nil }
        return Place(
            kind: place.kind, span: TextSpan(start + place.span.start, start + place.span.end), told: place.told)
    }

    private func analysis(_ paragraphs: [String], _ outlet: String, hour: Int) -> Analysis? {
        let title = (paragraphs.first ?? "").split(separator: " ").prefix(7).joined(separator: " ")
        let text = ([title] + paragraphs).joined(separator: "\n\n") + "\n"
        guard var document = reader.read(RawItem(name: outlet, format: .plainText, bytes: Array(text.utf8))).document,
            let day = CivilDate(2024, 3, 6)
        else { return nil }
        document.metadata.outlet = outlet
        document.metadata.published = PublicationTime(
            date: day, secondOfDay: hour * 3600, zoneMinutes: 0, precision: .minute)
        var analysis = Analysis(document: document)
        for annotator in annotators { annotator.annotate(&analysis) }
        return analysis
    }

    /// Counts over the stories.
    private struct Score {
        private var found: [DraftMutation.Kind: Int] = [:]
        private var all: [DraftMutation.Kind: Int] = [:]
        private var claims = 0
        private var alarmed = 0

        mutating func add(_ kind: DraftMutation.Kind, isFound: Bool) {
            all[kind, default: 0] += 1
            found[kind, default: 0] += isFound ? 1 : 0
        }

        mutating func addClaim(isAlarmed: Bool) {
            claims += 1
            alarmed += isAlarmed ? 1 : 0
        }

        var measurements: [Measurement] {
            func share(_ measure: String, _ part: Int, _ whole: Int) -> Measurement {
                Measurement(
                    data: "rewritten articles", measure: measure, value: Double(part) / Double(max(1, whole)),
                    count: whole)
            }
            return DraftMutation.Kind.allCases.map { share("\($0.rawValue)s found", found[$0] ?? 0, all[$0] ?? 0) } + [
                share("mutations found", found.values.reduce(0, +), all.values.reduce(0, +)),
                share("untouched claims with an alarm", alarmed, claims),
            ]
        }
    }
}
