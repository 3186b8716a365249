import Lexicons
import NewsModel

/// A quantity and what it counts, ready to be compared.
struct Figure: Sendable {
    /// Index into the document's quantities.
    var quantity: Int
    /// Kind of amount.
    var kind: Quantity.Kind
    /// The interval.
    var amount: Amount
    /// Unit symbol.
    var unit: String?
    /// Head noun of what is counted; "person" for `the dead`.
    var head: WordMeanings.Entry?
    /// The words before the head noun.
    var modifiers: [WordMeanings.Entry]
    /// What is counted, as read.
    var thing: String?
    /// Lemma of what the thing counted does or undergoes, where it stands beside the amount.
    var predicate: String?
    /// Concepts of that.
    var concepts: [Int32]
    /// The outcomes that those counted share: dead, injured, arrested.
    var outcomes: Set<Int32> = []
    /// Whether persons are counted.
    var isOfPersons = false
    /// What the number is to the whole that its report counts.
    var scope: FigureScope = .whole
    /// Why it may count something else than the report's own event.
    var caution = FigureCaution()
}

/// What a number is to the whole that its report counts.
enum FigureScope: Hashable, Sendable {
    /// The whole: `four people were killed`.
    case whole
    /// Some of a group that is counted elsewhere: `nine of the injured`, `including two children`.
    case part
    /// What is added to a count told before: `three more firefighters died`.
    case increment
    /// What another number is held against: `lower than the 31 given on Tuesday`, `up from 31`.
    case comparand
}
