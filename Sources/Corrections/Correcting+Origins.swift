import NewsModel
import TextCore

extension Correcting {
    /// Puts every sentence of a report on an origin: one of the account, another report, or one that it did not know.
    mutating func setOrigin(of report: String, to source: String, reason: String) -> String? {
        guard let analysis = account.analyses.first(where: { isNamed($0.document, report) }) else { return nil }
        let document = analysis.document.id
        // Of several reports of that name the one that is an origin itself; a report that is none hands on its own.
        let others = account.analyses.map(\.document).filter { isNamed($0, source) && $0.id != document }.map(\.id)
        let roots = account.lineage.origins.filter { $0.kind == .observed }.compactMap(\.documents.first)
        let other = others.first(where: roots.contains) ?? others.first
        let named = account.lineage.origins.firstIndex { origin in
            origin.id.description == source || origin.name.map { Self.isSame($0, source) } ?? false
        }
        let known = named ?? other.flatMap(mainOrigin)
        let place: Int
        if let known {
            place = known
        } else {
            let number = (account.lineage.origins.map(\.id.number).max() ?? 0) + 1
            account.lineage.origins.append(
                Origin(
                    id: OriginID(number), kind: other == nil ? .credited : .observed, name: source,
                    documents: other.map { [$0] } ?? []))
            place = account.lineage.origins.count - 1
        }
        let origin = account.lineage.origins[place].id
        account.lineage.stretches[document] = account.lineage.stretches[document]?.map {
            Lineage.Stretch(span: $0.span, origin: origin, isTraced: $0.isTraced)
        }
        if !account.lineage.origins[place].documents.contains(document) {
            account.lineage.origins[place].documents.append(document)
        }
        setEdge(of: document, to: other.map { .document($0) } ?? .origin(origin), reason: reason)
        var changed = 0
        for index in account.ledger.claims.indices {
            var claim = account.ledger.claims[index]
            var isChanged = false
            for number in claim.statements.indices
            where claim.statements[number].citation.document == document && claim.statements[number].origin != origin {
                claim.statements[number].origin = origin
                isChanged = true
            }
            if isChanged {
                account.ledger.claims[index] = recounted(claim)
                changed += 1
            }
        }
        dropUnusedOrigins(except: origin)
        return "\(Self.count(changed, "claim")) counted anew"
    }

    /// Index of the origin that most of a report stands on.
    private func mainOrigin(of document: DocumentID) -> Int? {
        var sums: [OriginID: Int] = [:]
        for stretch in account.lineage.stretches[document] ?? [] {
            sums[stretch.origin, default: 0] += stretch.span.count
        }
        let most = sums.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        return account.lineage.origins.firstIndex { $0.id == most }
    }

    private mutating func setEdge(of document: DocumentID, to source: Derivation.Source, reason: String) {
        let old = account.lineage.derivations.first { $0.document == document && $0.from == source }
        account.lineage.derivations.removeAll { $0.document == document }
        account.lineage.derivations.append(
            Derivation(
                document: document, from: source, kind: old?.kind ?? .rewrite, directionKnown: true, probability: 1,
                coverage: 1, credited: old?.credited ?? false, passages: old?.passages ?? [],
                credits: old?.credits ?? [],
                evidence: (old?.evidence ?? []) + [.init(.credit, "a correction: " + reason)]))
        account.lineage.derivations.sort { $0.document < $1.document }
    }

    /// Removes origins that no sentence stands on any more, and takes reports out of those that they left.
    private mutating func dropUnusedOrigins(except kept: OriginID) {
        for index in account.lineage.origins.indices {
            let origin = account.lineage.origins[index].id
            account.lineage.origins[index].documents.removeAll { document in
                guard let stretches = account.lineage.stretches[document], origin != kept else { return false }
                return !stretches.contains { $0.origin == origin }
            }
        }
        let used = Set(account.lineage.stretches.values.joined().map(\.origin))
            .union(account.ledger.claims.flatMap { $0.statements.map(\.origin) })
        account.lineage.origins.removeAll { !used.contains($0.id) && $0.id != kept }
        let left = Set(account.lineage.origins.map(\.id))
        account.lineage.derivations.removeAll { edge in
            if case .origin(let id) = edge.from { return !left.contains(id) }
            return false
        }
    }

    /// Whether a report goes by a file (with or without its folder), an outlet, a title or an id.
    private func isNamed(_ document: Document, _ name: String) -> Bool {
        let files = document.files + document.files.compactMap { $0.split(separator: "/").last.map(String.init) }
        let told = [document.metadata.outlet, document.metadata.publisher, document.metadata.title].compactMap { $0 }
        return document.id.description == name || files.contains(name) || told.contains { Self.isSame($0, name) }
    }
}
