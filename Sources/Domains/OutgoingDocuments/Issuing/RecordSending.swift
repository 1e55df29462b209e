import Audit
import Database
import Kernel
import Work

/// Records that a document went to some of its recipients, how, and the proof of it (DI-15, form 6.2).
package struct RecordSending: Sendable {
  package var document: OutgoingDocument.ID
  package var recipients: [OutgoingRecipient.ID]
  package var way: SendingWay
  /// Number of the postal receipt, who took it, the address of the letter.
  package var proof: String
  package var envelopes: Int?

  package init(
    _ document: OutgoingDocument.ID, to recipients: [OutgoingRecipient.ID], by way: SendingWay, proof: String,
    envelopes: Int? = nil
  ) {
    self.document = document
    self.recipients = recipients
    self.way = way
    self.proof = proof.normalizedLine
    self.envelopes = envelopes
  }

  func obstacles(_ chosen: [OutgoingRecipient]) -> [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    if chosen.isEmpty { reasons.append(.init("Chưa chọn nơi nhận nào.", field: SendingField.recipients)) }
    if !SendingWay.chosen.contains(way) { reasons.append(.init("Chưa chọn cách gửi.", field: SendingField.way)) }
    if proof.isEmpty {
      reasons.append(
        .init("Ghi chứng từ gửi: số biên nhận bưu điện, người ký nhận, địa chỉ thư.", field: SendingField.proof))
    }
    if proof.count > 200 { reasons.append(.init("Chứng từ dài quá 200 ký tự.", field: SendingField.proof)) }
    if let envelopes, !(1...9999).contains(envelopes) {
      reasons.append(.init("Số lượng bì phải từ 1 đến 9999.", field: SendingField.envelopes))
    }
    let done = chosen.filter { $0.state != .waiting }.map(\.name)
    if !done.isEmpty {
      reasons.append(
        .init("Đã ghi gửi: \(done.joined(separator: "; ")). Hãy tải lại trang.", field: SendingField.recipients))
    }
    return reasons
  }

  /// Gives the names of those it went to.
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> [String] {
    let current = try OutgoingDocumentStore(transaction).lock(document, visibleTo: actor)
    guard OutgoingDocumentAccess.may(.send, current, actor) else { throw OutgoingDocumentAccess.notRegistry }
    if current.state == .recalled {
      throw Refusal(.conflict, "Văn bản \(current.codeText) đã thu hồi nên không gửi thêm.")
    }
    if let obstacle = current.obstacle(to: .send) { throw obstacle }
    let store = OutgoingRecipientStore(transaction)
    let chosen = try store.list(of: document).filter { recipients.contains($0.id) }
    if let refusal = Refusal(obstacles(chosen)) { throw refusal }
    for recipient in chosen {
      var sent = recipient
      (sent.way, sent.state, sent.proof, sent.envelopes) = (way, .sent, proof, envelopes)
      (sent.sentAt, sent.sentBy) = (transaction.now, actor.nameOnRecord)
      try store.save(sent)
    }
    try Audit.record(
      .outgoingSent(chosen.map(\.name), way: way.label, proof: proof), on: .outgoingDocument(document), by: actor,
      in: transaction)
    return chosen.map(\.name)
  }
}

/// Records what became of a document at one recipient: received, sent back with the reason, or given back after its
/// recall (DI-10, DI-15).
package struct RecordAnswer: Sendable {
  package var document: OutgoingDocument.ID
  package var recipient: OutgoingRecipient.ID
  package var state: OutgoingRecipient.State
  package var answer: String

  package init(
    _ document: OutgoingDocument.ID, of recipient: OutgoingRecipient.ID, _ state: OutgoingRecipient.State,
    answer: String
  ) {
    self.document = document
    self.recipient = recipient
    self.state = state
    self.answer = answer.normalizedLine
  }

  /// What may be recorded of a document in this state.
  static func states(of document: OutgoingDocument) -> [OutgoingRecipient.State] {
    document.state == .recalled ? [.returned, .received, .refused] : [.received, .refused]
  }

  /// Gives the recipient's name.
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> String {
    let current = try OutgoingDocumentStore(transaction).lock(document, visibleTo: actor)
    guard OutgoingDocumentAccess.may(.send, current, actor) else { throw OutgoingDocumentAccess.notRegistry }
    if let obstacle = current.obstacle(to: .send) { throw obstacle }
    let store = OutgoingRecipientStore(transaction)
    guard var line = try store.list(of: document).first(where: { $0.id == recipient }) else {
      throw Refusal(.invalid, "Chưa chọn nơi nhận.", field: SendingField.recipient)
    }
    let items = try WorkStore(transaction).items(of: .outgoingDocument(document))
    guard line.packet == nil, line.unit.flatMap({ UnitWork(of: $0, in: items) }) == nil else {
      throw Refusal(
        .conflict, "\(line.name) ở trong hệ thống: trạng thái tự hiện khi nơi nhận xử lý.",
        field: SendingField.recipient)
    }
    guard line.state != .waiting else {
      throw Refusal(.conflict, "Chưa gửi đến \(line.name) nên chưa có phản hồi.", field: SendingField.recipient)
    }
    guard Self.states(of: current).contains(state) else {
      throw Refusal(.invalid, "Chưa chọn phản hồi.", field: SendingField.state)
    }
    guard state != .refused || !answer.isEmpty else {
      throw Refusal(.invalid, "Nơi nhận trả lại thì cần ghi lý do.", field: SendingField.answer)
    }
    guard answer.count <= 300 else {
      throw Refusal(.invalid, "Nội dung dài quá 300 ký tự.", field: SendingField.answer)
    }
    (line.state, line.answer, line.answeredAt) = (state, answer, transaction.now)
    try store.save(line)
    try Audit.record(
      .outgoingAnswered(line.name, state: state.label, answer: answer), on: .outgoingDocument(document), by: actor,
      in: transaction)
    return line.name
  }
}

/// Names of the fields of sending and of answers.
enum SendingField {
  static let recipients = "noi-nhan"
  static let way = "cach-gui"
  static let proof = "chung-tu"
  static let envelopes = "so-bi"
  static let recipient = "noi"
  static let state = "phan-hoi"
  static let answer = "noi-dung"
  static let reason = "ly-do"
  /// Places it is sent to further, one a line.
  static let names = "gui-them"
}
