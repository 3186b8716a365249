public import NewsModel

/// Vectors of words as the encoder looks them up, before it reads them in a sentence: the mean over their pieces.
extension NeuralReader: WordEmbedder {
    public var width: Int { model.shape.width }

    public func vector(ofWord word: ArraySlice<UInt8>) -> [Float] {
        var vector = [Float](repeating: 0, count: width)
        for piece in model.tokenizer.pieces(of: word) { model.encoder.add(piece, to: &vector) }
        let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        if length > 0 { for index in vector.indices { vector[index] /= length } }
        return vector
    }
}
