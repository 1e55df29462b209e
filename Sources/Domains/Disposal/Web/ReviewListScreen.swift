import Database
import Dossiers
import FilePlans
import Kernel
import Markup
import WebApp

/// Gathers the list of reviews, the dossiers to choose from, and one line.
struct ReviewListScreen {
  static let rowsMax = 50
  private static let expiredCap = 1001

  var actor: Actor
  var transaction: any Transaction

  func list(before key: Int64?, input: FormInput, seal: FormSeal) throws -> ReviewListPage {
    let reviews = try DisposalReviewStore(transaction).list(before: key, limit: Self.rowsMax + 1, visibleTo: actor)
    let expired = try EndedDossierStore(transaction).expired(limit: Self.expiredCap, by: actor).count
    var page = ReviewListPage(
      expiredCount: CountText.of(expired), rows: reviews.prefix(Self.rowsMax).map(Self.row),
      form: DisposalAccess.mayMake(actor) ? Self.beginForm(input, seal) : nil,
      holdsPath: DisposalAccess.mayHold(actor) ? DisposalPaths.holds : nil)
    if reviews.count > Self.rowsMax {
      page.pager = Pager(older: "\(DisposalPaths.list)?\(DisposalField.after)=\(reviews[Self.rowsMax - 1].id)")
    }
    return page
  }

  private static func row(_ review: DisposalReview) -> ReviewListPage.Row {
    .init(
      path: DisposalPaths.show(review.id), code: review.codeText, name: review.name, madeBy: review.madeBy,
      madeOn: review.madeAt.day.text, decision: review.decision.map { "\($0.code), \($0.on.text)" } ?? "",
      state: StateMark(review.state.label, review.state == .destroyed ? .done : .plain))
  }

  static func beginForm(_ input: FormInput, _ seal: FormSeal) -> HTML {
    let field = Field(
      "Tên đợt xét hủy mới", name: DisposalField.name, hint: "Ví dụ: Xét hủy hồ sơ hết thời hạn năm 2026.",
      required: true, lengthMax: DisposalReview.nameLengthMax, width: .half)
    return """
      \(input.summary)\(ActForm(action: DisposalPaths.list, seal: seal, content: """
        \(FieldGroup(fields: [input.filling(field)]).html)<div class="acts">\(Button("Lập đợt xét hủy", style: .primary).html)</div>
        """).html)
      """
  }

  // MARK: choosing

  func choosing(
    _ id: DisposalReview.ID, after text: String, refusal: Refusal?, seal: FormSeal
  ) throws -> ChooseExpiredPage {
    let found = try FoundReview.find(id, by: actor, in: transaction)
    if let refusal = found.refusal(of: .fill) { throw refusal }
    let dossiers = try EndedDossierStore(transaction).expired(
      after: ExpiredKey(text: text), limit: Self.rowsMax + 1, by: actor)
    let listed = try DisposalLineStore(transaction).listed(among: dossiers.map(\.id.number))
    var page = ChooseExpiredPage(
      reviewName: "\(found.review.codeText) \(found.review.name)", backPath: DisposalPaths.show(id),
      fillPath: DisposalPaths.act(id, .fill), fillAllPath: DisposalPaths.act(id, .fillAll),
      rows: dossiers.prefix(Self.rowsMax).map { dossier in
        .init(
          value: dossier.id.description, code: dossier.code.text, title: dossier.facts.title,
          path: DossierPaths.show(dossier.id), retention: dossier.facts.retention.text,
          ended: dossier.endedOn?.text ?? "", over: dossier.retentionEndsOn.map { ($0 - 1).text } ?? "",
          isListed: listed[dossier.id.number] != nil)
      }, seal: seal.at(version: found.review.version))
    if let refusal { page.notice = Notice(.refused, refusal.message).html }
    if dossiers.count > Self.rowsMax, let key = ExpiredKey(dossiers[Self.rowsMax - 1]) {
      page.pager = Pager(older: DisposalPaths.choosing(id, after: key.text), olderLabel: "Tiếp theo ›")
    }
    return page
  }

  // MARK: one line

