// swift-tools-version: 6.2
//
// One table: a room a line, with what it may use. ArchitectureTests reads the lines of this table and every `import`
// in Sources/, and fails on a breach (SwiftPM itself does not: a target may import whatever its dependencies use).

import PackageDescription

/// A room of the house: a target, the rooms it uses, the package products it links, and the other modules it imports.
struct Room {
    var name: String
    var uses: [String] = []
    var products: [String] = []
    var imports: [String] = []
}

// swift-format-ignore
let rooms: [Room] = [
    Room(name: "TextCore"),
    Room(name: "NewsModel", uses: ["TextCore"]),
    Room(name: "Lexicons", uses: ["TextCore"], imports: ["FoundationEssentials", "Synchronization"]),
    Room(name: "Archiving", uses: ["TextCore", "NewsModel"], imports: ["FoundationEssentials", "CZlib", "Glibc", "Darwin"]),
    Room(name: "Intake", uses: ["TextCore", "NewsModel", "Lexicons", "Archiving"], imports: ["FoundationEssentials", "CCLD2", "Glibc", "Darwin"]),
    Room(name: "Fetching", uses: ["TextCore", "NewsModel", "Archiving"], products: ["AsyncHTTPClient", "NIOCore", "NIOPosix", "NIOHTTP1", "NIOSSL"], imports: ["FoundationEssentials", "Glibc", "Darwin"]),
    Room(name: "Segmentation", uses: ["TextCore", "NewsModel", "Lexicons"]),
    Room(name: "Encoding", uses: ["TextCore", "NewsModel"], imports: ["COneDNN", "Glibc", "Darwin"]),
    Room(name: "Recognition", uses: ["TextCore", "NewsModel", "Lexicons"]),
    Room(name: "Lineage", uses: ["TextCore", "NewsModel", "Lexicons"], products: ["Collections"]),
    Room(name: "Reconciliation", uses: ["TextCore", "NewsModel", "Lexicons"]),
    Room(name: "Reporting", uses: ["TextCore", "NewsModel"]),
    Room(name: "Wire", uses: ["TextCore", "NewsModel"], imports: ["FoundationEssentials"]),
    Room(name: "Corrections", uses: ["TextCore", "NewsModel"], products: ["Yams"]),
    Room(name: "Headwater", uses: ["TextCore", "NewsModel", "Lexicons", "Intake", "Segmentation", "Encoding", "Recognition", "Lineage", "Reconciliation", "Corrections"], products: ["Logging"], imports: ["FoundationEssentials", "Glibc", "Darwin"]),
    Room(name: "Evaluation", uses: ["TextCore", "NewsModel", "Lexicons", "Intake", "Segmentation", "Encoding", "Recognition", "Lineage", "Reconciliation", "Wire", "Headwater"], imports: ["Foundation", "FoundationEssentials", "FoundationXML"]),
    Room(name: "HeadwaterTestKit", uses: ["TextCore", "NewsModel"], imports: ["Testing", "Foundation"]),
]

/// The rooms that have a test target of their own name.
let tested = [
    "TextCore", "NewsModel", "Lexicons", "Archiving", "Intake", "Fetching", "Segmentation", "Encoding", "Recognition",
    "Lineage", "Reconciliation", "Reporting", "Wire", "Corrections", "Headwater", "Evaluation",
]

/// Which package a product comes from.
let packageOf = [
    "Collections": "swift-collections", "Logging": "swift-log", "ArgumentParser": "swift-argument-parser",
    "Yams": "Yams", "AsyncHTTPClient": "async-http-client", "NIOCore": "swift-nio", "NIOPosix": "swift-nio",
    "NIOHTTP1": "swift-nio", "NIOSSL": "swift-nio-ssl",
]

/// Targets in C and C++ that stand between a room and a library of the system.
let shims = ["CCLD2": "cld2", "COneDNN": "dnnl", "CZlib": "z"]

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

func dependencies(_ uses: [String], _ products: [String]) -> [Target.Dependency] {
    uses.map { .target(name: $0) } + products.map { .product(name: $0, package: packageOf[$0]!) }
}

let package = Package(
    name: "Headwater",
    platforms: [.macOS(.v15)],
    products: [
        .library(
            name: "Headwater", targets: rooms.map(\.name).filter { !["Evaluation", "HeadwaterTestKit"].contains($0) }),
        .executable(name: "headwater", targets: ["HeadwaterCommand"]),
        .executable(name: "ReadingBenchmark", targets: ["ReadingBenchmark"]),
        .executable(name: "CorpusBenchmark", targets: ["CorpusBenchmark"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    ],
    targets: rooms.map { room in
        .target(
            name: room.name,
            dependencies: dependencies(room.uses + room.imports.filter { shims[$0] != nil }, room.products),
            exclude: room.name == "Lexicons" ? ["Resources"] : [],
            swiftSettings: settings)
    }
        + shims.sorted { $0.key < $1.key }.map { shim, library in
            .target(name: shim, linkerSettings: [.linkedLibrary(library)])
        } + [
            .executableTarget(
                name: "HeadwaterCommand",
                dependencies: dependencies(
                    rooms.map(\.name).filter { $0 != "HeadwaterTestKit" }, ["ArgumentParser", "Logging"]),
                swiftSettings: settings),
            .target(name: "CAllocationCount", path: "Benchmarks/Sources/CAllocationCount"),
            .executableTarget(
                name: "ReadingBenchmark",
                dependencies: dependencies(["CAllocationCount", "Headwater", "Intake", "Lexicons", "NewsModel"], []),
                path: "Benchmarks/Sources/ReadingBenchmark",
                swiftSettings: settings),
            .executableTarget(
                name: "CorpusBenchmark",
                dependencies: dependencies(["Lexicons", "Lineage", "NewsModel", "TextCore"], []),
                path: "Benchmarks/Sources/CorpusBenchmark",
                swiftSettings: settings),
        ]
        + tested.map { name in
            .testTarget(
                name: "\(name)Tests",
                dependencies: dependencies(
                    rooms.map(\.name) + (name == "Intake" ? ["FuzzTargets"] : []),
                    name == "Fetching" ? ["NIOCore", "NIOPosix"] : []),
                swiftSettings: settings)
        } + [
            .testTarget(name: "ArchitectureTests", dependencies: [], swiftSettings: settings),
            .target(
                name: "FuzzTargets",
                dependencies: dependencies(["Intake", "NewsModel", "TextCore"], []),
                path: "Tests/Fuzzing/FuzzTargets",
                swiftSettings: settings),
        ]
        // libFuzzer brings `main`, so this links only where `Scripts/fuzz` asks for it.
        + (Context.environment["HEADWATER_FUZZER"] == nil
            ? []
            : [
                .executableTarget(
                    name: "Fuzzer",
                    dependencies: dependencies(["FuzzTargets", "Intake", "Lexicons"], []),
                    path: "Tests/Fuzzing/Fuzzer",
                    swiftSettings: settings)
            ])
)
