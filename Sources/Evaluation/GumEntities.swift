import Foundation
import NewsModel
import TextCore

/// The entities of GUM: spans with type, coreference group and the head words that name them.
///
/// Read from the `Entity` field of the last column, whose layout `global.Entity` declares:
/// group, type, information status, salience, centering, head words, link, identity.
struct GumEntities {
    struct Entity {
        var group: String
        var type: String
        /// The whole phrase.
        var span: TextSpan
        /// From the first to the last of the words that the treebank calls its head.
        var head: TextSpan
        /// Whether all head words are proper nouns.
        var isName: Bool
        /// Whether the phrase is one pronoun.
        var isPronoun: Bool
    }

    /// A document with its entities, in order of their start.
    struct Text {
        var document: Document
        var entities: [Entity]
    }

    var texts: [Text]

    /// Reads `path`.
    init(path: String) throws {
        let files = try ConlluFile(path: path).texts
        guard let data = FileManager.default.contents(atPath: path) else { throw EvaluationFailure.missing(path: path) }
        var rows: [[(part: String, misc: String)]] = []
        for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
            if line.hasPrefix("# newdoc") { rows.append([]) }
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count == 10, !fields[0].contains("."), !fields[0].contains("-"), !rows.isEmpty else {
                continue
            }
            rows[rows.count - 1].append((String(fields[3]), String(fields[9])))
        }
        guard rows.map(\.count) == files.map(\.words.count) else {
            throw EvaluationFailure.malformed(path: path, reason: "rows and words differ")
        }
        texts = zip(files, rows).map { file, rows in
            Text(document: file.document, entities: Self.entities(rows, file.words))
        }
    }

    private static func entities(_ rows: [(part: String, misc: String)], _ words: [TextSpan]) -> [Entity] {
        var open: [(fields: [String], start: Int)] = []
        var entities: [Entity] = []
        func close(_ group: String, at index: Int) {
            guard let place = open.lastIndex(where: { $0.fields[0] == group }) else { return }
            let (fields, start) = open.remove(at: place)
            let heads = (fields.count > 5 ? fields[5] : "").split(separator: ",").compactMap { Int($0) }
                .map { start + $0 - 1 }.filter { $0 <= index }
            guard let first = heads.first, var last = heads.last, fields.count > 1 else { return }
            // Of a name with an apposition the name alone: the proper nouns that stand together.
            if let end = (first...index).first(where: { rows[$0].part != "PROPN" }), end > first {
                last = min(last, end - 1)
            }
            entities.append(
                Entity(
                    group: group, type: fields[1], span: words[start].union(words[index]),
                    head: words[first].union(words[last]), isName: rows[first].part == "PROPN",
                    isPronoun: start == index && rows[start].part == "PRON"))
        }
        for (index, row) in rows.enumerated() {
            guard let field = row.misc.split(separator: "|").first(where: { $0.hasPrefix("Entity=") }) else { continue }
            var rest = field.dropFirst("Entity=".count)
            while let first = rest.first {
                if first == "(" {
                    let piece = rest.dropFirst().prefix { $0 != "(" && $0 != ")" }
                    rest = rest.dropFirst(piece.count + 1)
                    let fields = piece.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
                    open.append((fields, index))
                    if rest.first == ")" {
                        rest = rest.dropFirst()
                        close(fields[0], at: index)
                    }
                } else {
                    let group = rest.prefix { $0 != ")" && $0 != "(" }
                    rest = rest.dropFirst(group.count)
                    if rest.first == ")" { rest = rest.dropFirst() }
                    close(String(group), at: index)
                }
            }
        }
        return entities.sorted { $0.span < $1.span }
    }
}
