import Testing

@testable import Lineage
