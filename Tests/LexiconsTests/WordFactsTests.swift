import Testing

@testable import Lexicons

@Suite struct LemmatizerTests {
    static let loaded = Result { try Lemmatizer(resources: ResourceDirectory()) }

    @Test(arguments: [
        ("ships", "ship"), ("shipped", "ship"), ("sent", "send"), ("armies", "army"), ("making", "make"),
        ("men", "man"), ("left", "leave"), ("wound", "wound"), ("missiles", "missile"), ("killed", "kill"),
        ("news", "news"), ("Zhdanov", "Zhdanov"), ("is", "be"), ("processes", "process"), ("died", "die"),
    ])
    func lemma(_ form: String, _ lemma: String) throws {
        #expect(try Self.loaded.get().lemma(of: form) == lemma)
    }
}

@Suite struct WordMeaningsTests {
    static let loaded = Result { try WordMeanings(resources: ResourceDirectory()) }

    @Test(arguments: [
        ("ship", "send", WordMeanings.Closeness.exchangeable), ("shipment", "deliver", .exchangeable),
        ("soldier", "person", .kindOf), ("bullet", "shell", .exchangeable), ("kill", "injure", .unrelated),
        ("car", "automobile", .synonym), ("bank", "bank", .same), ("zhdanov", "person", .unrelated),
    ])
    func closeness(_ a: String, _ b: String, _ expected: WordMeanings.Closeness) throws {
        let meanings = try Self.loaded.get()
        #expect(WordMeanings.closeness(meanings.entry(a), meanings.entry(b)) == expected)
        #expect(WordMeanings.closeness(meanings.entry(b), meanings.entry(a)) == expected, "closeness has no direction")
    }

    @Test func shipmentIsAnAction() throws {
        let meanings = try Self.loaded.get()
        #expect(meanings.entry("shipment").isAction)
        #expect(!meanings.entry("container").isVerb || meanings.entry("container").isNoun)
    }
}
