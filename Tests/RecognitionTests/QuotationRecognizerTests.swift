import HeadwaterTestKit
import Lexicons
import NewsModel
import Segmentation
import Testing
import TextCore

@testable import Recognition

/// What the tests of speech share: loaded once.
enum SpeechReaders {
    static let segmenter = Result { try Segmenter(resources: ResourceDirectory()) }
    static let tagger = Result { try WordTagger(resources: ResourceDirectory()) }
    static let quotations = Result { try QuotationRecognizer(resources: ResourceDirectory()) }
}

/// Quotations of `text`, a paragraph a line.
private func quotations(_ text: String, kinds: [Block.Kind] = []) throws -> (text: SourceText, found: [Quotation]) {
    var analysis = Analysis(document: .make(text, kinds: kinds))
    try SpeechReaders.segmenter.get().annotate(&analysis)
    try SpeechReaders.quotations.get().annotate(&analysis)
    return (analysis.text, analysis.quotations)
}

@Suite struct QuotationRecognizerTests {
    /// What is found, a line a quotation: style, marks, speaker, cue, words.
    private func summary(_ text: String, kinds: [Block.Kind] = []) throws -> [String] {
        let (source, found) = try quotations(text, kinds: kinds)
        return found.map { quotation in
            [
                quotation.isScare ? "scare" : quotation.style.rawValue, quotation.marks.rawValue,
                quotation.speaker.map { source[$0] } ?? "-", quotation.cue.map { source[$0] } ?? "-",
                quotation.content.map { source[$0] }.joined(separator: " // "),
            ].joined(separator: " | ")
        }
    }

    /// A mark that the sentence before it took in, with nothing after it there.
    @Test(arguments: [
        "The car was a silver Ford with the plate BEY 0843. \" ( Fox News article)", "He left. \" Then came rain.",
        "He left “. Then came rain.", "He left. “",
    ]) func aStrayMarkOpensNothing(_ text: String) throws {
        for quotation in try quotations(text).found { #expect(quotation.content.allSatisfy { !$0.isEmpty }) }
    }

    @Test(arguments: [
        ("“We stay,” said Ann Ode, the mayor.", "direct | curly | Ann Ode, the mayor | said | We stay,"),
        (
            "\"We will stay here,\" managing director Pavel Petrov said in a statement.",
            "direct | straight | managing director Pavel Petrov | said | We will stay here,"
        ),
        ("\"We will stay,\" the mayor of Rome said.", "direct | straight | the mayor of Rome | said | We will stay,"),
        ("Ode said: «We will stay.»", "direct | guillemets | Ode | said | We will stay."),
        ("»We will stay«, said Ode.", "direct | guillemets | Ode | said | We will stay"),
        ("„We will stay,“ said Ode.", "direct | lowHigh | Ode | said | We will stay,"),
        ("‘We will stay,’ she told reporters.", "direct | single | she | told | We will stay,"),
        (
            "'We will stay at the leaders' camp,' he said.",
            "direct | single | he | said | We will stay at the leaders' camp,"
        ),
        ("“Stop!” he said.", "direct | curly | he | said | Stop!"),
        ("His deputy, Ann Ode, said: “We stay.”", "direct | curly | His deputy, Ann Ode | said | We stay."),
        (
            "Ann Ode, who runs the city, added, “We stay.”",
            "direct | curly | Ann Ode, who runs the city | added | We stay."
        ),
        (
            "Ode praised the council's “unwavering help” for refugees.",
            "mixed | curly | Ode | praised | unwavering help"
        ),
        (
            "The Palace described the event as a “friendly visit”.",
            "mixed | curly | The Palace | described | friendly visit"
        ),
        ("According to Ann Ode, “nobody was there.”", "mixed | curly | Ann Ode | According to | nobody was there."),
        ("Nobody knows the “hermit” kingdom.", "scare | curly | - | - | hermit"),
        ("She runs the so-called “night watch”.", "scare | curly | - | - | night watch"),
        (
            "“We are ready,” Ann said. Ode of the National Council.",
            "direct | curly | Ann said. Ode of the National Council | said | We are ready,"
        ),
    ]) func one(_ text: String, _ expected: String) throws {
        #expect(try summary(text) == [expected])
    }

    @Test(arguments: [
        (
            "– We see a change, said Dr. Ann Ode from the Polish Institute.",
            "direct | dash | Dr. Ann Ode from the Polish Institute | said | We see a change"
        ),
        (
            "It was cold there. – I remember it. We froze, recalled the president.",
            "direct | dash | the president | recalled | I remember it. We froze"
        ),
        (
            "– Nobody admitted it – reported Oleh Ode, a journalist, from Rome.",
            "direct | dash | Oleh Ode, a journalist | reported | Nobody admitted it"
        ),
        ("— We stay — added Ode — and we mean it.", "direct | dash | Ode | added | We stay // and we mean it."),
    ]) func speechOpenedByADash(_ text: String, _ expected: String) throws {
        #expect(try summary(text) == [expected])
    }

    @Test(arguments: ["– Three people were hurt", "– Police said nobody was hurt", "Rome – the capital – is old."])
    func aDashThatOpensNoSpeech(_ text: String) throws {
        #expect(try summary(text) == [])
    }

    @Test func threeFragmentsOfOneSpeaker() throws {
        let found = try quotations(
            "Excited, Ode proclaimed «unity in the struggle» and toasted the “brave army in the north”, offering “full help”."
        )
        #expect(found.found.map { $0.speaker.map { found.text[$0] } } == ["Ode", "Ode", "Ode"])
        #expect(found.found.allSatisfy { $0.style == .mixed && !$0.isScare })
    }

    /// Who is told of at length right after his words, verbs that are in no list, and whole sentences around fragments.
    @Test(arguments: [
        (
            "“Both of them scare me,” Ann Ode, 30, of Riverton, who was among those polled, said in an interview.",
            ["direct | curly | Ann Ode, 30, of Riverton, who was among those polled | said | Both of them scare me,"]
        ),
        (
            "After Jerry Brun criticized Sand, Ann Ode chuckled, “I could have stayed home.”",
            ["direct | curly | Ann Ode | chuckled | I could have stayed home."]
        ),
        ("“It suits me fine,” scoffed Ann Ode.", ["direct | curly | Ann Ode | scoffed | It suits me fine,"]),
        (
            "After Jerry Brun criticized Sand, Ann Ode replied sharply, “I could have stayed home.”",
            ["direct | curly | Ann Ode | replied | I could have stayed home."]
        ),
        (
            "“The office has records” and more, the counsel wrote in a filing.",
            ["mixed | curly | the counsel | wrote | The office has records"]
        ),
        (
            "Gifts were “stagnant for six weeks” as people waited for a “turbulent year” to end, he said.",
            ["mixed | curly | he | said | stagnant for six weeks", "mixed | curly | he | said | turbulent year"]
        ),
        (
            "“She has to keep them. He has to do the ‘two-step’ ” – as he always did.",
            [
                "direct | curly | - | - | She has to keep them. He has to do the ‘two-step’",
                "scare | single | - | - | two-step",
            ]
        ),
        (
            "“We should all stay home.” — Ann Ode, mayor of Rome",
            ["direct | curly | Ann Ode, mayor of Rome | - | We should all stay home."]
        ),
        (
            "“We should all stay home.”\n– Ann Ode, Rome",
            ["direct | curly | Ann Ode, Rome | - | We should all stay home."]
        ),
    ]) func whoIsToldOfElsewhere(_ text: String, _ expected: [String]) throws {
        #expect(try summary(text) == expected)
    }

    /// Words without a clause are those of whom the sentence before tells, and not of an earlier speaker.
    @Test(arguments: [
        ("People should prove it, Ann Ode told reporters.\n“This is irresponsible.”", ["Ann Ode"]),
        ("“We stay,” said Sand.\n“Friendship will last forever!” – that is another banner.", ["Sand", nil]),
        ("“We stay,” said Sand.\nAnn Ode said it was late. “We all left before noon.”", ["Sand", "Ann Ode"]),
        (
            "“We stay,” said Sand.\n“It is late,” the old notice by the door in Rome, “go home now.”",
            ["Sand", nil, nil]
        ),
    ]) func whoseTurnItIs(_ text: String, _ expected: [String?]) throws {
        let found = try quotations(text)
        #expect(found.found.map { $0.speaker.map { found.text[$0] } } == expected)
    }

    @Test func wordsThatGoOnAreTheSameSpeakers() throws {
        let found = try quotations("“We stay,” said Ann Ode. “Nobody leaves this town.”\n“That is all there is.”")
        #expect(found.found.map { $0.speaker.map { found.text[$0] } } == ["Ann Ode", "Ann Ode", "Ann Ode"])
    }

    @Test func aQuotationOverParagraphs() throws {
        #expect(
            try summary("“We stay here. It is home.\n“And nobody leaves,” said Ode.")
                == ["direct | curly | Ode | said | We stay here. It is home. // And nobody leaves,"])
    }

