extension Sequence {
    /// The first value that `transform` gives, without looking further.
    func firstValue<Value>(_ transform: (Element) -> Value?) -> Value? {
        for element in self { if let value = transform(element) { return value } }
        return nil
    }
}
