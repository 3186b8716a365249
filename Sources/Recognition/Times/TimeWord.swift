/// What a word can be in a time expression. Most words are nothing; "second" is an ordinal and a unit.
struct TimeWord: Sendable {
    /// Roles that need no value.
    struct Roles: OptionSet, Sendable {
        let rawValue: UInt64
        static let of = Roles(rawValue: 1 << 0)
        static let `in` = Roles(rawValue: 1 << 1)
        static let on = Roles(rawValue: 1 << 2)
        static let at = Roles(rawValue: 1 << 3)
        static let and = Roles(rawValue: 1 << 4)
        static let to = Roles(rawValue: 1 << 5)
        static let until = Roles(rawValue: 1 << 6)
        static let through = Roles(rawValue: 1 << 7)
        static let from = Roles(rawValue: 1 << 8)
        static let between = Roles(rawValue: 1 << 9)
        static let since = Roles(rawValue: 1 << 10)
        static let before = Roles(rawValue: 1 << 11)
        static let after = Roles(rawValue: 1 << 12)
        static let by = Roles(rawValue: 1 << 13)
        static let during = Roles(rawValue: 1 << 14)
        static let within = Roles(rawValue: 1 << 15)
        static let `for` = Roles(rawValue: 1 << 16)
        static let over = Roles(rawValue: 1 << 17)
        /// "old", "aged": the number is an age.
        static let old = Roles(rawValue: 1 << 18)
        static let half = Roles(rawValue: 1 << 19)
        static let quarterOf = Roles(rawValue: 1 << 20)
        static let yearWord = Roles(rawValue: 1 << 21)
        static let weekWord = Roles(rawValue: 1 << 22)
        static let quarterLetter = Roles(rawValue: 1 << 23)
        static let hourLetter = Roles(rawValue: 1 << 24)
        /// "his", "their": "in her 30s" is an age.
        static let owner = Roles(rawValue: 1 << 25)
        /// "st", "nd", "rd", "th" after digits.
        static let suffix = Roles(rawValue: 1 << 26)
        static let letterS = Roles(rawValue: 1 << 27)
        static let possessive = Roles(rawValue: 1 << 28)
        /// "this coming": the nearest one.
        static let nearest = Roles(rawValue: 1 << 29)
        /// "date" in "the year to date".
        static let dateWord = Roles(rawValue: 1 << 30)
        static let zoneBase = Roles(rawValue: 1 << 31)
        /// "previous", which looks back from the time told of where there is one.
        static let previous = Roles(rawValue: 1 << 32)
        static let bc = Roles(rawValue: 1 << 33)
        /// Another word when it is not capitalised: "may", "march", "sun", "fall".
        static let cased = Roles(rawValue: 1 << 34)
        /// Also a given name: "April Jones".
        static let given = Roles(rawValue: 1 << 35)
        static let onward = Roles(rawValue: 1 << 36)
        /// "starting", "beginning": what follows is a first day.
        static let starting = Roles(rawValue: 1 << 37)
        /// "No.", "page", "Boeing": the number after it counts or names something else.
        static let label = Roles(rawValue: 1 << 38)
        static let article = Roles(rawValue: 1 << 39)
        static let one = Roles(rawValue: 1 << 40)
        static let per = Roles(rawValue: 1 << 41)
        static let plural = Roles(rawValue: 1 << 42)
        /// A short form that only counts beside a number or capitalised: "Jan", "Tue".
        static let short = Roles(rawValue: 1 << 43)
        static let ago = Roles(rawValue: 1 << 44)
        static let later = Roles(rawValue: 1 << 45)
        static let earlier = Roles(rawValue: 1 << 46)
        static let fromNow = Roles(rawValue: 1 << 47)
        static let oclock = Roles(rawValue: 1 << 48)
        static let localZone = Roles(rawValue: 1 << 49)
        static let hedge = Roles(rawValue: 1 << 50)
        static let vague = Roles(rawValue: 1 << 51)
        /// May stand between a number and its unit: "three consecutive days".
        static let filler = Roles(rawValue: 1 << 52)
        /// A name in which a time word stands: "Sheffield Wednesday".
        static let name = Roles(rawValue: 1 << 53)
        static let honorific = Roles(rawValue: 1 << 54)
        /// "takes", "was": "a year" after it is a length, not a rate.
        static let taker = Roles(rawValue: 1 << 55)
        static let functional = Roles(rawValue: 1 << 56)
        /// "percent", "people": the number before it is an amount of it.
        static let counted = Roles(rawValue: 1 << 57)
        static let superlative = Roles(rawValue: 1 << 58)
        static let overnight = Roles(rawValue: 1 << 59)
        /// "past", which counts back from now, where "last" names the one before this.
        static let past = Roles(rawValue: 1 << 60)
        static let than = Roles(rawValue: 1 << 61)
        static let ageWord = Roles(rawValue: 1 << 62)
        /// "will", "to": "last" after it is a verb.
        static let modal = Roles(rawValue: 1 << 63)

