/// Words of the closed classes that tell how a clause is built.
enum ClosedClass {
    static let be = WordSet("am is are was were be been being 's 're 'm")
    static let have = WordSet("have has had having 've 'd 's")
    static let auxiliaries = WordSet(
        "am is are was were be been being have has had having do does did will would shall should can could may might "
            + "must to not n't 's 're 'm 've 'd 'll ca wo")
    static let that = WordSet("that")
    static let asWord = WordSet("as")
    static let by = WordSet("by")
    static let conjunctions = WordSet("and or & nor")
    static let coordinators = WordSet("and but or nor yet")
    /// Words that begin a clause of their own.
    static let subordinators = WordSet(
        "that because although though while whereas if unless until when whenever where after before since as once")
    static let relatives = WordSet("who which whom whose that")
    static let subjectPronouns = WordSet("i he she we they it you who")
    /// Prepositions that tie a noun to the one before it.
    static let nounPrepositions = WordSet("of for at from in on with to by near against over under between among about")
    static let calendar = WordSet(
        "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight january february march "
            + "april june july august september october november december")
    static let articles = WordSet("a an the")
    static let nominalAdjectives = WordSet("many several others most few more")
    /// Nouns of the occasion or medium of a statement: "said *in a statement*".
    static let occasions = WordSet(
        "statement interview interviews tweet tweets email letter letters speech speeches post posts briefing release "
            + "conference message messages video article call remarks comments testimony debate appearance address "
            + "editorial op-ed memo facebook twitter telegram television tv")
    static let timeAdverbs = WordSet("earlier later recently afterwards again then now also once already")
    static let timeHeads = WordSet(
        "week month year night day morning afternoon evening weekend summer winter spring fall")
    static let timeModifiers = WordSet("last this next that earlier late early every")
    /// Prepositions that part a cue from its content: "said *in* a statement that".
    static let circumstances = WordSet(
        "in on at during to after before via through by from with over about of for late early as ahead upon near amid "
            + "following under")
}
