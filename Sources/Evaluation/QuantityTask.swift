import Foundation
public import Lexicons
import NewsModel
import Recognition
import TextCore

/// Numbers, ordinals, percentages, ranges, money, measures, ages and temperatures against the English specification of
/// Recognizers-Text.
///
/// A case passes where exactly what is expected is found: the same characters, value and unit. What counts nothing is
/// not compared: results without a value (a unit by itself, "how many dollars") and positions ("next", "last"), for
/// which the specification has a second file without them. No other case is left out.
public struct QuantityTask: EvaluationTask {
    public static let name = "quantities"
    public static let summary = "numbers and units against the English cases of Recognizers-Text"

    private let folder: String
    private let numbers: NumberReader
    private let measures: MeasureReader
    private let bounds: BoundReader

    public init(data folder: String, resources: ResourceDirectory) throws {
        self.folder = folder + "/quantities-dates/recognizers_specs/"
        let words = try NumberWords(resources: resources)
        numbers = NumberReader(words: words)
        measures = MeasureReader(words: words, units: try UnitTable(resources: resources))
        bounds = BoundReader(
            bounds: try BoundTable(resources: resources), contexts: try ContextWords(resources: resources))
    }

    public func run(_ extent: EvaluationExtent) async throws -> [Measurement] {
        let number = try [
            score("Number", "Number/English/NumberModel.json", in: amounts),
            score("Ordinal", "Number/English/OrdinalModelSuppressExtendedTypes.json", in: ordinals),
            score("Ordinal", "Number/English/OrdinalModel.json", in: ordinals),
            score("Percentage", "Number/English/PercentModel.json", in: percentages),
            score("NumberRange", "Number/English/NumberRangeModel.json", in: ranges),
        ]
        let units = try [
            score("Currency", "NumberWithUnit/English/CurrencyModel.json", in: money),
            score("Dimension", "NumberWithUnit/English/DimensionModel.json", in: dimensions),
            score("Age", "NumberWithUnit/English/AgeModel.json", in: ages),
            score("Temperature", "NumberWithUnit/English/TemperatureModel.json", in: temperatures),
        ]
        return measurements(number) + [total("Number models", number)] + measurements(units)
            + [total("NumberWithUnit models", units)]
    }

    // MARK: Scores

    private struct Score {
        var name: String
        var passed = 0
        var cases = 0
    }

    /// What was found, in the words of the specification.
    private struct Finding: Equatable {
        var span: TextSpan
        var value: String
        var unit = ""
        var iso = ""
    }

    private func score(
        _ name: String, _ file: String, in find: (Lexemes) -> [Finding]
    ) throws -> Score {
        var score = Score(name: name)
        for one in try RecognizersSpec(path: folder + file).cases {
            let relative = one.expected.contains { $0.type.hasSuffix(".relative") }
            guard !relative else { continue }
            let wanted = one.expected.filter { ($0.resolution["value"] ?? "null") != "null" }
            let found = find(Lexemes(one.text)).sorted { $0.span < $1.span }
            score.cases += 1
            if agrees(found, wanted.sorted { ($0.span ?? one.text.span) < ($1.span ?? one.text.span) }) {
                score.passed += 1
            } else if ProcessInfo.processInfo.environment["HEADWATER_SHOW"] != nil {
                show(one, found, wanted, name)
            }
        }
        return score
    }

    private func agrees(_ found: [Finding], _ wanted: [RecognizersSpec.Expected]) -> Bool {
        found.count == wanted.count
            && zip(found, wanted).allSatisfy { found, wanted in
                (wanted.span == nil || found.span == wanted.span)
                    && sameValue(found.value, wanted.resolution["value"] ?? "")
                    && sameUnit(found, wanted.resolution)
            }
    }

    /// Equal as text, or as numbers (or ends of intervals) to 14 digits.
    private func sameValue(_ found: String, _ wanted: String) -> Bool {
        if found == wanted { return true }
        if wanted.contains(",") {
            let (ours, theirs) = (found.split(separator: ","), wanted.split(separator: ","))
            return found.first == wanted.first && found.last == wanted.last && ours.count == theirs.count
                && zip(ours, theirs).allSatisfy { sameValue(bare($0), bare($1)) }
        }
        guard let a = Double(found.trimmingCharacters(in: ["%"])), let b = Double(wanted.trimmingCharacters(in: ["%"]))
        else { return false }
        return abs(a - b) <= 1e-13 * max(abs(a), abs(b)) || abs(a - b) < 1e-15
    }

    private func bare(_ end: Substring) -> String { end.trimmingCharacters(in: ["[", "]", "(", ")"]) }

