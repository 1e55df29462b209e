import Audit
import Database
import Documents
import Dossiers
import Kernel

/// An order to keep dossiers as they are (giữ nguyên theo lệnh, PL6-97): who ordered it, by which paper, why, until when. It
/// stands until somebody lifts it with a reason; the day until which it was ordered only says when to ask.
package struct LegalHold: Sendable, Equatable {
  package typealias ID = Identifier<LegalHold>

  package static let issuerLengthMax = 200
  package static let codeLengthMax = 80
  package static let reasonLengthMax = 1000
  package static let dossiersMax = 500

  package struct Lifting: Sendable, Equatable {
    package var by: String
    package var at: Instant
    package var reason: String
  }

  package var id: ID
  package var agency: AgencyID
  /// Who ordered it: «Thanh tra Bộ».
  package var issuer: String
  /// Number and symbol of the order: «Quyết định số 12/QĐ-TTr».
  package var code: String
  package var orderedOn: Day
  package var reason: String
  package var until: Day?
  package var laidBy: String
  package var laidAt: Instant
  package var lifted: Lifting?
  package var version: Int

  /// «12/QĐ-TTr ngày 05/11/2026 của Thanh tra Bộ».
  package var text: String { "\(code) ngày \(orderedOn.text) của \(issuer)" }
}

extension RecordReference {
  package static let legalHoldCode = "legalHold"

  /// An order that keeps dossiers as they are.
  package static func legalHold(_ id: LegalHold.ID) -> RecordReference {
    RecordReference(code: legalHoldCode, number: id.number)
  }
}

