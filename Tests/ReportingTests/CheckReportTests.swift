import HeadwaterTestKit
import NewsModel
import Testing

@testable import Reporting

@Suite struct CheckReportTests {
    private func checks() -> [(account: Account, findings: [Finding])] {
        let account = SampleStory.account()
        let (first, second) = (account.ledger.claims[0].statements[0], account.ledger.claims[0].statements.last)
        let citations = [first.citation] + (second.map { [$0.citation] } ?? [])
        return [
            (
                account,
                [
                    Finding(
                        kind: .arithmetic, grade: .disagreement, text: "7 and 4 are not 12.", citations: citations,
                        explanation: "7 + 4 = 11."),
                    Finding(
                        kind: .unnamedSource, grade: .question, text: "\u{1B}[31mAn official is not named.",
                        citations: [first.citation], explanation: "On that word: nothing."),
                ]
            )
        ]
    }

    @Test func everyFindingIsALineWithItsPlace() {
        let lines = CheckReport().render(checks()).split(separator: "\n").map(String.init)
        let place = /^[a-z]+\.txt:[0-9]+:[0-9]+: disagreement: 7 and 4 are not 12\. \[arithmetic\]$/
        #expect(lines.first?.firstMatch(of: place) != nil, "\(lines.first ?? "")")
        #expect(lines.contains("    7 + 4 = 11."))
        #expect(lines.contains { $0.hasPrefix("    see ") })
        #expect(lines.last == "4 drafts read: 1 disagreement (1 arithmetic), 1 question (1 unnamed source).")
    }

    @Test func aDraftCannotCommandTheTerminal() {
        #expect(!CheckReport().render(checks()).utf8.contains(0x1B))
        #expect(CheckReport(usesColor: true).render(checks()).utf8.contains(0x1B))
    }

    @Test func nothingFoundIsSaid() {
        let text = CheckReport().render([(SampleStory.account(), [])])
        #expect(text == "4 drafts read: 0 disagreements, 0 questions.\n")
    }
}

@Suite struct ClaimsReportTests {
    @Test func allClaimsAreThereAndNothingElse() {
        let account = SampleStory.account()
        let text = TerminalReport(width: 100).claims(account)
        for claim in account.ledger.claims { #expect(text.contains(" \(claim.id) ")) }
        #expect(!text.contains("LINEAGE") && !text.contains("←"))
        #expect(TerminalReport(width: 100, isFull: true).claims(account).contains("(Coastal Wire) ← Irena Vasko"))
    }

    @Test func inMarkdownTooWithFootnotes() {
        let text = MarkdownReport().claims(SampleStory.account())
        #expect(text.contains("## Claims") && text.contains("[^1]: ") && !text.contains("## Origins"))
    }
}
