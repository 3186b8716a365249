import COneDNN

/// Matrices through oneDNN (https://github.com/oneapi-src/oneDNN), which picks the best units of the CPU by itself.
///
/// Each call runs on one thread: documents are what runs side by side.
struct OneDNN: MatrixBackend {
    /// A multiple of the rows that its kernels take at once on every machine (6 with AVX2, 48 with AVX-512), so that a
    /// row's result does not depend on its place; and enough of them to make up for packing the weights.
    var blockRows: Int { 192 }

    /// bfloat16 where the CPU has instructions for it. `ONEDNN_MAX_CPU_ISA=AVX512_CORE` in the environment keeps the library
    /// from it.
    var best: Precision = conednn_has_brain() != 0 ? .brain : .single

    func linear(
        weights: UnsafePointer<Float>, bias: [Float], inputs: Int, outputs: Int, activation: Activation,
        precision: Precision
    ) throws(ReaderFile.Failure) -> any LinearLayer {
        precondition(bias.count == outputs, "a layer has a bias for every output")
        let kind: COneDNNActivation =
            switch activation {
            case .none: COneDNNNothing
            case .gelu: COneDNNGelu
            }
        guard
            let layer = conednn_linear_make(
                weights, bias, Int64(inputs), Int64(outputs), Int64(blockRows), kind,
                precision == .brain ? COneDNNBrain : COneDNNSingle)
        else {
            throw .arithmetic(reason: "no layer of \(inputs) to \(outputs) (\(String(cString: conednn_description())))")
        }
        return OneDNNLinear(layer, inputs: inputs, outputs: outputs, blockRows: blockRows)
    }

    func product(
        rows: Int, columns: Int, inner: Int, scale: Float, _ a: UnsafePointer<Float>, stride aStride: Int,
        _ b: UnsafePointer<Float>, stride bStride: Int, transposed: Bool, into c: UnsafeMutablePointer<Float>,
        stride cStride: Int
    ) {
        let status = conednn_product(
            Int64(rows), Int64(columns), Int64(inner), scale, a, Int64(aStride), b, Int64(bStride), transposed ? 1 : 0,
            c, Int64(cStride))
        precondition(status == 0, "oneDNN multiplies matrices of any size")
    }
}

/// `@unchecked Sendable`: the layer is immutable once made, and each run has its own scratch memory.
private final class OneDNNLinear: LinearLayer, @unchecked Sendable {
    let inputs: Int
    let outputs: Int
    private let layer: OpaquePointer
    private let blockRows: Int
    private let scratchSize: Int

    init(_ layer: OpaquePointer, inputs: Int, outputs: Int, blockRows: Int) {
        self.layer = layer
        self.inputs = inputs
        self.outputs = outputs
        self.blockRows = blockRows
        scratchSize = conednn_linear_scratch(layer)
    }

    deinit { conednn_linear_free(layer) }

    func run(_ rows: Int, _ source: UnsafePointer<Float>, into target: UnsafeMutablePointer<Float>) {
        let scratch = UnsafeMutableRawPointer.allocate(byteCount: max(scratchSize, 64), alignment: 64)
        defer { scratch.deallocate() }
        var row = 0
        while row < rows {
            let status = conednn_linear_run(layer, source + row * inputs, target + row * outputs, scratch)
            precondition(status == 0, "a layer that was made can be run")
            row += blockRows
        }
    }
}
