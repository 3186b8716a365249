import ArgumentParser
import Fetching
import FoundationEssentials
import Intake
import NewsModel

/// Options of the commands that take addresses beside files.
struct WebOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Your address of mail or page, which the User-Agent gives to servers. Default: HEADWATER_CONTACT.",
            valueName: "address"))
    var contact: String?

    @Flag(help: "Fetch from private networks and this machine, too.")
    var allowPrivate = false

    func validate() throws {
        if let contact, !FetchSettings.isContact(contact) {
            throw ValidationError("--contact is an address of mail or page, without spaces or brackets.")
        }
    }

    /// How to fetch.
    var settings: FetchSettings {
        let known = contact ?? ProcessInfo.processInfo.environment["HEADWATER_CONTACT"]
        var settings = FetchSettings(
            version: HeadwaterCommand.version, contact: known.flatMap { FetchSettings.isContact($0) ? $0 : nil })
        if allowPrivate { settings.policy = .any }
        return settings
    }

    /// A gatherer that knows the pages at the addresses among `paths`; the paths that it can gather; and what the user should
    /// know. With `keep`, the raw answers are kept in that folder.
    func fetch(
        _ paths: [String], keep: String? = nil, quiet: Bool
    ) async throws -> (gatherer: ItemGatherer, paths: [String], diagnostics: [Diagnostic]) {
        let addresses = paths.filter(WebURL.isAddress)
        guard !addresses.isEmpty else { return (ItemGatherer(), paths, []) }
        try Self.check(addresses)
        if let keep { try Console.makeFolder(keep) }
        let progress = ProgressLine(isQuiet: quiet)
        let fetched = await Fetcher(settings: settings).fetch(addresses, into: keep, asksAnew: true) { _ in
            progress.step("Fetching pages", of: addresses.count)
        }
        progress.finish()
        var gatherer = ItemGatherer()
        for result in fetched.results {
            if case .success(let answer) = result.outcome { gatherer.fetched[result.asked] = answer.item }
        }
        let left = paths.filter { !WebURL.isAddress($0) || gatherer.fetched[$0] != nil }
        return (gatherer, left, fetched.results.flatMap(\.diagnostics))
    }

    /// The items at files, folders and addresses.
    func gather(
        _ paths: [String], keep: String? = nil, quiet: Bool
    ) async throws -> (items: [RawItem], diagnostics: [Diagnostic]) {
        let (gatherer, left, told) = try await fetch(paths, keep: keep, quiet: quiet)
        let (items, gathered) = gatherer.gather(left)
        return (items, told + gathered)
    }

    /// Stops, as wrong usage, where one of `addresses` is none.
    static func check(_ addresses: [String]) throws {
        for address in addresses {
            do throws(FetchFailure) { _ = try WebURL(address) } catch {
                throw ValidationError("\(address): \(error)")
            }
        }
    }
}
