public import NewsModel
import TextCore

/// What an account can be exported as, for programs other than Headwater.
public enum ExportKind: String, Sendable, CaseIterable {
    /// Tables, a file each: RFC 4180, UTF-8.
    case csv
    /// One finding a line, with the members that it has in the account's JSON.
    case jsonl
    /// W3C Web Annotation Data Model: a page of annotations on the reports' texts (JSON-LD).
    case webAnnotation = "web-annotation"
    /// W3C PROV-O: who has what from whom (JSON-LD).
    case prov
    /// schema.org: NewsArticle, Claim, Quotation, Event, Place (JSON-LD).
    case schemaOrg = "schema-org"
    /// FollowTheMoney entities, one a line, as OpenAleph and yente read them.
    case followTheMoney = "ftm"
    /// PLOVER event records.
    case plover
    /// A STIX 2.1 bundle.
    case stix
    /// Places as a GeoJSON feature collection (RFC 7946).
    case geojson
    /// The reports as BibTeX entries.
    case bibtex
    /// Passages that several reports share, one a line, with the fields of passim's output.
    case passim
}

/// A file of an export.
public struct ExportedFile: Sendable {
    /// Its name, without a folder.
    public var name: String
    /// What is in it.
    public var bytes: [UInt8]

    /// A file.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// Writes accounts in the formats of other programs. Each format lives in a file of its own.
public struct Exporter: Sendable {
    /// Whether tables are made for a spreadsheet: with a byte order mark, and with cells that it would run as formulas
    /// set apart by an apostrophe.
    public var isForSpreadsheet: Bool

    /// An exporter.
    public init(isForSpreadsheet: Bool = false) { self.isForSpreadsheet = isForSpreadsheet }

    /// The files of an export: one, or for tables one a table. The same accounts give the same bytes.
    ///
    /// - Complexity: O(n) in the texts and findings.
    public func export(_ accounts: [Account], to kind: ExportKind) -> [ExportedFile] {
        let views = accounts.map(ExportView.init)
        func file(_ name: String, _ bytes: [UInt8]) -> [ExportedFile] { [ExportedFile(name: name, bytes: bytes)] }
        switch kind {
        case .csv: return TableExport(views, isForSpreadsheet: isForSpreadsheet).files
        case .jsonl: return file("account.jsonl", LinesExport(accounts).bytes)
        case .webAnnotation: return file("annotations.jsonld", WebAnnotationExport(views).bytes)
        case .prov: return file("prov.jsonld", ProvenanceExport(views).bytes)
        case .schemaOrg: return file("schema-org.jsonld", SchemaOrgExport(views).bytes)
        case .followTheMoney: return file("entities.ftm.json", FollowTheMoneyExport(views).bytes)
        case .plover: return file("plover.json", PloverExport(views).bytes)
        case .stix: return file("stix.json", StixExport(views).bytes)
        case .geojson: return file("places.geojson", GeoExport(views).bytes)
        case .bibtex: return file("reports.bib", BibliographyExport(views).bytes)
        case .passim: return file("passages.jsonl", PassimExport(views).bytes)
        }
    }

    /// The claims as one table (RFC 4180), or one row a statement with its claim, chain and place.
    ///
    /// - Complexity: O(n) in the findings.
    public func claims(_ accounts: [Account], byStatement: Bool) -> [UInt8] {
        let export = TableExport(accounts.map(ExportView.init), isForSpreadsheet: isForSpreadsheet)
        return (byStatement ? export.statements : export.claims).bytes
    }
}
