import NewsModel
import TextCore

/// Whether a report tells that somebody killed themselves: `turned the gun on himself`, `before killing herself`,
/// `a murder-suicide`, `kills wife, self`; not `attempted suicide`.
enum OwnHand {
    static func tells(_ analysis: Analysis) -> Bool {
        analysis.sentences.contains { sentence in
            guard analysis.document.blocks[sentence.block].kind.isArticleText else { return false }
            return tells(sentence.folded(in: analysis))
        }
    }

    private static func tells(_ words: [String]) -> Bool {
        words.indices.contains { at in
            let before = words[max(0, at - 6)..<at]
            let near = words[max(0, at - 3)..<at]
            switch words[at] {
            case "himself", "herself":
                let isTurned = words[max(0, at - 1)..<at].contains("on") && before.contains { $0.hasPrefix("turn") }
                let isKilled = near.contains { killing.contains($0) } || near.contains("then")
                return isTurned || isKilled
            case "self": return near.contains(",") || near.contains("then") || near.contains("and")
            case "life":
                return near.contains("own")
                    && before.contains { ["took", "take", "takes", "taking", "taken"].contains($0) }
            case "suicide":
                let isTried =
                    words[at...].prefix(3).contains { $0.hasPrefix("attempt") }
                    || near.contains { $0.hasPrefix("attempt") }
                return !isTried
                    && near.contains {
                        ["murder", "homicide", "commit", "committed", "committing", "apparent"].contains($0)
                    }
            default: return false
            }
        }
    }

    private static let killing: Set<String> = ["killed", "killing", "kills", "kill"]
}
