import Headwater
import Synchronization

/// Progress on standard error, from the second second on: a line rewritten on a terminal, else a line every few seconds.
final class ProgressLine: Sendable {
    private struct State {
        var lastShown: ContinuousClock.Instant
        var hasShown = false
        var done = 0
    }
    private let state: Mutex<State>
    private let isQuiet: Bool

    /// Begins to count the time.
    init(isQuiet: Bool) {
        self.isQuiet = isQuiet
        state = Mutex(State(lastShown: .now))
    }

    /// Says how far the run has come, where it is time to.
    func show(_ progress: Progress) {
        state.withLock { show("\(progress.step.text): \(progress.done) of \(progress.of)", &$0) }
    }

    /// Says that one more is done of `count`, where it is time to.
    func step(_ what: String, of count: Int) {
        state.withLock { state in
            state.done += 1
            show("\(what): \(state.done) of \(count)", &state)
        }
    }

    private func show(_ text: String, _ state: inout State) {
        guard !isQuiet else { return }
        let onTerminal = Console.rewritesLines
        let pause: Duration = !state.hasShown ? .seconds(1) : onTerminal ? .milliseconds(100) : .seconds(5)
        guard ContinuousClock.now - state.lastShown >= pause else { return }
        state.lastShown = .now
        state.hasShown = true
        Console.sayInPlace(onTerminal ? "\r\u{1B}[K\(text)" : text + "\n")
    }

    /// Clears the line.
    func finish() {
        state.withLock { state in
            if state.hasShown && Console.rewritesLines { Console.sayInPlace("\r\u{1B}[K") }
        }
    }
}

extension Progress.Step {
    /// What the step is called on the line.
    fileprivate var text: String {
        switch self {
        case .documents: "Reading reports"
        case .accounts: "Composing accounts"
        case .groups: "Comparing groups"
        }
    }
}
