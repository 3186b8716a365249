import NewsModel
import Testing
import TextCore

@testable import Reconciliation

@Suite struct AgeCheckerTests {
    private static func find(_ analyses: [Analysis]) throws -> [Discrepancy] {
        let words = StoryWords(analyses, facts: try ReportBuilder.facts.get())
        return AgeChecker(analyses: analyses, words: words, outlets: OutletNames(analyses)).find()
    }

    /// What is found in a report of 20 June 2024 of Ann Ode, whom "She" means.
    private func found(_ text: String, age: String, _ years: Double, born: String, _ value: String) throws
        -> [Discrepancy]
    {
        let words = text.contains("She ") ? ["Ann Ode", "She"] : ["Ann Ode"]
        let analyses = [
            try ReportBuilder(text, published: CivilDate(2024, 6, 20))
                .chain("Ann Ode", .person, words)
                .quantity(age, .age, Amount(exactly: years), unit: "year").time(born, value).analysis
        ]
        return try Self.find(analyses)
    }

    @Test(arguments: [
        ("Ann Ode, 44, leads the port. She was born in 1975.", "44", 44.0, "1975", "1975"),
        ("Ann Ode, 52, leads the port. She was born in Oslo in 1975.", "52", 52, "1975", "1975"),
        ("Ann Ode (50) leads the port. She was born on 12 May 1975.", "50", 50, "12 May 1975", "1975-05-12"),
        (
            "The 47-year-old Ann Ode leads the port. She was born on 12 May 1975.", "47-year-old", 47, "12 May 1975",
            "1975-05-12"
        ),
        ("Ann Ode was born in 1930. She is 44 years old.", "44 years old", 44, "1930", "1930"),
        ("She was born in 1975, and Ann Ode, 60, leads the port.", "60", 60, "1975", "1975"),
    ])
    func anAgeThatTheDateOfBirthDoesNotGive(
        _ text: String, _ age: String, _ years: Double, _ born: String, _ value: String
    ) throws {
        let wrong = try found(text, age: age, years, born: born, value)
        #expect(wrong.count == 1)
        #expect(wrong.first?.citations.count == 2)
        #expect(wrong.first?.explanation.contains("2024-06-20") == true)
    }

    /// Before or after the birthday, some weeks back, at another time, of somebody else.
    @Test(arguments: [
        ("Ann Ode, 48, leads the port. She was born in 1975.", "48", 48.0, "1975", "1975"),
        ("Ann Ode, 49, leads the port. She was born in 1975.", "49", 49, "1975", "1975"),
        ("Ann Ode, 49, leads the port. She was born on 12 May 1975.", "49", 49, "12 May 1975", "1975-05-12"),
        ("Ann Ode, 48, leads the port. She was born on 12 May 1975.", "48", 48, "12 May 1975", "1975-05-12"),
        ("When Ann Ode, 12, came to Oslo, all was quiet. She was born in 1975.", "12", 12, "1975", "1975"),
        ("Ann Ode leads the port. A girl, 7, was hurt. She was born in 1975.", "7", 7, "1975", "1975"),
        ("Ann Ode, 44, leads the port. The port was born in 1975.", "44", 44, "1975", "1975"),
        ("Ann Ode, 44, leads the port. She was born in May.", "44", 44, "May", "XXXX-05"),
    ])
    func agreesOrSaysNothing(_ text: String, _ age: String, _ years: Double, _ born: String, _ value: String) throws {
        #expect(try found(text, age: age, years, born: born, value).isEmpty)
    }

    @Test func withoutADateOfPublicationNothingIsSaid() throws {
        let analyses = [
            try ReportBuilder("Ann Ode, 44, leads the port. She was born in 1975.").chain(
                "Ann Ode", .person, ["Ann Ode", "She"]
            )
            .quantity("44", .age, Amount(exactly: 44), unit: "year").time("1975", "1975").analysis
        ]
        #expect(try Self.find(analyses).isEmpty)
    }
}
