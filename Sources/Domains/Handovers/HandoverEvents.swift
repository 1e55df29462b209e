import Audit

/// Lines of the audit trail about handovers.
extension AuditEvent {
  static func handoverBegun(_ name: String, _ count: Int, reason: String) -> AuditEvent {
    AuditEvent(code: "handover.begun", sentence: "bàn giao \(count) việc, tài liệu của \(name), lý do: \(reason)")
  }

  static func handoverFinished(_ name: String, done: Int, refused: Int) -> AuditEvent {
    AuditEvent(
      code: "handover.finished",
      sentence: "bàn giao xong của \(name): \(done) đã chuyển" + (refused > 0 ? ", \(refused) chưa chuyển được" : ""))
  }

  static func minutesTaken(_ receiver: String) -> AuditEvent {
    AuditEvent(code: "handover.minutesTaken", sentence: "lấy biên bản bàn giao cho \(receiver)", kind: .access)
  }
}
