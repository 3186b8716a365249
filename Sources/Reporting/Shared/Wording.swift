import NewsModel

/// The words in which the reports name the kinds of things; the raw values are for programs.
enum Wording {
    static func heading(_ section: BriefItem.Section) -> String {
        switch section {
        case .agreed: "Agreed"
        case .single: "On one origin"
        case .differs: "Differs"
        case .retold: "Changed in the retelling"
        case .unknown: "Not known"
        }
    }

    static func status(_ status: Claim.Status) -> String {
        switch status {
        case .corroborated: "corroborated"
        case .singleOrigin: "one origin"
        case .disputed: "disputed"
        }
    }

    /// Figures with something to compare first, those given once after them; each kind in the order of the ledger.
    static func comparedFirst(_ figures: [FigureComparison]) -> [FigureComparison] {
        figures.filter { $0.values.count > 1 } + figures.filter { $0.values.count == 1 }
    }

    static func verdict(_ verdict: FigureComparison.Verdict) -> String {
        switch verdict {
        case .same: "the same"
        case .compatible: "compatible"
        case .refines: "one refines the other"
        case .conflicts: "in conflict"
        case .superseded: "superseded"
        case .incomparable: "not comparable"
        }
    }

    static func lane(_ lane: TimelineEntry.Lane) -> String {
        switch lane {
        case .event: "Happened"
        case .statement: "Said"
        case .publication: "Published"
        }
    }

    static func evidence(_ evidence: Place.Evidence) -> String {
        switch evidence {
        case .event: "scene"
        case .dateline: "filed there"
        case .speaker: "spoken there or for it"
        case .mention: "named"
        }
    }

    /// What a move of a thread is, by its PLOVER event type: "demands", "rejects".
    static func move(_ type: String) -> String { moves[type] ?? type.lowercased() }

    private static let moves = [
        "REQUEST": "demands", "ACCUSE": "accuses", "THREATEN": "warns or threatens", "REJECT": "rejects",
        "AGREE": "promises", "CONSULT": "talks", "SUPPORT": "supports", "COOPERATE": "works together", "AID": "helps",
        "CONCEDE": "gives way",
        "RETREAT": "withdraws", "SANCTION": "sanctions", "COERCE": "acts by force of law", "ASSAULT": "attacks",
        "PROTEST": "protests", "MOBILIZE": "arms",
    ]

    static func derivation(_ kind: Derivation.Kind) -> String {
        kind == .commonSource ? "common source" : kind.rawValue
    }

    static func origin(_ kind: Origin.Kind) -> String {
        switch kind {
        case .observed: "among the reports"
        case .credited: "credited, not among the reports"
        case .inferred: "inferred, never seen"
        }
    }

    /// "1 report", "2 reports".
    static func count(_ number: Int, _ thing: String) -> String { "\(number) \(thing)" + (number == 1 ? "" : "s") }

    /// "5 reports · 3 origins · 14 June to 18 June 2024", as far as it is known.
    static func summary(_ account: Account) -> [String] {
        var parts: [String] = []
        if let start = account.story.start {
            parts.append(account.story.end.map { $0 == start ? start : "\(start) to \($0)" } ?? start)
        }
        parts.append(count(account.analyses.count, "report"))
        parts.append(count(account.lineage.origins.count, "origin"))
        parts.append(count(account.ledger.claims.count, "claim"))
        return parts
    }
}
