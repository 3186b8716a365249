import NewsModel

/// Exit statuses, as in BSD's sysexits.
enum ExitStatus {
    /// An input was no report.
    static let data: Int32 = 65
    /// An input was missing or could not be read.
    static let noInput: Int32 = 66
    /// The output could not be written.
    static let cannotCreate: Int32 = 73
    /// Headwater's own resources are missing.
    static let configuration: Int32 = 78

    /// Diagnostics that say that an input was not there to be read.
    private static let missing: Set = [
        "intake.missing", "intake.unreadable", "intake.emptyFolder", "fetch.unreachable", "fetch.privateNetwork",
        "fetch.robots", "fetch.closed", "fetch.slow", "fetch.malformed", "fetch.status", "fetch.redirects",
    ]

    /// The status of a run, nil for success: what could not be written first, then missing inputs, then inputs that were no
    /// report.
    static func of(_ diagnostics: [Diagnostic], accounts: Int) -> Int32? {
        let errors = diagnostics.filter { $0.severity == .error }
        if errors.contains(where: { $0.code == "fetch.cannotKeep" }) { return cannotCreate }
        if errors.contains(where: { missing.contains($0.code) }) { return noInput }
        return errors.isEmpty && accounts > 0 ? nil : data
    }
}
