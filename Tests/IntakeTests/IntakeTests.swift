import HeadwaterTestKit
import Lexicons
import NewsModel
import TextCore

@testable import Intake

/// The reader of these tests, and short ways to use it.
enum Reading {
    static let reader: DocumentReader = {
        do { return try DocumentReader(resources: ResourceDirectory()) } catch { fatalError("\(error)") }
    }()

    /// The document of a text.
    static func document(_ text: String, _ format: RawItem.Format = .plainText) -> Document? {
        reader.read(RawItem(name: "test.txt", format: format, bytes: Array(text.utf8))).document
    }

    /// The blocks of a text as "kind: words".
    static func blocks(_ text: String, _ format: RawItem.Format = .plainText) -> [String] {
        guard let document = document(text, format) else { return [] }
        return document.blocks.map { "\($0.kind.rawValue): \(document.text[$0.span])" }
    }
}
