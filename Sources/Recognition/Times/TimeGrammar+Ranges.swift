/// Ranges and lists.
///
///     ⟦from October 2022 to May 2023⟧, ⟦between 1998 and 2003⟧, ⟦18-19 June⟧, ⟦2013-15⟧, ⟦June-July⟧
///     ⟦18⟧ and ⟦19 June⟧, ⟦June 18⟧ and ⟦19⟧
///     not: from London to Paris, 10-12 people
extension TimeGrammar {
    /// "from A to B", "between A and B".
    func openedRange(at index: Int) -> TimeMatch? {
        guard has(index, [.from, .between]) else { return nil }
        let start = afterArticle(index + 1)
        let isBetween = has(index, .between)
        if let days = dayRange(at: start, from: index, and: isBetween) { return days }
        guard let first = expression(at: index + 1), isEnd(first.meaning) else { return nil }
        let mark = first.end
        if !isBetween, has(mark, .dateWord), word(mark).reference != nil {
            return TimeMatch(index, mark + 1, .interval(first.meaning, .reference("PRESENT_REF")))
        }
        guard has(mark, [.to, .until, .through]) || isKind(mark, .dash) || isBetween && has(mark, .and) else {
            return nil
        }
        let next = has(mark + 1, .article) ? mark + 2 : mark + 1
        guard let second = rangeEnd(at: next, after: first, definite: next > mark + 1) else { return nil }
        return joined(first, second, from: index)
    }

    /// "A - B", "A to B" after the first expression: "June-July", "2013-15", "Monday to Friday".
    func range(from first: TimeMatch) -> TimeMatch? {
        guard isEnd(first.meaning) else { return nil }
        let mark = first.end
        let isWord = has(mark, [.to, .until, .through])
        guard isKind(mark, .dash) || isWord || isKind(mark, .slash) && token(mark).glued else { return nil }
        if isKind(mark, .dash), token(mark).glued != token(mark + 1).glued { return nil }
        let next = has(mark + 1, .article) ? mark + 2 : mark + 1
        guard let second = rangeEnd(at: next, after: first, definite: next > mark + 1) else { return nil }
        return joined(first, second, from: first.start)
    }

    /// The second end of a range; a bare number takes what it lacks from the first.
    private func rangeEnd(at index: Int, after first: TimeMatch, definite: Bool) -> TimeMatch? {
        if case .calendar(let fields) = first.meaning {
            if fields.day != nil, fields.month != nil, let day = dayNumber(at: index), word(day.end).month == nil,
                !isKind(day.end, .slash), !isKind(day.end, .colon), !isKind(day.end, .dash) || !token(day.end).glued,
                !has(day.end, .of),
                isAtEnd(day.end) || isClosed(at: day.end) || yearNumber(at: afterComma(day.end)) != nil
            {
                var fields = fields
                fields.day = day.value
                fields.weekday = nil
                if fields.year == nil, let tail = yearTail(at: day.end, afterDay: true),
                    case .year(let year) = tail.year
                {
                    fields.year = year
                    return TimeMatch(index, tail.end, .calendar(fields))
                }
                return TimeMatch(index, day.end, .calendar(fields))
            }
            if fields.grain == .year, let year = fields.year {
                if let short = shortYear(at: index, after: year) { return short }
                if let long = yearNumber(at: index), long.value > year, isKind(index, .number) {
                    return TimeMatch(index, long.end, .calendar(CalendarFields(year: long.value)))
                }
            }
            if fields.day != nil, let date = numericDate(at: index, closesRange: true) { return date }
        }
        guard let second = expression(at: index) ?? (definite ? core(at: index, definite: true) : nil),
            isEnd(second.meaning)
        else { return nil }
        return second
    }

    /// The "15" of "2013-15", the "23" of "2022/23".
    func shortYear(at index: Int, after year: Int) -> TimeMatch? {
        let token = token(index)
        guard token.kind == .number, token.glued, token.digits == 2, token.fraction == nil, !token.isAmount,
            token.value > year % 100, token.value - year % 100 <= 60,
            !(self.token(index + 1).glued && [.dash, .slash].contains(self.token(index + 1).kind))
        else { return nil }
        return TimeMatch(index, index + 1, .calendar(CalendarFields(year: year / 100 * 100 + token.value)))
    }

    /// Whether a meaning can be an end of a range.
    private func isEnd(_ meaning: TimeMeaning) -> Bool {
        switch meaning {
        case .calendar, .shifted, .directed, .age: true
        case .reference(let value): value == "PRESENT_REF"
        default: false
        }
    }

