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
        let first = isFull ? entries : Array(varied.prefix(3))
        for entry in first {
            let text = account.analyses[names.index(entry.document)].text
            let speaker = entry.actor.flatMap { actors[$0] } ?? entry.speaker.map { text[$0] } ?? "nobody named"
            let words = entry.content.map { text[$0] }.joined(separator: " … ")
            canvas.paragraph(
                (entry.style == .indirect ? words : "“\(words)”") + " — " + names.short(entry.document), indent: 2,
                label: TerminalText.cut(TerminalText.clean(speaker), to: canvas.width / 3) + ": ",
                atMost: isFull ? .max : 2)
        }
    }

    mutating func writeTimeline() {
        guard !account.world.timeline.isEmpty else { return }
        canvas.heading("TIMELINE")
        for entry in account.world.timeline {
            let when = entry.start == entry.end ? entry.start : entry.start + " to " + entry.end
            canvas.paragraph(entry.text, indent: 2, label: TerminalText.padded(TerminalText.clean(when), to: 12) + " ")
        }
    }

    mutating func writeWorld() {
        let world = account.world
        let named = Dictionary(world.actors.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        if !world.actors.isEmpty {
            canvas.heading("ACTORS", "\(world.actors.count)")
            for actor in world.actors {
                let others = actor.names.dropFirst() + actor.roles
                canvas.paragraph(
                    actor.name + (others.isEmpty ? "" : " (\(others.joined(separator: ", ")))"), indent: 2)
            }
        }
        if !world.exchanges.isEmpty {
            canvas.heading("EXCHANGES")
            for exchange in world.exchanges {
                let from = named[exchange.from] ?? exchange.from
                let to = named[exchange.to] ?? exchange.to
                let inReturn = exchange.inReturnFor.map { ", in return for \($0)" } ?? ""
                canvas.paragraph(
                    "\(from) → \(to): \(exchange.thing)\(inReturn) (\(exchange.status.rawValue))", indent: 2)
            }
        }
        if !world.places.isEmpty {
            canvas.heading("PLACES")
            for place in world.places {
                canvas.paragraph("\(place.name)  \(place.latitude), \(place.longitude)", indent: 2)
            }
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
