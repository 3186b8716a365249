import HeadwaterTestKit
import NewsModel
import Testing
import TextCore

@testable import Reconciliation

@Suite struct FigureScopeTests {
    /// The scope of the marked number.
    private func scope(_ marked: String, thing: String = "person", other: Bool = false) throws -> FigureScope {
        let text = MarkedText(marked)
        var analysis = try ReportBuilder(text.text).analysis
        let quantities = text.spans.map {
            Quantity(
                span: $0, kind: .count, amount: Amount(exactly: 7), thing: thing, thingSpan: TextSpan($0.end, $0.end))
        }
        analysis.quantities = quantities
        let words = StoryWords([analysis], facts: try ReportBuilder.facts.get())
        return FigureScopeReader(words: words).scope(
            0, try #require(quantities.last), in: analysis, hasOtherOutcome: other)
    }

    @Test(arguments: [
        "⟦Nine⟧ of the injured are in serious condition.", "Of the injured, ⟦nine⟧ are in serious condition.",
        "The crash killed 12 people, including ⟦two⟧ children.", "The dead include ⟦four⟧ firefighters.",
        "Among them were ⟦three⟧ nurses.", "Police arrested 30 people, ⟦six⟧ of whom were armed.",
        "⟦Three⟧ firefighters and a watchman are among the dead.", "⟦Two⟧ of his brothers were hurt.",
        "The blast injured 20 workers, including two cooks and ⟦five⟧ drivers.", "⟦Twelve⟧ of 30 passengers survived.",
        "⟦40⟧ miners were found. ⟦Two⟧ of them were taken to hospital.", "⟦Four⟧ of these villages were flooded.",
    ])
    func isPart(_ text: String) throws { #expect(try scope(text) == .part) }

    @Test(arguments: [
        "⟦Three⟧ more firefighters died during the night.", "Another ⟦12⟧ people were killed on Monday.",
        "The army found ⟦five⟧ more bodies.", "Officials reported ⟦60⟧ new cases.", "A further ⟦200⟧ people fled.",
        "⟦Two⟧ additional suspects were arrested.",
    ])
    func isIncrement(_ text: String) throws { #expect(try scope(text) == .increment) }

    @Test(arguments: [
        "The number was lower than the ⟦31⟧ given on Tuesday.", "The toll rose to 45, up from ⟦38⟧.",
        "It corrects the number of injured to 29 from ⟦31⟧.", "The ⟦31⟧ reported on Tuesday were too many.",
        "The number fell from ⟦40⟧ to 29.", "Some 300 came, compared with ⟦500⟧ last year.",
    ])
    func isComparand(_ text: String) throws { #expect(try scope(text) == .comparand) }

    @Test(arguments: [
        "The blast killed ⟦three⟧ people.", "More than ⟦12⟧ people died.",
        "The ⟦1,180⟧ people were allowed to go home.",
        "Artillery shells ran out. The North has delivered ⟦five million⟧ of them.",
        "⟦Ten⟧ people from three villages drowned.", "The fire killed ⟦two⟧ firefighters and a nurse.",
        "⟦Seven⟧ people are now known to have died.", "In the port ⟦two⟧ cranes were destroyed.",
    ])
    func isWhole(_ text: String) throws { #expect(try scope(text) == .whole) }

    /// Others than the dead are all the injured.
    @Test func othersOfAnotherOutcomeAreAWhole() throws {
        #expect(try scope("The blast killed three and injured another ⟦12⟧.", other: true) == .whole)
        #expect(try scope("The blast killed three and injured ⟦12⟧ others.", other: true) == .whole)
    }
}

@Suite struct FigureConflictTests {
    private func report(_ text: String, _ outlet: String, _ number: String, _ value: Double, _ thing: String = "person")
        throws -> ReportBuilder
    {
        try ReportBuilder(text, outlet: outlet).quantity(number, Amount(exactly: value), thing: thing)
    }

    /// Neither report contradicts the other.
    @Test(arguments: [
        ("The crash killed 12 people.", "12", 12.0, "The crash killed 5 soldiers.", "5", 5.0, "soldier"),
        ("The blast injured 31 people.", "31", 31, "Nine of the injured are in hospital.", "Nine", 9, "injured"),
        ("The flood killed 40 people.", "40", 40, "Another 12 people were killed on Monday.", "12", 12, "person"),
        ("The port lost two ships.", "two", 2, "Three ships left the port.", "Three", 3, "ship"),
        ("Police arrested 30 people.", "30", 30, "Police searched for 12 people.", "12", 12, "person"),
        ("The quake destroyed 300 homes.", "300", 300, "The quake could destroy 900 homes.", "900", 900, "home"),
        ("The storm killed 14 people.", "14", 14, "The toll is lower than the 20 given on Monday.", "20", 20, "given"),
        ("About 900 people slept in schools.", "900", 900, "Two people had been counted twice.", "Two", 2, "person"),
        ("The fire killed 25 people.", "25", 25, "The fire killed a nurse and 1 driver.", "1", 1, "person"),
        ("The firm sold 40 trucks.", "40", 40, "The firm repaired 70 trucks.", "70", 70, "truck"),
    ])
    func noConflict(
        _ a: String, _ x: String, _ m: Double, _ b: String, _ y: String, _ n: Double, _ thing: String
    ) throws {
        let first = try report(
            a, "A", x, m,
            a.contains("ships") ? "ship" : a.contains("homes") ? "home" : a.contains("trucks") ? "truck" : "person")
        let ledger = try ledger([first, try report(b, "B", y, n, thing)])
        #expect(!ledger.figures.contains { $0.verdict == .conflicts })
        #expect(ledger.claims.allSatisfy { $0.status != .disputed })
    }

    @Test(arguments: [
        ("The crash killed 12 people.", "12", 12.0, "The crash killed 19 people.", "19", 19.0),
        ("Police arrested 30 people at the rally.", "30", 30, "Police detained 45 people at the rally.", "45", 45),
        ("The crash injured 31 people.", "31", 31, "At least 40 people were hurt in the crash.", "40", 40),
    ])
    func conflict(_ a: String, _ x: String, _ m: Double, _ b: String, _ y: String, _ n: Double) throws {
        let ledger = try ledger([try report(a, "A", x, m), try report(b, "B", y, n)])
        #expect(ledger.figures.first?.verdict == .conflicts)
        #expect(ledger.discrepancies.map(\.kind) == [.figure])
    }

    /// Tons of all kinds are taken for tonnes where that makes the figures agree.
    @Test func aTonMayBeATonne() throws {
        let a = try ReportBuilder("The store held 2,870 tonnes of rice.", outlet: "A")
            .quantity("2,870 tonnes", .measure, Amount(exactly: 2870), unit: "t", thing: "rice")
        let b = try ReportBuilder("The store held almost 3 thousand tons of rice.", outlet: "B")
            .quantity(
                "almost 3 thousand tons", .measure, Amount(low: 0, high: 3000, bound: .below), unit: "ton",
                thing: "rice")
        #expect(try ledger([a, b]).figures.first?.verdict == .refines)
    }

    /// `killed four and injured 31`: two statements, each with its own words.
    @Test func numbersWithVerbsOfTheirOwnArePartedWithTheirWords() throws {
        let a = try ReportBuilder("At least four people were killed and 31 injured on Tuesday.", outlet: "A")
            .quantity("At least four", Amount(low: 4, high: nil, bound: .atLeast), thing: "person")
            .quantity("31", Amount(exactly: 31), thing: "injured")
        let claims = try ledger([a]).claims
        #expect(Set(claims.map(\.text)) == ["At least four people were killed", "31 injured on Tuesday"])
        let b = try ReportBuilder("Two cranes and 40 metres of quay were destroyed.", outlet: "B")
            .quantity("Two", Amount(exactly: 2), thing: "crane")
            .quantity("40 metres", .measure, Amount(exactly: 40), unit: "m", thing: "quay")
        #expect(try ledger([b]).claims.count == 1)
    }
}
