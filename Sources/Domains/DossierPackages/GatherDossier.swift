import Access
import Audit
import Database
import Documents
import Dossiers
import Drafts
import FileVault
import IncomingDocuments
import Kernel
import OutgoingDocuments
import Papers

/// Reads a dossier with everything in it, within the rights of whoever packs it. What they may not see makes the package
/// impossible: a package is the whole dossier.
struct GatherDossier {
  /// Lines of the story of one record that go along.
  static let processMax = 2_000

  let dossier: Dossier
  let lines: [DossierLine]
  let actor: Actor
  let transaction: any Transaction

  func callAsFunction() throws -> PackagedDossier {
    if let refusal = Refusal(unseen, kind: .conflict) { throw refusal }
    let facts = dossier.facts
    return PackagedDossier(
      code: dossier.code, title: facts.title, retention: facts.retention, mode: facts.mode,
      makerName: dossier.makerName, startedOn: facts.startedOn, endedOn: dossier.endedOn, keyword: facts.keyword,
      note: facts.note, documents: try lines.map(document), process: try process(.dossier(dossier.id)))
  }

  private var unseen: [Refusal.Reason] {
    lines.filter {
      $0.isFileHidden || $0.item.isWithheld
        || ($0.item.file == nil && ($0.summary == nil || $0.summary?.isWithheld == true))
    }.map {
      .init(
        "Văn bản, tài liệu số thứ tự \($0.item.ordinal) đang bị giữ lại, hoặc anh/chị không được xem; gói phải có đủ hồ sơ."
      )
    }
  }

  private func document(_ line: DossierLine) throws -> PackagedDocument {
    if let file = line.item.file { return own(file, line.item) }
    guard let record = line.item.record, let summary = line.summary else { throw DossierPackage.incomplete }
    var document: PackagedDocument
    switch record.code {
    case RecordReference.incomingDocumentCode: document = try incoming(.init(record.number), line.item)
    case RecordReference.outgoingDocumentCode: document = try outgoing(.init(record.number), line.item)
    case RecordReference.draftCode: document = try draft(.init(record.number), line.item)
    default:
      document = PackagedDocument(
        ordinal: line.item.ordinal, source: .other, typeName: summary.filing?.typeName ?? summary.kindLabel,
        typeCode: DocumentType.otherArchiveCode, subject: summary.subject, pageCount: line.item.pageCount)
      document.number = summary.notation
      document.issuedOn = summary.date
      document.organName = summary.issuer
    }
    document.process = try process(record)
    return document
  }

  private func own(_ file: DossierFile, _ item: DossierItem) -> PackagedDocument {
    var document = PackagedDocument(
      ordinal: item.ordinal, source: .other, typeName: "Tài liệu khác", typeCode: DocumentType.otherArchiveCode,
      subject: file.title, pageCount: item.pageCount)
    document.issuedOn = item.datedOn
    document.organName = actor.agencyName
    document.confidence = file.kind.family == .image ? .digitised : .born
    document.files =
      [PackagedFile(name: file.name, kind: file.kind, hash: file.hash, bytes: file.bytes)]
      + file.further.map { PackagedFile(name: $0.name, kind: $0.kind, hash: $0.stored.hash, bytes: $0.stored.bytes) }
    if let described = file.described { describe(&document, described) }
    return document
  }

  /// What came with a package goes on as that package described it.
  private func describe(_ document: inout PackagedDocument, _ described: DescribedDocument) {
    (document.typeName, document.typeCode) = (described.typeName, described.typeCode)
    (document.number, document.notation) = (described.number, described.notation)
    (document.issuedOn, document.organName) = (described.issuedOn, described.organName)
    (document.language, document.note) = (described.language, described.note)
    document.confidence = Confidence(rawValue: described.confidence) ?? .born
  }

