import Foundation
import NewsModel
import Recognition
import TextCore

/// The DateTime cases of Recognizers-Text, English, held against TIMEX3.
///
/// What is compared, and how their conventions are mapped:
/// - The span must be equal but for what stands before it: TIMEX3 takes in the article and leaves prepositions out ("the
///   past decade", in "2014"), Recognizers mostly the other way round. Articles, prepositions and "any time" are cut
///   from the front of both.
/// - A date must be equal, or one of the past and future readings that they give of an open one.
/// - A range `(a,b,P)` is right where ours begins on `a` and ends on `b` or begins its last part there (their ends of
///   months and years are the first day), or where it is a length `P` in TIMEX3 ("the next three days").
/// - A time at a distance is as exact in TIMEX3 as the unit it is counted in: "three years ago" is a year.
/// - "A few" and "several" are three for them and X, or an unnamed time, for TIMEX3. Mods are not compared.
struct RecognizersConformance {
    let folder: String
    let recognizer: TimeRecognizer

    /// A case: a text, when it was said, and what is in it.
    struct Case {
        struct Expected {
            var span: TextSpan
            var type: String
            var values: [[String: String]]
        }
        var text: SourceText
        var written: CivilDate?
        var secondOfDay: Int?
        var expected: [Expected]
    }

    /// The files whose cases count: the whole model, and the parsers of single types.
    private static let files = [
        ("DateTimeModel", nil), ("DateParser", "date"), ("DatePeriodParser", "daterange"),
        ("DurationParser", "duration"),
        ("SetParser", "set"), ("TimeParser", "time"), ("TimePeriodParser", "timerange"), ("DateTimeParser", "datetime"),
        ("DateTimePeriodParser", "datetimerange"), ("MergedParser", nil),
    ]

    /// Those of dates, which news needs; times of day come on top.
    private static let four = ["date", "daterange", "duration", "set"]
    private static let types = [
        "date", "daterange", "duration", "set", "time", "timerange", "datetime", "datetimerange",
    ]

    /// The share of expected expressions found with span and value, by type, and the share of findings expected.
    func measurements() throws -> [Measurement] {
        var right: [String: Int] = [:]
        var all: [String: Int] = [:]
        var (found, expectedFound) = (0, 0)
        var everything = (right: 0, all: 0)
        var seen: Set<String> = []
        let leftOut = try leftOutCases()
        for (file, only) in Self.files {
            for item in try cases(file + ".json") {
                let isLeftOut = leftOut.contains(item.text.string)
                let ours = recognizer.times(in: item.text, written: item.written, secondOfDay: item.secondOfDay)
                for expected in item.expected where only == nil || expected.type == only {
                    let key = "\(item.text.string)|\(item.written?.description ?? "")|\(expected.span)|\(expected.type)"
                    guard seen.insert(key).inserted else { continue }
                    let isRight = ours.contains { matches($0, expected, in: item.text) }
                    if Self.four.contains(expected.type) {
                        everything = (everything.right + (isRight ? 1 : 0), everything.all + 1)
                    }
                    guard !isLeftOut else { continue }
                    all[expected.type, default: 0] += 1
                    if isRight { right[expected.type, default: 0] += 1 } else { show(item, expected, ours, file) }
                }
                guard only == nil, !isLeftOut else { continue }
                found += ours.count
                for one in ours {
                    let isExpected = item.expected.contains { $0.span.overlaps(one.span) }
                    if isExpected { expectedFound += 1 } else { showSpurious(item, one, file) }
                }
            }
        }
        let rows = Self.types.map { type in
            Measurement(
                data: "Recognizers DateTime", measure: "\(type): span and value",
                value: all[type] == nil ? 0 : Double(right[type] ?? 0) / Double(all[type] ?? 1), count: all[type] ?? 0)
        }
        let (rightOfFour, allOfFour) = Self.four.reduce((0, 0)) { ($0.0 + (right[$1] ?? 0), $0.1 + (all[$1] ?? 0)) }
        return rows + [
            Measurement(
                data: "Recognizers DateTime", measure: "dates, ranges, durations, sets: span and value",
                value: allOfFour == 0 ? 0 : Double(rightOfFour) / Double(allOfFour), count: allOfFour),
            Measurement(
                data: "Recognizers DateTime", measure: "the same with the cases left out",
                value: everything.all == 0 ? 0 : Double(everything.right) / Double(everything.all),
                count: everything.all),
            Measurement(
                data: "Recognizers DateTime", measure: "found where something is expected",
                value: found == 0 ? 0 : Double(expectedFound) / Double(found), count: found),
        ]
    }

