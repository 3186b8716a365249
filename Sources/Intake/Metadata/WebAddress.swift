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
        let address = PageFacts.line(address)
        guard !address.isEmpty, address.utf8.count < 2_048, !address.contains(" ") else { return nil }
        if address.hasPrefix("http://") || address.hasPrefix("https://") { return address }
        guard let base, let scheme = base.firstRange(of: "://") else { return nil }
        if address.hasPrefix("//") { return String(base[..<scheme.lowerBound]) + ":" + address }
        let path = base[scheme.upperBound...].firstIndex(of: "/") ?? base.endIndex
        if address.hasPrefix("/") { return String(base[..<path]) + address }
        guard !address.contains(":"), !address.hasPrefix("#"), !address.hasPrefix("?") else { return nil }
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

    /// What two addresses of one page have in common: no scheme, "www.", fragment, tracking parameters, mobile and AMP
    /// forms, nor a slash at the end.
    static func key(_ address: String) -> String? {
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
                return !name.hasPrefix("utm_") && !name.hasPrefix("at_") && !tracking.contains(name)
            }
            query = kept.sorted().joined(separator: "&")
            rest = rest[..<mark]
        }
        var path = String(rest)
        for ending in ["/amp/", "/amp", "/amp.html", "/print", "/print/", "/index.html"] where path.hasSuffix(ending) {
            path = String(path.dropLast(ending.count))
            break
        }
        if path.hasPrefix("/amp/") { path = String(path.dropFirst(4)) }
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
