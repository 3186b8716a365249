/// Times of day.
///
///     at ⟦10:30 p.m. EST⟧, ⟦22:00 GMT⟧, ⟦noon⟧, ⟦half past eight⟧, ⟦Tuesday morning⟧, ⟦June 18 at 8 p.m.⟧, in ⟦the evening⟧
///     not: won 4:3, John 3:16, I am
extension TimeGrammar {
    /// A time on the clock at `index`.
    func clock(at index: Int) -> TimeMatch? {
        guard let time = clockTime(at: index) else { return nil }
        return TimeMatch(index, time.end, .calendar(CalendarFields(clock: time.time)))
    }

    private func clockTime(at index: Int) -> (time: ClockTime, end: Int)? {
        let token = token(index)
        if token.kind == .number { return digital(at: index) ?? past(at: index) }
        guard token.word != 0 else { return nil }
        let word = word(index)
        if let minute = word.clock {
            return zoned(ClockTime(hour: minute / 60, minute: 0), at: index + 1)
        }
        if let relative = past(at: index) { return relative }
        guard let hour = word.number, (1...12).contains(hour), !token.has(.one) else { return nil }
        var next = index + 1
        var minute: Int?
        if let spoken = spelledNumber(at: next), (1...59).contains(spoken.value), self.word(spoken.end).meridiem != nil
        {
            minute = spoken.value
            next = spoken.end
        }
        guard self.word(next).meridiem != nil || has(next, .oclock) else { return nil }
        return completed(ClockTime(hour: hour, minute: minute), at: next)
    }

    /// "10:30", "10:30:15 p.m.", "8.30pm", "7 a.m.", "1400 GMT", "7 o'clock".
    private func digital(at index: Int) -> (time: ClockTime, end: Int)? {
        let token = token(index)
        guard !token.isAmount, !token.isGrouped, token.digits > 0, token.digits <= 4 else { return nil }
        if index > 0, token.glued,
            isKind(index - 1, .colon)
                || isKind(index - 1, .dash) && isKind(index - 2, .number)
                    && self.token(index - 1).glued && !isKind(index + 1, .colon) && word(index + 1).meridiem == nil
        {
            return nil
        }
        if let fraction = token.fraction {
            guard token.fractionDigits == 2, fraction < 60, token.value <= 24, word(index + 1).meridiem != nil
            else { return nil }
            return completed(ClockTime(hour: token.value, minute: fraction), at: index + 1)
        }
        if isKind(index + 1, .colon), self.token(index + 1).glued, isKind(index + 2, .number),
            self.token(index + 2).glued
        {
            return withMinutes(at: index)
        }
        let next = index + 1
        if word(next).meridiem != nil {
            if token.digits >= 3, token.value / 100 <= 12, token.value % 100 < 60 {
                return completed(ClockTime(hour: token.value / 100, minute: token.value % 100), at: next)
            }
            guard token.digits <= 2, token.value <= 24 else { return nil }
            return completed(ClockTime(hour: token.value), at: next)
        }
        if has(next, .oclock), token.digits <= 2, token.value <= 12 {
            return completed(ClockTime(hour: token.value), at: next)
        }
        let isZone = word(next).zone != nil && self.token(next).shape == .upper || has(next, .localZone)
        if token.digits == 4, token.value / 100 < 24, token.value % 100 < 60,
            isZone
                || word(next).unit == .hour && has(next, .plural) && has(index - 1, [.at, .by, .from, .until, .since])
        {
            let time = ClockTime(hour: token.value / 100, minute: token.value % 100)
            return zoned(time, at: isZone ? next : next + 1)
        }
        return nil
    }

    private func withMinutes(at index: Int) -> (time: ClockTime, end: Int)? {
        let minute = token(index + 2)
        guard token(index).value <= 24, token(index).digits <= 2, minute.digits == 2, minute.value < 60 else {
            return nil
        }
        var time = ClockTime(hour: token(index).value, minute: minute.value)
        var next = index + 3
        if isKind(next, .colon), token(next).glued, isKind(next + 1, .number), token(next + 1).digits == 2 {
            time.second = token(next + 1).value
            next += 2
        }
        let completed = completed(time, at: next)
        if completed.end > next { return completed }
        let led =
            index == 0
            || has(index - 1, [.at, .by, .from, .until, .since, .before, .after, .between, .to, .and])
            || word(index - 1).hedge != nil || word(index - 1).deictic != nil || isKind(index - 1, .comma)
            || isKind(index - 1, .number) || word(index - 1).month != nil || word(index - 1).weekday != nil
            || word(index - 1).ordinal != nil || isKind(index - 1, .dash)
        return led ? (time, next) : nil
    }

