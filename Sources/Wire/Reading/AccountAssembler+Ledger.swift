import NewsModel
import TextCore

extension AccountAssembler {
    /// The ledger; quotations go back into the layers of their documents.
    func ledger(_ analyses: inout [Analysis]) throws(AccountReader.Failure) -> Ledger {
        var ledger = Ledger()
        for (index, claim) in record.claims.enumerated() {
            ledger.claims.append(try self.claim(claim, in: analyses, "\(path).claims[\(index)]"))
        }
        for (index, figure) in record.figures.enumerated() {
            let path = "\(path).figures[\(index)]"
            guard !figure.values.isEmpty else { throw .invalid(path: path, detail: "a figure without a value") }
            var values: [FigureComparison.Value] = []
            for (number, value) in figure.values.enumerated() {
                let path = path + ".values[\(number)]"
                values.append(
                    FigureComparison.Value(
                        statement: value.statement, citation: try citation(value.citation, path),
                        amount: Amount(low: value.low, high: value.high, bound: try word(value.bound, path + ".bound")),
                        unit: value.unit, thing: value.thing))
            }
            ledger.figures.append(
                FigureComparison(
                    id: figure.id, slot: figure.slot, verdict: try word(figure.verdict, path + ".verdict"),
                    values: values, explanation: figure.explanation))
        }
        for (index, item) in record.discrepancies.enumerated() {
            let path = "\(path).discrepancies[\(index)]"
            ledger.discrepancies.append(
                Discrepancy(
                    kind: try word(item.kind, path + ".kind"), text: item.text,
                    citations: try citations(item.citations, path), explanation: item.explanation))
        }
        for (index, item) in (record.casualties ?? []).enumerated() {
            let path = "\(path).casualties[\(index)]"
            ledger.casualties.append(
                Casualties(
                    document: try document(item.document, path), killed: try count(item.killed, path + ".killed"),
                    injured: try count(item.injured, path + ".injured")))
        }
        ledger.quotationVersions = try addQuotations(to: &analyses)
        return ledger
    }

    private func count(
        _ count: CasualtiesRecord.Count?, _ path: String
    ) throws(AccountReader.Failure) -> Casualties.Count? {
        guard let count else { return nil }
        guard !count.citations.isEmpty, count.number >= 0 else {
            throw .invalid(path: path, detail: "a number without a citation, or below zero")
        }
        return Casualties.Count(
            number: count.number, isStated: count.stated, citations: try citations(count.citations, path))
    }

    private func claim(
        _ claim: ClaimRecord, in analyses: [Analysis], _ path: String
    ) throws(AccountReader.Failure) -> Claim {
        guard !claim.statements.isEmpty else { throw .invalid(path: path, detail: "a claim without a statement") }
        var statements: [Statement] = []
        for (index, statement) in claim.statements.enumerated() {
            statements.append(try self.statement(statement, in: analyses, path + ".statements[\(index)]"))
        }
        return Claim(
            id: claim.id, text: claim.text, kind: try word(claim.kind, path + ".kind"),
            modality: try word(claim.modality, path + ".modality"),
            polarity: try word(claim.polarity, path + ".polarity"),
            statements: statements, documents: claim.documents, origins: claim.origins,
            ultimateSources: claim.ultimateSources, status: try word(claim.status, path + ".status"))
    }

    private func statement(
        _ statement: ClaimRecord.Statement, in analyses: [Analysis], _ path: String
    ) throws(AccountReader.Failure) -> Statement {
        let cited = try citation(statement.citation, path + ".citation")
        var chain: [ChainLink] = []
        for (index, link) in statement.chain.enumerated() {
            let path = path + ".chain[\(index)]"
            let at = try link.citation.map { (at) throws(AccountReader.Failure) in try citation(at, path) }
            chain.append(
                ChainLink(
                    name: link.name, kind: try word(link.kind, path + ".kind"), citation: at, isInferred: link.inferred)
            )
        }
        return Statement(
            id: statement.id, citation: cited, reading: statement.reading,
            modality: try word(statement.modality, path + ".modality"),
            polarity: try word(statement.polarity, path + ".polarity"), chain: chain,
            origin: try origin(statement.origin, path + ".origin"),
            quantity: statement.figure.flatMap { quantity($0, near: cited, in: analyses) }, time: statement.time)
    }

    /// Index of the quantity that a statement's figure is: one of its document with the same amount, unit and thing,
    /// within the statement where there is one.
    private func quantity(_ figure: AccountRecord.Amount, near cited: Citation, in analyses: [Analysis]) -> Int? {
        guard let analysis = analyses.first(where: { $0.document.id == cited.document }) else { return nil }
        let alike = analysis.quantities.indices.filter { index in
            let quantity = analysis.quantities[index]
            return quantity.amount.low == figure.low && quantity.amount.high == figure.high
                && quantity.amount.bound.rawValue == figure.bound && quantity.unit == figure.unit
                && quantity.thing == figure.thing
        }
        return alike.first { cited.span.contains(analysis.quantities[$0].span) } ?? alike.first
    }

    /// Puts the quotations into their documents; gives those that are versions of one utterance.
    private func addQuotations(to analyses: inout [Analysis]) throws(AccountReader.Failure) -> [QuotationVersions] {
        let slots = Dictionary(analyses.indices.map { (analyses[$0].document.id, $0) }, uniquingKeysWith: { a, _ in a })
        let chains = Dictionary(record.actors.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
        var memberOf: [String: QuotationVersions.Member] = [:]
        for (index, item) in record.quotations.enumerated() {
            let path = "\(path).quotations[\(index)]"
            let cited = try citation(item.citation, path + ".citation")
            guard let slot = slots[cited.document], !item.content.isEmpty else {
                throw .invalid(path: path, detail: "a quotation without content")
            }
            func span(_ at: AccountRecord.Citation?) throws(AccountReader.Failure) -> TextSpan? {
                guard let at else { return nil }
                return try self.span(at, of: cited.document, path)
            }
            var content: [TextSpan] = []
            for each in item.content { content.append(try self.span(each, of: cited.document, path + ".content")) }
            let style: SpeechStyle = try word(item.style, path + ".style")
            let (speaker, cue) = (try span(item.speakerMention), try span(item.cue))
            let chain = item.speaker.flatMap { chains[$0] }
            if style == .indirect, let cue {
                analyses[slot].attributions.append(
                    Attribution(
                        source: speaker, sourceKind: .unnamed, sourceChain: chain, cue: cue, content: content,
                        style: style))
            } else {
                memberOf[item.id] = QuotationVersions.Member(
                    document: cited.document, quotation: analyses[slot].quotations.count)
                analyses[slot].quotations.append(
                    Quotation(
                        content: content, span: cited.span, marks: .curly, style: style, speaker: speaker,
                        speakerChain: chain, cue: cue))
            }
        }
        var seen: Set<String> = []
        var versions: [QuotationVersions] = []
        for item in record.quotations where !item.variants.isEmpty && !seen.contains(item.id) {
            let ids = [item.id] + item.variants
            seen.formUnion(ids)
            versions.append(QuotationVersions(members: ids.compactMap { memberOf[$0] }))
        }
        return versions
    }
}
