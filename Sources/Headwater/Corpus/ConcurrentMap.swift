extension Collection where Self: Sendable, Element: Sendable {
    /// What `transform` makes of each element, a task each, in the order of the elements.
    func concurrentMap<Result: Sendable>(
        _ transform: @escaping @Sendable (Element) async -> Result
    ) async -> [Result] {
        await withTaskGroup(of: (Int, Result).self) { tasks in
            for (index, element) in enumerated() { tasks.addTask { (index, await transform(element)) } }
            var found: [(Int, Result)] = []
            for await result in tasks { found.append(result) }
            return found.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}
