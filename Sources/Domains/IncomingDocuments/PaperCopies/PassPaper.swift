import Audit
import Database
import Kernel
import Work

/// A paper as the actor finds it, with its document locked.
struct PaperCopyAct {
  let document: IncomingDocument
  let copy: PaperCopy
  let items: [WorkItem]

  init(_ id: IncomingDocument.ID, by actor: Actor, in transaction: any Transaction) throws {
    document = try IncomingDocumentStore(transaction).lock(id, visibleTo: actor)
    guard document.state != .quarantined else {
      throw Refusal(.conflict, "Văn bản đang bị niêm giữ nên không chuyển bản giấy.")
    }
    items = try WorkStore(transaction).items(of: .incomingDocument(id))
    copy = try PaperCopyStore(transaction).findLater(id).get() ?? .atRegistry(document)
  }

  /// Who may get it: whoever works on the document, and the registry.
  static func receivers(_ document: IncomingDocument, _ items: [WorkItem]) -> [(principal: Principal, name: String)] {
    var seen: Set<Principal> = []
    let registry = (principal: Principal.agencyRole(document.agency, .registryClerk), name: "Văn thư")
    let holders = items.filter { ![.returned, .recalled].contains($0.state) }.map { ($0.holder, $0.holderName) }
    return ([registry] + holders).filter { seen.insert($0.principal).inserted }
  }
}

extension PaperCopy {
  /// Before it was ever passed on it lies where it was registered.
  static func atRegistry(_ document: IncomingDocument) -> PaperCopy {
    PaperCopy(
      document: document.id, holder: .agencyRole(document.agency, .registryClerk), holderName: "Văn thư",
      heldSince: document.registeredAt)
  }

  func isHeld(by actor: Actor) -> Bool { actor.principals.contains(holder) }

  func isComing(to actor: Actor) -> Bool { passing.map { actor.principals.contains($0.receiver) } ?? false }
}

/// Passes the paper on (chuyển bản giấy): it stays the giver's until the receiver confirms (DEN-12, DEN-13).
package struct PassPaper: Sendable {
  package var document: IncomingDocument.ID
  package var receiver: Principal

  package init(_ document: IncomingDocument.ID, to receiver: Principal) {
    self.document = document
    self.receiver = receiver
  }

  /// Gives the receiver's name, for the answer.
  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> String {
    let act = try PaperCopyAct(document, by: actor, in: transaction)
    guard act.copy.isHeld(by: actor) else {
      throw Refusal(.forbidden, "Bản giấy do \(act.copy.holderName) giữ; chỉ nơi giữ chuyển được.")
    }
    guard act.copy.passing == nil else {
      throw Refusal(
        .conflict, "Bản giấy đang chuyển \(act.copy.passing?.receiverName ?? ""), chờ xác nhận. Lấy lại trước đã.")
    }
    let receivers = PaperCopyAct.receivers(act.document, act.items)
    guard let to = receivers.first(where: { $0.principal == receiver }), to.principal != act.copy.holder else {
      throw Refusal(
        .invalid, "Chỉ chuyển bản giấy cho nơi đang được giao văn bản này, hoặc trả văn thư.",
        field: PaperCopyField.receiver)
    }
    try PaperCopyStore(transaction).pass(act.copy, to: receiver, named: to.name, by: actor)
    try Audit.record(.paperCopyPassed(to.name), on: .incomingDocument(document), by: actor, in: transaction)
    return to.name
  }
}

/// Answers for a paper on its way: the receiver has it or refuses it, the giver takes it back.
package struct AnswerPaper: Sendable {
  package enum Answer: Sendable { case received, refused, takenBack }

  package var document: IncomingDocument.ID
  package var answer: Answer
  package var reason: String
  /// The passing-on that was shown.
  package var passing: Int64

  package init(_ document: IncomingDocument.ID, _ answer: Answer, passing: Int64, reason: String = "") {
    self.document = document
    self.answer = answer
    self.passing = passing
    self.reason = reason
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let act = try PaperCopyAct(document, by: actor, in: transaction)
    guard let way = act.copy.passing, way.id == passing else {
      throw Refusal(.conflict, "Lượt chuyển bản giấy này đã xong. Hãy tải lại trang.")
    }
    let (isMine, asked): (Bool, PaperMove.Answer) =
      switch answer {
      case .received: (act.copy.isComing(to: actor), .received)
      case .refused: (act.copy.isComing(to: actor), .refused)
      case .takenBack: (act.copy.isHeld(by: actor), .takenBack)
      }
    guard isMine else {
      throw Refusal(
        .forbidden,
        answer == .takenBack
          ? "Bản giấy do \(act.copy.holderName) chuyển; chỉ nơi ấy lấy lại được."
          : "Bản giấy đang chuyển \(way.receiverName); chỉ nơi ấy xác nhận được.")
    }
    if answer == .refused, let refusal = Refusal(Reasoned.reasons(reason, "không nhận bản giấy")) { throw refusal }
    try PaperCopyStore(transaction).answer(asked, act.copy, reason: reason, by: actor)
    if asked == .received {
      var document = act.document
      document.facts.paperHolder = way.receiverName
      try IncomingDocumentStore(transaction).save(document, from: document.version)
      try IncomingIndexing.index(document, in: transaction)
    }
    try Audit.record(
      .paperCopyAnswered(asked, from: act.copy.holderName, reason: reason), on: .incomingDocument(document), by: actor,
      in: transaction)
  }
}

/// Lines of the audit trail about the paper.
extension AuditEvent {
  static func paperCopyPassed(_ receiver: String) -> AuditEvent {
    AuditEvent(code: "incomingDocument.paperPassed", sentence: "chuyển bản giấy cho \(receiver)")
  }

  static func paperCopyAnswered(_ answer: PaperMove.Answer, from giver: String, reason: String) -> AuditEvent {
    let why = reason.isEmpty ? "" : ", lý do: \(reason)"
    let what =
      switch answer {
      case .received: "nhận bản giấy từ \(giver)"
      case .refused: "không nhận bản giấy từ \(giver)"
      case .takenBack: "lấy lại bản giấy đang chuyển"
      }
    return AuditEvent(code: "incomingDocument.paperAnswered", sentence: what + why)
  }
}
