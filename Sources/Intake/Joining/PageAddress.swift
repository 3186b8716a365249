import NewsModel
import TextCore

/// Whether an address is that of one of several pages that a report was set on.
///
///     gazette.example/news/ferry?page=2       page 2 of gazette.example/news/ferry
///     gazette.example/news/ferry/page/3       page 3
///     gazette.example/news/ferry/2            page 2, where the page says so or its neighbour bears the same title
///     gazette.example/news/ferry-2.html       page 2, where the page's links to its neighbours say so
enum PageAddress {
    /// How sure the form of an address is.
    enum Form {
        /// A number at the end of a word: many an address of a whole report has one.
        case suffix
        /// A number between slashes, or after a word that means page.
        case named
    }

    /// The highest number of a page: what is higher numbers something else.
    private static let most = 99

    /// Which page of which report `key` (``WebAddress/key(_:)``) is, by its form; nil where it has none.
    static func position(_ key: String) -> (position: PagePosition, form: Form)? {
        var path = Substring(key)
        if let mark = key.firstIndex(of: "?") {
            path = key[..<mark]
            var pairs = key[key.index(after: mark)...].split(separator: "&")
            if let index = pairs.firstIndex(where: { number(ofPair: $0) != nil }), path.contains("/") {
                let number = number(ofPair: pairs.remove(at: index))!
                let report = path + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
                return (PagePosition(report: String(report), number: number), .named)
            }
            return nil
        }
        var ending: Substring = ""
        for known in [".html", ".htm", ".php", ".shtml"] where path.hasSuffix(known) {
            ending = path.suffix(known.count)
            path = path.dropLast(known.count)
        }
        let digits = path.reversed().prefix { $0.isASCII && $0.isNumber }.count
        guard digits > 0, digits <= 2, let number = number(path.suffix(digits)) else { return nil }
        path = path.dropLast(digits)
        guard let mark = path.last, "/-_,=".contains(mark) else { return nil }
        var rest = path.dropLast()
        var form: Form = mark == "/" ? .named : .suffix
        for word in words where rest.hasSuffix(word) {
            let before = rest.dropLast(word.count)
            guard let parting = before.last, "/-_,".contains(parting) else { continue }
            rest = before.dropLast()
            form = .named
            break
        }
        guard rest.contains("/"), !rest.hasSuffix("/") else { return nil }
        return (PagePosition(report: String(rest + ending), number: number), form)
    }

    /// Which page a page is that gives these addresses of its own, the surest first, and of its neighbours.
    static func position(own: [String], next: String?, previous: String?) -> PagePosition? {
        let keys = own.compactMap(WebAddress.key)
        let before = previous.flatMap(WebAddress.key)
        let (after, earlier) = (
            next.flatMap(WebAddress.key).flatMap(position)?.position, before.flatMap(position)?.position
        )
        // What its neighbours are called tells most: the address of the first page is often given for all of them.
        if let after, after.number == 2, before == nil, keys.contains(after.report) {
            return PagePosition(report: after.report, number: 1)
        }
        if let after, after.number > 2, before == nil || [before, earlier?.report].contains(after.report) {
            return PagePosition(report: after.report, number: after.number - 1)
        }
        if let earlier,
            keys.contains(where: { $0 == earlier.report || position($0)?.position.report == earlier.report })
        {
            return PagePosition(report: earlier.report, number: earlier.number + 1)
        }
        for key in keys {
            guard let found = position(key) else { continue }
            if found.form == .named || before == found.position.report { return found.position }
        }
        return nil
    }

    private static let words = ["page", "pages", "seite", "pagina", "p", "part"]

    private static func number(ofPair pair: Substring) -> Int? {
        let name = pair.prefix { $0 != "=" }.lowercased()
        guard ["page", "pg", "p", "pagenum", "page_no", "pagenumber", "seite", "pagina"].contains(name) else {
            return nil
        }
        return number(pair.dropFirst(name.count + 1))
    }

    private static func number(_ digits: Substring) -> Int? {
        guard let number = Int(digits), (2...most).contains(number) else { return nil }
        return number
    }
}
