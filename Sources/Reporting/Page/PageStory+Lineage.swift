import NewsModel
import TextCore

extension PageStory {
    func writeLineage(_ writer: inout JSONWriter) {
        let lineage = account.lineage
        writer.member("origins", lineage.origins) { writer, origin in
            writer.object {
                $0.member("id", origin.id.description)
                $0.member("letters", origin.id.letters)
                $0.member("kind", origin.kind.rawValue)
                $0.member("name", names.name(origin))
                $0.member("reports", origin.documents.map { names.index($0) }) { $0.number($1) }
                places("contents", origin.contents, &$0)
            }
        }
        writer.member("edges", lineage.derivations) { writer, edge in
            writer.object {
                $0.member("report", names.index(edge.document))
                switch edge.from {
                case .origin(let id):
                    $0.member("fromOrigin", index(id))
                    optionalNumber("fromReport", nil, &$0)
                case .document(let id):
                    optionalNumber("fromOrigin", nil, &$0)
                    $0.member("fromReport", names.index(id))
                }
                $0.member("kind", Wording.derivation(edge.kind))
                $0.member("directionKnown", edge.directionKnown)
                $0.member("probability", edge.probability)
                $0.member("coverage", edge.coverage)
                $0.member("credited", edge.credited)
                $0.member("passages", edge.passages) { $0.number($1) }
                places("credits", edge.credits, &$0)
                $0.member("evidence", edge.evidence) { writer, evidence in
                    writer.array {
                        $0.string(evidence.kind.rawValue)
                        $0.string(evidence.detail)
                    }
                }
            }
        }
        writer.member("passages", lineage.passages) { writer, passage in
            writer.object {
                place("a", passage.a, &$0)
                place("b", passage.b, &$0)
                $0.member("grade", passage.grade.rawValue)
                $0.member("similarity", passage.similarity)
            }
        }
    }
}
