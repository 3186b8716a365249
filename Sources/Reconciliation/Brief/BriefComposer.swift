import NewsModel
import TextCore

/// Composes the brief: what origins agree on, what stands on one, where they differ, what changed in the retelling, what
/// is not known. Every sentence quotes reports and cites them; it can be read in a minute.
struct BriefComposer {
    let analyses: [Analysis]
    let lineage: Lineage
    let ledger: Ledger
    let outlets: OutletNames
    let headlines: HeadlineWords

    /// The items, section by section.
    func items() -> [BriefItem] {
        var told: [Set<String>] = []
        let lead = lead()
        let agreed = agreed(lead, told: &told)
        let single = single(lead, told: &told)
        return agreed + single + differs() + retold() + unknown()
    }

    /// Most items of a section.
    private static let longest = 5

    // MARK: Sections

    /// The claim that says what happened: of those that most reports carry, the one that headlines have most words of.
    private func lead() -> Claim? {
        let most = ledger.claims.prefix(60).map(\.documents).max() ?? 0
        let wide = ledger.claims.prefix(60).filter { $0.documents * 2 >= most && $0.status != .disputed }
        var best: (score: Double, claim: Claim)?
        for claim in wide {
            let share = Double(claim.documents) / Double(max(1, most))
            let score = headlines.share(of: claim.text) * (0.5 + 0.5 * share)
            if score > best?.score ?? 0 { best = (score, claim) }
        }
        return best?.claim
    }

    private func agreed(_ lead: Claim?, told: inout [Set<String>]) -> [BriefItem] {
        let claims = ledger.claims.filter { $0.origins > 1 && $0.ultimateSources > 1 && $0.status != .disputed }
        return chosen(claims, lead, told: &told).map { claim in
            BriefItem(
                section: .agreed,
                text: "\(quote(claim.text)): \(reports(claim.documents)), \(claim.origins) origins\(sources(claim)).",
                citations: onePerOrigin(claim))
        }
    }

    private func single(_ lead: Claim?, told: inout [Set<String>]) -> [BriefItem] {
        let claims = ledger.claims.filter {
            $0.status == .singleOrigin && ($0.documents > 1 || analyses.count == 1 || $0.id == lead?.id)
        }
        return chosen(claims, lead, told: &told).map { claim in
            let stands = claim.origins == 1 ? "one origin" : "one source"
            return BriefItem(
                section: .single,
                text: "\(quote(claim.text)): \(reports(claim.documents)), \(stands)\(sources(claim)).",
                citations: onePerOrigin(claim))
        }
    }

    /// The first few claims that do not say again what was said, the one of the headlines before the others.
    private func chosen(_ claims: [Claim], _ lead: Claim?, told: inout [Set<String>]) -> [Claim] {
        var chosen: [Claim] = []
        let ordered = claims.filter { $0.id == lead?.id } + claims.filter { $0.id != lead?.id }
        for claim in ordered where chosen.count < Self.longest {
            let words = Self.words(claim.text)
            guard words.count >= 4, !beginsOpen(claim.text), !told.contains(where: { Self.isLike($0, words) }) else {
                continue
            }
            told.append(words)
            chosen.append(claim)
        }
        return chosen
    }

    /// Whether a claim speaks of somebody whom its words do not name: `they seem to sum up …`.
    private func beginsOpen(_ text: String) -> Bool {
        let first = text.prefix { $0.isLetter }
        return PersonalPronouns.person(of: FoldedText.fold(String(first))) == .third
    }

    private static func words(_ text: String) -> Set<String> {
        Set(
            FoldedText.fold(text).split { !$0.isLetter && !$0.isNumber }.filter {
                $0.count > 3 || $0.contains(where: \.isNumber)
            }
            .map(String.init))
    }

    private static func isLike(_ a: Set<String>, _ b: Set<String>) -> Bool {
        let shared = a.intersection(b).count
        return shared * 10 >= 6 * min(a.count, b.count)
    }

