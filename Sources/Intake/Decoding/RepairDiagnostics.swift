import NewsModel
import TextCore

/// Tells the user what was done to a text, and where first.
enum RepairDiagnostics {
    /// The diagnostic of a repair.
    static func diagnostic(
        _ repair: DecodedText.Repair, _ document: Document, _ item: RawItem, _ shown: String
    ) -> Diagnostic {
        let text = document.text
        let place = min(repair.place, text.count)
        let raw = document.rawMap.rawOffset(of: place)
        let line = item.bytes.isEmpty ? 1 : text.bytes[..<place].count { $0 == 0x0A } + 1
        let at = "at line \(line), byte \(raw)"
        let times = repair.count == 1 ? "once, \(at)" : "\(repair.count) times, first \(at)"
        let message: String
        var severity = Diagnostic.Severity.warning
        switch repair.kind {
        case .charset:
            severity = .note
            message = "is not UTF-8 but \(repair.detail), and was read as that"
        case .illFormed: message = "holds bytes that are no text in its character set; they were replaced \(times)"
        case .mojibake:
            severity = .note
            message = "holds text that was decoded wrongly before (\(repair.detail)); it was mended \(times)"
        case .nul: message = "holds a NUL character; it was replaced \(times)"
        case .control: message = "holds a control character (\(repair.detail)); it was replaced \(times)"
        }
        var end = min(place + 1, text.count)
        while !text.isScalarBoundary(end) { end += 1 }
        return Diagnostic(
            "intake." + repair.kind.rawValue, severity, "\(shown) \(message)", file: item.name, document: document.id,
            span: place < end ? TextSpan(place, end) : nil)
    }
}
