import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The text of a PDF through poppler's `pdftotext`, where it is installed: a program of its own, so that a hostile file does
/// no harm here.
enum PDFText {
    /// Why there is no text.
    enum Failure: Error, Equatable { case notInstalled, notReadable, tooSlow }

    /// Longest time that a file may take, in seconds.
    private static let patience = 60

    /// The text of the file in `bytes`.
    ///
    /// - Throws: ``Failure``.
    static func text(of bytes: [UInt8]) throws(Failure) -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.path
        let stem = folder + "/headwater-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
        let (source, target) = (stem + ".pdf", stem + ".txt")
        defer {
            unlink(source)
            unlink(target)
        }
        guard FileManager.default.createFile(atPath: source, contents: Data(bytes)) else { throw .notReadable }
        try run(["pdftotext", "-q", "-enc", "UTF-8", "-nopgbrk", source, target])
        guard let text = FileManager.default.contents(atPath: target) else { throw .notReadable }
        return [UInt8](text)
    }

    private static func run(_ words: [String]) throws(Failure) {
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process = pid_t()
        guard posix_spawnp(&process, words[0], nil, nil, &arguments, environ) == 0 else { throw .notInstalled }
        var status: Int32 = 0
        for _ in 0..<(patience * 100) {
            let done = waitpid(process, &status, WNOHANG)
            if done == process {
                guard status == 0 else { throw status == 127 << 8 ? .notInstalled : .notReadable }
                return
            }
            if done < 0, errno != EINTR { throw .notReadable }
            usleep(10_000)
        }
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
        throw .tooSlow
    }
}
