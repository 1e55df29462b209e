// swift-tools-version: 6.2
import PackageDescription

// The manifest is the map: one module per part, a floor uses only the floors below it (ARCHITECTURE.md).

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")

let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")

/// A library of the ground floor, with its tests.
func library(_ name: String, _ needs: [Target.Dependency] = [], testNeeds: [Target.Dependency] = []) -> [Target] {
  [
    .target(name: name, dependencies: needs, path: "Sources/Libraries/\(name)", swiftSettings: strict),
    .testTarget(name: "\(name)Tests", dependencies: [.byName(name: name)] + testNeeds, swiftSettings: strict),
  ]
}

/// What every domain stands on.
let floor: [Target.Dependency] = [
  "Kernel", "Markup", "Database", "WebApp", "WebAPI", hummingbird, nioCore, logging, httpTypes,
]

/// One part of the domain, with its tests. `needs` names the modules below it.
func domain(_ name: String, _ needs: [Target.Dependency] = [], testNeeds: [Target.Dependency] = []) -> [Target] {
  [
    .target(name: name, dependencies: floor + needs, path: "Sources/Domains/\(name)", swiftSettings: strict),
    .testTarget(
      name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + testNeeds, swiftSettings: strict),
  ]
}

/// Every domain and crossing module: what `App` assembles.
let everyDomain: [Target.Dependency] = [
  "Audit", "Organization", "Identity", "Documents", "Registers", "SearchIndex", "Access", "Notifications", "Work",
  "Lists", "Exchange", "FilePlans", "Dossiers", "IncomingDocuments", "Drafts", "OutgoingDocuments", "Copies",
  "ReportCollections", "DossierPackages", "Handovers", "Archive", "Disposal", "PaperStorage", "Search", "Reports",
  "Transfer",
]

