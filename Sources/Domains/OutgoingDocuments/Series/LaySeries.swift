import Audit
import Database
import Documents
import Kernel
import Organization
import Registers

/// Lays down a series of its own, as the head of the agency decided. A series of types counts from the first of January
/// after numbers were given (DI-02); a new body begins at once (DI-03).
package struct LaySeries: Sendable {
  package var bodyName = ""
  package var bodyAbbreviation = ""
  package var typeKeys: [String] = []
  package var name = ""
  package var basis = ""

  package init() {}

  private func obstacles(_ standing: [OutgoingSeries], year: Int) -> [Refusal.Reason] {
    let field = SeriesField.self
    var reasons: [Refusal.Reason] = []
    if bodyName.isEmpty == typeKeys.isEmpty {
      reasons.append(.init("Chọn tên loại, hoặc nhập tên tổ chức tư vấn; không cả hai.", field: field.body))
    }
    if !bodyName.isEmpty, bodyAbbreviation.isEmpty {
      reasons.append(.init("Nhập chữ viết tắt của tổ chức để ghi ký hiệu.", field: field.abbreviation))
    }
    if bodyAbbreviation.count > 20 || bodyAbbreviation.contains(where: { $0.isWhitespace || $0 == "/" }) {
      reasons.append(.init("Chữ viết tắt viết liền, tối đa 20 ký tự.", field: field.abbreviation))
    }
    if name.isEmpty { reasons.append(.init("Nhập tên sổ của dãy số này.", field: field.name)) }
    if name.count > OutgoingSeries.nameLengthMax || bodyName.count > 200 {
      reasons.append(.init("Tên dài quá \(OutgoingSeries.nameLengthMax) ký tự.", field: field.name))
    }
    if basis.isEmpty {
      reasons.append(.init("Ghi văn bản hoặc ý kiến quyết định của người đứng đầu.", field: field.basis))
    }
    if basis.count > 300 { reasons.append(.init("Căn cứ dài quá 300 ký tự.", field: field.basis)) }
    let used = standing.filter { $0.untilYear.map { year <= $0 } ?? true }
    if used.contains(where: { $0.name == name }) || name == RegisterKind.outgoing.bookName {
      reasons.append(.init("Đã có sổ tên này.", field: field.name))
    }
    if !bodyName.isEmpty, used.contains(where: { $0.bodyName == bodyName }) {
      reasons.append(.init("«\(bodyName)» đã có dãy số riêng.", field: field.body))
    }
    let taken = used.filter { series in series.typeKeys.contains { typeKeys.contains($0) } }.map(\.name)
    if !taken.isEmpty {
      reasons.append(.init("Có tên loại đã thuộc «\(taken.joined(separator: "», «"))».", field: field.types))
    }
    return reasons
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> OutgoingSeries {
    guard OutgoingDocumentAccess.mayNumber(actor) else { throw OutgoingDocumentAccess.notRegistry }
    let (store, year) = (OutgoingSeriesStore(transaction), transaction.now.day.year)
    if let refusal = Refusal(obstacles(try store.list(of: actor.agency), year: year)) { throw refusal }
    for key in typeKeys where try DocumentTypeStore(transaction).find(key)?.isAdministrative != true {
      throw Refusal(.invalid, "Tên loại «\(key)» không thuộc văn bản hành chính.", field: SeriesField.types)
    }
    let isBegun = try NumberStore(transaction).hasNumbers(actor.agency, .outgoing, year: year)
    let series = OutgoingSeries(
      id: try transaction.nextID(OutgoingSeries.ID.self, of: "outgoing_series"), agency: actor.agency, name: name,
      bodyName: bodyName, bodyAbbreviation: bodyAbbreviation, typeKeys: typeKeys, basis: basis,
      fromYear: bodyName.isEmpty && isBegun ? year + 1 : year, laidAt: transaction.now, laidBy: actor.nameOnRecord,
      version: 1)
    try store.add(series)
    try Audit.record(.seriesLaid(name, year: series.fromYear), on: .agency(actor.agency), by: actor, in: transaction)
    return series
  }
}

/// Gives a series up: from the next first of January on its documents take numbers of the main one.
package struct EndSeries: Sendable {
  package var series: OutgoingSeries.ID

  package init(_ series: OutgoingSeries.ID) { self.series = series }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> OutgoingSeries {
    guard OutgoingDocumentAccess.mayNumber(actor) else { throw OutgoingDocumentAccess.notRegistry }
    let store = OutgoingSeriesStore(transaction)
    var current = try store.lock(series, of: actor.agency)
    guard current.untilYear == nil else {
      throw Refusal(.conflict, "«\(current.name)» đã được ghi thôi dùng. Hãy tải lại trang.")
    }
    // One that has not begun yet never does.
    let year = max(transaction.now.day.year, current.fromYear - 1)
    current.untilYear = current.fromYear > transaction.now.day.year ? current.fromYear - 1 : year
    try store.end(series, after: current.untilYear ?? year)
    try Audit.record(
      .seriesEnded(current.name, year: current.untilYear ?? year), on: .agency(actor.agency), by: actor,
      in: transaction)
    return current
  }
}

/// Names of the fields of a new series.
enum SeriesField {
  static let body = "to-chuc"
  static let abbreviation = "viet-tat"
  static let types = "loai"
  static let name = "ten-so"
  static let basis = "can-cu"
}
