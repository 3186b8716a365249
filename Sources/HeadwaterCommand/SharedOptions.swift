import ArgumentParser
import Lexicons

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
