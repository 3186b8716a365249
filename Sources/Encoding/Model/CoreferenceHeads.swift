import NewsModel

/// The heads that say which mention another goes back to: scorers of pairs (after Lee et al. 2017), whose shares are averaged.
struct CoreferenceHeads: Sendable {
    /// The layer of the encoder whose vectors they read, counted from one.
    let layer: Int
    let width: Int
    let hidden: Int
    let heads: [Head]
    let backend: any MatrixBackend

    /// One scorer.
    struct Head: Sendable {
        /// From the vectors of a phrase's first word, head and last word.
        let mention: any LinearLayer
        let candidate: any LinearLayer
        let product: any LinearLayer
        /// A row for each value of each feature.
        let features: [[Float]]
        let out: [Float]
        let outBias: Float
        let none: [Float]
        let noneBias: Float
    }

    /// Loads them; nil where a file has none.
    init?(_ loader: LayerLoader, shape: ReaderShape) throws(ReaderFile.Failure) {
        let file = loader.file
        guard let text = file.metadata["coreference"] else { return nil }
        guard let config = JSONValue(text.utf8), let layer = config["layer"]?.integer,
            let count = config["heads"]?.integer, let names = config["features"]?.strings, 1...shape.layers ~= layer,
            1...16 ~= count, names == AntecedentFeature.allCases.map(\.rawValue),
            let hidden = file.tensors["coref.0.product.weight"]?.shape.first, hidden % 8 == 0
        else {
            throw .damaged(path: file.path, reason: "its heads of coreference")
        }
        self.layer = layer
        self.hidden = hidden
        backend = loader.backend
        width = shape.width
        var heads: [Head] = []
        for number in 0..<count {
            let name = "coref.\(number)."
            var features: [[Float]] = []
            for feature in AntecedentFeature.allCases {
                features.append(try file.numbers(name + feature.rawValue + ".weight", [feature.size, hidden]))
            }
            heads.append(
                Head(
                    mention: try loader.linear(name + "mention", 3 * width, hidden),
                    candidate: try loader.linear(name + "candidate", 3 * width, hidden),
                    product: try loader.linear(name + "product", hidden, hidden, hasBias: false), features: features,
                    out: try file.numbers(name + "out.weight", [1, hidden]),
                    outBias: try file.numbers(name + "out.bias", [1])[0],
                    none: try file.numbers(name + "none.weight", [1, hidden]),
                    noneBias: try file.numbers(name + "none.bias", [1])[0]))
        }
        self.heads = heads
    }
}
