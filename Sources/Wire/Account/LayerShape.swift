import NewsModel
import TextCore

extension AccountShape {
    /// The layers of the documents that the account publishes: times, quantities, credits.
    func writeLayers(_ writer: inout JSONWriter) {
        let times = account.analysesByIdentifier.flatMap { of in account.times(of: of).map { (of.document.id, $0) } }
        writer.member("times", times) { writer, item in
            let (document, time) = item
            writer.object {
                citation("citation", Citation(document, time.span), &$0)
                $0.member("type", time.kind.rawValue)
                $0.member("value", time.value)
                $0.member("modifier", time.modifier)
                $0.member("resolution", time.resolution.rawValue)
                $0.member("how", time.how)
                $0.member("start", time.range?.start?.description)
                $0.member("end", time.range?.end?.description)
            }
        }
        writer.member("quantities", flattened(\.quantities)) { writer, item in
            let (document, quantity) = item
            writer.object {
                citation("citation", Citation(document, quantity.span), &$0)
                $0.member("kind", quantity.kind.rawValue)
                amount(quantity.amount, unit: quantity.unit, thing: quantity.thing, &$0)
            }
        }
        writer.member("credits", flattened(\.credits)) { writer, item in
            let (document, credit) = item
            writer.object {
                citation("citation", Citation(document, credit.span), &$0)
                $0.member("kind", credit.kind.rawValue)
                $0.member("name", credit.links[0].name)
                $0.member("citing", credit.links.count > 1 ? credit.links[1].name : nil)
                $0.member("links", credit.links) { writer, link in
                    writer.object {
                        $0.member("name", link.name)
                        $0.member("kind", link.kind.rawValue)
                        citation("citation", Citation(document, link.span), &$0)
                    }
                }
                citation("scope", Citation(document, credit.scope), &$0)
            }
        }
    }

    private func flattened<Finding>(_ layer: KeyPath<Analysis, [Finding]>) -> [(DocumentID, Finding)] {
        account.analysesByIdentifier.flatMap { analysis in analysis[keyPath: layer].map { (analysis.document.id, $0) } }
    }
}
