import NewsModel
import TextCore

extension SampleStory {
    static func lineage(_ b: AccountBuilder) -> Lineage {
        let passages = [
            b.passage(
                b.cite(
                    "gazette",
                    "At least 12 people were killed on Tuesday when an explosion tore through the grain terminal of "
                        + "Port Kelmar, the regional governor said."),
                b.cite(
                    "ledger",
                    "An explosion tore through the grain terminal at Port Kelmar on Tuesday, killing at least 12 people, "
                        + "according to the regional governor."), .edited, similarity: 0.81),
            b.passage(
                b.cite("gazette", "“The ground shook as if the sea had fallen on us,” said Governor Irena Vasko."),
                b.cite("ledger", "Governor Irena Vasko said the ground had shaken “as if the sea fell on us”."),
                .paraphrase, similarity: 0.72, ownWording: 0.3),
            b.passage(
                b.cite("gazette", "The terminal ships a third of the country's wheat."),
                b.cite("ledger", "The terminal handles a third of the nation's wheat exports."), .paraphrase,
                similarity: 0.69),
            b.passage(
                b.cite(
                    "gazette",
                    "Port officials had been warned of dust in the silos in March, according to the dock workers' union."
                ),
                b.cite(
                    "ledger",
                    "The dock workers' union said port officials were warned in March about dust in the silos."),
                .edited,
                similarity: 0.84),
            b.passage(
                b.cite("herald", "fire chief Dmitri Lazar"), b.cite("meridian", "The fire chief, Dmitri Lazar"),
                .edited,
                similarity: 0.77),
        ]
        let wireText = passages[0...3].map { $0.a.document == b.id("gazette") ? $0.a : $0.b }
        return Lineage(
            passages: passages, derivations: derivations(b),
            origins: [
                Origin(
                    id: wire, kind: .credited, name: "Coastal Wire",
                    documents: [b.id("gazette"), b.id("ledger"), b.id("meridian")], contents: wireText),
                Origin(
                    id: heraldOwn, kind: .observed, name: "Northern Herald",
                    documents: [b.id("herald"), b.id("meridian")]),
                Origin(id: meridianOwn, kind: .observed, name: "Meridian TV", documents: [b.id("meridian")]),
            ], stretches: stretches(b))
    }

    private static func derivations(_ b: AccountBuilder) -> [Derivation] {
        [
            Derivation(
                document: b.id("gazette"), from: .origin(wire), kind: .rewrite, directionKnown: true, probability: 0.99,
                coverage: 0.92, credited: true, passages: [0, 1, 2, 3],
                credits: [
                    b.cite("gazette", "(Coastal Wire)"),
                    b.cite("gazette", "Coastal Wire reports, citing the port authority"),
                ],
                evidence: [
                    .init(.credit, "the dateline names Coastal Wire"),
                    .init(.sharedWording, "“tore through the grain terminal” and 3 more with The Daily Ledger"),
                ]),
            Derivation(
                document: b.id("ledger"), from: .origin(wire), kind: .rewrite, directionKnown: true, probability: 0.93,
                coverage: 0.88, credited: false, passages: [0, 1, 2, 3], credits: [],
                evidence: [
                    .init(.orderOfPoints, "5 of 5 points in the order of Kelmar Gazette"),
                    .init(.sharedWording, "“tore through the grain terminal”"),
                ]),
            Derivation(
                document: b.id("meridian"), from: .origin(wire), kind: .translation, directionKnown: true,
                probability: 0.9, coverage: 0.45, credited: true, passages: [],
                credits: [b.cite("meridian", "Coastal Wire reported")],
                evidence: [.init(.credit, "“Coastal Wire reported”")]),
            Derivation(
                document: b.id("meridian"), from: .document(b.id("herald")), kind: .quotation, directionKnown: true,
                probability: 0.97, coverage: 0.2, credited: true, passages: [4],
                credits: [b.cite("meridian", "told the Northern Herald")],
                evidence: [
                    .init(.credit, "“told the Northern Herald”"), .init(.rareFigure, "17 bodies"),
                ]),
        ].sorted { $0.document < $1.document }
    }

    private static func stretches(_ b: AccountBuilder) -> [DocumentID: [Lineage.Stretch]] {
        func of(_ report: String, _ sentences: [(String, OriginID)]) -> [Lineage.Stretch] {
            sentences.map { Lineage.Stretch(span: b.span(report, $0.0), origin: $0.1) }
        }
        return [
            b.id("gazette"): of(
                "gazette",
                [
                    (
                        "At least 12 people were killed on Tuesday when an explosion tore through the grain terminal of "
                            + "Port Kelmar, the regional governor said.", wire
                    ),
                    ("“The ground shook as if the sea had fallen on us,” said Governor Irena Vasko.", wire),
                    (
                        "About 3,000 tonnes of wheat were destroyed, Coastal Wire reports, citing the port authority.",
                        wire
                    ),
                    ("The terminal ships a third of the country's wheat.", wire),
                    (
                        "Port officials had been warned of dust in the silos in March, according to the dock workers' "
                            + "union.", wire
                    ),
                ]),
            b.id("ledger"): of(
                "ledger",
                [
                    (
                        "An explosion tore through the grain terminal at Port Kelmar on Tuesday, killing at least 12 "
                            + "people, according to the regional governor.", wire
                    ),
                    ("Governor Irena Vasko said the ground had shaken “as if the sea fell on us”.", wire),
                    ("Some 3,000 tonnes of wheat were lost in the blast.", wire),
                    ("The terminal handles a third of the nation's wheat exports.", wire),
                    ("The dock workers' union said port officials were warned in March about dust in the silos.", wire),
                ]),
            b.id("herald"): of(
                "herald",
                [
                    (
                        "Rescue workers have recovered 17 bodies from the burning silos of Port Kelmar, the fire service "
                            + "told the Northern Herald on Wednesday.", heraldOwn
                    ),
                    ("“We counted seventeen. I do not expect to find more,” said fire chief Dmitri Lazar.", heraldOwn),
                    (
                        "Two silos stood empty on the day of the blast; 2,800 tonnes of wheat burned, the harbour "
                            + "master, Jon Iversen, said.", heraldOwn
                    ),
                    (
                        "Union leader Mara Petrov said that she had written to the port authority on 4 March about dust "
                            + "in the silos.", heraldOwn
                    ),
                    ("The port authority denies that it was warned.", heraldOwn),
                    (
                        "Insurer Halden Re could pay up to $40 million to the terminal's owner, Agrimar, a person "
                            + "familiar with the policy said.", heraldOwn
                    ),
                ]),
            b.id("meridian"): of(
                "meridian",
                [
                    (
                        "The explosion at the grain terminal in Port Kelmar on Tuesday 🚢 killed at least 12 people, "
                            + "Coastal Wire reported.", wire
                    ),
                    (
                        "Governor Irena Vasko\u{301} said: «The ground trembled as though the sea had come down on us.»",
                        wire
                    ),
                    (
                        "The fire chief, Dmitri Lazar, told the Northern Herald that 17 bodies had been found.",
                        heraldOwn
                    ),
                    ("More than 3,000 tonnes of wheat were destroyed.", wire),
                    ("The city of Kelmar (人口 80,000) declared three days of mourning.", meridianOwn),
                ]),
        ]
    }
}
