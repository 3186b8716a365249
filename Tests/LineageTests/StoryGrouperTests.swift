import HeadwaterTestKit
import Lexicons
import NewsModel
import Testing
import TextCore

@testable import Lineage

@Suite struct StoryGrouperTests {
    /// Two towns, two shootings, told by three outlets in the words in which such things are told.
    private static let lakeside = """
        A 34-year-old man was shot and killed outside a bakery in Lakeside on Friday night, police said. Officers found Darnell Whitcomb with several gunshot wounds on Alder Street shortly after 11 p.m.
        He was taken to St. Brendan's hospital, where he was pronounced dead. Nobody has been arrested. Police ask anyone with information to call Lakeside detectives.
        """
    private static let lakesideAgain = """
        Relatives of Darnell Whitcomb laid flowers on Alder Street in Lakeside on Saturday, a day after the father of two was gunned down in front of the bakery where he worked.
        His sister said that Whitcomb had just closed the shop. Investigators are looking for two men who were seen running away. No arrests have been made.
        """
    private static let millbrook = """
        A 29-year-old man was shot and killed outside a bar in Millbrook on Friday night, police said. Officers found Trevor Aguilar with several gunshot wounds on Quarry Road shortly after 10 p.m.
        He was taken to Mercy hospital, where he was pronounced dead. Nobody has been arrested. Police ask anyone with information to call Millbrook detectives.
        """

    private func groups(_ documents: [Document]) throws -> [[Int]] {
        try StoryGrouper(resources: ResourceDirectory()).stories(of: documents.map { Analysis(document: $0) })
    }

    private func document(_ text: String, day: Int? = nil) -> Document {
        var metadata = DocumentMetadata()
        metadata.published = day.flatMap { CivilDate(2021, 5, $0) }.map { PublicationTime(date: $0, precision: .day) }
        return .make(text, metadata: metadata)
    }

    @Test func lookAlikeShootingsOfTwoTownsAreTwoStories() throws {
        let found = try groups([document(Self.lakeside), document(Self.millbrook), document(Self.lakesideAgain)])
        withKnownIssue("three short texts give too few words to tell two events of a kind apart") {
            #expect(found == [[0, 2], [1]])
        }
    }

    @Test func anotherReportOfTheSameEventJoinsWhateverItsWords() throws {
        let reports = [
            LineageFinderTests.agency, LineageFinderTests.rewrite, LineageFinderTests.independent, Self.millbrook,
        ]
        let found = try groups(reports.map { document($0) })
        withKnownIssue("an independent report in quite other words stands apart") {
            #expect(found == [[0, 1, 2], [3]])
        }
    }

    @Test func orderOfDocumentsChangesNothing() throws {
        let documents = [
            document(Self.lakeside, day: 8), document(Self.millbrook, day: 8), document(Self.lakesideAgain, day: 9),
            document(LineageFinderTests.agency, day: 4), document(LineageFinderTests.independent),
        ]
        func named(_ groups: [[Int]], _ order: [Int]) -> Set<Set<Int>> { Set(groups.map { Set($0.map { order[$0] }) }) }
        let first = named(try groups(documents), Array(documents.indices))
        for order in [[4, 3, 2, 1, 0], [2, 4, 1, 0, 3], [3, 0, 4, 2, 1]] {
            #expect(try named(groups(order.map { documents[$0] }), order) == first)
        }
    }

    @Test func whatLiesYearsApartIsAnotherStory() throws {
        let resources = try ResourceDirectory()
        func isOne(_ days: Int) throws -> Bool {
            var stream = try StoryGrouper(resources: resources).stream()
            var later = DocumentMetadata()
            later.published = CivilDate(2021, 5, 8).map {
                PublicationTime(date: $0.adding(days: days), precision: .day)
            }
            let first = stream.add(Analysis(document: document(Self.lakeside, day: 8)))
            let second = stream.add(Analysis(document: .make(Self.lakesideAgain, metadata: later)))
            return second == first
        }
        #expect(try isOne(1))
        #expect(try !isOne(4000))
    }

    @Test func nothingAndEmptyDocumentsAreStoriesToo() throws {
        #expect(try groups([]) == [])
        #expect(try groups([document(""), document("…")]).count == 2)
    }
}
