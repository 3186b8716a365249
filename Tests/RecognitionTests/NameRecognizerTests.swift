import HeadwaterTestKit
import Lexicons
import NewsModel
import Recognition
import Segmentation
import Testing
import TextCore

@Suite struct NameRecognizerTests {
    private static let annotators = Result<[any Annotator], any Error> {
        let resources = try ResourceDirectory()
        return [try Segmenter(resources: resources), try NameRecognizer(resources: resources)]
    }

    static func analysis(_ text: String, kinds: [Block.Kind] = []) throws -> Analysis {
        var analysis = Analysis(document: .make(text, kinds: kinds))
        for annotator in try annotators.get() { annotator.annotate(&analysis) }
        return analysis
    }

    private func names(_ kind: Mention.Kind, in text: String, kinds: [Block.Kind] = []) throws -> [String] {
        let analysis = try Self.analysis(text, kinds: kinds)
        return analysis.mentions.filter { $0.kind == kind }.map { analysis.text[$0.name] }
    }

    @Test(arguments: [
        "⟦Maria Lopez⟧ met Dr. ⟦Anton Bauer⟧ on Tuesday.",
        "Mr ⟦Okafor⟧ declined to comment.",
        "The letter was signed by ⟦Park Jong-soo⟧.",
        "French President ⟦Lucie Marchand⟧’s visit was short.",
        "Russian Foreign Minister ⟦Sergei Petrov⟧ flew home.",
        "“We will rebuild,” said political scientist ⟦Igor Danilov⟧.",
        "⟦Danilov⟧ adds that ⟦Igor Danilov⟧ wrote it.",
        "Secretary of State ⟦Anne Whitfield⟧ spoke to ⟦J. R. Collins Jr.⟧ there.",
        "A painting by ⟦Pieter van der Meer⟧ was sold.",
        "Among them was ⟦Omar al-Rashid⟧, a farmer.",
    ])
    func persons(_ marked: String) throws {
        let marked = MarkedText(marked)
        #expect(try names(.person, in: marked.text) == marked.strings)
    }

    @Test(arguments: [
        "The ⟦Polish Institute of Maritime Affairs⟧ published it.",
        "Analysts at the ⟦Ministry of Defence⟧ and the ⟦European Commission⟧ agreed.",
        "The ⟦Russian Army⟧ withdrew.",
        "Shares in ⟦Harwell Systems Inc.⟧ fell.",
        "The ⟦UN Security Council⟧ met; the ⟦BBC⟧ reports that ⟦NATO⟧ was absent.",
        "The ⟦University of Kent⟧ and ⟦Bank of England⟧ disagreed.",
        "The ⟦United States National Weather Service⟧ issued a warning.",
    ])
    func organisations(_ marked: String) throws {
        let marked = MarkedText(marked)
        #expect(try names(.organisation, in: marked.text) == marked.strings)
    }

    @Test(arguments: [
        "Talks in ⟦Pyongyang⟧ and ⟦Hanoi⟧ ended.", "The ⟦U.S.⟧ and the ⟦United Kingdom⟧ objected.",
        "He lives in ⟦Springfield⟧, ⟦Ohio⟧.", "Fighting near ⟦Kharkiv⟧ went on.", "They met in ⟦Jackson⟧.",
        "The plant in ⟦Komsomolsk on the Amur⟧ was shown.",
    ])
    func geopoliticalEntities(_ marked: String) throws {
        let marked = MarkedText(marked)
        #expect(try names(.geopoliticalEntity, in: marked.text) == marked.strings)
    }

    @Test(arguments: [
        "Depots near the ⟦Sea of Azov⟧ burned.", "Security on the ⟦Korean Peninsula⟧ matters.",
        "He crossed the ⟦Hudson River⟧.", "It worried the ⟦West⟧.",
    ])
    func places(_ marked: String) throws {
        let marked = MarkedText(marked)
        #expect(try names(.place, in: marked.text) == marked.strings)
    }

    @Test(arguments: [
        "The ⟦Russian⟧ offensive slowed.", "⟦Ukrainians⟧ showed the ⟦North Korean⟧ parts.",
        "⟦British⟧ officials agreed.",
    ])
    func nationalities(_ marked: String) throws {
        let marked = MarkedText(marked)
        #expect(try names(.nationality, in: marked.text) == marked.strings)
    }