    // MARK: Reading

    private func cases(_ file: String) throws -> [Case] {
        let path = folder + "/" + file
        guard let data = FileManager.default.contents(atPath: path) else { throw EvaluationFailure.missing(path: path) }
        var bytes = [UInt8](data)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        guard let list = try JSONSerialization.jsonObject(with: Data(bytes)) as? [[String: Any]] else {
            throw EvaluationFailure.malformed(path: path, reason: "no list of cases")
        }
        return list.compactMap { item in
            guard let input = item["Input"] as? String,
                !((item["NotSupported"] as? String)?.lowercased().contains("dotnet") ?? false)
            else { return nil }
            let reference = (item["Context"] as? [String: Any])?["ReferenceDateTime"] as? String
            let text = SourceText(input)
            let results = item["Results"] as? [[String: Any]] ?? []
            return Case(
                text: text, written: reference.flatMap(CivilDate.init(iso:)),
                secondOfDay: reference.flatMap(Self.secondOfDay),
                expected: results.compactMap { Self.expected($0, text) })
        }
    }

    private static func secondOfDay(_ reference: String) -> Int? {
        let parts = reference.dropFirst(11).prefix(8).split(separator: ":").compactMap { Int($0) }
        return parts.count == 3 ? parts[0] * 3600 + parts[1] * 60 + parts[2] : nil
    }

    private static func expected(_ result: [String: Any], _ text: SourceText) -> Case.Expected? {
        guard let start = result["Start"] as? Int else { return nil }
        let end = (result["End"] as? Int).map { $0 + 1 } ?? start + (result["Length"] as? Int ?? 0)
        let type = ((result["TypeName"] ?? result["Type"]) as? String ?? "").split(separator: ".").last.map(String.init)
        let value = (result["Resolution"] ?? result["Value"]) as? [String: Any] ?? [:]
        var values = (value["values"] as? [[String: Any]] ?? []).map(strings)
        if let timex = value["Timex"] as? String {
            let readings = ["FutureResolution", "PastResolution"].compactMap { value[$0] as? [String: Any] }.map(
                strings)
            values = readings.map { reading in
                [
                    "timex": timex, "value": reading["date"] ?? reading["dateTime"] ?? reading["time"] ?? "",
                    "start": reading["startDate"] ?? reading["startDateTime"] ?? reading["startTime"] ?? "",
                    "end": reading["endDate"] ?? reading["endDateTime"] ?? reading["endTime"] ?? "",
                ]
            }
            if values.isEmpty { values = [["timex": timex]] }
        }
        // Offsets count UTF-16 units; all cases lie in the basic plane, where they are scalars.
        let span = TextSpan(
            text.byteOffset(ofScalar: start), max(text.byteOffset(ofScalar: end), text.byteOffset(ofScalar: start)))
        return Case.Expected(span: span, type: type ?? "", values: values)
    }

    private static func strings(_ dictionary: [String: Any]) -> [String: String] {
        dictionary.compactMapValues { $0 as? String }
    }

    /// The cases that no news text has, each with its reason in the file.
    private func leftOutCases() throws -> Set<String> {
        Set(try EvaluationFolder.rows("recognizers-left-out.tsv").map { $0[0] })
    }

    // MARK: Comparing

