import NewsModel
import TextCore

/// One thing that the gold says, and how to see whether an account says it too.
struct GoldCheck: Sendable, CustomStringConvertible {
    /// Id of the piece, and after a dot what of it: `claim-killed.origins`.
    var id: String
    /// What the account has instead; nil where it has what the gold says.
    var difference: @Sendable (GoldAccount) -> String?

    var description: String { id }
}

/// An account with look-ups by file name and exact words.
struct GoldAccount: Sendable {
    let account: Account

    func analysis(_ file: String) -> Analysis? {
        account.analyses.first { $0.document.files.contains { $0.hasSuffix("/" + file) || $0 == file } }
    }

    func document(_ file: String) -> DocumentID? { analysis(file)?.document.id }

    /// Where the words stand in the file.
    func spans(_ file: String, _ exact: String) -> [TextSpan] {
        guard let bytes = analysis(file)?.text.bytes else { return [] }
        let needle = Array(exact.utf8)
        guard bytes.count >= needle.count else { return [] }
        return (0...(bytes.count - needle.count)).filter { bytes[$0..<($0 + needle.count)].elementsEqual(needle) }
            .map { TextSpan($0, $0 + needle.count) }
    }

    func touches(_ citation: Citation, _ file: String, _ exact: String) -> Bool {
        citation.document == document(file) && spans(file, exact).contains { $0.overlaps(citation.span) }
    }

    func words(_ citations: [Citation]) -> String {
        citations.map { account.exact($0) ?? "?" }.joined(separator: " | ")
    }

    /// The claim that has a statement at these words.
    func claims(_ file: String, _ exact: String) -> [Claim] {
        account.ledger.claims.filter { $0.statements.contains { touches($0.citation, file, exact) } }
    }

    /// The claim that has most of the statements of the piece.
    func claim(_ piece: Gold.ClaimPiece) -> Claim? {
        var best: (Claim, Int)?
        for claim in account.ledger.claims {
            let count = piece.statements.count { said in
                claim.statements.contains { touches($0.citation, said.file, said.exact) }
            }
            if count > (best?.1 ?? 0) { best = (claim, count) }
        }
        return best?.0
    }

    func actor(_ name: String) -> Actor? {
        account.world.actors.first { $0.name == name || $0.names.contains(name) }
    }
}

extension Gold {
    /// Everything that the gold says, check by check.
    var checks: [GoldCheck] {
        reports + lineage + ledger + speech + world
    }

    private static func compare<T: Equatable & Sendable>(
        _ id: String, _ expected: T?, _ found: @escaping @Sendable (GoldAccount) -> T?
    ) -> [GoldCheck] {
        guard let expected else { return [] }
        return [
            GoldCheck(id: id) { account in
                let value = found(account)
                return value == expected ? nil : "\(value.map { "\($0)" } ?? "nothing"), not \(expected)"
            }
        ]
    }

    private var reports: [GoldCheck] {
        documents.flatMap { piece -> [GoldCheck] in
            func of(_ name: String, _ expected: String?, _ read: @escaping @Sendable (DocumentMetadata) -> String?)
                -> [GoldCheck]
            {
                Self.compare("\(piece.id).\(name)", expected) {
                    $0.analysis(piece.file).flatMap { read($0.document.metadata) }
                }
            }
            return of("title", piece.title) { $0.title } + of("byline", piece.byline) { $0.byline }
                + of("outlet", piece.outlet) { $0.outlet } + of("publisher", piece.publisher) { $0.publisher }
                + of("datelinePlace", piece.datelinePlace) { $0.datelinePlace }
        }
            + blocks.map { piece in
                GoldCheck(id: piece.id) { account in
                    guard let analysis = account.analysis(piece.file) else { return "no report" }
                    let kinds = analysis.document.blocks.filter { analysis.text[$0.span] == piece.exact }.map(
                        \.kind.rawValue)
                    return kinds.contains(piece.type) ? nil : "\(kinds), not \(piece.type)"
                }
            }
    }

