import NewsModel
import TextCore

/// Accounts as FollowTheMoney entities (https://followthemoney.tech), one a line: reports are Articles, actors are people
/// and organisations with their Mentions, events are Events, exchanges and relations are UnknownLinks, claims are Notes.
///
/// Ids are hashes of the story's id and the finding's, so that two accounts can stand in one collection.
struct FollowTheMoneyExport {
    private let views: [ExportView]

    init(_ views: [ExportView]) { self.views = views }

    var bytes: [UInt8] { views.flatMap { lines($0) } }

    private func lines(_ view: ExportView) -> [UInt8] {
        var bytes: [UInt8] = []
        func id(_ local: String) -> String { Self.id(view.account.story.id, local) }
        func entity(_ id: String, _ schema: String, _ properties: [(String, [String?])]) {
            bytes += Self.entity(id, schema, properties)
        }
        func ids(_ documents: [Document]) -> [String] { documents.map { Self.id($0.id) } }

        for document in view.documents {
            let data = document.metadata
            entity(
                Self.id(document.id), "Article",
                [
                    ("title", [data.title ?? view.label(document)]), ("fileName", document.files.map(Optional.some)),
                    ("author", [data.byline]), ("publisher", [data.outlet ?? data.publisher]),
                    ("publishedAt", [data.published.flatMap { Self.date($0.description) }]),
                    ("modifiedAt", [data.updated.flatMap { Self.date($0.description) }]),
                    ("language", [Self.language(data.language)]), ("sourceUrl", [view.webAddress(document)]),
                    ("bodyText", [document.text.string]),
                ])
        }
        let schemas = Dictionary(
            view.account.world.actors.map { ($0.id, Self.schema($0.kind)) }, uniquingKeysWith: { first, _ in first })
        for actor in view.account.world.actors {
            let schema = Self.schema(actor.kind)
            entity(
                id(actor.id), schema,
                [
                    ("name", [actor.name]), ("alias", actor.names.filter { $0 != actor.name }),
                    (schema == "Person" ? "position" : "notes", actor.roles),
                ])
            for document in view.documents(of: actor.mentions) {
                entity(
                    id(actor.id + " " + document.id.description), "Mention",
                    [
                        ("document", [Self.id(document.id)]), ("resolved", [id(actor.id)]), ("name", [actor.name]),
                        ("detectedSchema", [schema]),
                    ])
            }
        }
        for place in view.account.world.places {
            entity(
                id(place.id), "Address",
                [
                    ("full", [place.name]), ("latitude", [CSVTable.number(place.latitude)]),
                    ("longitude", [CSVTable.number(place.longitude)]),
                    ("proof", ids(view.documents(of: place.citations))),
                ])
        }
        for event in view.account.world.events {
            entity(
                id(event.id), "Event",
                [
                    ("name", [event.text]), ("startDate", [event.start.flatMap(Self.date)]),
                    ("endDate", [event.end.flatMap(Self.date)]), ("addressEntity", [event.place.map(id)]),
                    ("involved", event.participants.filter { schemas[$0] != nil }.map(id)),
                    ("notes", [event.status.rawValue]), ("proof", ids(view.documents(of: event))),
                ])
        }
        for (index, exchange) in view.account.world.exchanges.enumerated()
        where schemas[exchange.from] != nil && schemas[exchange.to] != nil {
            let back = exchange.inReturnFor.map { ", in return for " + $0 } ?? ""
            entity(
                id("exchange\(index + 1)"), "UnknownLink",
                [
                    ("subject", [id(exchange.from)]), ("object", [id(exchange.to)]),
                    ("role", ["gives " + exchange.thing]),
                    ("status", [exchange.status.rawValue]), ("summary", ["gives " + exchange.thing + back]),
                    ("proof", ids(view.documents(of: exchange.citations))),
                ])
        }
        for (index, relation) in view.account.world.relations.enumerated()
        where schemas[relation.from] != nil && schemas[relation.to] != nil {
            entity(
                id("relation\(index + 1)"), "UnknownLink",
                [
                    ("subject", [id(relation.from)]), ("object", [id(relation.to)]), ("role", [relation.text]),
                    ("proof", ids(view.documents(of: relation.citations))),
                ])
        }
        for claim in view.account.ledger.claims {
            let counts =
                "\(claim.documents) reports, \(claim.origins) origins, \(claim.ultimateSources) ultimate sources"
            entity(
                id(claim.id), "Note",
                [
                    ("name", [claim.text]), ("description", [claim.status.rawValue + ": " + counts]),
                    ("proof", ids(view.documents(of: claim.statements.map(\.citation)))),
                ])
        }
        return bytes
    }

    private static func entity(_ id: String, _ schema: String, _ properties: [(String, [String?])]) -> [UInt8] {
        var writer = JSONWriter()
        writer.object {
            $0.member("id", id)
            $0.member("schema", schema)
            $0.key("properties")
            $0.object {
                for (name, values) in properties {
                    let most = long.contains(name) ? 65_000 : 250
                    let known = values.compactMap { $0 }.filter { !$0.isEmpty }.map {
                        $0.utf8.count <= most ? $0 : String($0.prefix(most / 4)) + "…"
                    }
                    if !known.isEmpty { $0.member(name, known) }
                }
            }
        }
        return writer.bytes + [0x0A]
    }

    /// Properties of the type text, of which FollowTheMoney takes 65,000 bytes; of all others it takes 250 at least.
    private static let long: Set = ["bodyText", "description", "notes", "summary"]

    private static func id(_ story: String, _ local: String) -> String {
        "hw-" + SHA256Digest(of: Array((story + "\n" + local).utf8)).hexadecimal.prefix(40)
    }

    private static func id(_ document: DocumentID) -> String { "hw-" + document.description.dropFirst(7).prefix(40) }

    private static func schema(_ kind: Mention.Kind) -> String {
        switch kind {
        case .person: "Person"
        case .organisation: "Organization"
        case .geopoliticalEntity: "PublicBody"
        case .place, .facility, .product, .event, .law, .nationality: "LegalEntity"
        }
    }

    /// A date in the precision that it has; FollowTheMoney takes no zone and no range.
    private static func date(_ iso: String) -> String? {
        let day = iso.prefix(10)
        let hasShape = day.utf8.enumerated().allSatisfy { index, byte in
            index == 4 || index == 7 ? byte == UInt8(ascii: "-") : ASCII.isDigit(byte)
        }
        return hasShape && [4, 7, 10].contains(day.utf8.count) ? String(day) : nil
    }

    /// ISO 639-3, which FollowTheMoney takes, of the languages that reports are most often in.
    private static func language(_ tag: String?) -> String? {
        guard let tag else { return nil }
        let primary = String(tag.prefix { $0 != "-" })
        let codes = [
            "ar": "ara", "de": "deu", "el": "ell", "en": "eng", "es": "spa", "fr": "fra", "it": "ita", "ja": "jpn",
            "ko": "kor", "nl": "nld", "pl": "pol", "pt": "por", "ru": "rus", "tr": "tur", "uk": "ukr", "zh": "zho",
        ]
        return codes[primary]
    }
}