    private func matches(_ ours: TimeExpression, _ expected: Case.Expected, in text: SourceText) -> Bool {
        guard core(ours.span, text) == core(expected.span, text),
            Self.kinds[expected.type]?.contains(ours.kind) ?? false
        else { return false }
        if ours.value.hasSuffix("_REF"), ours.resolution == .unresolved, ours.kind == .date {
            return expected.values.contains { $0["timex"] == ours.value } || saysFew(text[ours.span].lowercased())
        }
        return expected.values.contains { same(ours, $0, type: expected.type) }
    }

    private static let kinds: [String: [TimeExpression.Kind]] = [
        "date": [.date], "daterange": [.date, .duration], "duration": [.duration], "set": [.set], "time": [.time],
        "timerange": [.time, .duration], "datetime": [.time, .date], "datetimerange": [.time, .duration, .date],
    ]

    private static let trailing = [" or later", " and later", " or after", " and after", " and greater", " or greater"]

    private static let leading: Set<String> = [
        "the", "a", "on", "in", "at", "from", "between", "since", "before", "after", "until", "till", "by", "for",
        "within",
        "around", "about", "any", "time", "starting", "beginning", "later", "than", "no", "more", "less", "of", "as",
        "early", "my", "over", "during", "an", "greater", "late", "or", "earlier", "sooner", "ending", "with",
    ]

    /// The span without the words that one convention takes in and the other leaves out.
    private func core(_ span: TextSpan, _ text: SourceText) -> TextSpan {
        var start = span.start
        while start < span.end {
            var end = start
            while end < span.end, ASCII.isLetter(text.bytes[end]) { end += 1 }
            guard end < span.end, text.bytes[end] == 0x20,
                Self.leading.contains(text[TextSpan(start, end)].lowercased())
            else { break }
            start = end + 1
        }
        let words = text[TextSpan(start, span.end)].lowercased()
        let cut = Self.trailing.first { words.hasSuffix($0) }?.utf8.count ?? 0
        return TextSpan(start, span.end - cut)
    }

    private func same(_ ours: TimeExpression, _ theirs: [String: String], type: String) -> Bool {
        guard let timex = theirs["timex"] else { return false }
        if timex == "P1WE", ours.value == "XXXX-WXX-WE" { return true }
        if ours.value == timex || fits(timex, ours.value) && theirs["value", default: ""].isEmpty && !ours.value.isEmpty
        {
            return true
        }
        let value = theirs["value", default: ""]
        if value == ours.value || value.replacingOccurrences(of: " ", with: "T").hasPrefix(ours.value), !value.isEmpty,
            ours.value.count >= 10
        {
            return true
        }
        if timex.hasPrefix("("), let inner = timex.dropFirst().split(separator: ")").first {
            let parts = inner.split(separator: ",").map(String.init)
            if parts.count == 3, ours.kind == .duration, ours.value == parts[2] || vague(parts[2]) == ours.value {
                return true
            }
            if parts.count == 3, sameRange(ours, parts, theirs) { return true }
        }
        if ours.kind == .duration || ours.kind == .set, vague(timex) == ours.value || isSameLength(timex, ours.value) {
            return true
        }
        if ["SP", "SU", "FA", "WI"].contains(timex), ours.value.hasSuffix("-" + timex) { return true }
        if type == "timerange" || type == "time" || type == "datetime" || type == "datetimerange" {
            return sameTime(ours.value, timex)
        }
        // "three years ago", "the week of April 10": a period that holds their day.
        if type == "date" || type == "daterange", let range = ours.range, let first = range.start, let last = range.end,
            let day = CivilDate(iso: value.isEmpty ? theirs["start", default: timex] : value)
        {
            return first <= day && day <= last && first != last && !timex.contains("W")
                && (type == "date" || first == day || ours.value.contains("W"))
        }
        return type == "daterange" && fits(timex, ours.value)
    }

