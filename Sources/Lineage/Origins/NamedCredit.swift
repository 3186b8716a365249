import NewsModel
import TextCore

/// A credit of a document to a publisher: whom it names, and which sentences it governs.
struct NamedCredit {
    /// Whom it names, comparable.
    let publisher: PublisherName
    /// Whom it names, as printed.
    let name: String
    /// Where it stands.
    let span: TextSpan
    /// What it governs.
    let scope: TextSpan
    /// Whether it stands for the whole report.
    let isSourceLine: Bool

    /// The credits of a document to publishers; photo credits, and credits to people and ministries, are none.
    static func credits(of analysis: Analysis) -> [NamedCredit] {
        analysis.credits.compactMap { credit in
            guard credit.kind != .image, let link = credit.links.first, link.kind == .outlet || link.kind == .agency
            else { return nil }
            return NamedCredit(
                publisher: PublisherName(link.name), name: link.name, span: credit.span, scope: credit.scope,
                isSourceLine: credit.kind == .sourceLine)
        }
    }

    /// The credits of a document to the publisher of another, where that is not its own.
    static func credits(of analysis: Analysis, naming other: Document) -> [NamedCredit] {
        let names = names(of: other).subtracting(names(of: analysis.document))
        return credits(of: analysis).filter { names.contains($0.publisher) }
    }

    /// The names under which a document itself may be credited.
    static func names(of document: Document) -> Set<PublisherName> {
        let metadata = document.metadata
        return Set([metadata.outlet, metadata.publisher, metadata.byline].compactMap { $0 }.map(PublisherName.init))
    }
}
