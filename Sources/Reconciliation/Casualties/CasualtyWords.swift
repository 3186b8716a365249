/// The words that tell what befell somebody.
enum CasualtyWords {
    /// What befell somebody; being hit by a bullet may be either.
    enum Outcome: Sendable { case killed, injured, hit }

    /// Verbs and participles whose object, or whose subject in the passive, is the victim.
    static let transitive: [String: Outcome] = [
        "kill": .killed, "murder": .killed, "slay": .killed, "execute": .killed, "slaughter": .killed,
        "assassinate": .killed, "injure": .injured, "wound": .injured, "hurt": .injured, "hospitalize": .injured,
        "hospitalise": .injured, "maim": .injured, "graze": .injured, "stab": .injured, "burn": .injured,
        "shoot": .hit, "gun": .hit, "strike": .hit, "hit": .hit, "behead": .killed,
    ]
    /// Verbs whose subject is the victim.
    static let intransitive: [String: Outcome] = [
        "die": .killed, "succumb": .killed, "perish": .killed, "drown": .killed, "suffocate": .killed,
    ]
    /// Adjectives.
    static let adjectives: [String: Outcome] = [
        "dead": .killed, "deceased": .killed, "lifeless": .killed, "slain": .killed, "injured": .injured,
        "wounded": .injured, "hurt": .injured,
    ]
    /// Nouns whose "of" or owner is the victim.
    static let nouns: [String: Outcome] = [
        "death": .killed, "killing": .killed, "murder": .killed, "slaying": .killed, "homicide": .killed,
        "shooting": .hit, "wounding": .injured, "injury": .injured,
    ]
    /// What was found of somebody dead: "the bodies of four men".
    static let bodies: Set<String> = ["body", "corpse", "remains"]
    /// Beginnings of verbs that take lives.
    static let taking: Set<String> = ["claim", "took", "take", "taking", "cost"]
    /// What is suffered: `suffered a fatal gunshot wound`.
    static let wounds: Set<String> = ["wound", "injury"]
    /// Verbs of having it.
    static let suffering = ["suffer", "sustain", "receive"]
    /// Verbs of those who live on.
    static let living: Set<String> = ["survive", "recover", "recuperate"]
    /// How somebody in a hospital is: `in ⟦critical⟧ condition`.
    static let states: Set<String> = [
        "critical", "serious", "stable", "grave", "fair", "good", "guarded", "satisfactory", "stabilized", "poor",
    ]
    /// Words of death.
    static let dying: Set<String> = ["dead", "died", "dies", "die", "dying", "bodies", "slain", "claimed"]
    /// How other words of death begin.
    static let deathly: [String] = [
        "death", "kill", "fatal", "homicid", "murder", "slay", "manslaughter", "suicid", "deceased", "corpse", "execut",
        "massacre", "gunned", "funeral", "mourn", "autopsy", "coroner", "succumb", "perish",
    ]
    /// Who did it.
    static let suspects: Set<String> = ["gunman", "suspect", "shooter", "attacker", "assailant", "killer", "gunmen"]
    /// Which victim of all.
    static let ranks: [String: Int] = [
        "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "3rd": 3, "4th": 4,
        "5th": 5, "6th": 6, "7th": 7, "8th": 8,
    ]
    /// What stands behind numbers that count no persons.
    static let uncounted: Set<String> = [
        "-", "year", "years", "caliber", "calibre", "times", "shots", "rounds", "p.m", "p.m.", "a.m", "a.m.", "pm",
        "am",
    ]
    /// What befell those counted as suspects; what comes behind it befell others: `6 arrested after home invasion leaves boy dead`.
    static let pursued: Set<String> = [
        "arrested", "charged", "indicted", "sought", "wanted", "held", "jailed", "after", "when", "before", "convicted",
        "sentenced", "accused", "suspected",
    ]
    /// What may stand between a number and what befell those counted.
    static let passed: Set<String> = [
        "of", "the", "them", "whom", "which", "who", "young", "victims", "left", "later", "his", "her", "'s", "remain",
        "remains", "remained", "listed", "being",
    ]
    /// Beginnings of lines that lead to other reports.
    static let links: Set<String> = ["related", "more", "read", "also", "watch", "video", "previous"]
    /// What stands before the number of a day.
    static let months: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
    ]
    /// Where the hurt are brought.
    static let hospitals: Set<String> = ["hospital", "hospitals", "hospitalized", "medical", "surgery", "trauma"]
    /// Adverbs that make a hit or a wound a death.
    static let fatal: Set<String> = ["fatally", "mortally"]
    /// "a triple homicide".
    static let multiples: [String: Int] = ["double": 2, "triple": 3, "quadruple": 4, "quintuple": 5]
    /// Verbs after which a deed is not done.
    static let undone: Set<String> = [
        "threaten", "try", "attempt", "plan", "want", "plot", "conspire", "refuse", "vow", "intend",
    ]
    /// What stands behind those counted: `3 dead`, `four were shot`.
    static let suffered: [String: Outcome] = [
        "dead": .killed, "killed": .killed, "died": .killed, "dies": .killed, "die": .killed, "slain": .killed,
        "murdered": .killed, "drowned": .killed, "drown": .killed, "perished": .killed, "perish": .killed,
        "suffocated": .killed, "bodies": .killed, "corpses": .killed, "injured": .injured, "wounded": .injured,
        "hurt": .injured, "hospitalized": .injured, "hospitalised": .injured, "shot": .hit, "struck": .hit, "hit": .hit,
    ]
    /// What stands before those counted: `killing 2`, `wounded three`, `the deaths of four`.
    static let doing: [String: Outcome] = [
        "killing": .killed, "killed": .killed, "kills": .killed, "kill": .killed, "murdering": .killed,
        "murdered": .killed, "deaths": .killed, "death": .killed, "killings": .killed, "murders": .killed,
        "murder": .killed, "slayings": .killed, "bodies": .killed, "drowning": .killed, "lives": .killed,
        "injuring": .injured, "injured": .injured,
        "injures": .injured, "injure": .injured, "wound": .injured, "wounding": .injured, "wounded": .injured,
        "wounds": .injured, "hurting": .injured,
        "hitting": .hit, "striking": .hit, "struck": .hit, "shooting": .hit, "shot": .hit, "shoots": .hit,
    ]
    /// Of those, verbs that end as nouns do: `kills 1, wounds 12`.
    static let present: Set<String> = ["kills", "wounds", "injures", "shoots", "injure", "wound", "kill"]
    /// Verbs of bringing somebody to hospital.
    static let moved: Set<String> = [
        "taken", "rushed", "transported", "airlifted", "sent", "flown", "put", "brought", "treated", "transferred",
    ]
    /// The same before whom they bring there: `sent ⟦three⟧ people to hospital`.
    static let moving: Set<String> = [
        "put", "puts", "putting", "sent", "sends", "sending", "landed", "lands", "landing",
    ]
    /// What a single death is called: `investigating a ⟦homicide⟧`.
    static let cases: Set<String> = ["homicide", "murder", "slaying", "killing", "fatality"]
    /// Words that take back what the sentence says.
    static let retracted: Set<String> = [
        "initially", "originally", "incorrect", "incorrectly", "erroneously", "mistakenly",
    ]
    /// Numbers in words.
    static let numbers: [String: Int] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
        "eighteen": 18, "nineteen": 19, "couple": 2, "both": 2,
    ].merging(tens) { first, _ in first }
    /// The first of two words of a number: `thirty-two`.
    static let tens: [String: Int] = [
        "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ]
    /// What makes a sentence with "year" one of statistics.
    static let spans: Set<String> = ["this", "last", "every", "each", "per"]
    /// Words that tell of other cases than the one reported.
    static let elsewhere: Set<String> = [
        "annually", "statistics", "homicides", "shootings", "incidents", "separate", "unrelated", "nationwide",
        "citywide", "since", "retaliation", "revenge",
    ]
}
