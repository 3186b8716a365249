import Archiving
import NewsModel
import TextCore

extension DocumentReader {
    /// Most bytes that compressed data may become.
    private static let limit = 64 << 20

    /// A message of mail, or a page saved as MHTML.
    func message(_ item: RawItem) -> Outcome {
        let message = MailMessage(item.bytes)
        guard let part = message.part, !part.bytes.isEmpty else {
            return refuse(item, "empty", "is a message without a text that can be read")
        }
        var decoded = TextMender.mend(
            CharsetDecoder.decode(
                part.bytes, label: part.charset ?? (part.isMarkup ? DeclaredCharset.label(in: part.bytes) : nil)))
        decoded.map = decoded.map.followed(by: part.map, length: decoded.bytes.count)
        let id = DocumentID(hashing: item.bytes)
        var told = DocumentMetadata()
        let location = message.header["snapshot-content-location"] ?? part.location
        let address = location.flatMap { WebAddress.isAddress($0) ? $0 : nil } ?? item.address
        if address == nil {
            // A newsletter: who sends it is its outlet.
            told.title = message.header["subject"].map { MailMessage.words($0).oneLine }
            told.outlet = message.header["from"].map(MailMessage.words).flatMap {
                MailAddress.name($0) ?? MailAddress.domain($0)
            }
            told.published = message.header["date"].flatMap { ClockText.time($0, from: .header) }
        }
        if part.isMarkup { return page(decoded, item, address: address, id: id, told: told) }
        guard let document = document(decoded, isMarkdown: false, item: item, id: id, told: told) else {
            return refuse(item, "empty", "is a message without any text")
        }
        return ([document], diagnostics(decoded, document, item))
    }

    /// A compressed file.
    func gzip(_ item: RawItem) -> Outcome {
        let (bytes, trouble) = Inflater.inflate(item.bytes, limit: Self.limit)
        if bytes.isEmpty { return refuse(item, "damaged", "is gzip data that cannot be decompressed") }
        if trouble == .tooLarge { return refuse(item, "tooLarge", "is larger than 64 MiB when decompressed") }
        guard !bytes.starts(with: [0x1F, 0x8B]) else { return refuse(item, "unsupported", "is compressed twice") }
        var inner = item
        inner.bytes = bytes
        var outcome = documents(of: inner)
        if trouble != nil {
            outcome.diagnostics.append(
                Diagnostic(
                    "intake.cut", .warning,
                    "\(Self.shown(item)) is damaged: the gzip data breaks off after \(ByteCount.text(bytes.count))",
                    file: item.name))
        }
        return outcome
    }

    /// A PDF, where `pdftotext` is installed.
    func pdf(_ item: RawItem) -> Outcome {
        do {
            let bytes = try PDFText.text(of: item.bytes)
            var decoded = TextMender.mend(CharsetDecoder.decode(bytes))
            // Places in a PDF's bytes are not known.
            decoded.map = AlignmentMap()
            decoded.map.add(decoded: 0, raw: 0, step: 0)
            guard let document = document(decoded, isMarkdown: false, item: item, id: DocumentID(hashing: item.bytes))
            else {
                return refuse(item, "empty", "is a PDF without text, perhaps of scanned pages")
            }
            return ([document], diagnostics(decoded, document, item))
        } catch {
            switch error {
            case .notInstalled:
                return refuse(
                    item, "unsupported",
                    "is a PDF, and pdftotext is not installed: install poppler-utils, or give it as plain text")
            case .notReadable: return refuse(item, "damaged", "is a PDF that pdftotext cannot read")
            case .tooSlow: return refuse(item, "damaged", "is a PDF that took pdftotext more than a minute")
            }
        }
    }
}
