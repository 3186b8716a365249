import NewsModel
import TextCore

/// What was read of a document so far.
struct ReadingResult {
    private let model: ReaderModel
    private let tokens: [Token]
    private let blockOfToken: (Int) -> Int
    private var words: [WordReading]
    private var sentences: [(tokens: Range<Int>, block: Int, vector: Int)] = []
    private var names: [NameSpan] = []
    private var nameReadings: NameReadings
    /// For each of the model's types of names, its place among the kinds of ``NameReadings``.
    private let nameColumns: [Int?]
    private var roleReadings: RoleReadings?
    /// For each of the model's roles, its place among those of ``RoleReadings``.
    private let roleColumns: [Int?]
    private var times: [TimeSpan] = []
    private var events: [EventTrigger] = []
    private var wordVectors: WordVectors?
    private var vectors: [Float] = []
    private var vectorCount = 0
    /// Sentences of the present group that want a vector: their pieces, as rows.
    private var wanted: [(sentence: Int, rows: Range<Int>)] = []

    /// Tokens from which a sentence has a vector.
    private static let shortestVector = 4

    init(_ analysis: Analysis, model: ReaderModel) {
        self.model = model
        tokens = analysis.tokens
        let old = analysis.sentences
        blockOfToken = { token in
            let low = old.partitioningIndex { $0.tokens.lowerBound > token }
            return low > 0 ? old[low - 1].block : 0
        }
        nameReadings = NameReadings(tokens: tokens.count)
        nameColumns = (model.spans["name"]?.types ?? []).map { type in
            Self.nameKinds[type].flatMap { NameReadings.kinds.firstIndex(of: $0) }
        }
        roleReadings = model.spans["role"] == nil ? nil : RoleReadings(tokens: tokens.count)
        roleColumns = (model.spans["role"]?.types ?? []).map { type in
            RoleReadings.Role.allCases.firstIndex { $0.rawValue == type }
        }
        words = [WordReading](repeating: WordReading(category: .other), count: tokens.count)
        if model.coreference != nil {
            wordVectors = WordVectors(
                tokens: tokens.count, width: model.shape.width, precision: model.backend.best)
        }
    }

    /// Keeps consecutive sentences of a window, given as word indices in the window.
    mutating func add(_ sentences: [Range<Int>], of decoder: WindowDecoder, _ window: ReaderWindow) {
        guard let first = sentences.first else { return }
        let start = window.tokens.lowerBound + first.lowerBound
        for (index, reading) in decoder.readings(sentences).enumerated() { words[start + index] = reading }
        for sentence in sentences { add(sentence, of: decoder, window) }
        guard let early = decoder.group.early, let last = sentences.last else { return }
        let piece = decoder.group.starts[decoder.number].piece
        for word in first.lowerBound..<last.upperBound {
            wordVectors?.set(window.tokens.lowerBound + word, early, row: piece + Int(window.first[word]))
        }
    }

    /// Keeps the spans of a sentence, and its place.
    private mutating func add(_ sentence: Range<Int>, of decoder: WindowDecoder, _ window: ReaderWindow) {
        let first = window.tokens.lowerBound
        let range = first + sentence.lowerBound..<first + sentence.upperBound
        let masses = decoder.masses("name", sentence) ?? []
        for found in decoder.spans("name", sentence, masses) {
            guard let kind = Self.nameKinds[found.type] else { continue }
            let place = place(found, first)
            names.append(NameSpan(tokens: place.tokens, span: place.span, kind: kind, confidence: found.confidence))
        }
        for (token, masses) in zip(range, masses) { addNameReading(token, masses) }
        for (token, masses) in zip(range, decoder.masses("role", sentence) ?? []) { addRoleReading(token, masses) }
        for found in decoder.spans("time", sentence) {
            guard let kind = TimeExpression.Kind(rawValue: found.type) else { continue }
            let place = place(found, first)
            times.append(TimeSpan(tokens: place.tokens, span: place.span, kind: kind, confidence: found.confidence))
        }
        for found in decoder.spans("event", sentence) {
            let place = place(found, first)
            var event = EventTrigger(
                tokens: place.tokens, span: place.span, kind: EventTrigger.Class(rawValue: found.type) ?? .other,
                confidence: found.confidence)
            let word = found.words.lowerBound
            func value<Value: RawRepresentable<String>>(_ head: String, _ target: inout Value) {
                if let label = decoder.label(head, word), let value = Value(rawValue: label) { target = value }
            }
            value("certainty", &event.certainty)
            value("polarity", &event.polarity)
            value("tense", &event.tense)
            value("moment", &event.moment)
            value("special", &event.special)
            events.append(event)
        }
        if sentence.count >= Self.shortestVector, model.heads.pooled != nil {
            let start = decoder.group.starts[decoder.number].piece
            let rows =
                start + Int(window.first[sentence.lowerBound])..<start + Int(window.first[sentence.upperBound])
            wanted.append((sentences.count, rows))
        }
        sentences.append((range, blockOfToken(range.lowerBound), -1))
    }

