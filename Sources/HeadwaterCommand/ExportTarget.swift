import ArgumentParser
import NewsModel
import Wire

/// What `--export` and `--to` name: a format of another program, or one of Headwater's own.
enum ExportTarget: ExpressibleByArgument {
    case exchange(ExportKind)
    case report(OutputFormat)

    init?(argument: String) {
        if let kind = ExportKind(rawValue: argument) {
            self = .exchange(kind)
        } else if let format = OutputFormat(rawValue: argument) {
            self = .report(format)
        } else {
            return nil
        }
    }

    static var allValueStrings: [String] {
        ExportKind.allCases.map(\.rawValue) + OutputFormat.allCases.map(\.rawValue)
    }

    /// The kinds, a line each, for a help text.
    static let list = """
        Kinds:
          csv              tables, a file each, in the folder that -o names; --spreadsheet for Excel
          jsonl            one finding a line, with the members of the account's JSON
          web-annotation   W3C Web Annotation (JSON-LD) on the reports' texts
          prov             W3C PROV-O (JSON-LD): who has what from whom
          schema-org       schema.org (JSON-LD): NewsArticle, Claim, Quotation, Event, Place
          ftm              FollowTheMoney entities, one a line
          plover           PLOVER event records
          stix             STIX 2.1 bundle
          geojson          the places
          bibtex           the reports
          passim           shared passages, with the field names of passim's output
          text, json, html, markdown   as `headwater read --format`
        """
}

/// Writes an export where the user wants it.
struct ExportOutput {
    /// File or folder that was named; nil for standard output.
    let path: String?
    /// Whether tables are made for a spreadsheet.
    let isForSpreadsheet: Bool

    /// Writes the accounts as `kind`: into the folder, the file, or on standard output.
    func write(_ accounts: [Account], as kind: ExportKind) throws {
        let files = Exporter(isForSpreadsheet: isForSpreadsheet).export(accounts, to: kind)
        let isFolder = path.map { $0.hasSuffix("/") || Console.isFolder($0) } ?? false
        if files.count == 1, !isFolder {
            try Console.write(files[0].bytes, to: path)
            return
        }
        guard let path else {
            throw ValidationError("\(kind.rawValue) is \(files.count) files: name a folder with -o.")
        }
        try Console.makeFolder(path)
        for file in files { try Console.write(file.bytes, to: path + (path.hasSuffix("/") ? "" : "/") + file.name) }
    }
}
