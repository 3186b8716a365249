/// The header of a safetensors file: eight bytes of length, JSON, then the bytes of the tensors
/// (https://huggingface.co/docs/safetensors).
struct SafetensorsHeader {
    /// Where the tensors' bytes begin.
    let dataStart: Int
    var tensors: [String: ReaderFile.Tensor] = [:]
    var metadata: [String: String] = [:]

    /// No header of ours is longer.
    private static let longest = 8 << 20

    /// Reads and checks the header of a file.
    init(_ file: OpenFile, path: String) throws(ReaderFile.Failure) {
        guard let start = file.bytes(0..<min(9, file.count)), start.count == 9, start[8] == UInt8(ascii: "{") else {
            throw .foreign(path: path)
        }
        let length = start[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard length > 1, length < UInt64(Self.longest) else { throw .foreign(path: path) }
        dataStart = 8 + Int(length)
        guard dataStart <= file.count else { throw .damaged(path: path, reason: "it ends in its header") }
        guard let bytes = file.bytes(8..<dataStart), case .object(let members)? = JSONValue(bytes) else {
            throw .damaged(path: path, reason: "its header cannot be read")
        }
        for (name, value) in members {
            if name == "__metadata__" {
                guard case .object(let entries) = value else { throw .damaged(path: path, reason: name) }
                for (key, entry) in entries { metadata[key] = entry.string }
            } else {
                tensors[name] = try Self.tensor(
                    name, value, dataStart: dataStart, end: file.count, path: path)
            }
        }
    }

    private static func tensor(
        _ name: String, _ value: JSONValue, dataStart: Int, end: Int, path: String
    ) throws(ReaderFile.Failure) -> ReaderFile.Tensor {
        let shape = value["shape"]?.elements?.compactMap(\.integer)
        let offsets = value["data_offsets"]?.elements?.compactMap(\.integer)
        guard let type = value["dtype"]?.string, let kind = ReaderFile.Tensor.Kind(rawValue: type), let shape,
            let offsets
        else {
            throw .damaged(path: path, reason: "what it says of \(name)")
        }
        guard shape.count <= 4, shape.allSatisfy({ $0 >= 0 && $0 < 1 << 31 }), offsets.count == 2,
            offsets[0] >= 0, offsets[0] <= offsets[1], offsets[1] <= end - dataStart
        else {
            throw .damaged(path: path, reason: "the place of \(name)")
        }
        var size = kind == .half ? 2 : kind == .single ? 4 : 1
        for part in shape {
            let (product, overflow) = size.multipliedReportingOverflow(by: part)
            guard !overflow else { throw .damaged(path: path, reason: "the shape of \(name)") }
            size = product
        }
        guard size == offsets[1] - offsets[0] else { throw .damaged(path: path, reason: "the size of \(name)") }
        return ReaderFile.Tensor(kind: kind, shape: shape, range: dataStart + offsets[0]..<dataStart + offsets[1])
    }
}
