import Foundation
import NewsModel
import TextCore

/// Articles from which derived stories are made: each in the versions that people or machines have written of it.
struct SourcePool {
    /// An article.
    struct Article {
        var name: String
        /// Paragraphs by version. The first is the original, unless the article is a translation: then no version is.
        var versions: [[String]]
        /// Whether the versions are translations of a text that is not among them.
        var isTranslated = false
    }

    /// The articles, sorted by name.
    let articles: [Article]

    /// Reads OneStopEnglish, the news of GUM and MEANTIME, and the WMT renderings below `folder`.
    init(folder: String) throws {
        var articles = try Self.levels(folder + "/lineage/onestopenglish/Texts-SeparatedByReadingLevel")
        for part in ["dev", "train"] {
            articles += try ConlluFile(path: "\(folder)/syntax/gum-wikinews/en_gum-\(part).conllu").texts
                .filter { $0.name.hasPrefix("GUM_news") }.map { text in
                    let source = SourceText(text.text)
                    return Article(name: text.name, versions: [text.paragraphs.map { source[$0] }])
                }
        }
        for part in ["airbus", "apple"] {
            let path = "\(folder)/events/meantime/intra-doc_annotation/corpus_\(part)"
            articles += try LineageCorpus.files(path).filter { $0.hasSuffix(".xml") }.map { file in
                let document = try CATDocument(file: "\(path)/\(file)")
                let sentences = LineIndex(document.text).lines.map { Self.joined(document.text[$0]) }
                return Article(name: document.name, versions: [sentences.filter { !$0.isEmpty }])
            }
        }
        for language in ["is", "ja", "ru"] {
            let path = "\(folder)/lineage/wmt21-renderings/xml/newstest2021.\(language)-en.all.xml"
            articles += try RenderingReader.articles(path).map { article in
                let versions = article.renderings.sorted { $0.key < $1.key }
                    .map { $0.value.split(separator: "\n").map(String.init) }
                return Article(name: article.id, versions: versions, isTranslated: true)
            }
        }
        self.articles = articles.filter { ($0.versions.first ?? []).joined().count >= 900 }
            .sorted { $0.name < $1.name }
    }

    private static func levels(_ root: String) throws -> [Article] {
        var versions: [String: [[String]]] = [:]
        for (folder, suffix) in [("Adv-Txt", "adv"), ("Int-Txt", "int"), ("Ele-Txt", "ele")] {
            for file in try LineageCorpus.files("\(root)/\(folder)") where file.hasSuffix(".txt") {
                let key = file.lowercased().replacing("-\(suffix).txt", with: "").replacing(".txt", with: "")
                let text = try LineageCorpus.text("\(root)/\(folder)/\(file)").replacing("\u{FEFF}", with: "")
                let paragraphs = text.split(whereSeparator: \.isNewline).map { joined(String($0)) }
                    .filter { $0.count > 30 }
                if suffix == "adv" || versions[key] != nil { versions[key, default: []].append(paragraphs) }
            }
        }
        return versions.map { Article(name: $0.key, versions: $0.value) }
    }

    /// The words of a tokenised line put together as they are printed.
    private static func joined(_ line: String) -> String {
        var text = line.oneLine
        for mark in [".", ",", ";", ":", "?", "!", ")", "'s", "’s", "%"] {
            text = text.replacing(" " + mark, with: mark)
        }
        return text.replacing("( ", with: "(")
    }
}