    private mutating func addNameReading(_ token: Int, _ masses: SpanDecoder.Masses) {
        guard masses.outside < Self.surelyOutside else { return }
        let kinds = Self.shares(masses, nameColumns, count: NameReadings.kinds.count)
        nameReadings.set(token, begins: masses.begins, continues: masses.continues, kinds: kinds)
    }

    private mutating func addRoleReading(_ token: Int, _ masses: SpanDecoder.Masses) {
        guard masses.outside < Self.surelyOutside else { return }
        let shares = Self.shares(masses, roleColumns, count: RoleReadings.Role.allCases.count)
        roleReadings?.set(token, begins: masses.begins, shares: shares)
    }

    /// What is outside with this probability says nothing.
    private static let surelyOutside: Float = 0.998

    /// The shares of the model's types in the order of a layer's.
    private static func shares(_ masses: SpanDecoder.Masses, _ columns: [Int?], count: Int) -> [Float] {
        var shares = [Float](repeating: 0, count: count)
        for (column, share) in zip(columns, masses.types) { if let column { shares[column] += share } }
        return shares
    }

    /// Makes the vectors of the sentences that were kept of `group`.
    mutating func addVectors(of group: ReaderModel.Group) {
        guard !wanted.isEmpty else { return }
        let vectors = model.pooled(wanted.map(\.rows), of: group.hidden)
        for (index, want) in wanted.enumerated() {
            sentences[want.sentence].vector = vectorCount
            vectorCount += 1
            self.vectors.append(
                contentsOf: UnsafeBufferPointer(
                    start: vectors.numbers + index * model.shape.width, count: model.shape.width))
        }
        wanted.removeAll(keepingCapacity: true)
    }

    /// Writes the layers.
    func finish(_ analysis: inout Analysis) {
        // Blocks that were not read keep the sentences of the rules.
        var all = sentences
        var isRead = [Bool](repeating: false, count: tokens.count)
        for sentence in sentences { for token in sentence.tokens { isRead[token] = true } }
        for sentence in analysis.sentences where !sentence.tokens.isEmpty && !isRead[sentence.tokens.lowerBound] {
            all.append((sentence.tokens, sentence.block, -1))
        }
        all.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        analysis.sentences = all.map { sentence in
            let span = tokens[sentence.tokens.lowerBound].span.union(tokens[sentence.tokens.upperBound - 1].span)
            return Sentence(span: span, tokens: sentence.tokens, block: sentence.block)
        }
        let edits = model.labels.lemmaEdits
        analysis.syntax = Syntax(
            words: words, featureSets: model.labels.featureSets,
            lemmaEdits: edits.isEmpty ? [LemmaEdit(cut: 0, added: "", keepsCase: false)] : edits)
        analysis.nameSpans = names.sorted { $0.span < $1.span }
        analysis.nameReadings = model.spans["name"] == nil ? nil : nameReadings
        analysis.roleReadings = roleReadings
        analysis.timeSpans = times.sorted { $0.span < $1.span }
        analysis.eventTriggers = events.sorted { $0.span < $1.span }
        if let heads = model.coreference, let wordVectors {
            analysis.antecedents = ReaderAntecedents(heads: heads, words: wordVectors)
        }
        guard model.heads.pooled != nil else { return }
        let width = model.shape.width
        var kept = SentenceVectors(width: width, sentences: all.count)
        for (index, sentence) in all.enumerated() where sentence.vector >= 0 {
            kept.set(vectors[(sentence.vector * width)..<((sentence.vector + 1) * width)], forSentence: index)
        }
        analysis.sentenceVectors = kept
    }

    private func place(_ found: SpanDecoder.Found, _ first: Int) -> (tokens: Range<Int>, span: TextSpan) {
        let range = first + found.words.lowerBound..<first + found.words.upperBound
        return (range, tokens[range.lowerBound].span.union(tokens[range.upperBound - 1].span))
    }

    private static let nameKinds: [String: Mention.Kind] = [
        "PER": .person, "ORG": .organisation, "GPE": .geopoliticalEntity, "LOC": .place, "FAC": .facility,
        "PROD": .product, "EVENT": .event, "WORK": .law,
    ]
}
