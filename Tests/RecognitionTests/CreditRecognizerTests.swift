import HeadwaterTestKit
import Lexicons
import NewsModel
import Recognition
import Segmentation
import Testing
import TextCore

@Suite struct CreditRecognizerTests {
    private static let annotators = Result<[any Annotator], any Error> {
        let resources = try ResourceDirectory()
        return [
            try Segmenter(resources: resources), try NameRecognizer(resources: resources),
            try CoreferenceResolver(resources: resources), try QuotationRecognizer(resources: resources),
            try CreditRecognizer(resources: resources),
        ]
    }

    private func analysis(
        _ text: String, kinds: [Block.Kind] = [], metadata: DocumentMetadata = DocumentMetadata()
    ) throws -> Analysis {
        var analysis = Analysis(document: .make(text, kinds: kinds, metadata: metadata))
        for annotator in try Self.annotators.get() { annotator.annotate(&analysis) }
        return analysis
    }

    /// What is found, a line a credit: kind, words, links.
    private func summary(_ text: String, kinds: [Block.Kind] = []) throws -> [String] {
        let analysis = try analysis(text, kinds: kinds)
        return analysis.credits.map { credit in
            [
                credit.kind.rawValue, analysis.text[credit.span],
                credit.links.map { "\($0.name) (\($0.kind.rawValue))" }.joined(separator: " < "),
            ].joined(separator: " | ")
        }
    }

    @Test(arguments: [
        ("BBC reports that the bridge is closed.", "text | BBC reports | BBC (outlet)"),
        ("Reuters reported on Monday that the bridge had been closed.", "text | Reuters reported | Reuters (agency)"),
        ("The bridge is closed, Interfax reports.", "text | Interfax reports | Interfax (agency)"),
        ("The bridge is closed, reports Reuters.", "text | reports Reuters | Reuters (agency)"),
        (
            "The bridge fell in an hour, writes the agency Kronika.",
            "text | writes the agency Kronika | Kronika (agency)"
        ),
        ("So he can do what he wants, comments the BBC", "text | comments the BBC | BBC (outlet)"),
        (
            "The BBC in its detailed report answers this question by saying that the bridge is old.",
            "text | The BBC in its detailed report answers | BBC (outlet)"
        ),
        (
            "A recent Bloomberg report, citing Chad's transport ministry, suggests the bridge was old.",
            "text | A recent Bloomberg report, citing Chad's transport ministry, suggests | Bloomberg (agency) < Chad's transport ministry (organisation)"
        ),
        (
            "Bloomberg reports, citing Chad's transport ministry, indicate the bridge was old.",
            "text | Bloomberg reports, citing Chad's transport ministry, indicate | Bloomberg (agency) < Chad's transport ministry (organisation)"
        ),
        (
            "Citing the BBC, Reuters reports that the bridge was old.",
            "text | Citing the BBC, Reuters reports | Reuters (agency) < BBC (outlet)"
        ),
        ("According to Reuters, the bridge is closed.", "text | According to Reuters | Reuters (agency)"),
        (
            "The bridge is closed, according to a report in The Guardian.",
            "text | according to a report in The Guardian | The Guardian (outlet)"
        ),
        ("“It fell,” the mayor told AP.", "text | told AP | AP (agency)"),
        ("The mayor told The Harbour Post that it fell.", "text | told The Harbour Post | The Harbour Post (outlet)"),
        (
            "Maria Lopez, quoted by Interfax, said that the bridge fell.",
            "text | Maria Lopez, quoted by Interfax | Interfax (agency) < Maria Lopez (person)"
        ),
        (
            "Maria Lopez was quoted as saying by TASS that the bridge fell.",
            "text | Maria Lopez was quoted as saying by TASS | TASS (agency) < Maria Lopez (person)"
        ),
        ("The mayor said in an interview with RAI that it fell.", "text | in an interview with RAI | RAI (outlet)"),
        ("In a CBS News interview, the mayor said that it fell.", "text | In a CBS News interview | CBS News (outlet)"),
        ("The talks, first reported by Axios, were secret.", "text | reported by Axios | Axios (outlet)"),
        ("Documents seen by Reuters show a crack.", "text | seen by Reuters | Reuters (agency)"),
        ("The letter was published in Le Monde.", "text | published in Le Monde | Le Monde (outlet)"),
        ("CNN's Maria Lopez reported that the bridge fell.", "text | CNN's Maria Lopez reported | CNN (outlet)"),
        (
            "The bridge fell, the Times reported, citing a former official.",
            "text | the Times reported, citing a former official | The Times (outlet) < former official (unnamed)"
        ),
        ("The bridge fell, local media reported.", "text | local media reported | local media (unnamed)"),
        (
            "The state news agency Kronika said the bridge fell.",
            "text | The state news agency Kronika said | Kronika (agency)"
        ),
        (
            "The Varna Telegraph reported that it fell.",
            "text | The Varna Telegraph reported | Varna Telegraph (outlet)"
        ),
        ("Skai television reports that it fell.", "text | Skai television reports | Skai (outlet)"),
        ("It fell in an hour, Reuters report.", "text | Reuters report | Reuters (agency)"),
        ("He granted an interview to Tass on Monday.", "text | interview to Tass | TASS (agency)"),
        (
            "In an interview with the British paper The Sun he blamed the mayor.",
            "text | In an interview with the British paper The Sun | The Sun (outlet)"
        ),
        ("The bridge fell (Reuters).", "text | (Reuters) | Reuters (agency)"),
    ])
    func textCredits(_ text: String, _ expected: String) throws {
        let found = try summary(text)
        #expect(found == [expected])
    }

