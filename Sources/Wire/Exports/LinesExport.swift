import NewsModel
import TextCore

/// Accounts as JSON Lines: the findings of an account one a line, each with the members that it has in
/// `headwater.account/1` after `record`, which says what it is, and `story`, which says where it belongs.
struct LinesExport {
    private let accounts: [Account]

    init(_ accounts: [Account]) { self.accounts = accounts }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for account in accounts {
            let shape = AccountShape(account)
            func line(_ record: String, _ members: (inout JSONWriter) -> Void) {
                var writer = JSONWriter()
                writer.object {
                    $0.member("record", record)
                    $0.member("story", account.story.id)
                    members(&$0)
                }
                bytes += writer.bytes + [0x0A]
            }
            func lines<Item>(
                _ record: String, _ items: some Sequence<Item>, _ members: (Item, inout JSONWriter) -> Void
            ) {
                for item in items { line(record) { members(item, &$0) } }
            }
            line("story") { shape.members(account.story, &$0) }
            lines("brief", account.brief, shape.members)
            lines("document", account.analyses.map(\.document), shape.members)
            lines("origin", account.lineage.origins, shape.members)
            lines("derivation", account.lineage.derivations, shape.members)
            lines("claim", account.ledger.claims, shape.members)
            lines("figure", account.ledger.figures, shape.members)
            lines("discrepancy", account.ledger.discrepancies.enumerated(), shape.members)
            lines("quotation", account.quotationEntries, shape.members)
            lines("actor", account.world.actors, shape.members)
            lines("relation", account.world.relations, shape.members)
            lines("event", account.world.events, shape.members)
            lines("exchange", account.world.exchanges, shape.members)
            lines("place", account.world.places, shape.members)
            lines("timeline", account.world.timeline, shape.members)
            lines("diagnostic", account.diagnostics, shape.members)
        }
        return bytes
    }
}
