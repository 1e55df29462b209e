import Audit
import Database
import Documents
import Exchange
import IncomingDocuments
import Kernel
import Notifications
import Work

/// A person says that a place has answered (ghép trả lời): by a document of their own book, or by words.
package struct PairReply: Sendable {
  package var document: OutgoingDocument.ID
  package var recipient: OutgoingRecipient.ID
  /// «12/SXD-VP, số đến 48»; how it came, when no document did.
  package var text: String

  package init(_ document: OutgoingDocument.ID, of recipient: OutgoingRecipient.ID, text: String) {
    self.document = document
    self.recipient = recipient
    self.text = text.normalizedLine
  }

  /// Gives the place's name.
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> String {
    let current = try OutgoingDocumentStore(transaction).lock(document, visibleTo: actor)
    guard OutgoingDocumentAccess.may(.pairReply, current, actor) else { throw OutgoingDocumentAccess.notRegistry }
    if let obstacle = current.obstacle(to: .pairReply) { throw obstacle }
    let store = ReplyRequestStore(transaction)
    let request = try ReplyAct.find(recipient, of: document, in: store)
    if let answer = request.answer {
      throw Refusal(.conflict, "\(request.name) đã trả lời: \(answer.text). Bỏ ghép trước khi ghi khác.")
    }
    if text.isEmpty {
      throw Refusal(.invalid, "Ghi văn bản trả lời: số, ký hiệu, số đến, hoặc cách trả lời.", field: ReplyField.text)
    }
    if text.count > 200 { throw Refusal(.invalid, "Dài quá 200 ký tự.", field: ReplyField.text) }
    if SecrecyMark.isMarked(text) { throw NumberOutgoingDocument.marked }
    try store.save(
      .init(at: transaction.now, record: nil, text: text, pairing: .hand, pairedBy: actor.nameOnRecord),
      of: request.recipient)
    try UnitReplies.finish(recipient, of: document, text, by: actor, in: transaction)
    try Notifications.tellAuthors(
      .outgoingAnswered, of: .outgoingDocument(document), "\(request.name): \(text)", by: actor, in: transaction)
    try Audit.record(.replyPaired(request.name, text), on: .outgoingDocument(document), by: actor, in: transaction)
    return request.name
  }
}

/// Takes an answer off again that was paired wrongly (bỏ ghép): the place owes one as before.
package struct UnpairReply: Sendable {
  package var document: OutgoingDocument.ID
  package var recipient: OutgoingRecipient.ID

  package init(_ document: OutgoingDocument.ID, of recipient: OutgoingRecipient.ID) {
    self.document = document
    self.recipient = recipient
  }

  /// Gives the place's name.
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> String {
    let current = try OutgoingDocumentStore(transaction).lock(document, visibleTo: actor)
    guard OutgoingDocumentAccess.may(.pairReply, current, actor) else { throw OutgoingDocumentAccess.notRegistry }
    if let obstacle = current.obstacle(to: .pairReply) { throw obstacle }
    let store = ReplyRequestStore(transaction)
    let request = try ReplyAct.find(recipient, of: document, in: store)
    guard let answer = request.answer else {
      throw Refusal(.conflict, "\(request.name) chưa có trả lời nào được ghép.")
    }
    if answer.isData {
      throw Refusal(
        .conflict, "\(request.name) đã gửi số liệu theo biểu. Cần sửa thì trả lại số liệu ở trang của biểu.")
    }
    try store.save(nil, of: request.recipient)
    try UnitReplies.reopen(recipient, of: document, by: actor, in: transaction)
    try Audit.record(
      .replyUnpaired(request.name, answer.text), on: .outgoingDocument(document), by: actor, in: transaction)
    return request.name
  }
}

/// Urges everybody who has not answered, in one press (đôn đốc): at an agency of the installation whoever holds the work, or
/// its registry while it has no number; units of the agency and the officer who has it there; places outside are named for a letter.
package struct UrgeReplies: Sendable {
  package var document: OutgoingDocument.ID

  package init(_ document: OutgoingDocument.ID) { self.document = document }

  /// Who was told in the System, and who has to be told otherwise.
  package struct Outcome: Sendable, Equatable {
    package var told: [String] = []
    package var outside: [String] = []
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> Outcome {
    let current = try OutgoingDocumentStore(transaction).lock(document, visibleTo: actor)
    guard try OutgoingDocumentAccess.mayUrge(current, actor, in: transaction) else {
      throw Refusal(
        .forbidden,
        "Chỉ lãnh đạo, chánh văn phòng, văn thư của cơ quan ban hành, người soạn và lãnh đạo đơn vị soạn đôn đốc trả lời."
      )
    }
    if let obstacle = current.obstacle(to: .urge) { throw obstacle }
    let open = try ReplyRequestStore(transaction).ofLater(document.number).get().filter(\.isOpen)
    guard !open.isEmpty else { throw Refusal(.conflict, "Mọi nơi được hỏi đã trả lời.") }
    let lines = try OutgoingRecipientStore(transaction).list(of: document)
    let packets = try PacketStore(transaction).ofLater(.outgoingDocument(document)).get()
    let items = try WorkStore(transaction).items(of: .outgoingDocument(document))
    var outcome = Outcome()
    var told: [ReplyRequest] = []
    for request in open {
      let line = lines.first { $0.id.number == request.recipient }
      let words =
        "\(actor.agencyName): trả lời \(request.codeText), hạn \(request.dueOn.text), lần \(request.urgedCount + 1)"
      if let packet = packets.first(where: { $0.id == line?.packet }), packet.state != .returned {
        try ReplyUrging.tell(packet, words, by: actor, in: transaction)
        told.append(request)
      } else if let unit = line?.unit {
        try UrgeUnit.tell(unit, UnitWork(of: unit, in: items), on: current, words, by: actor, in: transaction)
        told.append(request)
      } else {
        outcome.outside.append(request.name)
      }
    }
    guard !told.isEmpty else {
      throw Refusal(
        .conflict,
        "Nơi chưa trả lời đều ở ngoài hệ thống (\(outcome.outside.joined(separator: "; "))): đôn đốc bằng văn bản.")
    }
    outcome.told = told.map(\.name)
    try ReplyRequestStore(transaction).noteUrged(told.map(\.recipient), by: actor)
    try Audit.record(.repliesUrged(outcome.told), on: .outgoingDocument(document), by: actor, in: transaction)
    return outcome
  }
}

enum ReplyAct {
  static func find(
    _ recipient: OutgoingRecipient.ID, of document: OutgoingDocument.ID, in store: ReplyRequestStore
  ) throws -> ReplyRequest {
    guard
      let request = try store.ofLater(document.number).get().first(where: { $0.recipient == recipient.number })
    else { throw Refusal(.invalid, "Chưa chọn nơi được hỏi.", field: ReplyField.recipient) }
    return request
  }
}

/// Names of the fields of replies.
enum ReplyField {
  static let recipient = "noi"
  static let text = "tra-loi"
}
