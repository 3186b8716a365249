import Lexicons

/// A resource table read as bytes: for tables whose fields need never be strings.
struct ByteTable {
    private let file: String
    private let bytes: [UInt8]

    init(_ file: String, in resources: ResourceDirectory) throws(ResourceDirectory.Failure) {
        self.file = file
        bytes = try resources.bytes(file)
    }

    /// Calls `body` with the fields of every row; false from it says that the row is damaged.
    ///
    /// - Complexity: O(n).
    func rows(columns: Int, _ body: ([ArraySlice<UInt8>]) -> Bool) throws(ResourceDirectory.Failure) {
        var start = 0
        var line = 0
        var isHeader = true
        var fields: [ArraySlice<UInt8>] = []
        while start < bytes.count {
            line += 1
            var end = start
            fields.removeAll(keepingCapacity: true)
            var fieldStart = start
            while end < bytes.count, bytes[end] != 0x0A {
                if bytes[end] == 0x09 {
                    fields.append(bytes[fieldStart..<end])
                    fieldStart = end + 1
                }
                end += 1
            }
            fields.append(bytes[fieldStart..<end])
            let isComment = start == end || bytes[start] == UInt8(ascii: "#")
            start = end + 1
            if isComment { continue }
            if isHeader {
                isHeader = false
                continue
            }
            guard fields.count == columns, body(fields) else { throw .malformed(file: file, line: line) }
        }
    }

    /// The number that ASCII digits write, nil where they do not.
    static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.count <= 9 else { return nil }
        var value = 0
        for digit in digits {
            guard digit >= 0x30, digit <= 0x39 else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return value
    }
}
