import Audit
import Database
import Documents
import Dossiers
import Kernel

/// Puts the paper part of a dossier into a box, moves it to another, or takes it out (xếp, chuyển, đưa ra bản giấy).
package struct MovePaper: Sendable {
  package var dossier: Dossier.ID
  /// Nil: out of its box, to nowhere.
  package var box: ShelfPlace.ID?
  package var sheets: Int?
  package var reason: String
  /// Of the paper part as the form showed it, 0 when it lay nowhere; nil when many are put away by their codes.
  package var formVersion: Int?

  package init(
    _ dossier: Dossier.ID, to box: ShelfPlace.ID?, sheets: Int? = nil, reason: String = "", formVersion: Int? = nil
  ) {
    self.dossier = dossier
    self.box = box
    self.sheets = sheets
    self.reason = reason.normalizedLine
    self.formVersion = formVersion
  }

  /// What was done, in words for the answer.
  package struct Outcome: Sendable {
    package var dossier: Dossier
    package var from: String
    package var to: String
  }

  @discardableResult package func perform(by actor: Actor, in transaction: any Transaction) throws -> Outcome {
    let found = try DossierStore(transaction).lock(dossier, visibleTo: actor)
    let (places, papers) = (ShelfPlaceStore(transaction), DossierPaperStore(transaction))
    let old = try papers.find(of: dossier)
    let from = try old.map { try places.path(of: $0.box) }
    let target = try box.map { try places.find($0, visibleTo: actor, lock: true) }
    if let refusal = try refusal(found, from?.places.last, target, by: actor, in: transaction) { throw refusal }
    if let formVersion, formVersion != old?.version ?? 0 {
      let place = from.map { "nay ở \($0.text)" } ?? "nay không ở hộp nào"
      throw Refusal(
        .conflict, "Bản giấy vừa được người khác xếp hoặc chuyển, \(place). Hãy tải lại trang; chưa có gì bị ghi đè.")
    }
    try Secrecy.refuseMarked([reason])
    if let refusal = Refusal(reasons(old, target)) { throw refusal }
    let to = try target.map { try places.path(of: $0.id).text } ?? ""
    if let target {
      try papers.put(
        DossierPaper(
          dossier: dossier, agency: found.agency, box: target.id, sheets: sheets ?? old?.sheets,
          placedAt: transaction.now, placedBy: actor.titleOnRecord, version: 1))
    } else {
      try papers.remove(dossier)
    }
    try papers.add(
      PaperTransfer(
        id: try transaction.nextID(PaperTransfer.ID.self, of: "dossier_paper_moves"), dossier: dossier,
        agency: found.agency, from: from?.text ?? "", to: to, reason: reason, movedAt: transaction.now,
        movedBy: actor.titleOnRecord))
    let event: AuditEvent =
      from.map { to.isEmpty ? .paperTakenOut($0.text, reason) : .paperMoved($0.text, to, reason) } ?? .paperPlaced(to)
    try Audit.record(event, on: .dossier(dossier), by: actor, in: transaction)
    return Outcome(dossier: found, from: from?.text ?? "", to: to)
  }

  /// Who may not, and what stands against it.
  private func refusal(
    _ found: Dossier, _ from: ShelfPlace?, _ target: ShelfPlace?, by actor: Actor, in transaction: any Transaction
  ) throws -> Refusal? {
    if let from, !PaperAccess.mayTake(from: from, actor) { return PaperAccess.notKeeper }
    if let target, !PaperAccess.mayKeep(target, actor) { return PaperAccess.notKeeper }
    if from == nil, target == nil { return Refusal(.conflict, "Bản giấy của hồ sơ chưa nằm ở chỗ nào.") }
    if let unit = target?.unit, unit != found.unit {
      return Refusal(.forbidden, "Tủ của đơn vị chỉ để hồ sơ do đơn vị lập; hồ sơ này của \(found.unitName).")
    }
    if target?.unit != nil, found.state == .archived {
      return Refusal(.conflict, "Hồ sơ \(found.code.notation) đã vào lưu trữ, bản giấy xếp trong kho của cơ quan.")
    }
    if found.state == .destroyed { return found.obstacle(to: .change) }
    return try DossierLoanStore(transaction).outRefusal(of: found)
  }

  private func reasons(_ old: DossierPaper?, _ target: ShelfPlace?) -> [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    if let target, target.kind != .box {
      reasons.append(.init("«\(target.name)» không phải là hộp.", field: PaperField.box))
    }
    if let target, target.id == old?.box {
      reasons.append(.init("Bản giấy đã nằm trong «\(target.name)».", field: PaperField.box))
    } else if let target, target.isFull {
      reasons.append(.init("«\(target.name)» đã ghi là đầy. Chọn hộp khác.", field: PaperField.box))
    }
    if old != nil, reason.isEmpty {
      reasons.append(.init("Ghi lý do chuyển bản giấy khỏi chỗ đang để.", field: PaperField.reason))
    }
    if reason.count > DossierPaper.reasonLengthMax {
      reasons.append(.init("Dài quá \(DossierPaper.reasonLengthMax) ký tự.", field: PaperField.reason))
    }
    if let sheets, !(1...DossierPaper.sheetsMax).contains(sheets) {
      reasons.append(.init("Số tờ từ 1 đến \(DossierPaper.sheetsMax), hoặc để trống.", field: PaperField.sheets))
    }
    return reasons
  }
}

/// Puts many dossiers into a box at once, by their codes as they stand on the covers (xếp hồ sơ vào hộp).
package struct FillBox: Sendable {
  package static let dossiersMax = 100

  package var box: ShelfPlace.ID
  package var codes: [String]
  package var reason: String

  package init(_ box: ShelfPlace.ID, codes: String, reason: String = "") {
    self.box = box
    self.codes = codes.split(whereSeparator: { $0.isNewline || $0 == "," || $0 == ";" }).map {
      String($0).normalizedLine
    }.filter { !$0.isEmpty }
    self.reason = reason.normalizedLine
  }

  /// All or nothing: every code that does not fit is named.
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> (place: ShelfPlace, count: Int) {
    let place = try ShelfPlaceStore(transaction).find(box, visibleTo: actor, lock: true)
    guard PaperAccess.mayKeep(place, actor) else { throw PaperAccess.notKeeper }
    let field = PaperField.codes
    if codes.isEmpty { throw Refusal(.invalid, "Ghi mã các hồ sơ, mỗi dòng một mã.", field: field) }
    if codes.count > Self.dossiersMax {
      throw Refusal(.invalid, "Mỗi lần xếp tối đa \(Self.dossiersMax) hồ sơ.", field: field)
    }
    var (reasons, found): ([Refusal.Reason], [Dossier]) = ([], [])
    for code in codes {
      if let dossier = try EndedDossierStore(transaction).find(code: code, visibleTo: actor) {
        if !found.contains(where: { $0.id == dossier.id }) { found.append(dossier) }
      } else {
        reasons.append(.init("Không có hồ sơ mã «\(code)». Ghi như trên bìa, ví dụ 2026.01.KS.", field: field))
      }
    }
    for dossier in found.sorted(by: { $0.id.number < $1.id.number }) {
      do {
        try MovePaper(dossier.id, to: box, reason: reason).perform(by: actor, in: transaction)
      } catch let refusal as Refusal {
        reasons += refusal.reasons.map {
          .init("\(dossier.code.text): \($0.message)", field: $0.field == PaperField.reason ? $0.field : field)
        }
      }
    }
    if let refusal = Refusal(reasons) { throw refusal }
    return (place, found.count)
  }
}
