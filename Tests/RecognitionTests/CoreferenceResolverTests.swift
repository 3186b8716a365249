import HeadwaterTestKit
import Lexicons
import NewsModel
import Recognition
import Segmentation
import Testing
import TextCore

@Suite struct CoreferenceResolverTests {
    private static let annotators = Result<[any Annotator], any Error> {
        let resources = try ResourceDirectory()
        return [
            try Segmenter(resources: resources), try NameRecognizer(resources: resources),
            try CoreferenceResolver(resources: resources),
        ]
    }

    private func analysis(_ text: String) throws -> Analysis {
        var analysis = Analysis(document: .make(text))
        for annotator in try Self.annotators.get() { annotator.annotate(&analysis) }
        return analysis
    }

    /// The marked stretches stand in one chain.
    @Test(arguments: [
        "⟦Petrov⟧ flew home. Russian President ⟦Pavel Petrov⟧ was tired. ⟦Mr Petrov⟧ slept.",
        "⟦Maria Lopez⟧ won. ⟦She⟧ thanked ⟦her⟧ team.",
        "French President ⟦Lucie Marchand⟧ met farmers. ⟦The French leader⟧ promised help.",
        "Ahead of ⟦his⟧ visit to Chad, ⟦Omar Haddad⟧ spoke.",
        "⟦Russia⟧ objected. The ⟦Russian⟧ envoy left.",
        "The ⟦International Red Sea Agency⟧ met. ⟦IRSA⟧ will report.",
        "Dictator ⟦Juan Perez⟧ fell ill. The war went on. ⟦The dictator⟧ recovered.",
        "Kim’s uncle was there. ⟦Anna Berg⟧ saw Tom Hill. Later ⟦Berg⟧ left.",
        "The ⟦Harwell Trade Bank⟧ failed. ⟦The bank⟧ had lost millions.",
        "⟦Vladimir Vladimirovich Sokolov⟧ is ⟦Vladimir Sokolov⟧.",
        "Tom Hill met ⟦Anna Berg⟧. The Hill-Berg talks began. ⟦Berg⟧ was late.",
    ])
    func linked(_ marked: String) throws {
        let marked = MarkedText(marked)
        let analysis = try analysis(marked.text)
        let chains = marked.spans.map { span in
            analysis.mentions.first { $0.name == span || $0.span == span }?.chain
        }
        #expect(chains.allSatisfy { $0 != nil } && Set(chains).count == 1, "\(chains)")
    }

    /// The marked stretches stand in chains of their own, or in none.
    @Test(arguments: [
        "⟦Kim Jong Un⟧ spoke of his father, ⟦Kim Jong-il⟧.",
        "⟦Moscow⟧ needs friends, and ⟦Russia⟧ knows.",
        "⟦Mr Carter⟧ met ⟦Mrs Carter⟧.",
        "⟦North Korea⟧ fears ⟦South Korea⟧.",
        "⟦Anna Berg⟧ met ⟦Tom Hill⟧. He smiled.",
    ])
    func apart(_ marked: String) throws {
        let marked = MarkedText(marked)
        let analysis = try analysis(marked.text)
        let chains = marked.spans.compactMap { span in
            analysis.mentions.first { $0.name == span || $0.span == span }?.chain
        }
        #expect(chains.count == marked.spans.count && Set(chains).count == chains.count)
    }

    @Test(arguments: [
        "It was clear that ⟦it⟧ rained in Paris.", "A Russian leader came. ⟦The leader⟧ board fell.",
    ])
    func whatRefersToNothing(_ marked: String) throws {
        let marked = MarkedText(marked)
        let analysis = try analysis(marked.text)
        #expect(!analysis.mentions.contains { mention in marked.spans.contains(mention.span) })
    }

