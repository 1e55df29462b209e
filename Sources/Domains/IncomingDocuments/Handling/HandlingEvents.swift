import Audit

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

  static func incomingWorkCompleted(_ role: String, result: String) -> AuditEvent {
    let more = result.isEmpty ? "" : ": \(result)"
    return AuditEvent(code: "incomingDocument.workCompleted", sentence: "hoàn thành (\(role))\(more)")
  }

  static func incomingReopened(_ holder: String, reason: String) -> AuditEvent {
    AuditEvent(code: "incomingDocument.workReopened", sentence: "mở lại việc của \(holder), lý do: \(reason)")
  }
}