    @Test(arguments: [
        "Reuters Group shares fell by a tenth.",
        "A bomb was found in the Washington Post building.",
        "The owner of The Washington Post said that he would not sell.",
        "A spokesman for the BBC said that the tower is old.",
        "CNN said it would appeal.",
        "The mayor crossed Times Square on Monday.",
        "Michael Bloomberg said that the bridge is old.",
        "Emily Post said that guests should be punctual.",
        "The sun shone, and the post came at noon.",
        "The Environmental Protection Agency said that the water is clean.",
        "He likes to attack CNN and the New York Times.",
        "On social media users said that the bridge fell.",
        "“Reuters reported that the bridge fell,” Maria Lopez said.",
        "The police said that the bridge fell.",
        "Intelligence agencies said that the bridge fell.",
        "CNN's Maria Lopez asked why the bridge fell.",
        "He calls the programme Face The Nation.",
        "Hill said that the bridge fell.",
        "She published a book (Harvard University Press).",
        "The column stood in a Washington newspaper.",
    ])
    func noCredits(_ text: String) throws {
        let found = try summary(text)
        #expect(found == [])
    }

    @Test(arguments: [
        (Block.Kind.credit, "Source: Skai", "sourceLine | Source: Skai | Skai (outlet)"),
        (.credit, "Source :Skai", "sourceLine | Source :Skai | Skai (outlet)"),
        (
            .credit, "Source: Ministry of Health",
            "sourceLine | Source: Ministry of Health | Ministry of Health (organisation)"
        ),
        (
            .credit, "Additional reporting: Euxine Press",
            "sourceLine | Additional reporting: Euxine Press | Euxine Press (outlet)"
        ),
        (.credit, "With reporting by AFP", "sourceLine | With reporting by AFP | AFP (agency)"),
        (.credit, "(AP)", "sourceLine | (AP) | AP (agency)"),
        (
            .credit, "Associated Press writer Maria Lopez contributed to this report.",
            "sourceLine | Associated Press writer Maria Lopez contributed to this report. | AP (agency)"
        ),
        (.byline, "By Reuters", "sourceLine | By Reuters | Reuters (agency)"),
        (.dateline, "HELSINKI (Reuters) –", "sourceLine | HELSINKI (Reuters) – | Reuters (agency)"),
        (
            .dateline, "VARNA, Bulgaria, May 14 (Euxine Press) —",
            "sourceLine | VARNA, Bulgaria, May 14 (Euxine Press) — | Euxine Press (agency)"
        ),
        (.dateline, "VARNA (Kronika) —", "sourceLine | (Kronika) | Kronika (agency)"),
        (.credit, "Main photo source: Reuters", "image | Main photo source: Reuters | Reuters (agency)"),
        (.credit, "Photo: AFP", "image | Photo: AFP | AFP (agency)"),
        (.credit, "Maria Lopez/Getty Images", "image | Maria Lopez/Getty Images | Getty Images (agency)"),
        (.caption, "The quay on Monday. (AP Photo/Maria Lopez)", "image | AP | AP (agency)"),
        (
            .boilerplate, "Copyright 2024 The Associated Press. All rights reserved.",
            "sourceLine | The Associated Press | AP (agency)"
        ),
        (.paragraph, "By The Associated Press", "sourceLine | The Associated Press | AP (agency)"),
    ])
    func lines(_ kind: Block.Kind, _ line: String, _ expected: String) throws {
        let found = try summary("The bridge fell.\n\(line)", kinds: [.paragraph, kind])
        #expect(found == [expected])
    }

