import HeadwaterTestKit
import NewsModel
import Testing
import TextCore

@testable import Reconciliation

/// What speaks against setting a figure against that of another report; the sentences follow the patterns of news.
@Suite struct FigureCautionTests {
    private func caution(_ marked: String, published: CivilDate? = nil) throws -> FigureCaution {
        let text = MarkedText(marked)
        let analysis = try ReportBuilder(text.text, published: published).analysis
        let quantity = Quantity(
            span: try #require(text.spans.first), kind: .count, amount: Amount(exactly: 7), thing: "person")
        let words = StoryWords([analysis], facts: try ReportBuilder.facts.get())
        return FigureCaution(quantity, of: 0, words: words, in: analysis)
    }

    @Test(arguments: [
        "⟦Three⟧ people died in seven separate shootings across the city.",
        "At least ⟦27⟧ people were wounded over the weekend.", "The storm was one of the floods that killed ⟦nine⟧.",
        "The city has counted ⟦435⟧ killings so far this year.", "⟦Ten⟧ people were hurt in fires last month.",
        "Over the past decade ⟦40⟧ miners have been killed here.", "Crashes on that road killed ⟦six⟧ people.",
        "⟦Eight⟧ were killed in attacks on two villages.", "⟦Five⟧ cases of measles were reported last week.",
        "A series of explosions injured ⟦30⟧ people.",
    ]) func isOfSeveralEvents(_ text: String) throws { #expect(try caution(text).isOfSeveralEvents) }

    @Test(arguments: [
        "The blast killed ⟦three⟧ people.", "A 30-year-old man shot ⟦two⟧ neighbours on Monday.",
        "Fire swept through the hotel, killing ⟦nine⟧.", "Police said ⟦four⟧ people were wounded in the attack.",
        "The crash injured ⟦12⟧ passengers, two of them badly.", "⟦Six⟧ miners died when the shaft gave way.",
    ]) func isOfOneEvent(_ text: String) throws {
        let caution = try caution(text)
        #expect(!caution.isOfSeveralEvents && !caution.isRate && !caution.hasDoerAmongDead)
    }

    @Test(arguments: [
        "The man killed ⟦two⟧ people and then himself.", "He shot ⟦three⟧ colleagues before taking his own life.",
        "⟦Four⟧ people died, including the gunman.", "She killed ⟦two⟧ children and herself.",
        "Police call the ⟦three⟧ deaths a murder and suicide.",
    ]) func hasTheDoerAmongTheDead(_ text: String) throws { #expect(try caution(text).hasDoerAmongDead) }

    @Test(arguments: [
        "⟦Four⟧ people were shot and a fifth was cut by glass.",
        "⟦Two⟧ men were treated at the scene and another was flown out.",
        "One man was shot in the leg, and ⟦two⟧ women were hurt.", "⟦Three⟧ were hurt at first, a fourth in the panic.",
    ]) func tellsOfOneMore(_ text: String) throws { #expect(try caution(text).hasOneMore) }

    @Test(arguments: [
        "⟦Four⟧ people were hurt in the blaze. One of them later died.",
        "A driver was killed on the bridge. ⟦Three⟧ people were hurt.",
        "⟦Five⟧ guests were wounded. The death of a cook was confirmed at night.",
    ]) func mayCountTheDead(_ text: String) throws { #expect(try caution(text).mayCountDead) }

    @Test(arguments: [
        "⟦Four⟧ people were hurt and one died.", "One dead, ⟦three⟧ hurt in the blaze.",
        "⟦Six⟧ people were hurt when the tent fell.",
    ]) func countsTheDeadApart(_ text: String) throws { #expect(!(try caution(text).mayCountDead)) }

    @Test func whatWasToldFirstIsDoubtful() throws {
        #expect(try caution("Initial reports spoke of ⟦two⟧ dead.").isFirstReport)
        #expect(try caution("Police originally said ⟦nine⟧ people were hurt.").isFirstReport)
        #expect(!(try caution("The blast hurt ⟦nine⟧ people.").isFirstReport))
    }

    @Test func aCaseOfLongAgoIsNotTheNews() throws {
        let text = "The church was torched in 1822. The city arrested 313 people and executed ⟦35⟧."
        let published = try #require(CivilDate(2015, 6, 18))
        let analysis = try ReportBuilder(MarkedText(text).text, published: published)
            .time("1822", "1822", range: DateRange(start: CivilDate(1822, 1, 1), end: CivilDate(1822, 12, 31))).analysis
        let quantity = Quantity(
            span: try #require(MarkedText(text).spans.first), kind: .count, amount: Amount(exactly: 35), thing: "person"
        )
        let words = StoryWords([analysis], facts: try ReportBuilder.facts.get())
        #expect(FigureCaution(quantity, of: 0, words: words, in: analysis).isOfSeveralEvents)
    }

    @Test func ratesAndOldDatesAreDoubtful() throws {
        #expect(try caution("The state had ⟦19⟧ deaths per 100,000 people.").isRate)
        #expect(!(try caution("The blast killed ⟦19⟧ people, as per the ministry.").isRate))
        #expect(try caution("⟦One⟧ man was named.").isOneInWords)
        #expect(try caution("He left a three- to ⟦four⟧-page note.").isRate)
        #expect(try caution("RELATED: ⟦2⟧ dead in a crash on the ring road").isOfSeveralEvents)
    }
}

@Suite struct ConflictCautionTests {
    private func killed(_ sentence: String, _ words: String, _ amount: Double, outlet: String) throws -> ReportBuilder {
        try ReportBuilder(sentence, outlet: outlet).quantity(words, Amount(exactly: amount), thing: "person")
    }

    /// Pairs of sentences whose numbers differ and do not disagree.
    @Test(arguments: [
        ("The gunman killed three people.", "three", 3.0, "He killed two people and then himself.", "two", 2.0),
        ("The shooting killed three people.", "three", 3, "Shootings killed seven people this weekend.", "seven", 7),
        ("The blast killed nine people.", "nine", 9, "One person was killed at the gate.", "One", 1),
    ]) func theseAreNoConflicts(_ a: String, _ x: String, _ m: Double, _ b: String, _ y: String, _ n: Double) throws {
        let ledger = try ledger([try killed(a, x, m, outlet: "A"), try killed(b, y, n, outlet: "B")])
        #expect(!ledger.figures.contains { $0.verdict == .conflicts })
    }

    @Test func thisIsOne() throws {
        let ledger = try ledger([
            try killed("The blast killed nine people.", "nine", 9, outlet: "A"),
            try killed("The blast killed seven people.", "seven", 7, outlet: "B"),
        ])
        #expect(ledger.figures.map(\.verdict) == [.conflicts])
    }

    /// Who tells of both numbers does not contradict the one of them with the other.
    @Test(arguments: [
        ("The guards caught two boats and lost three.", "The guards caught two boats and lost three.", 0),
        ("The guards caught two boats and lost three.", "The guards caught three boats.", 1),
        ("The guards caught two boats.", "The guards caught three boats and lost two.", 1),
    ]) func bothNumbersInBothReports(_ a: String, _ b: String, conflicts: Int) throws {
        func report(_ text: String, _ outlet: String, counted: String, _ amount: Double, also: String, _ other: Double)
            throws -> ReportBuilder
        {
            let report = try ReportBuilder(text, outlet: outlet).quantity(
                counted, Amount(exactly: amount), thing: "boat")
            return text.contains(also) ? try report.quantity(also, .count, Amount(exactly: other)) : report
        }
        let ledger = try ledger([
            try report(a, "A", counted: "two", 2, also: "three", 3),
            try report(b, "B", counted: "three", 3, also: "two", 2),
        ])
        #expect(ledger.figures.count { $0.verdict == .conflicts } == conflicts)
    }

    /// `Image 4 of 11` counts nothing.
    @Test(arguments: ["Image 4 of 11 The mill burned to the ground.", "Photo 4 of 11 The mill burned to the ground."])
    func countersOfPicturesAreNoFigures(_ text: String) throws {
        let report = try ReportBuilder(text, outlet: "A").quantity("4", Amount(exactly: 4), thing: "mill")
            .quantity("11", Amount(exactly: 11), thing: "mill")
        #expect(try ledger([report]).claims.flatMap(\.statements).allSatisfy { $0.quantity == nil })
    }

    /// A text that is printed again says "on Monday" of the same Monday.
    @Test func oneRelativeDayInTwoPrintingsIsNoConflict() throws {
        func report(_ outlet: String, _ day: CivilDate?) throws -> ReportBuilder {
            let day = try #require(day)
            return try ReportBuilder("Ann Ode was taken to the county jail on Monday.", outlet: outlet)
                .time("Monday", day.description, range: DateRange(start: day, end: day))
                .chain("Ann Ode", .person, ["Ann Ode"])
        }
        let ledger = try ledger([
            try report("A", CivilDate(2015, 3, 9)), try report("B", CivilDate(2015, 3, 16)),
        ])
        #expect(!ledger.discrepancies.contains { $0.kind == .date })
    }
}
