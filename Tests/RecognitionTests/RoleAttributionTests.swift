import HeadwaterTestKit
import Lexicons
import NewsModel
import Recognition
import Segmentation
import Testing
import TextCore

/// Attributions that rules find, joined with those that the reader's model sees: `[s …]` source, `[q …]` cue, `[c …]` content.
@Suite struct RoleAttributionTests {
    private static let annotators = Result<[any Annotator], any Error> {
        let resources = try ResourceDirectory()
        return [
            try Segmenter(resources: resources), try NameRecognizer(resources: resources),
            try CoreferenceResolver(resources: resources), try QuotationRecognizer(resources: resources),
        ]
    }
    private static let recognizer = Result { try AttributionRecognizer(resources: ResourceDirectory()) }

    /// The text without its marks, and what they say.
    private func unmarked(_ marked: String) -> (text: String, roles: [(span: TextSpan, role: RoleReadings.Role)]) {
        var (bytes, roles) = ([UInt8](), [(span: TextSpan, role: RoleReadings.Role)]())
        var open: (start: Int, role: RoleReadings.Role)?
        var rest = Array(marked.utf8)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "["):
                let role: RoleReadings.Role =
                    switch rest.removeFirst() {
                    case UInt8(ascii: "s"): .source
                    case UInt8(ascii: "q"): .cue
                    default: .content
                    }
                rest.removeFirst()
                open = (bytes.count, role)
            case UInt8(ascii: "]"):
                if let known = open { roles.append((TextSpan(known.start, bytes.count), known.role)) }
                open = nil
            default: bytes.append(byte)
            }
        }
        return (String(decoding: bytes, as: UTF8.self), roles)
    }

    /// What is found, a line an attribution: source, cue, content.
    private func found(_ marked: String) throws -> [String] {
        let (text, roles) = unmarked(marked)
        var analysis = Analysis(document: .make(text))
        for annotator in try Self.annotators.get() { annotator.annotate(&analysis) }
        var readings = RoleReadings(tokens: analysis.tokens.count)
        for (number, token) in analysis.tokens.enumerated() {
            guard let (span, role) = roles.first(where: { $0.span.overlaps(token.span) }) else { continue }
            readings.set(
                number, begins: token.span.start == span.start ? 0.9 : 0,
                shares: RoleReadings.Role.allCases.map { $0 == role ? 0.9 : 0 })
        }
        analysis.roleReadings = readings
        try Self.recognizer.get().annotate(&analysis)
        return analysis.attributions.map { one in
            [
                one.source.map { analysis.text[$0] } ?? "-", analysis.text[one.cue],
                one.content.map { analysis.text[$0] }.joined(separator: " // "),
            ].joined(separator: " | ")
        }
    }

    /// Ten ways of putting it, of which rules know some.
    @Test(arguments: [
        ("[s Ann Ode] [q said] [c that the bridge fell].", ["Ann Ode | said | that the bridge fell"]),
        (
            "[s The harbour board] [q put its foot down over] [c the new quay].",
            ["The harbour board | put its foot down over | the new quay"]
        ),
        ("[c The quay], [s Ode] [q has it], [c is lost].", ["Ode | has it | The quay // is lost"]),
        ("[c The quay was lost], [q so goes the tale].", ["- | so goes the tale | The quay was lost"]),
        (
            "[s Ode] [q is of a mind] [c to sell the quay], and [s Lee] [q is set against] [c that].",
            ["Ode | is of a mind | to sell the quay", "Lee | is set against | that"]
        ),
        (
            "[s Ode] [q wants] [c a bridge], while [c boats], [q according to] [s the police], [c suffice].",
            ["Ode | wants | a bridge", "the police | according to | boats // suffice"]
        ),
        ("[c Ode] [q is thought] [c to have left].", ["- | is thought | Ode // to have left"]),
        ("[q In the eyes of] [s the crew] [c the boat was sound].", ["the crew | In the eyes of | the boat was sound"]),
        // Rules know phrases; what is left out of a content is part of it.
        (
            "[s A] memorable ad of [s the] harbour [q questioned] [c whether the quay is safe].",
            ["A memorable ad of the harbour | questioned | whether the quay is safe"]
        ),
        (
            "[q In the eyes of] [s the crew] [c the boat] was [c sound].",
            ["the crew | In the eyes of | the boat was sound"]
        ),
    ]) func whatTheModelSees(_ marked: String, _ expected: [String]) throws {
        #expect(try found(marked) == expected)
    }

    /// What rules alone find goes where the model holds the words for nobody's, and stays where it holds them for somebody's.
    @Test func whatTheModelDoesNotHoldGoes() throws {
        #expect(try found("Ann Ode said that the bridge fell.") == [])
        #expect(
            try found("[s The mayor] [q hinted] [c that Ann Ode said that the bridge fell].") == [
                "The mayor | hinted | that Ann Ode said that the bridge fell", "Ann Ode | said | that the bridge fell",
            ])
    }

    @Test func aQuotationThatGoesOnStaysWhole() throws {
        let marked = "[c “It fell,”] [s Ann Ode] [q said]. “It was old.”"
        #expect(try found(marked) == ["Ann Ode | said | “It fell,” // “It was old.”"])
    }
}
