import NewsModel
import TextCore

extension SampleStory {
    /// Indices into the layers, which the ledger and the world refer to.
    struct Layers {
        var killed: [String: Int] = [:]
        var wheat: [String: Int] = [:]
        var governorQuote: [String: Int] = [:]
        var payment = 0
    }

    static let wire = OriginID(1)
    static let heraldOwn = OriginID(2)
    static let meridianOwn = OriginID(3)

    static func addLayers(to builder: inout AccountBuilder) -> Layers {
        var layers = Layers()
        let twelve = Amount(low: 12, high: nil, bound: .atLeast)
        let threeThousand = Amount(low: 3000, high: 3000, bound: .about)
        layers.killed["gazette"] = builder.quantity("gazette", "At least 12", .count, twelve, thing: "people")
        layers.wheat["gazette"] = builder.quantity(
            "gazette", "About 3,000 tonnes", .measure, threeThousand, unit: "t", thing: "wheat")
        layers.killed["ledger"] = builder.quantity("ledger", "at least 12", .count, twelve, thing: "people")
        layers.wheat["ledger"] = builder.quantity(
            "ledger", "Some 3,000 tonnes", .measure, threeThousand, unit: "t", thing: "wheat")
        layers.killed["herald"] = builder.quantity("herald", "17", .count, Amount(exactly: 17), thing: "bodies")
        layers.wheat["herald"] = builder.quantity(
            "herald", "2,800 tonnes", .measure, Amount(exactly: 2800), unit: "t", thing: "wheat")
        layers.payment = builder.quantity(
            "herald", "up to $40 million", .money, Amount(low: 0, high: 40_000_000, bound: .upTo), unit: "USD")
        layers.killed["meridian"] = builder.quantity("meridian", "at least 12", .count, twelve, thing: "people")
        layers.killed["meridian 17"] = builder.quantity(
            "meridian", "17", .count, Amount(exactly: 17), thing: "bodies")
        layers.wheat["meridian"] = builder.quantity(
            "meridian", "More than 3,000 tonnes", .measure, Amount(low: 3000, high: nil, bound: .moreThan), unit: "t",
            thing: "wheat")

        addSpeech(to: &builder, &layers)
        addCreditsAndTimes(to: &builder)
        return layers
    }

    private static func addSpeech(to builder: inout AccountBuilder, _ layers: inout Layers) {
        let vasko = [
            "gazette": builder.chain(
                "gazette", "Irena Vasko", .person, ["the regional governor", "Governor Irena Vasko"]),
            "ledger": builder.chain(
                "ledger", "Irena Vasko", .person, ["the regional governor", "Governor Irena Vasko"]),
            "meridian": builder.chain("meridian", "Irena Vasko\u{301}", .person, ["Governor Irena Vasko\u{301}"]),
        ]
        let lazar = builder.chain("herald", "Dmitri Lazar", .person, ["Dmitri Lazar"])
        let petrov = builder.chain("herald", "Mara Petrov", .person, ["Mara Petrov"])
        layers.governorQuote["gazette"] = builder.quotation(
            "gazette", "“The ground shook as if the sea had fallen on us,”", speaker: "Governor Irena Vasko",
            cue: "said Governor",
            chain: vasko["gazette"])
        layers.governorQuote["ledger"] = builder.quotation(
            "ledger", "“as if the sea fell on us”", speaker: "Governor Irena Vasko", cue: "said the ground",
            style: .mixed, chain: vasko["ledger"])
        layers.governorQuote["meridian"] = builder.quotation(
            "meridian", "«The ground trembled as though the sea had come down on us.»",
            speaker: "Governor Irena Vasko\u{301}", cue: "said", marks: .guillemets, chain: vasko["meridian"])
        _ = builder.quotation(
            "herald", "“We counted seventeen. I do not expect to find more,”", speaker: "Dmitri Lazar",
            cue: "said fire",
            chain: lazar)
        builder.indirect(
            "gazette", source: "the dock workers' union", .organisation, cue: "according to",
            content: "Port officials had been warned of dust in the silos in March")
        builder.indirect(
            "ledger", source: "The dock workers' union", .organisation, cue: "said port",
            content: "port officials were warned in March about dust in the silos")
        builder.indirect(
            "herald", source: "Mara Petrov", .person, cue: "said that",
            content: "she had written to the port authority on 4 March about dust in the silos", chain: petrov)
        builder.indirect(
            "herald", source: "a person familiar with the policy", .unnamed, cue: "said.",
            content: "Insurer Halden Re could pay up to $40 million to the terminal's owner, Agrimar")
    }

    private static func addCreditsAndTimes(to builder: inout AccountBuilder) {
        func link(_ report: String, _ words: String, _ kind: SourceKind, _ name: String) -> Credit.Link {
            Credit.Link(span: builder.span(report, words), name: name, kind: kind)
        }
        let gazette = [
            Credit(
                span: builder.span("gazette", "(Coastal Wire)"), kind: .sourceLine,
                links: [link("gazette", "Coastal Wire", .agency, "Coastal Wire")],
                scope: builder.analyses[0].text.span),
            Credit(
                span: builder.span("gazette", "Coastal Wire reports, citing the port authority"), kind: .text,
                links: [
                    Credit.Link(
                        span: builder.span("gazette", "Coastal Wire", after: "destroyed, "), name: "Coastal Wire",
                        kind: .agency),
                    link("gazette", "the port authority", .organisation, "port authority"),
                ],
                scope: builder.span("gazette", "About 3,000 tonnes of wheat were destroyed")),
        ]
        let meridian = [
            Credit(
                span: builder.span("meridian", "Coastal Wire reported"), kind: .text,
                links: [link("meridian", "Coastal Wire", .agency, "Coastal Wire")],
                scope: builder.span(
                    "meridian",
                    "The explosion at the grain terminal in Port Kelmar on Tuesday 🚢 killed at least 12 people")),
            Credit(
                span: builder.span("meridian", "told the Northern Herald"), kind: .text,
                links: [link("meridian", "Northern Herald", .outlet, "Northern Herald")],
                scope: builder.span("meridian", "17 bodies had been found")),
        ]
        func date(_ report: String, _ words: String, _ value: String, _ how: String) -> TimeExpression {
            let day = CivilDate(dayNumber: Self.day(2024, 5, 14).dayNumber)
            return TimeExpression(
                span: builder.span(report, words), kind: .date, value: value, resolution: .resolved, how: how,
                range: value == "2024-05-14" ? DateRange(start: day, end: day) : nil)
        }
        let how = "the Tuesday before the dateline's day or on it"
        let gazetteTimes = [
            date("gazette", "Tuesday", "2024-05-14", how), date("gazette", "in March", "2024-03", "the last March"),
        ]
        let heraldTimes = [date("herald", "4 March", "2024-03-04", "in the year of publication")]
        builder.annotate("gazette") {
            $0.credits = gazette
            $0.times = gazetteTimes
        }
        builder.annotate("meridian") { $0.credits = meridian }
        builder.annotate("herald") { $0.times = heraldTimes }
    }
}
