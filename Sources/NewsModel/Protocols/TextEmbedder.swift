/// Turns stretches of text into vectors whose products say how alike they are in meaning.
public protocol TextEmbedder: Sendable {
    /// One vector of unit length for each text, in their order. The same text gives the same vector, whatever stands
    /// beside it.
    ///
    /// - Complexity: one pass of the encoder a text; a text of more than a window is cut there.
    func vectors(of texts: [String]) -> [[Float]]
}