        /// The roles by their names in the resource file.
        static let named: [String: Roles] = [
            "of": .of, "in": .in, "on": .on, "at": .at, "and": .and, "to": .to, "until": .until,
            "through": .through, "from": .from, "between": .between, "since": .since, "before": .before,
            "after": .after, "by": .by, "during": .during, "within": .within, "for": .for, "over": .over,
            "old": .old, "half": .half, "quarterOf": .quarterOf, "yearWord": .yearWord, "weekWord": .weekWord,
            "quarterLetter": .quarterLetter, "hourLetter": .hourLetter, "owner": .owner,
            "suffix": .suffix, "letterS": .letterS, "possessive": .possessive, "nearest": .nearest,
            "dateWord": .dateWord, "zoneBase": .zoneBase, "previous": .previous, "bc": .bc, "cased": .cased,
            "given": .given,
            "onward": .onward, "starting": .starting, "modal": .modal, "label": .label,
            "filler": .filler, "name": .name, "honorific": .honorific, "taker": .taker, "functional": .functional,
            "counted": .counted, "superlative": .superlative, "overnight": .overnight, "past": .past, "than": .than,
            "ageWord": .ageWord,
        ]
    }

    var roles: Roles = []
    /// 1 is January.
    var month: Int?
    /// 1 is Monday; `plural` where it is "Mondays".
    var weekday: Int?
    var season: Season?
    /// `plural` where it is "mornings".
    var part: DayPart?
    /// Minute of the day: "noon".
    var clock: Int?
    var unit: TimeUnit?
    /// A number word; the decade of "nineties" is in `decade`.
    var number: Int?
    /// "hundred", "thousand".
    var scale: Int?
    var ordinal: Int?
    /// "nineties": 90; "noughties": 2000.
    var decade: Int?
    /// An amount without a number: nil value means unknown ("several"), 2 is "a couple of".
    var vagueCount: Int?
    /// Last, this, next, seen from the time of writing.
    var shift: Int?
    /// Preceding, that, following, seen from the time the text speaks of.
    var turn: Int?
    /// Days from today.
    var deictic: Int?
    /// "tonight".
    var tonight = false
    /// PAST_REF, PRESENT_REF, FUTURE_REF.
    var reference: String?
    /// The TIMEX3 value of "weekly".
    var set: String?
    /// "every": 1, "every other": 2.
    var every: Int?
    /// "once", "twice".
    var times: Int?
    var position: TimeModifier?
    var hedge: TimeModifier?
    /// "FY", "SY".
    var fiscal: String?
    /// "week-long": one of the unit.
    var long: TimeUnit?
    /// "weeks-long": an unknown number of the unit.
    var longs: TimeUnit?
    /// "year-end", "midyear": a part of the year or month of writing.
    var edge: (unit: TimeUnit, position: TimeModifier)?
    /// 0 is a.m., 12 is p.m.
    var meridiem: Int?
    /// Minutes from UTC in winter.
    var zone: Int?
    /// Whether the zone's name holds in summer too, when it is an hour ahead: "ET", "Pacific time".
    var isZoneOfBothSeasons = false
    /// The tense a verb form tells.
    var tense: TimeTense?
    /// Rule of a holiday (``HolidayRule``).
    var holiday: HolidayRule?
}

extension TimeWord {
    /// Adds a row of the resource file.
    ///
    /// - Returns: false where the role or value is not known.
    mutating func add(role: String, value: String) -> Bool {
        switch role {
        case "role":
            guard let named = Roles.named[value] else { return false }
            roles.formUnion(named)
        case "month": month = Int(value)
        case "month-short":
            month = Int(value)
            roles.insert(.short)
        case "weekday": weekday = Int(value)
        case "weekdays":
            weekday = Int(value)
            roles.insert(.plural)
        case "weekday-short":
            weekday = Int(value)
            roles.insert(.short)
        case "season": season = Season(rawValue: value)
        case "part": part = DayPart(rawValue: value)
        case "parts":
            part = DayPart(rawValue: value)
            roles.insert(.plural)
        case "clock": clock = Int(value)
        case "unit": unit = TimeUnit(code: value)
        case "units":
            unit = TimeUnit(code: value)
            roles.insert(.plural)
        case "fiscal": fiscal = value
        case "yearpart": edge = TimeModifier(rawValue: value).map { (.year, $0) }
        case "monthpart": edge = TimeModifier(rawValue: value).map { (.month, $0) }
        case "yearlong": long = TimeUnit(code: value)
        case "yearslong": longs = TimeUnit(code: value)
        case "number": number = Int(value)
        case "scale": scale = Int(value)
        case "ordinal": ordinal = Int(value)
        case "decade": decade = Int(value)
        case "vague":
            vagueCount = Int(value)
            roles.insert(.vague)
        case "article": roles.insert(.article)
        case "one":
            number = 1
            roles.formUnion([.one])
        case "shift": shift = Int(value)
        case "turn": turn = Int(value)
        case "deictic": deictic = Int(value)
        case "tonight": tonight = true
        case "reference": reference = value
        case "set": set = value
        case "every": every = Int(value)
        case "per": roles.insert(.per)
        case "times": times = Int(value)
        case "position": position = TimeModifier(rawValue: value)
        case "hedge":
            hedge = TimeModifier(rawValue: value)
            roles.insert(.hedge)
        case "ago": roles.insert(.ago)
        case "later": roles.insert(.later)
        case "earlier": roles.insert(.earlier)
        case "from-now": roles.insert(.fromNow)
        case "meridiem": meridiem = Int(value)
        case "oclock": roles.insert(.oclock)
        case "zone":
            zone = Int(value)
            if value == "local" { roles.insert(.localZone) }
        case "zone-both":
            zone = Int(value)
            isZoneOfBothSeasons = true
        case "tense":
            tense = TimeTense(rawValue: value)
            return tense != nil
        case "holiday":
            holiday = HolidayRule(value)
            return holiday != nil
        default: return false
        }
        return true
    }
}
