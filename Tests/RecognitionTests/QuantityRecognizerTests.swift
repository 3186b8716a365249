import HeadwaterTestKit
import Lexicons
import NewsModel
import Segmentation
import Testing
import TextCore

@testable import Recognition

/// The quantities of a text, each with what is counted.
private func quantities(_ text: String) throws -> [Quantity] {
    try analysis(text).quantities
}

private let annotators = Result {
    let resources = try ResourceDirectory()
    return [try Segmenter(resources: resources), try QuantityRecognizer(resources: resources)] as [any Annotator]
}

private func analysis(_ text: String) throws -> Analysis {
    var analysis = Analysis(document: .make(text))
    for annotator in try annotators.get() { annotator.annotate(&analysis) }
    return analysis
}

@Suite struct QuantityRecognizerTests {
    @Test(
        arguments: [
            ("The army shipped ⟦nearly five million⟧ artillery shells to the front.", "artillery shell"),
            ("In total ⟦10 thousand⟧ containers with ⟦4.8 million⟧ bullets left by ship.", "container"),
            ("He was hit ⟦at least 20⟧ times.", "time"),
            ("The blast killed ⟦12⟧ people and wounded ⟦35⟧.", "person"),
            ("There were ⟦two⟧ dead and ⟦17⟧ wounded.", "dead"),
            ("⟦Only 12⟧ of the ⟦30⟧ passengers survived.", "passenger"),
            ("The death toll rose to ⟦45⟧.", "death toll"),
            ("About a share of ⟦4 %⟧ of annual GDP went there.", "annual gdp"),
            ("The aid is worth ⟦$3.2bn⟧, they said.", "aid"),
            ("A ⟦third⟧ visit followed.", "visit"),
            ("⟦A third⟧ of the shells failed.", "shell"),
            ("The plant needs ⟦three times⟧ as many workers.", "worker"),
            ("⟦Dozens⟧ of villagers fled.", "villager"),
            ("⟦Up to several thousand⟧ North Korean workers may come.", "north korean worker"),
            ("A ⟦12⟧-member jury found ⟦one⟧ man guilty.", "member"),
            ("They hold ⟦5,000⟧ more hostages.", "hostage"),
            ("⟦4.8m⟧ people live there.", "person"),
            ("The visit was ⟦only the second⟧ time the leader came.", "time"),
            ("She has been there ⟦only once⟧.", "time"),
        ] as [(String, String?)])
    func findsAmountsAndThings(_ marked: String, _ thing: String?) throws {
        let expected = MarkedText(marked)
        let found = try quantities(expected.text)
        #expect(found.map(\.span) == expected.spans, "\(found.map { SourceText(expected.text)[$0.span] })")
        #expect(found.first?.thing == thing)
    }

    @Test(arguments: [
        "He arrived on June 18 and left on 19 June 2024.", "In 2014 the war began.", "It took 24 years.",
        "A SU-27 jet and an F-16 met Flight 370.", "The 9/11 attacks changed it.", "They won 3-1 at home.",
        "He lives at 123 Random Street.", "Call 555-1234 or +1-222-2222.", "The meeting is at 10:30.",
        "COVID-19 spread.", "The G7 met in Room 101.", "One must not forget.", "She was the one he met.",
        "Article 5 and Section 230 apply.", "He first met her here.", "They meet at 5 p.m.", "The 1990s were better.",
        "Boeing 737 jets stay on the ground.", "the Second World War", "Wait a second.", "The first half was dull.",
        "It was her second-to-last visit.", "They came third from last.",
    ])
    func countsNothing(_ text: String) throws {
        let found = try quantities(text)
        #expect(found.isEmpty, "\(found.map { SourceText(text)[$0.span] })")
    }

    @Test func pronounsStandForThePluralBefore() throws {
        let text =
            "They began to run out of artillery shells. According to various sources, it sent between two and five million of them."
        let one = try #require(try quantities(text).first)
        #expect(one.thing == "artillery shell")
        #expect(one.thingSpan.map { SourceText(text)[$0] } == "artillery shells")
        #expect(one.amount == Amount(low: 2e6, high: 5e6, bound: .between))
    }

