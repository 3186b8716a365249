import Foundation
import Lexicons
import NewsModel
import Testing

@testable import Headwater
@testable import Intake

/// Five real reports of one story: other people's texts, which lie beside the repository and not in it. Suites that read
/// them are skipped, visibly, where they do not.
enum FiveReports {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/stories/pyongyang-2024")
    static let areThere = FileManager.default.fileExists(atPath: folder.path)

    /// One reading serves all suites.
    static let reading = Task { () throws -> Reading in
        let (items, _) = ItemGatherer().gather([folder.path])
        return await (try Pipeline(resources: ResourceDirectory())).read(items)
    }

    /// The account of the first story, which holds all five.
    static func account() async throws -> Account { try #require(try await reading.value.accounts.first) }
}
