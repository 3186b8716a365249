public import Lexicons
public import NewsModel
import TextCore

/// Adds times, dates, durations and sets with their TIMEX3 values (ISO 24617-1).
///
///     on ⟦June 18⟧, 2024-06-17 being the day of publication     DATE 2024-06-18
///     for the first time in ⟦24 years⟧                          DURATION P24Y
///     ⟦last fall⟧                                               DATE 2023-FA
///     ⟦a couple of months later⟧, after "September 2023"        DATE 2023-11 APPROX
///     a ⟦two-day⟧ visit                                         DURATION P2D
///     not: a 24-year-old, Theresa May said, 2000 people, they may
///
/// Dates are counted from the publication time of the document's metadata, where there is one; otherwise what needs it
/// stays partial ("XXXX-06-18") or unresolved. No year is ever invented.
public struct TimeRecognizer: Annotator {
    private let lexicon: TimeLexicon
    private let dateOrder: DateOrder

    /// Prepares a recogniser.
    ///
    /// - Parameter dateOrder: how "6/7/2024" is read; undecided unless the documents are known to keep one order.
    /// - Throws: where a resource file is missing or damaged.
    public init(
        resources: ResourceDirectory, dateOrder: DateOrder = .undecided
    ) throws(ResourceDirectory.Failure) {
        lexicon = try TimeLexicon(resources: resources)
        self.dateOrder = dateOrder
    }

    public func annotate(_ analysis: inout Analysis) {
        var setting = TimeSetting()
        setting.dateOrder = dateOrder
        if let published = analysis.document.metadata.published, published.precision.isDay {
            setting.written = published.date
            setting.secondOfDay = published.secondOfDay
        }
        var found: [TimeExpression] = []
        for block in analysis.document.blocks {
            let tokens = TimeLexer.tokens(of: analysis.text, in: block.span, lexicon: lexicon)
            let grammar = TimeGrammar(tokens: tokens, lexicon: lexicon)
            found += TimeTeller(grammar: grammar, setting: setting).expressions(leaving: &setting)
        }
        analysis.times = found.sorted { $0.span < $1.span }
    }
}

extension PublicationTime.Precision {
    /// Whether the day is known.
    fileprivate var isDay: Bool {
        switch self {
        case .second, .minute, .hour, .day: true
        case .month, .year, .unknown: false
        }
    }
}
