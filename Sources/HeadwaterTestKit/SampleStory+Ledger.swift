import NewsModel
import TextCore

extension SampleStory {
    static func ledger(_ b: AccountBuilder, _ layers: Layers) -> Ledger {
        var ledger = Ledger()
        var number = 0
        func statement(
            _ report: String, _ words: String, _ origin: OriginID, _ chain: [ChainLink], reading: String? = nil,
            modality: Modality = .reported, polarity: Polarity = .positive, quantity: Int? = nil, time: String? = nil
        ) -> Statement {
            number += 1
            return Statement(
                id: "s\(number)", citation: b.cite(report, words), reading: reading ?? words, modality: modality,
                polarity: polarity, chain: chain, origin: origin, quantity: quantity, time: time)
        }
        let wireLink = ChainLink(name: "Coastal Wire", kind: .agency, citation: b.cite("gazette", "Coastal Wire"))
        func outlet(_ name: String) -> ChainLink { ChainLink(name: name, kind: .outlet, citation: nil) }
        func link(_ report: String, _ words: String, _ kind: SourceKind, _ name: String? = nil) -> ChainLink {
            ChainLink(name: name ?? words, kind: kind, citation: b.cite(report, words))
        }
        let inferredWire = ChainLink(name: "Coastal Wire", kind: .agency, citation: nil, isInferred: true)
        let gazette = [outlet("Kelmar Gazette"), wireLink]
        let daily = [outlet("The Daily Ledger"), inferredWire]
        let herald = [outlet("Northern Herald")]
        let meridian = [outlet("Meridian TV"), link("meridian", "Coastal Wire", .agency)]
        let fire = link("herald", "the fire service", .organisation)
        let union = { (report: String, words: String) in link(report, words, .organisation, "dock workers' union") }
        let governor = { (report: String, words: String) in link(report, words, .person, "Irena Vasko") }

        let explosion = [
            statement(
                "gazette", "an explosion tore through the grain terminal of Port Kelmar", wire, gazette,
                modality: .asserted, time: "2024-05-14"),
            statement(
                "ledger", "An explosion tore through the grain terminal at Port Kelmar on Tuesday", wire, daily,
                modality: .asserted, time: "2024-05-14"),
            statement(
                "herald", "the burning silos of Port Kelmar", heraldOwn, herald + [fire], time: "2024-05-14/2024-05-15"),
            statement(
                "meridian", "The explosion at the grain terminal in Port Kelmar on Tuesday", wire, meridian,
                modality: .asserted, time: "2024-05-14"),
        ]
        let twelve = [
            statement(
                "gazette", "At least 12 people were killed on Tuesday", wire,
                gazette + [governor("gazette", "the regional governor")], quantity: layers.killed["gazette"]),
            statement(
                "ledger", "killing at least 12 people", wire, daily + [governor("ledger", "the regional governor")],
                reading: "The explosion killed at least 12 people.", quantity: layers.killed["ledger"]),
            statement("meridian", "killed at least 12 people", wire, meridian, quantity: layers.killed["meridian"]),
        ]
        let seventeen = [
            statement(
                "herald", "Rescue workers have recovered 17 bodies", heraldOwn, herald + [fire],
                quantity: layers.killed["herald"]),
            statement(
                "meridian", "17 bodies had been found", heraldOwn,
                [
                    outlet("Meridian TV"), link("meridian", "Northern Herald", .outlet),
                    link("meridian", "Dmitri Lazar", .person),
                ], quantity: layers.killed["meridian 17"]),
        ]
        let wheat = [
            statement(
                "gazette", "About 3,000 tonnes of wheat were destroyed", wire,
                gazette + [link("gazette", "the port authority", .organisation, "port authority")],
                quantity: layers.wheat["gazette"]),
            statement(
                "ledger", "Some 3,000 tonnes of wheat were lost in the blast", wire, daily, modality: .asserted,
                quantity: layers.wheat["ledger"]),
            statement(
                "herald", "2,800 tonnes of wheat burned", heraldOwn, herald + [link("herald", "Jon Iversen", .person)],
                quantity: layers.wheat["herald"]),
            statement(
                "meridian", "More than 3,000 tonnes of wheat were destroyed", wire, meridian, modality: .asserted,
                quantity: layers.wheat["meridian"]),
        ]
        let warned = [
            statement(
                "gazette", "Port officials had been warned of dust in the silos in March", wire,
                gazette + [union("gazette", "the dock workers' union")], time: "2024-03"),
            statement(
                "ledger", "port officials were warned in March about dust in the silos", wire,
                daily + [union("ledger", "The dock workers' union")], time: "2024-03"),
            statement(
                "herald", "she had written to the port authority on 4 March about dust in the silos", heraldOwn,
                herald + [link("herald", "Mara Petrov", .person)],
                reading: "Mara Petrov had written to the port authority on 4 March about dust in the silos.",
                time: "2024-03-04"),
        ]
        let denied = [
            statement(
                "herald", "The port authority denies that it was warned", heraldOwn,
                herald + [link("herald", "The port authority", .organisation, "port authority")], modality: .denied,
                polarity: .negative)
        ]
        let third = [
            statement(
                "gazette", "The terminal ships a third of the country's wheat", wire, gazette, modality: .asserted),
            statement(
                "ledger", "The terminal handles a third of the nation's wheat exports", wire, daily, modality: .asserted
            ),
        ]
        let payment = [
            statement(
                "herald", "Insurer Halden Re could pay up to $40 million to the terminal's owner, Agrimar", heraldOwn,
                herald + [link("herald", "a person familiar with the policy", .unnamed)], modality: .possible,
                quantity: layers.payment)
        ]
        let mourning = [
            statement(
                "meridian", "The city of Kelmar (人口 80,000) declared three days of mourning", meridianOwn,
                [outlet("Meridian TV")], modality: .asserted)
        ]
        let sets: [(Claim.Kind, Claim.Status, Int, [Statement])] = [
            (.event, .corroborated, 2, explosion), (.figure, .disputed, 2, wheat),
            (.statement, .disputed, 2, warned), (.figure, .singleOrigin, 1, twelve),
            (.figure, .singleOrigin, 1, seventeen), (.statement, .singleOrigin, 1, third),
            (.statement, .disputed, 1, denied), (.forecast, .singleOrigin, 1, payment),
            (.event, .singleOrigin, 1, mourning),
        ]
        ledger.claims = sets.enumerated().map { index, set in
            let (kind, status, sources, statements) = set
            return Claim(
                id: "c\(index + 1)", text: statements[0].reading, kind: kind, modality: statements[0].modality,
                polarity: statements[0].polarity, statements: statements,
                documents: Set(statements.map(\.citation.document)).count, origins: Set(statements.map(\.origin)).count,
                ultimateSources: sources, status: status)
        }
        ledger.figures = figures(b, layers, killed: twelve + seventeen, wheat: wheat)
        ledger.discrepancies = discrepancies(b)
        ledger.casualties = [
            Casualties(
                document: twelve[0].citation.document,
                killed: Casualties.Count(number: 12, isStated: true, citations: [twelve[0].citation]), injured: nil),
            Casualties(
                document: seventeen[0].citation.document,
                killed: Casualties.Count(number: 17, isStated: true, citations: [seventeen[0].citation]),
                injured: Casualties.Count(number: 2, isStated: false, citations: [seventeen[0].citation])),
        ]
        ledger.quotationVersions = [
            QuotationVersions(
                members: ["gazette", "ledger", "meridian"].compactMap { report in
                    layers.governorQuote[report].map { .init(document: b.id(report), quotation: $0) }
                })
        ]
        return ledger
    }

