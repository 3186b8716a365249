import Synchronization

/// Tables that more than one recogniser looks into: loaded once for all of them.
public protocol SharedTable: Sendable {
    /// Loads the tables.
    ///
    /// - Throws: where a resource file is missing or damaged.
    init(resources: ResourceDirectory) throws(ResourceDirectory.Failure)
}

extension ResourceDirectory {
    /// The tables of a type, loaded when they are first asked for; the same to all who hold this directory or a copy of it.
    ///
    /// - Throws: where a resource file is missing or damaged.
    public func shared<Table: SharedTable>(_ type: Table.Type) throws(Failure) -> Table {
        try tables.get(String(reflecting: type)) { () throws(Failure) in try Table(resources: self) }
    }

    /// The facts of `file`, loaded when they are first asked for, and shared alike.
    ///
    /// - Throws: where the file is missing or damaged.
    public func facts(_ file: String) throws(Failure) -> FactTable {
        try tables.get(file) { () throws(Failure) in try FactTable(file, in: self) }
    }
}

/// The shared tables that a directory has loaded, by type or file.
final class SharedTables: Sendable {
    private let tables = Mutex<[String: any Sendable]>([:])

    /// The table under `name`, or what `load` makes. Tables ask for other tables, so none is loaded under the lock: two that
    /// ask at once may both load one, and both get the first.
    func get<Table: Sendable>(
        _ name: String, load: () throws(ResourceDirectory.Failure) -> Table
    ) throws(ResourceDirectory.Failure) -> Table {
        if let known = tables.withLock({ $0[name] as? Table }) { return known }
        let loaded = try load()
        return tables.withLock { tables in
            if let first = tables[name] as? Table { return first }
            tables[name] = loaded
            return loaded
        }
    }
}
