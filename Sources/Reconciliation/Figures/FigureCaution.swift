import NewsModel
import TextCore

/// Reasons to doubt that a figure counts the event that the report is of, told from its sentence: without them two figures
/// that exclude one another would be called a conflict too often.
///
/// - another event or more than one: `in seven separate shootings`, `over the weekend`, `so far this year`, `the Nov. 5,
///   2009 rampage` in a report of 2014
/// - a rate: `19.3 deaths per 100,000 people`; one end of a range: `three- to ⟦four⟧-page`
/// - a link to another story: `RELATED: ⟦2⟧ dead in crash`
/// - who did it among the dead: `killing two people before taking his own life` is three dead for another report
/// - one more told apart: `four were shot and a fifth was hit by glass` are five hurt for another report
/// - what the report itself says was told first: `initial reports of two dead`
/// - the dead among the hurt: `four people were shot` and one of them died are three hurt for another report
/// - a case of long ago: `the church was torched in 1834 … and executed ⟦35⟧`
/// - one of several: `⟦one⟧ man was identified`
struct FigureCaution: Hashable, Sendable {
    var isOfSeveralEvents = false
    var isRate = false
    var hasDoerAmongDead = false
    var isOneInWords = false
    /// Whether the report tells nearby, and not beside the figure, of somebody who died: the dead may be counted among the
    /// hurt.
    var mayCountDead = false
    /// Whether the sentence tells of one more, apart from those counted: `four were shot and ⟦a fifth⟧ hit by glass`.
    var hasOneMore = false
    /// Whether the sentence says itself that it was so told first: `initial reports of two dead`.
    var isFirstReport = false

    init() {}

    /// What is doubtful of a quantity of `document`.
    init(_ quantity: Quantity, of document: Int, words: StoryWords, in analysis: Analysis) {
        guard let place = analysis.sentenceIndex(at: quantity.span.start) else { return }
        let sentence = analysis.sentences[place]
        let own = AttributionLayout.tokens(in: quantity.span, of: analysis)
        var (last, before) = ("", "")
        for token in sentence.tokens where !own.contains(token) {
            let form = words.form(document, token)
            if Self.events.contains(form.lemma), form.folded.hasSuffix("s"), form.folded != form.lemma {
                isOfSeveralEvents = true
            }
            if Self.spells.contains(form.folded), form.folded == "weekend" || Self.markers.contains(last) {
                isOfSeveralEvents = true
            }
            let isNext = own.upperBound <= token && token - own.upperBound <= 3
            if form.folded == "per", last != "as", isNext { isRate = true }
            if Self.selves.contains(form.folded) || form.folded == "life" && last == "own" { hasDoerAmongDead = true }
            if Self.doers.contains(form.lemma), last == "including" || last == "the" && before == "including" {
                hasDoerAmongDead = true
            }
            if form.folded == "per", token + 1 == own.lowerBound { isRate = true }
            // "a three- to ⟦four⟧-page note"
            let isTo = form.folded == "to" || form.folded == "or"
            if isTo, token + 1 == own.lowerBound, last.hasSuffix("-") { isRate = true }
            if Self.labels.contains(form.folded), token < own.lowerBound, own.lowerBound - token < 14,
                sentence.tokens.contains(token + 1), words.form(document, token + 1).folded == ":"
            {
                isOfSeveralEvents = true
            }
            if Self.others.contains(form.folded) { hasOneMore = true }
            if Self.firsts.contains(form.folded) { isFirstReport = true }
            before = last
            last = form.folded
        }
        if let published = analysis.document.metadata.published?.date {
            func tells(_ span: TextSpan, before days: Int) -> Bool {
                analysis.within(span, analysis.times, at: \.span).contains { time in
                    time.range?.end.map { published.dayNumber - $0.dayNumber > days } ?? false
                }
            }
            let near = max(0, place - 2)..<min(analysis.sentences.count, place + 3)
            isOfSeveralEvents =
                isOfSeveralEvents || tells(sentence.span, before: Self.longAgo)
                || near.contains { tells(analysis.sentences[$0].span, before: Self.history) }
        }
        let around = max(0, place - 8)..<min(analysis.sentences.count, place + 9)
        func tellsOfDead(_ number: Int) -> Bool {
            analysis.sentences[number].tokens.contains { Self.deaths.contains(words.form(document, $0).folded) }
        }
        mayCountDead = !tellsOfDead(place) && around.contains(where: tellsOfDead)
        isOneInWords = own.contains { words.form(document, $0).folded == "one" }
    }

    /// Days after which a date in a report is of something else than its news.
    private static let longAgo = 30
    /// Days after which a date makes what stands around it history.
    private static let history = 400
    private static let deaths: Set<String> = [
        "dead", "died", "dies", "killed", "kills", "killing", "fatal", "fatally", "death", "deaths", "slain",
    ]
    private static let others: Set<String> = [
        "another", "one", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth",
    ]
    /// What a link to another story begins with: `STORY: 1 dead in shooting at nightclub`.
    private static let labels: Set<String> = [
        "story", "related", "read", "more", "watch", "video", "photos", "previous", "previously", "also", "background",
    ]
    private static let firsts: Set<String> = ["initial", "initially", "originally", "preliminary", "earlier"]
    private static let events: Set<String> = [
        "shooting", "incident", "attack", "homicide", "murder", "crash", "accident", "killing", "stabbing", "fire",
        "explosion", "bombing", "blast", "raid", "strike", "clash", "protest", "case", "quake", "earthquake", "storm",
        "flood", "outbreak",
    ]
    private static let spells: Set<String> = ["weekend", "week", "month", "year", "decade", "century", "season"]
    private static let markers: Set<String> = ["this", "last", "past", "previous", "the", "each", "every", "a", "that"]
    private static let selves: Set<String> = ["himself", "herself", "themselves", "suicide", "murder-suicide"]
    private static let doers: Set<String> = [
        "gunman", "shooter", "attacker", "suspect", "bomber", "assailant", "killer",
    ]
}
