/// Makes the layers of a model from its file. The numbers of all pass through one buffer, which is gone when they are made.
final class LayerLoader {
    let file: ReaderFile
    let backend: any MatrixBackend
    private var buffer = Buffer(0)

    init(_ file: ReaderFile, backend: any MatrixBackend) {
        self.file = file
        self.backend = backend
    }

    /// The layer `name`: its weights, and its bias where it has one.
    ///
    /// - Parameter precision: in what it is multiplied; nil for the best of the machine.
    func linear(
        _ name: String, _ inputs: Int, _ outputs: Int, _ activation: Activation = .none, hasBias: Bool = true,
        precision: Precision? = nil
    ) throws(ReaderFile.Failure) -> any LinearLayer {
        let bias = hasBias ? try file.numbers(name + ".bias", [outputs]) : [Float](repeating: 0, count: outputs)
        let count = try file.tensor(name + ".weight", [outputs, inputs]).count
        if buffer.count < count { buffer = Buffer(count, filled: true) }
        try file.read(name + ".weight", [outputs, inputs], into: buffer.numbers)
        return try backend.linear(
            weights: buffer.numbers, bias: bias, inputs: inputs, outputs: outputs, activation: activation,
            precision: precision ?? backend.best)
    }
}
