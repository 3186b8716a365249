public import NewsModel
import TextCore

/// An invented story with its account, built by hand: four reports, three origins (a wire text that two reports follow,
/// one of them without a credit; a report of its own; a report with a little of its own beside the two). For tests of
/// what prints an account.
///
/// The texts hold what offsets stumble on: an emoji, CJK, a combining accent, markup that must be shown as text.
public enum SampleStory {
    /// The account.
    public static func account() -> Account {
        var builder = AccountBuilder()
        addReports(to: &builder)
        // The first report was changed after an earlier text of it was fetched.
        builder.annotate("gazette") { analysis in
            analysis.document.retrieved = "2024-05-15T06:00:00Z"
            analysis.document.versions = [
                DocumentVersion(
                    id: DocumentID(hashing: Array("earlier".utf8)), files: ["gazette-early.txt"],
                    title: "Blast in Port Kelmar", retrieved: "2024-05-14T18:00:00Z",
                    removed: ["At least 9 people were killed on Tuesday.", "“We 🚒 are still searching.”"],
                    added: [analysis.document.blocks[3].span])
            ]
        }
        let layers = addLayers(to: &builder)
        let lineage = lineage(builder)
        return Account(
            story: Story(
                id: "kelmar", title: "Explosion at the grain terminal of Port Kelmar", start: "2024-05-14",
                end: "2024-05-15"),
            brief: brief(builder), analyses: builder.analyses, lineage: lineage,
            ledger: ledger(builder, layers), world: world(builder), diagnostics: diagnostics(builder))
    }

    static func addReports(to builder: inout AccountBuilder) {
        builder.report(
            "gazette", file: "gazette.txt",
            metadata: metadata(
                outlet: "Kelmar Gazette", title: "Grain terminal blast in Port Kelmar kills at least 12"),
            [
                (.boilerplate, "Kelmar Gazette"),
                (.title, "Grain terminal blast in Port Kelmar kills at least 12"),
                (.dateline, "PORT KELMAR, May 14 (Coastal Wire)"),
                (
                    .paragraph,
                    "At least 12 people were killed on Tuesday when an explosion tore through the grain terminal of "
                        + "Port Kelmar, the regional governor said."
                ),
                (.paragraph, "“The ground shook as if the sea had fallen on us,” said Governor Irena Vasko."),
                (
                    .paragraph,
                    "About 3,000 tonnes of wheat were destroyed, Coastal Wire reports, citing the port authority. "
                        + "The terminal ships a third of the country's wheat."
                ),
                (.promo, "SEE ALSO: Wheat prices climb for a third week"),
                (
                    .paragraph,
                    "Port officials had been warned of dust in the silos in March, according to the dock workers' union."
                ),
                (.credit, "Photo: Coastal Wire"),
            ])
        builder.report(
            "ledger", file: "ledger.txt",
            metadata: metadata(
                outlet: "The Daily Ledger", title: "Deadly explosion rips through Kelmar grain port",
                byline: "Tomas Brandt"),
            [
                (.title, "Deadly explosion rips through Kelmar grain port"),
                (.byline, "By Tomas Brandt"),
                (
                    .paragraph,
                    "An explosion tore through the grain terminal at Port Kelmar on Tuesday, killing at least 12 people, "
                        + "according to the regional governor. Governor Irena Vasko said the ground had shaken “as if the "
                        + "sea fell on us”."
                ),
                (
                    .paragraph,
                    "Some 3,000 tonnes of wheat were lost in the blast. The terminal handles a third of the nation's "
                        + "wheat exports."
                ),
                (
                    .paragraph,
                    "The dock workers' union said port officials were warned in March about dust in the silos."
                ),
                (.promo, "Follow us on Socials"),
            ])
        builder.report(
            "herald", file: "herald.txt",
            metadata: metadata(
                outlet: "Northern Herald", title: "Seventeen dead as Kelmar silos burn", byline: "Anna Okafor",
                published: PublicationTime(
                    date: day(2024, 5, 15), secondOfDay: 24_000, zoneMinutes: 120, precision: .minute)),
            [
                (.title, "Seventeen dead as Kelmar silos burn"),
                (.byline, "By Anna Okafor in Port Kelmar"),
                (
                    .paragraph,
                    "Rescue workers have recovered 17 bodies from the burning silos of Port Kelmar, the fire service told "
                        + "the Northern Herald on Wednesday. “We counted seventeen. I do not expect to find more,” said "
                        + "fire chief Dmitri Lazar."
                ),
                (
                    .paragraph,
                    "Two silos stood empty on the day of the blast; 2,800 tonnes of wheat burned, the harbour master, "
                        + "Jon Iversen, said."
                ),
                (
                    .paragraph,
                    "Union leader Mara Petrov said that she had written to the port authority on 4 March about dust in "
                        + "the silos. The port authority denies that it was warned."
                ),
                (
                    .paragraph,
                    "Insurer Halden Re could pay up to $40 million to the terminal's owner, Agrimar, a person familiar "
                        + "with the policy said."
                ),
            ])
        builder.report(
            "meridian", file: "meridian.txt",
            metadata: metadata(
                outlet: "Meridian TV", title: "🔥 Port Kelmar (爆発): what we know <b>so far</b>",
                transport: "World Feed", published: PublicationTime(date: day(2024, 5, 15), precision: .day)),
            [
                (.title, "🔥 Port Kelmar (爆発): what we know <b>so far</b>"),
                (
                    .paragraph,
                    "The explosion at the grain terminal in Port Kelmar on Tuesday 🚢 killed at least 12 people, Coastal "
                        + "Wire reported."
                ),
                (
                    .paragraph,
                    "Governor Irena Vasko\u{301} said: «The ground trembled as though the sea had come down on us.»"
                ),
                (
                    .paragraph,
                    "The fire chief, Dmitri Lazar, told the Northern Herald that 17 bodies had been found. More than "
                        + "3,000 tonnes of wheat were destroyed."
                ),
                (.paragraph, "The city of Kelmar (人口 80,000) declared three days of mourning."),
                (.biography, "Lena writes about ports and has 4+ years of experience."),
            ])
    }

    private static func metadata(
        outlet: String, title: String, byline: String? = nil, transport: String? = nil,
        published: PublicationTime? = nil
    ) -> DocumentMetadata {
        var metadata = DocumentMetadata()
        metadata.outlet = outlet
        metadata.title = title
        metadata.byline = byline
        metadata.transport = transport
        metadata.published = published
        metadata.language = "en"
        return metadata
    }

    static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        guard let date = CivilDate(year, month, day) else { preconditionFailure("the calendar has no such day") }
        return date
    }

    private static func diagnostics(_ builder: AccountBuilder) -> [Diagnostic] {
        [
            Diagnostic(
                "intake.date", .note, "The report does not say when it was published.", file: "ledger.txt",
                document: builder.id("ledger")),
            Diagnostic(
                "recognition.time", .note, "“in March” was read as March 2024.", document: builder.id("gazette"),
                span: builder.span("gazette", "in March")),
        ]
    }
}
