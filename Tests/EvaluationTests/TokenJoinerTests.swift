import Testing

@testable import Evaluation

@Suite struct TokenJoinerTests {
    private func join(_ tokens: String, hyphens: Bool) -> String {
        var joiner = TokenJoiner(joinsHyphens: hyphens)
        var text = ""
        for token in tokens.split(separator: " ").map(String.init) {
            if joiner.isParted(before: token, isFirst: text.isEmpty) { text += " " }
            text += TokenJoiner.written(token)
        }
        return text
    }

    @Test(arguments: [
        ("He said , \" It 's a five - boat attack . \"", "He said, \"It's a five-boat attack.\""),
        ("They did n't pay ( much ) : $ 5 .", "They didn't pay (much): $5."),
        ("`` Go , '' he said .", "\u{201C}Go,\u{201D} he said."),
        ("The Kims ' train ; the nation ’s lead", "The Kims' train; the nation’s lead"),
    ])
    func asWritten(_ tokens: String, _ text: String) { #expect(join(tokens, hyphens: true) == text) }

    @Test func dashesStayWhereWordsAreWhole() {
        #expect(
            join("in Malibu , California - the same place", hyphens: false) == "in Malibu, California - the same place")
    }
}
