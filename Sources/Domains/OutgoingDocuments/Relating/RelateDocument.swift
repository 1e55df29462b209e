import Audit
import Database
import Documents
import Exchange
import Kernel

/// Records that a document replaces, amends or corrects an earlier one of its agency (DI-09): at its numbering or later.
/// Content is amended or replaced by a document of the same type, form corrected by an official letter.
package struct RelateDocument: Sendable {
  package var document: OutgoingDocument.ID
  package var kind: DocumentRelation.Kind
  /// «12/QĐ-TCĐC».
  package var olderCode: String
  /// Of the earlier one.
  package var year: Int

  package init(_ document: OutgoingDocument.ID, _ kind: DocumentRelation.Kind, _ olderCode: String, year: Int) {
    self.document = document
    self.kind = kind
    self.olderCode = olderCode.normalizedLine
    self.year = year
  }

  /// Gives the earlier one as it is called.
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> String {
    let store = OutgoingDocumentStore(transaction)
    let newer = try store.lock(document, visibleTo: actor)
    guard OutgoingDocumentAccess.may(.relate, newer, actor) else { throw OutgoingDocumentAccess.notRegistry }
    if let obstacle = newer.obstacle(to: .relate) { throw obstacle }
    guard let older = try store.find(code: olderCode, year: year, visibleTo: actor) else {
      throw Refusal(
        .invalid, "Không có văn bản đi số «\(olderCode)» trong năm \(year). Gõ cả số và ký hiệu, ví dụ 12/QĐ-TCĐC.",
        field: RelationField.olderCode)
    }
    if let refusal = Refusal(try obstacles(newer, older, in: transaction)) { throw refusal }
    let relation = DocumentRelation(
      id: try transaction.nextID(of: "document_relations"), kind: kind, newer: newer.side, older: older.side,
      recordedAt: transaction.now, recordedBy: actor.nameOnRecord,
      inForceSince: newer.state == .issued ? transaction.now : nil)
    try DocumentRelationStore(transaction).add(relation, of: newer.agency)
    for id in [newer.id, older.id] {
      try Audit.record(.outgoingRelated(relation), on: .outgoingDocument(id), by: actor, in: transaction)
    }
    return older.side.text
  }

  private func obstacles(
    _ newer: OutgoingDocument, _ older: OutgoingDocument, in transaction: any Transaction
  ) throws -> [Refusal.Reason] {
    let field = RelationField.olderCode
    if older.id == newer.id { return [.init("Đây là chính văn bản này.", field: field)] }
    var reasons: [Refusal.Reason] = []
    if older.state == .numbered || older.state == .cancelled {
      reasons.append(
        .init(
          "Văn bản \(older.codeText) «\(older.state.label)» nên chưa có gì để \(kind.label.lowercased()).", field: field
        ))
    }
    let isLaterNumber =
      older.facts.issuedDate == newer.facts.issuedDate && older.book == newer.book && older.number > newer.number
    if older.facts.issuedDate > newer.facts.issuedDate || isLaterNumber {
      reasons.append(.init("Văn bản \(older.codeText) ban hành sau văn bản này.", field: field))
    }
    let (type, olderType) = (newer.facts.typeKey, older.facts.typeKey)
    if kind == .correct, type != DocumentType.congVan.key {
      reasons.append(.init("Đính chính phải bằng công văn.", field: RelationField.kind))
    } else if kind != .correct, type != olderType {
      reasons.append(
        .init(
          "\(kind.label) phải bằng văn bản cùng loại; văn bản \(older.codeText) là \(DocumentType.known(olderType)?.name.lowercased() ?? olderType).",
          field: RelationField.kind))
    }
    let standing = try DocumentRelationStore(transaction).ofLater(newer.id.number).get()
    if standing.contains(where: { [$0.newer.document, $0.older.document].contains(older.id.number) }) {
      reasons.append(.init("Hai văn bản này đã có quan hệ. Bỏ quan hệ cũ trước.", field: field))
    }
    return reasons
  }
}

/// Takes a relation off that was recorded by mistake; the story of both documents keeps it, with the reason.
package struct UndoRelation: Sendable {
  package var document: OutgoingDocument.ID
  package var relation: DocumentRelation.ID
  package var reason: String

  package init(_ relation: DocumentRelation.ID, of document: OutgoingDocument.ID, reason: String) {
    self.relation = relation
    self.document = document
    self.reason = reason.normalizedLine
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let current = try OutgoingDocumentStore(transaction).lock(document, visibleTo: actor)
    guard OutgoingDocumentAccess.may(.relate, current, actor) else { throw OutgoingDocumentAccess.notRegistry }
    let store = DocumentRelationStore(transaction)
    guard let found = try store.ofLater(document.number).get().first(where: { $0.id == relation }) else {
      throw Refusal(.conflict, "Quan hệ này không còn. Hãy tải lại trang.")
    }
    if reason.isEmpty { throw Refusal(.invalid, "Bỏ quan hệ cần ghi lý do.", field: RelationField.reason) }
    if reason.count > 500 { throw Refusal(.invalid, "Lý do dài quá 500 ký tự.", field: RelationField.reason) }
    try store.undo(relation, reason: reason, by: actor)
    for number in [found.newer.document, found.older.document] {
      try Audit.record(
        .outgoingUnrelated(found, reason: reason), on: .outgoingDocument(.init(number)), by: actor, in: transaction)
    }
  }
}

/// Names of the fields of relations.
enum RelationField {
  static let kind = "quan-he"
  static let olderCode = "van-ban-truoc"
  static let year = "nam"
  static let reason = "ly-do"
  static let relation = "dong"
}

extension OutgoingDocument {
  var side: DocumentRelation.Side {
    DocumentRelation.Side(document: id.number, codeText: codeText, day: facts.issuedDate)
  }
}
