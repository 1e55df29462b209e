import Audit
import Database
import FileVault
import Jobs
import Kernel

/// Takes an uploaded source in for its trial run. The same file again is the same batch: it goes on there.
struct StartImport: Sendable {
  var kind: ImportBatch.Kind
  var name: String
  var upload: StagedFile
  var files: StagedFile?
  var settings: ImportSettings

  /// Gives the batch and the staged files that are no longer needed.
  func perform(by actor: Actor, in transaction: any Transaction) throws -> (ImportBatch, [StagedFile]) {
    try kind.require(actor)
    let store = ImportBatchStore(transaction)
    var unneeded: [StagedFile] = []
    var batch: ImportBatch
    if let known = try store.find(source: upload.hash, kind, of: actor.agency) {
      batch = try store.lock(known.id)
      guard batch.state != .entering else {
        throw Refusal(.conflict, "Tệp này đang được nhập, từ \(batch.askedAt.text).", field: "tep")
      }
      unneeded = [batch.upload, batch.files].compactMap(\.self)
      (batch.upload, batch.files) = (upload, files)
      (batch.settings, batch.state, batch.trouble, batch.sourceName) = (settings, .checking, nil, name)
      try store.save(batch)
    } else {
      batch = ImportBatch(
        id: try transaction.nextID(of: "import_batches"), kind: kind, agency: actor.agency, sourceName: name,
        sourceHash: upload.hash, settings: settings, state: .checking, askedAt: transaction.now,
        askedBy: actor.personName, account: actor.account, post: actor.post, upload: upload, files: files, version: 1)
      try store.add(batch)
    }
    try Audit.record(.importStarted(batch), on: .importBatch(batch.id), by: actor, in: transaction)
    try ImportJobs.addCheck(of: batch, in: transaction)
    return (batch, unneeded)
  }
}

/// Changes how the columns are read, and looks through everything again.
struct ChangeImport: Sendable {
  var batch: ImportBatch.ID
  var kind: ImportBatch.Kind
  var formVersion: Int
  var mapping: ColumnMapping
  var numbering = ImportSettings.Numbering.own
  var keepsKnown: Bool?

  func perform(by actor: Actor, in transaction: any Transaction) throws {
    var current = try ImportAccess.lock(batch, kind, from: formVersion, by: actor, in: transaction)
    if let refusal = Refusal(Self.obstacles(current), kind: .conflict) { throw refusal }
    current.settings.mapping = mapping
    current.settings.numbering = numbering
    current.settings.keepsKnown = keepsKnown
    current.state = .checking
    try ImportBatchStore(transaction).save(current)
    try ImportJobs.addCheck(of: current, in: transaction)
  }

  static func obstacles(_ batch: ImportBatch) -> [Refusal.Reason] {
    if batch.upload == nil { return [.init("Tệp tải lên không còn giữ. Tải lại tệp để nhập tiếp.")] }
    switch batch.state {
    case .checked, .done, .failed: return []
    case .checking: return [.init("Đang kiểm tra tệp; chờ kiểm tra xong.")]
    case .entering: return [.init("Đang nhập; chờ nhập xong.")]
    }
  }
}

/// Lets the rows that are right in.
struct ConfirmImport: Sendable {
  var batch: ImportBatch.ID
  var kind: ImportBatch.Kind
  var formVersion: Int
  var skipsProblems: Bool
  /// Why duplicates are entered too; empty leaves them out.
  var duplicateReason: String

  func perform(by actor: Actor, in transaction: any Transaction) throws {
    var current = try ImportAccess.lock(batch, kind, from: formVersion, by: actor, in: transaction)
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
    current.tally?.beginEntering()
    try ImportBatchStore(transaction).save(current)
    try Audit.record(.importConfirmed(current), on: .importBatch(batch), by: actor, in: transaction)
    try ImportJobs.addEntering(of: current, in: transaction)
  }

  static func obstacles(_ batch: ImportBatch) -> [Refusal.Reason] {
    if batch.state == .failed { return [.init("Tệp không đọc được nên chưa nhập được.")] }
    return ChangeImport.obstacles(batch)
  }
}

/// A batch is touched by who brings in its kind, within their agency.
enum ImportAccess {
  static func lock(
    _ id: ImportBatch.ID, _ kind: ImportBatch.Kind, from version: Int, by actor: Actor, in transaction: any Transaction
  ) throws -> ImportBatch {
    try kind.require(actor)
    let store = ImportBatchStore(transaction)
    _ = try store.find(id, kind, of: actor.agency)
    let current = try store.lock(id)
    guard current.version == version else {
      throw Refusal(.conflict, "Đợt nhập vừa đổi. Hãy tải lại trang để xem kết quả mới; chưa có gì bị ghi đè.")
    }
    return current
  }
}
