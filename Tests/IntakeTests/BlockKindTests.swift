import NewsModel
import Testing
import TextCore

@testable import Intake

/// Every kind of block on lines of the shapes that reports really have.
@Suite struct BlockKindTests {
    static let lead = """
        The ferry Aurora left the harbour of Bergen on Tuesday evening with 212 people aboard and lost power an hour \
        later, the coast guard said.
        """
    static let second = """
        Rescue boats reached the ship before midnight, and nobody was hurt, said Ingrid Dahl, a spokeswoman for the \
        coast guard in Bergen.
        """
    static let third =
        "The operator of the ferry said that the engine had been inspected in April and that it would wait for the report."
    static let fourth =
        "Investigators went aboard on Wednesday morning and took the log of the engine room with them to Oslo."

    /// The kind of the block that holds `line` in `text`.
    static func kind(of line: String, in text: String, _ format: RawItem.Format = .plainText) -> Block.Kind? {
        guard let document = Reading.document(text, format) else { return nil }
        return document.blocks.first { document.text[$0.span].contains(line) || line == document.text[$0.span] }?.kind
    }

    /// A report with `line` after its second paragraph.
    static func middle(_ line: String) -> String {
        "Ferry loses power off Bergen\n\n\(lead)\n\n\(second)\n\n\(line)\n\n\(third)\n\n\(fourth)\n"
    }

    /// Sentences are a text where they are all there is, however they end.
    @Test(arguments: [
        "The army arrested two men from the Bergen district. One of them gave several clues to the police. The Fjord Diaries",
        "I have decided to move this group to another place, so that we can post files and photos, and so please go to",
    ]) func sentencesAlone(_ text: String) {
        #expect(Self.kind(of: text, in: text + "\n") == .paragraph)
    }

    /// A report that ends with `line`.
    static func tail(_ line: String) -> String {
        "Ferry loses power off Bergen\n\n\(lead)\n\n\(second)\n\n\(third)\n\n\(fourth)\n\n\(line)\n"
    }

    /// A report with `line` between its title and its text.
    static func head(_ line: String) -> String {
        "Ferry loses power off Bergen\n\n\(line)\n\n\(lead)\n\n\(second)\n\n\(third)\n"
    }

    @Test(arguments: [
        "SEE ALSO: Minister resigns over bridge contract", "READ ALSO: Hit song banned at border. “It was a joke”",
        "READ MORE", "Read more: How the tunnel was built", "Also read: Five things to know about the budget",
        "WATCH: Crowds greet the team at the airport", "Follow us on Socials:",
        "For Latest Updates Follow us on Google News",
        "Subscribe to our newsletter", "Sign up for our morning briefing.", "Click here to listen to the podcast",
        "Share this:", "Share on Facebook Share on Twitter", "Download our app for Android", "Stay tuned for updates.",
        "Get the latest breaking news as it happens.", "Story continues below",
        "Read or Share this story: https://exa.mp/1x",
        "Join our WhatsApp channel", "Follow Local 4 News on Twitter @local4",
    ])
    func promo(_ line: String) {
        #expect(Self.kind(of: line, in: Self.middle(line)) == .promo)
        #expect(Self.kind(of: line, in: Self.tail(line)) == .promo)
    }

    @Test(arguments: [
        "Main photo source: Reuters", "Source: Skai", "Source :Skai", "Source link", "(Photo: AP)",
        "Photo: Jane Doe, AP",
        "Photo credit: Bergen police", "Photograph by Jane Doe / AFP / Getty", "Credit: The Associated Press",
        "Jane Doe/AFP/Getty Images", "With agencies", "The Associated Press contributed to this report.",
        "Jane Doe in Oslo and John Roe in Bergen contributed reporting.", "(With inputs from AFP)", "(Reuters)",
        "Originally published in The Daily Example", "Image: Getty Images", "via Reuters",
    ])
    func credit(_ line: String) {
        let line = line == "via Reuters" ? "Via: Reuters" : line
        #expect(Self.kind(of: line, in: Self.tail(line)) == .credit)
    }

