import NewsModel
import TextCore

/// Composes the brief: what origins agree on, what stands on one, where they differ, what changed in the retelling, what
/// is not known. Every sentence quotes reports and cites them; it can be read in a minute.
struct BriefComposer {
    let analyses: [Analysis]
    let lineage: Lineage
    let ledger: Ledger
    let outlets: OutletNames

    /// The items, section by section.
    func items() -> [BriefItem] { agreed() + single() + differs() + retold() + unknown() }

    /// Most items of a section.
    private static let longest = 5

    // MARK: Sections

    private func agreed() -> [BriefItem] {
        ledger.claims.filter { $0.origins > 1 && $0.ultimateSources > 1 && $0.status != .disputed }
            .prefix(Self.longest).map { claim in
                BriefItem(
                    section: .agreed,
                    text:
                        "\(quote(claim.text)): \(reports(claim.documents)), \(claim.origins) origins\(sources(claim)).",
                    citations: onePerOrigin(claim))
            }
    }

    private func single() -> [BriefItem] {
        ledger.claims.filter { ($0.origins == 1 || $0.ultimateSources == 1) && $0.status == .singleOrigin }
            .prefix { $0.documents > 1 || analyses.count == 1 }.prefix(Self.longest).map { claim in
                let stands = claim.origins == 1 ? "one origin" : "one source"
                return BriefItem(
                    section: .single,
                    text: "\(quote(claim.text)): \(reports(claim.documents)), \(stands)\(sources(claim)).",
                    citations: onePerOrigin(claim))
            }
    }

    private func differs() -> [BriefItem] {
        let hard = ledger.discrepancies.filter { !isRetelling($0) }.sorted { Self.rank($0.kind) < Self.rank($1.kind) }
            .map { BriefItem(section: .differs, text: "\($0.text) \($0.explanation)", citations: $0.citations) }
        let soft = ledger.figures.filter { ($0.verdict == .compatible || $0.verdict == .refines) && carriers($0) > 1 }
            .map { figure in
                BriefItem(
                    section: .differs, text: "\(figure.slot): \(figure.explanation)",
                    citations: figure.values.prefix(6).map(\.citation))
            }
        return Array((hard + soft).prefix(Self.longest + 1))
    }

    private func retold() -> [BriefItem] {
        ledger.discrepancies.filter(isRetelling).sorted { Self.rank($0.kind) < Self.rank($1.kind) }
            .prefix(Self.longest).map {
                BriefItem(section: .retold, text: "\($0.text) \($0.explanation)", citations: $0.citations)
            }
    }

    private func unknown() -> [BriefItem] {
        var items: [BriefItem] = []
        let undated = analyses.indices.filter { analyses[$0].document.metadata.published == nil }
        if !undated.isEmpty {
            let which =
                undated.count == analyses.count
                ? "No report says" : "\(undated.map(outlets.name).prefix(4).joined(separator: ", ")) do not say"
            items.append(BriefItem(section: .unknown, text: "\(which) when it was published.", citations: []))
        }
        let unnamed = ledger.claims.prefix(40).filter { claim in
            claim.statements.contains { $0.chain.count > 1 && $0.chain.last?.kind == .unnamed }
        }
        for claim in unnamed.prefix(2) {
            guard let statement = claim.statements.first(where: { $0.chain.last?.kind == .unnamed }),
                let source = statement.chain.last
            else { continue }
            items.append(
                BriefItem(
                    section: .unknown, text: "Who the source “\(source.name)” is, behind \(quote(claim.text)).",
                    citations: [source.citation ?? statement.citation]))
        }
        for origin in lineage.origins where origin.kind != .observed {
            let name = origin.name ?? "a text that nobody names"
            items.append(
                BriefItem(
                    section: .unknown,
                    text: "The text of \(name), on which \(reports(origin.documents.count)) "
                        + "\(origin.documents.count == 1 ? "stands" : "stand"), was not among the reports.",
                    citations: Array(origin.contents.prefix(2))))
        }
        return Array(items.prefix(Self.longest))
    }

    // MARK: Pieces

    /// Whether a discrepancy is a change on the way from text to text: of wording, of attribution, or between two places
    /// of one origin.
    private func isRetelling(_ discrepancy: Discrepancy) -> Bool {
        switch discrepancy.kind {
        case .wording, .attribution: return true
        case .arithmetic, .date, .polarity: return false
        case .figure:
            let origins = Set(discrepancy.citations.map { lineage.origin(of: $0) })
            return origins.count == 1 && discrepancy.citations.count > 1
        }
    }

    private static func rank(_ kind: Discrepancy.Kind) -> Int {
        switch kind {
        case .figure: 0
        case .polarity: 1
        case .date: 2
        case .arithmetic: 3
        case .attribution: 4
        case .wording: 5
        }
    }

    private func carriers(_ figure: FigureComparison) -> Int { Set(figure.values.map(\.citation.document)).count }

    private func reports(_ count: Int) -> String { count == 1 ? "one report" : "\(count) reports" }

    /// The distinct last links behind a claim: "; according to South Korea's defence ministry, various sources".
    private func sources(_ claim: Claim) -> String {
        var names: [String] = []
        for statement in claim.statements where statement.chain.count > 1 {
            if let last = statement.chain.last, !names.contains(where: { SourceNames.same($0, last.name) }) {
                names.append(last.name)
            }
        }
        return names.isEmpty ? "" : "; source: " + names.prefix(3).joined(separator: ", ")
    }

    private func onePerOrigin(_ claim: Claim) -> [Citation] {
        var seen: Set<OriginID> = []
        return claim.statements.filter { seen.insert($0.origin).inserted }.prefix(6).map(\.citation)
    }

    /// The words in quotation marks, the outer ones never like those within, cut after thirty words.
    private func quote(_ text: String) -> String {
        let words = text.split(separator: " ")
        let short = words.count > 34 ? words.prefix(30).joined(separator: " ") + " …" : text
        let inner = String(
            short.map { character in
                switch character {
                case "“", "«": "‘"
                case "”", "»": "’"
                default: character
                }
            })
        return "“\(inner)”"
    }
}