  func line(
    _ dossier: Int64, of id: DisposalReview.ID, input: FormInput, refusal: Refusal?, seal: FormSeal
  ) throws -> ReviewLinePage {
    let found = try FoundReview.find(id, by: actor, in: transaction)
    guard let line = try DisposalLineStore(transaction).find(dossier, in: id) else { throw DisposalReviewStore.missing }
    let opinions = try DisposalReviewStore(transaction).opinions(of: id).filter { $0.dossier == dossier }
    let seen = try DossierStore(transaction).list([dossier], visibleTo: actor)
    let isShown = line.state != .destroyed && !seen.isEmpty
    let sealed = seal.at(version: found.review.version)
    var page = ReviewLinePage(
      reviewCode: "\(found.review.codeText) \(found.review.name)", backPath: DisposalPaths.show(id), code: line.code,
      title: line.title, dossierPath: isShown ? DossierPaths.show(Dossier.ID(dossier)) : nil,
      retention: line.retention, ended: line.endedOn.text,
      size: "\(line.itemCount) văn bản và tài liệu, \(line.pageTotal) trang",
      state: StateMark(line.state.label, line.state == .destroyed ? .done : .plain), reason: line.reason,
      opinions: opinions.map { .init(name: $0.name, reason: $0.reason) },
      forms: line.state == .listed
        ? ReviewLineForms(
          found: found, line: line, own: opinions.first { $0.post == actor.post }, input: input, seal: sealed
        ).html : .empty)
    if let refusal, refusal.kind == .conflict { page.notice = Notice(.refused, refusal.message).html }
    return page
  }
}

/// What may become of one line, by whoever looks at it.
struct ReviewLineForms {
  typealias Act = DisposalPaths.LineAct

  var found: FoundReview
  var line: DisposalLine
  var own: KeepOpinion?
  var input: FormInput
  var seal: FormSeal

  private var reason: Field {
    Field("Lý do", name: DisposalField.reason, required: true, lengthMax: DisposalReview.reasonLengthMax)
  }

  var html: HTML {
    let id = found.review.id
    var html = input.summary
    if found.refusal(of: .speak) == nil {
      html += section(
        "Đề nghị giữ lại",
        form(id, .keep, [input.of(Act.keep.rawValue).filling(reason)], Button("Đề nghị giữ lại", style: .primary)))
      if own != nil { html += form(id, .keepNoMore, [], Button("Thôi đề nghị giữ lại")) }
    }
    if found.refusal(of: .takeOut) == nil {
      var apart = reason
      apart.id = "ly-do-dua-ra"
      let retention = Field(
        "Thời hạn bảo quản mới", name: DisposalField.retention,
        kind: .select(
          [.init("", "giữ nguyên, chỉ đưa ra khỏi danh mục")] + RetentionPeriod.usual.map { .init($0.code, $0.text) }),
        hint: "Chọn thời hạn dài hơn để giữ thêm; hồ sơ sẽ hết thời hạn muộn hơn.", width: .half)
      html += section(
        "Đưa ra khỏi danh mục, hoặc giữ thêm",
        form(
          id, .takeOut, [retention, apart].map(input.of(Act.takeOut.rawValue).filling), Button("Đưa ra khỏi danh mục")))
    }
    return html
  }

  private func section(_ title: String, _ content: HTML) -> HTML {
    "<section class=\"sheet-block\"><h2>\(title)</h2>\(content)</section>"
  }

  private func form(
    _ id: DisposalReview.ID, _ act: DisposalPaths.LineAct, _ fields: [Field], _ button: Button
  ) -> HTML {
    ActForm(
      action: DisposalPaths.lineAct(id, line.dossier, act), seal: seal,
      content: "\(fields.isEmpty ? .empty : FieldGroup(fields: fields).html)<div class=\"acts\">\(button.html)</div>"
    ).html
  }
}

extension ExpiredKey {
  /// «2026-01-01.812345».
  var text: String { "\(endsOn.isoText).\(id)" }

  init?(text: String) {
    let parts = text.split(separator: ".").map(String.init)
    guard parts.count == 2, let day = Day(isoText: parts[0]), let id = Dossier.ID(parts[1]) else { return nil }
    self.init(day, id)
  }

  init?(_ dossier: Dossier) {
    guard let end = dossier.retentionEndsOn else { return nil }
    self.init(end, dossier.id)
  }
}
