import FoundationEssentials

/// What an archive says of an answer that it keeps: enough to ask whether the page has changed since (RFC 9110, 13).
package struct EarlierAnswer: Hashable, Sendable {
    /// When it came: `2026-11-26T12:00:00Z`.
    package var date: String
    /// The record's name.
    package var record: String?
    /// The server's own name for this version.
    package var entityTag: String?
    /// When the server says that it was changed, as it wrote it.
    package var lastModified: String?
    /// Digest of the payload, as the record gives it.
    package var payloadDigest: String?
}

/// The last whole answer with status 200 that the archives in a folder keep of each address.
package enum EarlierAnswers {
    /// Most bytes of an answer that its header may take.
    private static let head = 1 << 17

    /// Reads the archives (`.warc`, `.warc.gz`) that lie in `folder` itself, in the order of their names. What is broken is
    /// passed over: then the page is simply fetched again.
    ///
    /// - Complexity: O(n) in the bytes of the archives; memory holds one header at a time.
    package static func read(folder: String) -> [String: EarlierAnswer] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        var answers: [String: EarlierAnswer] = [:]
        for name in names.sorted() where name.hasSuffix(".warc") || name.hasSuffix(".warc.gz") {
            guard let stream = ByteStream(path: folder + "/" + name) else { continue }
            while let line = stream.line() {
                guard line.starts(with: "WARC/".utf8) else { continue }
                guard let (address, answer) = record(stream) else { continue }
                if answers[address].map({ $0.date <= answer.date }) ?? true { answers[address] = answer }
            }
        }
        return answers
    }

    private static func record(_ stream: ByteStream) -> (String, EarlierAnswer)? {
        let fields = MessageHeader(reading: stream)
        guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else { return nil }
        let before = stream.offset
        let block = stream.bytes(length, limit: fields["warc-type"] == "response" ? head : 0)
        guard stream.offset - before == length, fields["warc-truncated"] == nil,
            let address = fields["warc-target-uri"], let date = fields["warc-date"]
        else { return nil }
        var cursor = MessageHeader.Cursor(block)
        guard let status = cursor.line(), status.hasPrefix("HTTP/"),
            status.split(separator: " ").dropFirst().first == "200"
        else { return nil }
        let header = MessageHeader(reading: &cursor)
        return (
            address,
            EarlierAnswer(
                date: date, record: fields["warc-record-id"], entityTag: header["etag"],
                lastModified: header["last-modified"], payloadDigest: fields["warc-payload-digest"])
        )
    }
}
