import TextCore

/// The elements of HTML that matter to a reader of text; every other element is `unknown` and treated as inline.
enum HTMLTag: UInt8, CaseIterable {
    case text, unknown
    case html, head, body, title, base, link, meta, script, style, noscript, template
    case a, abbr, b, i, em, strong, small, font, u, s, span, mark, q, cite, code, sub, sup, time, label, tt, big
    case p, div, section, article, aside, header, footer, nav, main, address, center, details, summary, hgroup
    case h1, h2, h3, h4, h5, h6, blockquote, pre, figure, figcaption, hr, br, wbr, dialog
    case ul, ol, li, dl, dt, dd, menu
    case table, caption, thead, tbody, tfoot, tr, td, th, col, colgroup
    case form, fieldset, legend, button, input, select, option, optgroup, textarea, datalist
    case img, picture, source, track, video, audio, iframe, object, embed, param, area, map, canvas, svg, math
    case noembed, noframes, xmp, frameset, frame

    /// What an element is to the parser and to the reader.
    struct Traits: OptionSet {
        let rawValue: UInt16
        /// Has no content.
        static let void = Traits(rawValue: 1)
        /// Stands on lines of its own.
        static let block = Traits(rawValue: 2)
        /// Its start ends an open paragraph.
        static let endsParagraph = Traits(rawValue: 4)
        /// An end tag of another element does not reach through it, unless that element is one of these too.
        static let special = Traits(rawValue: 8)
        /// Holds no elements.
        static let raw = Traits(rawValue: 16)
        /// Its content is never text of the page.
        static let skipped = Traits(rawValue: 32)
        /// A heading.
        static let heading = Traits(rawValue: 64)
        /// May stand in the head of a page.
        static let headOnly = Traits(rawValue: 128)
    }

    /// What the element is.
    var traits: Traits { Self.traitsByTag[Int(rawValue)] }
    /// Whether it is one of `traits`.
    func has(_ traits: Traits) -> Bool { self.traits.contains(traits) }

    /// Level of a heading, 1 to 6.
    var headingLevel: Int? { has(.heading) ? Int(rawValue - HTMLTag.h1.rawValue) + 1 : nil }

    /// The element of a name, whatever its case.
    static func named(_ name: ArraySlice<UInt8>) -> HTMLTag {
        guard name.count <= 10 else { return .unknown }
        return byName[key(name)] ?? .unknown
    }

    private static func key(_ name: some Sequence<UInt8>) -> UInt64 {
        var key: UInt64 = 0
        for byte in name {
            let letter = byte | 0x20
            key =
                key << 6
                | (ASCII.isLower(letter) ? UInt64(letter - 0x60) : ASCII.isDigit(byte) ? UInt64(byte & 15) + 32 : 63)
        }
        return key
    }

    private static let byName: [UInt64: HTMLTag] = {
        var names: [UInt64: HTMLTag] = [:]
        for tag in allCases where tag != .text && tag != .unknown { names[key("\(tag)".utf8)] = tag }
        return names
    }()

    private static let traitsByTag: [Traits] = {
        var table = [Traits](repeating: [], count: 256)
        func set(_ traits: Traits, _ tags: [HTMLTag]) {
            for tag in tags { table[Int(tag.rawValue)].formUnion(traits) }
        }
        set(
            [.void],
            [.base, .link, .meta, .br, .wbr, .hr, .col, .input, .img, .source, .track, .embed, .param, .area, .frame])
        let blocks: [HTMLTag] = [
            .p, .div, .section, .article, .aside, .header, .footer, .nav, .main, .address, .center, .details, .summary,
            .hgroup, .h1, .h2, .h3, .h4, .h5, .h6, .blockquote, .pre, .figure, .figcaption, .hr, .dialog, .ul, .ol,
            .li, .dl, .dt, .dd, .menu, .table, .form, .fieldset,
        ]
        set([.block, .endsParagraph, .special], blocks)
        set(
            [.block, .special],
            [.caption, .thead, .tbody, .tfoot, .tr, .td, .th, .body, .html, .head, .legend, .noscript])
        set([.special], [.button, .object, .select, .template, .svg, .math, .iframe, .video, .audio, .canvas, .map])
        set([.heading], [.h1, .h2, .h3, .h4, .h5, .h6])
        set([.raw], [.script, .style, .xmp, .iframe, .noembed, .noframes, .textarea, .title])
        set(
            [.skipped],
            [
                .script, .style, .noscript, .template, .head, .title, .button, .select, .option, .textarea, .datalist,
                .video, .audio, .iframe, .object, .canvas, .svg, .noembed, .noframes, .map, .input, .dialog,
            ])
        set([.headOnly], [.base, .link, .meta, .script, .style, .noscript, .template, .title])
        return table
    }()
}
