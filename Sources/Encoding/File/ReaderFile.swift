/// The file of a model: tensors in the safetensors format, and what is said of them.
///
/// Read part by part, never whole. Everything in it is checked before it is used: a file that was cut, changed or made by
/// another program gives a typed error.
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
    private let file: OpenFile
    let tensors: [String: Tensor]
    /// What is said of the tensors.
    let metadata: [String: String]

    /// Opens the file at `path` and checks it.
    ///
    /// - Complexity: O(size of the file), milliseconds: every byte is read once for the digest.
    public init(path: String) throws(Failure) {
        guard let file = OpenFile(path: path) else { throw .missing(path: path) }
        let header = try SafetensorsHeader(file, path: path)
        guard let format = header.metadata["format"], format.hasPrefix("headwater.reader/") else {
            throw .foreign(path: path)
        }
        guard format == Self.format else { throw .version(path: path, found: format) }
        if let expected = header.metadata["digest"] {
            var digest = FileDigest()
            guard file.forEachPart(from: header.dataStart, { digest.add($0) }), digest.matches(expected) else {
                throw .digest(path: path)
            }
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
        var numbers = [Float](repeating: 0, count: try tensor(name, shape).count)
        try read(name, shape, into: &numbers)
        return numbers
    }

    /// Reads the numbers of a tensor in single precision into `target`, which has room for all.
    func read(_ name: String, _ shape: [Int], into target: UnsafeMutablePointer<Float>) throws(Failure) {
        let tensor = try tensor(name, shape)
        guard copy(tensor, from: 0, count: tensor.count, to: target) else {
            throw .damaged(path: path, reason: "\(name) cannot be read")
        }
        guard Self.areFinite(UnsafeBufferPointer(start: target, count: tensor.count)) else {
            throw .damaged(path: path, reason: "\(name) has no finite numbers")
        }
    }

    /// The bytes of a tensor.
    func bytes(_ name: String) throws(Failure) -> [UInt8] {
        guard let tensor = tensors[name], tensor.kind == .bytes, let bytes = file.bytes(tensor.range) else {
            throw .damaged(path: path, reason: "no \(name)")
        }
        return bytes
    }

    /// Copies `count` numbers of a tensor, from number `start` on, in single precision; false where they cannot be read.
    func copy(_ tensor: Tensor, from start: Int, count: Int, to target: UnsafeMutablePointer<Float>) -> Bool {
        switch tensor.kind {
        case .half:
            return withUnsafeTemporaryAllocation(of: UInt16.self, capacity: max(1, min(count, 1 << 15))) { halves in
                for first in stride(from: 0, to: count, by: halves.count) {
                    let part = UnsafeMutableBufferPointer(rebasing: halves[..<min(halves.count, count - first)])
                    guard let base = part.baseAddress,
                        file.read(
                            from: tensor.range.lowerBound + 2 * (start + first),
                            into: UnsafeMutableRawBufferPointer(part))
                    else { return false }
                    HalfPrecision.widen(base, count: part.count, to: target + first)
                }
                return true
            }
        case .single:
            let source = UnsafeMutableRawBufferPointer(start: target, count: 4 * count)
            guard file.read(from: tensor.range.lowerBound + 4 * start, into: source) else { return false }
            for index in 0..<count {
                target[index] = Float(bitPattern: UInt32(littleEndian: target[index].bitPattern))
            }
            return true
        case .bytes: return false
        }
    }

    private static func areFinite(_ numbers: UnsafeBufferPointer<Float>) -> Bool {
        // One more in an exponent that is all ones goes over into the sign. Without a way out in the middle, so that it is
        // done for several numbers at once.
        numbers.reduce(UInt32(0)) { $0 | (($1.bitPattern & 0x7F80_0000) &+ 0x0080_0000) } < 0x8000_0000
    }
}
