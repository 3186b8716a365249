import NewsModel
import TextCore

extension SampleStory {
    static func world(_ b: AccountBuilder) -> World {
        func actor(
            _ number: Int, _ kind: Mention.Kind, _ names: [String], roles: [String] = [], _ mentions: [Citation],
            chains: [(String, Int)] = []
        ) -> Actor {
            Actor(
                id: "a\(number)", name: names[0], kind: kind, names: names, roles: roles, mentions: mentions.sorted(),
                chains: chains.map { .init(document: b.id($0.0), chain: $0.1) })
        }
        var world = World()
        world.actors = [
            actor(
                1, .person, ["Irena Vasko", "Irena Vasko\u{301}", "the regional governor"], roles: ["Governor"],
                [
                    b.cite("gazette", "the regional governor"), b.cite("gazette", "Governor Irena Vasko"),
                    b.cite("ledger", "the regional governor"), b.cite("ledger", "Governor Irena Vasko"),
                    b.cite("meridian", "Governor Irena Vasko\u{301}"),
                ], chains: [("gazette", 0), ("ledger", 0), ("meridian", 0)]),
            actor(
                2, .person, ["Dmitri Lazar"], roles: ["fire chief"],
                [b.cite("herald", "Dmitri Lazar"), b.cite("meridian", "Dmitri Lazar")], chains: [("herald", 0)]),
            actor(
                3, .person, ["Mara Petrov"], roles: ["Union leader"], [b.cite("herald", "Mara Petrov")],
                chains: [("herald", 1)]),
            actor(
                4, .organisation, ["port authority", "Port officials"],
                [b.cite("gazette", "the port authority"), b.cite("herald", "the port authority")]),
            actor(5, .organisation, ["Halden Re"], roles: ["Insurer"], [b.cite("herald", "Halden Re")]),
            actor(6, .organisation, ["Agrimar"], roles: ["the terminal's owner"], [b.cite("herald", "Agrimar")]),
        ]
        world.places = [
            Place(
                id: "p1", name: "Port Kelmar", latitude: 43.91, longitude: 29.87,
                citations: [
                    b.cite("gazette", "PORT KELMAR"), b.cite("gazette", "Port Kelmar", after: "grain terminal of"),
                    b.cite("ledger", "Port Kelmar"), b.cite("herald", "Port Kelmar", after: "burning silos of"),
                    b.cite("meridian", "Port Kelmar", after: "grain terminal in"),
                ],
                evidence: [.dateline, .event, .event, .event, .event])
        ]
        world.relations = [
            Relation(
                from: "a5", to: "a6", text: "Insurer",
                citations: [
                    b.cite("herald", "Insurer Halden Re could pay up to $40 million to the terminal's owner, Agrimar")
                ])
        ]
        world.events = [
            Event(
                id: "e1", text: "Port officials had been warned of dust in the silos in March",
                participants: ["a3", "a4"], place: nil, start: "2024-03-04", end: "2024-03-04", claims: ["c3", "c7"]),
            Event(
                id: "e2", text: "an explosion tore through the grain terminal of Port Kelmar", participants: [],
                place: "p1", start: "2024-05-14", end: "2024-05-14", claims: ["c1", "c2", "c4"]),
            Event(
                id: "e3", text: "Rescue workers have recovered 17 bodies", participants: ["a2"], place: "p1",
                start: "2024-05-15", end: "2024-05-15", claims: ["c5"], partOf: "e2"),
            Event(
                id: "e4", text: "Insurer Halden Re could pay up to $40 million", participants: ["a5", "a6"], place: nil,
                start: nil, end: nil, claims: ["c8"], status: .planned, type: "AID"),
        ]
        world.exchanges = [
            Exchange(
                from: "a5", to: "a6", thing: "up to $40 million", figure: nil, inReturnFor: nil, status: .possible,
                claims: ["c8"],
                citations: [
                    b.cite("herald", "Halden Re could pay up to $40 million to the terminal's owner, Agrimar")
                ])
        ]
        world.threads = [
            ExchangeThread(steps: [
                ExchangeThread.Step(
                    kind: "THREATEN", actor: "a3", towards: "a4", answers: nil,
                    text: "she had written to the port authority on 4 March", start: "2024-03-04", end: "2024-03-04",
                    claims: ["c7"], citations: [b.cite("herald", "she had written to the port authority on 4 March")]),
                ExchangeThread.Step(
                    kind: "REJECT", actor: "a4", towards: nil, answers: 0,
                    text: "The port authority denies that it was warned", start: nil, end: nil, claims: [],
                    citations: [b.cite("herald", "The port authority denies that it was warned")]),
            ])
        ]
        world.timeline = [
            TimelineEntry(
                start: "2024-03", end: "2024-03", text: "Port officials had been warned of dust in the silos",
                citations: [b.cite("gazette", "Port officials had been warned of dust in the silos in March")]),
            TimelineEntry(
                start: "2024-03-04", end: "2024-03-04", text: "Mara Petrov had written to the port authority",
                citations: [b.cite("herald", "she had written to the port authority on 4 March")]),
            TimelineEntry(
                start: "2024-05-14", end: "2024-05-14", text: "an explosion tore through the grain terminal",
                citations: [
                    b.cite("gazette", "an explosion tore through the grain terminal"),
                    b.cite("ledger", "An explosion tore through the grain terminal"),
                ]),
            TimelineEntry(
                start: "2024-05-15", end: "2024-05-15", text: "Rescue workers have recovered 17 bodies",
                citations: [b.cite("herald", "Rescue workers have recovered 17 bodies")]),
            TimelineEntry(
                start: "2024-05-15", end: "2024-05-15", text: "the fire service told the Northern Herald on Wednesday",
                citations: [b.cite("herald", "the fire service told the Northern Herald on Wednesday")],
                lane: .statement),
        ]
        return world
    }
}
