/// What a person knows better than the program, with a reason.
public struct Correction: Hashable, Sendable {
    /// What is to be changed. Things are named by their words, as an account shows them, so that a correction still finds
    /// them when reports arrive and ids change; an id ("c12", "a3") is taken too.
    public enum Change: Hashable, Sendable {
        /// These names are one actor, or these claims one claim.
        case same([String])
        /// The names after the first are not the actor that the first names, or statements not the claim of the first.
        case different([String])
        /// An actor, origin, outlet or place is called otherwise.
        case rename(String, to: String)
        /// A claim, statement, event, exchange, relation or discrepancy is wrong and left out.
        case reject(String)
        /// A report, by file, outlet or title, stands on an origin or on another report.
        case origin(report: String, source: String)
    }

    /// What is to be changed.
    public var change: Change
    /// Why; shown with the change.
    public var reason: String
    /// Line of the file, from 1.
    public var line: Int

    /// A correction.
    public init(_ change: Change, reason: String, line: Int) {
        self.change = change
        self.reason = reason
        self.line = line
    }
}

extension Correction: CustomStringConvertible {
    /// The change in words: `“A” and “B” are the same`.
    public var description: String {
        func quoted(_ names: [String]) -> String { names.map { "“\($0)”" }.joined(separator: " and ") }
        switch change {
        case .same(let names): return quoted(names) + " are the same"
        case .different(let names): return quoted(names) + " are different"
        case .rename(let name, let other): return "“\(name)” is called “\(other)”"
        case .reject(let text): return "“\(text)” is rejected"
        case .origin(let report, let source): return "“\(report)” stands on “\(source)”"
        }
    }
}

/// The corrections of a run.
public struct Corrections: Hashable, Sendable {
    /// In the order of the file, which is the order in which they are applied.
    public var all: [Correction]

    /// Corrections.
    public init(_ all: [Correction] = []) { self.all = all }
}
