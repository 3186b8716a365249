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

    /// What the scores of `count` words say; word `i` has its scores at `scores + i * stride`.
    func masses(_ scores: UnsafePointer<Float>, count: Int, stride: Int) -> [Masses] {
        (0..<count).map { masses(scores + $0 * stride) }
    }

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
