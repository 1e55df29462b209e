import Database
import Dossiers
import Kernel
import Markup
import WebApp

/// Gathers orders that keep dossiers for whoever may lay them.
struct HoldScreen {
  static let rowsMax = 50

  var actor: Actor
  var transaction: any Transaction

  func list(before key: Int64?) throws -> HoldListPage {
    guard DisposalAccess.mayHold(actor) else { throw DisposalAccess.notHolder }
    let store = LegalHoldStore(transaction)
    let holds = try store.list(before: key, limit: Self.rowsMax + 1, visibleTo: actor)
    var page = HoldListPage(
      rows: try holds.prefix(Self.rowsMax).map { hold in
        .init(
          path: DisposalPaths.hold(hold.id), order: hold.text, reason: hold.reason, until: hold.until?.text ?? "",
          count: "\(try store.count(of: hold.id))", state: mark(hold))
      })
    if holds.count > Self.rowsMax {
      page.pager = Pager(older: "\(DisposalPaths.holds)?\(DisposalField.after)=\(holds[Self.rowsMax - 1].id)")
    }
    return page
  }

  private func mark(_ hold: LegalHold) -> StateMark {
    if hold.lifted != nil { return StateMark("Đã bỏ") }
    if let until = hold.until, until < transaction.now.day { return StateMark("Còn hiệu lực, đã qua ngày ghi", .look) }
    return StateMark("Đang giữ nguyên", .look)
  }

  func page(
    _ id: LegalHold.ID, after key: Int64, input: FormInput, refusal: Refusal?, seal: FormSeal
  ) throws -> HoldPage {
    let store = LegalHoldStore(transaction)
    let hold = try store.find(id, visibleTo: actor)
    let keys = try store.dossiers(of: id, after: key, limit: Self.rowsMax + 1)
    let dossiers = try DossierStore(transaction).list(keys.prefix(Self.rowsMax).map(\.number), visibleTo: actor)
    var page = HoldPage(
      order: hold.text, state: mark(hold), reason: hold.reason, until: hold.until?.text ?? "",
      laid: "\(hold.laidBy), \(hold.laidAt.text)",
      lifted: hold.lifted.map { "\($0.by), \($0.at.text): \($0.reason)" },
      rows: dossiers.reversed().map {
        .init(
          code: $0.code.text, title: $0.facts.title, path: DossierPaths.show($0.id), state: $0.state.label)
      }, forms: hold.lifted == nil ? Self.forms(hold, input, seal.at(version: hold.version)) : .empty)
    if let refusal, refusal.kind == .conflict { page.notice = Notice(.refused, refusal.message).html }
    if keys.count > Self.rowsMax {
      page.pager = Pager(
        older: "\(DisposalPaths.hold(id))?\(DisposalField.after)=\(keys[Self.rowsMax - 1])", olderLabel: "Tiếp theo ›")
    }
    return page
  }

  static func forms(_ hold: LegalHold, _ input: FormInput, _ seal: FormSeal) -> HTML {
    let codes = Field(
      "Mã các hồ sơ", name: DisposalField.codes, kind: .area(rows: 4), hint: "Mỗi dòng một mã, ví dụ 2026.01.KS.",
      required: true)
    let reason = Field(
      "Lý do bỏ lệnh", name: DisposalField.reason, required: true, lengthMax: DisposalReview.reasonLengthMax)
    return """
      \(input.summary)<section class="sheet-block"><h2>Thêm hồ sơ vào lệnh</h2>\
      \(ActForm(action: DisposalPaths.widening(hold.id), seal: seal, content: """
        \(FieldGroup(fields: [input.filling(codes)]).html)<div class="acts">\(Button("Giữ nguyên thêm các hồ sơ này").html)</div>
        """).html)</section>\
      <section class="sheet-block"><h2>Bỏ lệnh</h2>\
      \(ActForm(action: DisposalPaths.lifting(hold.id), seal: seal, content: """
        \(FieldGroup(fields: [input.filling(reason)]).html)<div class="acts">\(Button("Bỏ lệnh giữ nguyên", style: .grave).html)</div>
        """).html)</section>
      """
  }
}
