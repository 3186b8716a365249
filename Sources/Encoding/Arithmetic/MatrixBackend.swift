/// Who multiplies matrices. All matrices are row-major, in single precision.
protocol MatrixBackend: Sendable {
    /// Rows that a layer takes at a time: a call's rows are cut into blocks of so many, the last one filled up.
    var blockRows: Int { get }

    /// The precision in which this machine multiplies fastest at no loss that is seen in the results.
    var best: Precision { get }

    /// A layer `activation(x · weightsᵀ + bias)`, `weights` being `outputs` rows of `inputs` numbers, which are
    /// copied.
    func linear(
        weights: UnsafePointer<Float>, bias: [Float], inputs: Int, outputs: Int, activation: Activation,
        precision: Precision
    ) throws(ReaderFile.Failure) -> any LinearLayer

    /// `c = scale · a · b`, or `a · bᵀ` where `transposed`: `a` has `rows` rows of `inner` numbers, the product
    /// `columns` columns. Strides are the numbers from one row to the next.
    func product(
        rows: Int, columns: Int, inner: Int, scale: Float, _ a: UnsafePointer<Float>, stride aStride: Int,
        _ b: UnsafePointer<Float>, stride bStride: Int, transposed: Bool, into c: UnsafeMutablePointer<Float>,
        stride cStride: Int)
}

extension MatrixBackend {
    /// A layer in single precision.
    func linear(
        weights: UnsafePointer<Float>, bias: [Float], inputs: Int, outputs: Int, activation: Activation
    ) throws(ReaderFile.Failure) -> any LinearLayer {
        try linear(
            weights: weights, bias: bias, inputs: inputs, outputs: outputs, activation: activation, precision: .single)
    }
}

/// In what numbers are multiplied; they are added in single precision.
enum Precision {
    case single
    /// bfloat16: the range of single precision with eight bits of mantissa.
    case brain
}

/// What is done to the numbers that a layer gives.
enum Activation {
    case none
    /// `x · Φ(x)`, with the exact error function.
    case gelu
}

/// A layer with its weights in the order that the machine likes best. It may be run from several threads at once.
protocol LinearLayer: AnyObject, Sendable {
    var inputs: Int { get }
    var outputs: Int { get }

    /// Runs the layer on `rows` rows.
    ///
    /// - Precondition: both buffers have room for `rows` filled up to a multiple of the backend's `blockRows`.
    func run(_ rows: Int, _ source: UnsafePointer<Float>, into target: UnsafeMutablePointer<Float>)
}
