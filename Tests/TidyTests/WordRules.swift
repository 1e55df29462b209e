import Foundation

private let isProduct: @Sendable (SourceFile) -> Bool = { $0.isProduct && $0.name.hasSuffix(".swift") }
private let isSwift: @Sendable (SourceFile) -> Bool = {
  $0.name.hasSuffix(".swift") && !$0.path.hasPrefix("Tests/TidyTests/")
}
private let isText: @Sendable (SourceFile) -> Bool = { !$0.path.hasPrefix("Tests/TidyTests/") }

/// Folders that exist on one machine only.
private let machineFolders = ["home", "root", "Users", "work"].map { "/\($0)/" }

extension Rule {
  /// Words that do not belong.
  static let wordRules = [
    .forbidding(
      ["fatalError(", "try!", "as! "], "Nothing stops the server on purpose",
      remedy: "Throw a Refusal (people can act on it) or let the error rise; `precondition` only for our own mistakes.",
      in: isProduct, planted: SourceFile(path: "Sources/App/Thing.swift", text: "  fatalError(\"no\")")),
    Rule(
      name: "No unfinished work", remedy: "Finish it, or file it as work.", reads: isText,
      finds: { file in
        file.lines.enumerated().filter { $0.element.contains("TODO") || $0.element.contains("FIXME") }
          .map { ($0.offset + 1, $0.element.trimmed) }
      },
      planted: SourceFile(path: "Sources/App/Thing.swift", text: "// TODO later")),
    .forbidding(
      [".disabled(", "withKnownIssue", "XCTSkip", "pytest.mark.skip(", "pytest.mark.xfail"], "No test is switched off",
      remedy: "Repair it, or delete it and say why.", in: { $0.path.hasPrefix("Tests/") && isText($0) },
      planted: SourceFile(path: "Tests/AppTests/Thing.swift", text: "@Test(.disabled(\"later\"))")),
    .forbidding(
      machineFolders, "No path of one machine", remedy: "Take the folder from the configuration, or from #filePath.",
      in: isText, planted: SourceFile(path: "docs/a.md", text: "see \(machineFolders[0])me/project")),
    .forbidding(
      ["print("], "The product speaks through its log", remedy: "Use the logger; only the program's commands print.",
      in: { isProduct($0) && $0.module != "chauban" },
      planted: SourceFile(path: "Sources/App/Thing.swift", text: "  print(1)")),
    .forbidding(
      ["@unchecked Sendable", "nonisolated(unsafe)"], "Only drivers vouch for their own threads",
      remedy: "Use a Mutex, an actor or a value.",
      in: { isProduct($0) && !$0.path.hasPrefix("Sources/Libraries/") },
      planted: SourceFile(path: "Sources/App/Thing.swift", text: "final class A: @unchecked Sendable {}")),
    Rule(
      name: "Loose tasks live in Jobs and App only", remedy: "Enqueue a job, or await it here.",
      reads: { isProduct($0) && !["Jobs", "App", "chauban"].contains($0.module) },
      finds: { file in
        file.codeLines.filter { _, text in
          (text.contains(" Task {") || text.contains(" Task.detached")) && !text.contains("await Task")
        }.map { ($0.number, $0.text.trimmed) }
      },
      planted: SourceFile(path: "Sources/Domains/Audit/A.swift", text: "  Task { await go() }")),
    .forbidding(
      [" style=\"", " onclick=", " onchange=", " onsubmit=", "<script>", "<style>", "javascript:"],
      "No inline script or style", remedy: "The content security policy forbids it: put it into Public/.",
      in: isProduct, planted: SourceFile(path: "Sources/App/Thing.swift", text: "\"<p style=\\\"x\\\">\" style=\"a\"")),
    Rule(
      name: "SQL lives in stores and migrations", remedy: "Move the statement into a …Store file.",
      reads: {
        isProduct($0) && !$0.path.hasPrefix("Sources/Libraries/Database/") && !$0.isKind("Store", "Migrations")
          && !$0.extendsStore
      },
      finds: { file in file.codeLines.filter { $0.text.holdsSQL }.map { ($0.number, $0.text.trimmed) } },
      planted: SourceFile(path: "Sources/Domains/Audit/A.swift", text: "let a = \"SELECT id FROM people\"")),
    Rule(
      name: "Names say what a thing is", remedy: "Ask what it does and name that; see STYLE.md.", reads: isSwift,
      finds: { file in
        file.codeLines.compactMap { number, text in
          text.declaredType.flatMap { name in name.hasEmptyWord ? (number, name) : nil }
        }
      },
      planted: SourceFile(path: "Sources/App/Thing.swift", text: "struct DocumentManager {")),
    Rule(
      name: "Text is NFC", remedy: "Save the file with composed Vietnamese letters (NFC).", reads: { _ in true },
      finds: { file in
        file.lines.enumerated().filter { !$0.element.isComposed }.map { ($0.offset + 1, $0.element.trimmed) }
      },
      planted: SourceFile(path: "Sources/App/Thing.swift", text: "\"Va\u{306}n ba\u{309}n\"")),
  ]
}

extension SourceFile {
  /// A store that was parted over several files.
  fileprivate var extendsStore: Bool { lines.contains { $0.hasPrefix("extension ") && $0.contains("Store {") } }
}

extension String {
  /// Statements as this project writes them: keywords in capitals.
  fileprivate var holdsSQL: Bool {
    guard
      contains("SELECT ") || contains("INSERT ") || contains("DELETE ") || contains("UPDATE ") || contains("CREATE ")
    else { return false }
    return firstMatch(
      of: /\b(SELECT\s.*\bFROM\b|INSERT INTO\b|DELETE FROM\b|UPDATE \w+ SET\b|CREATE (TABLE|INDEX|UNIQUE INDEX)\b)/)
      != nil
  }

  /// Name of the type that the line declares.
  fileprivate var declaredType: String? {
    let words = split(separator: " ")
    guard let at = words.firstIndex(where: { ["struct", "enum", "class", "actor", "protocol"].contains($0) }),
      words[..<at].allSatisfy({
        ["package", "final", "private", "fileprivate", "indirect"].contains($0) || $0.hasPrefix("@")
      }),
      at + 1 < words.count
    else { return nil }
    return String(words[at + 1].prefix { $0.isLetter || $0.isNumber })
  }

  fileprivate var hasEmptyWord: Bool {
    ["Manager", "Helper", "Helpers", "Service", "Util", "Utils", "Utilities", "Info"].contains { hasSuffix($0) }
  }

  /// True when no letter is written as a base with combining marks that has a composed form.
  fileprivate var isComposed: Bool {
    utf8.allSatisfy { $0 < 0x80 }
      || unicodeScalars.elementsEqual(precomposedStringWithCanonicalMapping.unicodeScalars)
  }
}
