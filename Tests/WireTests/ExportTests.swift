import Foundation
import HeadwaterTestKit
import NewsModel
import Testing
import TextCore

@testable import Wire

/// What an export must be in itself; that other programs read it is held by Tests/Exports.
@Suite struct ExportTests {
    static let account = SampleStory.account()

    static func text(_ kind: ExportKind, _ accounts: [Account] = [account]) -> String {
        String(decoding: Exporter().export(accounts, to: kind)[0].bytes, as: UTF8.self)
    }

    static func lines(_ kind: ExportKind) throws -> [[String: Any]] {
        try text(kind).split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    @Test(arguments: ExportKind.allCases)
    func theSameAccountsGiveTheSameBytes(kind: ExportKind) {
        let accounts = [Self.account, SampleStory.hostile(), SampleStory.empty()]
        let (once, again) = (Exporter().export(accounts, to: kind), Exporter().export(accounts, to: kind))
        #expect(once.map(\.bytes) == again.map(\.bytes))
        #expect(once.allSatisfy { !$0.name.contains("/") })
    }

    @Test(arguments: ExportKind.allCases)
    func noAccountIsAnExportToo(kind: ExportKind) {
        #expect(!Exporter().export([], to: kind).isEmpty)
    }

    @Test func aTableQuotesWhatItMust() {
        var table = CSVTable(columns: ["a", "b"], isForSpreadsheet: false)
        table.append(["x \"y\", z", nil])
        table.append(["=1+1", "two\nlines"])
        #expect(String(decoding: table.bytes, as: UTF8.self) == "a,b\r\n\"x \"\"y\"\", z\",\r\n=1+1,\"two\nlines\"\r\n")
    }

    @Test(arguments: [
        ("=1+1", "\"'=1+1\""), ("@x", "\"'@x\""), ("-1.5", "-1.5"), ("+cmd", "\"'+cmd\""), ("\tx", "\"'\tx\""),
        ("x", "x"),
    ])
    func aSpreadsheetComputesNothingOfADocument(cell: String, written: String) {
        var table = CSVTable(columns: ["a"], isForSpreadsheet: true)
        table.append([cell])
        #expect(String(decoding: table.bytes, as: UTF8.self) == "\u{FEFF}a\r\n\(written)\r\n")
    }

    @Test func everyStatementIsALineWithTheMembersOfTheAccount() throws {
        let lines = try Self.lines(.jsonl)
        let claims = lines.filter { $0["record"] as? String == "claim" }
        #expect(claims.count == Self.account.ledger.claims.count)
        #expect(claims[0]["story"] as? String == "kelmar")
        #expect((claims[0]["statements"] as? [Any])?.count == 4)
        #expect(
            Set(lines.compactMap { $0["record"] as? String }).isSuperset(of: ["document", "event", "place", "timeline"])
        )
    }

    @Test func anAnnotationFindsItsWords() {
        let text = Self.text(.webAnnotation)
        #expect(
            text.contains(#""exact":"17 bodies had been found","prefix":"ri Lazar, told the Northern Herald that "#)
                == false)
        #expect(text.contains(#""type":"TextQuoteSelector","exact":"17 bodies had been found""#))
    }

    @Test func alignedAndOverlappingStretchesAreOneCluster() {
        let builder = SampleStory.account()
        let clusters = PassimExport.clusters(builder.lineage.passages)
        for cluster in clusters {
            #expect(cluster.count > 1)
            #expect(cluster == cluster.sorted())
        }
        #expect(clusters.joined().count == Set(builder.lineage.passages.flatMap { [$0.a, $0.b] }).count)
    }

    @Test func whatIsOnlyPossibleIsNoEvent() {
        #expect(!Self.text(.plover).contains("up to $40 million"))
        #expect(Self.text(.plover).contains("an explosion tore through the grain terminal"))
    }

    @Test func aBibliographyEscapesWhatTeXObeys() {
        var account = SampleStory.hostile()
        account.analyses[0].document.metadata.title = "50% of $5 {x} \\input{y}"
        account.analyses[0].document.metadata.outlet = "A & B"
        let text = Self.text(.bibtex, [account])
        #expect(
            text.contains(
                #"title = {{50\% of \$5 \textbraceleft x\textbraceright  \textbackslash input\textbraceleft y\textbraceright }}"#
            ))
        #expect(text.contains(#"journal = {A \& B}"#))
    }

    @Test func anAddressThatIsNoneIsLeftOut() {
        var account = SampleStory.hostile()
        account.analyses[0].document.metadata.url = "javascript:alert(1)"
        for kind in ExportKind.allCases where kind != .csv && kind != .jsonl {
            #expect(!Self.text(kind, [account]).contains("javascript:alert(1)"), "\(kind)")
        }
    }
}

private let folder = ProcessInfo.processInfo.environment["HEADWATER_EXPORT_OUT"].map { URL(fileURLWithPath: $0) }

/// Writes every export of the sample stories into the folder HEADWATER_EXPORT_OUT, for other programs to read.
@Test(.enabled(if: folder != nil, "HEADWATER_EXPORT_OUT names no folder: no export was written"))
func writeSampleExports() throws {
    let folder = try #require(folder)
    let stories = ["sample": [SampleStory.account()], "hostile": [SampleStory.hostile(), SampleStory.empty()]]
    for (name, accounts) in stories {
        let place = folder.appending(path: name)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        for kind in ExportKind.allCases {
            for file in Exporter().export(accounts, to: kind) {
                try Data(file.bytes).write(to: place.appending(path: file.name))
            }
        }
        try Data(AccountWriter().json(accounts)).write(to: place.appending(path: "account.json"))
    }
}
