import HeadwaterTestKit
import Lexicons
import NewsModel
import Recognition
import Segmentation
import Testing
import TextCore

@Suite struct AttributionRecognizerTests {
    private static let annotators = Result<[any Annotator], any Error> {
        let resources = try ResourceDirectory()
        return [
            try Segmenter(resources: resources), try NameRecognizer(resources: resources),
            try CoreferenceResolver(resources: resources), try QuotationRecognizer(resources: resources),
            try AttributionRecognizer(resources: resources),
        ]
    }

    private func analysis(_ text: String) throws -> Analysis {
        var analysis = Analysis(document: .make(text))
        for annotator in try Self.annotators.get() { annotator.annotate(&analysis) }
        return analysis
    }

    /// What is found, a line an attribution: style, kind, source, cue, content, number of the parent.
    private func summary(_ text: String) throws -> [String] {
        let analysis = try analysis(text)
        return analysis.attributions.map { one in
            [
                one.style.rawValue, one.sourceKind.rawValue, one.source.map { analysis.text[$0] } ?? "-",
                analysis.text[one.cue], one.content.map { analysis.text[$0] }.joined(separator: " // "),
            ].joined(separator: " | ") + (one.parent.map { " < \($0)" } ?? "")
        }
    }

    @Test(arguments: [
        (
            "Maria Lopez said that the bridge had fallen.",
            ["indirect | person | Maria Lopez | said | that the bridge had fallen"]
        ),
        (
            "“The ministry says that the bridge was safe, and I believed it,” Maria Lopez said.",
            [
                "direct | person | Maria Lopez | said | “The ministry says that the bridge was safe, and I believed it,”",
                "indirect | organisation | The ministry | says | that the bridge was safe < 0",
            ]
        ),
        (
            "“The minister said that ‘I know the bridge was safe,’” Maria Lopez said.",
            [
                "direct | person | Maria Lopez | said | “The minister said that ‘I know the bridge was safe,’”",
                "indirect | unnamed | The minister | said | that ‘I know the bridge was safe,’ < 0",
            ]
        ),
        (
            "“I think the bridge was safe. The ministry has not said that it fell,” Maria Lopez said.",
            [
                "direct | person | Maria Lopez | said | “I think the bridge was safe. The ministry has not said that it fell,”"
            ]
        ),
        (
            "Maria Lopez said that some critics doubted the plan but that she stayed.",
            [
                "indirect | person | Maria Lopez | said | that some critics doubted the plan but that she stayed",
                "indirect | unnamed | some critics | doubted | the plan < 0",
            ]
        ),
        (
            "Maria Lopez told reporters on Sunday that the bridge had fallen.",
            ["indirect | person | Maria Lopez | told | that the bridge had fallen"]
        ),
        ("The ministry said it would pay.", ["indirect | organisation | The ministry | said | it would pay"]),
        (
            "The bridge fell at noon, the ministry said.",
            ["indirect | organisation | the ministry | said | The bridge fell at noon"]
        ),
        (
            "The bridge, the ministry said, fell at noon.",
            ["indirect | organisation | the ministry | said | The bridge // fell at noon"]
        ),
        (
            "According to two officials, the bridge fell at noon.",
            ["indirect | unnamed | two officials | According to | the bridge fell at noon"]
        ),
        (
            "The bridge fell at noon, according to Reuters.",
            ["indirect | agency | Reuters | according to | The bridge fell at noon"]
        ),
        (
            "“It fell at noon,” Maria Lopez said. “We saw it.”",
            ["direct | person | Maria Lopez | said | “It fell at noon,” // “We saw it.”"]
        ),
        (
            "Maria Lopez said the fall was “a shame for all of us”.",
            ["mixed | person | Maria Lopez | said | the fall was “a shame for all of us”"]
        ),
        ("It is known that the bridge fell.", ["indirect | unnamed | - | is known | that the bridge fell"]),
        (
            "The bridge is believed to have fallen at noon.",
            ["indirect | unnamed | - | is believed | The bridge // to have fallen at noon"]
        ),
        (
            "Maria Lopez said the bridge fell and added that nobody was hurt.",
            [
                "indirect | person | Maria Lopez | said | the bridge fell",
                "indirect | person | Maria Lopez | added | that nobody was hurt",
            ]
        ),
        (
            "He rejected the mayor's claim that the bridge fell.",
            [
                "indirect | person | He | rejected | the mayor's claim that the bridge fell",
                "indirect | unnamed | the mayor | claim | that the bridge fell < 0",
            ]
        ),
        (
            "Maria Lopez, who on Sunday had promised to leave, said that she would stay.",
            [
                "indirect | person | Maria Lopez, who on Sunday had promised to leave | said | that she would stay",
                "indirect | person | who | had promised | to leave",
            ]
        ),
        (
            "Asked whether the bridge fell, Maria Lopez said that it did.",
            [
                "indirect | unnamed | - | Asked | whether the bridge fell",
                "indirect | person | Maria Lopez | said | that it did",
            ]
        ),
        ("Maria Lopez: The bridge was old.", ["indirect | person | Maria Lopez | : | The bridge was old"]),
        (
            "The race seems to be over.",
            ["indirect | unnamed | - | seems | The race // to be over"]
        ),
        (
            "Police believe that a spark lit the bags, police spokesman Pavel Petrov said.",
            [
                "indirect | organisation | Police | believe | that a spark lit the bags < 1",
                "indirect | person | police spokesman Pavel Petrov | said | Police believe that a spark lit the bags",
            ]
        ),
        (
            "Reuters reported that the bridge fell, citing the transport ministry.",
            [
                "indirect | agency | Reuters | reported | that the bridge fell",
                "indirect | organisation | the transport ministry | citing | that the bridge fell < 0",
            ]
        ),
        (
            "The union puts the number of the dead at four.",
            ["indirect | organisation | The union | puts | the number of the dead at four"]
        ),
        (
            "Four people died. Ten were hurt. The ministry announced it.",
            ["indirect | organisation | The ministry | announced | Four people died. // Ten were hurt."]
        ),
        (
            "The bridge reportedly fell at noon.",
            ["indirect | unnamed | - | reportedly | The bridge // fell at noon"]
        ),
    ])
    func attributions(_ text: String, _ expected: [String]) throws {
        let found = try summary(text)
        #expect(found == expected)
    }

    @Test(arguments: [
        "The bridge fell at noon. Nobody was hurt.",
        "The said man went home.",
        "Reports of rain came in.",
    ])
    func none(_ text: String) throws {
        let found = try summary(text)
        #expect(found == [])
    }

    @Test func hostileTextStaysLinear() throws {
        _ = try analysis(String(repeating: "she said that he said he thinks, according to it, ", count: 3000))
    }
}
