import HeadwaterTestKit
import NewsModel
import Testing
import TextCore

@testable import Lineage

@Suite struct LineageFinderTests {
    /// An agency's report of an invented accident.
    static let agency = """
        A freight train carrying fertiliser derailed on the viaduct above Oberwald on Monday night, sending nine wagons into the gorge and cutting the only rail link to the valley.
        The regional railway blamed a cracked rail that inspectors had flagged in March but that nobody replaced before the winter timetable ended.
        “We were told it could wait,” said Petra Lindqvist, who heads the drivers' union.
        Engineers lowered a camera into the gorge at dawn and found the locomotive resting upside down in shallow water, its fuel tank apparently intact.
        Villagers along the lower river were advised not to draw water until laboratory results arrive, probably on Wednesday.
        Rebuilding the span would take at least seven months, the railway estimated, because the granite piers date from 1911.
        """

    /// The same in other words, in the same order, with nobody credited.
    static let rewrite = """
        Nine wagons plunged into a gorge late on Monday when a freight train loaded with fertiliser came off the rails on the viaduct above Oberwald, severing the valley's only railway connection.
        According to the regional rail operator, the cause was a crack in a rail which inspectors had flagged back in March and which was never replaced before the end of the winter timetable.
        Petra Lindqvist, head of the train drivers' union, commented: “We were told it could wait.”
        At first light engineers used a camera lowered into the gorge and saw that the locomotive lies upside down in shallow water, with a fuel tank that seems intact.
        People living along the lower river have been told to draw no water before laboratory results come in, which is likely to be Wednesday.
        """

    /// Another reporter's telling of the same accident.
    static let independent = """
        Anna Berger was brushing her teeth when the windows shook. “It sounded like the mountain was falling,” the 64-year-old recalled on Tuesday.
        What fell was a goods train: it jumped the track on the old Oberwald bridge, and part of it lies in the ravine below her garden.
        Nobody was hurt, police in the canton confirmed. The driver, who had managed to stop the front of the train on the far side, is being treated for shock.
        Union leader Petra Lindqvist repeated an old charge. “We were told it could wait,” she said of the repairs.
        Buses will replace trains from Tuesday afternoon, and the tourist board expects cancellations for the hiking season.
        The cargo was artificial fertiliser. Firefighters have laid booms across the stream.
        """

    @Test func aRewriteSharesItsOriginAndAnIndependentReportDoesNot() throws {
        let reports = try [Self.agency, Self.rewrite, Self.independent].map { try StoryBuilder.report($0) }
        let lineage = try StoryBuilder.lineage(reports)
        #expect(lineage.origins.count == 2)
        let shared = lineage.origins.first { $0.documents.count == 2 }
        #expect(shared.map { Set($0.documents) } == Set(reports[0...1].map(\.document.id)))
        #expect(lineage.derivations.count == 1)
        #expect(lineage.derivations.allSatisfy { !$0.evidence.isEmpty && $0.probability > 0.9 })
    }

    @Test func aPublicQuoteInBothIsNoDerivation() throws {
        let reports = try [Self.rewrite, Self.independent].map { try StoryBuilder.report($0) }
        let lineage = try StoryBuilder.lineage(reports)
        #expect(lineage.origins.count == 2)
        #expect(lineage.derivations.isEmpty)
    }

    @Test func orderOfDocumentsChangesNothing() throws {
        let reports = try [Self.agency, Self.rewrite, Self.independent].map { try StoryBuilder.report($0) }
        let one = try StoryBuilder.lineage(reports)
        let other = try StoryBuilder.lineage(reports.reversed())
        #expect(one.passages == other.passages)
        #expect(one.derivations == other.derivations)
        #expect(one.origins == other.origins)
        #expect(one.stretches == other.stretches)
    }

    @Test func earlierPublicationGivesTheDirectionOfCopies() throws {
        let first = try StoryBuilder.report(Self.agency, outlet: "One", published: StoryBuilder.time(9))
        let second = try StoryBuilder.report(
            Self.agency.replacing("probably on", with: "likely on"), outlet: "Two", published: StoryBuilder.time(14))
        let edge = try #require(StoryBuilder.lineage([first, second]).derivations.first)
        #expect(edge.directionKnown)
        #expect(edge.document == second.document.id)
        #expect(edge.from == .document(first.document.id))
    }

