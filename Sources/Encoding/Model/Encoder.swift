/// The encoder: BERT's layers over word pieces, with a learned vector for each word's shape.
///
/// Devlin et al. 2019; the weights are made by `Training/`.
struct Encoder: Sendable {
    let shape: ReaderShape
    private let backend: any MatrixBackend
    private let file: ReaderFile
    private let words: ReaderFile.Tensor
    private let positions: [Float]
    private let shapes: [Float]
    private let norm: Norm
    private let layers: [Layer]

    private struct Norm: Sendable {
        let weight: [Float]
        let bias: [Float]

        init(_ file: ReaderFile, _ name: String, _ width: Int) throws(ReaderFile.Failure) {
            weight = try file.numbers(name + ".weight", [width])
            bias = try file.numbers(name + ".bias", [width])
        }

        func apply(_ x: UnsafeMutablePointer<Float>, adding other: UnsafePointer<Float>? = nil, rows: Int) {
            Kernels.normalize(
                x, adding: other, rows: rows, width: weight.count, weight: weight, bias: bias, epsilon: 1e-12)
        }
    }

    private struct Layer: Sendable {
        let qkv: any LinearLayer
        let out: any LinearLayer
        let norm1: Norm
        let up: any LinearLayer
        let down: any LinearLayer
        let norm2: Norm
    }

    /// Loads the encoder of a file.
    init(_ loader: LayerLoader, shape: ReaderShape) throws(ReaderFile.Failure) {
        file = loader.file
        self.shape = shape
        backend = loader.backend
        let width = shape.width
        words = try file.tensor("encoder.words.weight", [shape.vocabulary, width])
        // The vector that marks the kind of text is the same everywhere: added to the positions once.
        var positions = try file.numbers("encoder.positions.weight", [shape.positions, width])
        let kind = try file.numbers("encoder.kind", [width])
        for index in positions.indices { positions[index] += kind[index % width] }
        self.positions = positions
        shapes = try file.numbers("encoder.shapes.weight", [shape.shapes, width])
        norm = try Norm(file, "encoder.norm", width)
        var layers: [Layer] = []
        for number in 0..<shape.layers {
            let name = "encoder.layers.\(number)."
            layers.append(
                Layer(
                    qkv: try loader.linear(name + "qkv", width, 3 * width),
                    out: try loader.linear(name + "out", width, width),
                    norm1: try Norm(file, name + "norm1", width),
                    up: try loader.linear(name + "up", width, shape.inner, .gelu),
                    down: try loader.linear(name + "down", shape.inner, width),
                    norm2: try Norm(file, name + "norm2", width)))
        }
        self.layers = layers
    }

    /// The vectors of all pieces of `windows`, a row each, one window after the other.
    ///
    /// The windows are packed into one matrix without padding between them; each attends to itself alone.
    func vectors(of windows: [ReaderWindow]) -> Buffer { vectors(of: windows, keeping: nil).last }

    /// The same, and beside it what layer `kept` gave, counted from one.
    func vectors(of windows: [ReaderWindow], keeping kept: Int?) -> (last: Buffer, kept: Buffer?) {
        let width = shape.width
        let rows = windows.reduce(0) { $0 + $1.pieces.count }
        let block = backend.blockRows
        let padded = (rows + block - 1) / block * block
        let x = Buffer(padded * width)
        embed(windows, into: x.numbers)
        norm.apply(x.numbers, rows: rows)
        let qkv = Buffer(padded * 3 * width, filled: true)
        let mixed = Buffer(padded * width)
        let inner = Buffer(block * shape.inner, filled: true)
        let longest = windows.reduce(0) { max($0, $1.pieces.count) }
        let scores = Buffer(longest * ((longest + 7) / 8 * 8))
        var copy: Buffer?
        for (number, layer) in layers.enumerated() {
            layer.qkv.run(rows, x.numbers, into: qkv.numbers)
            var start = 0
            for window in windows {
                attend(start, window.pieces.count, qkv.numbers, scores: scores.numbers, into: mixed.numbers)
                start += window.pieces.count
            }
            // The keys and queries are used up: their place takes the next results.
            layer.out.run(rows, mixed.numbers, into: qkv.numbers)
            layer.norm1.apply(x.numbers, adding: qkv.numbers, rows: rows)
            for first in stride(from: 0, to: rows, by: block) {
                layer.up.run(block, x.numbers + first * width, into: inner.numbers)
                layer.down.run(block, inner.numbers, into: mixed.numbers + first * width)
            }
            layer.norm2.apply(x.numbers, adding: mixed.numbers, rows: rows)
            if number + 1 == kept {
                copy = Buffer(rows * width, filled: true)
                copy?.numbers.update(from: x.numbers, count: rows * width)
            }
        }
        return (x, copy)
    }

    /// Adds the vector of a piece, as it is looked up, to another.
    func add(_ piece: Int32, to vector: inout [Float]) {
        let row = Buffer(shape.width)
        lookUp(piece, to: row.numbers)
        for index in vector.indices { vector[index] += row.numbers[index] }
    }

    /// Copies the vector of a piece. They are read from the file: a text needs few of them, and all are half of the model.
    private func lookUp(_ piece: Int32, to target: UnsafeMutablePointer<Float>) {
        let isRead = file.copy(words, from: Int(piece) * shape.width, count: shape.width, to: target)
        precondition(isRead, "a model's file that was checked is not cut while it is open")
    }

    private func embed(_ windows: [ReaderWindow], into x: UnsafeMutablePointer<Float>) {
        let width = shape.width
        var row = 0
        for window in windows {
            for (place, piece) in window.pieces.enumerated() {
                let target = x + row * width
                lookUp(piece, to: target)
                positions.withUnsafeBufferPointer { table in
                    if let base = table.baseAddress {
                        Kernels.add(base + min(place, shape.positions - 1) * width, to: target, count: width)
                    }
                }
                shapes.withUnsafeBufferPointer { table in
                    if let base = table.baseAddress {
                        Kernels.add(base + Int(window.shapes[place]) * width, to: target, count: width)
                    }
                }
                row += 1
            }
        }
    }

    /// Attention of one window: `count` rows from `start` on.
    private func attend(
        _ start: Int, _ count: Int, _ qkv: UnsafeMutablePointer<Float>, scores: UnsafeMutablePointer<Float>,
        into mixed: UnsafeMutablePointer<Float>
    ) {
        let width = shape.width
        let size = width / shape.heads
        let scale = 1 / Float(size).squareRoot()
        let rowStride = (count + 7) / 8 * 8
        for head in 0..<shape.heads {
            let queries = qkv + start * 3 * width + head * size
            backend.product(
                rows: count, columns: count, inner: size, scale: scale, queries, stride: 3 * width, queries + width,
                stride: 3 * width, transposed: true, into: scores, stride: rowStride)
            Kernels.softmax(scores, rows: count, count: count, stride: rowStride)
            backend.product(
                rows: count, columns: size, inner: count, scale: 1, scores, stride: rowStride, queries + 2 * width,
                stride: 3 * width, transposed: false, into: mixed + start * width + head * size, stride: width)
        }
    }
}
