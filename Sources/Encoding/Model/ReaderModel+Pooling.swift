extension ReaderModel {
    /// Vectors of unit length for stretches of rows: the mean over their pieces, through one layer.
    func pooled(_ stretches: [Range<Int>], of hidden: Buffer) -> Buffer {
        let width = shape.width
        let block = backend.blockRows
        let padded = (stretches.count + block - 1) / block * block
        let means = Buffer(padded * width)
        for (index, rows) in stretches.enumerated() where !rows.isEmpty {
            let mean = means.numbers + index * width
            for row in rows { Kernels.add(hidden.numbers + row * width, to: mean, count: width) }
            for column in 0..<width { mean[column] /= Float(rows.count) }
        }
        let result: Buffer
        if let layer = heads.pooled {
            result = Buffer(padded * width)
            layer.run(stretches.count, means.numbers, into: result.numbers)
        } else {
            result = means
        }
        for index in stretches.indices {
            let vector = result.numbers + index * width
            let length = Kernels.dot(vector, vector, count: width).squareRoot()
            guard length > 0 else { continue }
            for column in 0..<width { vector[column] /= length }
        }
        return result
    }
}
