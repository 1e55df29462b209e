/// What Package.swift says, read as text.
enum Manifest {
  /// Floor of each module (ARCHITECTURE.md). A module missing here has no floor yet.
  static let floors: [String: Int] = Dictionary(
    uniqueKeysWithValues: [
      [
        "Kernel", "Markup", "Database", "WebApp", "WebAPI", "Jobs", "FileVault", "WorkCalendar", "VietnameseText",
        "Papers",
      ],
      ["Audit", "Organization", "Identity"],
      [
        "Documents", "Registers", "SearchIndex", "Access", "Lists", "Work", "FilePlans", "Dossiers", "Exchange",
        "Notifications",
      ],
      ["IncomingDocuments", "Drafts", "OutgoingDocuments", "Copies", "Archive", "Tasks", "Meetings"],
      ["Search", "Reports", "Transfer"],
      ["App"],
      ["chauban", "TestSupport"],
    ].enumerated().flatMap { floor, modules in modules.map { ($0, floor) } })

  /// Own modules that each module may import.
  static let needs: [String: Set<String>] = {
    guard let lines = SourceTree.file("Package.swift")?.codeLines.map(\.text) else { return [:] }
    let text = lines.joined(separator: "\n")
    let lists = ["floor", "everyDomain"].map {
      ($0, quoted(between: "let \($0): [Target.Dependency] = [", "]", in: text))
    }
    let names = Dictionary(uniqueKeysWithValues: lists)
    var needs: [String: Set<String>] = [:]
    for (opening, isDomain) in [("domain(", true), ("library(", false), ("arget(", false)] {
      for piece in text.pieces(after: opening) {
        var block = String(piece.prefix(upTo: piece.endOfCall))
        guard let name = quotedWords(in: block).first, !name.contains("\\") else { continue }
        block = block.beginning(before: "testNeeds:")
        let list = block.beginning(before: "path:").beginning(before: "swiftSettings:")
        var found = Set(quotedWords(in: list).dropFirst())
        for (listName, words) in names where list.contains(listName) { found.formUnion(words) }
        if isDomain { found.formUnion(names["floor"] ?? []) }
        needs[name, default: []].formUnion(found)
      }
    }
    return needs.filter { !$0.key.hasSuffix("Tests") }
  }()

  private static func quoted(between start: String, _ end: String, in text: String) -> [String] {
    guard let piece = text.pieces(after: start).first else { return [] }
    return quotedWords(in: String(piece).beginning(before: end))
  }

  private static func quotedWords(in text: String) -> [String] {
    text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}

extension String {
  /// What follows each occurrence of `mark`.
  fileprivate func pieces(after mark: String) -> [Substring] {
    var pieces: [Substring] = []
    var rest = self[...]
    while let found = rest.firstRange(of: mark) {
      rest = rest[found.upperBound...]
      pieces.append(rest)
    }
    return pieces
  }

  fileprivate func beginning(before mark: String) -> String {
    firstRange(of: mark).map { String(self[..<$0.lowerBound]) } ?? self
  }
}

extension Substring {
  /// Where the parenthesis closes that stood open before this text.
  fileprivate var endOfCall: Index {
    var depth = 1
    for index in indices {
      if self[index] == "(" { depth += 1 }
      if self[index] == ")" { depth -= 1 }
      if depth == 0 { return index }
    }
    return endIndex
  }
}
