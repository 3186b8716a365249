public import TextCore

/// What a document says of itself. Nothing here is invented: what is not known is nil.
public struct DocumentMetadata: Hashable, Sendable {
    /// The name that the reader sees.
    public var outlet: String?
    /// Who wrote the text.
    public var publisher: String?
    /// Who carried it: a feed, an aggregator.
    public var transport: String?
    /// The headline.
    public var title: String?
    /// The author line, without "By".
    public var byline: String?
    /// The writers one by one, where they are told apart.
    public var authors: [String] = []
    /// The part of the outlet that it stands in ("World").
    public var section: String?
    /// Addresses of what the document says it is taken from.
    public var basedOn: [String] = []
    /// The place of a dateline, as written ("KYIV").
    public var datelinePlace: String?
    /// When it was published.
    public var published: PublicationTime?
    /// When it was last changed.
    public var updated: PublicationTime?
    /// Language as a BCP 47 tag; nil where it could not be told.
    public var language: String?
    /// Canonical address.
    public var url: String?
    /// Which page it is of a report that was set on several; nil for a whole report.
    public var page: PagePosition?

    /// Metadata of which nothing is known.
    public init() {}

    /// Whether Headwater's reader may analyse the text (it reads English).
    public var isReadable: Bool { Self.isReadable(language) }

    /// Whether it may analyse text in a language, given as a BCP 47 tag; what is not known is taken for English.
    static func isReadable(_ language: String?) -> Bool { language.map { $0 == "en" || $0.hasPrefix("en-") } ?? true }
}

/// A page of a report that was set on several.
public struct PagePosition: Hashable, Sendable {
    /// What the addresses of its pages have in common.
    public var report: String
    /// Its number; the first is 1.
    public var number: Int

    /// A page of a report.
    public init(report: String, number: Int) {
        self.report = report
        self.number = number
    }
}

/// A time of publication with honest precision.
public struct PublicationTime: Hashable, Sendable {
    /// How much of the time was given.
    public enum Precision: String, Sendable { case second, minute, hour, day, month, year, unknown }

    /// Where it was found, the most trusted first.
    public enum Source: String, Sendable {
        case structuredData, openGraph, meta, timeElement, feed, header, text, address
    }

    /// The day.
    public var date: CivilDate
    /// Seconds since that day's midnight, where a time of day was given.
    public var secondOfDay: Int?
    /// Offset from UTC in minutes, where a zone was given.
    public var zoneMinutes: Int?
    /// How much of it was given.
    public var precision: Precision
    /// Where in the text it was found, where it was.
    public var span: TextSpan?
    /// What it was found in.
    public var source: Source

    /// A time of publication.
    public init(
        date: CivilDate, secondOfDay: Int? = nil, zoneMinutes: Int? = nil, precision: Precision, span: TextSpan? = nil,
        source: Source = .text
    ) {
        self.date = date
        self.secondOfDay = secondOfDay
        self.zoneMinutes = zoneMinutes
        self.precision = precision
        self.span = span
        self.source = source
    }
}

extension PublicationTime: CustomStringConvertible {
    /// ISO 8601, as much of it as was given: `2024-06`, `2024-06-18`, `2024-06-18T09:30+02:00`.
    public var description: String {
        switch precision {
        case .year: return String(date.description.dropLast(6))
        case .month: return String(date.description.dropLast(3))
        case .day, .unknown: return date.description
        case .hour, .minute, .second:
            guard let secondOfDay else { return date.description }
            var clock = "T" + Self.padded(secondOfDay / 3600) + ":" + Self.padded(secondOfDay / 60 % 60)
            if precision == .second { clock += ":" + Self.padded(secondOfDay % 60) }
            return date.description + clock + zone
        }
    }

    private var zone: String {
        guard let zoneMinutes else { return "" }
        if zoneMinutes == 0 { return "Z" }
        let size = abs(zoneMinutes)
        return (zoneMinutes < 0 ? "-" : "+") + Self.padded(size / 60) + ":" + Self.padded(size % 60)
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
