import NewsModel
import TextCore

/// What the bytes of an item are: by their first ones, then by what their giver declares.
enum ContentFormat: Equatable {
    case page, feed, json, message, pdf, gzip, archive, markdown, plain
    /// A document of a kind that is not read.
    case unsupported(String)
    /// No text.
    case binary(String?)

    init(_ item: RawItem) {
        let bytes = item.bytes
        switch FileSignature.kind(of: bytes) {
        case let kind? where kind.name == "PDF": self = .pdf
        case let kind? where kind.name == "gzip": self = .gzip
        case let kind? where kind.name == "WARC": self = .archive
        case let kind? where kind.name == "HTML": self = .page
        case let kind? where ["XML", "RSS", "Atom"].contains(kind.name):
            self = Self.holdsPage(bytes) ? .page : .feed
        case let kind?: self = kind.isDocument ? .unsupported(kind.name) : .binary(kind.name)
        case nil: self = Self.declared(item)
        }
    }

    private static func declared(_ item: RawItem) -> ContentFormat {
        if CharsetDecoder.isSingleByte(item.bytes), FileSignature.looksBinary(item.bytes) { return .binary(nil) }
        switch item.format {
        case .html: return .page
        case .feed: return .feed
        case .json: return .json
        case .mail: return .message
        case .markdown: return .markdown
        case .pdf: return .unsupported("no PDF, whatever its name says,")
        case .plainText: return .plain
        case .unknown: break
        }
        let first = item.bytes.first { !ASCII.isSpace($0) && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
            (try? JSONReader.value(SourceText(repairing: item.bytes).bytes, isLenient: true))?.isContainer == true
        {
            return .json
        }
        if MailMessage.isLikely(item.bytes) { return .message }
        let head = SourceText(repairing: CharsetDecoder.decode(Array(item.bytes.prefix(1 << 16))).bytes)
        if holdsElements(head.bytes) { return .page }
        return MarkdownFormat.isLikely(head) ? .markdown : .plain
    }

    /// Whether XML is a page: XHTML.
    private static func holdsPage(_ bytes: [UInt8]) -> Bool {
        let head = bytes.prefix(2_048).map(ASCII.lowercased)
        return String(decoding: head, as: UTF8.self).contains("<html")
    }

    /// Whether a text without a page's beginning is made of a page's elements: a fragment that was copied.
    private static func holdsElements(_ bytes: [UInt8]) -> Bool {
        guard bytes.first(where: { !ASCII.isSpace($0) }) == UInt8(ascii: "<") else { return false }
        let head = String(decoding: bytes.prefix(8_192).map(ASCII.lowercased), as: UTF8.self)
        return ["<p", "<div", "<body", "<head", "<article", "<table", "<meta"].contains { head.contains($0) }
            && head.contains("</")
    }
}

extension JSONValue {
    /// Whether it is an object or array.
    var isContainer: Bool {
        switch self {
        case .object, .array: true
        default: false
        }
    }
}
