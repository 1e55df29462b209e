import Audit

/// Lines of the audit trail about plans of dossiers.
extension AuditEvent {
  static func filePlanMade(_ plan: FilePlan) -> AuditEvent {
    AuditEvent(
      code: "filePlan.made", sentence: "lập \(plan.titleInSentence), số hồ sơ \(plan.numbering.label.lowercased())")
  }

  static func filePlanNumbering(_ numbering: FilePlan.Numbering) -> AuditEvent {
    AuditEvent(
      code: "filePlan.numbering", sentence: "đổi cách đánh số hồ sơ thành «\(numbering.label.lowercased())»")
  }

  static func filePlanHeadingAdded(_ heading: FilePlanHeading) -> AuditEvent {
    AuditEvent(code: "filePlan.headingAdded", sentence: "thêm đề mục «\(heading.title)»")
  }

  static func filePlanHeadingChanged(_ heading: FilePlanHeading) -> AuditEvent {
    AuditEvent(code: "filePlan.headingChanged", sentence: "sửa đề mục «\(heading.title)»")
  }

  static func filePlanHeadingRemoved(_ heading: FilePlanHeading) -> AuditEvent {
    AuditEvent(code: "filePlan.headingRemoved", sentence: "bỏ đề mục «\(heading.title)»")
  }

  static func filePlanEntryAdded(_ entry: FilePlanEntry) -> AuditEvent {
    AuditEvent(code: "filePlan.entryAdded", sentence: "thêm hồ sơ «\(entry.facts.title)»")
  }

  static func filePlanEntryChanged(_ entry: FilePlanEntry) -> AuditEvent {
    AuditEvent(code: "filePlan.entryChanged", sentence: "sửa hồ sơ «\(entry.facts.title)»")
  }

  static func filePlanLineHandedOver(
    _ entry: FilePlanEntry, from old: String, to new: String, _ reason: String
  ) -> AuditEvent {
    AuditEvent(
      code: "filePlan.lineHandedOver",
      sentence: "bàn giao việc lập hồ sơ «\(entry.facts.title)» từ \(old) sang \(new), lý do: \(reason)")
  }

  static func filePlanEntryRemoved(_ entry: FilePlanEntry) -> AuditEvent {
    AuditEvent(code: "filePlan.entryRemoved", sentence: "bỏ hồ sơ «\(entry.facts.title)»")
  }

  static func filePlanMoved(_ what: String, isUp: Bool) -> AuditEvent {
    AuditEvent(code: "filePlan.moved", sentence: "chuyển \(what) \(isUp ? "lên" : "xuống") một dòng")
  }

  static func filePlanRoundBegun(_ plan: FilePlan) -> AuditEvent {
    AuditEvent(code: "filePlan.roundBegun", sentence: "bắt đầu bổ sung lần \(plan.round.number)")
  }

  static func filePlanProposed(_ plan: FilePlan, entries: Int) -> AuditEvent {
    AuditEvent(
      code: "filePlan.proposed", sentence: "trình duyệt \(plan.roundTitleInSentence), \(entries) hồ sơ")
  }

  static func filePlanTakenBack(_ plan: FilePlan) -> AuditEvent {
    AuditEvent(code: "filePlan.takenBack", sentence: "lấy lại \(plan.roundTitleInSentence) để sửa")
  }

  static func filePlanApproved(_ plan: FilePlan) -> AuditEvent {
    AuditEvent(code: "filePlan.approved", sentence: "duyệt \(plan.roundTitleInSentence)")
  }

  static func filePlanReturned(_ plan: FilePlan, _ reason: String) -> AuditEvent {
    AuditEvent(
      code: "filePlan.returned", sentence: "trả lại \(plan.roundTitleInSentence) để sửa, lý do: \(reason)")
  }

  static func filePlanIssued(_ plan: FilePlan, entries: Int) -> AuditEvent {
    AuditEvent(
      code: "filePlan.issued",
      sentence: "ban hành \(plan.roundTitleInSentence) theo \(plan.round.decisionText), \(entries) hồ sơ")
  }

  static func filePlanPrinted(_ format: String) -> AuditEvent {
    AuditEvent(code: "filePlan.printed", sentence: "in danh mục hồ sơ (\(format))", kind: .access)
  }

  static let filePlanSecrecyRefused = AuditEvent(
    code: "filePlan.secrecyRefused", sentence: "đưa vào nội dung có dấu mật; hệ thống không nhận", kind: .refusal)
}

extension FilePlan {
  var roundTitleInSentence: String {
    round.number == 0 ? titleInSentence : "bổ sung lần \(round.number) \(titleInSentence)"
  }
}
