import Testing

@testable import Encoding

@Suite struct SpanDecoderTests {
    static let labels = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"]

    static func found(_ rows: [[Float]]) throws -> [SpanDecoder.Found] {
        let decoder = try #require(SpanDecoder(labels: labels))
        return decoder.spans(rows.flatMap { $0 }, count: rows.count, stride: labels.count)
    }

    @Test func beginsAndContinues() throws {
        let spans = try Self.found([
            [0, 9, 0, 0, 0], [0, 0, 9, 0, 0], [9, 0, 0, 0, 0], [0, 0, 0, 9, 0], [0, 9, 0, 0, 0],
        ])
        #expect(spans.map(\.words) == [0..<2, 3..<4, 4..<5])
        #expect(spans.map(\.type) == ["PER", "ORG", "PER"])
    }

    @Test func theTypeIsThatOfAllWordsTogether() throws {
        let spans = try Self.found([[0, 4, 0, 3.5, 0], [0, 0, 1, 0, 5]])
        #expect(spans.map(\.words) == [0..<2])
        #expect(spans.map(\.type) == ["ORG"])
    }

    @Test func aNameWhoseTypeIsOpenIsAName() throws {
        // No single label beats `O`; all that begin a name together do.
        let spans = try Self.found([[1, 0.9, -9, 0.8, -9]])
        #expect(spans.map(\.type) == ["PER"])
    }

    @Test func whatGoesOnHasBegun() throws {
        // `actress Kate Flannery said`: "Kate" leans to no name, but "Flannery" surely goes on with one.
        let spans = try Self.found([[9, 0, 0, 0, 0], [1, 0.5, 0, 0, 0], [0, 0, 5, 0, 0], [9, 0, 0, 0, 0]])
        #expect(spans.map(\.words) == [1..<3])
        #expect(spans.allSatisfy { $0.confidence > 0.9 })
    }

    @Test func whatContinuesNothingBegins() throws {
        #expect(try Self.found([[0, 0, 9, 0, 0], [9, 0, 0, 0, 0]]).map(\.words) == [0..<1])
        #expect(SpanDecoder(labels: ["O", "I-PER"]) == nil)
    }
}