    @Test func twoTellingsWithNothingButTimesMayHaveAThirdSource() throws {
        let first = try StoryBuilder.report(Self.rewrite, published: StoryBuilder.time(9))
        let second = try StoryBuilder.report(Self.agency, published: StoryBuilder.time(14))
        let edges = try StoryBuilder.lineage([first, second]).derivations
        #expect(
            !edges.contains {
                if case .document = $0.from { $0.directionKnown } else { false }
            })
    }

    @Test func aCreditToTheOtherOutletGivesTheDirection() throws {
        let first = try StoryBuilder.report(Self.agency, outlet: "Alpine News Service")
        var second = try StoryBuilder.report(Self.rewrite.replacing("At first light", with: "Alpine reports that"))
        StoryBuilder.credit("Alpine News Service", at: "Alpine reports", in: &second)
        let edge = try #require(StoryBuilder.lineage([first, second]).derivations.first)
        #expect(edge.from == .document(first.document.id))
        #expect(edge.credited || edge.evidence.contains { $0.kind == .credit })
    }

    @Test func textsThatShareAnUnseenSourceNameItWhenOneCreditsIt() throws {
        let agency = Self.agency.split(separator: "\n").map(String.init)
        let rewrite = Self.rewrite.split(separator: "\n").map(String.init)
        let own = "The town hall opened a telephone line for commuters, and the school bus was rerouted over the pass."
        let other =
            "Insurers put the damage to rolling stock at four million francs, a figure the owner declined to discuss."
        var first = try StoryBuilder.report(
            ([own]
                + agency[0...3].map {
                    $0.replacing("Engineers lowered", with: "Alpenblick reports that engineers lowered")
                })
                .joined(separator: "\n"))
        StoryBuilder.credit("Alpenblick", at: "Alpenblick reports", in: &first)
        let second = try StoryBuilder.report((rewrite[0...4] + [other]).joined(separator: "\n"))
        let lineage = try StoryBuilder.lineage([first, second])
        let origin = try #require(lineage.origins.first)
        #expect(lineage.origins.count == 1)
        #expect(origin.kind == .credited)
        #expect(origin.name == "Alpenblick")
        #expect(Set(origin.documents) == Set([first.document.id, second.document.id]))
        let credited = Dictionary(uniqueKeysWithValues: lineage.derivations.map { ($0.document, $0.credited) })
        #expect(credited == [first.document.id: true, second.document.id: false])
    }

    @Test func aMemberThatTheOthersCreditIsTheirRoot() throws {
        let first = try StoryBuilder.report(Self.agency, outlet: "Alpine News Service")
        var second = try StoryBuilder.report(
            Self.rewrite.replacing("At first light", with: "Alpine News Service reports that at first light"))
        StoryBuilder.credit("Alpine News Service", at: "Alpine News Service reports", in: &second)
        // Shares sentences of the second that the first has not.
        let added = "\nThe canton's emergency staff met at noon in the old customs house to decide on a pontoon bridge."
        let third = try StoryBuilder.report(Self.rewrite + added)
        var fourth = try StoryBuilder.report(second.text.string + added)
        StoryBuilder.credit("Alpine News Service", at: "Alpine News Service reports", in: &fourth)
        let lineage = try StoryBuilder.lineage([first, second, third, fourth])
        #expect(lineage.origins.count == 1)
        #expect(lineage.origins.first?.kind == .observed)
        #expect(lineage.origins.first?.documents.first == first.document.id)
    }

    @Test func twoReportsPutTogetherFromTheSameTwoTextsDoNotMakeThemOne() throws {
        let (one, two) = (Self.agency.split(separator: "\n"), Self.independent.split(separator: "\n"))
        let texts = [
            Self.agency, Self.rewrite, Self.independent, two.dropLast().joined(separator: "\n"),
            (one[0...1] + two[0...2]).joined(separator: "\n"), (two[4...5] + one[3...5]).joined(separator: "\n"),
        ]
        let reports = try texts.map { try StoryBuilder.report($0) }
        let lineage = try StoryBuilder.lineage(reports)
        #expect(lineage.origins.count == 2)
        for report in reports[4...5] {
            #expect(lineage.origins.count { $0.documents.contains(report.document.id) } == 2)
        }
    }

    @Test func aPageOfPicturesSharesCaptionsAndReportsDoNot() throws {
        let captions = """
            A crane lifts the last of nine derailed wagons out of the gorge below the Oberwald viaduct on Wednesday.
            Engineers inspect the cracked granite pier of the railway viaduct above Oberwald after the derailment.
            """
        func withCaptions(_ text: String) throws -> Analysis {
            var report = try StoryBuilder.report(captions + "\n" + text)
            for index in 0..<2 { report.document.blocks[index].kind = .caption }
            return report
        }
        let gallery = try withCaptions("")
        let (one, other) = (try withCaptions(Self.agency), try withCaptions(Self.independent))
        #expect(try StoryBuilder.lineage([gallery, one]).origins.count == 1)
        #expect(try StoryBuilder.lineage([one, other]).origins.count == 2)
    }

    @Test func everySentenceHasAnOriginOfTheList() throws {
        let reports = try [Self.agency, Self.rewrite, Self.independent].map { try StoryBuilder.report($0) }
        let lineage = try StoryBuilder.lineage(reports)
        let known = Set(lineage.origins.map(\.id))
        for report in reports {
            let stretches = lineage.stretches[report.document.id] ?? []
            #expect(stretches.map(\.span) == report.sentences.map(\.span))
            #expect(stretches.allSatisfy { known.contains($0.origin) })
            expectLayerLaws(stretches.map(\.span), in: report.text)
        }
    }

    @Test func nothingAndOneDocumentAreStoriesToo() throws {
        #expect(try StoryBuilder.lineage([]).origins.isEmpty)
        let one = try StoryBuilder.lineage([try StoryBuilder.report(Self.agency)])
        #expect(one.origins.count == 1)
        #expect(one.derivations.isEmpty)
        #expect(try StoryBuilder.lineage([try StoryBuilder.report("")]).origins.count == 1)
    }
}
