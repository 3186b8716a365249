/// Adds a layer to an analysis. Annotators are values without state: the same analysis gives the same layer, and they
/// look at no other document. Headwater alone knows their order.
public protocol Annotator: Sendable {
    /// Adds the layer; reads the layers that were added before.
    func annotate(_ analysis: inout Analysis)
}
