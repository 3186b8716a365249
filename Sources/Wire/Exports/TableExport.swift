import NewsModel
import TextCore

/// Accounts as tables for spreadsheets and data frames: one CSV a kind of finding, keyed by the ids of the account.
struct TableExport {
    let views: [ExportView]
    let isForSpreadsheet: Bool

    init(_ views: [ExportView], isForSpreadsheet: Bool) {
        self.views = views
        self.isForSpreadsheet = isForSpreadsheet
    }

    /// All tables, also those without a row.
    var files: [ExportedFile] {
        [
            reports, origins, derivations, claims, statements, figures, discrepancies, quotations, actors, events,
            exchanges, places, timeline,
        ]
    }

    /// A table with a column for the story first.
    private func table(
        _ name: String, _ columns: [String], _ fill: (ExportView, _ row: ([String?]) -> Void) -> Void
    ) -> ExportedFile {
        var table = CSVTable(columns: ["story"] + columns, isForSpreadsheet: isForSpreadsheet)
        for view in views { fill(view) { table.append([view.account.story.id] + $0) } }
        return ExportedFile(name: name + ".csv", bytes: table.bytes)
    }

    private var reports: ExportedFile {
        table(
            "reports",
            [
                "document", "file", "outlet", "publisher", "transport", "title", "byline", "dateline", "published",
                "publishedPrecision", "updated", "language", "url",
            ]
        ) { view, row in
            for document in view.documents {
                let data = document.metadata
                row([
                    document.id.description, document.files.first, data.outlet, data.publisher, data.transport,
                    data.title, data.byline, data.datelinePlace, data.published?.description,
                    (data.published?.precision ?? .unknown).rawValue, data.updated?.description, data.language,
                    data.url,
                ])
            }
        }
    }

    private var origins: ExportedFile {
        table("origins", ["origin", "kind", "name", "document"]) { view, row in
            for origin in view.account.lineage.origins {
                for document in origin.documents {
                    row([origin.id.description, origin.kind.rawValue, view.label(origin), document.description])
                }
            }
        }
    }

    private var derivations: ExportedFile {
        table(
            "derivations",
            ["document", "from", "kind", "direction", "probability", "coverage", "credited", "passages", "evidence"]
        ) { view, row in
            for edge in view.account.lineage.derivations {
                let from =
                    switch edge.from {
                    case .document(let id): id.description
                    case .origin(let id): id.description
                    }
                row([
                    edge.document.description, from, edge.kind.rawValue, edge.directionKnown ? "known" : "unknown",
                    CSVTable.number(edge.probability), CSVTable.number(edge.coverage), String(edge.credited),
                    String(edge.passages.count),
                    edge.evidence.map { $0.kind.rawValue + ": " + $0.detail }.joined(separator: "; "),
                ])
            }
        }
    }

    var claims: ExportedFile {
        table(
            "claims",
            ["claim", "text", "kind", "modality", "polarity", "reports", "origins", "ultimateSources", "status"]
        ) { view, row in
            for claim in view.account.ledger.claims {
                row([
                    claim.id, claim.text, claim.kind.rawValue, claim.modality.rawValue, claim.polarity.rawValue,
                    String(claim.documents), String(claim.origins), String(claim.ultimateSources),
                    claim.status.rawValue,
                ])
            }
        }
    }

    var statements: ExportedFile {
        table(
            "statements",
            ["statement", "claim"] + Self.cited
                + [
                    "reading", "modality", "polarity", "chain", "ultimateSource", "ultimateSourceKind", "origin",
                    "time",
                ]
        ) { view, row in
            for claim in view.account.ledger.claims {
                for statement in claim.statements {
                    let source = view.ultimateSource(statement)
                    row(
                        [statement.id, claim.id] + cells(statement.citation, view) + [
                            statement.reading, statement.modality.rawValue, statement.polarity.rawValue,
                            statement.chain.map(\.name).joined(separator: " ← "), source?.name, source?.kind.rawValue,
                            statement.origin.description, statement.time,
                        ])
                }
            }
        }
    }

