import Audit
import Database
import Documents
import Identity
import Kernel
import Work

/// What every act on a unit's work begins with: the document locked and issued, its work as it stands.
struct UnitWorkAct {
  let document: OutgoingDocument
  let items: [WorkItem]
  let work: Work
  let actor: Actor
  let transaction: any Transaction

  /// Refuses what the actor may not see, what is not issued or was recalled, and types that were not lent.
  ///
  /// - Parameter words: what was typed: the System keeps none that bears a secrecy mark.
  init(
    _ id: OutgoingDocument.ID, words: [String] = [], by actor: Actor, in transaction: any Transaction
  ) throws {
    document = try OutgoingDocumentStore(transaction).lock(id, visibleTo: actor)
    if let refusal = Self.obstacle(document) { throw refusal }
    if let types = try DelegationStore(transaction).documentTypes(lentTo: actor),
      !types.contains(document.facts.typeKey)
    {
      throw Refusal(
        .forbidden, "\(actor.onBehalfOf ?? "Người vắng") không ủy quyền xử lý loại văn bản này. Việc chờ người vắng.")
    }
    if words.contains(where: SecrecyMark.isMarked) { throw NumberOutgoingDocument.marked }
    items = try WorkStore(transaction).items(of: .outgoingDocument(id))
    work = Work(on: .outgoingDocument(id), by: actor, in: transaction)
    self.actor = actor
    self.transaction = transaction
  }

  static func obstacle(_ document: OutgoingDocument) -> Refusal? {
    guard document.state != .issued || document.isWithheld else { return nil }
    if document.isWithheld { return document.obstacle(to: .send) }
    return Refusal(
      .conflict, "Văn bản \(document.codeText) «\(document.state.label)» nên việc theo văn bản này dừng lại.")
  }

  /// The actor's own open work to be done; what only informs ends by opening.
  func held(_ id: WorkItem.ID) throws -> WorkItem {
    let item = try items.held(id, by: actor)
    guard item.kind == .handleOutgoing else {
      throw Refusal(.conflict, "Văn bản gửi để biết: mở xem là xong, không cần làm gì thêm.")
    }
    return item
  }

  /// The recipient's line that a unit's own work belongs to; nil for an officer's.
  func line(of item: WorkItem) throws -> OutgoingRecipient? {
    guard item.parent == nil else { return nil }
    return try OutgoingRecipientStore(transaction).list(of: document.id).first { $0.unit == item.unit }
  }

  /// What an officer's work hangs under waits for nobody any more: it is the unit's again.
  func resume(above item: WorkItem) throws {
    guard let parent = items.first(where: { $0.id == item.parent }), parent.state == .passedOn else { return }
    try work.take(.resume, parent)
  }

  /// Ends the act: the audit line written; what was sent is kept while it can be undone.
  @discardableResult
  func end(_ event: AuditEvent, sending act: UnitWorkSending? = nil) throws -> WorkSending? {
    try Audit.record(event, on: work.subject, by: actor, in: transaction)
    guard let act else { return nil }
    let after = try WorkStore(transaction).items(of: work.subject)
    return try WorkSendingStore(transaction).add(
      act.rawValue, on: work.subject, TouchedWork.between(items, after), by: actor)
  }
}

/// The acts of a unit that can be undone.
enum UnitWorkSending: String, Sendable, CaseIterable {
  case assign, giveBack, complete, takeBack

  /// The Vietnamese term.
  var label: String {
    switch self {
    case .assign: "phân công"
    case .giveBack: "trả lại"
    case .complete: "hoàn thành"
    case .takeBack: "thu hồi phân công"
    }
  }

  /// What is left to do once it can be undone no longer.
  var instead: String {
    switch self {
    case .assign: "hãy dùng «Thu hồi phân công» kèm lý do"
    case .giveBack: "hãy báo nơi gửi gửi lại"
    case .complete: "hãy dùng «Mở lại» kèm lý do"
    case .takeBack: "hãy phân công lại"
    }
  }
}

extension AuditEvent {
  static func unitWorkAccepted(_ holder: String) -> AuditEvent {
    AuditEvent(code: "outgoingDocument.workAccepted", sentence: "nhận việc của \(holder)")
  }

  static func unitWorkAssigned(_ officer: String, due: String, instruction: String) -> AuditEvent {
    AuditEvent(
      code: "outgoingDocument.workAssigned",
      sentence: "phân công \(officer)\(due)" + (instruction.isEmpty ? "" : ": \(instruction)"))
  }

  static func unitWorkTakenBack(_ officer: String, reason: String) -> AuditEvent {
    AuditEvent(code: "outgoingDocument.workTakenBack", sentence: "thu hồi phân công \(officer), lý do: \(reason)")
  }

  static func unitWorkReturned(_ holder: String, to giver: String, reason: String) -> AuditEvent {
    AuditEvent(
      code: "outgoingDocument.workReturned", sentence: "trả lại \(giver) việc của \(holder), lý do: \(reason)")
  }

  static func unitWorkCompleted(_ holder: String, result: String) -> AuditEvent {
    AuditEvent(code: "outgoingDocument.workCompleted", sentence: "hoàn thành việc của \(holder): \(result)")
  }

  static func unitWorkReopened(_ holder: String, reason: String) -> AuditEvent {
    AuditEvent(code: "outgoingDocument.workReopened", sentence: "mở lại việc của \(holder), lý do: \(reason)")
  }

  static func unitWorkHandedOver(from old: String, to new: String, reason: String) -> AuditEvent {
    AuditEvent(
      code: "outgoingDocument.workHandedOver", sentence: "bàn giao việc từ \(old) sang \(new), lý do: \(reason)")
  }

  static func unitWorkUndone(_ act: UnitWorkSending?) -> AuditEvent {
    AuditEvent(code: "outgoingDocument.workUndone", sentence: "hoàn tác việc \(act?.label ?? "đã gửi")")
  }
}
