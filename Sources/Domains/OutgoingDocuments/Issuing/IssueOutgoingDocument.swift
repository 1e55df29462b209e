import Access
import Audit
import Database
import Drafts
import Exchange
import IncomingDocuments
import Kernel
import Notifications
import Work

/// Issues a numbered document (phát hành) (DI-08): every file opened, every recipient with its line. Units of the agency
/// see it at once; what goes out is sent by the registry and recorded with its proof.
package struct IssueOutgoingDocument: Sendable {
  package var document: OutgoingDocument.ID
  package var formVersion: Int

  package init(_ document: OutgoingDocument.ID, formVersion: Int) {
    self.document = document
    self.formVersion = formVersion
  }

  /// Why it cannot be issued now, for the page and the act alike.
  static func obstacles(
    _ files: [OutgoingFile], _ stampings: [OutgoingStamping], _ recipients: [OutgoingRecipient]
  ) -> [Refusal.Reason] {
    var reasons = stampings.compactMap(\.obstacle).map { Refusal.Reason($0) }
    if files.isEmpty { reasons.append(.init("Chưa có tệp văn bản. Thêm bản quét hoặc tệp điện tử đã ký.")) }
    for file in files where file.state == .waiting {
      reasons.append(.init("Tệp «\(file.name)» chưa đọc xong; phát hành được khi mọi tệp mở được."))
    }
    for file in files where file.state == .unreadable {
      reasons.append(
        .init("Tệp «\(file.name)» không mở được: \(file.trouble ?? "không rõ"). Hủy số rồi cấp lại với tệp lành."))
    }
    if recipients.isEmpty { reasons.append(.init("Chưa có nơi nhận.")) }
    return reasons
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> OutgoingDocument {
    let store = OutgoingDocumentStore(transaction)
    let current = try store.lock(document, visibleTo: actor)
    guard OutgoingDocumentAccess.may(.issue, current, actor) else { throw OutgoingDocumentAccess.notRegistry }
    var issued = try current.taking(.issue)
    let places = OutgoingRecipientStore(transaction)
    let recipients = try places.list(of: document)
    let files = try OutgoingFileStore(transaction).list(of: document)
    let stampings = try StampingStore(transaction).list(of: document)
    if let refusal = Refusal(Self.obstacles(files, stampings, recipients), kind: .conflict) { throw refusal }
    (issued.issuedAt, issued.issuedBy) = (transaction.now, actor.nameOnRecord)
    try store.save(issued, from: formVersion)
    if let draft = current.draft { try DraftStore(transaction).setOutgoing(.issued, of: draft) }
    try DeliverInside(document: issued, files: files).perform(to: recipients, by: actor, in: transaction)
    try OpenLoops.ask(issued, recipients, in: transaction)
    try OpenLoops.close(with: issued, to: recipients, by: actor, in: transaction)
    try DocumentRelationStore(transaction).setForce(of: document.number, since: transaction.now)
    let reference = RecordReference.outgoingDocument(document)
    try OutgoingIndexing.index(issued, in: transaction)
    try Notifications.tellAuthors(
      .outgoingIssued, of: reference, "số \(issued.codeText), \(recipients.count) nơi nhận", by: actor,
      source: document.number, in: transaction)
    try Audit.record(.outgoingIssued(recipients.count), on: reference, by: actor, in: transaction)
    try Self.completeOrigin(of: issued, by: actor, in: transaction)
    return issued
  }
}

/// Takes an issue back within the ten seconds of undo, as long as nothing went out (hoàn tác phát hành).
package struct UndoIssue: Sendable {
  package var document: OutgoingDocument.ID

  package init(_ document: OutgoingDocument.ID) { self.document = document }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> OutgoingDocument {
    let store = OutgoingDocumentStore(transaction)
    let current = try store.lock(document, visibleTo: actor)
    guard OutgoingDocumentAccess.may(.undoIssue, current, actor) else { throw OutgoingDocumentAccess.notRegistry }
    var numbered = try current.taking(.undoIssue)
    let places = OutgoingRecipientStore(transaction)
    let recipients = try places.list(of: document)
    guard let issuedAt = current.issuedAt, issuedAt + Notifications.undoTime >= transaction.now else {
      throw Refusal(.conflict, "Đã quá mười giây từ lúc phát hành. Cần thì thu hồi văn bản, có ghi lý do.")
    }
    guard !recipients.contains(where: { $0.way != .inside && $0.state != .waiting }) else {
      throw Refusal(.conflict, "Văn bản đã gửi ra ngoài nên không hoàn tác được. Cần thì thu hồi, có ghi lý do.")
    }
    if let read = recipients.first(where: { $0.unit != nil && $0.state == .received }) {
      throw Refusal(
        .conflict, "«\(read.name)» đã mở lúc \(read.answeredAt?.text ?? "") nên không hoàn tác được. Cần thì thu hồi.")
    }
    let reference = RecordReference.outgoingDocument(document)
    let items = try WorkStore(transaction).items(of: reference)
    if let refusal = EndUnitWork.obstacle(items) { throw refusal }
    let packets = try PacketStore(transaction).lock(of: reference)
    if let taken = packets.first(where: { !$0.isWaiting }) {
      throw Refusal(
        .conflict,
        "Nơi nhận đã xử lý («\(taken.state.label)» lúc \(taken.changedAt.text)) nên không hoàn tác được. Cần thì thu hồi."
      )
    }
    if let sent = try ReplyRequestStore(transaction).ofLater(document.number).get().first(where: {
      $0.answer?.isData == true
    }) {
      throw Refusal(.conflict, "\(sent.name) đã gửi số liệu nên không hoàn tác được. Cần thì thu hồi, có ghi lý do.")
    }
    (numbered.issuedAt, numbered.issuedBy) = (nil, nil)
    try store.save(numbered, from: current.version)
    if let draft = current.draft { try DraftStore(transaction).setOutgoing(.numbered, of: draft) }
    for recipient in recipients where recipient.state != .waiting {
      var waiting = recipient
      (waiting.state, waiting.sentAt, waiting.sentBy, waiting.packet) = (.waiting, nil, nil, nil)
      try places.save(waiting)
    }
    try PacketStore(transaction).forget(reference)
    try OpenLoops.undo(current, recipients, since: issuedAt, in: transaction)
    try DocumentRelationStore(transaction).setForce(of: document.number, since: nil)
    for packet in packets { try Notifications.forget(.packet(packet.id), in: transaction) }
    try EndUnitWork.undo(current, items, issuedAt: issuedAt, by: actor, in: transaction)
    try Access.revoke(
      sources: recipients.filter { $0.unit != nil }.map { .outgoingRecipient($0.id) }, of: reference,
      in: transaction)
    try Notifications.takeBack(sources: [document.number], since: issuedAt, on: reference, in: transaction)
    try OutgoingIndexing.index(numbered, in: transaction)
    try CompleteByReply.takeBack(reference, issuedAt: issuedAt, by: actor, in: transaction)
    try Audit.record(.outgoingIssueUndone, on: reference, by: actor, in: transaction)
    return numbered
  }
}

extension RecordReference {
  /// A recipient's line: source of the grant that it gives.
  static func outgoingRecipient(_ id: OutgoingRecipient.ID) -> RecordReference {
    RecordReference(code: "outgoingRecipient", number: id.number)
  }
}
