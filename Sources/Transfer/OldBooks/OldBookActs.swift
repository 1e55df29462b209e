import Audit
import Database
import FileVault
import IncomingDocuments
import Jobs
import Kernel

/// Takes an uploaded old book in for its trial run. The same file again is the same batch: it goes on there.
struct StartOldBook: Sendable {
  var name: String
  var upload: StagedFile
  var files: StagedFile?
  var settings: OldBookSettings

  /// Gives the batch and the staged files that are no longer needed.
  func perform(by actor: Actor, in transaction: any Transaction) throws -> (ImportBatch, [StagedFile]) {
    guard IncomingDocumentAccess.mayRegister(actor) else { throw OldBookAccess.notRegistry }
    let store = ImportBatchStore(transaction)
    var unneeded: [StagedFile] = []
    var batch: ImportBatch
    if let known = try store.find(source: upload.hash, of: actor.agency) {
      batch = try store.lock(known.id)
      guard batch.state != .entering else {
        throw Refusal(.conflict, "Tệp này đang được nhập vào sổ, từ \(batch.askedAt.text).", field: "tep")
      }
      unneeded = [batch.upload, batch.files].compactMap(\.self)
      (batch.upload, batch.files) = (upload, files)
      (batch.settings, batch.state, batch.trouble, batch.sourceName) = (settings, .checking, nil, name)
      try store.save(batch)
    } else {
      batch = ImportBatch(
        id: try transaction.nextID(of: "import_batches"), agency: actor.agency, sourceName: name,
        sourceHash: upload.hash, settings: settings, state: .checking, askedAt: transaction.now,
        askedBy: actor.personName, account: actor.account, post: actor.post, upload: upload, files: files, version: 1)
      try store.add(batch)
    }
    try Audit.record(.oldBookStarted(batch), on: .importBatch(batch.id), by: actor, in: transaction)
    try CheckOldBookJob.add(batch, in: transaction)
    return (batch, unneeded)
  }
}

/// Changes how the columns are read, and looks through everything again.
struct ChangeOldBook: Sendable {
  var batch: ImportBatch.ID
  var formVersion: Int
  var mapping: ColumnMapping
  var numbering: OldBookSettings.Numbering

  func perform(by actor: Actor, in transaction: any Transaction) throws {
    var current = try OldBookAccess.lock(batch, from: formVersion, by: actor, in: transaction)
    if let refusal = Refusal(Self.obstacles(current), kind: .conflict) { throw refusal }
    current.settings.mapping = mapping
    current.settings.numbering = numbering
    current.state = .checking
    try ImportBatchStore(transaction).save(current)
    try CheckOldBookJob.add(current, in: transaction)
  }

  static func obstacles(_ batch: ImportBatch) -> [Refusal.Reason] {
    if batch.upload == nil { return [.init("Tệp tải lên không còn giữ. Tải lại tệp để nhập tiếp.")] }
    switch batch.state {
    case .checked, .done, .failed: return []
    case .checking: return [.init("Đang kiểm tra tệp; chờ kiểm tra xong.")]
    case .entering: return [.init("Đang nhập vào sổ; chờ nhập xong.")]
    }
  }
}

/// Lets the rows that are right into the book.
struct ConfirmOldBook: Sendable {
  var batch: ImportBatch.ID
  var formVersion: Int
  var skipsProblems: Bool
  /// Why duplicates are entered too; empty leaves them out.
  var duplicateReason: String

  func perform(by actor: Actor, in transaction: any Transaction) throws {
    var current = try OldBookAccess.lock(batch, from: formVersion, by: actor, in: transaction)
    if let refusal = Refusal(Self.obstacles(current), kind: .conflict) { throw refusal }
    let reason = duplicateReason.normalizedLine
    guard reason.count <= 500 else { throw Refusal(.invalid, "Lý do dài quá 500 ký tự.", field: "ly-do") }
    guard current.counts.good > 0 || !reason.isEmpty else {
      throw Refusal(.invalid, "Không có dòng nào nhập được. Sửa các dòng lỗi rồi tải lại tệp.")
    }
    let left = current.counts.problems - (reason.isEmpty ? 0 : current.counts.duplicates)
    guard left <= 0 || skipsProblems else {
      throw Refusal(
        .invalid, "Còn \(left) dòng không nhập được. Sửa rồi tải lại tệp, hoặc tích «Bỏ qua dòng lỗi».", field: "bo-qua"
      )
    }
    current.settings.skipsProblems = skipsProblems
    current.settings.duplicateReason = reason.isEmpty ? nil : reason
    current.state = .entering
    try ImportBatchStore(transaction).save(current)
    try Audit.record(.oldBookConfirmed(current), on: .importBatch(batch), by: actor, in: transaction)
    try Jobs.add(
      EnterOldBookJob.self, payload: OldBookPayload(batch: batch), in: transaction, subject: .importBatch(batch),
      shownTitle: "Nhập sổ cũ «\(current.sourceName)»")
  }

  static func obstacles(_ batch: ImportBatch) -> [Refusal.Reason] {
    if batch.state == .failed { return [.init("Tệp không đọc được nên chưa nhập được.")] }
    return ChangeOldBook.obstacles(batch)
  }
}

/// Who brings old books in: the registry clerks, into the books of their own agency.
enum OldBookAccess {
  static let notRegistry = Refusal(.forbidden, "Chỉ văn thư cơ quan nhập được sổ cũ, vào sổ của cơ quan mình.")

  static func lock(
    _ id: ImportBatch.ID, from version: Int, by actor: Actor, in transaction: any Transaction
  ) throws -> ImportBatch {
    guard IncomingDocumentAccess.mayRegister(actor) else { throw notRegistry }
    let store = ImportBatchStore(transaction)
    _ = try store.find(id, of: actor.agency)
    let current = try store.lock(id)
    guard current.version == version else {
      throw Refusal(.conflict, "Đợt nhập vừa đổi. Hãy tải lại trang để xem kết quả mới; chưa có gì bị ghi đè.")
    }
    return current
  }
}