    @Test(arguments: [
        ("nearly five million shells", Amount(low: 0, high: 5e6, bound: .below)),
        ("at least 35 shells", Amount(low: 35, high: nil, bound: .atLeast)),
        ("more than 20 shells", Amount(low: 20, high: nil, bound: .moreThan)),
        ("up to 20 shells", Amount(low: 0, high: 20, bound: .upTo)),
        ("fewer than 20 shells", Amount(low: 0, high: 20, bound: .lessThan)),
        ("about 20 shells", Amount(low: 20, high: 20, bound: .about)),
        ("five to six thousand shells", Amount(low: 5000, high: 6000, bound: .between)),
        ("from 3 to 4 shells", Amount(low: 3, high: 4, bound: .between)),
        ("10-12 shells", Amount(low: 10, high: 12, bound: .between)),
        ("20 or more shells", Amount(low: 20, high: nil, bound: .atLeast)),
        ("20-odd shells", Amount(low: 20, high: 20, bound: .about)),
        ("hundreds of shells", Amount(low: 200, high: 2000, bound: .vague)),
        ("half a million shells", Amount(exactly: 500_000)),
        ("a half-dozen shells", Amount(exactly: 6)),
        ("at least a half-billion shells", Amount(low: 500_000_000, high: nil, bound: .atLeast)),
        ("more than a fourfold rise", Amount(low: 4, high: nil, bound: .moreThan)),
        ("that it would triple the cap", Amount(exactly: 3)),
        ("a mine within a one-mile radius", Amount(exactly: 1)),
        ("a cut by as much as one gallon", Amount(low: 0, high: 1, bound: .upTo)),
        ("one and a half million shells", Amount(exactly: 1_500_000)),
        ("exactly 7 shells", Amount(exactly: 7)),
        ("more than 20 but fewer than 30 shells", Amount(low: 20, high: 30, bound: .between)),
    ])
    func readsBounds(_ text: String, _ amount: Amount) throws {
        #expect(try quantities("They saw \(text).").map(\.amount) == [amount])
    }

    static let units: [(String, Double, Double, String)] = [
        ("between 3 thousand and 4 thousand dollars", 3000, 4000, "USD"), ("$3-4k", 3000, 4000, "USD"),
        ("£3.2bn", 3.2e9, 3.2e9, "GBP"), ("A$20", 20, 20, "AUD"), ("Rs 500 crore", 5e9, 5e9, "INR"),
        ("50 cents", 0.5, 0.5, "USD"), ("10 to 12 km", 10, 12, "km"), ("152 mm", 152, 152, "mm"),
        ("5 feet 6 inches", 5.5, 5.5, "ft"), ("60 mph", 60, 60, "mph"), ("4%", 4, 4, "%"),
        ("3 percentage points", 3, 3, "pp"), ("2 million euros", 2e6, 2e6, "EUR"), ("€1.5m", 1.5e6, 1.5e6, "EUR"),
    ]

    @Test(arguments: units)
    func readsUnits(_ text: String, _ low: Double, _ high: Double, _ unit: String) throws {
        let found = try quantities("It came to \(text) there.")
        #expect(found.map(\.amount.low) == [low])
        #expect(found.map(\.amount.high) == [high])
        #expect(found.map(\.unit) == [unit])
    }

    @Test(arguments: [
        "a ⟦24-year-old⟧ man", "He was ⟦61 years old⟧.", "a man ⟦aged 61⟧", "a ⟦ten-month-old⟧ baby",
    ])
    func readsAges(_ marked: String) throws {
        let expected = MarkedText(marked)
        let found = try quantities(expected.text)
        #expect(found.map(\.span) == expected.spans)
        #expect(found.map(\.kind) == [.age])
    }

    @Test(arguments: [
        ("The army has shipped nearly five million shells.", "ship"), ("Some 12 people were killed.", "kill"),
        ("The blast wounded 35.", "wound"), ("Police said 17 injured.", "injure"),
    ])
    func findsPredicates(_ text: String, _ verb: String) throws {
        #expect(try quantities(text).map(\.predicate) == [verb])
    }

    @Test func risesAreTwoValues() throws {
        #expect(try quantities("It rose from 3 to 4 jets.").map(\.amount) == [Amount(exactly: 3), Amount(exactly: 4)])
        #expect(
            try quantities("His revenue increased from $362 million in 2014 to $557 million in 2015.").filter {
                $0.kind == .money
            }.map(\.amount) == [Amount(exactly: 362e6), Amount(exactly: 557e6)])
    }

    @Test func layerLawsHold() throws {
        let text = "“Kiew’s” 12 Männer, £3–4m, ½ tonne; 40 000 «shells» of 25 °C, 1 234 567 people — and dozens more…"
        let analysis = try analysis(text)
        #expect(analysis.quantities.count >= 6)
        expectLayerLaws(analysis.quantities.map(\.span), in: analysis.text)
        expectLayerLaws(analysis.quantities.map(\.number), in: analysis.text)
        for one in analysis.quantities { #expect(one.span.contains(one.number)) }
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            String(repeating: "1,", count: 2000), String(repeating: "123,", count: 3000),
            String(repeating: "one ", count: 3000), String(repeating: "twenty-one hundred and ", count: 3000),
            String(repeating: "1 2/3 ", count: 2000), String(repeating: "123 456 ", count: 1500),
            String(repeating: "half a ", count: 2000), String(repeating: "9", count: 25_000),
            String(repeating: "several thousand of them ", count: 2000), String(repeating: "-1.1^", count: 2000),
            String(repeating: "x", count: 25_000), String(repeating: "more than 3 ", count: 2000),
        ])
    func staysLinear(_ text: String) throws {
        _ = try quantities(text)
    }
}