    private static func figures(
        _ b: AccountBuilder, _ layers: Layers, killed: [Statement], wheat: [Statement]
    ) -> [FigureComparison] {
        func values(_ statements: [Statement]) -> [FigureComparison.Value] {
            statements.compactMap { statement in
                guard let analysis = b.analyses.first(where: { $0.document.id == statement.citation.document }),
                    let index = statement.quantity
                else { return nil }
                let quantity = analysis.quantities[index]
                return FigureComparison.Value(
                    statement: statement.id, citation: Citation(analysis.document.id, quantity.span),
                    amount: quantity.amount, unit: quantity.unit, thing: quantity.thing)
            }
        }
        return [
            FigureComparison(
                id: "f1", slot: "people killed · explosion in Port Kelmar", verdict: .superseded,
                values: values(killed),
                explanation: "17 bodies on Wednesday follow “at least 12” on Tuesday; a count of the dead only grows."),
            FigureComparison(
                id: "f2", slot: "wheat · destroyed", verdict: .conflicts, values: values(wheat),
                explanation: "2,800 tonnes lie below “more than 3,000 tonnes”."),
        ]
    }

    private static func discrepancies(_ b: AccountBuilder) -> [Discrepancy] {
        [
            Discrepancy(
                kind: .figure, text: "2,800 tonnes of wheat burned, or more than 3,000",
                citations: [
                    b.cite("herald", "2,800 tonnes of wheat burned"),
                    b.cite("meridian", "More than 3,000 tonnes of wheat were destroyed"),
                ], explanation: "The intervals 2,800 and above 3,000 share no value."),
            Discrepancy(
                kind: .polarity, text: "The union says the port authority was warned; the port authority denies it",
                citations: [
                    b.cite("herald", "she had written to the port authority on 4 March about dust in the silos"),
                    b.cite("herald", "The port authority denies that it was warned"),
                ], explanation: "One statement denies what the other says, of the same people and the same time."),
            Discrepancy(
                kind: .wording, text: "The governor's words differ in the retelling",
                citations: [
                    b.cite("gazette", "The ground shook as if the sea had fallen on us"),
                    b.cite("meridian", "The ground trembled as though the sea had come down on us."),
                ], explanation: "The same utterance in other words: probably a translation."),
            Discrepancy(
                kind: .attribution, text: "The Daily Ledger leaves out that the tonnage is the port authority's",
                citations: [
                    b.cite("gazette", "About 3,000 tonnes of wheat were destroyed"),
                    b.cite("ledger", "Some 3,000 tonnes of wheat were lost in the blast"),
                ], explanation: "The attribution was lost in the rewrite."),
        ]
    }

