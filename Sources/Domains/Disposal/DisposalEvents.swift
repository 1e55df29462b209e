import Audit

/// Lines of the audit trail about reviews, destruction and orders that keep dossiers. They name dossiers by their number
/// alone: titles are erased with the dossier, these lines stay.
extension AuditEvent {
  static func reviewBegun(_ code: String, _ name: String) -> AuditEvent {
    AuditEvent(code: "disposal.begun", sentence: "lập đợt xét hủy \(code) «\(name)»")
  }

  /// On the review, and on each dossier.
  static func reviewFilled(_ count: Int) -> AuditEvent {
    AuditEvent(code: "disposal.filled", sentence: "đưa \(count) hồ sơ hết thời hạn vào danh mục xét hủy")
  }

  static func dossierListed(_ code: String) -> AuditEvent {
    AuditEvent(code: "disposal.dossierListed", sentence: "đưa hồ sơ vào đợt xét hủy \(code)")
  }

  static func dossierUnlisted(_ notation: String, _ reason: String) -> AuditEvent {
    AuditEvent(
      code: "disposal.dossierUnlisted", sentence: "đưa hồ sơ \(notation) ra khỏi danh mục xét hủy, lý do: \(reason)")
  }

  static func dossierExtended(_ notation: String, _ from: String, _ to: String, _ reason: String) -> AuditEvent {
    AuditEvent(
      code: "disposal.dossierExtended",
      sentence:
        "giữ thêm hồ sơ \(notation): thời hạn bảo quản \(from.lowercased()) thành \(to.lowercased()), lý do: \(reason)")
  }

  static func councilAppointed(_ names: String) -> AuditEvent {
    AuditEvent(code: "disposal.councilAppointed", sentence: "ghi hội đồng xét hủy: \(names)")
  }

  static func reviewSubmitted(_ count: Int) -> AuditEvent {
    AuditEvent(code: "disposal.submitted", sentence: "trình hội đồng xét \(count) hồ sơ")
  }

  static func keepAsked(_ notation: String, _ reason: String) -> AuditEvent {
    AuditEvent(code: "disposal.keepAsked", sentence: "đề nghị giữ lại hồ sơ \(notation): \(reason)")
  }

  static func keepAskedNoMore(_ notation: String) -> AuditEvent {
    AuditEvent(code: "disposal.keepAskedNoMore", sentence: "rút đề nghị giữ lại hồ sơ \(notation)")
  }

  static let destructionAgreed = AuditEvent(
    code: "disposal.agreed", sentence: "đồng ý hủy các hồ sơ trong danh mục mà mình không đề nghị giữ lại")

  static func reviewWithdrawn(_ reason: String) -> AuditEvent {
    AuditEvent(code: "disposal.withdrawn", sentence: "rút danh mục về lập lại, lý do: \(reason)")
  }

  static func reviewDecided(_ decision: String, _ count: Int) -> AuditEvent {
    AuditEvent(code: "disposal.decided", sentence: "quyết định hủy \(count) hồ sơ: \(decision)")
  }

  static func reviewCancelled(_ reason: String) -> AuditEvent {
    AuditEvent(code: "disposal.cancelled", sentence: "bỏ đợt xét hủy, lý do: \(reason)")
  }

  static func destructionBegun(_ count: Int) -> AuditEvent {
    AuditEvent(code: "disposal.destructionBegun", sentence: "tiến hành hủy \(count) hồ sơ")
  }

  static func destructionFinished(_ destroyed: Int, spared: Int) -> AuditEvent {
    AuditEvent(
      code: "disposal.destructionFinished",
      sentence: "hủy xong \(destroyed) hồ sơ" + (spared > 0 ? ", \(spared) hồ sơ chưa hủy được" : ""))
  }

  static func dossierSpared(_ notation: String, _ why: String) -> AuditEvent {
    AuditEvent(code: "disposal.dossierSpared", sentence: "chưa hủy hồ sơ \(notation): \(why)")
  }

  static func disposalPrinted(_ form: String) -> AuditEvent {
    AuditEvent(code: "disposal.printed", sentence: "in \(form.lowercased())", kind: .access)
  }

  static let decisionTaken = AuditEvent(
    code: "disposal.decisionTaken", sentence: "tải về quyết định hủy", kind: .access)

  /// On the order, and on each dossier.
  static func holdLaid(_ order: String, _ count: Int, _ reason: String) -> AuditEvent {
    AuditEvent(code: "legalHold.laid", sentence: "giữ nguyên \(count) hồ sơ theo \(order), lý do: \(reason)")
  }

  static func dossierHeld(_ order: String) -> AuditEvent {
    AuditEvent(code: "legalHold.dossierHeld", sentence: "giữ nguyên hồ sơ theo \(order)")
  }

  static func holdLifted(_ order: String, _ reason: String) -> AuditEvent {
    AuditEvent(code: "legalHold.lifted", sentence: "bỏ giữ nguyên theo \(order), lý do: \(reason)")
  }
}
