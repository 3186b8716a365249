import Foundation
import Testing

@testable import Encoding

@Suite struct KernelsTests {
    @Test func softmaxSumsToOne() {
        let x = Buffer(16)
        let values: [Float] = [1, -3, 80, 79.5, 0, -200, 12, 3, 3.5]
        for (index, value) in values.enumerated() { x.numbers[index] = value }
        Kernels.softmax(x.numbers, rows: 1, count: 9, stride: 16)
        let exact = values.map { exp(Double($0) - 80) }
        let sum = exact.reduce(0, +)
        for index in 0..<9 { #expect(abs(Double(x.numbers[index]) - exact[index] / sum) < 1e-6) }
    }

    @Test func rowsAreNormalised() {
        let x = Buffer(16)
        for index in 0..<16 { x.numbers[index] = Float(index * index) }
        let one = [Float](repeating: 1, count: 16)
        let zero = [Float](repeating: 0, count: 16)
        Kernels.normalize(x.numbers, adding: nil, rows: 1, width: 16, weight: one, bias: zero, epsilon: 1e-12)
        let values = (0..<16).map { x.numbers[$0] }
        #expect(abs(values.reduce(0, +)) < 1e-4)
        #expect(abs(values.reduce(0) { $0 + $1 * $1 } / 16 - 1) < 1e-4)
    }

    @Test func oneDNNMultiplies() throws {
        let backend = OneDNN()
        let rows = backend.blockRows
        let weights = (0..<(5 * 3)).map { Float($0) - 7 }
        let layer = try backend.linear(
            weights: weights, bias: [1, 2, 3, 4, 5], inputs: 3, outputs: 5, activation: .gelu)
        let source = Buffer(rows * 3)
        let target = Buffer(rows * 5)
        for index in 0..<6 { source.numbers[index] = Float(index) / 4 - 0.5 }
        layer.run(2, source.numbers, into: target.numbers)
        for row in 0..<2 {
            for column in 0..<5 {
                var sum = Double(column + 1)
                for index in 0..<3 { sum += Double(source.numbers[row * 3 + index] * weights[column * 3 + index]) }
                let expected = sum / 2 * (1 + erf(sum / 2.0.squareRoot()))
                #expect(abs(Double(target.numbers[row * 5 + column]) - expected) < 1e-5)
            }
        }
    }
}