    /// "half past eight", "a quarter to 8", "20 minutes past eight": followed by what makes it a time.
    private func past(at index: Int) -> (time: ClockTime, end: Int)? {
        var next = has(index, .one) ? index + 1 : index
        let minutes: Int
        if has(next, .half) {
            minutes = 30
            next += 1
        } else if has(next, .quarterOf) {
            minutes = 15
            next += 1
        } else if let count = count(at: next)?.value, let end = self.count(at: next)?.end, count < 60, count > 0 {
            minutes = Int(count)
            next = word(end).unit == .minute ? end + 1 : end
        } else {
            return nil
        }
        let isPast = has(next, .past)
        guard isPast || has(next, .to) && minutes != 30 else { return nil }
        guard let hour = hourNumber(at: next + 1), isPast || word(hour.end).meridiem != nil || has(hour.end, .oclock)
        else { return nil }
        let total = (hour.value * 60 + (isPast ? minutes : -minutes) + 1440) % 1440
        return completed(ClockTime(hour: total / 60, minute: total % 60), at: hour.end)
    }

    private func hourNumber(at index: Int) -> (value: Int, end: Int)? {
        if isKind(index, .number), token(index).digits <= 2, (1...12).contains(token(index).value),
            token(index).fraction == nil
        {
            return (token(index).value, index + 1)
        }
        guard let number = word(index).number, (1...12).contains(number), !has(index, .one) else { return nil }
        return (number, index + 1)
    }

    /// Adds "a.m.", "o'clock", "in the evening" and a zone.
    private func completed(_ time: ClockTime, at index: Int) -> (time: ClockTime, end: Int) {
        var time = time
        var next = index
        var isSure = time.hour > 12 || time.hour == 0
        if has(next, .oclock) { next += 1 }
        if let meridiem = word(next).meridiem {
            if time.hour <= 12 { time.hour = time.hour % 12 + meridiem }
            next += 1
            isSure = true
        } else if let part = partAfterClock(at: next) {
            time.hour = Self.hour(time.hour, in: part.value)
            next = part.end
            isSure = true
        }
        let zoned = zoned(time, at: next)
        var result = zoned.time
        result.isOpen = !isSure && zoned.end == index
        return (result, zoned.end)
    }

    /// "in the morning", "at night" after a clock time.
    private func partAfterClock(at index: Int) -> (value: DayPart, end: Int)? {
        var next = index
        if has(next, .in) || has(next, .at) { next = afterArticle(next + 1) } else { return nil }
        guard let part = word(next).part, !has(next, .plural) else { return nil }
        return (part, next + 1)
    }

    /// The hour of a day that a part of it makes of an hour on the dial.
    static func hour(_ hour: Int, in part: DayPart) -> Int {
        guard hour <= 12 else { return hour }
        switch part {
        case .morning, .daytime: return hour % 12
        case .midday: return hour < 10 ? hour + 12 : hour
        case .afternoon, .evening: return hour % 12 + 12
        case .night: return hour == 12 ? 0 : hour < 5 ? hour : hour + 12
        }
    }

    /// Adds "GMT", "EST", "(GMT +8)", "local time".
    private func zoned(_ time: ClockTime, at index: Int) -> (time: ClockTime, end: Int) {
        var time = time
        let opened = isKind(index, .open)
        let start = opened ? index + 1 : index
        let word = word(start)
        guard word.zone != nil || has(start, .localZone) else { return (time, index) }
        if has(start, .cased), token(start).shape == .lower { return (time, index) }
        var next = start + 1
        time.zone = word.zone
        time.followsSummerTime = word.isZoneOfBothSeasons
        if has(start, .zoneBase), let offset = zoneOffset(at: next) {
            time.zone = offset.minutes
            next = offset.end
        }
        if opened {
            guard isKind(next, .close) else { return (time, index) }
            next += 1
        }
        return (time, next)
    }

    /// "+8", "-05:30" after GMT or UTC.
    private func zoneOffset(at index: Int) -> (minutes: Int, end: Int)? {
        let sign = token(index)
        guard sign.kind == .dash || sign.kind == .other, sign.width == 1, isKind(index + 1, .number),
            token(index + 1).glued, token(index + 1).value <= 14
        else { return nil }
        var minutes = token(index + 1).value * 60
        var end = index + 2
        if isKind(end, .colon), isKind(end + 1, .number), token(end + 1).digits == 2 {
            minutes += token(end + 1).value
            end += 2
        }
        return (sign.kind == .dash ? -minutes : minutes, end)
    }

    // MARK: Day and time together

    /// Adds a part of the day or a clock time to a day: "Tuesday morning", "June 18 at 8 p.m.", "tomorrow, 7 a.m.".
    func withTime(_ match: TimeMatch) -> TimeMatch {
        guard let fields = dayFields(of: match.meaning), !fields.isTime else { return match }
        var next = match.end
        if isKind(next, .dash), token(next).glued, word(next + 1).part != nil { next += 1 }
        var joined = match
        if let part = partAfterDay(at: next) {
            joined = TimeMatch(match.start, part.end, adding(part.value, to: match.meaning), part.modifier)
            next = part.end
        }
        var at = afterComma(next)
        if isKind(at, .dash), !token(at).glued { at += 1 }
        if has(at, .at) { at += 1 }
        if word(at).hedge == .approximately { at += 1 }
        guard let time = clockTime(at: at), !time.time.isOpen || at > next else { return joined }
        var clock = time.time
        if clock.isOpen, let part = dayFields(of: joined.meaning)?.part {
            clock.hour = Self.hour(clock.hour, in: part)
        }
        return TimeMatch(match.start, time.end, adding(clock, to: match.meaning))
    }

