import Foundation
import NewsModel
import TextCore

@testable import Encoding

/// A model of a few thousand numbers, made up but always the same, in a file of its own.
enum TinyModel {
    static let pieces =
        ["[PAD]", "[UNK]", "[CLS]", "[SEP]"] + "abcdefghijklmnopqrstuvwxyz0123456789.,;:!?'\"()-$".map(String.init)
        + "abcdefghijklmnopqrstuvwxyz0123456789".map { "##\($0)" } + ["the", "fire", "broke", "##ing", "un", "##able"]

    static let labels: [(String, [String])] = [
        ("upos", ["NOUN", "PUNCT", "VERB", "PROPN", "DET"]),
        ("feats", ["_", "Number=Sing", "Tense=Past|VerbForm=Fin"]),
        ("lemma", ["0||l", "1||l", "2|e|l", "0||k"]), ("relation", ["punct", "nsubj", "obj", "root", "acl:relcl"]),
        ("name", ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"]), ("time", ["O", "B-DATE", "I-DATE"]),
        ("event", ["O", "B-OTHER", "I-OTHER"]), ("certainty", ["CERTAIN", "POSSIBLE"]),
    ]

    /// The bytes of the file.
    static func bytes(
        format: String = ReaderFile.format, without left: Set<String> = [], coreferenceLayer: Int = 1
    ) -> [UInt8] {
        let (width, inner, arc, relation) = (32, 64, 16, 8)
        var tensors: [(name: String, shape: [Int])] = [
            ("encoder.words.weight", [pieces.count, width]), ("encoder.positions.weight", [64, width]),
            ("encoder.kind", [width]), ("encoder.shapes.weight", [8, width]), ("root", [width]),
            ("arc", [arc + 1, arc]), ("rel", [5, relation + 1, relation + 1]),
        ]
        func linear(_ name: String, _ inputs: Int, _ outputs: Int) {
            tensors += [(name + ".weight", [outputs, inputs]), (name + ".bias", [outputs])]
        }
        func norm(_ name: String) { tensors += [(name + ".weight", [width]), (name + ".bias", [width])] }
        norm("encoder.norm")
        for layer in 0..<2 {
            let name = "encoder.layers.\(layer)."
            linear(name + "qkv", width, 3 * width)
            linear(name + "out", width, width)
            norm(name + "norm1")
            linear(name + "up", width, inner)
            linear(name + "down", inner, width)
            norm(name + "norm2")
        }
        for (name, set) in labels where name != "relation" { linear("tags." + name, width, set.count) }
        linear("ends", width, 2)
        linear("arc_dependent", width, arc)
        linear("arc_head", width, arc)
        linear("rel_dependent", width, relation)
        linear("rel_head", width, relation)
        linear("pooled", width, width)
        for head in 0..<2 {
            let (name, hidden) = ("coref.\(head).", 16)
            linear(name + "mention", 3 * width, hidden)
            linear(name + "candidate", 3 * width, hidden)
            tensors.append((name + "product.weight", [hidden, hidden]))
            for feature in AntecedentFeature.allCases {
                tensors.append((name + feature.rawValue + ".weight", [feature.size, hidden]))
            }
            linear(name + "out", hidden, 1)
            linear(name + "none", hidden, 1)
        }

        var data = Array(pieces.joined(separator: "\n").utf8)
        if data.count % 2 == 1 { data.append(0x0A) }
        var entries = [#""vocabulary":{"dtype":"U8","shape":[\#(data.count)],"data_offsets":[0,\#(data.count)]}"#]
        var state: UInt64 = 1
        for tensor in tensors where !left.contains(tensor.name) {
            let start = data.count
            let isNorm = tensor.name.contains("norm") && tensor.name.hasSuffix("weight")
            for _ in 0..<tensor.shape.reduce(1, *) {
                state = StableHash.mix(state &+ 0x9e37_79b9_7f4a_7c15)
                let value = Float(state >> 40) / Float(1 << 24) - 0.5
                let half = halfBits(isNorm ? 1 + value / 4 : value)
                data += [UInt8(half & 255), UInt8(half >> 8)]
            }
            entries.append(
                #""\#(tensor.name)":{"dtype":"F16","shape":\#(tensor.shape),"data_offsets":[\#(start),\#(data.count)]}"#
            )
        }
        let labelText = labels.map { "\"\($0.0)\":[\($0.1.map { "\"\($0)\"" }.joined(separator: ","))]" }
        let quoted = "{\(labelText.joined(separator: ","))}".replacingOccurrences(of: "\"", with: "\\\"")
        let features = AntecedentFeature.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ",")
        let coreference = "{\"layer\":\(coreferenceLayer),\"heads\":2,\"features\":[\(features)]}"
            .replacingOccurrences(of: "\"", with: "\\\"")
        var digest = FileDigest()
        data.withUnsafeBytes { digest.add($0) }
        let digits = String(digest.sum, radix: 16)
        let padded = String(repeating: "0", count: 16 - digits.count) + digits
        entries.append(
            #""__metadata__":{"format":"\#(format)","config":"{\"heads\":4,\"window\":24}","labels":"\#(quoted)","#
                + #""coreference":"\#(coreference)","#
                + #""digest":"sum64:\#(padded)"}"#)
        let header = Array("{\(entries.joined(separator: ","))}".utf8)
        return (0..<8).map { UInt8(truncatingIfNeeded: header.count >> (8 * $0)) } + header + data
    }

    /// A number of ordinary size as binary16.
    static func halfBits(_ value: Float) -> UInt16 {
        let bits = value.bitPattern
        let exponent = Int(bits >> 23 & 255) - 127 + 15
        guard exponent > 0 else { return 0 }
        return UInt16(bits >> 16 & 0x8000) | UInt16(exponent << 10) | UInt16(bits >> 13 & 0x3FF)
    }

    /// Calls `body` with the path of a file of these bytes.
    @discardableResult
    static func withFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
        let url = FileManager.default.temporaryDirectory.appending(path: "reader-\(UUID().uuidString).safetensors")
        try Data(bytes).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        return try body(url.path())
    }

    /// The model.
    static func model() throws -> ReaderModel { try withFile(bytes()) { try ReaderModel(ReaderFile(path: $0)) } }

    /// A document of words parted by spaces, a block a string; each full stop ends a sentence.
    static func analysis(_ blocks: [String]) -> Analysis {
        let text = blocks.joined(separator: "\n\n")
        var analysis = Analysis(
            document: Document(
                id: DocumentID(hashing: Array(text.utf8)), files: ["a"], text: SourceText(text), blocks: []))
        var offset = 0
        for (number, block) in blocks.enumerated() {
            analysis.document.blocks.append(Block(.paragraph, TextSpan(offset, offset + block.utf8.count)))
            var first = analysis.tokens.count
            func end() {
                guard analysis.tokens.count > first else { return }
                let range = first..<analysis.tokens.count
                let span = analysis.tokens[first].span.union(analysis.tokens[range.upperBound - 1].span)
                analysis.sentences.append(Sentence(span: span, tokens: range, block: number))
                first = range.upperBound
            }
            for word in block.split(separator: " ") {
                let start = offset + block.utf8.distance(from: block.startIndex, to: word.startIndex)
                let kind: Token.Kind = word == "." ? .punctuation : .word
                analysis.tokens.append(
                    Token(span: TextSpan(start, start + word.utf8.count), kind: kind, shape: .lower))
                if word == "." { end() }
            }
            end()
            offset += block.utf8.count + 2
        }
        return analysis
    }
}
