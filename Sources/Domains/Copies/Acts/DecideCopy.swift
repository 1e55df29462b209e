import Audit
import Database
import Documents
import Drafts
import Kernel
import Notifications
import Work

/// The head, or whom the head gave the power, decides whether the document is copied and signs the copy (COPY-04). The
/// block of the signature is that of the moment.
package struct DecideCopy: Sendable {
  package var copy: DocumentCopy.ID
  package var approves: Bool
  /// Why not; otherwise what the decider adds.
  package var note: String
  package var formVersion: Int

  package init(_ copy: DocumentCopy.ID, approves: Bool, note: String = "", formVersion: Int) {
    self.copy = copy
    self.approves = approves
    self.note = note
    self.formVersion = formVersion
  }

  private var step: DocumentCopy.Step { approves ? .approve : .refuse }

  private var noteReasons: [Refusal.Reason] {
    let field = approves ? CopyField.note : CopyField.reason
    if !approves, note.isEmpty { return [.init("Không đồng ý sao thì cần ghi lý do.", field: field)] }
    return note.count > DocumentCopyAccess.noteLengthMax
      ? [.init("Dài quá \(DocumentCopyAccess.noteLengthMax) ký tự.", field: field)] : []
  }

  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> DocumentCopy {
    let store = DocumentCopyStore(transaction)
    let current = try store.lock(copy, visibleTo: actor)
    if let refusal = DocumentCopyAccess.obstacle(to: step, current, actor) { throw refusal }
    var decided = try current.taking(step)
    if let refusal = Refusal(noteReasons) { throw refusal }
    if approves {
      try CopyStanding.requireCopyable(current, in: transaction)
      guard let signer = try CopySigners(of: actor.agency, in: transaction).find(actor.post) else {
        throw Refusal(.forbidden, "Hôm nay chức danh này không có thẩm quyền ký bản sao trong bảng thẩm quyền ký.")
      }
      let block = try SignerBlock(signer.post, signer.capacity, of: actor.agency, in: transaction)
      decided.signature = CopySignature(lines: block.block.lines, name: block.name)
    }
    decided.decidedAt = transaction.now
    decided.decisionNote = note
    try store.save(decided, from: formVersion)
    decided.version += 1
    let record = RecordReference.documentCopy(copy)
    let work = Work(on: record, by: actor, in: transaction)
    for item in try WorkStore(transaction).items(of: record) where item.kind == .decideCopy && item.isOpen {
      try work.take(.finish, item, outcome: note, telling: approves ? .workCompleted : .workReturned)
    }
    try Audit.record(approves ? .copyApproved(note) : .copyRefused(note), on: record, by: actor, in: transaction)
    return decided
  }
}

/// Takes a request back before it has a number (rút đề nghị sao).
package struct WithdrawCopy: Sendable {
  package var copy: DocumentCopy.ID
  package var reason: String
  package var formVersion: Int

  package init(_ copy: DocumentCopy.ID, reason: String, formVersion: Int) {
    self.copy = copy
    self.reason = reason
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let store = DocumentCopyStore(transaction)
    let current = try store.lock(copy, visibleTo: actor)
    if let refusal = DocumentCopyAccess.obstacle(to: .withdraw, current, actor) { throw refusal }
    var withdrawn = try current.taking(.withdraw)
    guard reason.count <= DocumentCopyAccess.noteLengthMax else {
      throw Refusal(.invalid, "Dài quá \(DocumentCopyAccess.noteLengthMax) ký tự.", field: CopyField.reason)
    }
    withdrawn.endReason = reason
    try store.save(withdrawn, from: formVersion)
    let record = RecordReference.documentCopy(copy)
    let work = Work(on: record, by: actor, in: transaction)
    for item in try WorkStore(transaction).items(of: record) where item.isOpen {
      try work.recall(item, reason: reason)
    }
    try Audit.record(.copyWithdrawn(reason), on: record, by: actor, in: transaction)
  }
}

/// Whether what a copy is of can still be copied: asked anew at every step.
enum CopyStanding {
  static func obstacles(_ copy: DocumentCopy, in transaction: any Transaction) throws -> [String] {
    guard let (document, files) = try CopiedDocumentStore(transaction).findForJob(copy) else {
      return ["Văn bản được sao không còn."]
    }
    guard let file = files.first(where: { $0.id == copy.terms.source.file }) else {
      return ["Tệp được sao không còn."]
    }
    return document.obstacles.isEmpty ? [file.obstacle].compactMap(\.self) : document.obstacles
  }

  static func requireCopyable(_ copy: DocumentCopy, in transaction: any Transaction) throws {
    if let refusal = Refusal(try obstacles(copy, in: transaction).map { .init($0) }, kind: .conflict) { throw refusal }
  }
}
