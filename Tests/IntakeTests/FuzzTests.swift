import FuzzTargets
import Testing

/// Broken inputs of every kind: no crash, no hang, and the laws of documents hold of whatever is read.
///
/// A few hundred to a few thousand inputs a target in a run of the tests, from the inputs that `Scripts/fuzz` begins with;
/// that goes on for as long as it is told to, and what it finds is put beside them.
@Suite struct FuzzTests {
    /// Slowest reading of one input of 64 KiB.
    static let limit = Duration.seconds(5)

    @Test(arguments: [
        (FuzzTarget.pages, 300), (.feeds, 400), (.archives, 300), (.charsets, 1_500), (.dates, 4_000),
    ])
    func brokenInputs(target: FuzzTarget, count: Int) throws {
        let seeds = try FuzzCorpus.inputs(target)
        var mutator = InputMutator(seed: 1, tokens: try FuzzCorpus.tokens(target))
        for (number, input) in (seeds + (0..<count).map { _ in mutator.input(seeds) }).enumerated() {
            var broken: [String] = []
            let spent = ContinuousClock().measure { broken = target.broken(input, Reading.reader) }
            #expect(broken.isEmpty, "input \(number)")
            #expect(spent < Self.limit, "input \(number), \(input.count) bytes")
        }
    }
}