    /// Both ends as one range; the year of the second serves the first.
    private func joined(_ first: TimeMatch, _ second: TimeMatch, from start: Int) -> TimeMatch? {
        guard case .calendar(var a) = first.meaning, case .calendar(let b) = second.meaning else {
            let times = [first, second].map { dayFields(of: $0.meaning)?.isTime ?? false }
            if times[0] != times[1], dayFields(of: (times[0] ? second : first).meaning) == nil { return nil }
            return TimeMatch(start, second.end, .interval(first.meaning, second.meaning))
        }
        if a.isTime != b.isTime, a.grain > .day || b.grain > .day { return nil }
        if a.year == nil, let year = b.year, a.month != nil, let last = b.month {
            a.year = (a.month ?? 0, a.day ?? 0) > (last, b.day ?? 31) ? year - 1 : year
        }
        if a.clock != nil, let end = b.clock, var time = a.clock, time.isOpen, !end.isOpen {
            if end.hour >= 12, time.hour + 12 <= end.hour { time.hour += 12 }
            time.isOpen = false
            a.clock = time
        }
        var end = b
        var close = second.end
        if end.year == nil, end.month != nil, has(close, .in), let year = yearNumber(at: close + 1) {
            end.year = year.value
            a.year = a.year ?? year.value
            close = year.end
        }
        if a.clock != nil, b.clock != nil, b.day == nil, b.weekday == nil {
            (end.year, end.month, end.day, end.weekday) = (a.year, a.month, a.day, a.weekday)
        }
        if case .calendar = first.meaning, a.year != nil, b.year == nil, b.month != nil { end.year = a.year }
        return TimeMatch(start, close, .interval(.calendar(a), .calendar(end)), second.modifier)
    }

    /// "4 to 22 January", "18-19 June", "3 until 12 of Sept".
    private func dayRange(at index: Int, from start: Int, and isBetween: Bool) -> TimeMatch? {
        guard let first = dayNumber(at: index) else { return nil }
        let mark = first.end
        guard has(mark, [.to, .until, .through]) || isKind(mark, .dash) || isBetween && has(mark, .and),
            !isKind(mark, .dash) || token(mark).glued == token(mark + 1).glued
        else { return nil }
        let next = afterArticle(mark + 1)
        guard let second = dayMonth(at: next) ?? monthFirst(at: next) else { return nil }
        return days(first.value, to: second, from: start)
    }

    private func monthFirst(at index: Int) -> TimeMatch? { word(index).month != nil ? month(at: index) : nil }

    private func days(_ first: Int, to second: TimeMatch, from start: Int) -> TimeMatch? {
        switch second.meaning {
        case .calendar(let fields):
            guard let day = fields.day, !fields.isTime, first < day else { return nil }
            var begin = fields
            begin.day = first
            return TimeMatch(start, second.end, .interval(.calendar(begin), .calendar(fields)))
        case .shifted(let unit, let by, let from, let within?):
            guard let day = within.day, first < day else { return nil }
            var begin = within
            begin.day = first
            return TimeMatch(
                start, second.end,
                .interval(.shifted(unit, by: by, from: from, within: begin), second.meaning))
        default: return nil
        }
    }

    // MARK: Lists

    /// "18 and 19 June", "18, 19 and 20 June", "18-19 June" by itself.
    func dayList(at index: Int) -> [TimeMatch]? {
        guard isKind(index, .number) || word(index).ordinal != nil, !has(index - 1, .label) || index == 0 else {
            return nil
        }
        if let range = dayRange(at: index, from: index, and: false) { return [withTime(range)] }
        var days: [(value: Int, start: Int, end: Int)] = []
        var next = index
        while days.count < 8, let day = dayNumber(at: next) {
            if !days.isEmpty, let last = dayMonth(at: next), case .calendar(let fields) = last.meaning {
                return days.map { day in
                    var own = fields
                    own.day = day.value
                    return TimeMatch(day.start, day.end, .calendar(own))
                } + [withTime(last)]
            }
            days.append((day.value, next, day.end))
            next = day.end
            if isKind(next, .comma) { next += 1 }
            if has(next, .and) { next += 1 }
            if next == day.end { return nil }
            next = afterArticle(next)
        }
        return nil
    }

    /// The further days after "June 18": "and 19", ", 19 and 20"; the further months of "May and June 2016" keep theirs.
    func continuation(of first: TimeMatch) -> [TimeMatch] {
        guard case .calendar(let fields) = first.meaning, fields.month != nil, fields.day != nil, !fields.isTime
        else { return [] }
        var found: [TimeMatch] = []
        var next = first.end
        while found.count < 8 {
            var start = next
            if isKind(start, .comma) { start += 1 }
            if has(start, .and) { start += 1 }
            start = afterArticle(start)
            guard start > next, let day = dayNumber(at: start), isClosed(at: day.end), word(day.end).month == nil,
                !isKind(day.end, .colon), !isKind(day.end, .slash), word(day.end).unit == nil,
                has(day.end - 1, .suffix) || !token(day.end).has(.counted)
            else { break }
            // A comma alone lists only where a day follows that ends in "and": "June 18, 19 and 20".
            if !has(start - 1, [.and, .article]), !has(day.end, .and), !isKind(day.end, .comma) { break }
            if isKind(start - 1, .comma), !has(day.end, .and) { break }
            var own = fields
            own.day = day.value
            own.weekday = nil
            var end = day.end
            if own.year == nil, let tail = yearTail(at: end, afterDay: true), case .year(let year) = tail.year {
                own.year = year
                end = tail.end
            }
            found.append(TimeMatch(start, end, .calendar(own)))
            next = end
        }
        return found
    }
}
