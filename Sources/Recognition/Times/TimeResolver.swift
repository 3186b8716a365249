import NewsModel

/// Places what expressions say in the calendar. A pure function of meaning and setting.
struct TimeResolver {
    let setting: TimeSetting

    /// Resolves a meaning.
    func resolve(_ meaning: TimeMeaning) -> ResolvedTime {
        switch meaning {
        case .calendar(let fields): calendar(fields)
        case .shifted(let unit, let by, let viewpoint, let within):
            shifted(unit, by: by, from: viewpoint, within: within)
        case .directed(let fields, let by, let viewpoint): directed(fields, by: by, from: viewpoint)
        case .distant(let length, let ahead, let anchor): distant(length, ahead: ahead, from: anchor)
        case .stretch(let length, let ahead): stretch(length, ahead: ahead)
        case .portion(let length, let atEnd, let whole): portion(length, atEnd: atEnd, of: whole)
        case .length(let length): self.length(length)
        case .age(let start, let digits, let open): age(start, digits: digits, open: open)
        case .repeated(let value, let how):
            ResolvedTime(kind: .set, value: value, resolution: .explicit, steps: [how])
        case .reference(let value): reference(value)
        case .interval(let a, let b): interval(a, b)
        }
    }

    // MARK: Building results

    /// A known period, with the time of day that may be said.
    func placed(
        _ period: CalendarPeriod, _ fields: CalendarFields = CalendarFields(), _ resolution: TimeExpression.Resolution,
        _ steps: [String]
    ) -> ResolvedTime {
        var fields = fields
        if let clock = fields.clock, clock.followsSummerTime, period.first.isSummerTimeInTheUnitedStates {
            fields.clock?.zone = clock.zone.map { $0 + 60 }
        }
        let value = fields.isTime ? TimexValue.text(fields, date: period.first) : period.value
        return ResolvedTime(
            kind: fields.isTime ? .time : .date, value: value, resolution: resolution, steps: steps,
            range: period.range, period: period)
    }

    /// Something of which a part is missing.
    func partial(_ fields: CalendarFields, _ reason: String) -> ResolvedTime {
        ResolvedTime(
            kind: fields.isTime ? .time : .date, value: TimexValue.text(fields, date: nil), resolution: .partial,
            steps: [reason])
    }

    /// A period of which nothing is known but the unit.
    func unknown(_ unit: TimeUnit, _ reason: String) -> ResolvedTime {
        ResolvedTime(
            kind: .date, value: CalendarPeriod.unknownValue(unit), resolution: .unresolved, steps: [reason])
    }

    /// "publication on 2024-06-17".
    var anchorName: String { setting.written.map { "\(setting.writtenName) on \($0)" } ?? "" }

    static let noAnchor = "the text gives no date to count from"

    /// The day and its name from which "last" or "later" are seen.
    func base(_ viewpoint: TimeViewpoint) -> (period: CalendarPeriod, name: String)? {
        if viewpoint == .telling, let told = setting.told { return (told, "the \(told.value) told of before") }
        return setting.written.map { (CalendarPeriod(.day, holding: $0), anchorName) }
    }

    /// Whether the sentence, or "by" and "until", look ahead.
    var looksAhead: Bool {
        setting.tense == .future || setting.tense == nil && (setting.signal == .by || setting.signal == .until)
    }

    // MARK: Lengths, sets, references

    private func length(_ length: TimeLength) -> ResolvedTime {
        ResolvedTime(
            kind: .duration, value: length.value, resolution: length.isCounted ? .explicit : .partial,
            steps: [length.isCounted ? "a length of time" : "a length of time whose number is not said"])
    }

    private func stretch(_ length: TimeLength, ahead: Bool) -> ResolvedTime {
        var result = self.length(length)
        guard let written = setting.written, length.isCounted, length.grain >= .day else { return result }
        if ahead {
            let end = Self.date(written.adding(days: 1), plus: length, ahead: true).adding(days: -1)
            result.range = DateRange(start: written.adding(days: 1), end: end)
        } else {
            result.range = DateRange(start: Self.date(written, plus: length, ahead: false), end: written)
        }
        result.steps = ["a length of time \(ahead ? "from" : "up to") \(anchorName)"]
        return result
    }

    private func portion(_ length: TimeLength, atEnd: Bool, of whole: TimeMeaning) -> ResolvedTime {
        var result = self.length(length)
        let whole = resolve(whole)
        result.steps = ["the \(atEnd ? "last" : "first") \(Self.words(length)) of \(whole.value)"]
        guard let start = whole.range?.start, let end = whole.range?.end else { return result }
        result.resolution = whole.resolution
        if atEnd {
            result.range = DateRange(start: Self.date(end.adding(days: 1), plus: length, ahead: false), end: end)
        } else {
            result.range = DateRange(start: start, end: Self.date(start, plus: length, ahead: true).adding(days: -1))
        }
        return result
    }

