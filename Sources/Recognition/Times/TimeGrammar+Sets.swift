/// Times that repeat.
///
///     ⟦every Monday⟧, ⟦twice a week⟧, ⟦annually⟧, 15 ⟦a year⟧, ⟦per day⟧, on ⟦Tuesdays⟧
///     not: Daily Mail, every man
extension TimeGrammar {
    /// An expression that begins with "every", "once", "per", or a word such as "weekly".
    func repeated(at index: Int) -> TimeMatch? {
        let word = word(index)
        if let set = word.set {
            guard token(index).shape != .title || beginsSentence(index) || isClosed(at: index + 1) else { return nil }
            return withClock(TimeMatch(index, index + 1, .repeated(value: set, how: "repeats")))
        }
        if let every = word.every { return everyOf(every, at: index) }
        if let times = word.times { return frequency(times, at: index) }
        guard has(index, .per), let unit = self.word(index + 1).unit, !has(index + 1, .plural), unit >= .minute
        else { return nil }
        return TimeMatch(index, index + 2, .repeated(value: TimeLength(1, unit).value, how: "for each \(unit.name)"))
    }

    /// "every Monday", "every two years", "each morning", "every other Friday".
    private func everyOf(_ every: Int, at index: Int) -> TimeMatch? {
        let next = index + 1
        let word = word(next)
        if let weekday = word.weekday {
            let fields = CalendarFields(weekday: weekday)
            return repeatedDay(fields, from: index, to: next + 1, how: every == 2 ? "every other week" : "every week")
        }
        if let unit = word.unit, unit >= .minute, unit != .half {
            let value = unit == .weekend ? "XXXX-WXX-WE" : TimeLength(Double(every), unit).value
            return withClock(TimeMatch(index, next + 1, .repeated(value: value, how: "every \(unit.name)")))
        }
        if let length = length(at: next), length.length.isCounted {
            return TimeMatch(index, length.end, .repeated(value: length.length.value, how: "repeats at this distance"))
        }
        if let part = word.part {
            return withClock(TimeMatch(index, next + 1, .repeated(value: "T" + part.rawValue, how: "every day")))
        }
        if let month = word.month, !has(next, .cased) {
            let fields = monthDayFields(at: next) ?? CalendarFields(month: month)
            return TimeMatch(
                index, fields.day == nil ? next + 1 : next + 2,
                .repeated(value: TimexValue.text(fields, date: nil), how: "every year"))
        }
        if let season = word.season {
            return TimeMatch(index, next + 1, .repeated(value: "XXXX-" + season.rawValue, how: "every year"))
        }
        if case .fixed(let month, let day)? = word.holiday {
            let value = TimexValue.text(CalendarFields(month: month, day: day), date: nil)
            return TimeMatch(index, next + 1, .repeated(value: value, how: "every year"))
        }
        return nil
    }

    private func monthDayFields(at index: Int) -> CalendarFields? {
        guard let month = word(index).month, let day = dayNumber(at: index + 1), day.end == index + 2 else {
            return nil
        }
        return CalendarFields(month: month, day: day.value)
    }

    /// "once a week", "three times a year", "twice every month".
    private func frequency(_ times: Int, at index: Int) -> TimeMatch? {
        let next = index + 1
        guard has(next, [.one, .per]) || word(next).every == 1, let unit = word(next + 1).unit, !has(next + 1, .plural)
        else { return nil }
        return TimeMatch(
            index, next + 2,
            .repeated(value: TimeLength(1, unit).value, how: "\(times) times each \(unit.name)"))
    }

    /// "Tuesdays", "Tuesdays at 9am".
    func repeatedWeekday(at index: Int, _ weekday: Int) -> TimeMatch? {
        repeatedDay(CalendarFields(weekday: weekday), from: index, to: index + 1, how: "every week")
    }

    func repeatedDay(_ fields: CalendarFields, from start: Int, to end: Int, how: String) -> TimeMatch {
        var fields = fields
        var next = end
        if let part = word(next).part {
            fields.part = part
            next += 1
        }
        let at = has(next, .at) ? next + 1 : next
        if let match = clock(at: at), case .calendar(let time) = match.meaning {
            fields.clock = time.clock
            fields.part = nil
            next = match.end
        }
        return TimeMatch(start, next, .repeated(value: TimexValue.text(fields, date: nil), how: how))
    }

    /// Adds the clock time at which a daily set happens: "every day at 7:13 p.m.".
    private func withClock(_ match: TimeMatch) -> TimeMatch {
        let at = has(match.end, .at) ? match.end + 1 : match.end
        guard let time = clock(at: at), case .calendar(let fields) = time.meaning, let clock = fields.clock,
            case .repeated(let value, let how) = match.meaning, value == "P1D" || value.hasPrefix("T")
        else { return match }
        return TimeMatch(match.start, time.end, .repeated(value: TimexValue.clock(clock), how: how))
    }
}
