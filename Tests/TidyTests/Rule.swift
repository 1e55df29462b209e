/// One habit that a machine can check, file by file.
struct Rule: Sendable, CustomStringConvertible {
  let name: String
  /// What to do about a finding.
  let remedy: String
  /// Which files it reads.
  let reads: @Sendable (SourceFile) -> Bool
  /// Line numbers, with what stands there.
  let finds: @Sendable (SourceFile) -> [(line: Int, what: String)]
  /// A file that breaks the rule, so that the rule is seen to work.
  let planted: SourceFile

  var description: String { name }

  func complaints(about file: SourceFile) -> [String] {
    guard reads(file) else { return [] }
    return finds(file).map { "\(file.path):\($0.line): \($0.what). \(remedy)" }
  }
}

extension Rule {
  /// A rule against words in code. `except` names path beginnings where they are allowed.
  static func forbidding(
    _ words: [String], _ name: String, remedy: String, in reads: @escaping @Sendable (SourceFile) -> Bool,
    planted: SourceFile
  ) -> Rule {
    Rule(
      name: name, remedy: remedy, reads: reads,
      finds: { file in
        file.codeLines.flatMap { number, text in
          words.filter { text.contains($0) }.map { (number, "«\($0.trimmed)»") }
        }
      },
      planted: planted)
  }
}

extension String {
  var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