    private func reference(_ value: String) -> ResolvedTime {
        if value == "PRESENT_REF" {
            return ResolvedTime(
                kind: .date, value: value, resolution: .unresolved, steps: ["the time of writing"],
                range: setting.written.map { DateRange(start: $0, end: $0) })
        }
        return ResolvedTime(
            kind: .date, value: value, resolution: .unresolved,
            steps: [value == "PAST_REF" ? "an unnamed time in the past" : "an unnamed time to come"])
    }

    private func age(_ start: Int, digits: Int, open: Bool) -> ResolvedTime {
        if !open {
            let unit: TimeUnit = digits == 3 ? .decade : .century
            return placed(
                CalendarPeriod(unit, holding: CivilDate(clamping: start, 1, 1)), .explicit, ["named by its number"])
        }
        guard let written = setting.written else {
            return ResolvedTime(
                kind: .date, value: "XX\(start / 10)", resolution: .partial,
                steps: ["a decade whose century is not said"])
        }
        let century = written.year / 100 * 100
        let year = century + start <= written.year ? century + start : century - 100 + start
        return placed(
            CalendarPeriod(.decade, holding: CivilDate(clamping: year, 1, 1)), .resolved,
            ["the last such decade before \(anchorName)"])
    }

    private func placed(
        _ period: CalendarPeriod, _ resolution: TimeExpression.Resolution, _ steps: [String]
    ) -> ResolvedTime { placed(period, CalendarFields(), resolution, steps) }

    // MARK: Ranges

    private func interval(_ a: TimeMeaning, _ b: TimeMeaning) -> ResolvedTime {
        if let now = currentYear(a, b) { return interval(now.0, now.1) }
        let first = resolve(a)
        var later = setting
        if let period = first.period, setting.written == nil { later.told = period }
        if setting.day == nil, case .day? = first.period?.unit { later.day = first.period?.first }
        var second = TimeResolver(setting: later).resolve(b)
        // "Monday to Friday", "November to March": the end follows the beginning.
        if let start = first.range?.start, let end = second.range?.end, end < start, let period = second.period,
            second.resolution == .resolved
        {
            let next = later.after(start, unit: period.unit)
            second = TimeResolver(setting: next).resolve(b)
        }
        let isTime = first.kind == .time || second.kind == .time
        let known = [first.resolution, second.resolution]
        let resolution: TimeExpression.Resolution =
            known.contains(.partial) || known.contains(.unresolved)
            ? .partial : known.contains(.resolved) ? .resolved : .explicit
        return ResolvedTime(
            kind: isTime ? .time : .date, value: first.value + "/" + second.value, resolution: resolution,
            steps: ["from " + first.steps.joined(separator: ", "), "to " + second.steps.joined(separator: ", ")],
            range: DateRange(start: first.range?.start, end: second.range?.end),
            period: first.period)
    }

    /// "between August and October", written in September: of the year of writing.
    private func currentYear(_ a: TimeMeaning, _ b: TimeMeaning) -> (TimeMeaning, TimeMeaning)? {
        guard let written = setting.written, case .calendar(var first) = a, case .calendar(var last) = b,
            first.year == nil, last.year == nil, let start = first.month, let end = last.month,
            (start, first.day ?? 1) <= (written.month, written.day),
            (written.month, written.day) <= (end, last.day ?? 31)
        else { return nil }
        first.year = written.year
        last.year = written.year
        return (.calendar(first), .calendar(last))
    }

    // MARK: Distances

    private func distant(_ length: TimeLength, ahead: Bool, from anchor: TimeAnchor) -> ResolvedTime {
        let base: (period: CalendarPeriod, name: String)
        var isDay = false
        switch anchor {
        case .writing, .telling:
            let viewpoint: TimeViewpoint = if case .writing = anchor { .writing } else { .telling }
            guard let found = self.base(viewpoint) else { return adrift(length, ahead: ahead) }
            base = found
        case .time(let meaning):
            let resolved = resolve(meaning)
            guard let period = resolved.period else { return adrift(length, ahead: ahead) }
            base = (period, resolved.value)
            isDay = period.unit == .day
        }
        guard length.isCounted else { return adrift(length, ahead: ahead) }
        let unit = length.grain
        let date = Self.date(base.period.first, plus: length, ahead: ahead)
        let words = "\(Self.words(length)) \(ahead ? "after" : "before") \(base.name)"
        if unit.isClock { return clockDistance(length, ahead: ahead, from: base.period.first, words) }
        if length.parts[0].count == 0 {
            return placed(CalendarPeriod(.week, holding: base.period.first), .resolved, [words])
        }
        let grain = isDay ? .day : Self.grain(of: length, from: base.period.unit)
        return placed(CalendarPeriod(grain, holding: date), .resolved, [words])
    }

