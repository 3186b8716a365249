import Testing
import TextCore

@testable import Lineage

@Suite struct PageTalkTests {
    @Test(arguments: [
        "Please check your email and click on the link to activate your profile.",
        "Try disabling any ad blocking extensions currently running on your browser.",
        "Email notifications are only sent once a day.",
        "Anyone with information is asked to call detectives at 410-555-0100.",
        "Anyone with information is asked to call Crime Stoppers at 555-0147.",
    ]) func whatIsSaidToTheReaderIsNoTelling(_ sentence: String) { #expect(isAddressed(sentence)) }

    @Test(arguments: [
        "The company said that hackers had read the minister's email.",
        "You could see the smoke from the other side of the bay, he said.",
        "Between 2,000 and 3,500 tonnes lay in the warehouse, 120 metres from the school.",
        "The ministry has no information on the 200-1000 missing containers.", "",
    ]) func whatIsToldStays(_ sentence: String) { #expect(!isAddressed(sentence)) }

    private func isAddressed(_ sentence: String) -> Bool {
        let text = SourceText(sentence)
        return PageTalk.isAddressed(toReader: WordScanner.words(of: text, in: text.span))
    }
}
