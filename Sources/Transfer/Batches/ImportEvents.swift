import Audit

extension AuditEvent {
  static func importStarted(_ batch: ImportBatch) -> AuditEvent {
    AuditEvent(
      code: "importBatch.started", sentence: "đưa \(batch.kind.noun) «\(batch.sourceName)» vào kiểm tra")
  }

  static func importConfirmed(_ batch: ImportBatch) -> AuditEvent {
    AuditEvent(
      code: "importBatch.confirmed",
      sentence: "cho nhập \(batch.kind.noun) «\(batch.sourceName)», \(batch.counts.good) \(batch.kind.rowNoun)")
  }

  static func importEntered(_ batch: ImportBatch) -> AuditEvent {
    let what =
      switch batch.kind {
      case .documents: "\(batch.counts.entered) văn bản trong sổ"
      case .organization: batch.tally.map(\.sentence) ?? ""
      }
    return AuditEvent(
      code: "importBatch.entered",
      sentence:
        "nhập xong \(batch.kind.noun) «\(batch.sourceName)»: \(what), \(batch.counts.problems) dòng không nhập")
  }

  static func importProblemsDownloaded(_ batch: ImportBatch) -> AuditEvent {
    AuditEvent(
      code: "importBatch.problemsDownloaded",
      sentence: "tải bảng lỗi của \(batch.kind.noun) «\(batch.sourceName)»", kind: .access)
  }

  /// Keeps how many, never what.
  static func importHadSecrets(rows: Int) -> AuditEvent {
    AuditEvent(
      code: "importBatch.secrecyRefused",
      sentence: "đưa vào sổ cũ có \(rows) dòng mang dấu mật; hệ thống không nhận", kind: .refusal)
  }
}
