import HeadwaterTestKit
import Lexicons
import NewsModel
import Reconciliation
import Testing

@testable import Headwater

/// How many people a report says were killed and injured: read by the whole pipeline.
@Suite struct CasualtyTests {
    private static let pipeline = Result { try Pipeline(resources: ResourceDirectory()) }
    private static let reader = Result { try CasualtyReader(resources: ResourceDirectory()) }

    @Test(
        arguments: [
            ("Five people were shot in Norport on Sunday, one of them fatally, police said.", 1, 4),
            ("Mother, 2 children found dead in Norport", 3, nil),
            ("Ida Holm, mother of two, found dead in Norport", 1, nil),
            (
                "The fire in Norport was put out. The woman and her three children were taken to a hospital with burns.",
                nil, 4
            ),
            ("Three of the men were injured in Norport and another was taken to hospital.", nil, 4),
            ("A 13-year-old was shot three times in Norport on Sunday, police said.", nil, 1),
            ("The council of Norport voted for 12 new buses on Sunday.", nil, nil),
            // Whoever did it and died is one of the dead; "dead" and "bodies" have them already.
            ("A Norport man killed three relatives on Sunday before turning the gun on himself, police said.", 4, nil),
            ("Three people are dead in a murder-suicide in Norport, police said.", 3, nil),
            ("Police: Gunman kills wife, 2 sons, self in Norport", 4, nil),
            // How somebody is: hurt, or one of those told of before.
            ("Two men were killed in Norport and two others remain in critical condition, police said.", 2, 2),
            ("Five people were wounded in Norport on Sunday, two of them are in critical condition.", nil, 5),
            ("Three people were shot dead in a Norport home. All three had suffered gunshot wounds.", 3, nil),
            // Who is told apart by name, age or sex, and who is not.
            ("A shooting in Norport left a 7-year-old girl dead and her 9-year-old brother injured.", 1, 1),
            ("A boy, 6, was shot in Norport on Sunday. The child was taken to a hospital, where he died.", 1, nil),
            ("A 14-year-old is accused of shooting another teen in Norport, killing him.", 1, nil),
            // Numbers of something else.
            ("Three people fatally shot three men at a bar in Norport in February, police said.", 3, nil),
            ("A Norport officer fired one shot and hit a man in the leg, police said.", nil, 1),
            ("6 arrested after home invasion leaves Norport boy dead", 1, nil),
            ("Shooting in Norport kills father of 3, injures 2", 1, 2),
            ("Four people were hurt on May 7 in Norport, police said; it is a miracle that no one died.", 0, 4),
            // What is added to a number is not the number.
            (
                "Seven people are now known to have died in Tuesday's fire in Norport. Three more firefighters died during the night.",
                7, nil
            ),
            // A number that stands apart from those counted.
            ("The death toll of the fire in Norport rose to 12 on Tuesday, officials said.", 12, nil),
            ("The union puts the number of the dead in Norport at four and that of the injured at 40.", 4, 40),
            ("The number of people killed in the fire in Norport has climbed to 1,204, the ministry said.", 1204, nil),
            ("Doctors put the number of wounded at 31 and the number of dead at six.", 6, 31),
            ("The body count of the raid on Norport stands at nine, with 14 wounded.", 9, 14),
            ("The official figure for those killed in Norport is eight.", 8, nil),
            ("Two more bodies were found in Norport on Monday, bringing the death toll to at least seven.", 7, nil),
            ("The flood in Norport has a death toll of 19.", 19, nil),
            ("The toll stood at three on Monday after a fire killed a family in Norport.", 3, nil),
            ("The toll of the road from Norport rose to 12 crowns on Monday.", nil, nil),
            ("A number of people were killed in the fire in Norport at 12 sites.", nil, nil),
            ("The number of road deaths in Norport fell to 40 last year, the office said.", nil, nil),
            ("The number of injured in Norport rose by three to 15 on Tuesday.", nil, 15),
            // Disasters.
            ("A ferry with 212 people aboard capsized off Norport, drowning 37.", 37, nil),
            ("Thirty-two people drowned in Norport when the boat sank.", 32, nil),
            ("Rescuers have pulled 17 bodies from the rubble in Norport.", 17, nil),
            ("The strike on Norport killed a family of five.", 5, nil),
            ("The floods in Norport have claimed 23 lives.", 23, nil),
            ("The storm changed the lives of 23 people in Norport.", nil, nil),
            ("Nine people lost their lives in the crash in Norport and fourteen were hurt.", 9, 14),
            ("Twenty-one miners are dead in Norport, the company said, and five are missing.", 21, nil),
            // Another day's case.
            (
                "A girl was shot in the arm in Norport on Friday, two days after a boy was shot and killed there.",
                nil, 1
            ),
            ("One of five people shot in Norport on Sunday has died, police said.", 1, 4),
        ] as [(String, Int?, Int?)])
    func numbers(_ text: String, _ killed: Int?, _ injured: Int?) async throws {
        let account = try await Self.pipeline.get().account(of: [.make(text)])
        let casualties = try Self.reader.get().read(try #require(account.analyses.first))
        #expect(casualties.killed?.number == killed && casualties.injured?.number == injured, "\(casualties)")
    }
}
