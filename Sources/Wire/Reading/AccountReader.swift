import FoundationEssentials
public import NewsModel
import TextCore

/// Reads what ``AccountWriter`` wrote: `headwater.account/1` and `headwater.accounts/1`.
///
/// What the JSON does not hold (sentences, tokens, mentions) is not in the account that comes back; everything that it
/// does hold is, so that writing the account again gives the same bytes.
public struct AccountReader: Sendable {
    /// Why a file is no account.
    public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        /// It is no JSON, or a member is missing or of another type.
        case malformed(path: String, detail: String)
        /// It is JSON of another kind or version.
        case unknownSchema(String)
        /// A member has a value that the schema does not allow.
        case invalid(path: String, detail: String)

        public var description: String {
            switch self {
            case .malformed(let path, let detail): "not an account of Headwater: \(path): \(detail)"
            case .unknownSchema(let name):
                "the schema '\(name)' is not one that this version reads (headwater.account/1, headwater.accounts/1)"
            case .invalid(let path, let detail): "the account is damaged: \(path): \(detail)"
            }
        }
    }

    /// A reader.
    public init() {}

    /// The accounts in a file.
    ///
    /// - Throws: where the bytes are no account, or a citation does not give the words that stand at its place.
    /// - Complexity: O(n log n) in the texts and findings.
    public func accounts(_ json: [UInt8]) throws(Failure) -> [Account] {
        let records: [AccountRecord]
        do {
            let decoder = JSONDecoder()
            switch try decoder.decode(SchemaRecord.self, from: Data(json)).schema {
            case "headwater.account/1": records = [try decoder.decode(AccountRecord.self, from: Data(json))]
            case "headwater.accounts/1":
                records = try decoder.decode(AccountsRecord.self, from: Data(json)).accounts
            case let other: throw Failure.unknownSchema(other)
            }
        } catch let failure as Failure {
            throw failure
        } catch let error as DecodingError {
            throw Self.failure(error)
        } catch {
            throw .malformed(path: "$", detail: "no JSON")
        }
        var accounts: [Account] = []
        for (index, record) in records.enumerated() {
            let path = records.count == 1 ? "$" : "$.accounts[\(index)]"
            accounts.append(try AccountAssembler(record, path: path).account())
        }
        return accounts
    }

    private static func failure(_ error: DecodingError) -> Failure {
        func path(_ context: DecodingError.Context) -> String {
            context.codingPath.reduce("$") { path, key in
                key.intValue.map { path + "[\($0)]" } ?? path + "." + key.stringValue
            }
        }
        switch error {
        case .keyNotFound(let key, let context):
            return .malformed(path: path(context), detail: "the member '\(key.stringValue)' is missing")
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return .malformed(path: path(context), detail: "a value of another type is expected")
        case .dataCorrupted(let context): return .malformed(path: path(context), detail: "no JSON that can be read")
        @unknown default: return .malformed(path: "$", detail: "it cannot be read")
        }
    }
}
