import Foundation
import HeadwaterTestKit
import NewsModel
import Testing

@testable import Wire

/// Holds what the writer writes against the published schema, with an independent validator (Python's jsonschema).
@Suite struct SchemaTests {
    static let schemas = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "Schemas")

    private static let validator = """
        import json, sys
        import jsonschema
        schema = json.load(open(sys.argv[1]))
        jsonschema.Draft202012Validator.check_schema(schema)
        errors = list(jsonschema.Draft202012Validator(schema).iter_errors(json.load(open(sys.argv[2]))))
        for error in errors[:5]:
            print(error.json_path, jsonschema.exceptions.best_match([error]).message[:300])
        sys.exit(1 if errors else 0)
        """

    private static func python(_ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let python = ProcessInfo.processInfo.environment["HEADWATER_PYTHON"] ?? "python3"
        process.arguments = [python] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    private static func validate(
        _ json: [UInt8], against schema: String = "account-1"
    ) throws -> (status: Int32, output: String) {
        let file = FileManager.default.temporaryDirectory.appending(path: "headwater-\(UUID().uuidString).json")
        try Data(json).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try python(
            ["-c", validator, schemas.appending(path: schema + ".schema.json").path, file.path])
    }

    /// Whether Python and jsonschema are here.
    static let canValidate = (try? python(["-c", "import jsonschema"]).status) == 0

    @Test(.enabled(if: canValidate, "python3 with the package jsonschema is not here: the schema was not checked"))
    func accountsKeepToTheSchema() throws {
        let account = SampleStory.account()
        for accounts in [[account], [account, account], []] {
            let (status, output) = try Self.validate(AccountWriter().json(accounts))
            #expect(status == 0, "\(output)")
        }
    }

    @Test(.enabled(if: canValidate, "python3 with the package jsonschema is not here: the schema was not checked"))
    func theSchemaRejects() throws {
        let good = String(decoding: AccountWriter().json([SampleStory.account()]), as: UTF8.self)
        let breaches = [
            (#""verdict":"conflicts""#, #""verdict":"clashes""#), (#""exact":"17""#, #""exakt":"17""#),
            (#""coverage":0.92"#, #""coverage":92"#), (#""origin":"o1""#, #""origin":null"#),
            (#""section":"single","#, #""section":"single","extra":1,"#),
        ]
        for (original, breach) in breaches {
            #expect(good.contains(original))
            let bad = good.replacingOccurrences(of: original, with: breach)
            #expect(try Self.validate(Array(bad.utf8)).status == 1, "\(breach) should not pass")
        }
    }

    @Test(.enabled(if: canValidate, "python3 with the package jsonschema is not here: the schema was not checked"))
    func articlesKeepToTheSchema() throws {
        var bare = ArticleWriterTests.document()
        bare.metadata = DocumentMetadata()
        bare.files = []
        for document in [ArticleWriterTests.document(), ArticleWriterTests.liveBlog(), bare] {
            let (status, output) = try Self.validate(ArticleWriter().json(document), against: "article-1")
            #expect(status == 0, "\(output)")
        }
        let good = String(decoding: ArticleWriter().json(ArticleWriterTests.liveBlog()), as: UTF8.self)
        let breaches = [
            (#""type":"promo""#, #""type":"advert""#),
            (#""publishedPrecision":"day""#, #""publishedPrecision":"week""#),
            (#""published":"2024-06-18T09:30Z""#, #""published":"half past nine""#),
            (#""authors":["#, #""authors":[7,"#),
        ]
        for (original, breach) in breaches {
            #expect(good.contains(original), "\(original)")
            let bad = good.replacingOccurrences(of: original, with: breach)
            #expect(try Self.validate(Array(bad.utf8), against: "article-1").status == 1, "\(breach) should not pass")
        }
    }

    @Test(.enabled(if: canValidate, "python3 with the package jsonschema is not here: the schema was not checked"))
    func claimsAndChecksKeepToTheirSchemas() throws {
        let account = SampleStory.account()
        let claims = AccountWriter().claims([account, account])
        let places = account.ledger.claims[0].statements.map(\.citation)
        let check = CheckWriter().json([
            (
                account,
                Finding.Kind.allCases.map {
                    Finding(kind: $0, grade: .question, text: "Look.", citations: places, explanation: "Because.")
                }
            )
        ])
        for (schema, json, original, breach) in [
            ("claims-1", claims, #""status":"corroborated""#, #""status":"true""#),
            ("check-1", check, #""grade":"question""#, #""grade":"error""#),
            ("analysis-1", AnalysisWriter.json(account.analyses), #""parent":null"#, #""parent":"none""#),
        ] {
            let (status, output) = try Self.validate(json, against: schema)
            #expect(status == 0, "\(output)")
            let good = String(decoding: json, as: UTF8.self)
            #expect(good.contains(original))
            let bad = good.replacingOccurrences(of: original, with: breach)
            #expect(try Self.validate(Array(bad.utf8), against: schema).status == 1, "\(breach) should not pass")
        }
    }
}
