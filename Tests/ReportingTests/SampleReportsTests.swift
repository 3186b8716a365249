import Foundation
import HeadwaterTestKit
import Lexicons
import Testing

@testable import Reporting

/// Writes the sample account's reports into the folder HEADWATER_PAGE_OUT, for the browser's tests and to be looked at.
private let folder = ProcessInfo.processInfo.environment["HEADWATER_PAGE_OUT"].map { URL(fileURLWithPath: $0) }

@Test(.enabled(if: folder != nil, "HEADWATER_PAGE_OUT names no folder: no report was written"))
func writeSampleReports() throws {
    let folder = try #require(folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let account = SampleStory.account()
    let texts = [
        "sample.txt": TerminalReport().render(account),
        "sample-full.txt": TerminalReport(width: 80, usesColor: true, isFull: true).render(account),
        "sample.md": MarkdownReport().render(account),
    ]
    let resources = try ResourceDirectory()
    let assets = try PageAssets { file throws(ResourceDirectory.Failure) in try resources.bytes(file) }
    let page = PageReport(assets: assets)
    let pages = [
        "sample.html": [account], "two.html": [account, SampleStory.hostile()], "hostile.html": [SampleStory.hostile()],
        "large.html": [SampleStory.large(reports: 200, claims: 3000)],
        "small.html": [SampleStory.large(reports: 5, claims: 75)], "empty.html": [SampleStory.empty()], "none.html": [],
    ]
    for (name, accounts) in pages { try Data(page.render(accounts)).write(to: folder.appending(path: name)) }
    for (name, text) in texts { try Data(text.utf8).write(to: folder.appending(path: name)) }
}
