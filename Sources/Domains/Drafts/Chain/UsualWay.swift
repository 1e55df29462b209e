import Audit
import Database
import Documents
import Kernel

/// The way that drafts of a type usually go in an agency (luồng trình mẫu). What a drafter chooses may differ.
package struct UsualWay: Sendable, Equatable, Identifiable {
  package typealias ID = Identifier<UsualWay>

  package let id: ID
  package var agency: AgencyID
  /// Empty for every type that has none of its own.
  package var typeKey: String
  package var way: DraftWay
  package var laidBy: String
  package var laidAt: Instant
  package var version: Int

  /// «Công văn»; «Các loại khác».
  package var typeName: String {
    DocumentType.administrative.first { $0.key == typeKey }?.name ?? "Các loại khác"
  }
}

/// Lays down a usual way; the one before for the same type ends.
package struct LayUsualWay: Sendable {
  package var typeKey: String
  package var way: DraftWay

  package init(_ way: DraftWay, for typeKey: String = "") {
    self.way = way
    self.typeKey = typeKey
  }

  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> UsualWay {
    guard DraftAccess.mayKeepRules(actor) else { throw DraftAccess.notKeeper }
    guard typeKey.isEmpty || DocumentType.administrative.contains(where: { $0.key == typeKey }) else {
      throw Refusal(.invalid, "Loại văn bản không thuộc 29 loại.", field: DraftField.type)
    }
    if case .post = way.content, way.content == way.form {
      throw Refusal(.invalid, "Nội dung và thể thức phải do hai người kiểm tra.", field: DraftField.form)
    }
    let store = UsualWayStore(transaction)
    if let before = try store.list(of: actor.agency).first(where: { $0.typeKey == typeKey }) {
      try store.end(before.id, from: before.version)
    }
    let usual = UsualWay(
      id: try transaction.nextID(of: "usual_ways"), agency: actor.agency, typeKey: typeKey, way: way,
      laidBy: actor.titleOnRecord, laidAt: transaction.now, version: 1)
    try store.add(usual)
    try Audit.record(
      AuditEvent(code: "usualWay.laid", sentence: "đặt luồng trình cho «\(usual.typeName)»"), on: .usualWay(usual.id),
      by: actor, in: transaction)
    return usual
  }
}

/// Drops a usual way; drafts on their way go on as they were sent.
package struct EndUsualWay: Sendable {
  package var way: UsualWay.ID
  package var formVersion: Int

  package init(_ way: UsualWay.ID, formVersion: Int) {
    self.way = way
    self.formVersion = formVersion
  }

  /// Gives what was dropped, for the answer.
  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> UsualWay {
    guard DraftAccess.mayKeepRules(actor) else { throw DraftAccess.notKeeper }
    let store = UsualWayStore(transaction)
    guard let usual = try store.list(of: actor.agency).first(where: { $0.id == way }) else {
      throw Refusal(.notFound, "Không tìm thấy luồng trình này.")
    }
    try store.end(way, from: formVersion)
    try Audit.record(
      AuditEvent(code: "usualWay.ended", sentence: "bỏ luồng trình của «\(usual.typeName)»"), on: .usualWay(way),
      by: actor, in: transaction)
    return usual
  }
}

extension RecordReference {
  /// A usual way of drafts.
  static func usualWay(_ id: UsualWay.ID) -> RecordReference {
    RecordReference(code: "usualWay", number: id.number)
  }
}
