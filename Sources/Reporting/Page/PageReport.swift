public import NewsModel
import TextCore

/// Accounts as one HTML file that works offline: no request leaves it, nothing from a document is executed in it.
public struct PageReport: Sendable {
    private let assets: PageAssets

    /// A report with the page's style and script.
    public init(assets: PageAssets) { self.assets = assets }

    /// The page of the accounts of a run, as UTF-8.
    ///
    /// Its policy allows its own style and script, by their hashes, and nothing else. The accounts stand in it as JSON,
    /// which the script shows; without scripts the brief is there to read.
    public func render(_ accounts: [Account]) -> [UInt8] {
        var page: [UInt8] = []
        let title = accounts.first.map { $0.story.title } ?? "No story"
        page +=
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <meta name="generator" content="Headwater">
            <title>\(HTML.escaped(title.isEmpty ? "Headwater" : title))</title>
            <style>\(assets.style)</style>
            </head>
            <body>
            <noscript>\(accounts.map(brief).joined())</noscript>
            <div id="page"></div>
            <script id="data" type="application/json">
            """.utf8
        page += PageData(accounts).json
        page += "</script>\n<script>\(assets.script)</script>\n</body>\n</html>\n".utf8
        return page
    }

    private var policy: String {
        func hash(_ text: String) -> String { Base64.encoded(SHA256Digest(of: Array(text.utf8)).bytes) }
        return [
            "default-src 'none'", "style-src 'sha256-\(hash(assets.style))'",
            "script-src 'sha256-\(hash(assets.script))'", "base-uri 'none'", "form-action 'none'",
        ].joined(separator: "; ")
    }

    private func brief(_ account: Account) -> String {
        let names = AccountNames(account)
        let items = account.brief.map { item in
            let notes = item.citations.map { citation in
                " <small>[\(HTML.escaped(names.label(citation.document))): <q>\(HTML.escaped(names.exact(citation)))</q>]"
                    + "</small>"
            }
            return "<li>\(Wording.heading(item.section)): \(HTML.escaped(item.text))\(notes.joined())</li>\n"
        }
        return
            "<h1>\(HTML.escaped(account.story.title))</h1>\n<p>\(HTML.escaped(Wording.summary(account).joined(separator: " · ")))</p>\n"
            + "<ul>\n\(items.joined())</ul>\n<p>The ledger, the lineage and the reports need a browser with scripts.</p>\n"
    }
}
