/// Whether probabilities are what they say: of the pairs that are given .7, seven of ten should be true.
enum Calibration {
    /// The Brier score (mean squared error; G. Brier, 1950) beside that of always saying the share of true ones, the
    /// expected calibration error, and for each tenth the share that is true: the points of a reliability diagram.
    static func measurements(_ items: [(score: Double, isTrue: Bool)], _ data: String) -> [Measurement] {
        guard !items.isEmpty else { return [] }
        func brier(_ said: (Double) -> Double) -> Double {
            items.reduce(0) { sum, item in
                let error = said(item.score) - (item.isTrue ? 1 : 0)
                return sum + error * error
            } / Double(items.count)
        }
        let rate = Double(items.count(where: \.isTrue)) / Double(items.count)
        var result = [
            Measurement(data: data, measure: "Brier score", value: brier { $0 }, count: items.count),
            Measurement(
                data: data, measure: "Brier score, share alone", value: brier { _ in rate }, count: items.count),
        ]
        var error = 0.0
        var bins: [Measurement] = []
        for bin in 0..<10 {
            let part = items.filter { min(9, Int($0.score * 10)) == bin }
            guard !part.isEmpty else { continue }
            let share = Double(part.count(where: \.isTrue)) / Double(part.count)
            error += abs(part.reduce(0) { $0 + $1.score } - Double(part.count(where: \.isTrue)))
            let name = bin == 9 ? "true where .9 to 1 is said" : "true where .\(bin) to .\(bin + 1) is said"
            bins.append(Measurement(data: data, measure: name, value: share, count: part.count))
        }
        result.append(
            Measurement(
                data: data, measure: "expected calibration error", value: error / Double(items.count),
                count: items.count))
        return result + bins
    }
}
