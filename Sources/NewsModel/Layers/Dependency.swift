/// What a word is to its head: the relations of the English Universal Dependencies treebanks, subtypes included.
public enum Dependency: String, Sendable, CaseIterable {
    case acl
    case relativeClause = "acl:relcl"
    case advcl
    case adverbialRelativeClause = "advcl:relcl"
    case advmod
    case amod
    case appos
    case aux
    case passiveAux = "aux:pass"
    case `case`
    case cc
    case preconjunction = "cc:preconj"
    case ccomp
    case clf
    case compound
    case compoundParticle = "compound:prt"
    case conj
    case cop
    case csubj
    case outerClausalSubject = "csubj:outer"
    case passiveClausalSubject = "csubj:pass"
    case dep
    case det
    case predeterminer = "det:predet"
    case discourse
    case dislocated
    case expl
    case fixed
    case flat
    case foreign = "flat:foreign"
    case goeswith
    case iobj
    case list
    case mark
    case nmod
    case descriptiveModifier = "nmod:desc"
    case nominalAdverbOfNoun = "nmod:npmod"
    case unmarkedNominalModifier = "nmod:unmarked"
    case possessor = "nmod:poss"
    case timeOfNoun = "nmod:tmod"
    case nsubj
    case outerSubject = "nsubj:outer"
    case passiveSubject = "nsubj:pass"
    case nummod
    case obj
    case obl
    case agent = "obl:agent"
    case nominalAdverb = "obl:npmod"
    case time = "obl:tmod"
    case unmarkedOblique = "obl:unmarked"
    case orphan
    case parataxis
    case punct
    case reparandum
    case root
    case vocative
    case xcomp

    /// The relation of a label; that of its first part where the subtype is not known, `dep` where nothing is.
    public init(label: some StringProtocol) {
        self =
            Dependency(rawValue: String(label))
            ?? Dependency(rawValue: String(label.prefix { $0 != ":" })) ?? .dep
    }

    /// Whether a noun phrase is the subject of its head, active or passive.
    public var isSubject: Bool { self == .nsubj || self == .passiveSubject || self == .outerSubject }
}
