public import Testing
public import TextCore

/// What holds for every layer of every document: sorted, in bounds, on scalar boundaries.
public func expectLayerLaws(
    _ spans: [TextSpan], in text: SourceText, sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(spans == spans.sorted(), "a layer is sorted", sourceLocation: sourceLocation)
    for span in spans {
        #expect(span.end <= text.count, "a span lies in its text", sourceLocation: sourceLocation)
        #expect(
            text.isScalarBoundary(span.start) && text.isScalarBoundary(span.end),
            "a span begins and ends between characters", sourceLocation: sourceLocation)
    }
}
