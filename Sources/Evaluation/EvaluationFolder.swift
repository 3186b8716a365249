/// The folder `Evaluation` of the checkout that this was built in: floors, and lists that tasks need.
enum EvaluationFolder {
    /// Its path.
    static var path: String {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        parts.removeLast(3)
        return parts.joined(separator: "/") + "/Evaluation"
    }
}
