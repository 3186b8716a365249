/// A table as comma-separated values (RFC 4180) in UTF-8.
struct CSVTable {
    private(set) var bytes: [UInt8]
    private let isForSpreadsheet: Bool

    /// A table with its header.
    init(columns: [String], isForSpreadsheet: Bool) {
        self.isForSpreadsheet = isForSpreadsheet
        bytes = isForSpreadsheet ? [0xEF, 0xBB, 0xBF] : []
        append(columns)
    }

    /// Adds a row; a cell that is not known stays empty.
    mutating func append(_ cells: [String?]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            if let cell { write(cell) }
        }
        bytes += "\r\n".utf8
    }

    private mutating func write(_ cell: String) {
        let isFormula = isForSpreadsheet && Self.startsAFormula(cell)
        let needsQuotes = isFormula || cell.utf8.contains { [0x22, 0x2C, 0x0D, 0x0A].contains($0) }
        guard needsQuotes else {
            bytes += cell.utf8
            return
        }
        bytes.append(0x22)
        if isFormula { bytes.append(UInt8(ascii: "'")) }
        for byte in cell.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }

    /// Whether a spreadsheet would compute a cell instead of showing it. A plain number is no formula.
    private static func startsAFormula(_ cell: String) -> Bool {
        guard let first = cell.utf8.first else { return false }
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D, 0x0A: return true
        case UInt8(ascii: "+"), UInt8(ascii: "-"): return Double(cell) == nil
        default: return false
        }
    }

    /// A number in digits.
    static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 9e15 ? String(Int(value)) : value.description
    }
}