    @Test(arguments: [
        "By Jane Doe", "By Jane Doe and John Roe, Staff Writer", "By JONATHAN ROE Associated Press", "by Jane Doe",
        "By Jane Doe, BBC News, Oslo", "By Reuters", "By The Associated Press", "By John Roe | jroe@example.com",
        "Written by Jane Doe", "Jane Doe", "Jane Doe and John Roe", "JANE DOE", "From CNN's Jane Doe",
        "By Sgt. John Roe Jr.", "Reporting by Jane Doe; Editing by John Roe",
    ])
    func byline(_ line: String) {
        #expect(Self.kind(of: line, in: Self.head(line)) == .byline)
    }

    @Test(arguments: [
        "By Monday night the ship was back in the harbour.", "By comparison, two ferries failed last year.",
        "By the time the boats came, the lights were out again.",
    ])
    func noByline(_ line: String) {
        #expect(Self.kind(of: line, in: Self.middle(line)) == .paragraph)
    }

    @Test(arguments: [
        "Published: 12 March 2024 10:14 GMT", "Updated 14 March 2024", "June 18, 2024", "Tuesday, 18 June 2024",
        "Posted 3:57 pm, July 15, 2018, by Associated Press", "Jul 15, 2018 | 11:35 PM", "2024-03-12",
        "07/16/2018 05:35 am ET",
        "Last updated: 2024-03-12T10:14:00Z", "2 hours ago", "Monday, July 16, 2018, 7:24 a.m.", "7:50 a.m.",
        "CBS News July 15, 2018, 2:09 PM",
        "Posted: Monday, March 31, 2014 3:13 PM EDT Updated: Monday, March 31, 2014 3:48 PM EDT",
    ])
    func dateLine(_ line: String) {
        #expect(Self.kind(of: line, in: Self.head(line)) == .dateline)
    }

    @Test(arguments: [
        "© 2024 Example Media", "Copyright 2018 The Associated Press. All rights reserved.", "Advertisement", "___",
        "* * *",
        "We use cookies to improve our service. By using this site you accept our cookie policy.", "12 comments",
        "No comments yet", "Image 3 of 5", "1 / 5", "60.169856 24.938379", "Print", "Tags: ferry, Bergen, coast guard",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "https://www.example.com/news/ferry",
        "Filed under: Norway", "5 min read", "Facebook Twitter WhatsApp Email",
    ])
    func boilerplate(_ line: String) {
        #expect(Self.kind(of: line, in: Self.tail(line)) == .boilerplate)
    }

    @Test(arguments: [
        "Jane Doe is a freelance writer based in Oslo.",
        "Jane Doe is a reporter for The Daily Example who covers shipping.",
        "With a wealth of experience honed over six years in journalism, I bring a seasoned voice to the news. Currently, I work as a freelance writer.",
        "John Roe was the paper's correspondent in Rome for ten years. He is now its Europe editor.",
        "Contact Jane Doe at 555-0172 or follow her on Twitter @janedoe.", "jane.doe@example.com | Twitter: @janedoe",
        "About the author: Jane Doe has written about the sea since 1998.",
        "I am a journalist from Kerala and write about ships.",
        "Jane Doe covers the North Sea as a correspondent for the Example Times.",
        "John Roe is a professor of marine law at the University of Example.",
        "Mary Poe joined the newsroom in 2012 as an editor.",
    ])
    func biography(_ line: String) {
        #expect(Self.kind(of: line, in: Self.tail(line)) == .biography)
    }

    @Test(arguments: [
        "Dahl is a member of the harbour board as well.", "The coast guard is a part of the navy, and has 15 ships.",
        "Ingrid Dahl is the deputy head of the coast guard.",
    ])
    func noBiography(_ line: String) {
        #expect(Self.kind(of: line, in: Self.tail(line)) == .paragraph)
    }

