import Audit
import Kernel

/// Lines of the audit trail about handling: the story of the document (PL6-51).
extension AuditEvent {
  static func incomingPresented(_ whom: String, proposal: String) -> AuditEvent {
    let more = proposal.isEmpty ? "" : ", đề xuất: \(proposal)"
    return AuditEvent(code: "incomingDocument.presented", sentence: "trình \(whom)\(more)")
  }

  static func incomingDirected(_ text: String, keyedFor leader: String?, to places: String) -> AuditEvent {
    let whose = leader.map { "nhập bút phê trên giấy của \($0)" } ?? "bút phê"
    let more = places.isEmpty ? "" : "; giao \(places)"
    return AuditEvent(code: "incomingDocument.directed", sentence: "\(whose): «\(text)»\(more)")
  }

  static func incomingAssigned(_ places: String, instruction: String) -> AuditEvent {
    let more = instruction.isEmpty ? "" : ", ý kiến: \(instruction)"
    return AuditEvent(code: "incomingDocument.assigned", sentence: "phân công \(places)\(more)")
  }

  static func incomingAccepted(_ role: String) -> AuditEvent {
    AuditEvent(code: "incomingDocument.accepted", sentence: "nhận việc (\(role))")
  }

  static func incomingReturned(to giver: String, reason: String) -> AuditEvent {
    AuditEvent(code: "incomingDocument.workReturned", sentence: "trả lại \(giver), lý do: \(reason)")
  }

  static func incomingRecalled(from holders: String, reason: String) -> AuditEvent {
    AuditEvent(code: "incomingDocument.workRecalled", sentence: "thu hồi việc đã giao \(holders), lý do: \(reason)")
  }

  static func incomingWorkCompleted(_ role: String, result: String, reply: String = "") -> AuditEvent {
    let more = result.isEmpty ? "" : ": \(result)"
    let named = reply.isEmpty ? "" : ", văn bản trả lời \(reply)"
    return AuditEvent(code: "incomingDocument.workCompleted", sentence: "hoàn thành (\(role))\(more)\(named)")
  }

  static func incomingReopened(_ holder: String, reason: String) -> AuditEvent {
    AuditEvent(code: "incomingDocument.workReopened", sentence: "mở lại việc của \(holder), lý do: \(reason)")
  }

  static func incomingNoted(_ kind: String, text: String) -> AuditEvent {
    AuditEvent(code: "incomingDocument.noted", sentence: "ghi \(kind.lowercased()): \(text)")
  }

  static func incomingOpinionAsked(_ whom: String, question: String, due: Day?) -> AuditEvent {
    let by = due.map { ", trả lời trước hết ngày \($0.text)" } ?? ""
    return AuditEvent(code: "incomingDocument.opinionAsked", sentence: "xin ý kiến \(whom): «\(question)»\(by)")
  }

  static func incomingOpinionGiven(_ said: String, to asker: String) -> AuditEvent {
    AuditEvent(code: "incomingDocument.opinionGiven", sentence: "cho ý kiến \(asker) hỏi: \(said)")
  }

  static func incomingExtensionAsked(until due: Day, reason: String) -> AuditEvent {
    AuditEvent(
      code: "incomingDocument.extensionAsked", sentence: "xin gia hạn đến \(due.text), lý do: \(reason)")
  }

  static func incomingExtensionDecided(_ said: String, for holder: String) -> AuditEvent {
    AuditEvent(
      code: "incomingDocument.extensionDecided", sentence: "trả lời xin gia hạn của \(holder): \(said)")
  }

  static func incomingDeadlineSet(_ due: Day?, from old: Day?, for holder: String, reason: String) -> AuditEvent {
    AuditEvent(
      code: "incomingDocument.deadlineSet",
      sentence:
        "đổi hạn của \(holder) từ \(old?.text ?? "không hạn") thành \(due?.text ?? "không hạn"), lý do: \(reason)")
  }

  static func incomingHandedOver(from old: String, to new: String, reason: String) -> AuditEvent {
    AuditEvent(
      code: "incomingDocument.workHandedOver", sentence: "bàn giao việc của \(old) cho \(new), lý do: \(reason)")
  }

  static func incomingLeadReplaced(_ old: String, by new: String, reason: String) -> AuditEvent {
    AuditEvent(
      code: "incomingDocument.leadReplaced", sentence: "đổi chủ trì từ \(old) sang \(new), lý do: \(reason)")
  }

  static func incomingUrged(_ holder: String, level: String, ordinal: Int, text: String) -> AuditEvent {
    let more = text.isEmpty ? "" : ": \(text)"
    return AuditEvent(
      code: "incomingDocument.urged",
      sentence: "đôn đốc \(holder) lần \(ordinal) (\(level.lowercased()))\(more)")
  }

  static func incomingFollowed(_ follows: Bool) -> AuditEvent {
    AuditEvent(
      code: "incomingDocument.followed", sentence: follows ? "theo dõi văn bản này" : "thôi theo dõi văn bản này")
  }

  static func incomingReplyLinked(_ code: String) -> AuditEvent {
    AuditEvent(code: "incomingDocument.replyLinked", sentence: "ghi văn bản trả lời: \(code)")
  }

  static func incomingFiled(_ dossier: String) -> AuditEvent {
    AuditEvent(
      code: "incomingDocument.filed", sentence: dossier.isEmpty ? "lưu hồ sơ" : "lưu hồ sơ \(dossier)")
  }

  static func incomingSendingUndone(_ act: Sending.Act) -> AuditEvent {
    AuditEvent(code: "incomingDocument.sendingUndone", sentence: "hoàn tác việc \(act.label) vừa gửi")
  }
}