    /// How exact a time at a distance is: as exact as the unit counted in, and as where it is counted from.
    private static func grain(of length: TimeLength, from unit: TimeUnit) -> TimeUnit {
        let own: TimeUnit =
            switch length.grain {
            case .businessDay, .weekend: .day
            case .fortnight: .week
            case .quarter, .season, .half: .month
            case .century, .millennium, .decade: .year
            default: length.grain
            }
        return max(own, unit)
    }

    private func clockDistance(
        _ length: TimeLength, ahead: Bool, from base: CivilDate, _ words: String
    ) -> ResolvedTime {
        var day = base
        var value = "TXX"
        if let second = setting.secondOfDay, base == setting.written {
            let distance = length.parts.reduce(0.0) { sum, part in
                let seconds: Double = part.unit == .hour ? 3600 : part.unit == .minute ? 60 : 1
                return sum + min((part.count ?? 0), 1e6) * seconds
            }
            let total = second + (ahead ? 1 : -1) * Int(distance)
            let days = total >= 0 ? total / 86_400 : (total - 86_399) / 86_400
            day = base.adding(days: days)
            let rest = total - days * 86_400
            value = "T" + TimexValue.padded(rest / 3600, 2) + ":" + TimexValue.padded(rest / 60 % 60, 2)
        }
        let period = CalendarPeriod(.day, holding: day)
        return ResolvedTime(
            kind: .time, value: day.description + value, resolution: value == "TXX" ? .partial : .resolved,
            steps: [words], range: value == "TXX" ? nil : period.range, period: nil)
    }

    private func adrift(_ length: TimeLength, ahead: Bool) -> ResolvedTime {
        let words = "\(Self.words(length)) \(ahead ? "after" : "before") a time that is not known"
        return ResolvedTime(
            kind: .date, value: ahead ? "FUTURE_REF" : "PAST_REF", resolution: .unresolved,
            steps: [length.isCounted ? words : "the number is not said"])
    }

    /// "2 years 3 months".
    static func words(_ length: TimeLength) -> String {
        length.parts.map { part in
            let count = part.count.map(TimeLength.digits) ?? "some"
            return "\(count) \(part.unit.name)" + (part.count == 1 ? "" : "s")
        }.joined(separator: " ")
    }

    /// The day at a distance; halves of a unit count in the next smaller one.
    static func date(_ date: CivilDate, plus length: TimeLength, ahead: Bool) -> CivilDate {
        let sign = ahead ? 1.0 : -1.0
        var date = date
        for part in length.parts.sorted(by: { $0.unit > $1.unit }) {
            let count = min(part.count ?? 0, 20_000) * sign
            switch part.unit {
            case .second, .minute, .hour: break
            case .day, .weekend: date = date.adding(days: Int(count.rounded()))
            case .businessDay: date = date.adding(businessDays: Int(count))
            case .week: date = date.adding(days: Int((count * 7).rounded()))
            case .fortnight: date = date.adding(days: Int((count * 14).rounded()))
            default:
                let months: Double =
                    switch part.unit {
                    case .month: 1
                    case .quarter, .season: 3
                    case .half: 6
                    case .decade: 120
                    case .century: 1200
                    case .millennium: 12_000
                    default: 12
                    }
                date = date.adding(months: Int((min(max(count * months, -200_000), 200_000)).rounded()))
            }
        }
        return date
    }
}

extension CivilDate {
    /// Whether clocks of the United States are an hour ahead: from the second Sunday of March to the first of November
    /// (Energy Policy Act of 2005; in the twenty years before, a few weeks less).
    var isSummerTimeInTheUnitedStates: Bool {
        guard let start = CivilDate(ordinal: 2, weekday: 7, month: 3, year: year),
            let end = CivilDate(ordinal: 1, weekday: 7, month: 11, year: year)
        else { return false }
        return start <= self && self < end
    }

    /// The day `businessDays` Mondays to Fridays later.
    func adding(businessDays: Int) -> CivilDate {
        var date = self
        var left = min(abs(businessDays), 3000)
        while left > 0 {
            date = date.adding(days: businessDays < 0 ? -1 : 1)
            if date.weekday <= 5 { left -= 1 }
        }
        return date
    }
}

extension TimeSetting {
    /// The setting in which the next `unit` after `date` is looked for.
    func after(_ date: CivilDate, unit: TimeUnit) -> TimeSetting {
        var setting = self
        setting.written = date
        setting.writtenName = "the beginning of the range"
        setting.tense = .future
        setting.told = CalendarPeriod(unit, holding: date)
        return setting
    }
}
