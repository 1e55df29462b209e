import Audit

extension AuditEvent {
  static func oldBookStarted(_ batch: ImportBatch) -> AuditEvent {
    AuditEvent(code: "importBatch.started", sentence: "đưa sổ cũ «\(batch.sourceName)» vào kiểm tra")
  }

  static func oldBookConfirmed(_ batch: ImportBatch) -> AuditEvent {
    AuditEvent(
      code: "importBatch.confirmed", sentence: "cho nhập sổ cũ «\(batch.sourceName)», \(batch.counts.good) văn bản")
  }

  static func oldBookEntered(_ batch: ImportBatch) -> AuditEvent {
    AuditEvent(
      code: "importBatch.entered",
      sentence:
        "nhập xong sổ cũ «\(batch.sourceName)»: \(batch.counts.entered) văn bản trong sổ, \(batch.counts.problems) dòng không nhập"
    )
  }

  static func oldBookProblemsDownloaded(_ batch: ImportBatch) -> AuditEvent {
    AuditEvent(
      code: "importBatch.problemsDownloaded", sentence: "tải bảng lỗi của sổ cũ «\(batch.sourceName)»", kind: .access)
  }

  /// Keeps how many, never what.
  static func oldBookHadSecrets(rows: Int) -> AuditEvent {
    AuditEvent(
      code: "importBatch.secrecyRefused",
      sentence: "đưa vào sổ cũ có \(rows) dòng mang dấu mật; hệ thống không nhận", kind: .refusal)
  }
}
