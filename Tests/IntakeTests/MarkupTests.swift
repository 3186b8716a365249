import Lexicons
import Testing
import TextCore

@testable import Intake

/// Tags to trees: as browsers read them, and bounded whatever is given.
@Suite struct MarkupTests {
    /// A tree as nested names: `p("one" b("two"))`.
    static func outline(_ html: String) -> String {
        let tree = HTMLTreeBuilder.tree(Array(html.utf8))
        func inside(_ node: Int) -> String {
            tree.children(of: node).map { child in
                let kind = tree.nodes[child]
                if kind.tag == .text { return "\"" + tree.raw(kind.span) + "\"" }
                let inner = inside(child)
                return "\(kind.tag)" + (inner.isEmpty ? "" : "(" + inner + ")")
            }.joined(separator: " ")
        }
        return inside(0)
    }

    @Test(arguments: [
        ("<p>one<p>two", "p(\"one\") p(\"two\")"), ("<ul><li>one<li>two</ul>", "ul(li(\"one\") li(\"two\"))"),
        ("<p>one<div>two</div>", "p(\"one\") div(\"two\")"), ("<div><p>one</div>two", "div(p(\"one\")) \"two\""),
        ("<b><p>one</b>two</p>", "b(p(\"one\" \"two\"))"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "table(tr(td(\"a\") td(\"b\")) tr(td(\"c\")))"),
        ("<br/>a<img src=x>b", "br \"a\" img \"b\""),
        ("<script>if (a < b) '<p>'</script>c", "script(\"if (a < b) '<p>'\") \"c\""),
        ("a <!-- b <p> --> c", "\"a \" \" c\""), ("1 < 2 and <3", "\"1 \" \"< 2 and \" \"<3\""),
        ("</p>a</div>", "\"a\""),
        ("<title>a <b> & c</title>d", "title(\"a <b> & c\") \"d\""), ("<a href='x>y'>z</a>", "a(\"z\")"),
        ("<h1>a<h2>b</h2>", "h1(\"a\") h2(\"b\")"),
        ("<svg><path/><title>t</title></svg>a", "svg(unknown title(\"t\")) \"a\""),
    ])
    func treesAreThoseOfABrowser(_ html: String, _ expected: String) {
        #expect(Self.outline(html) == expected)
    }

    @Test func nestingAndEndsWithoutBeginningAreBounded() {
        let deep = Array(
            (String(repeating: "<div><b><i>", count: 200_000) + "x" + String(repeating: "</u></i></a>", count: 200_000))
                .utf8)
        let tree = HTMLTreeBuilder.tree(deep)
        #expect(tree.nodes.contains { $0.tag == .text })
        let open = Array(String(repeating: "<a \"", count: 500_000).utf8)
        #expect(HTMLTreeBuilder.tree(open).nodes.count > 0)
        #expect(HTMLTreeBuilder.tree(Array(String(repeating: "<!--", count: 300_000).utf8)).nodes.count == 1)
        #expect(XMLTreeBuilder.tree(Array(String(repeating: "<a><b/>", count: 300_000).utf8)).nodes.count > 0)
    }

    @Test func entitiesOfADocumentAreNotExpanded() {
        let bomb =
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><rss><channel><title>&b;</title></channel></rss>"
        let tree = XMLTreeBuilder.tree(Array(bomb.utf8))
        #expect(tree.nodes.filter { $0.tag == .text }.map { tree.raw($0.span) } == ["&b;"])
    }

    static let references: CharacterReferences = {
        do { return try CharacterReferences(resources: ResourceDirectory()) } catch { fatalError("\(error)") }
    }()

    @Test(arguments: [
        ("a &amp; b", "a & b"), ("caf&eacute; &#8217; &#x2019;", "café ’ ’"), ("AT&T &copy 2024", "AT&T © 2024"),
        ("&notin; &notit; &unknown;", "∉ ¬it; &unknown;"), ("&#150; &#0; &#x110000;", "– \u{FFFD} \u{FFFD}"),
        ("&", "&"),
    ])
    func referencesAreDecoded(_ text: String, _ expected: String) {
        let bytes = Array(text.utf8)
        #expect(Self.references.decoded(bytes, TextSpan(0, bytes.count)) == expected)
    }

    @Test func textFoldsWhiteSpaceAndKeepsItsPlaces() {
        let source = Array(" The\n\tfer&shy;ry&nbsp; left &amp;quot;now&amp;quot; \u{200B}. ".utf8)
        var text = InlineText(Self.references, original: .identity)
        text.append(source, TextSpan(0, source.count))
        #expect(String(decoding: text.bytes, as: UTF8.self) == "The ferry left \"now\" .")
        #expect(text.invisible.count == 2 && text.twice.count == 2)
        for (word, place) in [("ferry", "fer&"), ("left", "left"), ("now", "now")] {
            let at = String(decoding: text.bytes, as: UTF8.self).utf8.firstRange(of: word.utf8)?.lowerBound
            let offset = at.map {
                String(decoding: text.bytes, as: UTF8.self).utf8.distance(from: "".utf8.startIndex, to: $0)
            }
            let raw = offset.map { text.map.rawOffset(of: $0) } ?? -1
            #expect(raw >= 0 && source[raw...].starts(with: place.utf8), "\(word) at \(raw)")
        }
    }
}
