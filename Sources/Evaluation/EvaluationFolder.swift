import Foundation

/// The folder `Evaluation` of the checkout that this was built in: floors, and lists that tasks need.
enum EvaluationFolder {
    /// Its path.
    static var path: String {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        parts.removeLast(3)
        return parts.joined(separator: "/") + "/Evaluation"
    }

    /// The lines of a list in it that are no remark, parted at tabs.
    static func rows(_ file: String) throws -> [[String]] {
        let path = path + "/" + file
        guard let data = FileManager.default.contents(atPath: path) else { throw EvaluationFailure.missing(path: path) }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }
}
