import NewsModel
import TextCore

extension AccountShape {
    func writeLineage(_ writer: inout JSONWriter) {
        list("origins", account.lineage.origins, members, &writer)
        list("derivations", account.lineage.derivations, members, &writer)
    }

    func members(_ origin: Origin, _ writer: inout JSONWriter) {
        writer.member("id", origin.id.description)
        writer.member("kind", origin.kind.rawValue)
        writer.member("name", origin.name)
        writer.member("documents", origin.documents.map(\.description))
        citations("contents", origin.contents, &writer)
    }

    func members(_ derivation: Derivation, _ writer: inout JSONWriter) {
        writer.member("document", derivation.document.description)
        writer.member("from", name(derivation.from))
        writer.member("kind", derivation.kind.rawValue)
        writer.member("direction", derivation.directionKnown ? "known" : "unknown")
        writer.member("probability", derivation.probability)
        writer.member("coverage", derivation.coverage)
        writer.member("credited", derivation.credited)
        list("passages", derivation.passages.map { account.lineage.passages[$0] }, members, &writer)
        citations("credits", derivation.credits, &writer)
        writer.member("evidence", derivation.evidence.map(\.kind.rawValue))
        writer.member("reasons", derivation.evidence) { writer, evidence in
            writer.object {
                $0.member("kind", evidence.kind.rawValue)
                $0.member("detail", evidence.detail)
            }
        }
    }

    private func name(_ source: Derivation.Source) -> String {
        switch source {
        case .document(let id): id.description
        case .origin(let id): id.description
        }
    }

    private func members(_ passage: Passage, _ writer: inout JSONWriter) {
        citation("a", passage.a, &writer)
        citation("b", passage.b, &writer)
        writer.member("grade", passage.grade.rawValue)
        writer.member("similarity", passage.similarity)
        writer.member("ownWording", passage.ownWording)
    }
}
