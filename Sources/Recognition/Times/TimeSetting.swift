import NewsModel

/// What is known when an expression is resolved: when the text was written, and the time that it speaks of so far.
struct TimeSetting: Sendable {
    /// The day of writing, where the document gives one.
    var written: CivilDate?
    /// What that day is, in words: "publication", "the dateline".
    var writtenName = "publication"
    /// Seconds since midnight of the writing, where they are known.
    var secondOfDay: Int?
    /// The last period with a year that the text named.
    var told: CalendarPeriod?
    /// Whether the paragraph itself named that period.
    var isToldHere = false
    /// Which way numeric dates are read.
    var dateOrder: DateOrder = .undecided
    /// The day that the sentence speaks of, for a clock time.
    var day: CivilDate?
    /// The tense that governs the expression.
    var tense: TimeTense?
    /// Whether a past verb stands right beside the expression.
    var isPastBeside = false
    /// The preposition before it.
    var signal: Signal?

    /// What a preposition says of an expression.
    enum Signal: Sendable { case since, until, by, before, after, from, `in` }
}

/// How a text orders day and month in numeric dates.
public enum DateOrder: Sendable {
    case monthFirst, dayFirst
    /// Not known: "6/7/2024" stays open.
    case undecided
}

/// An expression placed in the calendar.
struct ResolvedTime: Sendable {
    var kind: TimeExpression.Kind
    var value: String
    var resolution: TimeExpression.Resolution
    /// The steps, each a phrase.
    var steps: [String]
    var range: DateRange?
    /// The period it names, where it is one with a year.
    var period: CalendarPeriod?
    var modifier: TimeModifier?
}