    @Test func aQuotationWithinAQuotation() throws {
        let found = try quotations("“He told me ‘never again’ and left,” said Ode.").found
        #expect(found.count == 2)
        #expect(found[0].span.contains(found[1].span))
    }

    @Test func aColonAnnounces() throws {
        #expect(
            try summary("In the evening the mayor wrote this:\n“We will stay in the town.”").first?.hasPrefix(
                "direct | curly | the mayor") == true)
    }

    @Test func unbalancedMarksStayInTheirBlock() throws {
        let found = try quotations("Ode said: “We stay and never leave.\nThe council met on Monday.\nIt rained.")
        #expect(found.found.count == 1)
        #expect(found.found.allSatisfy { $0.span.end <= 40 })
    }

    @Test func aBlockSetApartIsAQuotation() throws {
        let lines = try summary("Ode said “we stay”.\nThe town is ours and will be.", kinds: [.paragraph, .quote])
        #expect(lines.last == "direct | block | Ode | said | The town is ours and will be.")
    }

    @Test(arguments: [
        "“”", "“ ”", "”“", "««»»", "“‘“‘“‘", "\"", "'", "– ", "– – –, said", "“a” “b” “c”", "’’’", "„“”", "", "said “",
        ":“x",
    ]) func oddMarksHoldTheLaws(_ text: String) throws {
        let (source, found) = try quotations(text)
        expectLayerLaws(found.map(\.span), in: source)
        for quotation in found {
            #expect(!quotation.content.isEmpty)
            #expect(quotation.content.allSatisfy { quotation.span.contains($0) && !$0.isEmpty })
        }
    }

    @Test(
        .timeLimit(.minutes(2)),
        arguments: ["“", "“a” ", "‘a", "said “b” ", "\"x, \" he said. ", "– a, said b. ", ", a", "« "])
    func longInputIsReadInLinearTime(_ unit: String) throws {
        _ = try quotations(String(repeating: unit, count: 60_000 / unit.utf8.count))
    }
}