    private var figures: ExportedFile {
        table(
            "figures",
            ["figure", "slot", "verdict", "statement"] + Self.cited + ["low", "high", "bound", "unit", "thing"]
        ) {
            view, row in
            for figure in view.account.ledger.figures {
                for value in figure.values {
                    row(
                        [figure.id, figure.slot, figure.verdict.rawValue, value.statement] + cells(value.citation, view)
                            + [
                                value.amount.low.map(CSVTable.number), value.amount.high.map(CSVTable.number),
                                value.amount.bound.rawValue, value.unit, value.thing,
                            ])
                }
            }
        }
    }

    private var discrepancies: ExportedFile {
        table("discrepancies", ["discrepancy", "kind", "summary", "explanation"] + Self.cited) { view, row in
            for (index, item) in view.account.ledger.discrepancies.enumerated() {
                for citation in item.citations {
                    row(["d\(index + 1)", item.kind.rawValue, item.text, item.explanation] + cells(citation, view))
                }
            }
        }
    }

    private var quotations: ExportedFile {
        table("quotations", ["quotation"] + Self.cited + ["style", "speaker", "speakerAsWritten", "variants"]) {
            view, row in
            for entry in view.account.quotationEntries {
                row(
                    [entry.id] + cells(Citation(entry.document, entry.span), view) + [
                        entry.style.rawValue, entry.actor.map { view.name(ofActor: $0) },
                        entry.speaker.map { view.exact(Citation(entry.document, $0)) },
                        entry.variants.joined(separator: " "),
                    ])
            }
        }
    }

    private var actors: ExportedFile {
        table("actors", ["actor", "name", "kind", "names", "roles", "mentions", "reports"]) { view, row in
            for actor in view.account.world.actors {
                row([
                    actor.id, actor.name, actor.kind.rawValue, actor.names.joined(separator: "; "),
                    actor.roles.joined(separator: "; "), String(actor.mentions.count),
                    String(view.documents(of: actor.mentions).count),
                ])
            }
        }
    }

    private var events: ExportedFile {
        table(
            "events",
            ["event", "text", "type", "status", "start", "end", "place", "participants", "partOf", "claims"]
        ) { view, row in
            let places = Dictionary(view.account.world.places.map { ($0.id, $0.name) }, uniquingKeysWith: { a, _ in a })
            for event in view.account.world.events {
                row([
                    event.id, event.text, event.type, event.status.rawValue, event.start, event.end,
                    event.place.map { places[$0] ?? $0 },
                    event.participants.map { view.name(ofActor: $0) }.joined(separator: "; "), event.partOf,
                    event.claims.joined(separator: " "),
                ])
            }
        }
    }

    private var exchanges: ExportedFile {
        table("exchanges", ["from", "to", "thing", "figure", "inReturnFor", "status", "claims"] + Self.cited) {
            view, row in
            for exchange in view.account.world.exchanges {
                for citation in exchange.citations {
                    row(
                        [
                            view.name(ofActor: exchange.from), view.name(ofActor: exchange.to), exchange.thing,
                            exchange.figure, exchange.inReturnFor, exchange.status.rawValue,
                            exchange.claims.joined(separator: " "),
                        ] + cells(citation, view))
                }
            }
        }
    }

    private var places: ExportedFile {
        table("places", ["place", "name", "latitude", "longitude", "evidence"] + Self.cited) { view, row in
            for place in view.account.world.places {
                for (citation, evidence) in zip(place.citations, place.evidence) {
                    row(
                        [
                            place.id, place.name, CSVTable.number(place.latitude), CSVTable.number(place.longitude),
                            evidence.rawValue,
                        ] + cells(citation, view))
                }
            }
        }
    }

    private var timeline: ExportedFile {
        table("timeline", ["lane", "start", "end", "summary"] + Self.cited) { view, row in
            for entry in view.account.world.timeline {
                for citation in entry.citations {
                    row([entry.lane.rawValue, entry.start, entry.end, entry.text] + cells(citation, view))
                }
            }
        }
    }

    /// The columns of a citation.
    private static let cited = ["document", "report", "characterStart", "characterEnd", "exact"]

    private func cells(_ citation: Citation, _ view: ExportView) -> [String?] {
        let (start, end) = view.offsets(citation)
        return [
            citation.document.description, view.label(view.document(citation.document)), String(start), String(end),
            view.exact(citation),
        ]
    }
}
