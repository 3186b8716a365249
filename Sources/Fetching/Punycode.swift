/// Names of hosts in letters beyond ASCII, written in ASCII (RFC 3492): `zürich.example` is `xn--zrich-kva.example`.
enum Punycode {
    /// `host` with each label that needs it encoded; nil where one cannot be. Expects lower case.
    static func host(_ host: String) -> String? {
        if host.utf8.allSatisfy({ $0 < 0x80 }) { return host }
        var labels: [String] = []
        for label in host.split(separator: ".", omittingEmptySubsequences: false) {
            if label.utf8.allSatisfy({ $0 < 0x80 }) {
                labels.append(String(label))
            } else if let encoded = encoded(label.unicodeScalars.map(\.value)) {
                labels.append("xn--" + encoded)
            } else {
                return nil
            }
        }
        return labels.joined(separator: ".")
    }

    private static let base: UInt32 = 36
    private static let least: UInt32 = 1
    private static let most: UInt32 = 26

    private static func encoded(_ scalars: [UInt32]) -> String? {
        guard scalars.count <= 63 else { return nil }
        var output = scalars.filter { $0 < 0x80 }
        let basic = UInt32(output.count)
        var handled = basic
        if basic > 0 { output.append(0x2D) }
        var (next, delta, bias): (UInt32, UInt32, UInt32) = (0x80, 0, 72)
        while handled < scalars.count {
            guard let lowest = scalars.filter({ $0 >= next }).min() else { return nil }
            let (step, isTooLarge) = (lowest - next).multipliedReportingOverflow(by: handled + 1)
            guard !isTooLarge, delta <= .max - step else { return nil }
            delta += step
            next = lowest
            for scalar in scalars {
                if scalar < next { delta += 1 }
                guard scalar == next else { continue }
                var rest = delta
                var place = base
                while true {
                    let threshold = place <= bias ? least : min(most, place - bias)
                    if rest < threshold { break }
                    output.append(digit(threshold + (rest - threshold) % (base - threshold)))
                    rest = (rest - threshold) / (base - threshold)
                    place += base
                }
                output.append(digit(rest))
                bias = adapted(delta, handled + 1, isFirst: handled == basic)
                delta = 0
                handled += 1
            }
            delta += 1
            next += 1
        }
        let text = String(String.UnicodeScalarView(output.compactMap(Unicode.Scalar.init)))
        return text.utf8.count <= 59 ? text : nil
    }

    private static func digit(_ value: UInt32) -> UInt32 { value < 26 ? 0x61 + value : 0x30 + value - 26 }

    private static func adapted(_ delta: UInt32, _ count: UInt32, isFirst: Bool) -> UInt32 {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var place: UInt32 = 0
        while delta > (base - least) * most / 2 {
            delta /= base - least
            place += base
        }
        return place + (base - least + 1) * delta / (delta + 38)
    }
}
