import Access
import Audit
import Database
import Drafts
import Kernel
import Notifications

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
  static func obstacles(_ files: [OutgoingFile], _ recipients: [OutgoingRecipient]) -> [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
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
    if let refusal = Refusal(Self.obstacles(files, recipients), kind: .conflict) { throw refusal }
    (issued.issuedAt, issued.issuedBy) = (transaction.now, actor.nameOnRecord)
    try store.save(issued, from: formVersion)
    if let draft = current.draft { try DraftStore(transaction).setOutgoing(.issued, of: draft) }
    for recipient in recipients where recipient.way == .inside {
      var sent = recipient
      (sent.state, sent.sentAt, sent.sentBy) = (.sent, transaction.now, actor.nameOnRecord)
      try places.save(sent)
    }
    let reference = RecordReference.outgoingDocument(document)
    let inside = recipients.compactMap { recipient in recipient.unit.map { (recipient, Principal.unit($0)) } }
    try Access.grant(
      inside.map { Grant($0.1, reason: .inform, source: .outgoingRecipient($0.0.id)) }, to: reference, in: transaction)
    try Notifications.tell(
      .workToRead, inside.map { Telling($0.1, "", source: $0.0.id.number) }, on: reference, by: actor, in: transaction)
    try OutgoingIndexing.index(issued, in: transaction)
    try Audit.record(.outgoingIssued(recipients.count), on: reference, by: actor, in: transaction)
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
    (numbered.issuedAt, numbered.issuedBy) = (nil, nil)
    try store.save(numbered, from: current.version)
    if let draft = current.draft { try DraftStore(transaction).setOutgoing(.numbered, of: draft) }
    for recipient in recipients where recipient.state != .waiting {
      var waiting = recipient
      (waiting.state, waiting.sentAt, waiting.sentBy) = (.waiting, nil, nil)
      try places.save(waiting)
    }
    let reference = RecordReference.outgoingDocument(document)
    try Access.revoke(
      sources: recipients.filter { $0.way == .inside }.map { .outgoingRecipient($0.id) }, of: reference,
      in: transaction)
    try Notifications.takeBack(
      sources: recipients.map(\.id.number), since: issuedAt, on: reference, in: transaction)
    try OutgoingIndexing.index(numbered, in: transaction)
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
