/// The sizes of a model, read from its tensors; what they do not show, from its configuration.
struct ReaderShape: Sendable {
    let width: Int
    let layers: Int
    let heads: Int
    let inner: Int
    let vocabulary: Int
    let positions: Int
    let shapes: Int
    /// Word pieces of a window, its two ends included.
    let window: Int
    /// Slope of the leaky units before the biaffine products.
    let slope: Float

    init(_ file: ReaderFile) throws(ReaderFile.Failure) {
        let config = file.metadata["config"].flatMap { JSONValue($0.utf8) }
        func size(_ name: String, _ axis: Int) throws(ReaderFile.Failure) -> Int {
            guard let shape = file.tensors[name]?.shape, axis < shape.count, shape[axis] > 0 else {
                throw .damaged(path: file.path, reason: "no \(name)")
            }
            return shape[axis]
        }
        vocabulary = try size("encoder.words.weight", 0)
        width = try size("encoder.words.weight", 1)
        positions = try size("encoder.positions.weight", 0)
        shapes = try size("encoder.shapes.weight", 0)
        inner = try size("encoder.layers.0.up.weight", 0)
        var layers = 0
        while file.tensors["encoder.layers.\(layers).qkv.weight"] != nil { layers += 1 }
        self.layers = layers
        heads = config?["heads"]?.integer ?? width / 32
        window = min(positions, max(16, config?["window"]?.integer ?? config?["limit"]?.integer ?? 160))
        slope = Float(config?["slope"]?.number ?? 0.1)
        guard width % 8 == 0, heads > 0, width % heads == 0, positions >= 16, width <= 4096, inner <= 16384,
            layers <= 48
        else {
            throw .damaged(path: file.path, reason: "its sizes do not fit each other")
        }
    }
}
