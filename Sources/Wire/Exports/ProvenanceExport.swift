import NewsModel
import TextCore

/// Accounts as PROV-O (https://www.w3.org/TR/prov-o/) in JSON-LD: reports and unseen texts are entities, derivations are
/// qualified with their evidence, statements are quoted from reports and attributed to those whom they go back to.
struct ProvenanceExport {
    private let views: [ExportView]
    private static let terms = "urn:headwater:terms#"

    init(_ views: [ExportView]) { self.views = views }

    var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.object {
            $0.key("@context")
            $0.object {
                $0.member("prov", "http://www.w3.org/ns/prov#")
                $0.member("dcterms", "http://purl.org/dc/terms/")
                $0.member("hw", Self.terms)
            }
            $0.key("@graph")
            $0.array { writer in for view in views { write(view, &writer) } }
        }
        return writer.bytes + [0x0A]
    }

    private func write(_ view: ExportView, _ writer: inout JSONWriter) {
        var agents = AgentList()
        for document in view.documents { writeReport(document, view, &agents, &writer) }
        for origin in view.account.lineage.origins where origin.kind != .observed {
            writer.object {
                $0.member("@id", view.iri(origin))
                $0.member("@type", "prov:Entity")
                $0.member("dcterms:title", view.label(origin))
                $0.member("hw:originKind", origin.kind.rawValue)
            }
        }
        for claim in view.account.ledger.claims {
            writer.object {
                $0.member("@id", view.iri(claim.id))
                $0.member("@type", ["prov:Entity", "prov:Collection"])
                $0.member("prov:value", claim.text)
                $0.member("hw:status", claim.status.rawValue)
                $0.member("hw:origins", claim.origins)
                $0.member("hw:ultimateSources", claim.ultimateSources)
                $0.member("prov:hadMember", claim.statements) { Self.reference(view.iri($1.id), &$0) }
            }
            for statement in claim.statements {
                let (start, end) = view.offsets(statement.citation)
                writer.object {
                    $0.member("@id", view.iri(statement.id))
                    $0.member("@type", "prov:Entity")
                    $0.member("prov:value", view.exact(statement.citation))
                    $0.key("prov:wasQuotedFrom")
                    Self.reference(view.iri(statement.citation.document), &$0)
                    $0.member("hw:start", start)
                    $0.member("hw:end", end)
                    let links = statement.chain.map { agents.number(of: $0.name, $0.kind) }
                    $0.member("prov:wasAttributedTo", links) { Self.reference(view.iri("agent\($1)"), &$0) }
                }
            }
        }
        for (index, agent) in agents.agents.enumerated() {
            writer.object {
                $0.member("@id", view.iri("agent\(index + 1)"))
                $0.member("@type", ["prov:Agent", agent.kind == .person ? "prov:Person" : "prov:Organization"])
                $0.member("dcterms:title", agent.name)
            }
        }
    }

    private func writeReport(
        _ document: Document, _ view: ExportView, _ agents: inout AgentList, _ writer: inout JSONWriter
    ) {
        let edges = view.account.lineage.derivations.filter { $0.document == document.id }
        let outlet = agents.number(of: view.label(document), .outlet)
        writer.object {
            $0.member("@id", view.iri(document.id))
            $0.member("@type", "prov:Entity")
            $0.member("dcterms:title", document.metadata.title ?? view.label(document))
            if let published = document.metadata.published { $0.member("dcterms:issued", published.description) }
            if let address = view.webAddress(document) { $0.member("dcterms:source", address) }
            $0.key("prov:wasAttributedTo")
            Self.reference(view.iri("agent\(outlet)"), &$0)
            $0.member("prov:wasDerivedFrom", edges.filter(\.directionKnown)) { Self.reference(view.iri($1.from), &$0) }
            $0.member("prov:alternateOf", edges.filter { !$0.directionKnown }) {
                Self.reference(view.iri($1.from), &$0)
            }
            $0.member("prov:qualifiedDerivation", edges.filter(\.directionKnown)) { writer, edge in
                writer.object {
                    $0.member("@type", Self.type(edge.kind))
                    $0.key("prov:entity")
                    Self.reference(view.iri(edge.from), &$0)
                    $0.member("hw:kind", edge.kind.rawValue)
                    $0.member("hw:probability", edge.probability)
                    $0.member("hw:coverage", edge.coverage)
                    $0.member("hw:credited", edge.credited)
                    $0.member("hw:evidence", edge.evidence.map { $0.kind.rawValue + ": " + $0.detail })
                }
            }
        }
    }

    private static func type(_ kind: Derivation.Kind) -> [String] {
        switch kind {
        case .quotation: ["prov:Derivation", "prov:Quotation"]
        case .rewrite: ["prov:Derivation", "prov:Revision"]
        case .reprint, .translation, .commonSource: ["prov:Derivation"]
        }
    }

    private static func reference(_ iri: String, _ writer: inout JSONWriter) {
        writer.object { $0.member("@id", iri) }
    }
}

/// The agents of an account, numbered from 1 in order of their first use; one name is one agent.
private struct AgentList {
    private(set) var agents: [(name: String, kind: SourceKind)] = []
    private var numbers: [String: Int] = [:]

    mutating func number(of name: String, _ kind: SourceKind) -> Int {
        if let number = numbers[name] { return number }
        agents.append((name, kind))
        numbers[name] = agents.count
        return agents.count
    }
}