    @Test(arguments: ["Source link", "Source:", "(translated automatically)"])
    func namelessLines(_ line: String) throws {
        #expect(try summary("The bridge fell.\n\(line)", kinds: [.paragraph, .credit]) == [])
    }

    /// The marked stretch is what the first credit governs.
    @Test(arguments: [
        "The sun shone. ⟦BBC reports that the bridge is closed.⟧ People swim.",
        "⟦Reuters reported that the bridge is closed. It added that nobody was hurt.⟧ The sun shone.",
        "⟦The BBC in its report says that firstly the bridge is old.\nBut beyond that, this is a bridge for people.⟧\nThe mayor met the minister.",
        "⟦Four dead: it is the count of the fire. It began at five. The ministry announced it, writes the agency Kronika.⟧",
        "⟦The bridge is closed, Interfax reports.⟧ AFP reports that it is open.",
        "⟦The bridge is closed, Interfax reports.⟧ It was built in 1911.",
    ])
    func scopes(_ marked: String) throws {
        let marked = MarkedText(marked)
        let analysis = try analysis(marked.text)
        let credit = try #require(analysis.credits.first)
        #expect(analysis.text[credit.scope] == marked.strings[0])
    }

    @Test func sourceLinesGovernTheDocument() throws {
        let analysis = try analysis("A title\nThe bridge fell.\nSource: Skai", kinds: [.title, .paragraph, .credit])
        #expect(analysis.credits.map(\.scope) == [analysis.text.span])
    }

    @Test func agencyAgain() throws {
        let text = "The bridge is closed, Euxine Press reports. Ten people were hurt, the agency said."
        #expect(
            try summary(text).map { $0.split(separator: "|").last ?? "" } == [
                " Euxine Press (agency)", " Euxine Press (agency)",
            ])
    }

    @Test func shortName() throws {
        let text = "The Harbour Times reported that it fell. Ten people were hurt, the Times said."
        let found = try summary(text)
        #expect(found.allSatisfy { $0.hasSuffix("Harbour Times (outlet)") })
    }

    @Test func ownNameIsNoCredit() throws {
        var metadata = DocumentMetadata()
        metadata.outlet = "Varna Telegraph"
        #expect(try analysis("The mayor told the Varna Telegraph that it fell.", metadata: metadata).credits.isEmpty)
    }

    @Test func hostileTextStaysLinear() throws {
        let text = String(repeating: "told Reuters and according to the agency ", count: 4000)
        _ = try analysis(text)
    }
}
