public import NewsModel
import TextCore

extension SampleStory {
    /// A story whose texts, titles and names try to break what prints them.
    public static func hostile() -> Account {
        let attacks = [
            "</script><script>window.attacked = 1</script>", "<img src=x onerror=\"window.attacked = 2\">",
            "<!-- <script> --><svg onload=window.attacked=3>", "\u{202E}right to left \u{2066}override",
            String(repeating: "unbroken", count: 1250), "null \u{0} bell \u{7} line \u{2028} separator",
            "javascript:window.attacked=4", "&lt;script&gt; 'single' \"double\" `back` ${tick}",
        ]
        var builder = AccountBuilder()
        for (index, attack) in attacks.enumerated() {
            var metadata = DocumentMetadata()
            metadata.outlet = attack
            metadata.title = attack
            metadata.byline = attack
            metadata.url = "javascript:window.attacked=5"
            metadata.language = "en\"><script>window.attacked=6</script>"
            builder.report(
                "\(index)", file: attack, metadata: metadata,
                [(.title, attack), (.paragraph, "Number \(index) said \(attack) and no more."), (.promo, attack)])
        }
        let origins = attacks.indices.map { index in
            Origin(id: OriginID(index + 1), kind: .credited, name: attacks[index], documents: [builder.id("\(index)")])
        }
        var ledger = Ledger()
        ledger.claims = attacks.indices.map { index in
            let citation = builder.cite("\(index)", "said \(attacks[index])")
            let statement = Statement(
                id: "s\(index + 1)", citation: citation, reading: attacks[index], modality: .asserted,
                polarity: .positive,
                chain: [ChainLink(name: attacks[index], kind: .outlet, citation: nil)], origin: OriginID(index + 1))
            return Claim(
                id: "c\(index + 1)", text: attacks[index], kind: .event, modality: .asserted, polarity: .positive,
                statements: [statement], documents: 1, origins: 1, ultimateSources: 1, status: .singleOrigin)
        }
        ledger.discrepancies = [
            Discrepancy(
                kind: .wording, text: attacks[0],
                citations: [builder.cite("0", attacks[0]), builder.cite("4", attacks[4])],
                explanation: attacks[1])
        ]
        var world = World()
        world.actors = [
            Actor(
                id: "a1", name: attacks[0], kind: .person, names: attacks, roles: attacks,
                mentions: [builder.cite("0", attacks[0])], chains: [])
        ]
        return Account(
            story: Story(id: "hostile", title: attacks[0], start: attacks[1], end: attacks[2]),
            brief: [BriefItem(section: .agreed, text: attacks[0], citations: [builder.cite("0", attacks[0])])],
            analyses: builder.analyses,
            lineage: Lineage(
                origins: origins,
                stretches: Dictionary(
                    uniqueKeysWithValues: attacks.indices.map { index in
                        let span = builder.span("\(index)", "Number \(index) said \(attacks[index]) and no more.")
                        return (builder.id("\(index)"), [.init(span: span, origin: OriginID(index + 1))])
                    })),
            ledger: ledger, world: world,
            diagnostics: [Diagnostic("intake.date", .warning, attacks[0], file: attacks[1])])
    }

    /// A story of many reports and claims: every claim stands in four reports, every tenth report is an origin and the
    /// nine after it follow it, every third of them without a credit.
    public static func large(reports: Int, claims: Int) -> Account {
        var builder = AccountBuilder()
        var sentences = [[String]](repeating: [], count: reports)
        var carriers: [[Int]] = []
        for claim in 0..<claims {
            let first = (claim * 7) % reports
            carriers.append([first, (first + 1) % reports, (first + 2) % reports, (first + 11) % reports])
            for report in carriers[claim] {
                sentences[report].append("In case \(claim) of report \(report) the harbour lost \(claim * 3) tonnes.")
            }
        }
        for report in 0..<reports {
            var metadata = DocumentMetadata()
            metadata.outlet = "Outlet \(report)"
            metadata.title = "What happened in the harbour, told for the time \(report)"
            let paragraphs = stride(from: 0, to: sentences[report].count, by: 4).map { start in
                (
                    kind: Block.Kind.paragraph,
                    text: sentences[report][start..<min(start + 4, sentences[report].count)].joined(separator: " ")
                )
            }
            builder.report(
                "\(report)", file: "\(report).txt", metadata: metadata, [(.title, metadata.title ?? "")] + paragraphs)
        }
        func root(_ report: Int) -> Int { report / 10 * 10 }
        func origin(_ report: Int) -> OriginID { OriginID(report / 10 + 1) }
        var places: [[Int: Citation]] = []
        for claim in 0..<claims {
            var cited: [Int: Citation] = [:]
            for report in carriers[claim] {
                cited[report] = builder.cite(
                    "\(report)", "In case \(claim) of report \(report) the harbour lost \(claim * 3) tonnes.")
            }
            places.append(cited)
        }
        var ledger = Ledger()
        for claim in 0..<claims {
            let statements = carriers[claim].enumerated().compactMap { index, report -> Statement? in
                guard let citation = places[claim][report] else { return nil }
                return Statement(
                    id: "s\(claim * 4 + index + 1)", citation: citation,
                    reading: "The harbour lost \(claim * 3) tonnes.",
                    modality: .asserted, polarity: .positive,
                    chain: [ChainLink(name: "Outlet \(report)", kind: .outlet, citation: nil)], origin: origin(report))
            }
            let origins = Set(statements.map(\.origin)).count
            ledger.claims.append(
                Claim(
                    id: "c\(claim + 1)", text: "Case \(claim): the harbour lost \(claim * 3) tonnes", kind: .event,
                    modality: .asserted, polarity: .positive, statements: statements, documents: 4, origins: origins,
                    ultimateSources: origins, status: origins > 1 ? .corroborated : .singleOrigin))
        }
        var stretches: [DocumentID: [Lineage.Stretch]] = [:]
        for (report, analysis) in builder.analyses.enumerated() {
            stretches[analysis.document.id] = analysis.document.blocks.dropFirst().map {
                Lineage.Stretch(span: $0.span, origin: origin(report))
            }
        }
        var derivations: [Derivation] = []
        for report in 0..<reports where report != root(report) {
            derivations.append(
                Derivation(
                    document: builder.id("\(report)"), from: .document(builder.id("\(root(report))")), kind: .rewrite,
                    directionKnown: report % 7 != 0, probability: 0.9, coverage: Double(report % 9 + 1) / 10,
                    credited: report % 3 != 0, passages: [], credits: [],
                    evidence: [.init(.orderOfPoints, "all of them")]))
        }
        derivations.sort { $0.document < $1.document }
        let origins = stride(from: 0, to: reports, by: 10).map { first in
            Origin(
                id: origin(first), kind: .observed, name: "Outlet \(first)",
                documents: (first..<min(first + 10, reports)).map { builder.id("\($0)") })
        }
        return Account(
            story: Story(id: "large", title: "A story of \(reports) reports"), brief: [], analyses: builder.analyses,
            lineage: Lineage(derivations: derivations, origins: origins, stretches: stretches), ledger: ledger,
            world: World(), diagnostics: [])
    }

    /// One report of which nothing was found.
    public static func empty() -> Account {
        Account(
            story: Story(id: "empty", title: ""), brief: [], analyses: [Analysis(document: .make("Hello."))],
            lineage: Lineage(), ledger: Ledger(), world: World(), diagnostics: [])
    }
}
