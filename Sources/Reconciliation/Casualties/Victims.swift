/// Persons whom a sentence says something befell.
struct Victims: Sendable {
    /// The token that names them.
    var head: Int
    var outcome: CasualtyWords.Outcome
    /// How many; nil where the sentence does not say ("several people").
    var count: Int?
    /// Whether a number stands before them.
    var isNumbered: Bool
    /// Whether they come beside those told of before: "another man", "two others".
    var isOther: Bool
    /// Whether they are some of those told of before: "one of them", "including a child".
    var isPart: Bool
    /// Index of the coreference chain, where it is known who is meant.
    var chain: Int?
    /// What is told of the one that they are; nil of several.
    var profile: VictimProfile?
    /// Whether a name or a description stands there, no pronoun.
    var isDescribed: Bool
    /// The last "after" or "when" before them, which tells of what the rest of the sentence came from.
    var clause: Int?
    /// Whether somebody is told to have done it to them, who is none of them: `killed ⟦three⟧`, not `⟦three⟧ are dead`.
    var isDoneTo = false
    /// The token of the deed that befell them; whom one deed befell are told apart.
    var deed: Int?
    /// The chain of who did it, where it is told.
    var doer: Int?
    /// Whether they are called the one who did it: "the gunman".
    var isSuspect = false
    /// Whether the sentence tells of them as of another day: "days after ⟦a girl⟧ was shot".
    var isEarlier = false
    /// Whether only how they are is told, which may be told of some: "two are in critical condition".
    var isState = false
    /// Whether they are all of them: "all three", "both".
    var isAll = false
    /// Whether the number is told of a count of all: `the death toll rose to ⟦seven⟧`.
    var isTotal = false
    /// Which one they are: 5 for "a fifth victim".
    var rank: Int?
    /// Whether they did it themselves: `shot ⟦himself⟧`.
    var isSelf = false
}
