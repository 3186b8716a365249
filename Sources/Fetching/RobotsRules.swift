import TextCore

/// What a host's robots.txt lets a program fetch (RFC 9309), and how often.
///
///     User-agent: *
///     Disallow: /private/
///     Allow: /private/press$
///
/// The group that names the program counts, else the one for `*`; of the rules that match, the longest, and of two as long
/// the one that allows.
struct RobotsRules: Sendable {
    /// A path, with `*` for anything and `$` for the end.
    private struct Rule {
        var pattern: [UInt8]
        var allows: Bool
    }

    private let rules: [Rule]
    /// Seconds between requests that the group asks for, where it does (not in the RFC, and widely used).
    let delay: Double?

    /// Everything may be fetched.
    static let allowingAll = RobotsRules(rules: [], delay: nil)
    /// Most bytes of a file that are read: what the RFC asks for at least.
    static let limit = 512 << 10

    private init(rules: [Rule], delay: Double?) {
        self.rules = rules
        self.delay = delay
    }

    /// The rules in `bytes` for a program called `product`.
    ///
    /// - Complexity: O(n).
    init(_ bytes: [UInt8], product: String) {
        var own = Group()
        var general = Group()
        var hasOwn = false
        var names: [String] = []
        var isOpen = true
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes.prefix(Self.limit)
        for line in bytes.prefix(Self.limit).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let text = String(decoding: line.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
            guard let colon = text.firstIndex(of: ":") else { continue }
            let key = String(text[..<colon]).trimmed.lowercased()
            let value = String(text[text.index(after: colon)...]).trimmed
            switch key {
            case "user-agent":
                if !isOpen { names = [] }
                isOpen = true
                names.append(
                    value == "*" ? "*" : String(value.prefix { $0.isLetter || $0 == "_" || $0 == "-" }).lowercased())
                hasOwn = hasOwn || names.last == product.lowercased()
            case "allow", "disallow":
                isOpen = false
                guard !value.isEmpty else { continue }
                let rule = Rule(pattern: Self.normalized(Array(value.utf8), isPattern: true), allows: key == "allow")
                if names.contains(product.lowercased()) { own.rules.append(rule) }
                if names.contains("*") { general.rules.append(rule) }
            case "crawl-delay":
                guard let seconds = Double(value), seconds >= 0 else { continue }
                if names.contains(product.lowercased()) { own.delay = seconds }
                if names.contains("*") { general.delay = seconds }
            default: continue
            }
        }
        self.init(rules: (hasOwn ? own : general).rules, delay: (hasOwn ? own : general).delay)
    }

    private struct Group {
        var rules: [Rule] = []
        var delay: Double?
    }

    /// Whether `target` (path and query) may be fetched.
    ///
    /// - Complexity: O(r · n) in the rules and the bytes of the target.
    func allows(_ target: String) -> Bool {
        if target == "/robots.txt" { return true }
        let path = Self.normalized(Array(target.utf8), isPattern: false)
        var longest = -1
        var allows = true
        for rule in rules where rule.pattern.count >= longest && Self.matches(rule.pattern, path) {
            allows = rule.pattern.count == longest ? allows || rule.allows : rule.allows
            longest = rule.pattern.count
        }
        return allows
    }

    /// Whether `pattern` matches the beginning of `path`: each part between stars at the first place where it stands.
    private static func matches(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
        let isAnchored = pattern.last == UInt8(ascii: "$")
        let parts = (isAnchored ? pattern.dropLast() : pattern[...]).split(
            separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
        guard let first = parts.first, path.starts(with: first) else { return false }
        if parts.count == 1 { return !isAnchored || path.count == first.count }
        var place = first.count
        for part in parts.dropFirst().dropLast() {
            guard let found = find(part, in: path, from: place) else { return false }
            place = found + part.count
        }
        let last = parts[parts.count - 1]
        if isAnchored { return path.count - last.count >= place && path.suffix(last.count).elementsEqual(last) }
        return find(last, in: path, from: place) != nil
    }

    private static func find(_ part: ArraySlice<UInt8>, in path: [UInt8], from start: Int) -> Int? {
        guard part.count <= path.count - start else { return nil }
        return (start...(path.count - part.count)).first { path[$0..<($0 + part.count)].elementsEqual(part) }
    }

    /// One way of writing a path: escapes of letters that need none undone, all others in upper case; in what is no pattern,
    /// stars and dollars as escapes, for in a pattern they would be signs.
    private static func normalized(_ bytes: [UInt8], isPattern: Bool) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if let value = PercentCoding.escape(bytes, at: index) {
                if isUnreserved(value) {
                    result.append(value)
                } else {
                    result += PercentCoding.escaped(value)
                }
                index += 3
                continue
            }
            let isSign = byte == UInt8(ascii: "*") || byte == UInt8(ascii: "$")
            if byte >= 0x80 || (isSign && !isPattern) {
                result += PercentCoding.escaped(byte)
            } else {
                result.append(byte)
            }
            index += 1
        }
        return result
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        ASCII.isLetter(byte) || ASCII.isDigit(byte) || "-._~".utf8.contains(byte)
    }
}
