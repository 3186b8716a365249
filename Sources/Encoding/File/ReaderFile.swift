/// The file of a model: tensors in the safetensors format, and what is said of them.
///
/// Mapped into memory, never read whole. Everything in it is checked before it is used: a file that was cut, changed or
/// made by another program gives a typed error.
public struct ReaderFile: Sendable {
    /// The format that this program reads.
    public static let format = "headwater.reader/1"

    /// Why a file cannot be used.
    public enum Failure: Error, Equatable, CustomStringConvertible {
        /// There is no file, or it cannot be read.
        case missing(path: String)
        /// It is no model of ours.
        case foreign(path: String)
        /// It is one of another version.
        case version(path: String, found: String)
        /// It ends too soon, or contradicts itself.
        case damaged(path: String, reason: String)
        /// Its bytes are not those that were written.
        case digest(path: String)
        /// The library for matrix arithmetic does not work on this machine.
        case arithmetic(reason: String)

        public var description: String {
            switch self {
            case .missing(let path): "the reader's model \(path) is missing or cannot be read"
            case .foreign(let path): "\(path) is no model of Headwater's reader; fetch the file again"
            case .version(let path, let found):
                "the reader's model \(path) has the format \(found), this program reads \(ReaderFile.format); "
                    + "take the model that belongs to this version"
            case .damaged(let path, let reason):
                "the reader's model \(path) is damaged (\(reason)); fetch the file again"
            case .digest(let path): "the reader's model \(path) is not as it was written; fetch the file again"
            case .arithmetic(let reason): "oneDNN cannot be used: \(reason)"
            }
        }
    }

    /// A tensor: numbers of 16 or 32 bits, or bytes.
    struct Tensor {
        enum Kind: String { case half = "F16", single = "F32", bytes = "U8" }
        var kind: Kind
        var shape: [Int]
        /// Where its bytes stand in the file.
        var range: Range<Int>
        var count: Int { shape.reduce(1, *) }
    }

    let path: String
    let file: MappedFile
    let tensors: [String: Tensor]
    /// What is said of the tensors.
    let metadata: [String: String]

    /// Maps the file at `path` and checks it.
    ///
    /// - Complexity: O(size of the file), milliseconds: every byte is read once for the digest.
    public init(path: String) throws(Failure) {
        guard let file = MappedFile(path: path) else { throw .missing(path: path) }
        let header = try SafetensorsHeader(file.bytes, path: path)
        guard let format = header.metadata["format"], format.hasPrefix("headwater.reader/") else {
            throw .foreign(path: path)
        }
        guard format == Self.format else { throw .version(path: path, found: format) }
        if let digest = header.metadata["digest"] {
            guard FileDigest.matches(digest, file.bytes, from: header.dataStart) else { throw .digest(path: path) }
        }
        self.path = path
        self.file = file
        tensors = header.tensors
        metadata = header.metadata
    }

    /// Where the tensor `name` stands, of this shape.
    func tensor(_ name: String, _ shape: [Int]) throws(Failure) -> Tensor {
        guard let tensor = tensors[name] else { throw .damaged(path: path, reason: "no \(name)") }
        guard tensor.shape == shape, tensor.kind != .bytes else {
            throw .damaged(path: path, reason: "\(name) has another shape")
        }
        return tensor
    }

    /// The numbers of a tensor in single precision.
    func numbers(_ name: String, _ shape: [Int]) throws(Failure) -> [Float] {
        let tensor = try tensor(name, shape)
        let result = [Float](unsafeUninitializedCapacity: tensor.count) { buffer, count in
            if let base = buffer.baseAddress { copy(tensor, from: 0, count: tensor.count, to: base) }
            count = tensor.count
        }
        guard result.allSatisfy(\.isFinite) else { throw .damaged(path: path, reason: "\(name) has no finite numbers") }
        return result
    }

    /// The bytes of a tensor.
    func bytes(_ name: String) throws(Failure) -> [UInt8] {
        guard let tensor = tensors[name], tensor.kind == .bytes else {
            throw .damaged(path: path, reason: "no \(name)")
        }
        return Array(file.bytes[tensor.range])
    }

    /// Copies `count` numbers of a tensor, from number `start` on, in single precision.
    func copy(_ tensor: Tensor, from start: Int, count: Int, to target: UnsafeMutablePointer<Float>) {
        guard let base = file.bytes.baseAddress else { return }
        switch tensor.kind {
        case .half:
            let source = base + tensor.range.lowerBound + 2 * start
            HalfPrecision.widen(source, count: count, to: target)
        case .single:
            let source = base + tensor.range.lowerBound + 4 * start
            for index in 0..<count {
                target[index] = Float(
                    bitPattern: UInt32(littleEndian: source.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)))
            }
        case .bytes: break
        }
    }
}
