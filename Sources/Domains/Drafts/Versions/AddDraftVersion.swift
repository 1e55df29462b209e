import Audit
import Database
import Documents
import FileVault
import Kernel
import Papers
import Work

/// A file that is about to become part of a version: kept in the vault already, its text read.
package struct DraftFileToAdd: Sendable {
  package var kept: KeptFile
  package var text: String
  /// No tool could read its words, so somebody must have looked at its pages (MAT-05).
  package var isUnread: Bool
  /// What was done to it when it was taken in; empty for nothing.
  package var remark: String

  package init(_ kept: KeptFile, text: String, isUnread: Bool = false, remark: String = "") {
    self.kept = kept
    self.text = text
    self.isUnread = isUnread
    self.remark = remark
  }
}

/// Puts a new version there (đưa bản mới): the drafter's, or a leader's own edit (PL6-1d).
package struct AddDraftVersion: Sendable {
  package var draft: Draft.ID
  /// The draft itself, a Word file.
  package var main: DraftFileToAdd?
  package var annexes: [DraftFileToAdd]
  /// Annexes of the version before that stay as they are.
  package var keptAnnexes: [DraftFile.ID]
  package var purpose: String
  /// Somebody has looked: no secrecy mark on what no tool could read.
  package var isVouchedOpen: Bool
  /// The version that was seen when this one was made.
  package var seenVersion: Int
  /// The template that its own file was made from; empty for a file that was brought.
  package var template = ""
  /// All annexes of the version before stay.
  var keepsAnnexes = false

  package init(
    _ draft: Draft.ID, main: DraftFileToAdd?, annexes: [DraftFileToAdd] = [], keeping keptAnnexes: [DraftFile.ID] = [],
    purpose: String, isVouchedOpen: Bool = false, seen seenVersion: Int
  ) {
    self.draft = draft
    self.main = main
    self.annexes = annexes
    self.keptAnnexes = keptAnnexes
    self.purpose = purpose
    self.isVouchedOpen = isVouchedOpen
    self.seenVersion = seenVersion
  }

  static let purposeLengthMax = 500

  /// Gives the number of the new version.
  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> Int {
    var act = try DraftAct(draft, by: actor, in: transaction)
    try act.require(act.standing.versioning)
    guard act.draft.latestVersion == seenVersion else {
      throw Refusal(
        .conflict, "Bản \(act.draft.latestVersion) vừa được đưa lên trong lúc anh/chị làm. Hãy xem bản đó trước.")
    }
    if let refusal = Refusal(reasons()) { throw refusal }
    let version = try version(act, in: transaction)
    let texts = [main].compactMap { $0?.text } + version.annexTexts
    act.draft.latestVersion += 1
    try act.judgeEdit(version.value, main?.text ?? "")
    try DraftVersionStore(transaction).add(version.value, texts: texts, to: draft)
    try DraftStore(transaction).save(act.draft, from: act.draft.version)
    if act.standing.accepting == nil, let writing = act.standing.writing { try act.work.take(.accept, writing) }
    try DraftIndexing.index(act.draft, in: transaction)
    try CheckDraftFormJob.ask(for: act.draft, in: transaction)
    try DraftReaderStore(transaction).noteOwn(act.draft.latestVersion, of: draft, by: actor.post)
    try act.end(
      template.isEmpty
        ? .draftVersionAdded(act.draft.latestVersion, purpose: purpose, isEdit: version.value.isEdit)
        : .draftVersionMade(act.draft.latestVersion, from: template))
    return act.draft.latestVersion
  }

  private func reasons() -> [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    if let main {
      if main.kept.kind.family != .word {
        reasons.append(
          .init("«\(main.kept.name)» là \(main.kept.kind.label). Dự thảo phải là tệp Word.", field: DraftField.file))
      }
    } else {
      reasons.append(.init("Chưa chọn tệp Word của dự thảo.", field: DraftField.file))
    }
    if purpose.count > Self.purposeLengthMax {
      reasons.append(.init("Nội dung sửa dài quá \(Self.purposeLengthMax) ký tự.", field: DraftField.note))
    }
    if !isVouchedOpen, ([main].compactMap(\.self) + annexes).contains(where: \.isUnread) {
      reasons.append(
        .init(
          "Có tệp hệ thống không đọc được chữ. Hãy xem từng trang, tích «\(Secrecy.vouchLabel)» rồi chọn lại tệp.",
          field: DraftField.vouched))
    }
    return reasons
  }

  private func version(
    _ act: DraftAct, in transaction: any Transaction
  ) throws -> (value: DraftVersion, annexTexts: [String]) {
    let store = DraftVersionStore(transaction)
    let before = try store.list(of: draft).last
    let kept = before?.annexes.filter { keepsAnnexes || keptAnnexes.contains($0.id) } ?? []
    let keptTexts = try store.texts(of: kept.map(\.id))
    var files: [DraftFile] = []
    func append(_ from: KeptFile, _ remark: String) throws {
      files.append(
        DraftFile(
          id: try transaction.nextID(of: "draft_files"), draft: draft, position: files.count + 1, name: from.name,
          kind: from.kind, bytes: from.stored.bytes, hash: from.stored.hash, pageCount: from.pageCount, remark: remark))
    }
    if let main { try append(main.kept, main.remark) }
    for file in kept {
      try append(
        KeptFile(
          name: file.name, kind: file.kind, stored: StoredFile(hash: file.hash, bytes: file.bytes),
          pageCount: file.pageCount), file.remark)
    }
    for annex in annexes { try append(annex.kept, annex.remark) }
    let version = DraftVersion(
      id: try transaction.nextID(of: "draft_versions"), number: act.draft.latestVersion + 1, author: act.actor.post,
      authorName: act.actor.titleOnRecord, madeAt: transaction.now, purpose: purpose, isEdit: act.standing.isEdit,
      template: template, files: files)
    return (version, kept.map { keptTexts[$0.id] ?? "" } + annexes.map(\.text))
  }
}
