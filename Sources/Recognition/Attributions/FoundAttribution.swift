/// Source, cue and content as ranges of tokens, before they are put together for a document.
struct FoundAttribution {
    var source: Range<Int>?
    var cue: Range<Int>
    var content: [Range<Int>]
    /// Whether it hands on what another one says: `Reuters reported, ⟦citing the ministry⟧`.
    var host: Int?
    /// Whether it stands within quoted words: `“⟦The ministry says⟧ that it fell,” Ode said`.
    var isWithin = false

    /// From the first to the last token of source and cue.
    var head: Range<Int> {
        guard let source else { return cue }
        return min(source.lowerBound, cue.lowerBound)..<max(source.upperBound, cue.upperBound)
    }
}
