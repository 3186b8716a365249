public import NewsModel
import TextCore

/// Reads every word with the neural model: part of speech, features, lemma, head and relation; names, times, events; the
/// meaning of sentences. Ends of sentences are told by the model and the rules of segmentation together.
///
/// Memory is bounded by the size of a group of windows, whatever the length of the document; what is kept is sixteen
/// bytes a token, and a vector a sentence of some length.
public struct NeuralReader: Annotator {
    let model: ReaderModel

    /// Word pieces that are read in one go: enough to keep the matrices large, few enough to stay in the cache.
    private static let groupRows = 768
    /// Word pieces of the longest window: what training saw.
    private static let longestWindow = 400
    /// How much it counts beside the model that the rules of segmentation have an end, and that they have none.
    private static let weightOfEnd: Float = 3
    private static let weightOfNone: Float = 1

    /// Loads the model.
    ///
    /// - Throws: ``ReaderFile/Failure`` where the file cannot be used.
    public init(_ file: ReaderFile) throws(ReaderFile.Failure) {
        model = try ReaderModel(file)
    }

    init(model: ReaderModel) { self.model = model }

    public func annotate(_ analysis: inout Analysis) {
        let spans = analysis.tokens.map(\.span)
        let pieces = DocumentPieces(analysis.text.bytes, spans, tokenizer: model.tokenizer)
        let plan = ReadingPlan(
            analysis, pieces: pieces, window: model.shape.window,
            longest: min(Self.longestWindow, model.shape.positions))
        var result = ReadingResult(analysis, model: model)
        var waiting = Array(plan.strips.reversed())
        while !waiting.isEmpty {
            var strips: [ReadingPlan.Strip] = []
            var windows: [ReaderWindow] = []
            var rows = 0
            while let strip = waiting.last {
                let window = plan.window(plan.next(strip))
                if rows > 0, rows + window.pieces.count > Self.groupRows { break }
                rows += window.pieces.count
                windows.append(window)
                strips.append(strip)
                waiting.removeLast()
            }
            let group = model.run(windows)
            var unfinished: [ReadingPlan.Strip] = []
            for (number, strip) in strips.enumerated() {
                let decoder = WindowDecoder(model: model, group: group, number: number)
                if let rest = read(decoder, windows[number], strip, plan, into: &result) { unfinished.append(rest) }
            }
            result.addVectors(of: group)
            waiting.append(contentsOf: unfinished.reversed())
        }
        result.finish(&analysis)
    }

    /// Keeps what a window says; gives the rest of its strip, where something is left.
    private func read(
        _ decoder: WindowDecoder, _ window: ReaderWindow, _ strip: ReadingPlan.Strip, _ plan: ReadingPlan,
        into result: inout ReadingResult
    ) -> ReadingPlan.Strip? {
        let isLast = window.tokens.upperBound == strip.tokens.upperBound
        let scores = decoder.endScores()
        var sentences: [Range<Int>] = []
        var start = 0
        for (word, token) in window.tokens.enumerated() {
            if ends(plan.ends[token], scores?[word]) {
                sentences.append(start..<(word + 1))
                start = word + 1
            }
        }
        var rest = strip
        if start < window.tokens.count {
            if isLast || sentences.isEmpty && strip.isLong {
                sentences.append(start..<window.tokens.count)
                start = window.tokens.count
            } else if sentences.isEmpty {
                rest.isLong = true
                return rest
            }
        }
        result.add(sentences, of: decoder, window)
        guard !isLast else { return nil }
        rest.cursor = window.tokens.lowerBound + start
        rest.isLong = false
        return rest
    }

    /// Whether a sentence ends where the rules say `end` and the model `score`.
    private func ends(_ end: ReadingPlan.End, _ score: Float?) -> Bool {
        switch (end, score) {
        case (.block, _): true
        case (.sentence, nil): true
        case (.nothing, nil), (.never, _): false
        case (.sentence, let score?): score + Self.weightOfEnd > 0
        case (.nothing, let score?): score - Self.weightOfNone > 0
        }
    }
}

extension NeuralReader {
    /// Loads the first model that is there.
    ///
    /// - Returns: the reader, or what the user should know: a note where there is no model, a warning where there is one
    ///   that cannot be used. Codes: `reader.missing`, `reader.unusable`.
    public static func find(among paths: [String]) -> (reader: NeuralReader?, note: Diagnostic?) {
        for path in paths {
            do {
                return (try NeuralReader(ReaderFile(path: path)), nil)
            } catch .missing {
                continue
            } catch {
                return (nil, Diagnostic("reader.unusable", .warning, "\(error); words are read by rules alone"))
            }
        }
        let tried = paths.joined(separator: ", ")
        return (
            nil,
            Diagnostic(
                "reader.missing", .note,
                "no model of the reader was found, so words are read by rules alone; name one with HEADWATER_MODEL. "
                    + "Tried: \(tried)")
        )
    }
}
