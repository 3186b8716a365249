import NewsModel
import TextCore

/// Reads a saved page: its report as typed blocks, what it says of itself, and the way back to its bytes.
struct PageReader: Sendable {
    let references: CharacterReferences
    let cues: PageCues
    let facts: WordFacts
    let phrases: PhraseRules

    /// A headline that does not stand in the text, and where the raw bytes give it.
    struct Headline {
        var text: String
        var rawOffset: Int
    }

    /// What a page gives.
    struct Page {
        var text: SourceText
        var map: AlignmentMap
        var metadata: DocumentMetadata
        var blocks: [Block]
        var invisible: InlineText.DamageCount
        var twice: InlineText.DamageCount
        var isCut: Bool
    }

    /// The page in `decoded`; nil where it holds no text.
    ///
    /// - Complexity: O(n · d) for a depth of nesting d, which is bounded.
    func read(_ decoded: DecodedText, address: String?) -> Page? {
        let tree = HTMLTreeBuilder.tree(decoded.bytes)
        let found = PageFacts(tree, references)
        var outline = PageOutline(tree, cues, references)
        if outline.text.count < 200 { outline = PageOutline(tree, cues, references, showsHidden: true) }
        guard !outline.units.isEmpty else { return nil }
        let finder = ContentFinder(tree, outline, body: found.body)
        var meta = PageMetadata(tree, found, references, facts, address: address)
        let typer = PageTyper(
            tree, outline, finder, title: meta.metadata.title, description: meta.description, facts: found)
        if meta.metadata.authors.isEmpty { meta.setAuthors(typer.bylines.flatMap { AuthorNames.split($0, facts) }) }
        let top = typer.headline.map { outline.units[$0].node } ?? finder.root
        meta.readShownTimes(
            from: min(top, finder.root)..<Int(tree.nodes[finder.root].end), lines: typer.dateLines)

        let told = typer.headline == nil ? meta.titlePlace : nil
        var page = compose(
            tree, outline, typer.pieces, original: decoded.map,
            title: told.map { Headline(text: $0.text, rawOffset: decoded.map.rawOffset(of: $0.span.start)) })
        page?.metadata = meta.metadata
        if let found = page { page?.metadata = withDateline(found) }
        return page
    }

    /// The metadata of a page, and what the line before its first sentence tells: a place, an agency.
    private func withDateline(_ page: Page) -> DocumentMetadata {
        var metadata = page.metadata
        guard let lead = page.blocks.first(where: { $0.kind == .paragraph }) else { return metadata }
        let profile = UnitProfile(page.text, LayoutUnit(lead.span, afterGap: true), facts)
        guard let dateline = Dateline(page.text, profile, isLead: true, facts) else { return metadata }
        metadata.datelinePlace = dateline.place.map { page.text[$0] }
        if let agency = dateline.agency, metadata.publisher == nil,
            metadata.outlet.map(FoldedText.fold) != FoldedText.fold(agency)
        {
            metadata.publisher = agency
        }
        return metadata
    }

    /// The page of a stretch of markup that holds a report and nothing else: a feed's entry.
    func fragment(_ decoded: DecodedText, title: Headline?) -> Page? {
        let tree = HTMLTreeBuilder.tree(decoded.bytes)
        let outline = PageOutline(tree, cues, references, showsHidden: true)
        let finder = ContentFinder(tree, outline, body: nil, isWhole: true)
        let typer = PageTyper(tree, outline, finder, title: title?.text, description: nil)
        return compose(tree, outline, typer.pieces, original: decoded.map, title: typer.headline == nil ? title : nil)
    }

    /// Writes the chosen stretches of a page as a text with blocks.
    private func compose(
        _ tree: MarkupTree, _ outline: PageOutline, _ pieces: [PageTyper.Piece], original: AlignmentMap,
        title: Headline?
    ) -> Page? {
        var text = InlineText(references, original: original)
        var blocks: [Block] = []
        var open: [Bool] = []
        if let title {
            text.write(title.text, place: title.rawOffset)
            // A title of blanks is none.
            if text.count > 0 {
                blocks.append(Block(.title, TextSpan(0, text.count)))
                open.append(false)
            }
        }
        for piece in pieces {
            let unit = outline.units[piece.unit]
            let first = Int(outline.pieces[unit.pieces.lowerBound])
            text.separate(at: tree.nodes[first].span.start)
            let start = text.count
            for index in outline.pieces[unit.pieces] {
                if index < 0 {
                    text.breakWord(at: tree.nodes[first].span.end)
                } else {
                    let node = tree.nodes[Int(index)]
                    text.append(tree.bytes, node.span, isLiteral: node.isLiteral)
                }
            }
            text.endUnit()
            guard text.count > start else { continue }
            blocks.append(Block(piece.kind, TextSpan(start, text.count), published: piece.published))
            open.append(piece.isOpen)
        }
        guard !blocks.isEmpty else { return nil }
        let source = SourceText(repairing: text.bytes)
        refine(source, &blocks, open)
        return Page(
            text: source, map: text.map, metadata: DocumentMetadata(), blocks: blocks, invisible: text.invisible,
            twice: text.twice, isCut: tree.isCut)
    }

    /// What the words of a stretch say that its elements do not: promotions, credits, bylines.
    private func refine(_ text: SourceText, _ blocks: inout [Block], _ open: [Bool]) {
        for index in blocks.indices where open[index] && blocks[index].span.count <= 400 {
            let profile = UnitProfile(text, LayoutUnit(blocks[index].span, afterGap: true), facts)
            let line = DateLine(text, blocks[index].span)
            if line.isDateLine, profile.words.count <= 12, !profile.endsSentence {
                blocks[index].kind = .dateline
            } else if let match = phrases.match(text, profile), profile.words.count <= 40 {
                blocks[index].kind = match.kind.block
            } else if BylineRules.isByline(text, profile, facts) {
                blocks[index].kind = .byline
            } else if let credit = ImageCredit(text, profile, facts), credit.isImage {
                blocks[index].kind = credit.span.start == profile.span.start ? .credit : .caption
            }
        }
    }
}
