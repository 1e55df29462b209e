extension Rule {
  /// Who may import what, by kind of file.
  static let importRules = [
    Rule(
      name: "Only routes and modules know HTTP", remedy: "Move HTTP into a …Routes file.",
      reads: { $0.isInDomain && !$0.isKind("Routes", "Module") },
      finds: { $0.importing { $0.hasPrefix("Hummingbird") || $0 == "HTTPTypes" } },
      planted: SourceFile(path: "Sources/Domains/Audit/AuditStore.swift", text: "import Hummingbird\n")),
    Rule(
      name: "Pages never see a database", remedy: "Let the route read, and give the page finished values.",
      reads: { $0.isInDomain && $0.isKind("Page") },
      finds: { $0.importing { $0 == "Database" } },
      planted: SourceFile(path: "Sources/Domains/Audit/AuditPage.swift", text: "import Database\n")),
    Rule(
      name: "Stores and migrations know neither pages nor the web", remedy: "Move what is shown into a …Page file.",
      reads: { $0.isInDomain && $0.isKind("Store", "Migrations") },
      finds: { $0.importing { ["Markup", "WebApp"].contains($0) } },
      planted: SourceFile(path: "Sources/Domains/Audit/AuditStore.swift", text: "import Markup\n")),
    Rule(
      name: "Access is a pure function", remedy: "Ask the database in a …Store, decide in …Access.",
      reads: { $0.isInDomain && $0.isKind("Access") && $0.module != "Access" },
      finds: { $0.importing { ["Database", "Markup", "WebApp"].contains($0) } },
      planted: SourceFile(path: "Sources/Domains/Audit/AuditAccess.swift", text: "import Database\n")),
    Rule(
      name: "An act does not draw",
      remedy:
        "A file uses Markup (a page) or Database (a store, an act), not both; a …Screen reads once and fills a page.",
      reads: { $0.isInDomain && !$0.isKind("Routes", "Module", "Jobs", "Examples", "Print", "Book", "Screen") },
      finds: { file in
        let all = Set(file.imports.map(\.module))
        return all.isSuperset(of: ["Markup", "Database"]) ? [(1, "imports both Markup and Database")] : []
      },
      planted: SourceFile(path: "Sources/Domains/Audit/Thing.swift", text: "import Database\nimport Markup\n")),
    Rule(
      name: "A module uses what the manifest lists for it",
      remedy: "Add it to `needs` in Package.swift when the floors of ARCHITECTURE.md allow, else turn the call round.",
      reads: { $0.path.hasPrefix("Sources/") },
      finds: { file in
        guard let allowed = Manifest.needs[file.module] else { return [] }
        return file.importing { Manifest.needs.keys.contains($0) && $0 != file.module && !allowed.contains($0) }
      },
      planted: SourceFile(path: "Sources/Libraries/Kernel/Thing.swift", text: "import App\n")),
    Rule(
      name: "A floor uses only the floors below", remedy: "Turn the call round: what is above may call what is below.",
      reads: { $0.path.hasPrefix("Sources/") },
      finds: { file in
        guard let own = Manifest.floors[file.module] else { return [] }
        return file.importing { (Manifest.floors[$0] ?? 0) > own }
      },
      planted: SourceFile(path: "Sources/Domains/Audit/Thing.swift", text: "import Registers\n")),
  ]
}

extension SourceFile {
  func isKind(_ kinds: String...) -> Bool { kinds.contains { name.hasSuffix("\($0).swift") } }

  func importing(_ isBad: (String) -> Bool) -> [(line: Int, what: String)] {
    imports.filter { isBad($0.module) }.map { ($0.line, "imports \($0.module)") }
  }
}
