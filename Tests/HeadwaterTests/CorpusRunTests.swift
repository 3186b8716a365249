import Foundation
import Intake
import Lexicons
import Lineage
import NewsModel
import Synchronization
import Testing
import TextCore

@testable import Headwater

@Suite struct CorpusRunTests {
    /// Three stories of two reports each, and one report alone, a paragraph a line of the text.
    private static let texts: [String] = [
        """
        The lighthouse keeper of Skarholm, Agnete Lorentzen, found the seal pups on the northern beach shortly after dawn on Monday.
        She carried eleven of them to the boathouse in a wheelbarrow and called the veterinarian in Brattvik, who came by helicopter.
        Nobody has counted so many strandings on the island since records began in 1931.
        """,
        """
        A bakery in Klosterneuburg has stopped selling poppy seed rolls because its supplier in Znojmo lost the harvest to hail.
        Owner Balthasar Rieger said that he would rather sell nothing than rolls with blue paint on them.
        Customers have signed a petition that asks the town council to import poppy seed from Turkey.
        """,
        """
        Shortly after dawn on Monday the lighthouse keeper of Skarholm, Agnete Lorentzen, found the seal pups on the northern beach.
        She carried eleven of them to the boathouse in a wheelbarrow and called the veterinarian in Brattvik, who came by helicopter.
        Nobody has counted so many strandings on the island since records began in 1931.
        """,
        """
        The chess federation of Paraguay banned wristwatches from its tournaments after an arbiter found a transmitter in one of them.
        Its president, Ramona Ayala, said that the player had been suspended for eighteen months.
        """,
        """
        The chess federation of Paraguay banned wristwatches from its tournaments after an arbiter found a transmitter in one of them.
        Its president, Ramona Ayala, said that the player had been suspended for eighteen months and would appeal.
        """,
        """
        A bakery in Klosterneuburg has stopped selling poppy seed rolls because its supplier in Znojmo lost the harvest to hail.
        Owner Balthasar Rieger said that he would rather sell nothing than rolls with blue paint on them.
        """,
        "Rain is expected in the north.",
    ]

    private static func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "headwater-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    private static func corpus(in folder: URL) throws -> String {
        let file = folder.appending(path: "corpus.txt")
        let lines = texts.map { $0.replacing("\n", with: "\\") } + ["", "?"]
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
        return file.path
    }

    /// A line of the test's own format: paragraphs parted by backslashes.
    private static func entry(_ line: [UInt8], _ number: Int) -> CorpusRun.Entry? {
        let text = String(decoding: line, as: UTF8.self).replacing("\\", with: "\n").trimmingCharacters(in: .newlines)
        guard text.count > 3 else { return nil }
        let source = SourceText(text)
        let blocks = LineIndex(source).lines.map { Block(.paragraph, source.trimmed($0)) }
        return CorpusRun.Entry(
            id: "d\(number)",
            document: Document(
                id: DocumentID(hashing: Array("\(number)\(text)".utf8)), files: ["d\(number)"], text: source,
                blocks: blocks))
    }

    private static func texts(_ group: CorpusRun.Group) -> [[UInt8]] {
        let names = group.entries.map(\.id).joined(separator: " ")
        let origins = group.lineage.origins.map { "o\(group.firstOrigin + $0.id.number - 1)" }.joined(separator: " ")
        return [Array("\(names): \(group.pairs.count) pairs\n".utf8), Array("\(origins)\n".utf8)]
    }

    private static func read(_ folder: URL) throws -> [String] {
        try ["one", "two"].map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
    }

    @Test func findsTheGroupsWithoutComparingAllPairs() async throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let run = try CorpusRun(resources: ResourceDirectory())
        let summary = try await run.run(
            try Self.corpus(in: folder), into: folder.path, files: ["one", "two"], read: Self.entry, format: Self.texts)
        #expect(summary.candidates == 3 && summary.groups == 3)
        #expect(try Self.read(folder)[0] == "d0 d2: 1 pairs\nd1 d5: 1 pairs\nd3 d4: 1 pairs\n")
        #expect(try Self.read(folder)[1] == "o1\no2\no3\n")
        #expect(!FileManager.default.fileExists(atPath: folder.appending(path: ".work").path))
    }

    @Test func goesOnWhereItWasCutOffAndGivesTheSame() async throws {
        let folder = try Self.folder()
        let copy = folder.appendingPathExtension("cut")
        defer {
            try? FileManager.default.removeItem(at: folder)
            try? FileManager.default.removeItem(at: copy)
        }
        let corpus = try Self.corpus(in: folder)
        let run = try CorpusRun(resources: ResourceDirectory())
        let calls = Mutex(0)
        _ = try await run.run(
            corpus, into: folder.path, files: ["one", "two"], read: Self.entry,
            format: { group in
                // The folder as it is when the program is killed before the third group is written.
                if calls.withLock({
                    $0 += 1; return $0
                }) == 3 {
                    try? FileManager.default.copyItem(at: folder, to: copy)
                }
                return Self.texts(group)
            })
        // What was written after the last note is taken back.
        let half = copy.appending(path: "one")
        try Data((try String(contentsOf: half, encoding: .utf8) + "d3 d4: 1 pa").utf8).write(to: half)
        let summary = try await run.run(
            corpus, into: copy.path, files: ["one", "two"], read: Self.entry, format: Self.texts)
        #expect(summary.resumed == 2)
        #expect(try Self.read(copy) == Self.read(folder))
    }

    @Test func aFolderOfAnotherCorpusIsRefusedAndAMissingOneNamed() async throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let run = try CorpusRun(resources: ResourceDirectory())
        let work = folder.appending(path: ".work")
        try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
        try Data("another".utf8).write(to: work.appending(path: "corpus"))
        let corpus = try Self.corpus(in: folder)
        await #expect(throws: CorpusRun.Failure.self) {
            try await run.run(corpus, into: folder.path, files: ["one"], read: Self.entry, format: Self.texts)
        }
        await #expect(throws: CorpusRun.Failure.self) {
            try await run.run("/no/such", into: folder.path, files: ["one"], read: Self.entry, format: Self.texts)
        }
    }
}
