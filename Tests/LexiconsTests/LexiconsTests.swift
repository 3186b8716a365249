import Testing

@testable import Lexicons
