import ArgumentParser
import FoundationEssentials
import NewsModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Standard output and error, files, and what is known of the terminal.
enum Console {
    /// Columns of the terminal on standard output, `$COLUMNS`, or 100.
    static var width: Int {
        var size = winsize()
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        return ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 100
    }

    /// Whether standard output is a terminal that may be coloured (https://no-color.org).
    static var usesColor: Bool {
        isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    }

    /// Whether standard error is a terminal, where a line may be rewritten.
    static var rewritesLines: Bool { isatty(STDERR_FILENO) == 1 }

    /// Writes a line to standard error.
    static func say(_ line: String) { FileHandleOutput.write(Array((line + "\n").utf8), to: STDERR_FILENO) }

    /// Writes a line's beginning to standard error, without ending it.
    static func sayInPlace(_ text: String) { FileHandleOutput.write(Array(text.utf8), to: STDERR_FILENO) }

    /// Says the diagnostics, a line each; notes only where not quiet.
    static func report(_ diagnostics: [Diagnostic], isQuiet: Bool) {
        for diagnostic in diagnostics where diagnostic.severity == .error || !isQuiet {
            let place = diagnostic.file.map { "\($0): " } ?? ""
            say("headwater: \(diagnostic.severity.rawValue): \(place)\(diagnostic.message)")
        }
    }

    /// Writes text to a file, or to standard output.
    static func write(_ text: String, to file: String?) throws { try write(Array(text.utf8), to: file) }

    /// Writes bytes to standard output.
    static func write(_ bytes: [UInt8]) { FileHandleOutput.write(bytes, to: STDOUT_FILENO) }

    /// Writes bytes to a file, or to standard output.
    static func write(_ bytes: [UInt8], to file: String?) throws {
        guard let file else { return write(bytes) }
        do {
            try Data(bytes).write(to: URL(filePath: file), options: .atomic)
        } catch {
            say("headwater: error: \(file): cannot be written; name another place with -o or --page")
            throw ExitCode(ExitStatus.cannotCreate)
        }
    }

    /// The bytes of a file, or of standard input where it is called `-`.
    static func read(_ file: String) throws -> [UInt8] {
        do {
            return file == "-" ? standardInput() : Array(try Data(contentsOf: URL(filePath: file)))
        } catch {
            say("headwater: error: \(file): cannot be read")
            throw ExitCode(ExitStatus.noInput)
        }
    }

    private static func standardInput() -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let size = buffer.count
            #if canImport(Glibc)
                let count = buffer.withUnsafeMutableBytes { Glibc.read(STDIN_FILENO, $0.baseAddress, size) }
            #else
                let count = buffer.withUnsafeMutableBytes { Darwin.read(STDIN_FILENO, $0.baseAddress, size) }
            #endif
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return bytes }
            bytes += buffer[..<count]
        }
    }

    /// Whether a path is a folder.
    static func isFolder(_ path: String) -> Bool {
        var isFolder = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
    }

    /// Makes a folder, and those above it, where it is not there.
    static func makeFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            say("headwater: error: \(path): the folder cannot be made; name another with -o")
            throw ExitCode(ExitStatus.cannotCreate)
        }
    }

    /// The absolute path of a file.
    static func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }

    /// Opens a page with the desktop's own program; says so where there is none.
    static func open(_ page: String) {
        #if os(macOS)
            let opener = "/usr/bin/open"
        #else
            let opener = "xdg-open"
        #endif
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(opener), strdup(absolute(page)), nil]
        defer { for argument in arguments { free(argument) } }
        var process = pid_t()
        if posix_spawnp(&process, opener, nil, nil, &arguments, environ) != 0 {
            say("headwater: note: no program to open the page with was found; open \(absolute(page)) in a browser")
        }
    }
}

/// Unbuffered writes that go on after an interruption and stop quietly when the reader is gone.
private enum FileHandleOutput {
    static func write(_ bytes: [UInt8], to descriptor: Int32) {
        bytes.withUnsafeBytes { buffer in
            var offset = 0
            while offset < buffer.count {
                guard let base = buffer.baseAddress else { return }
                #if canImport(Glibc)
                    let written = Glibc.write(descriptor, base + offset, buffer.count - offset)
                #else
                    let written = Darwin.write(descriptor, base + offset, buffer.count - offset)
                #endif
                if written > 0 {
                    offset += written
                } else if errno != EINTR {
                    return
                }
            }
        }
    }
}