/// Writes down an order and keeps its dossiers as they are from this moment on.
package struct LayHold: Sendable {
  package var issuer: String
  package var code: String
  package var orderedOn: Day?
  package var reason: String
  package var until: Day?
  /// Codes of dossiers as typed, one a line.
  package var codes: [String]

  package init(issuer: String, code: String, orderedOn: Day?, reason: String, until: Day?, codes: String) {
    self.issuer = issuer.normalizedLine
    self.code = code.normalizedLine
    self.orderedOn = orderedOn
    self.reason = reason.normalizedLine
    self.until = until
    self.codes = HeldCodes.split(codes)
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> (hold: LegalHold, count: Int) {
    guard DisposalAccess.mayHold(actor) else { throw DisposalAccess.notHolder }
    try Secrecy.refuseMarked([issuer, code, reason])
    let (dossiers, unknown) = try HeldCodes.find(codes, by: actor, in: transaction)
    if let refusal = Refusal(typed(today: transaction.now.day) + unknown) { throw refusal }
    guard let orderedOn else { throw LegalHoldStore.missing }
    let hold = LegalHold(
      id: try transaction.nextID(LegalHold.ID.self, of: "legal_holds"), agency: actor.agency, issuer: issuer,
      code: code, orderedOn: orderedOn, reason: reason, until: until, laidBy: actor.titleOnRecord,
      laidAt: transaction.now, version: 1)
    try LegalHoldStore(transaction).add(hold)
    let count = try HeldCodes.keep(dossiers, under: hold, by: actor, in: transaction)
    try Audit.record(.holdLaid(hold.text, count, reason), on: .legalHold(hold.id), by: actor, in: transaction)
    return (hold, count)
  }

  private func typed(today: Day) -> [Refusal.Reason] {
    let name = DisposalField.self
    var reasons: [Refusal.Reason] = []
    func need(_ text: String, _ most: Int, _ words: String, _ field: String) {
      if text.isEmpty { reasons.append(.init(words, field: field)) }
      if text.count > most { reasons.append(.init("Dài quá \(most) ký tự.", field: field)) }
    }
    need(issuer, LegalHold.issuerLengthMax, "Ghi cơ quan ra lệnh.", name.issuer)
    need(code, LegalHold.codeLengthMax, "Ghi tên và số, ký hiệu của lệnh.", name.orderCode)
    need(reason, LegalHold.reasonLengthMax, "Ghi lý do giữ nguyên.", name.reason)
    if orderedOn == nil { reasons.append(.init("Ghi ngày của lệnh.", field: name.orderOn)) }
    if let orderedOn, orderedOn > today {
      reasons.append(.init("Ngày của lệnh không thể ở tương lai.", field: name.orderOn))
    }
    if let until, until < today {
      reasons.append(.init("Ngày này đã qua; để trống nếu lệnh không ghi.", field: name.until))
    }
    return reasons
  }
}

/// Puts further dossiers under an order that stands.
package struct WidenHold: Sendable {
  package var hold: LegalHold.ID
  package var codes: [String]
  package var formVersion: Int

  package init(_ hold: LegalHold.ID, codes: String, formVersion: Int) {
    self.hold = hold
    self.codes = HeldCodes.split(codes)
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> Int {
    let found = try LegalHoldStore(transaction).lock(hold, version: formVersion, by: actor)
    let (dossiers, unknown) = try HeldCodes.find(codes, by: actor, in: transaction)
    if let refusal = Refusal(unknown) { throw refusal }
    let count = try HeldCodes.keep(dossiers, under: found, by: actor, in: transaction)
    try LegalHoldStore(transaction).save(found)
    try Audit.record(
      .holdLaid(found.text, count, found.reason), on: .legalHold(hold), by: actor, in: transaction)
    return count
  }
}

/// Lifts an order: its dossiers may be worked on again, unless another order keeps them.
package struct LiftHold: Sendable {
  package var hold: LegalHold.ID
  package var reason: String
  package var formVersion: Int

  package init(_ hold: LegalHold.ID, reason: String, formVersion: Int) {
    self.hold = hold
    self.reason = reason.normalizedLine
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> LegalHold {
    let store = LegalHoldStore(transaction)
    var found = try store.lock(hold, version: formVersion, by: actor)
    try Secrecy.refuseMarked([reason])
    try FoundReview.requireReason(reason)
    found.lifted = .init(by: actor.titleOnRecord, at: transaction.now, reason: reason)
    try store.save(found)
    let event = AuditEvent.holdLifted(found.text, reason)
    for dossier in try store.dossiers(of: hold) {
      guard try EndedDossierStore(transaction).lock(dossier) != nil else { continue }
      try EndedDossierStore(transaction).setHold(store.standing(on: dossier)?.text, of: dossier)
      try Audit.record(event, on: .dossier(dossier), by: actor, in: transaction)
    }
    try Audit.record(event, on: .legalHold(hold), by: actor, in: transaction)
    return found
  }
}

/// Codes of dossiers as people type them, and what becomes of those dossiers.
enum HeldCodes {
  static func split(_ text: String) -> [String] {
    text.split(whereSeparator: { $0.isNewline || $0 == "," || $0 == ";" }).map { String($0).normalizedLine }
      .filter { !$0.isEmpty }
  }

  /// What is not found is named.
  static func find(
    _ codes: [String], by actor: Actor, in transaction: any Transaction
  ) throws -> ([Dossier], [Refusal.Reason]) {
    let field = DisposalField.codes
    if codes.isEmpty { return ([], [.init("Ghi mã các hồ sơ, mỗi dòng một mã.", field: field)]) }
    if codes.count > LegalHold.dossiersMax {
      return ([], [.init("Mỗi lần ghi tối đa \(LegalHold.dossiersMax) hồ sơ.", field: field)])
    }
    var (found, reasons): ([Dossier], [Refusal.Reason]) = ([], [])
    for code in codes {
      guard let dossier = try EndedDossierStore(transaction).find(code: code, visibleTo: actor) else {
        reasons.append(.init("Không có hồ sơ mã «\(code)». Ghi như trên bìa, ví dụ 2026.01.KS.", field: field))
        continue
      }
      if dossier.state == .destroyed {
        reasons.append(.init("Hồ sơ \(dossier.code.text) đã hủy.", field: field))
      } else if !found.contains(where: { $0.id == dossier.id }) {
        found.append(dossier)
      }
    }
    return (found, reasons)
  }

  /// Gives how many came under the order now.
  static func keep(
    _ dossiers: [Dossier], under hold: LegalHold, by actor: Actor, in transaction: any Transaction
  ) throws -> Int {
    let store = LegalHoldStore(transaction)
    var count = 0
    for dossier in dossiers.sorted(by: { $0.id.number < $1.id.number }) {
      guard let locked = try EndedDossierStore(transaction).lock(dossier.id), locked.state != .destroyed,
        try store.put(dossier.id, under: hold.id)
      else { continue }
      try EndedDossierStore(transaction).setHold(hold.text, of: dossier.id)
      try Audit.record(.dossierHeld(hold.text), on: .dossier(dossier.id), by: actor, in: transaction)
      count += 1
    }
    return count
  }
}