    /// A time of day with or without the day that TIMEX3 gives it.
    private func sameTime(_ ours: String, _ timex: String) -> Bool {
        guard let t = timex.firstIndex(of: "T"), let own = ours.firstIndex(of: "T") else { return false }
        func full(_ clock: Substring) -> String { clock.count == 3 ? clock + ":00" : String(clock) }
        let day = timex[..<t]
        let zoneless = ours[own...].split(separator: "+")[0].split(separator: "Z")[0]
        guard full(zoneless) == full(timex[t...]) || zoneless == timex[t...] else { return false }
        return day.isEmpty || fits(String(day), String(ours[..<own])) || day.contains("W")
    }

    /// Whether a value fits a pattern in which X stands for any digit.
    private func fits(_ pattern: String, _ value: String) -> Bool {
        pattern.utf8.count == value.utf8.count
            && zip(pattern.utf8, value.utf8).allSatisfy { $0 == $1 || $0 == UInt8(ascii: "X") }
    }

    private func saysFew(_ words: String) -> Bool { words.contains("few ") || words.contains("several ") }

    /// Half a year is six months.
    private func isSameLength(_ a: String, _ b: String) -> Bool {
        let same = ["P0.5Y": "P6M", "P1.5Y": "P18M", "PT0.5H": "PT30M"]
        return same[a] == b
    }

    /// "P3D" for "a few days" is "PXD".
    private func vague(_ duration: String) -> String { duration.replacingOccurrences(of: "3", with: "X") }

    private func sameRange(_ ours: TimeExpression, _ parts: [String], _ theirs: [String: String]) -> Bool {
        if let range = ours.range, (range.start == nil) != (range.end == nil), !parts[0].contains("T") {
            return CivilDate(iso: theirs["start"] ?? parts[0]) == range.start
                || CivilDate(iso: theirs["end"] ?? parts[1]) == range.end?.adding(days: 1)
        }
        guard let range = ours.range, let first = range.start, let last = range.end else {
            let ends = ours.value.split(separator: "/").map(String.init)
            return ends.count == 2 && (fits(parts[0], ends[0]) && fits(parts[1], ends[1]) || sameTimes(ends, parts))
        }
        let starts = [theirs["start"] ?? "", parts[0]].compactMap(CivilDate.init(iso:))
        let ends = [theirs["end"] ?? "", parts[1]].compactMap(CivilDate.init(iso:))
        let lastParts = ours.value.split(separator: "/").last.map(String.init) ?? ""
        if parts[0].contains("T") { return sameTimes(ours.value.split(separator: "/").map(String.init), parts) }
        let begins = starts.contains(first)
        let closes = ends.contains { end in
            end == last || end == last.adding(days: 1) || CivilDate(iso: lastParts + "-01") == end
                || CivilDate(iso: lastParts + "-01-01") == end || isWeek(lastParts, from: end)
        }
        return begins && closes
    }

    private func isWeek(_ value: String, from day: CivilDate) -> Bool {
        value.contains("-W") && value.hasSuffix("W" + String(day.isoWeek.week))
    }

    private func sameTimes(_ ours: [String], _ parts: [String]) -> Bool {
        ours.count == 2 && sameTime(ours[0], parts[0]) && sameTime(ours[1], parts[1])
    }

    // MARK: Showing

    private var shows: Bool { ProcessInfo.processInfo.environment["HEADWATER_SHOW"] != nil }

    private func show(_ item: Case, _ expected: Case.Expected, _ ours: [TimeExpression], _ file: String) {
        guard shows else { return }
        let found = ours.map { "[\(item.text[$0.span])] \($0.kind.rawValue) \($0.value)" }.joined(separator: "; ")
        let wanted = expected.values.map { $0["timex"] ?? "" }.joined(separator: "|")
        print(
            "MISSED \(expected.type)\t\(item.text.string.prefix(150)) @\(item.written?.description ?? "")\t"
                + "[\(item.text[expected.span])] \(wanted)\tgot \(found)")
    }

    private func showSpurious(_ item: Case, _ one: TimeExpression, _ file: String) {
        guard shows else { return }
        print("SPURIOUS\t[\(item.text[one.span])] \(one.kind.rawValue) \(one.value)\t\(item.text.string.prefix(150))")
    }
}
