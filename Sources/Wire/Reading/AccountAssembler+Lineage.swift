import NewsModel
import TextCore

extension AccountAssembler {
    func lineage(of analyses: [Analysis]) throws(AccountReader.Failure) -> Lineage {
        var origins: [Origin] = []
        for (index, origin) in record.origins.enumerated() {
            let path = "\(path).origins[\(index)]"
            var documents: [DocumentID] = []
            for name in origin.documents { documents.append(try document(name, path + ".documents")) }
            origins.append(
                Origin(
                    id: try self.origin(origin.id, path + ".id"), kind: try word(origin.kind, path + ".kind"),
                    name: origin.name, documents: documents,
                    contents: try citations(origin.contents, path, mayBeEmpty: true)))
        }
        var pairs: [[Passage]] = []
        for (index, edge) in record.derivations.enumerated() {
            pairs.append(try passages(edge, "\(path).derivations[\(index)]"))
        }
        let all = Set(pairs.joined()).sorted { ($0.a, $0.b) < ($1.a, $1.b) }
        let number = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
        var derivations: [Derivation] = []
        for (index, edge) in record.derivations.enumerated() {
            let indices = pairs[index].compactMap { number[$0] }
            derivations.append(try derivation(edge, passages: indices, "\(path).derivations[\(index)]"))
        }
        return Lineage(
            passages: all, derivations: derivations, origins: origins, stretches: try stretches(of: analyses))
    }

    private func passages(_ edge: DerivationRecord, _ path: String) throws(AccountReader.Failure) -> [Passage] {
        var passages: [Passage] = []
        for (index, passage) in edge.passages.enumerated() {
            let path = path + ".passages[\(index)]"
            let (a, b) = (try citation(passage.a, path + ".a"), try citation(passage.b, path + ".b"))
            guard a.document < b.document else {
                throw .invalid(path: path, detail: "a passage names its documents in order")
            }
            passages.append(
                Passage(
                    a: a, b: b, grade: try word(passage.grade, path + ".grade"), similarity: passage.similarity,
                    ownWording: passage.ownWording))
        }
        return passages
    }

    private func derivation(
        _ edge: DerivationRecord, passages: [Int], _ path: String
    ) throws(AccountReader.Failure) -> Derivation {
        guard !edge.reasons.isEmpty else { throw .invalid(path: path, detail: "a derivation without a reason") }
        var evidence: [Derivation.Evidence] = []
        for reason in edge.reasons {
            evidence.append(Derivation.Evidence(try word(reason.kind, path + ".reasons"), reason.detail))
        }
        let from: Derivation.Source =
            edge.from.hasPrefix("sha256:")
            ? .document(try document(edge.from, path + ".from")) : .origin(try origin(edge.from, path + ".from"))
        return Derivation(
            document: try document(edge.document, path + ".document"), from: from,
            kind: try word(edge.kind, path + ".kind"), directionKnown: edge.direction == "known",
            probability: edge.probability, coverage: edge.coverage, credited: edge.credited, passages: passages,
            credits: try citations(edge.credits, path, mayBeEmpty: true), evidence: evidence)
    }

    private func stretches(of analyses: [Analysis]) throws(AccountReader.Failure) -> [DocumentID: [Lineage.Stretch]] {
        var stretches: [DocumentID: [Lineage.Stretch]] = [:]
        for (index, document) in record.documents.enumerated() {
            var own: [Lineage.Stretch] = []
            for (number, stretch) in document.stretches.enumerated() {
                let path = "\(path).documents[\(index)].stretches[\(number)]"
                own.append(
                    Lineage.Stretch(
                        span: try span(stretch.start, stretch.end, in: analyses[index].text, path),
                        origin: try origin(stretch.origin, path), isTraced: stretch.traced))
            }
            if !own.isEmpty { stretches[analyses[index].document.id] = own }
        }
        return stretches
    }
}
