import NewsModel
import Testing
import TextCore

@testable import Reconciliation

@Suite struct DraftCheckTests {
    private func findings(_ report: ReportBuilder, _ kind: Finding.Kind) throws -> [Finding] {
        let account = Account(
            story: Story(id: "s", title: ""), brief: [], analyses: [report.analysis], lineage: Lineage(),
            ledger: try ledger([report]), world: World(), diagnostics: [])
        return DraftChecker(account: account, facts: try ReportBuilder.facts.get()).findings().filter {
            $0.kind == kind
        }
    }

    @Test func anUnnamedSourceIsToldOnceWithWhatRestsOnIt() throws {
        let report = try ReportBuilder(
            "Two shipping agents said the quay would stay closed.\nThe agents added the cranes were lost."
        )
        .attribution("Two shipping agents", .unnamed, cue: "said", content: "the quay would stay closed")
        .attribution("The agents", .unnamed, cue: "added", content: "the cranes were lost")
        let found = try findings(report, .unnamedSource)
        #expect(found.count == 1)
        #expect(found.first?.grade == .question)
        #expect(found.first?.explanation.contains("the quay would stay closed") == true)
    }

    @Test func aNamedSourceIsNoQuestion() throws {
        let report = try ReportBuilder("Ilse Brandt said the quay would stay closed.")
            .attribution("Ilse Brandt", .person, cue: "said", content: "the quay would stay closed")
        #expect(try findings(report, .unnamedSource).isEmpty)
    }

    private func contract(_ paragraph: String, credit: Bool = false) throws -> ReportBuilder {
        let report = try ReportBuilder(paragraph)
            .quantity("40 million euros", .money, Amount(exactly: 4e7), unit: "EUR")
        return credit ? try report.credit("Reuters", scope: paragraph) : report
    }

    @Test func aSumThatNobodyIsNamedForIsAQuestion() throws {
        let found = try findings(try contract("The contract for the bridge is worth 40 million euros."), .noSource)
        #expect(found.count == 1 && found.first?.grade == .question)
    }

    @Test func aCreditedSumIsNone() throws {
        let text = "The contract for the bridge is worth 40 million euros, Reuters reports."
        #expect(try findings(try contract(text, credit: true), .noSource).isEmpty)
    }

    @Test func aQuotationThatNobodySaysIsAQuestion() throws {
        let report = try ReportBuilder("The square was empty.\n“We heard a bang and then nothing.”")
            .quotation("We heard a bang and then nothing.")
        #expect(try findings(report, .noSpeaker).count == 1)
        let named = try ReportBuilder("“We heard a bang and then nothing,” said Ola Lind.")
            .quotation("We heard a bang and then nothing,", speaker: "Ola Lind")
        #expect(try findings(named, .noSpeaker).isEmpty)
    }

    @Test func quotedWordsThatSpeakOfTheirSpeakerAreAParaphrase() throws {
        let text = "Ola Lind said that “he would not let his country down” on Monday."
        var report = try ReportBuilder(text).chain("Ola Lind", .person, ["Ola Lind", "he"])
            .quotation("he would not let his country down", speaker: "Ola Lind")
        report.mend { quotation in
            quotation.style = .mixed
            quotation.speakerChain = 0
        }
        #expect(try findings(report, .paraphrase).count == 1)
    }

    @Test func aHeadlineQuotesWhatTheTextHas() throws {
        let body =
            "The mayor spoke on Monday. " + String(repeating: "The bridge was closed again for a week. ", count: 8)
        func report(_ headline: String) throws -> ReportBuilder {
            let text = "Mayor: “\(headline)”\n\(body)\n“We will pay every last cent,” said the mayor of the town."
            return try ReportBuilder(text, kinds: [.title, .paragraph, .paragraph]).quotation(headline)
        }
        #expect(try findings(try report("We shall pay every penny"), .wording).count == 1)
        #expect(try findings(try report("We will pay every last cent"), .wording).isEmpty)
    }
}
