public import NewsModel
import TextCore

/// Writes accounts as JSON, version 1 (`headwater.account/1`, `Schemas/account-1.schema.json`). Offsets are Unicode
/// scalars.
public struct AccountWriter: Sendable {
    /// A writer.
    public init() {}

    /// One object and a line end: the account, or `headwater.accounts/1` where there are several or none.
    ///
    /// - Complexity: O(n) in the texts and findings.
    public func json(_ accounts: [Account]) -> [UInt8] {
        var writer = JSONWriter()
        if accounts.count == 1 {
            AccountShape(accounts[0]).write(to: &writer)
        } else {
            writer.object {
                $0.member("schema", "headwater.accounts/1")
                $0.member("accounts", accounts) { AccountShape($1).write(to: &$0) }
            }
        }
        return writer.bytes + [0x0A]
    }

    /// One object and a line end, `headwater.claims/1`: for each story its reports and origins and the claims, with the
    /// members that they have in the account.
    ///
    /// - Complexity: O(n) in the findings.
    public func claims(_ accounts: [Account]) -> [UInt8] {
        var writer = JSONWriter()
        writer.object {
            $0.member("schema", "headwater.claims/1")
            $0.member("stories", accounts) { AccountShape($1).writeClaims(to: &$0) }
        }
        return writer.bytes + [0x0A]
    }
}