    private var lineage: [GoldCheck] {
        origins.flatMap { piece -> [GoldCheck] in
            @Sendable func find(_ account: GoldAccount) -> Origin? {
                account.account.lineage.origins.first {
                    $0.kind.rawValue == piece.kind && $0.documents.first == account.document(piece.of)
                }
            }
            return Self.compare("\(piece.id).name", piece.name) { find($0)?.name }
                + [
                    GoldCheck(id: piece.id + ".documents") { account in
                        guard let origin = find(account) else { return "no such origin" }
                        let missing = piece.files.filter { file in
                            !(account.document(file).map(origin.documents.contains) ?? false)
                        }
                        return missing.isEmpty ? nil : "without \(missing)"
                    }
                ]
        }
            + derivations.flatMap { piece -> [GoldCheck] in
                @Sendable func find(_ account: GoldAccount) -> Derivation? {
                    account.account.lineage.derivations.first { edge in
                        guard edge.document == account.document(piece.file) else { return false }
                        switch edge.from {
                        case .document(let id): return id == account.document(piece.from)
                        case .origin(let id):
                            let origin = account.account.lineage.origins.first { $0.id == id }
                            return origin?.kind == .observed && origin?.documents.first == account.document(piece.from)
                        }
                    }
                }
                return [
                    GoldCheck(id: piece.id) { account in
                        guard let edge = find(account) else { return "no such edge" }
                        return piece.kinds.contains(edge.kind.rawValue) ? nil : "\(edge.kind), not \(piece.kinds)"
                    }
                ] + Self.compare("\(piece.id).direction", piece.directionKnown) { find($0)?.directionKnown }
                    + Self.compare("\(piece.id).credited", piece.credited) { find($0)?.credited }
            }
            + independent.map { piece in
                GoldCheck(id: piece.id) { account in
                    let ids = piece.files.compactMap { account.document($0) }
                    guard ids.count == 2 else { return "no reports" }
                    let shared = account.account.lineage.origins.filter { origin in
                        ids.allSatisfy(origin.documents.contains)
                    }
                    return shared.isEmpty ? nil : "both stand on \(shared.map { $0.name ?? "an unseen text" })"
                }
            }
    }

