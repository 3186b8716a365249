import NewsModel
import TextCore

/// The lineage as a tree for a terminal: origins, and under each what comes from it.
struct LineageTree {
    /// One line: the branches before it, what stands there, and what is said of it.
    struct Line {
        var branches: String
        var name: String
        var remark: String
        var isOrigin: Bool
    }

    private let account: Account
    private let names: AccountNames
    /// Edges by where they come from.
    private var fromOrigin: [OriginID: [Derivation]] = [:]
    private var fromDocument: [DocumentID: [Derivation]] = [:]

    init(_ account: Account, _ names: AccountNames) {
        self.account = account
        self.names = names
        for derivation in account.lineage.derivations {
            switch derivation.from {
            case .origin(let id): fromOrigin[id, default: []].append(derivation)
            case .document(let id): fromDocument[id, default: []].append(derivation)
            }
        }
    }

    /// The tree, origin by origin; a report that stands under none comes last.
    var lines: [Line] {
        var lines: [Line] = []
        var shown: Set<DocumentID> = []
        for origin in account.lineage.origins {
            let mark = origin.kind == .observed ? "●" : "◌"
            lines.append(
                Line(
                    branches: "", name: "\(origin.id.letters) \(mark) \(names.name(origin))",
                    remark: remark(origin), isOrigin: true))
            var edges = fromOrigin[origin.id] ?? []
            if origin.kind == .observed, let own = origin.documents.first {
                shown.insert(own)
                edges += fromDocument[own] ?? []
            }
            var path: Set<DocumentID> = Set(origin.kind == .observed ? origin.documents.prefix(1) : [])
            add(edges, branches: "  ", path: &path, shown: &shown, to: &lines)
        }
        for analysis in account.analyses where !shown.contains(analysis.document.id) {
            let id = analysis.document.id
            lines.append(Line(branches: "", name: "· \(numbered(id))", remark: "", isOrigin: true))
            var path: Set = [id]
            add(fromDocument[id] ?? [], branches: "  ", path: &path, shown: &shown, to: &lines)
        }
        return lines
    }

    private func add(
        _ edges: [Derivation], branches: String, path: inout Set<DocumentID>, shown: inout Set<DocumentID>,
        to lines: inout [Line]
    ) {
        let edges = edges.sorted { names.index($0.document) < names.index($1.document) }
        for (index, edge) in edges.enumerated() {
            let isLast = index == edges.count - 1
            lines.append(
                Line(
                    branches: branches + (isLast ? "└─ " : "├─ "), name: numbered(edge.document), remark: remark(edge),
                    isOrigin: false))
            let isNew = shown.insert(edge.document).inserted
            guard isNew, path.insert(edge.document).inserted else { continue }
            let isOrigin = account.lineage.origins.contains {
                $0.kind == .observed && $0.documents.first == edge.document
            }
            if !isOrigin {
                add(
                    fromDocument[edge.document] ?? [], branches: branches + (isLast ? "   " : "│  "), path: &path,
                    shown: &shown, to: &lines)
            }
            path.remove(edge.document)
        }
    }

    private func numbered(_ document: DocumentID) -> String {
        "\(names.index(document) + 1) \(names.label(document))"
    }

    private func remark(_ origin: Origin) -> String {
        guard origin.kind == .observed, let own = origin.documents.first else { return Wording.origin(origin.kind) }
        return "report \(names.index(own) + 1)"
    }

    private func remark(_ edge: Derivation) -> String {
        var parts = [Wording.derivation(edge.kind), AmountText.percent(edge.coverage) + " of it"]
        parts.append(edge.credited ? "credited" : "not credited")
        if !edge.directionKnown { parts.append("direction unknown") }
        return parts.joined(separator: ", ")
    }
}
