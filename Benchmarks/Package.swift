// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "HeadwaterBenchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "Headwater", path: "..")],
    targets: [
        .target(name: "CAllocationCount"),
        .executableTarget(
            name: "ReadingBenchmark",
            dependencies: ["CAllocationCount", .product(name: "Headwater", package: "Headwater")],
            swiftSettings: [.swiftLanguageMode(.v6)]),
    ]
)