    @Test func epithetsGoByRoleAndCountry() throws {
        let analysis = try analysis(
            """
            Russian President Pavel Petrov hosted North Korean dictator Kim Song Min. The Russian leader smiled.
            The North Korean leader bowed. The president left.
            """)
        func chain(_ text: String) -> Int? {
            analysis.mentions.first { analysis.text[$0.span] == text || analysis.text[$0.name] == text }?.chain
        }
        #expect(chain("The Russian leader") == chain("Pavel Petrov"))
        #expect(chain("The North Korean leader") == chain("Kim Song Min"))
        #expect(chain("The president") == chain("Pavel Petrov"))
    }

    @Test func chainsAndMentionsAgree() throws {
        let analysis = try analysis(
            "Anna Berg met Tom Hill in Paris. She said the French government paid him. It also paid her.")
        for (index, chain) in analysis.chains.enumerated() {
            #expect(!chain.mentions.isEmpty && chain.mentions == chain.mentions.sorted())
            for mention in chain.mentions { #expect(analysis.mentions[mention].chain == index) }
        }
        #expect(analysis.mentions.allSatisfy { $0.chain != nil })
        expectLayerLaws(analysis.mentions.map(\.span), in: analysis.text)
    }

    @Test(arguments: ["", "He", String(repeating: "He said the leader saw Kim. ", count: 500)])
    func oddTexts(_ text: String) throws {
        let analysis = try analysis(text)
        expectLayerLaws(analysis.mentions.map(\.span), in: analysis.text)
    }

    // MARK: Whom the model means

    /// Gives the candidate that stands furthest from the pronoun a share, the others nothing.
    private struct Furthest: AntecedentJudge {
        var share: Float

        func shares(of questions: [AntecedentQuestion]) -> [[Float]?] {
            questions.map { question in
                for candidate in question.candidates {
                    for (place, feature) in AntecedentFeature.allCases.enumerated() {
                        #expect(Int(candidate.features[place]) < feature.size, "\(feature)")
                    }
                }
                let places = question.candidates.map { abs($0.phrase.first - question.mention.first) }
                return places.map { $0 == places.max() ? share : 0 }
            }
        }
    }

    private func judged(_ text: String, share: Float) throws -> Analysis {
        var analysis = Analysis(document: .make(text))
        let annotators = try Self.annotators.get()
        for annotator in annotators.dropLast() { annotator.annotate(&analysis) }
        analysis.syntax = Syntax(
            words: analysis.tokens.map { _ in WordReading(category: .noun) }, featureSets: ["_"],
            lemmaEdits: [LemmaEdit(cut: 0, added: "", keepsCase: false)])
        analysis.antecedents = Furthest(share: share)
        annotators[annotators.count - 1].annotate(&analysis)
        return analysis
    }

    @Test func theModelSaysWhomAPronounMeans() throws {
        let text = "Clara Holt met Anna Berg in Oslo. She smiled. Later Berg left, and she slept."
        let analysis = try judged(text, share: 0.8)
        func chains(_ words: String) -> Set<Int?> {
            Set(analysis.mentions.filter { analysis.text[$0.name] == words }.map(\.chain))
        }
        #expect(chains("She") == chains("Clara Holt") && chains("she") == chains("Clara Holt"))
        #expect(chains("Berg") == chains("Anna Berg") && chains("Berg") != chains("Clara Holt"))
        #expect(analysis.antecedents == nil)
        let unsure = try judged(text, share: 0.2)
        #expect(!unsure.mentions.contains { $0.form == .pronoun })
    }

    @Test func whatIsAPronounIsNoName() throws {
        var analysis = Analysis(document: .make("He slept."))
        let annotators = try Self.annotators.get()
        for annotator in annotators.dropLast() { annotator.annotate(&analysis) }
        let he = TextSpan(0, 2)
        analysis.mentions = [Mention(span: he, name: he, kind: .person)]
        analysis.syntax = Syntax(
            words: analysis.tokens.map { _ in WordReading(category: .pronoun) }, featureSets: ["_"],
            lemmaEdits: [LemmaEdit(cut: 0, added: "", keepsCase: false)])
        annotators[annotators.count - 1].annotate(&analysis)
        #expect(analysis.mentions.isEmpty && analysis.chains.isEmpty)
    }
}