    static func brief(_ b: AccountBuilder) -> [BriefItem] {
        [
            BriefItem(
                section: .agreed,
                text: "An explosion tore through the grain terminal of Port Kelmar on Tuesday 14 May 2024.",
                citations: [
                    b.cite("gazette", "an explosion tore through the grain terminal of Port Kelmar"),
                    b.cite("herald", "the burning silos of Port Kelmar"),
                ]),
            BriefItem(
                section: .agreed,
                text: "Port officials had been warned of dust in the silos, the dock workers' union says.",
                citations: [
                    b.cite("gazette", "Port officials had been warned of dust in the silos in March"),
                    b.cite("herald", "she had written to the port authority on 4 March about dust in the silos"),
                ]),
            BriefItem(
                section: .single,
                text: "Insurer Halden Re could pay up to $40 million, says one unnamed source of the Northern Herald.",
                citations: [b.cite("herald", "a person familiar with the policy said")]),
            BriefItem(
                section: .differs, text: "2,800 tonnes of wheat burned, or more than 3,000.",
                citations: [
                    b.cite("herald", "2,800 tonnes of wheat burned"),
                    b.cite("meridian", "More than 3,000 tonnes of wheat were destroyed"),
                ]),
            BriefItem(
                section: .retold,
                text: "“The sea had fallen on us” became “the sea had come down on us”.",
                citations: [
                    b.cite("gazette", "as if the sea had fallen on us"),
                    b.cite("meridian", "as though the sea had come down on us"),
                ]),
            BriefItem(section: .unknown, text: "No report says what set off the explosion.", citations: []),
        ]
    }
}
