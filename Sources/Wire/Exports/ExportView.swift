import NewsModel
import TextCore

/// What every export needs of an account: names, identifiers, and citations as words and Unicode scalar offsets.
struct ExportView {
    let account: Account
    private let indexOf: [DocumentID: Int]
    private let actorName: [String: String]

    init(_ account: Account) {
        self.account = account
        indexOf = Dictionary(
            account.analyses.enumerated().map { ($1.document.id, $0) }, uniquingKeysWith: { first, _ in first })
        actorName = Dictionary(account.world.actors.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    /// The reports, in the order of the account.
    var documents: [Document] { account.analyses.map(\.document) }

    /// A report.
    func document(_ id: DocumentID) -> Document {
        guard let index = indexOf[id] else { preconditionFailure("an account cites only its own documents") }
        return account.analyses[index].document
    }

    /// The name of an actor; its id where the account does not know it.
    func name(ofActor id: String) -> String { actorName[id] ?? id }

    /// What a reader would call a report: its outlet, or what else tells it from others.
    func label(_ document: Document) -> String {
        let metadata = document.metadata
        for name in [metadata.outlet, metadata.publisher, metadata.title] { if let name, !name.isEmpty { return name } }
        return document.files.first ?? document.id.description
    }

    /// What a reader would call an origin.
    func label(_ origin: Origin) -> String {
        if let name = origin.name, !name.isEmpty { return name }
        if origin.kind == .observed, let own = origin.documents.first { return label(document(own)) }
        return "an unseen common source"
    }

    // MARK: Citations

    /// The words of a citation.
    func exact(_ citation: Citation) -> String { document(citation.document).text[citation.span] }

    /// Unicode scalar offsets of a citation.
    func offsets(_ citation: Citation) -> (start: Int, end: Int) {
        let text = document(citation.document).text
        return (text.scalarOffset(of: citation.span.start), text.scalarOffset(of: citation.span.end))
    }

    /// Up to 32 scalars before and after a citation, so that it is found again when offsets have moved.
    func surroundings(_ citation: Citation) -> (before: String, after: String) {
        let text = document(citation.document).text
        let (start, end) = offsets(citation)
        let from = text.byteOffset(ofScalar: max(0, start - 32))
        let to = text.byteOffset(ofScalar: end + 32)
        return (text[TextSpan(from, citation.span.start)], text[TextSpan(citation.span.end, to)])
    }

    // MARK: Identifiers

    /// An identifier of something within the account ("c12").
    func iri(_ local: String) -> String { "urn:headwater:story:" + Self.escaped(account.story.id) + "#" + local }

    /// An identifier of a report: its hash, the same in every account.
    func iri(_ document: DocumentID) -> String { "urn:headwater:" + document.description }

    /// An identifier of an origin: that of its report where it is one of them.
    func iri(_ origin: Origin) -> String {
        if origin.kind == .observed, let own = origin.documents.first { return iri(own) }
        return iri(origin.id.description)
    }

    /// An identifier of where a derivation comes from.
    func iri(_ source: Derivation.Source) -> String {
        switch source {
        case .document(let id): return iri(id)
        case .origin(let id):
            return account.lineage.origins.first { $0.id == id }.map { iri($0) } ?? iri(id.description)
        }
    }

    /// `text` with everything but unreserved characters percent-encoded (RFC 3986).
    private static func escaped(_ text: String) -> String {
        var escaped: [UInt8] = []
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            let isPlain =
                ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
                || byte == UInt8(ascii: ".")
            if isPlain {
                escaped.append(byte)
            } else {
                escaped += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}

extension ExportView {
    /// The address of a report where it is one of the web; whatever else a document claims is no address.
    func webAddress(_ document: Document) -> String? {
        guard let url = document.metadata.url, url.hasPrefix("https://") || url.hasPrefix("http://"),
            url.unicodeScalars.allSatisfy({
                $0.value > 0x20 && $0.value < 0x7F && !"<>\"{}|\\^`".unicodeScalars.contains($0)
            })
        else { return nil }
        return url
    }

    /// The last link of a statement's chain: whom it goes back to.
    func ultimateSource(_ statement: Statement) -> ChainLink? { statement.chain.last }

    /// The reports in which some citations stand, in the order of the account.
    func documents(of citations: [Citation]) -> [Document] {
        let cited = Set(citations.map(\.document))
        return documents.filter { cited.contains($0.id) }
    }

    /// The reports that tell of an event, through its claims.
    func documents(of event: Event) -> [Document] {
        let claims = Set(event.claims)
        let told = account.ledger.claims.filter { claims.contains($0.id) }
        return documents(of: told.flatMap { $0.statements.map(\.citation) })
    }
}