    /// "morning", "early morning", "in the morning" after a day.
    private func partAfterDay(at index: Int) -> (value: DayPart, modifier: TimeModifier?, end: Int)? {
        var next = index
        if has(next, .in), has(next + 1, .article) { next += 2 }
        let position = word(next).position
        if position != nil {
            next += 1
            if isKind(next, .dash) { next += 1 }
        }
        guard let part = word(next).part, !has(next, .plural) else { return nil }
        return (part, position, next + 1)
    }

    /// Adds the day to a clock time: "10:30 p.m. Tuesday", "noon on June 18", "8 p.m. today".
    func withDay(_ match: TimeMatch) -> TimeMatch {
        guard case .calendar(let fields) = match.meaning, let clock = fields.clock else { return match }
        var next = afterComma(match.end)
        if has(next, .on) || has(next, .of) { next = afterArticle(next + 1) }
        let word = word(next)
        let day: TimeMatch?
        if word.weekday != nil {
            day = weekday(at: next)
        } else if word.month != nil {
            day = month(at: next)
        } else if word.deictic != nil || word.tonight {
            day = deictic(at: next)
        } else if isKind(next, .number) {
            day = numericDate(at: next, afterWeekday: true) ?? dayMonth(at: next)
        } else if word.shift != nil || word.every != nil || word.set != nil {
            day = core(at: next, definite: false)
        } else {
            day = nil
        }
        if let day, case .repeated(let value, let how) = day.meaning, value == "P1D" || value.hasPrefix("XXXX-WXX"),
            !value.contains("T")
        {
            let days = value == "P1D" ? "" : value
            return TimeMatch(match.start, day.end, .repeated(value: days + TimexValue.clock(clock), how: how))
        }
        guard let day, let dayFields = dayFields(of: day.meaning), dayFields.clock == nil else { return match }
        var time = clock
        if time.isOpen, let part = dayFields.part { time.hour = Self.hour(time.hour, in: part) }
        return TimeMatch(match.start, day.end, adding(time, to: day.meaning))
    }

    /// The fields of a day-sized meaning.
    func dayFields(of meaning: TimeMeaning) -> CalendarFields? {
        switch meaning {
        case .calendar(let fields), .directed(let fields, _, _): fields.grain <= .day ? fields : nil
        case .shifted(let unit, _, _, let within):
            if let within { within.grain <= .day ? within : nil } else { unit == .day ? CalendarFields() : nil }
        default: nil
        }
    }

    private func adding(_ part: DayPart, to meaning: TimeMeaning) -> TimeMeaning {
        changing(meaning) { $0.part = part }
    }

    private func adding(_ clock: ClockTime, to meaning: TimeMeaning) -> TimeMeaning {
        changing(meaning) {
            $0.clock = clock
            $0.part = nil
        }
    }

    /// The meaning with its fields changed.
    private func changing(_ meaning: TimeMeaning, _ change: (inout CalendarFields) -> Void) -> TimeMeaning {
        switch meaning {
        case .calendar(var fields):
            change(&fields)
            return .calendar(fields)
        case .directed(var fields, let by, let from):
            change(&fields)
            return .directed(fields, by: by, from: from)
        case .shifted(let unit, let by, let from, let within):
            var fields = within ?? CalendarFields()
            change(&fields)
            return .shifted(unit, by: by, from: from, within: fields)
        default: return meaning
        }
    }

    /// "the morning", "at night", "overnight": a part of a day that the text does not name here.
    func dayPart(at index: Int, definite: Bool) -> TimeMatch? {
        if has(index, .overnight) { return TimeMatch(index, index + 1, .calendar(CalendarFields(part: .night))) }
        guard let part = word(index).part, !has(index, .plural) else { return nil }
        let led =
            definite && has(index - 2, [.in, .during, .on, .since, .until, .by, .before, .after])
            || has(index - 1, [.at, .by, .until, .since, .before, .after])
            || word(index - 1).position != nil || isKind(index - 1, .dash) && word(index - 2).position != nil
        guard led, isClosed(at: index + 1) || word(index + 1).weekday != nil || has(index + 1, .of) else { return nil }
        var fields = CalendarFields(part: part)
        var next = index + 1
        if has(next, .of) || has(next, .on) { next = afterArticle(next + 1) }
        let day: TimeMatch? =
            word(next).weekday != nil
            ? weekday(at: next)
            : word(next).month != nil
                ? month(at: next)
                : isKind(next, .number)
                    ? dayMonth(at: next)
                    : word(next).shift != nil ? shifted(at: next) : nil
        if let day, let found = dayFields(of: day.meaning), !found.isTime {
            return TimeMatch(index, day.end, adding(part, to: day.meaning))
        }
        if has(index + 1, .of) { return nil }
        fields.part = part
        return TimeMatch(index, index + 1, .calendar(fields))
    }
}
