import NewsModel

/// Counts what a claim stands on. Ten reports of one agency text are one origin, and two agencies that quote one
/// minister have one source.
struct Independence {
    /// How many documents carry the claim.
    let documents: Int
    /// How many text origins those statements stand on.
    let origins: Int
    /// How many sources it goes back to: statements of one origin or one last link count once.
    let ultimateSources: Int

    init(_ drafts: [Draft]) {
        documents = Set(drafts.map(\.proposition.document)).count
        origins = Set(drafts.map(\.statement.origin)).count
        var roots = Array(drafts.indices)
        func root(_ index: Int) -> Int {
            var index = index
            while roots[index] != index { index = roots[index] }
            return index
        }
        var byOrigin: [OriginID: Int] = [:]
        var bySource: [String: Int] = [:]
        for (index, draft) in drafts.enumerated() {
            for known in [byOrigin[draft.statement.origin], bySource[draft.ultimateSource]].compactMap({ $0 }) {
                roots[max(root(index), root(known))] = min(root(index), root(known))
            }
            byOrigin[draft.statement.origin] = index
            bySource[draft.ultimateSource] = index
        }
        ultimateSources = Set(drafts.indices.map(root)).count
    }

    /// What that makes the claim, unless something contradicts it.
    var status: Claim.Status { origins >= 2 && ultimateSources >= 2 ? .corroborated : .singleOrigin }
}
