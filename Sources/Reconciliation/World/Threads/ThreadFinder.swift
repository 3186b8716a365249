import Lexicons
import NewsModel
import TextCore

/// Puts moves together into threads: a move and what answers it.
///
/// A move answers another where the sides change places and the reports give a reason to set the two beside one another:
/// the answer names the move (`rejected the demand`), says that it is an answer (`in response`), or both tell of one thing
/// near to one another. Two moves of the same two sides alone are no thread.
struct ThreadFinder {
    let moves: [Move]
    let drafts: [Draft]
    let analyses: [Analysis]
    let actors: [Actor]
    let parties: Parties
    let claims: [Citation: String]

    /// The threads, those with most steps and reports first.
    ///
    /// - Complexity: O(n²) in the moves.
    func threads() -> [ExchangeThread] {
        let turns = turns()
        var place: [Int: Int] = [:]
        for (number, turn) in turns.enumerated() { for move in turn { place[move] = number } }
        var answers: [Int: (turn: Int, weight: Double)] = [:]
        for (number, turn) in turns.enumerated() {
            for move in turn {
                guard let best = opening(of: move), let opened = place[best.move], opened != number,
                    best.weight > answers[number]?.weight ?? 0
                else { continue }
                answers[number] = (opened, best.weight)
            }
        }
        return assembled(turns, withoutCircles(answers))
    }

    /// The turn that each answers, the surest first; what would close a circle is left out.
    private func withoutCircles(_ answers: [Int: (turn: Int, weight: Double)]) -> [Int: Int] {
        var kept: [Int: Int] = [:]
        let ranked = answers.sorted { ($1.value.weight, $0.key) < ($0.value.weight, $1.key) }
        for (reply, opening) in ranked {
            var above: Int? = opening.turn
            while let turn = above, turn != reply { above = kept[turn] }
            if above == nil { kept[reply] = opening.turn }
        }
        return kept
    }

    // MARK: Turns

    /// The numbers of the moves of one side to another that are of one kind and about one thing, told in one report or
    /// several.
    private func turns() -> [[Int]] {
        var turns: [[Int]] = []
        for number in moves.indices {
            if let place = turns.firstIndex(where: { $0.contains { isOne($0, number) } }) {
                turns[place].append(number)
            } else {
                turns.append([number])
            }
        }
        return turns
    }

    private func isOne(_ a: Int, _ b: Int) -> Bool {
        let (x, y) = (moves[a], moves[b])
        guard isSame(x.actor, y.actor), x.kind.type == y.kind.type else { return false }
        if let first = claims[x.citation], first == claims[y.citation] { return true }
        guard x.towards.isEmpty || y.towards.isEmpty || x.towards.contains(where: { isDirected(at: $0, y) }) else {
            return false
        }
        return shared(x, y) >= 3
    }

    /// Whether two actors are one side: a leader speaks for the country where the country is the other's name.
    private func isSame(_ a: Int, _ b: Int) -> Bool {
        a == b || parties.country(of: a) == b || parties.country(of: b) == a
    }

    private func isDirected(at actor: Int, _ move: Move) -> Bool { move.towards.contains { isSame($0, actor) } }

    /// How much the words that two moves share tell.
    private func shared(_ a: Move, _ b: Move) -> Double {
        a.topic.reduce(0) { $0 + (b.topic[$1.key] != nil ? $1.value : 0) }
    }

    // MARK: Answers

    /// What a move answers, and how sure that is; nil where nothing is.
    private func opening(of number: Int) -> (move: Int, weight: Double)? {
        let reply = moves[number]
        var best: (move: Int, weight: Double)?
        for (other, opening) in moves.enumerated() where other != number && !isSame(opening.actor, reply.actor) {
            guard Self.callers.contains(opening.kind), Self.answerers(to: opening.kind).contains(reply.kind),
                !isEarlier(reply, opening), let weight = weight(reply, opening), weight > best?.weight ?? 0
            else { continue }
            best = (other, weight)
        }
        return best
    }

