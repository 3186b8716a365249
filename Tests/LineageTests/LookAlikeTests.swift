import NewsModel
import Testing

@testable import Lineage

/// What two reports share without either having it from the other: the form of their genre, and text that both were free
/// to print.
@Suite struct LookAlikeTests {
    struct Pair: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var a: String
        var b: String
    }

    private static let matches = Pair(
        testDescription: "two matches of one league",
        a: """
            Harwick United beat Tolland City 2-1 at Mere Park on Saturday to move up to third place in the league table.
            Dan Osei gave the home side the lead in the 12th minute with a header from a corner kick.
            The visitors drew level shortly before half-time when Luca Brandt converted a penalty kick.
            Osei scored his second goal of the afternoon with ten minutes to go, a low shot from the edge of the area.
            “We kept going until the end,” said Harwick manager Ruth Allardyce.
            Harwick United play away at Penmoor next Saturday, while Tolland City are at home to Eastleigh Rovers.
            """,
        b: """
            Castle Vale beat Penmoor Athletic 3-1 at the Quay Ground on Saturday to move up to seventh place in the league table.
            Mikael Strand gave the home side the lead in the 31st minute with a free kick from twenty metres.
            The visitors drew level shortly after half-time when Joe Okafor converted a penalty kick.
            Substitute Amir Haddad scored twice within four minutes late in the game, both from close range.
            “The bench won it for us,” said Castle Vale manager Owen Price.
            Castle Vale play away at Eastleigh Rovers next Saturday, while Penmoor Athletic are at home to Harwick United.
            """)

    private static let forecasts = Pair(
        testDescription: "two days' weather",
        a: """
            Saturday will be mostly cloudy with a chance of showers in the afternoon and highs in the mid 60s.
            Winds will be from the northwest at 10 to 15 miles per hour, with gusts of up to 25 miles per hour along the coast.
            Saturday night will be partly cloudy with lows in the upper 40s and patchy fog in the valleys.
            The National Weather Service has issued a small craft advisory for the outer waters until 9 p.m.
            Sunday looks drier, with sunshine through the morning before clouds return from the west.
            """,
        b: """
            Thursday will be mostly sunny with a chance of thunderstorms in the evening and highs in the upper 80s.
            Winds will be from the southeast at 5 to 10 miles per hour, with gusts of up to 20 miles per hour near the lake.
            Thursday night will be mostly clear with lows in the mid 60s and light winds.
            The National Weather Service has issued a heat advisory for the southern counties from noon until 8 p.m.
            Friday looks hotter still, with sunshine from morning to night and no rain before the weekend.
            """)

    private static let markets = Pair(
        testDescription: "two days' markets",
        a: """
            Shares in Oslo closed higher on Monday, with the main index up 0.8 percent at 1,412.30 points.
            Energy stocks led the gains as the price of crude oil rose 1.9 percent to 82.40 dollars a barrel.
            Shipping group Nordhavn was the biggest winner, up 6.1 percent after it raised its forecast for the year.
            Among the losers, salmon farmer Fjordlaks fell 2.3 percent.
            The krone was little changed against the euro at 11.52. Analysts expect the central bank to keep interest rates unchanged on Thursday.
            """,
        b: """
            Shares in Oslo closed lower on Wednesday, with the main index down 1.1 percent at 1,396.85 points.
            Energy stocks led the losses as the price of crude oil fell 2.4 percent to 79.15 dollars a barrel.
            Insurer Trygghet was the biggest loser, down 4.7 percent after two large claims for storm damage.
            Among the winners, telecoms company Telenett rose 1.2 percent.
            The krone weakened against the euro to 11.61. Analysts expect the central bank to signal one more rise of interest rates.
            """)

    private static let shootings = Pair(
        testDescription: "two shootings of one city",
        a: """
            A 24-year-old man was shot and killed late Tuesday in the Garfield neighborhood, police said.
            Officers responded to a report of shots fired in the 3400 block of Linden Street just after 11 p.m. and found the man lying on the sidewalk with gunshot wounds to the chest.
            He was taken to Mercy Hospital, where he was pronounced dead. His name has not been released pending notification of next of kin.
            Witnesses told police that a dark-colored sedan drove away from the scene. No arrests have been made.
            Anyone with information is asked to call Crime Stoppers at 555-0147.
            """,
        b: """
            A 31-year-old woman was shot and wounded early Friday in the Eastgate neighborhood, police said.
            Officers responded to a report of shots fired in the 900 block of Union Avenue just before 2 a.m. and found the woman sitting in a parked car with a gunshot wound to the leg.
            She was taken to Mercy Hospital, where she was listed in stable condition. Her name has not been released.
            A gas station clerk told police that two men ran toward the canal. No arrests have been made.
            Anyone with information is asked to call Crime Stoppers at 555-0147.
            """)

    private static let boilerplate = Pair(
        testDescription: "two reports with an agency's lines for the reader",
        a: """
            The parliament of Vendria voted on Monday to double the tax on empty houses in the three largest cities.
            Landlords' associations had lobbied for months against the bill, which passed by four votes after midnight.
            Mayors say that one flat in nine stands empty while families queue for council homes.
            (Reporting by Ana Petrov in Vend; Editing by Tom Rask)
            This is a breaking news story. Check back for updates.
            Our Standards: The Trust Principles. Sign up here to get our daily newsletter in your inbox.
            """,
        b: """
            Two climbers were rescued from the north face of Mount Kessel on Monday after three nights in a snow cave.
            A helicopter reached the ledge during a pause in the storm, and both walked into the hospital by themselves.
            Their guide had turned back on Friday with frostbite and raised the alarm.
            (Reporting by Lea Huber in Kessel; Editing by Tom Rask)
            This is a breaking news story. Check back for updates.
            Our Standards: The Trust Principles. Sign up here to get our daily newsletter in your inbox.
            """)

    /// One event, told by two reporters; the paragraph that explains it is the agency's in both.
    private static let background = Pair(
        testDescription: "two reporters with one paragraph of background",
        a: """
            Ferry captain Ilse Maurer had tied up for the night when the sirens went off across the harbour of Sund.
            “I saw people in their pyjamas carrying cats,” she said on the quay, where the Red Cross handed out blankets.
            By morning the evacuation zone had grown to two kilometres, and the school opposite the tank farm was full of camp beds.
            The tank farm was built in 1968 and has been owned by Baltic Storage since 2009. It was fined twice in the last five years for leaking valves.
            Maurer will sail again at noon, she hopes, if the wind does not turn.
            Her passengers were waiting with their bicycles.
            """,
        b: """
            The interior ministry set up a crisis staff on Tuesday after a leak of ammonia at Sund, and its first decision was to close the strait to shipping.
            Some 1,900 residents spent the night elsewhere, according to the county governor, who spoke of an orderly operation.
            Opposition politicians demanded to know why an inspection that was due in spring had been put off until autumn.
            The tank farm was built in 1968 and has been owned by Baltic Storage since 2009. It was fined twice in the last five years for leaking valves.
            A spokesman for the company declined to comment before experts have seen the valve.
            The prime minister is expected in Sund on Thursday.
            """)

    private static let earthquakes = Pair(
        testDescription: "two earthquakes, told by one program",
        a: """
            A shallow magnitude 4.2 earthquake was reported Monday morning eight miles from Corona Ridge, according to the U.S. Geological Survey.
            The temblor occurred at 6:25 a.m. Pacific time at a depth of 5.0 miles.
            According to the USGS, the epicenter was 12 miles from Palmdale Flats, 21 miles from Silver Wells and 48 miles from Los Hermanos.
            In the last 10 days, there has been one earthquake of magnitude 3.0 and greater centered nearby.
            """,
        b: """
            A shallow magnitude 3.6 earthquake was reported Thursday evening three miles from Trinity Point, according to the U.S. Geological Survey.
            The temblor occurred at 9:41 p.m. Pacific time at a depth of 7.4 miles.
            According to the USGS, the epicenter was 17 miles from Fort Adams, 33 miles from Redwood Landing and 90 miles from Chico Springs.
            In the last 10 days, there have been two earthquakes of magnitude 3.0 and greater centered nearby.
            """)

    private static let earnings = Pair(
        testDescription: "two companies' quarters",
        a: """
            Varga Foods on Thursday reported earnings of 41.2 million dollars in its third quarter.
            The company, based in Dayton, said it had net income of 63 cents per share.
            The results topped expectations of analysts, whose average estimate was for earnings of 58 cents per share.
            The packaged food maker posted revenue of 912.7 million dollars in the period.
            Varga shares have climbed 14 percent since the beginning of the year.
            """,
        b: """
            Lumen Optics on Tuesday reported earnings of 8.6 million dollars in its second quarter.
            The company, based in Tucson, said it had net income of 22 cents per share.
            The results missed expectations of analysts, whose average estimate was for earnings of 27 cents per share.
            The maker of laser instruments posted revenue of 154.3 million dollars in the period.
            Lumen shares have fallen 31 percent since the beginning of the year.
            """)

    private static let crashes = Pair(
        testDescription: "two road accidents of one county",
        a: """
            One person was killed and two others were injured in a two-vehicle crash Sunday afternoon on Highway 41 in Marlow County, the state patrol said.
            The crash happened at about 3:20 p.m. when a northbound pickup truck crossed the center line and struck a minivan head-on.
            The driver of the pickup, 58-year-old Carl Jessup of Ardmore, was pronounced dead at the scene.
            The highway was closed for nearly three hours. The crash remains under investigation.
            """,
        b: """
            Two people were killed and one other was injured in a single-vehicle crash Friday night on County Road 12 in Marlow County, the state patrol said.
            The crash happened at about 11:45 p.m. when an eastbound sedan left the road in a curve and struck a tree.
            The passengers, 19-year-old Mia Torres and 20-year-old Eli Grant of Fenwick, were pronounced dead at the scene.
            The road was closed for nearly four hours. The crash remains under investigation.
            """)

    @Test(arguments: [matches, forecasts, markets, shootings, earthquakes, earnings, crashes, boilerplate, background])
    func theyAreNotDerived(_ pair: Pair) throws {
        let lineage = try StoryBuilder.lineage([try StoryBuilder.report(pair.a), try StoryBuilder.report(pair.b)])
        #expect(lineage.derivations.isEmpty)
        #expect(lineage.origins.count == 2)
    }
}
