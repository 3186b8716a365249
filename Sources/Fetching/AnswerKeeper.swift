import Archiving

/// Keeps the raw answers of a run in one archive of a folder: for each the response, or that it is the same as an earlier one,
/// and the request.
///
/// An actor for the open file.
actor AnswerKeeper {
    private let folder: String
    private let userAgent: String
    private var file: ArchiveFile?

    init(folder: String, userAgent: String) {
        self.folder = folder
        self.userAgent = userAgent
    }

    /// Where the answers are; nil where there was none.
    var path: String? { file?.path }

    /// Keeps an exchange; `earlier` where its answer says, or shows, that nothing has changed since.
    func keep(_ exchange: Exchange, sameAs earlier: EarlierAnswer?) throws(FetchFailure) {
        let date = HTTPDate.stamp(exchange.time)
        let address = exchange.url.description
        let server = ("WARC-IP-Address", exchange.server.description)
        var fields = [server, ("Content-Type", "application/http;msgtype=response")]
        let response: WARCRecord
        if let earlier {
            let isAnswered = exchange.status == 304
            let profile = isAnswered ? "server-not-modified" : "identical-payload-digest"
            fields.append(("WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/\(profile)"))
            fields += earlier.record.map { [("WARC-Refers-To", $0)] } ?? []
            fields += [("WARC-Refers-To-Target-URI", address), ("WARC-Refers-To-Date", earlier.date)]
            if !isAnswered { fields += earlier.payloadDigest.map { [("WARC-Payload-Digest", $0)] } ?? [] }
            response = WARCRecord(.revisit, date: date, address: address, fields: fields, block: exchange.headBytes)
        } else {
            fields.append(("WARC-Payload-Digest", WARCRecord.digest(exchange.body)))
            response = WARCRecord(
                .response, date: date, address: address, fields: fields, block: exchange.headBytes + exchange.body)
        }
        let request = WARCRecord(
            .request, date: date, address: address,
            fields: [
                server, ("Content-Type", "application/http;msgtype=request"), ("WARC-Concurrent-To", response.id),
            ],
            block: exchange.requestBytes)
        do {
            try opened(date).append([response, request])
        } catch {
            throw .cannotKeep(error.reason)
        }
    }

    /// The archive: `fetch-20261126T120000Z.warc.gz`, named after the first answer, with a record about itself.
    private func opened(_ date: String) throws(ArchiveFile.Failure) -> ArchiveFile {
        if let file { return file }
        let opened = try ArchiveFile(folder: folder, name: "fetch-" + date.filter { $0 != "-" && $0 != ":" })
        let about = """
            software: \(userAgent)\r
            format: WARC File Format 1.1\r
            robots: RFC 9309\r
            http-header-user-agent: \(userAgent)\r

            """
        let name = String(opened.path.split(separator: "/").last ?? "")
        try opened.append([
            WARCRecord(
                .warcinfo, date: date, address: nil,
                fields: [("WARC-Filename", name), ("Content-Type", "application/warc-fields")], block: Array(about.utf8)
            )
        ])
        file = opened
        return opened
    }
}