    private func weight(_ reply: Move, _ opening: Move) -> Double? {
        let isTo = isDirected(at: opening.actor, reply)
        let isFrom = isDirected(at: reply.actor, opening)
        var weight = (isTo ? 2 : 0.0) + (isFrom ? 2 : 0.0)
        var isNamed = false
        if let answered = reply.answered {
            let fits = answered.kind.map { $0.type == opening.kind.type } ?? true
            if let actor = answered.actor, !isSame(actor, opening.actor) { return nil }
            // "defended his decision": a statement that is nobody else's is no reply to anybody.
            isNamed = fits && (answered.actor != nil || answered.kind != nil && (isTo || isFrom))
            weight += isNamed ? 2 : 0
        }
        let topic = shared(reply, opening)
        let isNext = reply.document == opening.document && (0...1).contains(reply.sentence - opening.sentence)
        let isOfOneThing = topic >= 1.5 || isNext && topic > 0 || reply.isReply
        guard isTo && isFrom && isOfOneThing || isNamed || isFrom && reply.isReply else { return nil }
        weight += min(topic, 3)
        if reply.isReply { weight += 1 }
        if reply.document == opening.document {
            let distance = abs(reply.sentence - opening.sentence)
            weight += distance <= 2 ? 1.5 : distance <= 5 ? 0.5 : 0
            if (reply.sentence, reply.citation.span) < (opening.sentence, opening.citation.span) { weight -= 1 }
        }
        return weight >= 5 ? weight : nil
    }

    /// Whether the reports put one move before another.
    private func isEarlier(_ a: Move, _ b: Move) -> Bool {
        guard let first = a.time?.range.end, let second = b.time?.range.start else { return false }
        return first < second
    }

    // MARK: Threads

    private func assembled(_ turns: [[Int]], _ answers: [Int: Int]) -> [ExchangeThread] {
        var children: [Int: [Int]] = [:]
        for (reply, opening) in answers { children[opening, default: []].append(reply) }
        var threads: [(order: Int, reports: Int, thread: ExchangeThread)] = []
        for root in turns.indices where answers[root] == nil && children[root] != nil {
            var steps: [ExchangeThread.Step] = []
            var seen: Set<Int> = []
            var reports: Set<Int> = []
            func add(_ turn: Int, answering: Int?) {
                guard seen.insert(turn).inserted, steps.count < 12 else { return }
                let place = steps.count
                steps.append(step(turns[turn], answers: answering))
                reports.formUnion(turns[turn].map { moves[$0].document })
                for child in (children[turn] ?? []).sorted() { add(child, answering: place) }
            }
            add(root, answering: nil)
            if steps.count > 1 { threads.append((root, reports.count, ExchangeThread(steps: steps))) }
        }
        return threads.sorted { a, b in
            (b.thread.steps.count, b.reports, a.order) < (a.thread.steps.count, a.reports, b.order)
        }.map(\.thread)
    }

    private func step(_ turn: [Int], answers: Int?) -> ExchangeThread.Step {
        let own = turn.map { moves[$0] }
        let clearest = own.min { rank($0) < rank($1) } ?? own[0]
        let time = clearest.time ?? own.lazy.compactMap(\.time).first
        var claims: [String] = []
        for move in own {
            if let claim = self.claims[move.citation], !claims.contains(claim) { claims.append(claim) }
        }
        let towards = own.lazy.compactMap { $0.towards.min() }.first
        return ExchangeThread.Step(
            kind: clearest.kind.type, actor: actors[clearest.actor].id, towards: towards.map { actors[$0].id },
            answers: answers,
            text: clearest.draft.map { drafts[$0].statement.reading }
                ?? analyses[clearest.document].text[clearest.citation.span].oneLine,
            start: time?.start, end: time?.end, claims: claims, citations: Array(Set(own.map(\.citation))).sorted())
    }

    /// Short and with a draft first.
    private func rank(_ move: Move) -> Int {
        (move.draft == nil ? 10000 : 0) + (move.towards.isEmpty ? 1000 : 0) + move.citation.span.count
    }

    /// Kinds of moves that call for an answer.
    private static let callers: Set<Interaction.Kind> = [
        .demand, .agree, .disapprove, .threaten, .sanction, .reject, .coerce, .assault, .fight, .protest, .mobilize,
        .investigate,
    ]

    private static func answerers(to kind: Interaction.Kind) -> Set<Interaction.Kind> {
        switch kind {
        case .demand: [.reject, .agree, .concede, .retreat, .disapprove, .threaten, .support, .cooperate]
        case .agree: [.reject, .agree, .support, .disapprove, .demand, .threaten, .concede]
        case .disapprove, .investigate: [.reject, .disapprove, .threaten, .sanction, .concede, .demand, .retreat]
        case .reject: [.disapprove, .threaten, .sanction, .demand, .concede, .agree]
        default:
            [
                .reject, .disapprove, .threaten, .sanction, .demand, .concede, .retreat, .mobilize, .assault, .fight,
                .protest, .coerce,
            ]
        }
    }
}
