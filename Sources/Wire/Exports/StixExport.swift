import NewsModel
import TextCore

/// Accounts as a STIX 2.1 bundle: actors are identities, places are locations, claims are notes, reports are reports,
/// exchanges and relations are relationships.
///
/// Ids are UUIDs of version 8 (RFC 9562) made from hashes, so that the same account gives the same bundle. STIX asks when
/// an object was made: that is the day of the story's last report, or of its events, never the clock.
struct StixExport {
    private let views: [ExportView]

    init(_ views: [ExportView]) { self.views = views }

    var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.object {
            $0.member("type", "bundle")
            $0.member("id", Self.id("bundle", views.map(\.account.story.id).joined(separator: "\n")))
            $0.key("objects")
            $0.array { writer in
                var written: Set<String> = []
                for view in views { StixStory(view).write(to: &writer, written: &written) }
            }
        }
        return writer.bytes + [0x0A]
    }

    /// `type--uuid`, the UUID made from a hash of `name`.
    static func id(_ type: String, _ name: String) -> String {
        var bytes = Array(SHA256Digest(of: Array((type + "\n" + name).utf8)).bytes.prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        let alphabet = Array("0123456789abcdef")
        var digits = ""
        for (index, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(index) { digits += "-" }
            digits.append(alphabet[Int(byte >> 4)])
            digits.append(alphabet[Int(byte & 15)])
        }
        return type + "--" + digits
    }
}

/// One account of a bundle.
private struct StixStory {
    let view: ExportView
    let made: String

    init(_ view: ExportView) {
        self.view = view
        let days = view.documents.compactMap { $0.metadata.published?.date }
        let last = days.max() ?? view.account.story.end.flatMap(Self.day) ?? CivilDate(dayNumber: 0)
        made = Self.timestamp(last)
    }

    func write(to writer: inout JSONWriter, written: inout Set<String>) {
        for document in view.documents where written.insert(id(document)).inserted {
            // A report of STIX refers to at least one object: its outlet.
            let outlet = view.label(document)
            let publisher = StixExport.id("identity", "outlet " + outlet)
            if written.insert(publisher).inserted {
                object("identity", publisher, &writer) { $0.member("name", outlet) }
            }
            object("report", id(document), &writer) {
                $0.member("name", document.metadata.title ?? view.label(document))
                $0.member("published", document.metadata.published.map { Self.timestamp($0.date) } ?? made)
                $0.member("report_types", ["observed-data"])
                $0.member("object_refs", [publisher])
                $0.key("external_references")
                $0.array {
                    $0.object {
                        $0.member("source_name", outlet)
                        if let address = view.webAddress(document) { $0.member("url", address) }
                        $0.member("external_id", document.id.description)
                    }
                }
            }
        }
        for actor in view.account.world.actors {
            object("identity", id("identity", actor.id), &writer) {
                $0.member("name", actor.name)
                $0.member("identity_class", Self.identityClass(actor.kind))
                if !actor.roles.isEmpty { $0.member("roles", actor.roles) }
                let others = actor.names.filter { $0 != actor.name }
                if !others.isEmpty { $0.member("description", "Also: " + others.joined(separator: "; ")) }
            }
        }
        for place in view.account.world.places {
            object("location", id("location", place.id), &writer) {
                $0.member("name", place.name)
                $0.member("latitude", place.latitude)
                $0.member("longitude", place.longitude)
            }
        }
        for claim in view.account.ledger.claims {
            let documents = view.documents(of: claim.statements.map(\.citation))
            object("note", id("note", claim.id), &writer) {
                $0.member(
                    "abstract",
                    "\(claim.status.rawValue): \(claim.documents) reports, \(claim.origins) origins, "
                        + "\(claim.ultimateSources) ultimate sources")
                $0.member("content", claim.text)
                $0.member("object_refs", documents.map { id($0) })
            }
        }
        writeRelationships(to: &writer)
    }

    private func writeRelationships(to writer: inout JSONWriter) {
        let known = Set(view.account.world.actors.map(\.id))
        func link(_ name: String, _ type: String, _ from: String, _ to: String, _ text: String) {
            guard known.contains(from), known.contains(to) else { return }
            object("relationship", id("relationship", name), &writer) {
                $0.member("relationship_type", type)
                $0.member("description", text)
                $0.member("source_ref", id("identity", from))
                $0.member("target_ref", id("identity", to))
            }
        }
        for (index, exchange) in view.account.world.exchanges.enumerated() {
            let back = exchange.inReturnFor.map { ", in return for " + $0 } ?? ""
            let text = "\(exchange.thing)\(back) (\(exchange.status.rawValue))"
            link("exchange\(index)", "gives-to", exchange.from, exchange.to, text)
        }
        for (index, relation) in view.account.world.relations.enumerated() {
            link("relation\(index)", "related-to", relation.from, relation.to, relation.text)
        }
    }

    private func object(_ type: String, _ id: String, _ writer: inout JSONWriter, _ members: (inout JSONWriter) -> Void)
    {
        writer.object {
            $0.member("type", type)
            $0.member("spec_version", "2.1")
            $0.member("id", id)
            $0.member("created", made)
            $0.member("modified", made)
            members(&$0)
        }
    }

    private func id(_ type: String, _ local: String) -> String {
        StixExport.id(type, view.account.story.id + "\n" + local)
    }

    private func id(_ document: Document) -> String { StixExport.id("report", document.id.description) }

    private static func identityClass(_ kind: Mention.Kind) -> String {
        switch kind {
        case .person: "individual"
        case .organisation, .geopoliticalEntity, .facility: "organization"
        case .nationality: "group"
        case .place, .product, .event, .law: "unknown"
        }
    }

    private static func timestamp(_ day: CivilDate) -> String { day.description + "T00:00:00.000Z" }

    private static func day(_ iso: String) -> CivilDate? {
        let parts = iso.prefix(10).split(separator: "-").compactMap { Int($0) }
        return parts.count == 3 ? CivilDate(parts[0], parts[1], parts[2]) : nil
    }
}
