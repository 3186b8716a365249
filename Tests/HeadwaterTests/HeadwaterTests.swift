import Testing

@testable import Headwater