    private var ledger: [GoldCheck] {
        claims.flatMap { piece -> [GoldCheck] in
            let grouped = GoldCheck(id: piece.id) { account in
                guard let claim = account.claim(piece) else { return "no such claim" }
                let missing = piece.statements.filter { said in
                    !claim.statements.contains { account.touches($0.citation, said.file, said.exact) }
                }
                return missing.isEmpty ? nil : "without \(missing.map { "\($0.file.prefix(2)): \($0.exact)" })"
            }
            let chains = piece.statements.flatMap { said -> [GoldCheck] in
                let id = "\(piece.id).\(said.file.prefix(2))"
                @Sendable func find(_ account: GoldAccount) -> Statement? {
                    account.claim(piece)?.statements.first { account.touches($0.citation, said.file, said.exact) }
                }
                let chain = said.chain.map { expected in
                    GoldCheck(id: id + ".chain") { account in
                        guard let statement = find(account) else { return "no such statement" }
                        let names = statement.chain.map(\.name)
                        var rest = names[...]
                        for name in expected {
                            guard let place = rest.firstIndex(where: { $0.localizedLowercaseContains(name) }) else {
                                return "\(names), not \(expected)"
                            }
                            rest = rest[(place + 1)...]
                        }
                        return nil
                    }
                }
                return (chain.map { [$0] } ?? [])
                    + Self.compare(id + ".modality", said.modality) { find($0)?.modality.rawValue }
            }
            return [grouped] + chains
                + Self.compare("\(piece.id).documents", piece.documents) { $0.claim(piece)?.documents }
                + Self.compare("\(piece.id).origins", piece.origins) { $0.claim(piece)?.origins }
                + Self.compare("\(piece.id).ultimateSources", piece.ultimateSources) {
                    $0.claim(piece)?.ultimateSources
                }
                + Self.compare("\(piece.id).status", piece.status) { $0.claim(piece)?.status.rawValue }
        }
            + figures.map { piece in
                GoldCheck(id: piece.id) { account in
                    let found = account.account.ledger.figures.filter { figure in
                        piece.values.allSatisfy { value in
                            figure.values.contains { account.touches($0.citation, value.file, value.exact) }
                        }
                    }
                    guard !found.isEmpty else { return "no figure with all values" }
                    let verdicts = found.map(\.verdict.rawValue)
                    return verdicts.contains(piece.verdict) ? nil : "\(verdicts), not \(piece.verdict)"
                }
            }
            + discrepancies.map { piece in
                GoldCheck(id: piece.id) { account in
                    let found = account.account.ledger.discrepancies.contains { discrepancy in
                        piece.kinds.contains(discrepancy.kind.rawValue)
                            && piece.sides.allSatisfy { side in
                                discrepancy.citations.contains { account.touches($0, side.file, side.exact) }
                            }
                    }
                    return found ? nil : "no such discrepancy"
                }
            }
            + versions.map { piece in
                GoldCheck(id: piece.id) { account in
                    let found = account.account.ledger.quotationVersions.contains { versions in
                        piece.members.allSatisfy { side in
                            versions.members.contains { member in
                                guard member.document == account.document(side.file),
                                    let analysis = account.analysis(side.file)
                                else { return false }
                                return account.touches(
                                    Citation(member.document, analysis.quotations[member.quotation].span), side.file,
                                    side.exact)
                            }
                        }
                    }
                    return found ? nil : "not told as one quotation"
                }
            }
    }

    private var speech: [GoldCheck] {
        let values =
            figures.flatMap { figure in
                figure.values.map {
                    (figure.id + "." + $0.file.prefix(2), $0.file, $0.exact, $0.low, $0.high, $0.bound, nil as String?)
                }
            }
            + quantities.map { ($0.id, $0.file, $0.exact, $0.low, $0.high, $0.bound, $0.unit) }
        return values.map { id, file, exact, low, high, bound, unit in
            GoldCheck(id: id) { account in
                guard let analysis = account.analysis(file) else { return "no report" }
                let found = analysis.quantities.filter { quantity in
                    account.spans(file, exact).contains { $0.overlaps(quantity.span) }
                }
                let fits = found.contains { quantity in
                    (low == nil || quantity.amount.low == low) && (high == nil || quantity.amount.high == high)
                        && (bound == nil || quantity.amount.bound.rawValue == bound)
                        && (unit == nil || quantity.unit == unit)
                }
                return fits ? nil : "\(found.map { "\(analysis.text[$0.span]): \($0.amount)" })"
            }
        }
            + quotations.flatMap { piece -> [GoldCheck] in
                @Sendable func find(_ account: GoldAccount) -> (Analysis, Quotation)? {
                    guard let analysis = account.analysis(piece.file) else { return nil }
                    return analysis.quotations.first { quotation in
                        account.spans(piece.file, piece.exact).contains { $0.overlaps(quotation.span) }
                    }.map { (analysis, $0) }
                }
                return [
                    GoldCheck(id: piece.id) { account in
                        guard let (analysis, quotation) = find(account) else { return "no such quotation" }
                        let words = quotation.content.map { analysis.text[$0] }.joined(separator: " ")
                        return words.hasPrefix(piece.exact) || piece.exact.hasPrefix(words) ? nil : words
                    },
                    GoldCheck(id: piece.id + ".speaker") { account in
                        guard let (analysis, quotation) = find(account) else { return "no such quotation" }
                        let written = quotation.speaker.map { analysis.text[$0] } ?? "nobody"
                        let name = quotation.speakerChain.map { analysis.chains[$0].name } ?? written
                        return name.localizedLowercaseContains(piece.speaker)
                            || written.localizedLowercaseContains(piece.speaker)
                            ? nil : "\(name) (\(written)), not \(piece.speaker)"
                    },
                ] + Self.compare("\(piece.id).style", piece.style) { find($0)?.1.style.rawValue }
            }
            + credits.map { piece in
                GoldCheck(id: piece.id) { account in
                    guard let analysis = account.analysis(piece.file) else { return "no report" }
                    let found = analysis.credits.filter { credit in
                        account.spans(piece.file, piece.within).contains { $0.overlaps(credit.span) }
                    }
                    let names = found.map { $0.links.map(\.name) }
                    let fits = names.contains { links in
                        piece.names.allSatisfy { name in links.contains { $0.localizedLowercaseContains(name) } }
                    }
                    return fits ? nil : "\(names), not \(piece.names)"
                }
            }
            + times.map { piece in
                GoldCheck(id: piece.id) { account in
                    guard let analysis = account.analysis(piece.file) else { return "no report" }
                    let found = analysis.times.indices.filter { index in
                        account.spans(piece.file, piece.exact).contains { $0.overlaps(analysis.times[index].span) }
                    }
                    let values = found.map { index in
                        account.account.ledger.solvedTimes
                            .first { $0.document == analysis.document.id && $0.time == index }?.value
                            ?? analysis.times[index].value
                    }
                    return values.contains { $0.hasPrefix(piece.value) } ? nil : "\(values), not \(piece.value)"
                }
            }
    }

