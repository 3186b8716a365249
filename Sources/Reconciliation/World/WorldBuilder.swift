import Lexicons
import NewsModel
import TextCore

/// Builds the world that the reports describe from what was read of them: actors are given, the rest follows from the
/// statements.
struct WorldBuilder {
    let analyses: [Analysis]
    let drafts: [Draft]
    let ledger: Ledger
    let words: StoryWords
    let facts: WordFacts
    let transfers: TransferWords
    let interactions: InteractionWords
    let moveVerbs: MoveVerbs
    let finder: PlaceFinder
    let participants: Participants
    /// All actors; the first `acting` of them take part in the story.
    let actors: [Actor]
    let acting: Int

    /// The world.
    func world() -> World {
        var world = World()
        world.actors = Array(actors.prefix(acting))
        world.places = finder.places()
        let clock = EventClock(analyses, solved: ledger.solvedTimes)
        var claims: [Citation: String] = [:]
        for claim in ledger.claims {
            for statement in claim.statements where claims[statement.citation] == nil {
                claims[statement.citation] = claim.id
            }
        }
        let parties = Parties(analyses: analyses, actors: actors, countries: finder.countries, numbers: participants)
        let told = TransferReader(
            analyses: analyses, drafts: drafts, words: words, facts: facts, transfers: transfers, parties: parties
        ).read()
        let known = Set(world.actors.map(\.id))
        world.exchanges = ExchangeFinder(
            transfers: told, drafts: drafts, ledger: ledger, parties: parties, claims: claims
        ).exchanges().filter { known.contains($0.from) && known.contains($0.to) }
        let tellings = TellingReader(
            analyses: analyses, drafts: drafts, facts: facts, words: words, places: finder, clock: clock,
            parties: parties, actors: actors, deeds: EventDeeds(facts))
        world.events = EventFinder(
            reader: tellings, claims: claims, placeIDs: finder.ids(of: world.places), interactions: interactions
        ).events().map { event in
            var event = event
            event.participants.removeAll { !known.contains($0) }
            return event
        }
        let moves = MoveReader(
            analyses: analyses, drafts: drafts, words: words, facts: facts, interactions: interactions,
            verbs: moveVerbs, parties: parties, clock: clock
        ).moves()
        world.threads = ThreadFinder(
            moves: moves, drafts: drafts, analyses: analyses, actors: actors, parties: parties, claims: claims
        ).threads().filter { thread in thread.steps.allSatisfy { known.contains($0.actor) } }
        world.relations = RelationFinder(
            analyses: analyses, words: words, participants: participants, actors: actors
        ).relations().filter { known.contains($0.from) && known.contains($0.to) }
        world.timeline = TimelineBuilder(
            analyses: analyses, ledger: ledger, clocks: clock, speech: SpeechTimes(analyses: analyses, words: words)
        ).entries()
        return world
    }
}
