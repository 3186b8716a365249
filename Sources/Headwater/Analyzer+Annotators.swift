import Encoding
public import Lexicons
public import NewsModel
import Recognition
import Segmentation

extension Analyzer {
    /// The annotators in the order in which they read a document: each may use the layers of those before it.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public static func annotators(
        resources: ResourceDirectory
    ) throws(ResourceDirectory.Failure) -> [any Annotator] {
        try annotatorsWithNotes(resources: resources).annotators
    }

    /// The annotators that every other stands on: sentences, tokens, and the reading of words where a model is found.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public static func readers(resources: ResourceDirectory) throws(ResourceDirectory.Failure) -> [any Annotator] {
        try readersWithNotes(resources: resources).annotators
    }

    private static func readersWithNotes(
        resources: ResourceDirectory
    ) throws(ResourceDirectory.Failure) -> (annotators: [any Annotator], notes: [Diagnostic]) {
        let segmenter = try Segmenter(resources: resources)
        let (reader, note) = NeuralReader.find(among: resources.modelCandidates)
        return ([segmenter] + (reader.map { [$0] } ?? []), note.map { [$0] } ?? [])
    }

    static func annotatorsWithNotes(
        resources: ResourceDirectory
    ) throws(ResourceDirectory.Failure) -> (annotators: [any Annotator], notes: [Diagnostic]) {
        let (readers, notes) = try readersWithNotes(resources: resources)
        let recognizers: [any Annotator] = [
            try NameRecognizer(resources: resources),
            try TimeRecognizer(resources: resources),
            try QuantityRecognizer(resources: resources),
            try CoreferenceResolver(resources: resources),
            try QuotationRecognizer(resources: resources),
            try AttributionRecognizer(resources: resources),
            try CreditRecognizer(resources: resources),
        ]
        return (readers + recognizers, notes)
    }

    /// The annotators whose layers lineage looks at, in their order.
    ///
    /// - Parameter withMeaning: whether the model reads the document too, for the meaning of its sentences, where one is
    ///   found: that takes far longer than the others together.
    /// - Throws: where a resource file is missing or damaged.
    public static func lineageAnnotators(
        resources: ResourceDirectory, withMeaning: Bool = false
    ) throws(ResourceDirectory.Failure) -> [any Annotator] {
        let readers: [any Annotator] =
            withMeaning ? try self.readers(resources: resources) : [try Segmenter(resources: resources)]
        let recognizers: [any Annotator] = [
            try NameRecognizer(resources: resources), try QuotationRecognizer(resources: resources),
            try CreditRecognizer(resources: resources),
        ]
        return readers + recognizers
    }
}
