import Database
import Documents
import Kernel

extension AskCopy {
  /// The act with what looking at the scan tells, where a scan becomes an electronic copy (COPY-05): before the
  /// transaction, since pictures are slow.
  static func prepared(
    _ terms: CopyTerms, isVouchedCopy: Bool, by actor: Actor, in database: any Database, _ reader: PaperReader
  ) async throws -> AskCopy {
    var act = AskCopy(terms)
    act.isVouchedCopy = isVouchedCopy
    guard terms.form != .extractCopy, terms.way == CopyWay(from: .paper, to: .electronic) else { return act }
    let files = try await database.read {
      try CopiedDocumentStore($0).find(terms.source.record, visibleTo: actor).1
    }
    if let file = files.first(where: { $0.id == terms.source.file }), file.obstacle == nil {
      act.scanFaults = try await CopyRowsReading(reader: reader).scanFaults(of: file)
    }
    return act
  }

  /// One a line, as typed; the same place only once.
  static func names(_ typed: String) -> [String] {
    var seen: Set<String> = []
    return typed.split(whereSeparator: { $0.isNewline || $0 == ";" }).map { String($0).normalizedLine }
      .map { $0.hasPrefix("-") ? String($0.dropFirst()).normalizedLine : $0 }
      .filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
  }
}
