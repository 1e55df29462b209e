import Access
import Audit
import Database
import Documents
import FileVault
import Kernel
import Organization

/// Puts a dossier that came with a package from another system into the books of this one, closed as it was there
/// (nhập gói hồ sơ). Its documents keep the numbers of their own agencies, so they lie in it as files with a description.
package struct RestoreDossier: Sendable {
  /// One document of it.
  package struct Document: Sendable {
    package var subject: String
    package var described: DescribedDocument
    package var pageCount: Int
    /// The document first, its annexes after it.
    package var files: [KeptFile]

    package init(subject: String, described: DescribedDocument, pageCount: Int, files: [KeptFile]) {
      self.subject = subject
      self.described = described
      self.pageCount = pageCount
      self.files = files
    }
  }

  package var code: DossierCode
  package var facts: DossierFacts
  package var endedOn: Day
  /// As the package says; empty: whoever brings it in.
  package var makerName: String
  /// In the order of the package.
  package var documents: [Document]

  package init(code: DossierCode, facts: DossierFacts, endedOn: Day, makerName: String, documents: [Document]) {
    self.code = code
    self.facts = facts
    self.endedOn = endedOn
    self.makerName = makerName
    self.documents = documents
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> Dossier {
    try Self.require(actor)
    try Secrecy.refuseMarked([facts.title, facts.note, facts.keyword] + documents.map(\.subject))
    if let refusal = Refusal(obstacles(today: transaction.now.day)) { throw refusal }
    let unit = try OrganizationStore(transaction).unit(actor.unit)
    let store = DossierStore(transaction)
    var dossier = Dossier(
      id: try transaction.nextID(Dossier.ID.self, of: "dossiers"), agency: actor.agency, code: code, facts: facts,
      state: .open, unit: unit.id, unitName: unit.name, makerPost: actor.post,
      makerName: makerName.isEmpty ? actor.personName : makerName, planEntry: nil, openedAt: transaction.now,
      openedBy: actor.nameOnRecord, itemCount: 0, pageTotal: 0, version: 1)
    try store.add(dossier)
    try add(to: dossier.id, by: actor, in: transaction)
    (dossier.state, dossier.endedOn, dossier.closedAt) = (.closed, endedOn, transaction.now)
    dossier.closedBy = actor.nameOnRecord
    try store.save(dossier, from: 1)
    try Access.grant(DossierRights.grants(of: dossier, []), to: .dossier(dossier.id), in: transaction)
    try DossierIndexing.index(dossier, in: transaction)
    try ReadDossierFilesJob.ask(for: dossier, in: transaction)
    try Audit.record(
      .dossierRestored(code.text, documents.count), on: .dossier(dossier.id), by: actor, in: transaction)
    return try store.find(dossier.id, visibleTo: actor)
  }

  /// Who may bring packages in.
  package static func require(_ actor: Actor) throws {
    guard actor.roles.contains(.archivist) else {
      throw Refusal(.forbidden, "Chỉ người làm lưu trữ của cơ quan nhập được gói hồ sơ.")
    }
  }

  private func add(to dossier: Dossier.ID, by actor: Actor, in transaction: any Transaction) throws {
    let (items, files) = (DossierItemStore(transaction), StoredFileStore(transaction))
    for (index, document) in documents.enumerated() {
      for file in document.files { try files.add(file.stored) }
      guard let first = document.files.first else { continue }
      let matter = DossierFile(
        title: document.subject, name: first.name, kind: first.kind, bytes: first.stored.bytes,
        hash: first.stored.hash, described: document.described, further: Array(document.files.dropFirst()))
      // The package's own order: days may be missing there, and two documents may have one day.
      try items.add(
        DossierItem(
          id: try transaction.nextID(DossierItem.ID.self, of: "dossier_items"), dossier: dossier,
          matter: .file(matter), ordinal: index + 1, datedOn: document.described.issuedOn ?? facts.startedOn,
          pageCount: document.pageCount, firstPage: documents.prefix(index).reduce(1) { $0 + $1.pageCount },
          addedAt: transaction.now, addedBy: actor.nameOnRecord))
    }
    try items.total(dossier)
  }

  private func obstacles(today: Day) -> [Refusal.Reason] {
    var reasons = facts.obstacles(today: today)
    if let reason = OpenDossier.notationReason(code.notation) { reasons.append(.init("Gói: \(reason.message)")) }
    if endedOn < facts.startedOn { reasons.append(.init("Gói ghi ngày kết thúc trước ngày bắt đầu.")) }
    if endedOn > today { reasons.append(.init("Gói ghi ngày kết thúc chưa tới.")) }
    if documents.isEmpty { reasons.append(.init("Gói không có văn bản nào.")) }
    for document in documents where document.files.isEmpty {
      reasons.append(.init("Văn bản «\(document.subject)» không có tệp trong gói."))
    }
    return reasons
  }
}
