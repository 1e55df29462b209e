import Audit
import Database
import Documents
import FileVault
import Kernel
import Notifications

/// A file of a dossier's own in which a secrecy mark was found (niêm giữ, MAT-05): that something lies there stays in the
/// list of contents; destroyed, it leaves the dossier, whatever state that is in.
struct WithheldOwnFile: WithheldMatter {
  static let quarantines: SQL = "dossier_quarantines"
  private static let reason = "Có dấu chỉ độ mật"

  /// Where it lies.
  struct Place: Sendable {
    var dossier: Dossier.ID
    var item: DossierItem.ID

    init(_ item: DossierItem.ID, of dossier: Dossier.ID) {
      self.dossier = dossier
      self.item = item
    }
  }

  /// What was said of it.
  struct Facts: Sendable, Equatable, Codable {
    var title: String
    var name: String
    var described: DescribedDocument?
    /// Of the files that belong to it, in their order.
    var furtherNames: [String]
  }

  var dossier: Dossier
  var item: DossierItem
  var file: DossierFile

  /// Holds the dossier.
  static func find(
    _ place: Place, visibleTo actor: Actor, isLocked: Bool, in transaction: any Transaction
  ) throws -> WithheldOwnFile {
    let store = DossierStore(transaction)
    let dossier =
      try isLocked ? store.lock(place.dossier, visibleTo: actor) : store.find(place.dossier, visibleTo: actor)
    guard let found = try WithheldOwnFile(place.item, in: dossier, transaction) else {
      throw isLocked ? QuarantineAccess.gone : OwnDossierFile.missing
    }
    return found
  }

  static func lockForJob(_ place: Place, in transaction: any Transaction) throws -> WithheldOwnFile? {
    guard let dossier = try DossierStore(transaction).findForJob(place.dossier, locked: true) else { return nil }
    return try WithheldOwnFile(place.item, in: dossier, transaction)
  }

  private init?(_ item: DossierItem.ID, in dossier: Dossier, _ transaction: any Transaction) throws {
    guard let found = try DossierItemStore(transaction).list([item], of: dossier.id).first, let file = found.file else {
      return nil
    }
    (self.dossier, self.item, self.file) = (dossier, found, file)
  }

  var key: Int64 { item.id.number }
  var agency: AgencyID { dossier.agency }
  var isWithheld: Bool { item.isWithheld }
  var record: RecordReference { .dossier(dossier.id) }

  var facts: Facts {
    Facts(title: file.title, name: file.name, described: file.described, furtherNames: file.further.map(\.name))
  }

  func heading(in transaction: any Transaction) throws -> QuarantinePage.Heading {
    QuarantinePage.Heading(
      title: "Tài liệu số thứ tự \(item.ordinal): đang niêm giữ", line: "Hồ sơ \(dossier.name).",
      remains: Self.remains, path: DossierPaths.item(dossier.id, item.id))
  }

  static let remains =
    "Xóa rồi thì tài liệu rời khỏi hồ sơ, số thứ tự và số trang tính lại; mục lục đã in, gói đã lấy về và bản sao lưu phải thu hồi riêng."

  func refuseReport(by actor: Actor, in transaction: any Transaction) throws {
    _ = try OwnDossierFile.find(item.id, in: dossier.id, visibleTo: actor, transaction)
  }

  func veil(by actor: Actor?, in transaction: any Transaction) throws -> [FileHash] {
    try OwnFileQuarantineStore(transaction).veil(self)
    try DossierReadingStore(transaction).forgetTexts(of: item.id)
    try DossierIndexing.index(dossier, in: transaction)
    try Notifications.tell(
      .dossierFileWithheld, [.post(dossier.makerPost)], on: record, "tài liệu số thứ tự \(item.ordinal)", by: actor,
      in: transaction)
    return file.hashes
  }

  func giveBack(_ facts: Facts, in transaction: any Transaction) throws {
    try OwnFileQuarantineStore(transaction).unveil(item.id, facts)
    try DossierReadingStore(transaction).clear(item.id)
    try ReadDossierFilesJob.ask(for: dossier, in: transaction)
  }

  func destroy(_ facts: Facts, by actor: Actor, in transaction: any Transaction) throws -> [FileHash] {
    let items = DossierItemStore(transaction)
    let hashes = try items.remove(item)
    try items.settle(dossier.id, from: item.datedOn)
    try DossierIndexing.index(dossier, in: transaction)
    let said: [AuditEvent] = [
      .dossierFilled(facts.title), .dossierFileViewed(facts.title), .dossierFileTaken(facts.title),
    ]
    try Audit.erase(said.map(\.sentence), of: record, reason: Self.reason, by: actor, in: transaction)
    return hashes
  }

  /// Nothing of what the file is called.
  func line(_ event: SecrecyEvent) -> AuditEvent {
    let which = "tài liệu số thứ tự \(item.ordinal)"
    switch event {
    case .reported:
      return AuditEvent(code: "dossier.secrecyReported", sentence: "báo \(which) có dấu mật; tài liệu bị niêm giữ")
    case .found(let page):
      return AuditEvent(
        code: "dossier.secrecyFound",
        sentence: "niêm giữ \(which) vì \(page.map { "trang \($0) " } ?? "")có dấu mật")
    case .confirmed:
      return AuditEvent(
        code: "dossier.secrecyConfirmed", sentence: "xác nhận dấu mật ở \(which), giao văn thư xóa")
    case .denied(let reason):
      return AuditEvent(
        code: "dossier.secrecyDenied", sentence: "bỏ niêm giữ \(which), không phải dấu mật: \(reason)")
    case .destroyed(let name):
      return AuditEvent(
        code: "dossier.secrecyDestroyed", sentence: "xóa \(which) vì có dấu mật, \(name) đã xác nhận")
    }
  }
}

extension DescribedDocument {
  /// Nothing of what it says; that it is a document with files of its own stays.
  var veiled: DescribedDocument {
    DescribedDocument(
      typeName: "", typeCode: typeCode, number: "", notation: "", issuedOn: nil, organName: "", language: language,
      note: "", confidence: confidence)
  }
}

extension DossierItem {
  static let withheldRefusal = Refusal(
    .forbidden,
    "Tài liệu này đang niêm giữ vì nghi có dấu mật: chưa ai xem, tải hay đưa ra được cho đến khi chánh văn phòng hoặc lãnh đạo quyết định."
  )
}
