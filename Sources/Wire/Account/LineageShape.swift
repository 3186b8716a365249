import NewsModel
import TextCore

extension AccountShape {
    func writeLineage(_ writer: inout JSONWriter) {
        writer.member("origins", account.lineage.origins) { writer, origin in
            writer.object {
                $0.member("id", origin.id.description)
                $0.member("kind", origin.kind.rawValue)
                $0.member("name", origin.name)
                $0.member("documents", origin.documents.map(\.description))
                citations("contents", origin.contents, &$0)
            }
        }
        writer.member("derivations", account.lineage.derivations) { write($1, &$0) }
    }

    private func write(_ derivation: Derivation, _ writer: inout JSONWriter) {
        writer.object {
            $0.member("document", derivation.document.description)
            $0.member("from", name(derivation.from))
            $0.member("kind", derivation.kind.rawValue)
            $0.member("direction", derivation.directionKnown ? "known" : "unknown")
            $0.member("probability", derivation.probability)
            $0.member("coverage", derivation.coverage)
            $0.member("credited", derivation.credited)
            $0.member("passages", derivation.passages.map { account.lineage.passages[$0] }) { write($1, &$0) }
            citations("credits", derivation.credits, &$0)
            $0.member("evidence", derivation.evidence.map(\.kind.rawValue))
            $0.member("reasons", derivation.evidence) { writer, evidence in
                writer.object {
                    $0.member("kind", evidence.kind.rawValue)
                    $0.member("detail", evidence.detail)
                }
            }
        }
    }

    private func name(_ source: Derivation.Source) -> String {
        switch source {
        case .document(let id): id.description
        case .origin(let id): id.description
        }
    }

    private func write(_ passage: Passage, _ writer: inout JSONWriter) {
        writer.object {
            citation("a", passage.a, &$0)
            citation("b", passage.b, &$0)
            $0.member("grade", passage.grade.rawValue)
            $0.member("similarity", passage.similarity)
            $0.member("ownWording", passage.ownWording)
        }
    }
}
