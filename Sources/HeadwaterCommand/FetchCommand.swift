import ArgumentParser
import Fetching
import NewsModel
import Synchronization

/// `headwater fetch`: addresses to a web archive.
struct FetchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch",
        abstract: "Fetch pages into a folder, as a web archive that every command reads.",
        discussion: """
            Keeps each answer as it came, with its request and the digest of its bytes, in one new WARC file in the folder, \
            and prints that file's name. What the folder holds already is asked for only if it has changed. On standard \
            error, a line says what came of each address.

            Fetches as robots.txt allows, one page at a time from a host and with pauses; follows redirects; tries again \
            where a server is in trouble, and waits as long as one asks to (up to a minute). Addresses in private networks \
            and on this machine are refused, also where a redirect or a name leads to them.

            Examples:
              headwater fetch https://news.example/a https://wire.example/b -o story/
              headwater fetch --from addresses.txt -o story/ --contact desk@example.org
              headwater read story/

            Exit status: 0 all fetched, or not changed; 64 wrong usage; 65 an answer that holds no report; 66 an address \
            that could not be fetched (the others still are); 73 the folder cannot be written.
            """)

    @Argument(help: "Addresses that begin with http:// or https://.")
    var addresses: [String] = []

    @Option(
        name: .shortAndLong, help: "The folder for the archive; made where it is not there.", completion: .directory)
    var output: String

    @Option(
        help: "A file of addresses, one a line, # before a comment; - for standard input.", completion: .file())
    var from: String?

    @Option(help: ArgumentHelp("Least time between two requests to one host.", valueName: "seconds"))
    var delay = 1.0

    @Option(help: ArgumentHelp("Longest time for one request.", valueName: "seconds"))
    var timeout = 60.0

    @Option(help: ArgumentHelp("Largest answer.", valueName: "MiB"))
    var maxSize = 32

    @Flag(help: "Fetch pages whole, although the folder holds them.")
    var anew = false

    @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
    var quiet = false

    @OptionGroup var web: WebOptions

    func validate() throws {
        if addresses.isEmpty && from == nil { throw ValidationError("Give addresses, or a file of them with --from.") }
        guard (0...3_600).contains(delay) else { throw ValidationError("--delay is from 0 to 3600 seconds.") }
        guard timeout > 0, timeout <= 3_600 else { throw ValidationError("--timeout is up to 3600 seconds.") }
        guard (1...64).contains(maxSize) else { throw ValidationError("--max-size is from 1 to 64 MiB.") }
    }

    func run() async throws {
        let all = addresses + (try from.map(Self.listed) ?? [])
        try WebOptions.check(all)
        try Console.makeFolder(output)
        var settings = web.settings
        settings.delay = .milliseconds(Int64(delay * 1_000))
        settings.timeLimit = .milliseconds(Int64(timeout * 1_000))
        settings.sizeLimit = maxSize << 20
        if settings.contact == nil, !quiet {
            Console.say("headwater: note: servers are not told whom to write to; --contact does that")
        }
        let count = Mutex(0)
        let isQuiet = quiet
        let (results, archive) = await Fetcher(settings: settings).fetch(
            all, into: output, asksAnew: anew, holdsPages: false
        ) { result in
            let number = count.withLock { count in
                count += 1
                return count
            }
            if case .success = result.outcome, !isQuiet { Console.say("\(number) of \(all.count): \(result.line)") }
            Console.report(result.diagnostics, isQuiet: isQuiet)
        }
        if let archive { try Console.write(archive + "\n", to: nil) }
        let diagnostics = results.flatMap(\.diagnostics)
        if let status = ExitStatus.of(diagnostics, accounts: results.count) { throw ExitCode(status) }
    }

    /// The addresses in a file.
    private static func listed(_ file: String) throws -> [String] {
        let lines = String(decoding: try Console.read(file), as: UTF8.self).split(whereSeparator: \.isNewline)
        let listed = lines.compactMap { $0.split(whereSeparator: \.isWhitespace).first }.filter { !$0.hasPrefix("#") }
        if listed.isEmpty {
            Console.say("headwater: error: \(file): holds no addresses")
            throw ExitCode(ExitStatus.data)
        }
        return listed.map(String.init)
    }
}
