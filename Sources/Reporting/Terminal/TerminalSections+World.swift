import NewsModel
import TextCore

extension TerminalSections {
    mutating func writeQuotations() {
        let entries = account.quotationEntries
        guard !entries.isEmpty else { return }
        let quoted = entries.filter { $0.style != .indirect }
        let varied = entries.filter { !$0.variants.isEmpty }
        canvas.heading(
            "QUOTATIONS",
            "\(quoted.count) in quotation marks, \(entries.count - quoted.count) reported, "
                + "\(varied.count) in more than one version")
        let actors = Dictionary(account.world.actors.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        for entry in entries {
            let text = account.analyses[names.index(entry.document)].text
            let speaker = entry.actor.flatMap { actors[$0] } ?? entry.speaker.map { text[$0] } ?? "nobody named"
            let words = entry.content.map { text[$0] }.joined(separator: " … ")
            canvas.paragraph(
                (entry.style == .indirect ? words : "“\(words)”") + " — " + names.short(entry.document), indent: 2,
                label: TerminalText.cut(TerminalText.clean(speaker), to: canvas.width / 3) + ": ",
                atMost: .max)
        }
    }

    /// The three lanes of time, one after the other: when it was so, when it was said, when it was published.
    mutating func writeTimeline() {
        let published = account.analyses.compactMap { analysis -> TimelineEntry? in
            guard let time = analysis.document.metadata.published else { return nil }
            let title = analysis.document.blocks.first?.span ?? TextSpan(0, 0)
            return TimelineEntry(
                start: time.description, end: time.description, text: names.label(analysis.document.id),
                citations: [Citation(analysis.document.id, time.span ?? title)], lane: .publication)
        }
        let told = account.world.timeline + published
        guard !told.isEmpty else { return }
        canvas.heading("TIMELINE")
        for lane in TimelineEntry.Lane.allCases {
            let entries = told.filter { $0.lane == lane }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
            if entries.isEmpty { continue }
            canvas.paragraph(Wording.lane(lane), indent: 2, style: .bold)
            for entry in entries {
                let when = entry.start == entry.end ? entry.start : entry.start + " to " + entry.end
                canvas.paragraph(
                    entry.text + " " + marks(entry.citations), indent: 4,
                    label: TerminalText.padded(TerminalText.clean(when), to: 12) + " ")
            }
        }
    }

    mutating func writeEvents() {
        guard !account.world.events.isEmpty else { return }
        let places = Dictionary(account.world.places.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        canvas.heading("EVENTS", "\(account.world.events.count)")
        for event in account.world.events {
            let when = [event.start, event.end == event.start ? nil : event.end].compactMap { $0 }.joined(
                separator: " to ")
            let who = event.participants.map { names.actor($0) }.joined(separator: ", ")
            let facts = [
                when, event.place.map { places[$0] ?? $0 } ?? "", who,
                event.status == .happened ? "" : event.status.rawValue,
            ].filter { !$0.isEmpty }
            canvas.paragraph(event.text, indent: event.partOf == nil ? 2 : 6, label: event.id + " ")
            canvas.paragraph(facts.joined(separator: " · "), indent: 6, style: .faint)
        }
    }

    /// Exchanges: the first few in the short form.
    mutating func writeExchanges() {
        let exchanges = account.world.exchanges
        guard !exchanges.isEmpty else { return }
        canvas.heading("EXCHANGES", extent(exchanges.count, first: 4))
        for exchange in exchanges.prefix(shown(exchanges.count, first: 4)) {
            let inReturn = exchange.inReturnFor.map { ", in return for \($0)" } ?? ""
            canvas.paragraph(
                "\(names.actor(exchange.from)) → \(names.actor(exchange.to)): \(exchange.thing)\(inReturn) "
                    + "(\(exchange.status.rawValue)) " + marks(exchange.citations), indent: 2, atMost: isFull ? .max : 2
            )
        }
    }

    /// Threads: demand, reply, answer to that.
    mutating func writeThreads() {
        let threads = account.world.threads
        guard !threads.isEmpty else { return }
        canvas.heading("IN TURN", extent(threads.count, first: 2))
        for thread in threads.prefix(shown(threads.count, first: 2)) {
            for (number, step) in thread.steps.prefix(isFull ? .max : 3).enumerated() {
                let towards = step.towards.map { " → \(names.actor($0))" } ?? ""
                let arrow = number == 0 ? "" : "↳ "
                canvas.paragraph(
                    "\(arrow)\(names.actor(step.actor))\(towards) \(Wording.move(step.kind)): “\(step.text)” "
                        + marks(step.citations), indent: number == 0 ? 2 : 4, atMost: isFull ? .max : 2)
            }
        }
    }

    mutating func writeActors() {
        guard !account.world.actors.isEmpty else { return }
        canvas.heading("ACTORS", "\(account.world.actors.count)")
        for actor in account.world.actors {
            let others = actor.names.filter { $0 != actor.name } + actor.roles
            canvas.paragraph(actor.name + (others.isEmpty ? "" : " (\(others.joined(separator: ", ")))"), indent: 2)
            for relation in account.world.relations where relation.from == actor.id {
                canvas.paragraph(
                    "\(relation.text) → \(names.actor(relation.to)) " + marks(relation.citations), indent: 6,
                    style: .faint)
            }
        }
    }

    mutating func writePlaces() {
        guard !account.world.places.isEmpty else { return }
        canvas.heading("PLACES", "\(account.world.places.count)")
        for place in account.world.places {
            let kinds = Place.Evidence.allCases.filter(place.evidence.contains).map(Wording.evidence)
            canvas.paragraph(
                "\(place.name)  \(place.latitude), \(place.longitude): \(kinds.joined(separator: ", ")) "
                    + marks(place.citations), indent: 2)
        }
    }

    mutating func writeReports() {
        canvas.heading("REPORTS")
        for (index, analysis) in account.analyses.enumerated() {
            let document = analysis.document
            let parts = [document.metadata.title, document.metadata.published?.description, document.files.first]
            canvas.paragraph(
                names.labels[index] + ": " + parts.compactMap { $0 }.joined(separator: " · "), indent: 2,
                label: "\(index + 1)  ")
        }
    }

    mutating func writeNotes() {
        let told = isFull ? account.diagnostics : account.diagnostics.filter { $0.severity != .note }
        guard !told.isEmpty else { return }
        canvas.heading("NOTES")
        for diagnostic in told.prefix(isFull ? told.count : 4) {
            let place = diagnostic.file ?? diagnostic.document.map { names.label($0) }
            canvas.paragraph(
                diagnostic.message + (place.map { " (\($0))" } ?? ""), indent: 2,
                label: diagnostic.severity.rawValue + ": ",
                labelStyle: diagnostic.severity == .error ? .bad : .warning)
        }
    }
}
