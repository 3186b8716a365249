import ArgumentParser
import Headwater
import Lexicons
import NewsModel

/// Options that every command has.
struct SharedOptions: ParsableArguments {
    @Option(
        name: .customLong("resources"),
        help: "Folder of Headwater's resource files. Default: found beside the program, or HEADWATER_RESOURCES.",
        completion: .directory)
    var resourcePath: String?

    /// The resource folder, or an exit with a message that says where it was looked for.
    func resources() throws -> ResourceDirectory {
        try load { () throws(ResourceDirectory.Failure) in try ResourceDirectory(path: resourcePath) }
    }

    /// The stages, with what they need from the resources.
    func pipeline(_ resources: ResourceDirectory) throws -> Pipeline {
        try load { () throws(ResourceDirectory.Failure) in try Pipeline(resources: resources) }
    }

    /// The reports at `paths` read, what there was to say of them said: for commands that print a part of the accounts.
    func read(
        _ paths: [String], web: WebOptions, oneStory: Bool, quiet: Bool
    ) async throws -> (pipeline: Pipeline, accounts: [Account], diagnostics: [Diagnostic]) {
        let pipeline = try pipeline(try resources())
        let (items, gathered) = try await web.gather(paths, quiet: quiet)
        let reading = await pipeline.read(items, oneStory: oneStory)
        let diagnostics = gathered + reading.diagnostics
        Console.report(diagnostics, isQuiet: quiet)
        return (pipeline, reading.accounts, diagnostics)
    }

    /// What `make` loads from the resources, or an exit with a message that says what is missing.
    func load<Value>(_ make: () throws(ResourceDirectory.Failure) -> Value) throws -> Value {
        do {
            return try make()
        } catch {
            Console.say("headwater: \(error)")
            throw ExitCode(ExitStatus.configuration)
        }
    }
}
