import NewsModel
import TextCore

/// Passages that reports share, one stretch a line, with the field names of passim's output (`cluster`, `size`, `uid`,
/// `id`, `series`, `date`, `begin`, `end`, `text`). Stretches that are aligned with one another, or overlap by more than
/// half in one report, are one cluster.
struct PassimExport {
    private let views: [ExportView]

    init(_ views: [ExportView]) { self.views = views }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        var cluster = 0
        var uid = 0
        for view in views {
            for members in Self.clusters(view.account.lineage.passages) {
                for citation in members {
                    let document = view.document(citation.document)
                    let (start, end) = view.offsets(citation)
                    var writer = JSONWriter()
                    writer.object {
                        $0.member("uid", uid)
                        $0.member("cluster", cluster)
                        $0.member("size", members.count)
                        $0.member("id", document.id.description)
                        $0.member("series", view.label(document))
                        $0.member("date", document.metadata.published?.description)
                        $0.member("begin", start)
                        $0.member("end", end)
                        $0.member("text", view.exact(citation))
                    }
                    bytes += writer.bytes + [0x0A]
                    uid += 1
                }
                cluster += 1
            }
        }
        return bytes
    }

    /// The stretches of passages in clusters, each sorted, in the order of their first stretch.
    ///
    /// - Complexity: O(n log n + k) in the stretches and their overlaps.
    static func clusters(_ passages: [Passage]) -> [[Citation]] {
        let stretches = Set(passages.flatMap { [$0.a, $0.b] }).sorted()
        let number = Dictionary(uniqueKeysWithValues: stretches.enumerated().map { ($1, $0) })
        var parent = Array(stretches.indices)
        func root(_ index: Int) -> Int {
            var index = index
            while parent[index] != index {
                parent[index] = parent[parent[index]]
                index = parent[index]
            }
            return index
        }
        func join(_ a: Int, _ b: Int) {
            let (one, other) = (root(a), root(b))
            parent[max(one, other)] = min(one, other)
        }
        for passage in passages {
            if let a = number[passage.a], let b = number[passage.b] { join(a, b) }
        }
        for (index, stretch) in stretches.enumerated() {
            var next = index + 1
            while next < stretches.count, stretches[next].document == stretch.document,
                stretches[next].span.start < stretch.span.end
            {
                let shared = stretch.span.intersection(stretches[next].span)?.count ?? 0
                if shared * 2 > min(stretch.span.count, stretches[next].span.count) { join(index, next) }
                next += 1
            }
        }
        var members: [[Citation]] = []
        var slot: [Int: Int] = [:]
        for (index, stretch) in stretches.enumerated() {
            let top = root(index)
            if let known = slot[top] {
                members[known].append(stretch)
            } else {
                slot[top] = members.count
                members.append([stretch])
            }
        }
        return members
    }
}