    private func differs() -> [BriefItem] {
        let hard = ledger.discrepancies.filter { !isRetelling($0) }.sorted { Self.rank($0.kind) < Self.rank($1.kind) }
            .map {
                BriefItem(section: .differs, text: "\(capital($0.text)) \($0.explanation)", citations: $0.citations)
            }
        let soft = ledger.figures.filter {
            ($0.verdict == .compatible || $0.verdict == .refines) && origins($0).count > 1
        }.map { figure in
            BriefItem(
                section: .differs, text: "\(capital(figure.slot)): \(figure.explanation)",
                citations: oneOfEach(figure))
        }
        return Array((hard.prefix(Self.longest) + soft.prefix(2)))
    }

    private func retold() -> [BriefItem] {
        ledger.discrepancies.filter(isRetelling).sorted { Self.retoldRank($0) < Self.retoldRank($1) }
            .prefix(Self.longest + 1).map {
                BriefItem(section: .retold, text: "\($0.text) \($0.explanation)", citations: $0.citations)
            }
    }

    private func unknown() -> [BriefItem] {
        var items: [BriefItem] = []
        let dated = Set(
            analyses.filter { analysis in
                analysis.document.metadata.published != nil || !ReportDays.publicationTimes(of: analysis).isEmpty
            }.map(\.document.id))
        let undated = analyses.indices.filter { !dated.contains(analyses[$0].document.id) }
        if !undated.isEmpty {
            let which = undated.count == analyses.count ? "No report says" : "\(outlets.list(undated)) do not say"
            items.append(
                BriefItem(
                    section: .unknown,
                    text: (undated.count == 1 ? "\(outlets.name(undated[0])) does not say" : which)
                        + " when it was published.",
                    citations: []))
        }
        let unnamed = ledger.claims.prefix(40).filter { claim in
            claim.documents > 1 && claim.statements.allSatisfy { $0.chain.count > 1 && $0.chain.last?.kind == .unnamed }
        }
        for claim in unnamed.prefix(2) {
            guard let statement = claim.statements.first, let source = statement.chain.last else { continue }
            items.append(
                BriefItem(
                    section: .unknown, text: "Who says so (“\(source.name)”), behind \(quote(claim.text)).",
                    citations: [source.citation ?? statement.citation]))
        }
        for origin in lineage.origins where origin.kind != .observed {
            let stand = origin.documents.count == 1 ? "stands" : "stand"
            let text =
                origin.name.map { "The text of \($0), on which \(reports(origin.documents.count)) \(stand)" }
                ?? "A text that nobody names, on which \(reports(origin.documents.count)) \(stand)"
            items.append(
                BriefItem(
                    section: .unknown, text: text + ", was not among the reports.",
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

    /// What tells most first: a source lost, words changed, a value changed, a hedge changed.
    private static func retoldRank(_ discrepancy: Discrepancy) -> Int {
        switch discrepancy.kind {
        case .attribution: 0
        case .wording: 1
        default: discrepancy.explanation.contains("hedge") ? 3 : 2
        }
    }

    private func origins(_ figure: FigureComparison) -> Set<OriginID?> {
        Set(figure.values.map { lineage.origin(of: $0.citation) })
    }

    /// A citation for each wording of a figure.
    private func oneOfEach(_ figure: FigureComparison) -> [Citation] {
        var seen: Set<Amount> = []
        return figure.values.filter { seen.insert($0.amount).inserted }.prefix(6).map(\.citation)
    }

    private func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    private func reports(_ count: Int) -> String { count == 1 ? "one report" : "\(count) reports" }

    /// The distinct last links behind a claim: "; source: South Korea's defence ministry, various sources".
    private func sources(_ claim: Claim) -> String {
        var names: [String] = []
        for statement in claim.statements where statement.chain.count > 1 {
            if let last = statement.chain.last, !names.contains(where: { SourceNames.same($0, last.name) }) {
                names.append(last.name.oneLine)
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
        return short.inQuotationMarks
    }
}
