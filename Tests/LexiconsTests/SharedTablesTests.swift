import Synchronization
import Testing

@testable import Lexicons

@Suite struct SharedTablesTests {
    /// A table that counts how often it was loaded from a directory.
    struct Counted: SharedTable {
        static let loads = Mutex(0)
        let number: Int

        init(resources: ResourceDirectory) {
            number = Self.loads.withLock { loads in
                loads += 1
                return loads
            }
        }
    }

    @Test func aTableIsLoadedOnceForADirectoryAndItsCopies() throws {
        let directory = try ResourceDirectory()
        let copy = directory
        let first = try directory.shared(Counted.self).number
        #expect(try copy.shared(Counted.self).number == first)
        #expect(try ResourceDirectory().shared(Counted.self).number == first + 1)
    }

    @Test func aMissingFileFailsEveryTime() throws {
        let directory = try ResourceDirectory()
        for _ in 0..<2 {
            #expect(throws: ResourceDirectory.Failure.unreadable(file: directory.path + "/nothing.tsv")) {
                try directory.facts("nothing.tsv")
            }
        }
    }
}