    private var world: [GoldCheck] {
        actors.flatMap { piece -> [GoldCheck] in
            [
                GoldCheck(id: piece.id) { account in
                    guard let actor = account.actor(piece.name) else { return "no such actor" }
                    return actor.kind.rawValue == piece.kind ? nil : "\(actor.kind), not \(piece.kind)"
                }
            ]
                + (piece.names.map { names in
                    [
                        GoldCheck(id: piece.id + ".names") { account in
                            guard let actor = account.actor(piece.name) else { return "no such actor" }
                            return names.allSatisfy(actor.names.contains) ? nil : "\(actor.names)"
                        }
                    ]
                } ?? [])
                + (piece.role.map { role in
                    [
                        GoldCheck(id: piece.id + ".role") { account in
                            guard let actor = account.actor(piece.name) else { return "no such actor" }
                            return actor.roles.contains { $0.localizedLowercaseContains(role) } ? nil : "\(actor.roles)"
                        }
                    ]
                } ?? [])
        }
            + places.map { piece in
                GoldCheck(id: piece.id) { account in
                    guard let place = account.account.world.places.first(where: { $0.name == piece.name }) else {
                        return "no such place among \(account.account.world.places.map(\.name))"
                    }
                    let isNear =
                        abs(place.latitude - piece.latitude) < 1.5 && abs(place.longitude - piece.longitude) < 1.5
                    return isNear ? nil : "\(place.latitude), \(place.longitude)"
                }
            }
            + exchanges.map { piece in
                GoldCheck(id: piece.id) { account in
                    func names(_ id: String) -> [String] {
                        account.account.world.actors.first { $0.id == id }.map { [$0.name] + $0.names } ?? []
                    }
                    let found = account.account.world.exchanges.filter {
                        names($0.from).contains(piece.from) && names($0.to).contains(piece.to)
                            && $0.thing.localizedLowercaseContains(piece.thing)
                    }
                    let statuses = found.map(\.status.rawValue)
                    return statuses.contains(where: piece.statuses.contains)
                        ? nil : found.isEmpty ? "no such exchange" : "\(statuses), not \(piece.statuses)"
                }
            }
    }
}

extension String {
    /// Whether the string contains `other`, letters folded.
    fileprivate func localizedLowercaseContains(_ other: String) -> Bool {
        FoldedText.fold(self).contains(FoldedText.fold(other))
    }
}
