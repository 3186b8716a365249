import Foundation
import NewsModel
import Testing
import TextCore

@testable import Encoding

@Suite struct ReaderFileTests {
    static func open(_ bytes: [UInt8]) throws -> ReaderModel? {
        try TinyModel.withFile(bytes) { path in
            do {
                return try ReaderModel(ReaderFile(path: path))
            } catch let error as ReaderFile.Failure {
                #expect(!error.description.isEmpty)
                throw error
            }
        }
    }

    @Test func aWholeFileIsRead() throws {
        let model = try TinyModel.model()
        #expect(model.shape.layers == 2)
        #expect(model.shape.window == 24)
        #expect(model.labels.relations[4] == .relativeClause)
        #expect(model.labels.lemmaEdits[2].applied(to: "Having") == "havie")
    }

    @Test func whatIsWrongIsSaid() throws {
        #expect(throws: ReaderFile.Failure.missing(path: "/nowhere/reader")) { try ReaderFile(path: "/nowhere/reader") }
        #expect(throws: ReaderFile.Failure.self) { try Self.open(Array("a text of no kind at all".utf8)) }
        try TinyModel.withFile(TinyModel.bytes(format: "headwater.reader/2")) { path in
            #expect(throws: ReaderFile.Failure.version(path: path, found: "headwater.reader/2")) {
                try ReaderFile(path: path)
            }
        }
        try TinyModel.withFile(TinyModel.bytes(format: "another/1")) { path in
            #expect(throws: ReaderFile.Failure.foreign(path: path)) { try ReaderFile(path: path) }
        }
        #expect(throws: ReaderFile.Failure.self) { try Self.open(TinyModel.bytes(without: ["encoder.kind"])) }
    }

    @Test func headsThatAreNotThereAreSkipped() throws {
        let model = try #require(try Self.open(TinyModel.bytes(without: ["tags.time.weight", "tags.time.bias"])))
        var analysis = TinyModel.analysis(["the fire broke . the fire"])
        NeuralReader(model: model).annotate(&analysis)
        #expect(analysis.timeSpans.isEmpty)
        #expect(analysis.syntax?.words.count == 6)
    }

    @Test func aChangedByteIsFound() throws {
        var bytes = TinyModel.bytes()
        bytes[bytes.count - 100] ^= 0x40
        try TinyModel.withFile(bytes) { path in
            #expect(throws: ReaderFile.Failure.digest(path: path)) { try ReaderFile(path: path) }
        }
    }

    /// No file that was cut or changed makes the program crash: it gives an error, or, where a change does no harm, a
    /// model.
    @Test func filesThatWereCutOrChangedAreSurvived() throws {
        let whole = TinyModel.bytes()
        for length in [0, 1, 7, 8, 9, 100, 1000, whole.count / 2, whole.count - 1] {
            #expect(throws: ReaderFile.Failure.self) { try Self.open(Array(whole[..<length])) }
        }
        var state: UInt64 = 3
        for _ in 0..<250 {
            var bytes = whole
            for _ in 0..<3 {
                state = StableHash.mix(state &+ 1)
                bytes[Int(state % 6000)] = UInt8(truncatingIfNeeded: state >> 32)
            }
            do {
                _ = try Self.open(bytes)
            } catch is ReaderFile.Failure {}
        }
    }

    @Test func halvesAreWidened() {
        let halves: [UInt16] = [0x0000, 0x8000, 0x3C00, 0xC000, 0x7BFF, 0x0001, 0x03FF, 0x7C00, 0x3555, 0x7E00]
        var numbers = [Float](repeating: 0, count: halves.count)
        HalfPrecision.widen(halves, count: halves.count, to: &numbers)
        #expect(numbers[..<7] == [0, -0.0, 1, -2, 65504, 5.960_464_5e-8, 6.097_555e-5])
        #expect(numbers[7] == .infinity)
        #expect(abs(numbers[8] - 0.333_25) < 1e-5)
        #expect(numbers[9].isNaN)
    }

    @Test func jsonIsRead() {
        #expect(
            JSONValue(#"{"a": [1, -2.5e1, true, null, "ä\né😀"]}"#.utf8)
                == .object([
                    ("a", .array([.number(1), .number(-25), .bool(true), .null, .string("ä\né😀")]))
                ]))
        for bad in ["", "{", "[1,]", "\"\\x\"", "{\"a\" 1}", "[1] 2", "\"\\ud800\"", String(repeating: "[", count: 99)]
        {
            #expect(JSONValue(bad.utf8) == nil)
        }
    }
}
