// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// The program holds Swift's own libraries.
///
/// To load them takes longer than a plan takes to be checked. The dependencies are compiled for the shared
/// ones, which name fewer parts than the static ones consist of. (The other linker warns of a function
/// in Swift's own library.)
let selfContained: [LinkerSetting] = [
  .unsafeFlags(
    ["-static-stdlib", "-use-ld=lld", "-Xlinker", "--no-export-dynamic"]
      + [
        "CoreFoundation", "_FoundationICU", "_FoundationCShims", "_FoundationCollections",
      ].map { "-l\($0)" },
    .when(platforms: [.linux], configuration: .release))
]

/// A C library of the system: a module map and a shim of what Swift cannot call.
func system(_ name: String, pkgConfig: String? = nil, apt: String) -> Target {
  .systemLibrary(
    name: "C\(name)", path: "Sources/C/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}

func library(
  _ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies + ["TestSupport"], swiftSettings: strict)
}

let package = Package(
  name: "sanphaen",
  products: [.executable(name: "sanphaen", targets: ["sanphaen"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    system("Graphviz", pkgConfig: "libgvc", apt: "libgraphviz-dev"),
    system("Pango", pkgConfig: "pangocairo", apt: "libpango1.0-dev"),
    system("Qpdf", pkgConfig: "libqpdf", apt: "libqpdf-dev"),
    system("Thai", pkgConfig: "libthai", apt: "libthai-dev"),
    system("Csv", apt: "libcsv-dev"),
    system("Zip", pkgConfig: "libzip", apt: "libzip-dev"),
    system("Expat", pkgConfig: "expat", apt: "libexpat1-dev"),
    system("XlsxWriter", pkgConfig: "xlsxwriter", apt: "libxlsxwriter-dev"),

    // Floors 0 to 5; imports go downwards only.
    library("Sheets", ["CCsv", "CZip", "CExpat", "CXlsxWriter"]),
    library("Graphs", []),
    library(
      "Plans", ["Sheets", "Graphs", "Yams"], resources: [.embedInCode("Resources/vocabulary.yaml")]),
    library(
      "Linkage", ["Plans", "Graphs", "Yams"],
      resources: [
        .embedInCode("Resources/approaches.yaml"), .embedInCode("Resources/strength"),
      ]),
    library("Words", ["Linkage", "Plans", "Graphs", "Sheets"]),
    library(
      "Drawing",
      [
        "Words", "Linkage", "Plans", "Graphs", "Sheets", "CGraphviz", "CPango", "CQpdf", "CThai",
      ]),
    library(
      "Printing",
      ["Drawing", "Words", "Linkage", "Plans", "Graphs", "Sheets", "CPango"],
      resources: [.embedInCode("Resources/page")]),
    .executableTarget(
      name: "sanphaen",
      dependencies: [
        "Printing", "Drawing", "Words", "Linkage", "Plans", "Graphs", "Sheets",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict, linkerSettings: selfContained),
    library("Country", ["Plans", "Graphs"]),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "Country", "Printing", "Drawing", "Words", "Linkage", "Plans", "Graphs", "Sheets",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Peers"], swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["Plans", "Sheets", "Graphs", "CExpat"],
      path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("Sheets", ["Sheets"]),
    tests("Graphs", ["Graphs"]),
    tests("Plans", ["Plans", "Sheets", "Graphs"]),
    tests("Country", ["Country", "Plans", "Graphs"]),
    tests("Linkage", ["Linkage", "Plans", "Graphs"]),
    tests("Words", ["Words", "Linkage", "Plans", "Graphs", "Sheets"]),
    tests("Drawing", ["Drawing", "Words", "Linkage", "Plans", "Graphs"]),
    tests("Printing", ["Printing", "Drawing", "Words", "Linkage", "Plans", "Graphs", "Sheets"]),
    tests("sanphaen", ["Sheets"]),
  ],
  swiftLanguageModes: [.v6]
)