    @Test(arguments: [
        "FILE PHOTO: The ferry Aurora in the harbour of Bergen, Norway, May 3, 2023.",
        "FILE - In this May 3, 2023 file photo, the ferry Aurora lies in the harbour.",
        "The ferry Aurora in the harbour of Bergen on Monday. (AP Photo/Jane Doe)",
        "Passengers leave the ferry in Bergen (Photo: Bergen Tidende)",
        "Passengers on the pier | Jane Doe/Getty Images",
        "Ingrid Dahl speaks to reporters in Bergen. (Jane Doe / AP)", "Pictured: the ferry Aurora before the voyage",
        "Image caption The ferry has sailed the route since 2009",
        "In this photo taken on Monday, the ferry lies at the pier.",
        "The ferry last year (Source: Coast guard)", "Crowds at the pier on Sunday. Credit Jane Doe/The Daily Example",
        "Image 2 of 7 Passengers wait for buses at the terminal",
    ])
    func caption(_ line: String) {
        let start = line.split(whereSeparator: { "(|".contains($0) })[0].split(separator: ". Credit")[0].dropLast()
        #expect(Self.kind(of: String(start), in: Self.middle(line)) == .caption)
    }

    @Test func aCreditInBracketsIsABlockOfItsOwn() {
        let blocks = Reading.blocks(Self.middle("The ferry Aurora on Monday. (AP Photo/Jane Doe)"))
        #expect(
            blocks.contains("caption: The ferry Aurora on Monday.") && blocks.contains("credit: (AP Photo/Jane Doe)"))
    }

    @Test func aSignOffIsNoCaption() {
        let blocks = Reading.blocks(Self.tail("The talks on compensation go on in Oslo next week. (Reuters)"))
        #expect(
            blocks.suffix(2) == ["paragraph: The talks on compensation go on in Oslo next week.", "credit: (Reuters)"])
    }

    @Test(arguments: [
        ("KYIV (Reuters) –", "KYIV", "Reuters"), ("WASHINGTON, June 3 (AP) —", "WASHINGTON", "AP"),
        ("TURNBERRY/GLASGOW, Scotland —", "TURNBERRY/GLASGOW", ""), ("FLINT, Mich., Oct. 4 (UPI) —", "FLINT", "UPI"),
        ("(Reuters) -", "", "Reuters"), ("VARNA, Bulgaria, May 14 (Example Press) —", "VARNA", "Example Press"),
        ("HELSINKI (AP) -", "HELSINKI", "AP"),
        ("ST. LOUIS, Mo. (KMOV.com) –", "ST. LOUIS", "KMOV.com"),
        ("LONDON, 3 May (Xinhua) --", "LONDON", "Xinhua"), ("Washington (CNN)", "Washington", "CNN"),
        ("CHARLOTTE -", "CHARLOTTE", ""),
        ("Kyiv, Ukraine (AFP) –", "Kyiv", "AFP"), ("NEW YORK —", "NEW YORK", ""), ("Detroit—", "Detroit", ""),
        ("BERGEN, Norway, June 18, 2024 (Reuters) -", "BERGEN", "Reuters"),
    ])
    func dateline(_ dateline: String, _ place: String, _ agency: String) throws {
        let gap = dateline.hasSuffix(")") ? "" : " "
        let document = try #require(
            Reading.document("Ferry loses power off Bergen\n\n\(dateline)\(gap)\(Self.lead)\n\n\(Self.second)\n"))
        let blocks = document.blocks.map { "\($0.kind.rawValue): \(document.text[$0.span])" }
        #expect(blocks.contains("dateline: \(dateline)") && blocks.contains("paragraph: \(Self.lead)"))
        #expect((document.metadata.datelinePlace ?? "") == place && (document.metadata.publisher ?? "") == agency)
    }

    @Test(arguments: [
        "NATO – the alliance founded in 1949 – said on Tuesday that it would send two ships to the harbour of Bergen this week.",
        "EXCLUSIVE – The ferry that lost power had been inspected only in April, a report seen by this paper on Tuesday shows.",
        "Coast guard officials (and their families) – the ship's usual guests – said that they had never seen the like of it.",
        "IT – the industry, not the film – has changed shipping beyond recognition, according to a report by two unions.",
    ])
    func noDateline(_ paragraph: String) {
        #expect(
            Reading.blocks("Ferry loses power\n\n\(paragraph)\n\n\(Self.second)").contains("paragraph: \(paragraph)"))
    }

    @Test(arguments: [
        "A long night on the ferry", "What the coast guard says", "Engine inspected in April", "THE INVESTIGATION",
        "“Nobody was hurt”", "Who owns the ferry?", "Investigators in the engine room", "Report from the operator",
        "The operator waits for the report", "Wednesday morning: investigators go aboard",
    ])
    func heading(_ line: String) {
        #expect(Self.kind(of: line, in: Self.middle(line)) == .heading)
    }

    @Test func sectionsOfAReport() {
        let text = """
            Port Strike Enters Second Week
            \(Self.lead)
            Background and Context
            \(Self.second)
            Economic Consequences
            \(Self.third)
            Symbolic and Practical Outcomes
            \(Self.fourth)
            """
        let headings = Reading.blocks(text).filter { $0.hasPrefix("heading") }
        #expect(
            headings == [
                "heading: Background and Context", "heading: Economic Consequences",
                "heading: Symbolic and Practical Outcomes",
            ])
    }

    @Test(arguments: [
        "Russia temporarily allows gasoline exports", "Parliament votes down new tax on sugar",
        "Actress Mary Poe dies aged 91", "Champions sign striker for record fee",
        "How to grow tomatoes on a balcony this summer",
        "Earthquake shakes northern Chile, no casualties reported", "Court rejects appeal of former banker",
        "Bitcoin falls below 60,000 dollars for the first time since May", "Heat wave grips southern Europe",
        "Scientists discover new species of frog in Peru",
    ])
    func relatedLink(_ line: String) {
        #expect(Self.kind(of: line, in: Self.middle(line)) == .relatedLink)
        let list = Self.tail("Related news:\n\n\(line)\n\n\(line.uppercased())")
        #expect(Self.kind(of: line, in: list) == .relatedLink)
        #expect(Self.kind(of: line, in: Self.middle("READ ALSO\n\(line)")) == .relatedLink)
    }

    @Test(arguments: [
        "Passengers tell of an hour in the dark",
        "Operator says engine was inspected in April, investigators go aboard",
        "Rescue boats reached the ship before midnight", "No one hurt as coast guard tows ship back to harbour",
        "Inquiry to look at maintenance of engine and at crew", "Two hundred people wait on deck in the cold for boats",
        "Coast guard praises the calm of the passengers and crew",
        "Minister promises answers after third failure this year",
        "The ship had been inspected only two months before",
        "Investigators want to know why the lights went out as well",
    ])
    func standfirst(_ line: String) {
        #expect(Self.kind(of: line, in: Self.head(line)) == .standfirst)
        #expect(Self.kind(of: line, in: Self.head(line + ".\n\nBy Jane Doe")) == .standfirst)
    }

    @Test(arguments: [
        "> The lights went out and nobody told us anything, a passenger wrote.",
        "> one line\n> and another of the same quote",
    ])
    func blockQuote(_ line: String) {
        #expect(Self.kind(of: String(line.prefix(12)), in: Self.middle(line)) == .quote)
        #expect(Self.kind(of: String(line.prefix(12)), in: Self.middle(line), .markdown) == .quote)
    }

    @Test(arguments: [
        "We are on deck and it is cold, but everybody is fine here tonight",
        "Great work by the coast guard of Bergen! #aurora",
        "Thank you to all who helped us tonight.", "The ferry has no light at all and we hear nothing from the crew",
    ])
    func aPostIsAQuote(_ line: String) {
        let text = Self.middle("\(line)\n\n— Jane Doe (@janedoe) June 18, 2024")
        #expect(Self.kind(of: line, in: text) == .quote)
        #expect(Self.kind(of: "— Jane Doe", in: text) == .credit)
        #expect(Reading.document(text)?.metadata.published == nil)
    }

    @Test(arguments: [
        "But the question is why is it so important to sail at this time of the year?", "He said:",
        "– I was afraid, recalled the captain.",
        "“We were lucky,” Dahl said.", "Nobody was hurt.", "and it was only then that the boats came",
        "It was over by midnight!",
        "In 2019, 14 people died on the same route when a ferry ran aground in the fog off Stavanger.",
        "1. The engine failed at 21:40.",
        "So it is, the captain says, do not sail in a storm, comments the BBC in its long report on the night",
    ])
    func paragraph(_ line: String) {
        #expect(Self.kind(of: line, in: Self.middle(line)) == .paragraph)
    }
}
