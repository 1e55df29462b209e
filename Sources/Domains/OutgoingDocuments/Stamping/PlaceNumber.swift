import Audit
import Database
import Documents
import Jobs
import Kernel

/// Says where number and date go on the first page, in millimetres, and has them written there anew (DI-04).
package struct PlaceNumber: Sendable {
  package var document: OutgoingDocument.ID
  package var numberLeft, numberTop, dayLeft, dayTop: Int?

  package init(_ document: OutgoingDocument.ID, numberLeft: Int?, numberTop: Int?, dayLeft: Int?, dayTop: Int?) {
    self.document = document
    (self.numberLeft, self.numberTop) = (numberLeft, numberTop)
    (self.dayLeft, self.dayTop) = (dayLeft, dayTop)
  }

  /// On a page of the decree, with room for what is written.
  private static let across = 5...190
  private static let down = 5...280

  /// - Parameter isDated: the form has a line of place and date.
  private func places(isDated: Bool) throws -> NumberPlaces {
    let dates: [(value: Int?, field: String, bounds: ClosedRange<Int>)] = [
      (dayLeft, StampingField.dayLeft, Self.across), (dayTop, StampingField.dayTop, Self.down),
    ]
    let typed: [(value: Int?, field: String, bounds: ClosedRange<Int>)] =
      [
        (numberLeft, StampingField.numberLeft, Self.across), (numberTop, StampingField.numberTop, Self.down),
      ] + (isDated || dayLeft != nil || dayTop != nil ? dates : [])
    let reasons = typed.compactMap { one -> Refusal.Reason? in
      one.value.map(one.bounds.contains) == true
        ? nil
        : .init(
          "Nhập số milimét từ \(one.bounds.lowerBound) đến \(one.bounds.upperBound).", field: one.field)
    }
    if let refusal = Refusal(reasons) { throw refusal }
    let millimetres = typed.compactMap(\.value).map(Double.init)
    return .typed(
      numberLeft: millimetres[0], numberTop: millimetres[1], dayLeft: millimetres.count > 2 ? millimetres[2] : nil,
      dayTop: millimetres.count > 3 ? millimetres[3] : nil)
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> OutgoingDocument {
    let store = OutgoingDocumentStore(transaction)
    let current = try store.lock(document, visibleTo: actor)
    guard OutgoingDocumentAccess.may(.stamp, current, actor) else { throw OutgoingDocumentAccess.notRegistry }
    let next = try current.taking(.stamp)
    let stampings = StampingStore(transaction)
    guard var main = try stampings.list(of: document).first else { throw Self.signedElsewhere }
    (main.places, main.state, main.trouble) = (
      try places(isDated: current.facts.isDated), .asked, ""
    )
    try stampings.save(main)
    try store.save(next, from: current.version)
    try Audit.record(.outgoingNumberPlaced, on: .outgoingDocument(document), by: actor, in: transaction)
    try ReadOutgoingFilesJob.ask(for: next, in: transaction)
    return next
  }

  static let signedElsewhere = Refusal(
    .conflict, "Văn bản này ký ngoài hệ thống, số và ngày đã có trên bản ký nên không ghi thêm.")
}

/// Confirms that files which only a person can read bear number and date as they were signed, and says why: they are issued
/// as PDF with nothing written onto them.
package struct KeepSignedFiles: Sendable {
  package var document: OutgoingDocument.ID
  package var reason: String

  package init(_ document: OutgoingDocument.ID, reason: String) {
    self.document = document
    self.reason = reason.normalizedLine
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> OutgoingDocument {
    let store = OutgoingDocumentStore(transaction)
    let current = try store.lock(document, visibleTo: actor)
    guard OutgoingDocumentAccess.may(.stamp, current, actor) else { throw OutgoingDocumentAccess.notRegistry }
    let next = try current.taking(.stamp)
    let stampings = StampingStore(transaction)
    let unplaced = try stampings.list(of: document).filter { $0.state == .unplaced }
    guard !unplaced.isEmpty else {
      throw Refusal(.conflict, "Số, ngày đã ghi lên tệp rồi. Hãy tải lại trang để xem.")
    }
    if let read = unplaced.first(where: { !$0.mayConfirm }) {
      throw Refusal(.conflict, "Hệ thống đọc được «\(read.signed.name)»: \(read.trouble)")
    }
    if reason.isEmpty {
      throw Refusal(.invalid, "Ghi vì sao biết tệp đã có đúng số, ngày.", field: StampingField.reason)
    }
    if reason.count > 300 { throw Refusal(.invalid, "Lý do dài quá 300 ký tự.", field: StampingField.reason) }
    for var stamping in unplaced {
      (stamping.state, stamping.trouble) = (.kept, "")
      try stampings.save(stamping)
    }
    try store.save(next, from: current.version)
    try ReadOutgoingFilesJob.ask(for: next, in: transaction)
    try Audit.record(.outgoingSignedKept(reason), on: .outgoingDocument(document), by: actor, in: transaction)
    return next
  }
}