    private func sameUnit(_ found: Finding, _ wanted: [String: String]) -> Bool {
        guard let unit = wanted["unit"] else { return true }
        if let iso = wanted["isoCurrency"] { return found.iso == iso }
        return (Self.otherNames[found.unit] ?? found.unit).lowercased() == unit.lowercased()
    }

    /// Names of units that the specification calls otherwise: it knows no tonne.
    private static let otherNames = ["tonne": "ton"]

    private func show(
        _ one: RecognizersSpec.Case, _ found: [Finding], _ wanted: [RecognizersSpec.Expected], _ name: String
    ) {
        let ours = found.map { "[\(one.text[$0.span])|\($0.value)|\($0.unit) \($0.iso)]" }.joined(separator: " ")
        let theirs = wanted.map { "[\($0.text)|\($0.resolution["value"] ?? "")|\($0.resolution["unit"] ?? "")]" }
            .joined(separator: " ")
        print(name, "\(one.text.string)\n  FOUND  \(ours)\n  WANTED \(theirs)")
    }

    private func measurements(_ scores: [Score]) -> [Measurement] {
        var names: [String] = []
        for score in scores where !names.contains(score.name) { names.append(score.name) }
        return names.map { name in total(name, scores.filter { $0.name == name }) }
    }

    private func total(_ name: String, _ scores: [Score]) -> Measurement {
        let cases = scores.reduce(0) { $0 + $1.cases }
        let passed = scores.reduce(0) { $0 + $1.passed }
        return Measurement(
            data: "Recognizers " + name, measure: "cases exact", value: cases == 0 ? 0 : Double(passed) / Double(cases),
            count: cases)
    }

    // MARK: Models

    private func amounts(_ lexemes: Lexemes) -> [Finding] {
        numbers.numbers(in: lexemes).filter { $0.form != .ordinal && !$0.needsUnit }
            .map { Finding(span: $0.span, value: String($0.value)) }
    }

    private func ordinals(_ lexemes: Lexemes) -> [Finding] {
        numbers.numbers(in: lexemes).filter { $0.form == .ordinal }
            .map { Finding(span: $0.span, value: String($0.value)) }
    }

    private func percentages(_ lexemes: Lexemes) -> [Finding] {
        measured(lexemes, [.share]).filter { $0.unit?.symbol == "%" }
            .map { Finding(span: $0.span, value: String($0.value)) }
    }

    private func money(_ lexemes: Lexemes) -> [Finding] {
        measured(lexemes, [.money]).compactMap { measure in
            measure.unit.map {
                Finding(span: measure.span, value: String(measure.value / $0.part), unit: $0.name, iso: $0.symbol)
            }
        }
    }

    private func dimensions(_ lexemes: Lexemes) -> [Finding] {
        measured(lexemes, [.measure]).filter { $0.unit?.dimension != "temperature" }.map(finding)
    }

    private func temperatures(_ lexemes: Lexemes) -> [Finding] {
        measured(lexemes, [.measure]).filter { $0.unit?.dimension == "temperature" }
            .map { measure in
                var finding = finding(measure)
                finding.unit = ["°C": "C", "°F": "F", "°": "Degree"][measure.unit?.symbol ?? ""] ?? finding.unit
                return finding
            }
    }

    private func ages(_ lexemes: Lexemes) -> [Finding] { measured(lexemes, [.age]).map(finding) }

    private func measured(_ lexemes: Lexemes, _ kinds: Set<Recognition.Unit.Kind>) -> [Measure] {
        measures.measures(of: numbers.numbers(in: lexemes), in: lexemes, kinds: kinds).filter { $0.unit != nil }
    }

    private func finding(_ measure: Measure) -> Finding {
        Finding(span: measure.span, value: String(measure.value), unit: measure.unit?.name ?? "")
    }

    /// Ranges in interval notation; the specification takes both ends of "from 20 to 30" but the last.
    private func ranges(_ lexemes: Lexemes) -> [Finding] {
        let numbers = self.numbers.numbers(in: lexemes).filter { !$0.needsUnit }
        return bounds.bounded(numbers.map(Measure.init), in: lexemes).compactMap { one in
            let span = lexemes.span(one.strict)
            let start = lexemes.text[span].lowercased()
            let isEqual = one.bound == .exact && start.hasPrefix("equal")
            guard one.bound == .between || one.low == nil || one.high == nil || isEqual else { return nil }
            let low = one.low.map { String($0) } ?? ""
            let high = one.high.map { String($0) } ?? ""
            return Finding(
                span: span,
                value: (one.low != nil && one.includesLow ? "[" : "(") + low + "," + high
                    + (one.high != nil && one.includesHigh ? "]" : ")"))
        }
    }
}
