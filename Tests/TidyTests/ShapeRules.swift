private let isSwift: @Sendable (SourceFile) -> Bool = { $0.name.hasSuffix(".swift") }

/// Ratchets: lower a number when you can, never raise one.
private let fileLinesMax = 300
private let functionLinesMax = 70

extension Rule {
  /// Sizes, and what must stand at a declaration.
  static let shapeRules = [
    Rule(
      name: "A file has at most \(fileLinesMax) lines", remedy: "Ask what the two things in it are, and part them.",
      reads: isSwift,
      finds: { $0.lines.count - 1 > fileLinesMax ? [($0.lines.count, "\($0.lines.count - 1) lines")] : [] },
      planted: SourceFile(path: "Sources/App/Long.swift", text: String(repeating: "\n", count: fileLinesMax + 1))),
    Rule(
      name: "A function fits a screen (\(functionLinesMax) lines)", remedy: "Give its parts names of their own.",
      reads: isSwift,
      finds: { file in
        file.functions.filter { $0.length > functionLinesMax }.map { ($0.line, "\($0.name) has \($0.length) lines") }
      },
      planted: SourceFile(
        path: "Sources/App/Long.swift",
        text: "func a() {\n" + String(repeating: "  b()\n", count: functionLinesMax) + "}\n")),
    .forbidding(
      ["of: /", "contains(/", "replacing(/", "split(separator: /"], "A regular expression is read once",
      remedy: "Keep it beside its use: `private let dayInFigures = Pattern(/…/)`; a literal is read anew at each call.",
      in: { isSwift($0) && $0.isProduct },
      planted: SourceFile(path: "Sources/App/A.swift", text: "  if text.contains(/a/) { b() }")),
    Rule(
      name: "What other modules use says what it means",
      remedy: "Write a /// line above it: meaning, units, errors, the article of law behind it.",
      reads: { isSwift($0) && $0.isProduct },
      finds: { $0.undocumentedTypes },
      planted: SourceFile(path: "Sources/App/A.swift", text: "package struct Thing {\n}\n")),
  ]
}

extension SourceFile {
  /// Functions and initialisers with a body over several lines. The formatter puts the closing brace under the start.
  var functions: [(line: Int, name: String, length: Int)] {
    lines.enumerated().compactMap { index, line in
      let code = line.drop { $0 == " " }
      guard !code.hasPrefix("//"), code.contains("func ") || code.hasPrefix("init(") || code.contains(" init("),
        !line.hasSuffix("}")
      else { return nil }
      let closing = line.prefix { $0 == " " } + "}"
      guard let end = lines[(index + 1)...].firstIndex(where: { $0 == closing }) else { return nil }
      return (index + 1, String(code.prefix(60)), end - index + 1)
    }
  }

  /// `package` types and protocols at the outer level without a documentation comment.
  var undocumentedTypes: [(line: Int, what: String)] {
    lines.indices.compactMap { index in
      let line = lines[index]
      let kinds = ["struct", "enum", "protocol", "actor", "final class", "class", "typealias", "func"]
      guard line.hasPrefix("package "), kinds.contains(where: { line.hasPrefix("package \($0) ") }) else { return nil }
      let above = lines[..<index].last { !$0.hasPrefix("@") }
      return above?.hasPrefix("///") == true ? nil : (index + 1, "«\(line.trimmed)» has no documentation")
    }
  }
}
