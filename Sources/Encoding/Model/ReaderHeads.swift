/// The heads over the vectors of words: all that are linear in one product, then the biaffine ones.
struct ReaderHeads: Sendable {
    /// Columns of the product that belong to one head.
    typealias Columns = Range<Int>

    let width: Int
    /// Heads that give one label a word, by name: their columns.
    let tags: [String: Columns]
    /// Columns that say whether a sentence ends after the word: no, yes.
    let ends: Columns?
    let arcs: Arcs?
    let pooled: (any LinearLayer)?

    /// The biaffine heads for heads and relations (Dozat and Manning 2017).
    struct Arcs: Sendable {
        let dependent: Columns
        let head: Columns
        let relationDependent: Columns
        let relationHead: Columns
        /// The vector of the root, as a head of arcs.
        let rootHead: [Float]
        /// From a dependent's vector to what heads are multiplied with.
        let bilinear: any LinearLayer
        /// From a dependent's vector to a vector for each relation.
        let relations: any LinearLayer
        let relationCount: Int
        let slope: Float
    }

    private let product: any LinearLayer
    private let backend: any MatrixBackend

    /// Columns of the product.
    var columns: Int { product.outputs }

    /// Loads whatever heads a file has.
    init(
        _ loader: LayerLoader, shape: ReaderShape, labels: ReaderLabels
    ) throws(ReaderFile.Failure) {
        let (file, backend) = (loader.file, loader.backend)
        width = shape.width
        self.backend = backend
        var weights: [Float] = []
        var bias: [Float] = []
        func stack(_ name: String, _ outputs: Int) throws(ReaderFile.Failure) -> Columns {
            let start = bias.count
            weights += try file.numbers(name + ".weight", [outputs, shape.width])
            bias += try file.numbers(name + ".bias", [outputs])
            return start..<bias.count
        }
        func outputs(_ name: String) -> Int? { file.tensors[name + ".weight"]?.shape.first }

        var tags: [String: Columns] = [:]
        for (name, set) in labels.sets.sorted(by: { $0.key < $1.key }) where outputs("tags.\(name)") != nil {
            tags[name] = try stack("tags.\(name)", set.count)
        }
        self.tags = tags
        ends = outputs("ends") == nil ? nil : try stack("ends", 2)
        if let arc = outputs("arc_dependent"), let relation = outputs("rel_dependent") {
            let dependent = try stack("arc_dependent", arc)
            let head = try stack("arc_head", arc)
            let relationDependent = try stack("rel_dependent", relation)
            let relationHead = try stack("rel_head", relation)
            let root = try file.numbers("root", [shape.width])
            let rootHead = head.map { column in
                let value = zip(root, weights[(column * shape.width)...]).reduce(bias[column]) { $0 + $1.0 * $1.1 }
                return value < 0 ? value * shape.slope : value
            }
            arcs = Arcs(
                dependent: dependent, head: head, relationDependent: relationDependent, relationHead: relationHead,
                rootHead: rootHead,
                bilinear: try Self.bilinear(file, arc, backend),
                relations: try Self.relations(file, relation, labels.relations.count, backend),
                relationCount: labels.relations.count, slope: shape.slope)
        } else {
            arcs = nil
        }
        pooled =
            outputs("pooled") == nil
            ? nil
            : try loader.linear("pooled", shape.width, shape.width, precision: .single)
        product = try backend.linear(
            weights: weights, bias: bias, inputs: shape.width, outputs: bias.count, activation: .none,
            precision: backend.best)
    }

    /// All linear heads of `rows` word vectors.
    ///
    /// - Precondition: `words` has room for whole blocks.
    func scores(of words: Buffer, rows: Int) -> Buffer {
        let block = backend.blockRows
        let result = Buffer((rows + block - 1) / block * block * columns, filled: true)
        product.run(rows, words.numbers, into: result.numbers)
        return result
    }

    /// `[d, 1] · arc` as a layer: the last row of `arc` is its bias.
    private static func bilinear(
        _ file: ReaderFile, _ size: Int, _ backend: any MatrixBackend
    ) throws(ReaderFile.Failure) -> any LinearLayer {
        let arc = try file.numbers("arc", [size + 1, size])
        var transposed = [Float](repeating: 0, count: size * size)
        for row in 0..<size { for column in 0..<size { transposed[column * size + row] = arc[row * size + column] } }
        return try backend.linear(
            weights: transposed, bias: Array(arc[(size * size)...]), inputs: size, outputs: size, activation: .none)
    }

    /// `[d, 1] · rel` for every relation as one layer: its outputs are `relations` vectors of `size + 1` numbers.
    private static func relations(
        _ file: ReaderFile, _ size: Int, _ count: Int, _ backend: any MatrixBackend
    ) throws(ReaderFile.Failure) -> any LinearLayer {
        let side = size + 1
        let rel = try file.numbers("rel", [count, side, side])
        var weights = [Float](repeating: 0, count: count * side * size)
        var bias = [Float](repeating: 0, count: count * side)
        for relation in 0..<count {
            for column in 0..<side {
                let output = relation * side + column
                for row in 0..<size { weights[output * size + row] = rel[(relation * side + row) * side + column] }
                bias[output] = rel[(relation * side + size) * side + column]
            }
        }
        return try backend.linear(
            weights: weights, bias: bias, inputs: size, outputs: count * side, activation: .none,
            precision: backend.best)
    }
}