  private func incoming(_ id: IncomingDocument.ID, _ item: DossierItem) throws -> PackagedDocument {
    let found = try IncomingDocumentStore(transaction).find(id, visibleTo: actor)
    let facts = found.facts
    let type = try type(facts.typeKey)
    var document = PackagedDocument(
      ordinal: item.ordinal, source: .incoming, typeName: type.name, typeCode: type.archiveCode,
      subject: facts.subject, pageCount: item.pageCount)
    (document.number, document.notation, document.issuedOn) = (facts.numberText, facts.notation, facts.issuedDate)
    (document.organName, document.language, document.note) = (facts.issuerName, facts.language, facts.note)
    (document.signerPosition, document.signerName) = (facts.signerPosition, facts.signerName)
    (document.arrivedOn, document.arrivalNumber) = (facts.arrivalDate, found.arrivalNumber)
    document.places = facts.toPlaces.isEmpty ? [] : [facts.toPlaces]
    (document.dueOn, document.identifier) = (facts.handlingDueDate, facts.documentIdentifier)
    document.priority = facts.urgency.rank
    document.confidence = facts.channel == .paper ? .digitised : .born
    document.files = try IncomingFileStore(transaction).list(of: id).map {
      PackagedFile(name: $0.name, kind: $0.kind, hash: $0.hash, bytes: $0.bytes)
    }
    return document
  }

  private func outgoing(_ id: OutgoingDocument.ID, _ item: DossierItem) throws -> PackagedDocument {
    let found = try OutgoingDocumentStore(transaction).find(id, visibleTo: actor)
    let facts = found.facts
    let type = try type(facts.typeKey)
    var document = PackagedDocument(
      ordinal: item.ordinal, source: .outgoing, typeName: type.name, typeCode: type.archiveCode,
      subject: facts.subject, pageCount: item.pageCount)
    (document.number, document.notation) = ("\(found.number)", facts.notation)
    document.issuedOn = facts.issuedDate
    document.organName = facts.bodyName.isEmpty ? actor.agencyName : facts.bodyName
    (document.language, document.note) = (facts.language, facts.note)
    (document.signerPosition, document.signerName) = (facts.signerLine, facts.signerName)
    document.places = try OutgoingRecipientStore(transaction).list(of: id).map(\.name)
    (document.amount, document.dueOn, document.identifier) = (facts.amount, facts.replyDueDate, found.identifier)
    document.priority = facts.urgency.rank
    document.confidence = facts.isPaper ? .digitised : .born
    document.files = try OutgoingFileStore(transaction).list(of: id).map {
      PackagedFile(name: $0.name, kind: $0.kind, hash: $0.hash, bytes: $0.bytes)
    }
    return document
  }

  /// A draft that was kept knowingly: its newest version.
  private func draft(_ id: Draft.ID, _ item: DossierItem) throws -> PackagedDocument {
    let found = try DraftStore(transaction).find(id, visibleTo: actor)
    let type = try type(found.facts.typeKey)
    var document = PackagedDocument(
      ordinal: item.ordinal, source: .other, typeName: "Dự thảo \(type.name.lowercased())", typeCode: type.archiveCode,
      subject: found.facts.subject, pageCount: item.pageCount)
    (document.issuedOn, document.organName, document.note) = (item.datedOn, found.unitName, "Dự thảo")
    document.files =
      try DraftVersionStore(transaction).list(of: id).max { $0.number < $1.number }?.files.map {
        PackagedFile(name: $0.name, kind: $0.kind, hash: $0.hash, bytes: $0.bytes)
      } ?? []
    return document
  }

  private func type(_ key: String) throws -> DocumentType {
    try DocumentType.known(key) ?? DocumentTypeStore(transaction).find(key)
      ?? DocumentType(key, "Văn bản", "", code: DocumentType.otherArchiveCode, isAdministrative: false)
  }

  private func process(_ record: RecordReference) throws -> [String] {
    try AuditStore(transaction).story(of: record, limit: Self.processMax).reversed()
      .map { "\($0.at.text): \($0.text)" }
  }
}
