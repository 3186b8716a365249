import Foundation
import Testing

/// Holds every `import` line against the table of rooms in Package.swift.
@Suite struct ArchitectureTests {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A line of the table.
    struct Room {
        var name: String
        var allowed: Set<String>
    }

    static func rooms() throws -> [Room] {
        let manifest = try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
        func list(_ key: String, in line: Substring) -> [String] {
            guard let start = line.range(of: "\(key): ["), let end = line[start.upperBound...].firstIndex(of: "]")
            else {
                return []
            }
            return line[start.upperBound..<end].split(separator: ",")
                .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " \"")) }
        }
        return manifest.split(separator: "\n").compactMap { line in
            guard let start = line.range(of: "    Room(name: \"") else { return nil }
            let name = String(line[start.upperBound...].prefix { $0 != "\"" })
            let allowed = list("uses", in: line) + list("products", in: line) + list("imports", in: line)
            return Room(name: name, allowed: Set(allowed))
        }
    }

    static func imports(of room: String) throws -> [(file: String, module: String)] {
        let folder = root.appending(path: "Sources/\(room)")
        let files =
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" } ?? []
        return try files.flatMap { file in
            try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
                let words = line.split(separator: " ").filter { !$0.hasPrefix("@") }
                guard let index = words.firstIndex(of: "import"), index <= 1, index + 1 < words.count else {
                    return nil
                }
                if words[index + 1] == "Swift" { return nil }  // the standard library is everybody's
                if index == 1, !["public", "package", "internal", "private"].contains(String(words[0])) { return nil }
                return (file.lastPathComponent, String(words[index + 1]))
            }
        }
    }

    @Test func tableIsRead() throws {
        #expect(try Self.rooms().count >= 13)
    }

    @Test func roomsImportOnlyWhatTheTableAllows() throws {
        for room in try Self.rooms() {
            for (file, module) in try Self.imports(of: room.name) {
                #expect(
                    room.allowed.contains(module),
                    "\(room.name)/\(file) imports \(module), which the table in Package.swift does not allow")
            }
        }
    }

    @Test func stagesDoNotImportOneAnother() throws {
        let stages: Set = [
            "Intake", "Segmentation", "Encoding", "Recognition", "Lineage", "Reconciliation", "Reporting", "Wire",
        ]
        for room in try Self.rooms() where stages.contains(room.name) {
            #expect(room.allowed.isDisjoint(with: stages), "\(room.name) is a stage and may use no other")
        }
    }

    @Test func onlyWireIsCodable() throws {
        for room in try Self.rooms() where !["Wire", "Evaluation"].contains(room.name) {
            let folder = Self.root.appending(path: "Sources/\(room.name)")
            let files =
                FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
                .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" } ?? []
            for file in files {
                let text = try String(contentsOf: file, encoding: .utf8)
                #expect(
                    !text.contains(": Codable") && !text.contains(", Codable"),
                    "\(room.name)/\(file.lastPathComponent) is Codable; only Wire is")
            }
        }
    }
}
