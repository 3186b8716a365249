import FuzzTargets
import Glibc
import Intake
import Lexicons

/// What libFuzzer calls: `main` is its own. Built by `Scripts/fuzz` only, for it needs instrumented code.
private let target: FuzzTarget = {
    let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? "pages"
    guard let target = FuzzTarget(rawValue: name) else {
        fatalError("FUZZ_TARGET is one of \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")), not \(name)")
    }
    return target
}()

private let reader: DocumentReader = {
    do { return try DocumentReader(resources: ResourceDirectory()) } catch { fatalError("\(error)") }
}()

/// Reads one input; a broken law ends the process, so that libFuzzer keeps the input.
@_cdecl("LLVMFuzzerTestOneInput")
public func readInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let broken = target.broken(Array(UnsafeBufferPointer(start: bytes, count: count)), reader)
    if !broken.isEmpty { fatalError(broken.joined(separator: "\n")) }
    return 0
}
