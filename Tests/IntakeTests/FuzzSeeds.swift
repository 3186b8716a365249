@testable import Intake

/// Whole inputs of each kind, and pieces of their syntax, to make broken ones from.
enum FuzzSeeds {
    private static func bytes(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }

    static let pages = bytes([
        PageTests.html(
            """
            <nav><a href=/>Home</a></nav><article class="article-body"><h1>Ferry loses power</h1>\(PageTests.article)
            <figure><img src=x><figcaption>The quay. Photo: Ola</figcaption></figure><ul><li>one<li>two</ul>
            <table><tr><td>a<td>b</table><blockquote class="twitter-tweet"><p>words &amp;amp; words</blockquote>
            <div class="related"><h3><a href=/b>Another</a></h3></div></article>
            """,
            head: """
                <title>Ferry loses power | Gazette</title><meta property="og:title" content="Ferry loses power">
                <script type="application/ld+json">{"@type":["NewsArticle"],"headline":"Ferry","author":[{"name":"K"}],
                "datePublished":"2024-06-18T21:30:00+02:00"}</script><link rel=canonical href="/a/1">
                """),
        PageTests.html(LiveBlogTests.markup, head: LiveBlogTests.data),
        "<html><frameset><noframes><p>\(PageTests.sentences[0])</noframes></frameset>",
        "Subject: a\r\nFrom: b@c.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
            + "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>a=3D</p>\r\n--x--\r\n",
    ])
    static let pageTokens = [
        "<div>", "</div>", "<p", ">", "\"", "'", "=", "<!--", "-->", "<![CDATA[", "]]>", "<script>", "</script",
        "<table>", "<td>",
        "<a href=", "&#x", "&#1114112;", "&amp;amp;amp;", "&", "<svg>", "<title>", "<br>", "<h1>", "<time datetime=",
        "<script type=application/ld+json>", "{\"@type\":\"NewsArticle\",", "[", "]", "{", "}", "\\u", "\\ud83d",
        "<meta charset=utf-16>", "<meta property=og:title content=", " style=display:none", " class=promo", "\u{0}",
        "\u{FEFF}", "\u{2028}",
        "<li>", "<ul>", "<select>", "<template>", "<base href=", "<b><i>", "</b>", "<blockquote>", "liveBlogUpdate",
        "<article>", "<pre>", "\n\n",
    ]

    static let feeds = bytes([
        """
        <?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>All</title><link>https://a.example</link>
        <item><title>Ferry &amp;amp; tugs</title><link>https://g.example/a</link><dc:creator>Kari</dc:creator>
        <pubDate>Tue, 18 Jun 2024 09:30:00 +0200</pubDate><source url="https://g.example/f">Gazette</source>
        <description>&lt;p&gt;Short.&lt;/p&gt;</description><content:encoded><![CDATA[\(PageTests.article)]]></content:encoded></item>
        </channel></rss>
        """,
        """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">A &lt;b&gt;</title><entry><id>1</id>
        <title>One</title><link rel="alternate" href="/1"/><updated>2024-06-18T09:30:00Z</updated><author><name>K</name></author>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Words.</p></div></content></entry></feed>
        """,
        """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item rdf:about="a">
        <title>T</title><link>a</link><description>d</description></item></rdf:RDF>
        """,
        """
        {"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"1","title":"T","content_html":"<p>x</p>",
        "date_published":"2024-06-18T09:30:00Z","authors":[{"name":"K"}]}]}
        """,
        #"{"title":"T","text":"One.\nTwo.","date":"2024-06-18","author":"K; O","url":"https://e.example/1"}"#,
    ])
    static let feedTokens = [
        "<item>", "</item>", "<entry>", "<title>", "<![CDATA[", "]]>", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "&a;",
        "&lt;", "&amp;lt;p&amp;gt;",
        "<?xml encoding=\"utf-16\"?>", "xmlns:", ":", "<a/>", "</", "<content type=\"xhtml\">", "<pubDate>", "\"", "{",
        "[", "\\u0000", ",", "null",
        "<link href=\"", "rel=self", "<dc:date>", "<source>", "<media:", "<!--", "-->", "\u{0}", "1e999", "\"items\":",
        "<", ">", "=", "\u{FFFE}",
    ]

