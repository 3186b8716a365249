import NewsModel

/// What a file's name says of what is in it.
enum FileNames {
    /// What to do with a file of a folder.
    enum Verdict: Equatable {
        case read(RawItem.Format)
        /// A web archive or another compressed file: its first bytes tell.
        case archive
        /// An article a line.
        case lines
        /// A kind of document that this version does not read.
        case unsupported(String)
        /// No document: an image, a program, an editor's copy.
        case passOver
    }

    /// What the name of a file says.
    static func verdict(_ name: String) -> Verdict {
        if name.hasPrefix(".") || name.hasSuffix("~") { return .passOver }
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return .read(.unknown) }
        let ending = name[name.index(after: dot)...].lowercased()
        if let format = formats[ending] { return .read(format) }
        if archives.contains(ending) { return .archive }
        if ending == "jsonl" || ending == "ndjson" { return .lines }
        if let kind = unsupported[ending] { return .unsupported(kind) }
        return others.contains(ending) ? .passOver : .read(.unknown)
    }

    private static let formats: [String: RawItem.Format] = [
        "txt": .plainText, "text": .plainText, "md": .markdown, "markdown": .markdown, "mdown": .markdown,
        "html": .html, "htm": .html, "xhtml": .html, "mhtml": .mail, "mht": .mail, "eml": .mail, "json": .json,
        "xml": .feed, "rss": .feed, "atom": .feed, "rdf": .feed, "opml": .feed, "pdf": .pdf,
    ]

    private static let archives: Set<String> = ["warc", "arc", "gz", "wet"]

    private static let unsupported = [
        "doc": "Word", "docx": "Word", "odt": "OpenDocument", "rtf": "RTF", "epub": "EPUB", "wacz": "WACZ",
        "webarchive": "a Safari archive",
    ]

    private static let others: Set<String> = [
        "png", "jpg", "jpeg", "gif", "webp", "svg", "ico", "bmp", "tif", "tiff", "heic", "mp3", "mp4", "m4a", "wav",
        "ogg", "webm", "mov", "avi", "mkv", "zip", "tar", "tgz", "bz2", "xz", "zst", "7z", "rar", "exe", "dll", "so",
        "dylib", "o", "a", "bin", "class", "jar", "pyc", "wasm", "db", "sqlite", "parquet", "xls", "xlsx", "ods", "ppt",
        "pptx", "odp", "csv", "tsv", "css", "js", "ts", "py", "sh", "swift", "c", "h", "cpp", "lock", "log", "bak",
        "tmp", "swp", "ttf", "woff", "woff2", "ini", "cfg", "toml", "yaml", "yml",
    ]
}
