import Foundation

/// One file of the source tree, as the rules see it.
struct SourceFile: Sendable {
  /// Path inside the project, such as `Sources/Domains/Audit/AuditStore.swift`.
  let path: String
  let lines: [String]

  init(path: String, text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  var name: String { String(path.split(separator: "/").last ?? "") }

  /// `Sources/Domains/…` and the crossing modules that may read other domains' tables.
  var isInDomain: Bool {
    ["Sources/Domains/", "Sources/Search/", "Sources/Transfer/"].contains { path.hasPrefix($0) }
  }

  var isProduct: Bool { path.hasPrefix("Sources/") && !path.hasPrefix("Sources/TestSupport/") }

  /// The module that the file belongs to.
  var module: String {
    let parts = path.split(separator: "/").map(String.init)
    switch parts.first {
    case "Sources" where parts.count > 3 && ["Libraries", "Domains"].contains(parts[1]): return parts[2]
    case "Sources", "Tests": return parts.count > 2 ? parts[1] : ""
    default: return ""
    }
  }

  /// Modules named in import lines, with their line numbers.
  var imports: [(line: Int, module: String)] {
    lines.enumerated().compactMap { index, line in
      guard line.contains("import ") else { return nil }
      let words = line.split(separator: " ").drop { $0.hasPrefix("@") || $0 == "package" || $0 == "internal" }
      guard words.first == "import", let last = words.last else { return nil }
      return (index + 1, String(last.prefix { $0 != "." }))
    }
  }

  /// Lines with their numbers, without those that are only a comment.
  var codeLines: [(number: Int, text: String)] {
    lines.enumerated().compactMap { index, line in
      line.drop { $0 == " " }.hasPrefix("//") ? nil : (index + 1, line)
    }
  }
}

/// The project's files, read once.
enum SourceTree {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let swift = files(under: ["Sources", "Tests"], endings: ["swift"])
  static let texts =
    swift
    + files(
      under: ["docs", "changes", "Public", "Benchmarks", "Tests"],
      endings: ["md", "css", "js", "py", "sh", "txt", "json", "svg", "html"])
    + files(under: [""], endings: ["md", "txt"], deep: false) + [file("dev"), file("Package.swift")].compactMap(\.self)

  static func file(_ path: String) -> SourceFile? {
    (try? String(contentsOf: root.appending(path: path), encoding: .utf8)).map { SourceFile(path: path, text: $0) }
  }

  private static func files(under folders: [String], endings: Set<String>, deep: Bool = true) -> [SourceFile] {
    folders.flatMap { folder -> [SourceFile] in
      let start = root.appending(path: folder)
      let found =
        deep
        ? FileManager.default.enumerator(atPath: start.path)?.compactMap { $0 as? String }
        : try? FileManager.default.contentsOfDirectory(atPath: start.path)
      return (found ?? []).sorted().compactMap { path in
        let isWanted = path.split(separator: ".").last.map { endings.contains(String($0)) } ?? false
        guard isWanted, !path.contains("__pycache__") else { return nil }
        return file(folder.isEmpty ? path : "\(folder)/\(path)")
      }
    }
  }
}
