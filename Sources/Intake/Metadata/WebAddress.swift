import TextCore

/// Addresses of the web, as far as intake needs them: absolute ones, hosts, and whether two mean one page.
enum WebAddress {
    /// Whether `text` is an address and nothing else.
    static func isAddress(_ text: String) -> Bool {
        let folded = text.prefix(8).lowercased()
        return folded.hasPrefix("http://") || folded.hasPrefix("https://") || folded.hasPrefix("www.")
    }

    /// `address` as it stands where it is absolute; put together with `base` where it is not; nil where that cannot be.
    static func absolute(_ address: String, base: String?) -> String? {
        let address = address.oneLine
        guard !address.isEmpty, address.utf8.count < 2_048, !address.contains(" ") else { return nil }
        if address.hasPrefix("http://") || address.hasPrefix("https://") { return address }
        guard let base, let scheme = base.firstRange(of: "://") else { return nil }
        if address.hasPrefix("//") { return String(base[..<scheme.lowerBound]) + ":" + address }
        let path = base[scheme.upperBound...].firstIndex(of: "/") ?? base.endIndex
        if address.hasPrefix("/") { return String(base[..<path]) + address }
        if address.hasPrefix("?") { return base.prefix { $0 != "?" && $0 != "#" } + address }
        guard !address.contains(":"), !address.hasPrefix("#") else { return nil }
        let folder = base[path...].lastIndex(of: "/").map { base[...$0] } ?? base[...] + "/"
        return String(folder) + address
    }

    /// The host without "www.".
    static func host(_ address: String) -> String? {
        guard let scheme = address.firstRange(of: "://") else { return nil }
        let host = address[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != ":" }
            .lowercased()
        guard host.contains(".") else { return nil }
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }

    /// The address within one of a cache or an archive of the web: AMP pages at Google's and Bing's, the Wayback Machine.
    static func original(_ address: String) -> String {
        guard let host = host(address), let scheme = address.firstRange(of: "://"),
            let slash = address[scheme.upperBound...].firstIndex(of: "/")
        else { return address }
        let path = address[address.index(after: slash)...]
        if host == "web.archive.org" || host == "archive.org", path.hasPrefix("web/") {
            let rest = path.dropFirst(4).drop { $0 != "/" }.dropFirst()
            return rest.hasPrefix("http://") || rest.hasPrefix("https://") ? original(String(rest)) : address
        }
        var rest: Substring?
        if host.hasSuffix(".cdn.ampproject.org"), let mark = path.firstIndex(of: "/"),
            ["c", "v"].contains(path[..<mark])
        {
            rest = path[path.index(after: mark)...]
        } else if host.hasPrefix("google.") || host == "bing.com", path.hasPrefix("amp/") {
            rest = path.dropFirst(4)
        }
        guard var rest else { return address }
        let isSecure = rest.hasPrefix("s/")
        if isSecure { rest = rest.dropFirst(2) }
        guard rest.prefix(while: { $0 != "/" }).contains(".") else { return address }
        return original((isSecure ? "https://" : "http://") + rest)
    }

    /// What two addresses of one page have in common: no scheme, "www.", fragment, tracking parameters, mobile and AMP
    /// forms, nor a slash at the end.
    static func key(_ address: String) -> String? {
        let address = original(address)
        guard var host = host(address), let scheme = address.firstRange(of: "://") else { return nil }
        for opening in ["m.", "mobile.", "amp."]
        where host.hasPrefix(opening) && host.dropFirst(opening.count).contains(".") {
            host = String(host.dropFirst(opening.count))
        }
        var rest = address[scheme.upperBound...].drop { $0 != "/" && $0 != "?" && $0 != "#" }
        if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
        var query = ""
        if let mark = rest.firstIndex(of: "?") {
            let kept = rest[rest.index(after: mark)...].split(separator: "&").filter { pair in
                let name = pair.prefix { $0 != "=" }.lowercased()
                let value = pair.dropFirst(name.count + 1).lowercased()
                return !name.hasPrefix("utm_") && !name.hasPrefix("at_") && !tracking.contains(name)
                    && !["print", "printable", "amp"].contains(value)
            }
            query = kept.sorted().joined(separator: "&")
            rest = rest[..<mark]
        }
        var path = String(rest)
        for ending in [
            "/amp/", "/amp", "/amp.html", "/print", "/print/", "/print.html", "/printable", "/index.html", "/index.php",
        ] where path.hasSuffix(ending) {
            path = String(path.dropLast(ending.count))
            break
        }
        for opening in ["/amp/", "/print/"] where path.hasPrefix(opening) {
            path = String(path.dropFirst(opening.count - 1))
        }
        if path.hasSuffix(".amp.html") { path = String(path.dropLast(9)) + ".html" }
        while path.hasSuffix("/") { path.removeLast() }
        return host + path + (query.isEmpty ? "" : "?" + query)
    }

    private static let tracking: Set<String> = [
        "fbclid", "gclid", "igshid", "mc_cid", "mc_eid", "ref", "ref_src", "cmp", "cmpid", "smid", "ns_mchannel",
        "ocid",
        "output", "outputtype", "amp", "share", "src", "source", "partner", "rss", "print", "xtor",
    ]
}
