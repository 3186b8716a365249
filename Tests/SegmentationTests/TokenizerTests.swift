import NewsModel
import Testing
import TextCore

@Suite struct TokenizerTests {
    @Test(arguments: [
        ("Putin’s don't we'll cannot", "Putin|’s|do|n't|we|'ll|can|not"),
        ("the leaders' O'Brien o'clock", "the|leaders|'|O'Brien|o'clock"),
        ("a US-based, pre-war non-member", "a|US|-|based|,|pre-war|non-member"),
        ("cost $4.8m, 35mm or 1,000 (4%)", "cost|$|4.8|m|,|35|mm|or|1,000|(|4|%|)"),
        ("US$5 €3 on 18/06/2024 at 10:30am", "US$|5|€|3|on|18/06/2024|at|10:30|am"),
        ("the 5th, the 1990s and ’90s", "the|5th|,|the|1990s|and|’90s"),
        ("call 555-0142 in 2010-2012", "call|555-0142|in|2010|-|2012"),
        ("U.S. at 5 p.m. J. Ode, Ph.D., etc. and etc.", "U.S.|at|5|p.m.|J.|Ode|,|Ph.D.|,|etc.|and|etc|."),
        ("I dont think Im late, Didnt they say", "I|do|nt|think|I|m|late|,|Did|nt|they|say"),
        ("I cant say what religious cant is; as is her wont", "I|ca|nt|say|what|religious|cant|is|;|as|is|her|wont"),
        ("its a shame on its own, its not its fault", "it|s|a|shame|on|its|own|,|it|s|not|its|fault"),
        ("comp.sources.unix <mailto:a.b@c.example>", "comp.sources.unix|<|mailto:a.b@c.example|>"),
        ("<http://a.example/b><http://c.example>", "<|http://a.example/b|>|<|http://c.example|>"),
        ("Really.? Yes!. what... ?", "Really|.?|Yes|!.|what|...|?"),
        ("‘’one’’ (: ^_^", "‘’|one|’’|(:|^_^"),
        ("the war.The next", "the|war|.|The|next"),
        ("No. No. 5 is Plan B.", "No|.|No.|5|is|Plan|B|."),
        ("arsenals.. Then … wait... what?!", "arsenals|..|Then|…|wait|...|what|?!"),
        ("see www.a.example/b, a.b@c.example.", "see|www.a.example/b|,|a.b@c.example|."),
        ("AT&T @handle_1 #topic #1", "AT&T|@handle_1|#topic|#|1"),
        ("«one» „two“ ‘three’ ''four''", "«|one|»|„|two|“|‘|three|’|''|four|''"),
        ("the Kremlin’s “visit”’s end", "the|Kremlin|’s|“|visit|”|’s|end"),
        ("– I know — yes--no", "–|I|know|—|yes|--|no"),
        ("hi :-) 👍🏽🇺🇦", "hi|:-)|👍🏽|🇺🇦"),
        ("F-16 B2B 4G 155-mm", "F|-|16|B2B|4G|155|-|mm"),
    ]) func cuts(_ text: String, _ expected: String) throws {
        #expect(try tokens(text).joined(separator: "|") == expected)
    }

    @Test func kindsAndShapes() throws {
        let analysis = try segmented("“Kim” paid 4.8 USD to iFix, the")
        #expect(analysis.tokens.map(\.kind).prefix(3) == [.quoteMark, .word, .quoteMark])
        #expect(analysis.tokens.filter { $0.kind == .number }.map { analysis.text[$0.span] } == ["4.8"])
        #expect(
            analysis.tokens.filter { $0.kind == .word }.map(\.shape) == [
                .title, .lower, .upper, .lower, .mixed, .lower,
            ])
    }
}
