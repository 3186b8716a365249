import Testing

@Suite struct SentenceSplitterTests {
    /// A bar stands where a sentence ends.
    @Test(arguments: [
        "Mr. Ode met Gen. Lee at St. Mary's on Jan. 5.| He left.",
        "J. R. Smith of the U.S. Navy spoke.| She works for Ode Inc. in Paris.",
        "She lives in the U.S.| He does not.",
        "They left at 5 p.m. Tuesday.| They left at 5 p.m.| Nobody saw them.",
        "Prices, wages, etc.| Nothing helped.",
        "“Stop!” he said.| “Stop!” Ode said.| “Why?”| She did not know.",
        "“We left.| We came back,” he said.",
        "“We have left.”| The crowd cheered.",
        "It grew by 4.8 percent.| No. 5 won.",
        "The end of the war.|The next day came.",
        "It left the arsenals..| According to Ode, it did.",
        "He waited… and left.| He waited…| Then he left.",
        "He (a former judge.) resigned.",
        "KYIV, Ukraine (AP) — Two people died, Gov. Ode said.",
        "It rained.| – I remember it, the mayor recalled.",
        "“We are worried,” Ann said.| Ode of the council.",
        "He asked ‘Why?’ and left.",
        "She said: «We stay.»| Nobody left.",
        "A headline without an end|\nThe first words of the report",
        "• One thing | • another thing",
        "1. The first item |2. The second item |3. The third",
        "(a) The first item |(b) the second item |(c) the third",
        "1.) The first item. |2.) The second item.",
        "• 9. The first item |• 10. The second item",
        "He left in 1805.[6]| An undistinguished student came. [7]| Then he left.",
        "He said: “I was violent.”[21]| The most enduring came.",
        "It was somewhat weakened . . . and then it was.| It is done.| . . . The practice stayed.",
        "The thing is . . . I did not mean it.| Indicate it . . . .| Next sentence.",
        "At 5 a.m. Mr. Ode left.| He left at 6 p.m.| Ms. Ode stayed.",
    ]) func splits(_ marked: String) throws {
        let text = marked.replacing("|", with: "")
        let expected = marked.split(separator: "|").map { part in
            var part = part
            while part.first?.isWhitespace == true { part.removeFirst() }
            while part.last?.isWhitespace == true { part.removeLast() }
            return String(part)
        }
        #expect(try sentences(text) == expected)
    }
}
