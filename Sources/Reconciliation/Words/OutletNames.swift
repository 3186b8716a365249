import NewsModel
import TextCore

/// How documents are called in sentences: by outlet; where two would have one name by the day of the report or its first
/// words besides; a report that names no outlet by its title.
struct OutletNames {
    private let names: [String]

    init(_ analyses: [Analysis]) {
        let plain = analyses.map { $0.document.metadata.outlet ?? $0.document.metadata.publisher ?? "" }
        let titles = analyses.map(Self.title)
        let days = analyses.map(Self.day)
        names = analyses.indices.map { index in
            let name = plain[index]
            if name.isEmpty { return titles[index] }
            let twins = analyses.indices.filter { plain[$0] == name && $0 != index }
            if twins.isEmpty { return name }
            if let day = days[index], !twins.contains(where: { days[$0] == day }) { return "\(name), \(day)" }
            return "\(name), \(titles[index])"
        }
    }

    /// The name of a document.
    func name(_ document: Int) -> String { names.indices.contains(document) ? names[document] : "report" }

    /// Words of a document and where they stand: `“June 18” (Euxine Press)`.
    func quoting(_ span: TextSpan, of document: Int, in analyses: [Analysis]) -> String {
        "“\(analyses[document].text[span].oneLine)” (\(name(document)))"
    }

    /// The names of several, the first few in full: "Euxine Press, Varna Telegraph and 3 others".
    func list(_ documents: [Int]) -> String {
        var seen: Set<Int> = []
        let unique = documents.filter { seen.insert($0).inserted }
        if unique.count <= 3 { return unique.map(name).joined(separator: ", ") }
        return unique.prefix(2).map(name).joined(separator: ", ") + " and \(unique.count - 2) others"
    }

    /// The first words of the title in quotation marks; the name of the file where there is none.
    private static func title(_ analysis: Analysis) -> String {
        guard let title = analysis.document.metadata.title else { return analysis.document.fileName ?? "report" }
        let words = title.oneLine.split(separator: " ")
        let short = words.prefix(5).joined(separator: " ").filter { !"“”\"«»".contains($0) }
        return "“\(short)\(words.count > 5 ? " …" : "")”"
    }

    /// The words that give the day of the report.
    private static func day(_ analysis: Analysis) -> String? {
        if let published = analysis.document.metadata.published, published.precision != .unknown {
            return published.date.description
        }
        return ReportDays.publicationTimes(of: analysis).first.map {
            analysis.text[analysis.times[$0].span].oneLine
        }
    }
}
