/// Turns words into vectors whose products say how alike they are in meaning, whatever stands beside them.
public protocol WordEmbedder: Sendable {
    /// Numbers of a vector.
    var width: Int { get }

    /// The vector of a word (UTF-8), of unit length; case and accents change nothing.
    func vector(ofWord word: ArraySlice<UInt8>) -> [Float]
}

extension Collection where Element == any Annotator {
    /// What turns words into vectors, where one of the annotators can.
    public var wordEmbedder: (any WordEmbedder)? { lazy.compactMap { $0 as? any WordEmbedder }.first }
}
