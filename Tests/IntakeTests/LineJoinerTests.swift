import NewsModel
import Testing
import TextCore

@testable import Intake

/// Text wrapped by hand, and text that only looks so.
@Suite struct LineJoinerTests {
    static func units(_ text: String) -> [String] {
        let source = SourceText(text)
        return LineJoiner(source).units.map { source[$0.span] }
    }

    @Test func wrappedParagraphsAreOneUnit() {
        let text = """
            Ferry loses power off Bergen

            The ferry Aurora left the harbour of Bergen on Tuesday evening
            with 212 people aboard and lost power an hour later, the coast
            guard said.

            Rescue boats reached the ship before midnight, and nobody was
            hurt, said Ingrid Dahl.
            """
        let units = Self.units(text)
        #expect(units.count == 3 && units[0] == "Ferry loses power off Bergen")
        #expect(units[1].hasSuffix("guard said.") && units[2].hasPrefix("Rescue boats"))
    }

    @Test func indentedParagraphsAreTwo() {
        let text = """
               The ferry Aurora left the harbour of Bergen on Tuesday evening
            with 212 people aboard and lost power an hour later, the coast
            guard said on Wednesday morning in a statement from its offices.
               Rescue boats reached the ship before midnight, and nobody was
            hurt, said Ingrid Dahl.
            """
        #expect(Self.units(text).count == 2)
    }

    @Test(arguments: [
        "First paragraph of a line.\nSecond paragraph of a line.\nThird one, a little longer than the two before it.",
        "Heading\nA short sentence.\nHeading\nA short sentence again.",
        "\(BlockKindTests.lead)\n\(BlockKindTests.second)\n\(BlockKindTests.third)",
        "Name: Jane\nAge: 12\nPlace: Bergen\nWork: none to speak of at the moment",
    ])
    func linesStayApart(_ text: String) { #expect(Self.units(text).count == text.split(separator: "\n").count) }

    @Test func crlfIsALineEnd() { #expect(Self.units("one\r\n\r\ntwo\r\n") == ["one", "two"]) }
}
