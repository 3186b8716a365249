/// The style and the script of the page.
///
/// They are plain files in the resource folder (`page/`), handed in by the caller: Reporting reads no files, and the
/// files are the only copy there is.
public struct PageAssets: Sendable {
    /// The style sheets of the resource folder, in the order in which they cascade.
    public static let styleFiles = [
        "page/base.css", "page/account.css", "page/findings.css", "page/world.css", "page/lineage.css",
        "page/reports.css", "page/print.css",
    ]
    /// The scripts of the resource folder, in the order in which they build on one another.
    public static let scriptFiles = [
        "page/dom.js", "page/story.js", "page/evidence.js", "page/selection.js", "page/list.js", "page/brief.js",
        "page/lineage.js", "page/edge.js", "page/claims.js", "page/casualties.js", "page/figures.js",
        "page/differences.js", "page/timeline.js", "page/events.js", "page/exchanges.js", "page/world.js",
        "page/outlines.js", "page/map.js", "page/segments.js", "page/reports.js", "page/keyboard.js", "page/main.js",
    ]

    /// The style sheets as one.
    let style: String
    /// The scripts as one, in a scope of their own.
    let script: String

    /// Reads the files of the resource folder.
    ///
    /// - Parameter read: the bytes of a file of the folder.
    public init<Failure: Error>(read: (String) throws(Failure) -> [UInt8]) throws(Failure) {
        var styles: [String] = []
        for file in Self.styleFiles { styles.append(String(decoding: try read(file), as: UTF8.self)) }
        var scripts: [String] = []
        for file in Self.scriptFiles { scripts.append(String(decoding: try read(file), as: UTF8.self)) }
        style = styles.joined(separator: "\n")
        script = "(function () {\n\"use strict\";\n" + scripts.joined(separator: "\n") + "\n})();\n"
    }
}
