import NewsModel
import TextCore

/// Vectors of texts that stand in no document, or not as they are written: each is read alone, in a window of its own.
struct ReaderEmbedder: TextEmbedder {
    let model: ReaderModel

    private static let groupRows = 768

    func vectors(of texts: [String]) -> [[Float]] {
        var result: [[Float]] = []
        var windows: [ReaderWindow] = []
        var rows = 0
        func flush() {
            guard !windows.isEmpty else { return }
            let hidden = model.encoder.vectors(of: windows)
            var start = 0
            let ranges = windows.map { window in
                defer { start += window.pieces.count }
                return start + 1..<start + max(2, window.pieces.count - 1)
            }
            let vectors = model.pooled(ranges, of: hidden)
            for index in windows.indices {
                result.append(
                    Array(
                        UnsafeBufferPointer(
                            start: vectors.numbers + index * model.shape.width, count: model.shape.width)))
            }
            windows.removeAll(keepingCapacity: true)
            rows = 0
        }
        for text in texts {
            let window = self.window(Array(text.utf8))
            if rows + window.pieces.count > Self.groupRows { flush() }
            windows.append(window)
            rows += window.pieces.count
        }
        flush()
        return result
    }

    /// A window of the words of a text between white space, as many as fit.
    private func window(_ bytes: [UInt8]) -> ReaderWindow {
        var spans: [TextSpan] = []
        var index = 0
        while index < bytes.count, spans.count < model.shape.window {
            let isWord = ASCII.isWord(bytes[index])
            let start = index
            index += 1
            guard !ASCII.isSpace(bytes[start]) else { continue }
            while isWord, index < bytes.count, ASCII.isWord(bytes[index]) { index += 1 }
            spans.append(TextSpan(start, index))
        }
        let pieces = DocumentPieces(bytes, spans, tokenizer: model.tokenizer)
        var size = 2
        var end = 0
        while end < spans.count, size + pieces.count(end) <= model.shape.window {
            size += pieces.count(end)
            end += 1
        }
        return pieces.window(0..<end)
    }
}

extension ReaderModel {
    /// Vectors of unit length for stretches of rows: the mean over their pieces, through one layer.
    func pooled(_ stretches: [Range<Int>], of hidden: Buffer) -> Buffer {
        let width = shape.width
        let block = backend.blockRows
        let padded = (stretches.count + block - 1) / block * block
        let means = Buffer(padded * width)
        for (index, rows) in stretches.enumerated() where !rows.isEmpty {
            let mean = means.numbers + index * width
            for row in rows { Kernels.add(hidden.numbers + row * width, to: mean, count: width) }
            for column in 0..<width { mean[column] /= Float(rows.count) }
        }
        let result: Buffer
        if let layer = heads.pooled {
            result = Buffer(padded * width)
            layer.run(stretches.count, means.numbers, into: result.numbers)
        } else {
            result = means
        }
        for index in stretches.indices {
            let vector = result.numbers + index * width
            let length = Kernels.dot(vector, vector, count: width).squareRoot()
            guard length > 0 else { continue }
            for column in 0..<width { vector[column] /= length }
        }
        return result
    }
}