    @Test(arguments: [
        "He will arrive on Tuesday in June.", "The shells are mostly 152 mm.", "However, the ministry said nothing.",
        "Police said they found it.", "IT was cold and we were late.", "Reading is fun, they said.",
        "– I remember the winter, he recalled.", "The Ministry declined.", "According to officials, it rained.",
    ])
    func whatIsNoName(_ text: String) throws {
        #expect(try Self.analysis(text).mentions.map(\.name).isEmpty)
    }

    /// What a short form is defined as it is everywhere; the tests have no model, so that rules alone say what the long one is.
    @Test(arguments: [
        "The ⟦Norport Harbour Authority⟧ (⟦NHA⟧) met. Later the ⟦NHA⟧ said no.",
        "The ⟦Institute for Coast and Sea in Norport⟧ (⟦ICSN⟧) met. ⟦ICSN⟧ paid.",
        "The ⟦Council for Security and Co-operation in Elbia⟧ (⟦CSCE⟧) met; “⟦CSCE⟧ will stay,” he said.",
        "The ⟦Trans-Elbian Railway Company⟧ (⟦TERC⟧) runs it.",
        "The ⟦National Marine Rescue Ministry⟧ (⟦NMRM⟧) and the ⟦Coast Guard Committee⟧ (⟦CGC⟧) differ.",
        "The ⟦Ministry of Ports and Railways⟧ (⟦MPR⟧) closed.",
        "The ⟦Ministry of Ports and Railways⟧ (⟦MOPR⟧) closed.",
    ])
    func shortFormsAreWhatTheyAreDefinedAs(_ marked: String) throws {
        let marked = MarkedText(marked)
        #expect(try names(.organisation, in: marked.text) == marked.strings)
    }

    @Test(arguments: [
        "They met in ⟦New York⟧ (NHA) late.", "They met in ⟦Pyongyang⟧ (reuters) late.", "He is in ⟦Hanoi⟧ (H) now.",
    ])
    func whatOnlyStandsInParenthesesDefinesNothing(_ marked: String) throws {
        let marked = MarkedText(marked)
        #expect(try names(.geopoliticalEntity, in: marked.text) == marked.strings)
    }

    @Test func definitionsByTheThousandTakeNoLongerThanTheirText() throws {
        let analysis = try Self.analysis(String(repeating: "The Aba Bank (AB) met. ", count: 4_000))
        expectLayerLaws(analysis.mentions.map(\.span), in: analysis.text)
        #expect(analysis.mentions.count { analysis.text[$0.name] == "AB" } == 4_000)
    }

    @Test func headlinesHoldOnlyWhatIsKnownFromElsewhere() throws {
        let text = """
            Kremlin Confirms Petrov’s North Korean Visit Despite Growing Concerns
            Preparations and Speculations Grow
            Russian President Pavel Petrov will travel next week.
            """
        let analysis = try Self.analysis(text, kinds: [.title, .heading])
        let headline = analysis.mentions.filter { $0.span.start < 100 }.map { analysis.text[$0.name] }
        #expect(headline == ["Kremlin", "Petrov", "North Korean"])
    }

    @Test func rolesStandWithTheirNames() throws {
        let analysis = try Self.analysis("It is late, says political scientist and Petrov ally, Igor Danilov.")
        let mention = try #require(analysis.mentions.first { analysis.text[$0.name] == "Igor Danilov" })
        #expect(mention.role.map { analysis.text[$0] } == "political scientist and Petrov ally")
    }

    @Test func gazetteerKeys() throws {
        let analysis = try Self.analysis("Kiev and the DPRK. A Portland, Maine, man met Americans.")
        #expect(
            analysis.mentions.map(\.gazetteer) == [
                "city:703448", "country:KP", "city:4975802", "region:US-ME", "country:US",
            ])
    }

    @Test(arguments: ["", "A", String(repeating: "Of A ", count: 3000), String(repeating: "Xy-", count: 3000)])
    func oddTextsKeepTheLaws(_ text: String) throws {
        let analysis = try Self.analysis(text)
        expectLayerLaws(analysis.mentions.map(\.span), in: analysis.text)
    }
}
