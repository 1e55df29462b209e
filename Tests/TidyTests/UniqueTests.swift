import Testing

/// Codes and names that must not meet twice over the whole product.
@Suite("Tidy: codes") struct UniqueTests {
  static let product = SourceTree.swift.filter(\.isProduct)

  /// Kinds of code, and how a declaration of one is written.
  static let kinds = ["AuditEvent", "RecordReference", "WorkKind"]

  @Test("a code belongs to one module", arguments: kinds) func codesAreUnique(kind: String) {
    var owners: [String: Set<String>] = [:]
    for file in Self.product {
      for code in file.codes(of: kind) { owners[code, default: []].insert(file.module) }
    }
    for (code, modules) in owners where modules.count > 1 {
      Issue.record("\(kind) code «\(code)» is declared in \(modules.sorted()): give each domain codes of its own.")
    }
  }

  @Test("a job kind's code is unique") func jobCodesAreUnique() {
    var seen: [String: String] = [:]
    for file in Self.product {
      for match in file.lines.joined(separator: "\n").matches(
        of: /static (?:let|var) code(?:: String)? (?:=|\{) "([^"]+)"/)
      {
        if let other = seen.updateValue(file.path, forKey: String(match.1)) {
          Issue.record("\(file.path): job code «\(match.1)» is also in \(other).")
        }
      }
    }
  }

  @Test("a migration's name is unique, dated and in order") func migrationsAreNamed() throws {
    var seen: [String: String] = [:]
    for file in Self.product where file.name.hasSuffix("Migrations.swift") {
      let names = file.codes(of: "Migration")
      #expect(names == names.sorted(), "\(file.path): order the migrations by name, oldest first.")
      for name in names {
        let isDated = try #/\d{4}-\d{2}-\d{2}-\d{2} [a-z0-9 ,-]+/#.wholeMatch(in: name) != nil
        #expect(isDated, "\(file.path): «\(name)» must read «yyyy-MM-dd-NN what it does».")
        let key = String(name.prefix { $0 != " " })
        if let other = seen.updateValue(file.path, forKey: key) {
          Issue.record("\(file.path): migration \(key) is also in \(other); take the next free number.")
        }
      }
    }
  }

  @Test("every page stands in the gallery") func pagesAreShown() {
    let examples = Self.product.map { $0.lines.joined(separator: "\n") }.filter { $0.contains("GalleryExample") }
    let pages = Self.product.filter { $0.name.hasSuffix("Page.swift") && !$0.path.contains("/Database/") }
    #expect(pages.count > 30)
    for page in pages {
      let name = page.name.prefix { $0 != "." }
      #expect(
        examples.contains { $0.contains(name) },
        "\(page.path): give it examples (empty, usual, full, refused, long words)")
    }
  }

  @Test("every tool's package is in system-packages.txt") func toolsAreInstalled() throws {
    let list = try #require(SourceTree.file("system-packages.txt"))
    let names = list.lines.compactMap { $0.split(separator: " ").first.map(String.init) }.filter { !$0.hasPrefix("#") }
    #expect(Set(names).count == names.count, "system-packages.txt names a package twice")
    for file in Self.product where file.path.hasPrefix("Sources/Libraries/Papers/Tool") {
      for match in file.lines.joined(separator: "\n").matches(of: /package: "([^"]+)"/) {
        #expect(names.contains(String(match.1)), "\(file.path): add \(match.1) to system-packages.txt, with its why")
      }
    }
  }

  @Test("a law id in a title is one of docs/domain/law-ids.md") func lawIDsAreKnown() throws {
    let list = try #require(SourceTree.file("docs/domain/law-ids.md"))
    let known = Set(list.lines.flatMap(\.lawIDs))
    #expect(known.count > 50, "docs/domain/law-ids.md lists too few ids")
    for file in SourceTree.swift where file.path.hasPrefix("Tests/") {
      for (number, text) in file.codeLines where text.contains("@Suite(\"") || text.contains("@Test(\"") {
        for id in text.lawIDs where !known.contains(id) {
          Issue.record("\(file.path):\(number): \(id) is not in docs/domain/law-ids.md; correct it or add the line.")
        }
      }
    }
  }
}

extension SourceFile {
  /// First string of each `kind("…`, `kind(code: "…` and, on the next line, `kind(\n  "…`.
  fileprivate func codes(of kind: String) -> [String] {
    let text = lines.joined(separator: "\n")
    return text.matches(of: /\b([A-Za-z]+)\(\s*(?:code: ?|rawValue: ?)?"([^"]+)"/).filter { $0.1 == kind }
      .map { String($0.2) }
  }
}

extension String {
  /// Ids such as `DEN-08`, `PL6-15`, `AN-03`.
  fileprivate var lawIDs: [String] {
    matches(of: /\b(?:DEN|DI|AN|MAT|QD|LT|HS|ST|KY|COPY|GD|DLCN|MD|BC|MC)-\d{2}\b|\bPL6-\d[0-9a-z]\b/).map {
      String($0.output)
    }
  }
}