    static let charsets =
        bytes([
            "The café of the quay was open – “all night”, they said.", "CafÃ© â€œquotedâ€\u{9D} Ã¼ber",
            "Привет \u{FEFF} мир",
            "caf\u{E9} \u{0}\u{1B}[31m", "日本語のテキスト。", "a\r\nb\rc\n",
        ]) + [
            [0xFF, 0xFE, 0x41, 0, 0x3D, 0xD8, 0, 0xDE], [0xFE, 0xFF, 0, 0x41, 0xD8, 0], [0xEF, 0xBB, 0xBF, 0x41],
            [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x20, 0xE9], [0x93, 0x61, 0x94, 0x85, 0x80],
            [0xC3, 0x28, 0xE2, 0x82, 0xF0, 0x9F],
        ]
    static let charsetTokens = [
        "Ã", "â€", "\u{FEFF}", "\u{0}", "\u{1B}", "\u{7F}", "\u{85}", "\u{2028}", "Ã©", "Â", "\u{FFFD}", "\u{10FFFF}",
        "é", "ÿ", "<meta charset=",
    ]
    static let labels = [
        nil, "utf-8", "windows-1252", "iso-8859-1", "utf-16", "utf-16le", "utf-7", "shift_jis", "gb18030", "big5",
        "koi8-r", "euc-kr",
        "iso-2022-jp", "x-user-defined", "no such", "",
    ]

    static let dates = bytes([
        "2024-06-18T21:30:00+02:00", "Tue, 18 Jun 2024 09:30:00 GMT", "Published: 18 June 2024, 9:30 p.m. EST",
        "20240618T093000Z",
        "1718703000", "June 18, 2024 | Updated 19 June 2024", "18/06/2024 21.30 Uhr", "2024-13-45",
        "Yesterday at 25:61", "12:00 AM ET, Wed February 30, 2023",
        "https://e.example/2024/06/18/a", "May 2024", "2024",
    ])
    static let dateTokens = [
        "2024", "-", "/", ":", "T", "Z", "+99:99", "Jun", "Monday", "p.m.", "EST", "Updated", "99", " ", ",", "31",
        "February", ".", "0000", "|", "٢",
    ]

    static let archives: [[UInt8]] = {
        let page = String(decoding: pages[0], as: UTF8.self)
        let warc = Array((ItemGathererTests.record(page) + ItemGathererTests.record("<p>Two.</p>")).utf8)
        let chunked =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\n5\r\n<p>On\r\n4\r\ne.</\r\n0\r\n\r\n"
        let second =
            "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: <https://e.example/>\r\nContent-Type: application/http\r\nContent-Length: \(chunked.utf8.count)\r\n\r\n\(chunked)\r\n\r\n"
        let arc =
            "filedesc://a.arc 127.0.0.1 20140216050221 text/plain 3\n1 0\n\nhttp://e.example/ 127.0.0.1 20140216050221 text/html 11\n<p>Arc.</p>\n"
        return [
            warc, Array(second.utf8), Array(arc.utf8), StoredGzip.of(warc),
            StoredGzip.of(Array(second.utf8)) + StoredGzip.of(warc),
        ]
    }()
    static let archiveTokens = [
        "WARC/1.0\r\n", "\r\n\r\n", "Content-Length: ", "Content-Length: 99999999999\r\n", "WARC-Type: response\r\n",
        "HTTP/1.1 200 OK\r\n",
        "Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip\r\n", "Content-Encoding: br\r\n", "FFFFFFFF\r\n",
        "\u{1F}\u{8B}", "filedesc://", "\n", ": ", "0\r\n\r\n",
    ]
}

/// A gzip file whose data is not compressed: what tests can write without a library.
enum StoredGzip {
    static func of(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
        var start = 0
        repeat {
            let count = min(65_535, bytes.count - start)
            let isLast = start + count == bytes.count
            result += [
                isLast ? 1 : 0, UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255), UInt8(~count >> 8 & 255),
            ]
            result += bytes[start..<(start + count)]
            start += count
        } while start < bytes.count
        for value in [checksum(bytes), UInt32(truncatingIfNeeded: bytes.count)] {
            for shift in stride(from: 0, to: 32, by: 8) { result.append(UInt8(value >> UInt32(shift) & 255)) }
        }
        return result
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var state = ~UInt32(0)
        for byte in bytes {
            state ^= UInt32(byte)
            for _ in 0..<8 {
                let isOdd = state & 1 == 1
                state >>= 1
                if isOdd { state ^= 0xEDB8_8320 }
            }
        }
        return ~state
    }
}
