public import NewsModel

/// Which claims of an account to keep: of each list that is not empty, one must fit.
public struct ClaimFilter: Sendable {
    /// What they stand on.
    public var statuses: [Claim.Status] = []
    /// What they are about.
    public var kinds: [Claim.Kind] = []
    /// How firmly they are said.
    public var modalities: [Modality] = []
    /// Origins by letter ("B"), id ("o2"), or a part of the name; a claim fits that stands on one of them, alone or not.
    public var origins: [String] = []

    /// A filter that keeps everything.
    public init() {}

    /// The account with the claims that fit, in their order and under their ids.
    public func filtered(_ account: Account) -> Account {
        let wanted = origins.isEmpty ? nil : Set(origins.flatMap { origins(named: $0, in: account) })
        var filtered = account
        filtered.ledger.claims = account.ledger.claims.filter { claim in
            (statuses.isEmpty || statuses.contains(claim.status)) && (kinds.isEmpty || kinds.contains(claim.kind))
                && (modalities.isEmpty || modalities.contains(claim.modality))
                && (wanted.map { origins in claim.statements.contains { origins.contains($0.origin) } } ?? true)
        }
        return filtered
    }

    /// The origins that a name means: by letter or id, else all whose name, or whose report's outlet or title, holds it.
    public func origins(named name: String, in account: Account) -> [OriginID] {
        let wanted = name.lowercased()
        let exact = account.lineage.origins.filter {
            [$0.id.letters, $0.id.description].contains { $0.lowercased() == wanted }
        }
        if !exact.isEmpty { return exact.map(\.id) }
        return account.lineage.origins.filter { origin in
            let own =
                origin.kind == .observed
                ? account.analyses.first { $0.document.id == origin.documents.first }?.document.metadata : nil
            return [origin.name, own?.outlet, own?.title].contains { $0?.lowercased().contains(wanted) ?? false }
        }.map(\.id)
    }
}