let package = Package(
  name: "ChauBan",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "chauban", targets: ["chauban"])],
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", exact: "2.13.0"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(
      url: "https://github.com/apple/swift-configuration", exact: "1.4.0", traits: ["JSON", "CommandLineArguments"]),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CPostgreSQL", path: "Sources/Libraries/CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(
      name: "CArgon2", path: "Sources/Libraries/CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
    .systemLibrary(
      name: "CZlib", path: "Sources/Libraries/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CZip", path: "Sources/Libraries/CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(
      name: "CExpat", path: "Sources/Libraries/CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CMalloc", path: "Sources/Libraries/CMalloc"),
    .systemLibrary(
      name: "CXlsxWriter", path: "Sources/Libraries/CXlsxWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"])]),

    // floor 6: the program
    .executableTarget(
      name: "chauban",
      dependencies: [
        "Access", "App", "CMalloc", "Kernel", "Database", "Documents", "Identity", "Organization", "Papers", "Transfer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        logging, systemPackage,
      ], swiftSettings: strict),

    // measures, not shipped: Benchmarks/README.md
    .executableTarget(
      name: "measure-search", dependencies: ["Access", "Database", "Kernel", "Organization", "SearchIndex"],
      path: "Benchmarks/Search", swiftSettings: strict),
    .executableTarget(
      name: "measure-work",
      dependencies: [
        "Database", "Documents", "FileVault", "IncomingDocuments", "Kernel", "Organization", "OutgoingDocuments",
        "Papers", "Work",
      ],
      path: "Benchmarks/Work", swiftSettings: strict),

    // floor 5: assembly
    .target(
      name: "App",
      dependencies: floor + everyDomain + [
        "Jobs", "FileVault", "Papers", "VietnameseText", "WorkCalendar", metrics, nioCore, systemPackage,
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdHTTP2", package: "hummingbird"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ], swiftSettings: strict),

    .target(name: "TestSupport", dependencies: ["Kernel", "Database"], swiftSettings: strict),
    .testTarget(
      name: "AppTests",
      dependencies: floor + everyDomain + [
        "App", "TestSupport", "Jobs", "FileVault", "Papers", "VietnameseText", hummingbirdTesting,
      ], swiftSettings: strict),
    .testTarget(name: "TidyTests", swiftSettings: strict),

    // floor 4: across
    .target(
      name: "Search",
      dependencies: floor + [
        "Audit", "Organization", "SearchIndex", "Access", "Documents", "Registers", "Lists", "IncomingDocuments",
        "Drafts", "OutgoingDocuments", "Copies", "Papers", "VietnameseText",
      ],
      swiftSettings: strict),
    .testTarget(name: "SearchTests", dependencies: ["Search", "TestSupport"], swiftSettings: strict),
    .target(
      name: "Reports",
      dependencies: floor + [
        "Audit", "Organization", "Access", "Documents", "Registers", "Notifications", "Work", "Lists",
        "IncomingDocuments", "Drafts", "OutgoingDocuments", "Exchange", "Dossiers", "Papers", "VietnameseText",
        "WorkCalendar",
      ],
      swiftSettings: strict),
    .testTarget(name: "ReportsTests", dependencies: ["Reports", "TestSupport"], swiftSettings: strict),
    .target(
      name: "Transfer",
      dependencies: floor + [
        "Audit", "Organization", "Identity", "SearchIndex", "Access", "Documents", "Registers", "IncomingDocuments",
        "Jobs", "FileVault", "Papers", "VietnameseText", crypto,
      ],
      swiftSettings: strict),
    .testTarget(name: "TransferTests", dependencies: ["Transfer", "TestSupport"], swiftSettings: strict),
  ]
    // floor 3: flows
    + domain(
      "IncomingDocuments",
      [
        "Audit", "Organization", "Identity", "Documents", "Registers", "SearchIndex", "Access", "Lists",
        "Notifications", "Work", "Exchange", "Dossiers", "Jobs", "FileVault", "Papers", "VietnameseText",
        "WorkCalendar",
      ])
    + domain(
      "Drafts",
      [
        "Audit", "Organization", "Identity", "Documents", "SearchIndex", "Access", "Lists", "Notifications", "Work",
        "Dossiers", "Jobs", "FileVault", "Papers", "VietnameseText", "WorkCalendar",
      ])
    + domain(
      "OutgoingDocuments",
      [
        "Audit", "Organization", "Identity", "Documents", "Registers", "SearchIndex", "Access", "Lists",
        "Notifications", "Work", "Exchange", "Dossiers", "IncomingDocuments", "Drafts", "Jobs", "FileVault", "Papers",
        "VietnameseText", "WorkCalendar",
      ])
    + domain(
      "Copies",
      [
        "Audit", "Organization", "Identity", "Documents", "Registers", "SearchIndex", "Access", "Notifications", "Work",
        "IncomingDocuments", "Drafts", "OutgoingDocuments", "Jobs", "FileVault", "Papers", "VietnameseText",
      ],
      testNeeds: ["FilePlans", "Dossiers"])
    + domain(
      "ReportCollections",
      [
        "Audit", "Organization", "Documents", "Access", "Notifications", "Work", "Exchange", "IncomingDocuments",
        "OutgoingDocuments", "FileVault", "Papers", "VietnameseText",
      ],
      testNeeds: ["Jobs", "Registers", "SearchIndex", "FilePlans", "Dossiers", "Drafts", "WebApp"])
    + domain(
      "DossierPackages",
      [
        "Audit", "Organization", "Identity", "Documents", "Access", "FilePlans", "Dossiers", "IncomingDocuments",
        "Drafts", "OutgoingDocuments", "Work", "Jobs", "FileVault", "Papers", "VietnameseText",
      ],
      testNeeds: ["Registers", "SearchIndex", "Notifications", "Exchange", "Lists", crypto])
    + domain(
      "Handovers",
      [
        "Audit", "Organization", "Identity", "Documents", "Access", "Notifications", "Work", "Jobs", "FileVault",
        "Papers", "WorkCalendar",
      ],
      testNeeds: [
        "Registers", "SearchIndex", "Exchange", "IncomingDocuments", "Drafts", "OutgoingDocuments", "Copies",
        "ReportCollections", "FilePlans", "Dossiers", "VietnameseText",
      ])
    + domain(
      "Archive",
      [
        "Audit", "Organization", "Documents", "FilePlans", "Dossiers", "Access", "Notifications", "Work", "Jobs",
        "FileVault", "Papers", "VietnameseText",
      ],
      testNeeds: [
        "Registers", "SearchIndex", "Exchange", "IncomingDocuments", "Drafts", "OutgoingDocuments", "WebApp",
      ])
    + domain(
      "Disposal",
      [
        "Audit", "Organization", "Identity", "Documents", "SearchIndex", "Access", "Notifications", "Work", "FilePlans",
        "Dossiers", "Jobs", "FileVault", "Papers", "VietnameseText",
      ],
      testNeeds: [
        "Registers", "Exchange", "IncomingDocuments", "Drafts", "OutgoingDocuments", "WorkCalendar", "WebApp",
      ])
    + domain(
      "PaperStorage",
      [
        "Audit", "Organization", "Documents", "FilePlans", "Dossiers", "Access", "Notifications", "Work", "Jobs",
        "FileVault", "Papers", "VietnameseText",
      ],
      testNeeds: ["Registers", "SearchIndex", "WebApp"])
    // floor 2: shared matter
    + domain(
      "FilePlans",
      [
        "Audit", "Organization", "Identity", "Documents", "Access", "Notifications", "Work", "Jobs", "FileVault",
        "Papers", "VietnameseText",
      ], testNeeds: ["SearchIndex", "WebApp"])
    + domain(
      "Dossiers",
      [
        "Audit", "Organization", "Identity", "Documents", "FilePlans", "SearchIndex", "Access", "Lists",
        "Notifications", "Work", "Jobs", "FileVault", "Papers", "VietnameseText", "WorkCalendar",
      ],
      testNeeds: [
        "Registers", "Exchange", "IncomingDocuments", "Drafts", "OutgoingDocuments", "Jobs", "FileVault", "Papers",
        "WebApp",
      ])
    + domain(
      "Exchange", ["Audit", "Organization", "Documents", "FileVault", "Papers", "VietnameseText"],
      testNeeds: ["FileVault", "Papers"])
    + domain(
      "Documents", ["Audit", "Organization", "FileVault", "Papers", "VietnameseText"],
      testNeeds: ["FileVault", "Papers", "VietnameseText"])
    + domain(
      "Registers", ["Audit", "Organization", "Identity", "Jobs", "FileVault", "Papers", "VietnameseText", nioPosix])
    + domain("Lists", ["Audit", "Organization", "Identity", "Jobs", "FileVault", "Papers", "VietnameseText"])
    + domain("SearchIndex", ["VietnameseText"])
    + domain("Access", ["Audit", "Organization", "SearchIndex", "VietnameseText"])
    + domain("Notifications", ["Audit", "Organization", "Identity", "Access", "Jobs", "Papers", "WorkCalendar"])
    + domain(
      "Work", ["Audit", "Organization", "Access", "Notifications", "Jobs", "WorkCalendar"], testNeeds: ["SearchIndex"])
    // floor 1: people and proof
    + domain(
      "Identity", ["Audit", "Organization", "Jobs", "CArgon2", "VietnameseText", crypto, nioPosix],
      testNeeds: [hummingbirdTesting])
    + domain("Organization", ["Audit", "VietnameseText", "WorkCalendar"], testNeeds: ["WorkCalendar"])
    + domain("Audit", ["Jobs", crypto])
    // floor 0: libraries
    + library(
      "WebAPI", ["Kernel", "Database", "WebApp", hummingbird, crypto, logging, httpTypes, nioCore],
      testNeeds: ["TestSupport"])
    + library(
      "WebApp",
      ["Kernel", "Markup", "Database", "CZlib", hummingbird, crypto, logging, metrics, httpTypes, nioCore, lifecycle],
      testNeeds: ["TestSupport", hummingbirdTesting])
    + library("Jobs", ["Kernel", "Database", logging, nioPosix], testNeeds: ["TestSupport"])
    + library(
      "FileVault", ["Kernel", "Database", "Jobs", crypto, nioCore, nioPosix, logging], testNeeds: ["TestSupport"])
    + library(
      "Papers", ["Kernel", "VietnameseText", "CExpat", "CXlsxWriter", "CZip", subprocess, systemPackage],
      testNeeds: ["TestSupport"])
    + library(
      "Database",
      [
        "Kernel", "CPostgreSQL", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"), nioPosix, logging,
      ],
      testNeeds: ["TestSupport"])
    + library("Markup")
    + library("VietnameseText", ["Kernel"])
    + library("WorkCalendar", ["Kernel"])
    + library("Kernel")
)
