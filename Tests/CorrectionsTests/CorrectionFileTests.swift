import Testing

@testable import Corrections

@Suite struct CorrectionFileTests {
    static func read(_ yaml: String) throws(CorrectionFile.Failure) -> [Correction] {
        try CorrectionFile().corrections(yaml).all
    }

    @Test func everyKindIsRead() throws {
        let all = try Self.read(
            """
            # by the desk
            - same: [Kim Jong-un, the Marshal]
              reason: one man
            - different:
                - Kim Jong Un
                - Kim Jong Il
              reason: "son and father"
            - rename: Kiev
              to: Kyiv
              reason: house style
            - reject: 'No permit is worth a life'
              reason: an opinion
            - origin: 03_harbour-today.txt
              is: Euxine Press
              reason: their editor says so
            """)
        #expect(
            all.map(\.change) == [
                .same(["Kim Jong-un", "the Marshal"]), .different(["Kim Jong Un", "Kim Jong Il"]),
                .rename("Kiev", to: "Kyiv"), .reject("No permit is worth a life"),
                .origin(report: "03_harbour-today.txt", source: "Euxine Press"),
            ])
        #expect(all.map(\.reason)[1] == "son and father")
        #expect(all.map(\.line) == [2, 4, 8, 11, 13])
    }

    @Test(arguments: ["", "# nothing\n", "corrections:\n", "corrections: []\n", "[]"])
    func nothingIsNothing(yaml: String) throws {
        #expect(try Self.read(yaml).isEmpty)
    }

    @Test(
        arguments: [
            ("- same: [a, b]", "'same' needs 'reason'"), ("- same: [a]\n  reason: x", "at least two"),
            ("- same: a\n  reason: x", "at least two"), ("- rename: a\n  reason: x", "'rename' needs 'to'"),
            ("- reject: a\n  to: b\n  reason: x", "'to' is no member of 'reject'"),
            ("- merge: [a, b]\n  reason: x", "exactly one"),
            ("- same: [a, b]\n  reject: c\n  reason: x", "exactly one"), ("- text", "is one of"),
            ("just words", "a list"),
            ("- reject: [a]\n  reason: x", "'reject' needs 'reject'"),
            ("- same: [a, [b]]\n  reason: x", "at least two"),
            ("- [", "no YAML"),
        ])
    func whatIsWrongIsTold(yaml: String, told: String) {
        do {
            _ = try Self.read(yaml)
            Issue.record("should not be read")
        } catch {
            #expect(error.description.contains(told), "\(error)")
        }
    }

    @Test func theLineIsTold() {
        do {
            _ = try Self.read("- reject: a\n  reason: x\n- reject: b\n")
            Issue.record("should not be read")
        } catch {
            #expect(error.line == 3)
        }
    }
}
