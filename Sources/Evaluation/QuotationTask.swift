public import Lexicons
import NewsModel
import Recognition
import Segmentation
import TextCore

/// Quoted words and who speaks them, on PolNeAR.
///
/// Gold are the stretches between double quotation marks that lie within the content of an attribution. *Speech F1* counts
/// a stretch as right where its characters are equal but for marks at its ends; *direct F1* is the same for contents that
/// are wholly quoted and begin with a capital. *Speaker F1* counts the words of the sources of the latter. With
/// `POLNEAR_SPLIT=train` in the environment the part is measured that rules may be developed on; `EVALUATION_LOG` names a
/// file for what differs.
public struct QuotationTask: EvaluationTask {
    public static let name = "quotations"
    public static let summary = "quoted speech and its speakers on PolNeAR dev"

    private let folder: String
    private let segmenter: Segmenter
    private let recognizer: QuotationRecognizer

    public init(data folder: String, resources: ResourceDirectory) throws {
        self.folder = folder
        segmenter = try Segmenter(resources: resources)
        recognizer = try QuotationRecognizer(resources: resources)
    }

    public func run(_ extent: EvaluationExtent) async throws -> [Measurement] {
        let split = EvaluationSettings.polnearSplit
        var log = EvaluationLog()
        let all = try PolnearCorpus(folder: folder, split: split).articles
        let articles = extent == .full ? all : Array(all.prefix(30))
        var speech = SpanScore()
        var direct = SpanScore()
        var speakers = SpanScore()
        for article in articles {
            var analysis = Analysis(document: article.document)
            segmenter.annotate(&analysis)
            recognizer.annotate(&analysis)
            let gold = GoldQuotations(article)
            let found = analysis.quotations.filter { !$0.isScare }
            speech.add(
                found: found.flatMap { $0.content.map(article.text.withoutMarks) }, there: gold.speech.map(\.span))
            direct.add(
                found: found.filter { $0.style == .direct }.flatMap { $0.content.map(article.text.withoutMarks) },
                there: gold.direct)
            let whole = found.filter { $0.style == .direct }
            let spoken = whole.flatMap { quotation in
                quotation.content.map { (article.text.withoutMarks($0), quotation.speaker) }
            }
            let wanted = gold.speech.filter { gold.direct.contains($0.span) }
            speakers.add(
                found: words(of: spoken, analysis), there: words(of: wanted.map { ($0.span, $0.speaker) }, analysis))
            note(article, analysis.quotations, gold, in: &log)
        }
        log.write()
        let data = "PolNeAR \(split)"
        return [
            speech.measurement(data, "speech F1"), direct.measurement(data, "direct F1"),
            speakers.measurement(data, "speaker F1"),
        ]
    }

    /// A word of a speaker, as the speaker of a stretch.
    private struct SpeakerWord: Hashable {
        var stretch: TextSpan
        var word: TextSpan
    }

    private func words(of pairs: [(TextSpan, TextSpan?)], _ analysis: Analysis) -> [SpeakerWord] {
        pairs.flatMap { stretch, speaker -> [SpeakerWord] in
            guard let speaker else { return [] }
            return analysis.tokens.filter { $0.kind == .word && speaker.overlaps($0.span) }
                .map { SpeakerWord(stretch: stretch, word: $0.span) }
        }
    }

    private func note(
        _ article: PolnearCorpus.Article, _ found: [Quotation], _ gold: GoldQuotations, in log: inout EvaluationLog
    ) {
        guard log.isWanted else { return }
        let text = article.text
        log.add("===== \(article.name)")
        let wanted = Dictionary(gold.speech.map { ($0.span, $0.speaker) }, uniquingKeysWith: { first, _ in first })
        for quotation in found {
            for content in quotation.content.map(text.withoutMarks) {
                let goldSpeaker = wanted[content].flatMap { $0 }.map { text[$0] } ?? "–"
                let speaker = quotation.speaker.map { text[$0] } ?? "–"
                let isGold = wanted.keys.contains(content)
                if isGold == !quotation.isScare, !isGold || goldSpeaker == speaker { continue }
                log.add(
                    isGold ? (quotation.isScare ? "MISS" : "WHO ") : "OVER", quotation.style.rawValue,
                    "[\(speaker)|\(goldSpeaker)]", log.excerpt(text, around: content))
            }
        }
        let have = Set(found.flatMap { $0.content.map(text.withoutMarks) })
        for stretch in gold.speech where !have.contains(stretch.span) { log.add("NONE", text[stretch.span]) }
    }
}

/// The quoted stretches of a PolNeAR article that are speech.
private struct GoldQuotations {
    var speech: [(span: TextSpan, speaker: TextSpan?)] = []
    var direct: [TextSpan] = []

    init(_ article: PolnearCorpus.Article) {
        let text = article.text
        let quoted = Self.quoted(text)
        for attribution in article.attributions {
            for content in attribution.content {
                for stretch in quoted
                where content.contains(stretch) || content.overlaps(stretch) && Self.isMost(stretch, content) {
                    let plain = text.withoutMarks(stretch)
                    guard !plain.isEmpty, !speech.contains(where: { $0.span == plain }) else { continue }
                    speech.append((plain, attribution.source.first))
                    let isWhole = text.withoutMarks(content) == plain
                    if isWhole, UTF8Scanner.scalar(in: text.bytes, at: plain.start).scalar.properties.isUppercase {
                        direct.append(plain)
                    }
                }
            }
        }
    }

    private static func isMost(_ stretch: TextSpan, _ content: TextSpan) -> Bool {
        (stretch.intersection(content)?.count ?? 0) * 10 > stretch.count * 9
    }

    /// Stretches between double marks, each within its line.
    private static func quoted(_ text: SourceText) -> [TextSpan] {
        var found: [TextSpan] = []
        for line in LineIndex(text).lines {
            var open: Int?
            var index = line.start
            while index < line.end {
                let (scalar, width) = UTF8Scanner.scalar(in: text.bytes, at: index)
                if scalar == "“" || scalar == "\"" && open == nil {
                    open = index
                } else if scalar == "”" || scalar == "\"", let start = open {
                    found.append(TextSpan(start, index + width))
                    open = nil
                }
                index += width
            }
            if let open, text.bytes[open] != UInt8(ascii: "\"") { found.append(TextSpan(open, line.end)) }
        }
        return found
    }
}

extension SourceText {
    /// `span` without quotation marks, spaces and marks of punctuation at its ends.
    func withoutMarks(_ span: TextSpan) -> TextSpan {
        var start = span.start
        var end = span.end
        let marks: Set<Unicode.Scalar> = [
            "“", "”", "\"", "‘", "’", "'", "«", "»", "„", ",", ".", ";", ":", "!", "?", "…", " ", "–", "—", "-",
            "\u{A0}",
        ]
        while start < end, case let (scalar, width) = UTF8Scanner.scalar(in: bytes, at: start), marks.contains(scalar) {
            start += width
        }
        while start < end, let (scalar, width) = UTF8Scanner.scalar(in: bytes, before: end), marks.contains(scalar) {
            end -= width
        }
        return TextSpan(start, end)
    }
}
