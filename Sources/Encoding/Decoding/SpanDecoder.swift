/// Spans from labels that begin (`B-X`), continue (`I-X`) or stand outside (`O`).
///
/// What a word is, is told by the sums over the types: many of the texts that the model learnt from say that there is a
/// name without saying of which type, so that the sums are surer than any single label. The type is that with the
/// largest sum over all words of the span.
struct SpanDecoder: Sendable {
    /// A span found: words, its type, and the least probability of any of its words to be in a span.
    struct Found: Hashable {
        var words: Range<Int>
        var type: String
        var confidence: Float
    }

    /// How likely a word is outside of all spans, begins one, goes on with one; and is part of one of each type.
    struct Masses {
        var outside: Float = 0
        var begins: Float = 0
        var continues: Float = 0
        /// In the order of ``SpanDecoder/types``.
        var types: [Float]

        /// Takes roles with these weights; the types keep their shares of what is in a span.
        mutating func setRoles(outside: Float, begins: Float, continues: Float) {
            let total = max(outside + begins + continues, .leastNormalMagnitude)
            let inside = max(self.begins + self.continues, .leastNormalMagnitude)
            (self.outside, self.begins, self.continues) = (outside / total, begins / total, continues / total)
            for type in types.indices { types[type] *= (self.begins + self.continues) / inside }
        }
    }

    private enum Role { case outside, begins, continues }

    /// The types of the spans.
    let types: [String]
    private let roles: [Role]
    /// For each label, the index of its type.
    private let typeOf: [Int]

    /// A decoder for `labels`; nil where one continues what none begins.
    init?(labels: [String]) {
        var types: [String] = []
        for label in labels where label.hasPrefix("B-") { types.append(String(label.dropFirst(2))) }
        var roles: [Role] = []
        var typeOf: [Int] = []
        for label in labels {
            let role: Role = label.hasPrefix("B-") ? .begins : label.hasPrefix("I-") ? .continues : .outside
            roles.append(role)
            guard role != .outside else {
                typeOf.append(0)
                continue
            }
            guard let type = types.firstIndex(of: String(label.dropFirst(2))) else { return nil }
            typeOf.append(type)
        }
        (self.types, self.roles, self.typeOf) = (types, roles, typeOf)
    }

    /// What the scores of one word say.
    private func masses(_ scores: UnsafePointer<Float>) -> Masses {
        var masses = Masses(types: [Float](repeating: 0, count: types.count))
        let probabilities = Probability.all(scores, count: roles.count)
        for (label, role) in roles.enumerated() {
            switch role {
            case .outside: masses.outside += probabilities[label]
            case .begins: masses.begins += probabilities[label]
            case .continues: masses.continues += probabilities[label]
            }
            if role != .outside { masses.types[typeOf[label]] += probabilities[label] }
        }
        return masses
    }

    /// The spans among `count` words; word `i` has its scores at `scores + i * stride`.
    ///
    /// - Complexity: O(count · labels).
    func spans(_ scores: UnsafePointer<Float>, count: Int, stride: Int) -> [Found] {
        spans(masses(scores, count: count, stride: stride))
    }

    /// What the scores of `count` words say together; word `i` has its scores at `scores + i * stride`.
    func masses(_ scores: UnsafePointer<Float>, count: Int, stride: Int) -> [Masses] {
        var words = (0..<count).map { masses(scores + $0 * stride) }
        Self.makeConsistent(&words)
        return words
    }

    /// Makes of each word's probabilities those it has given that all words' roles fit: nothing goes on that has not begun.
    ///
    /// `actress Kate Flannery`: a model that is unsure whether "Kate" begins a name, and sure that "Flannery" goes on with
    /// one, is sure of both. The forward–backward sums of a chain that forbids one step, from outside into a span's midst.
    ///
    /// - Complexity: O(words · types).
    static func makeConsistent(_ words: inout [Masses]) {
        guard words.contains(where: { $0.outside < nearlyOutside }) else { return }
        // Behind word i: what the words after it say of it being in no span, and in one.
        var after = [(out: Float, span: Float)](repeating: (1, 1), count: words.count)
        for index in words.indices.dropLast().reversed() {
            let rest = after[index + 1]
            let out = words[index + 1].outside * rest.out + words[index + 1].begins * rest.span
            let span = out + words[index + 1].continues * rest.span
            let scale = 1 / max(span, .leastNormalMagnitude)
            after[index] = (out * scale, span * scale)
        }
        var before: (out: Float, span: Float) = (1, 0)
        for index in words.indices {
            let outside = (before.out + before.span) * words[index].outside
            let begins = (before.out + before.span) * words[index].begins
            let continues = before.span * words[index].continues
            let sum = max(outside + begins + continues, .leastNormalMagnitude)
            before = (outside / sum, (begins + continues) / sum)
            words[index].setRoles(
                outside: outside * after[index].out, begins: begins * after[index].span,
                continues: continues * after[index].span)
        }
    }

    /// Words that are all this surely outside need no second look.
    private static let nearlyOutside: Float = 0.999

    /// The spans among words of which the model says this.
    ///
    /// - Complexity: O(words · types).
    func spans(_ words: [Masses]) -> [Found] {
        var found: [Found] = []
        var sums = [Float](repeating: 0, count: types.count)
        var isOpen = false
        func close() {
            guard isOpen, let last = found.indices.last else { return }
            var best = 0
            for type in sums.indices where sums[type] > sums[best] { best = type }
            found[last].type = types[best]
            isOpen = false
        }
        for (word, mass) in words.enumerated() {
            if mass.outside >= mass.begins, mass.outside >= mass.continues {
                close()
                continue
            }
            let inside = mass.begins + mass.continues
            if isOpen, mass.continues > mass.begins, let last = found.indices.last {
                found[last].words = found[last].words.lowerBound..<(word + 1)
                found[last].confidence = min(found[last].confidence, inside)
            } else {
                close()
                found.append(Found(words: word..<(word + 1), type: "", confidence: inside))
                for type in sums.indices { sums[type] = 0 }
                isOpen = true
            }
            for type in sums.indices { sums[type] += mass.types[type] }
        }
        close()
        return found
    }
}
