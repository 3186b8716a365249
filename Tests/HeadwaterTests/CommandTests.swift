import Foundation
import Testing

/// The program as a person calls it: what it prints where, and with which exit status.
@Suite struct CommandTests {
    private static let checkout = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let reports = checkout.appending(path: "Examples/harbour-fire/reports").path

    /// The program beside the tests; nil where it was not built.
    static let program: URL? = [".build/debug", ".build/release"].map { checkout.appending(path: $0 + "/headwater") }
        .first { FileManager.default.isExecutableFile(atPath: $0.path) }

    private struct Outcome {
        var status: Int32
        var output: String
        var errors: String
    }

    private func run(_ arguments: [String]) throws -> Outcome {
        let process = Process()
        process.executableURL = Self.program
        process.arguments = arguments
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let printed = output.fileHandleForReading.readDataToEndOfFile()
        let said = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: String(decoding: printed, as: UTF8.self),
            errors: String(decoding: said, as: UTF8.self))
    }

    @Test(.enabled(if: program != nil, "the program was not built: it was not called"))
    func checkPrintsPlacesAndASummary() throws {
        let found = try run(["check", Self.reports, "--quiet"])
        #expect(found.status == 0, "\(found.errors)")
        let lines = found.output.split(separator: "\n")
        #expect(lines.contains { $0.contains("06_black-sea-shipping-review.txt:") && $0.hasSuffix("[arithmetic]") })
        #expect(lines.last?.hasPrefix("8 drafts read: ") == true)
        let sure = try run(["check", Self.reports, "--quiet", "--disagreements"])
        #expect(!sure.output.contains(": question: ") && sure.output.contains(": disagreement: "))
        let json = try run(["check", Self.reports, "--quiet", "--format", "json"])
        #expect(json.output.hasPrefix("{\"schema\":\"headwater.check/1\""))
    }

    @Test(.enabled(if: program != nil, "the program was not built: it was not called"))
    func claimsAreFiltered() throws {
        let all = try run(["claims", Self.reports, "--quiet", "--format", "csv"])
        let disputed = try run(["claims", Self.reports, "--quiet", "--format", "csv", "--status", "disputed"])
        #expect(all.status == 0 && disputed.status == 0)
        let rows = disputed.output.split(separator: "\r\n").dropFirst()
        #expect(!rows.isEmpty && rows.allSatisfy { $0.hasSuffix(",disputed") })
        #expect(rows.count < all.output.split(separator: "\r\n").count - 1)
        let unknown = try run(["claims", Self.reports, "--quiet", "--origin", "No Such Wire"])
        #expect(unknown.status == 65 && unknown.errors.contains("no origin is called No Such Wire"))
    }

    @Test(
        .enabled(if: program != nil, "the program was not built: it was not called"),
        arguments: ["check", "claims", "read"])
    func badInputHasItsExitStatus(_ command: String) throws {
        let page = command == "read" ? ["--no-page"] : []
        let missing = try run([command, "/no/such/report.txt"] + page)
        #expect(missing.status == 66 && missing.errors.contains("/no/such/report.txt"))
        #expect(missing.output.isEmpty)
        #expect(try run([command]).status == 64)
        #expect(try run([command, "a.txt", "--format", "sculpture"]).status == 64)
        let unwritable = try run([command, Self.reports + "/01_euxine-press.txt", "-o", "/no/such/folder/out"] + page)
        #expect(unwritable.status == 73)
    }

    @Test(.enabled(if: program != nil, "the program was not built: it was not called"))
    func addressesThatAreNotFetchedAreTold() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "headwater-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let refused = try run(["fetch", "http://127.0.0.1:9/a", "http://[::1]/", "-o", folder])
        #expect(refused.status == 66 && refused.output.isEmpty)
        #expect(
            refused.errors.split(separator: "\n").count { $0.contains("in a private network or on this machine") } == 2)
        #expect(try run(["read", "http://127.0.0.1:9/a", "--no-page"]).status == 66)
        let mixed = try run(["extract", "http://127.0.0.1:9/a", Self.reports + "/01_euxine-press.txt"])
        #expect(mixed.status == 66 && !mixed.output.isEmpty)
        for wrong in [["ftp://news.example/", "-o", folder], ["-o", folder], ["http://news.example/"]] {
            #expect(try run(["fetch"] + wrong).status == 64)
        }
        #expect(try run(["extract", "https://desk@news.example/"]).status == 64)
        #expect(try run(["fetch", "http://127.0.0.1:9/", "-o", "/dev/null/folder"]).status == 73)
    }
}
