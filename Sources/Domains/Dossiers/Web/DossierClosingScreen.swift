import Access
import Database
import FilePlans
import Kernel
import Markup

/// Gathers what the end of a dossier needs.
struct DossierClosingScreen: Sendable {
  var closing: DossierClosing
  /// Of the same matter, and not in it.
  var left: [RecordSummary] = []
  var today: Day

  static func read(
    _ found: FoundDossier, _ flows: DossierFlows, by actor: Actor, in transaction: any Transaction
  ) throws -> DossierClosingScreen {
    let mayFill = found.refusal(of: .fill) == nil
    return DossierClosingScreen(
      closing: try .read(found, flows, by: actor, in: transaction),
      left: mayFill ? try FilingCandidates(flows, transaction).left(outOf: found.dossier, by: actor) : [],
      today: transaction.now.day)
  }

  func part(_ found: FoundDossier, input: FormInput, seal: FormSeal) -> DossierClosingPart {
    let dossier = found.dossier
    let isOpen = dossier.state == .open
    let byID = Dictionary(uniqueKeysWithValues: closing.lines.map { ($0.item.id, $0) })
    let mayFill = found.refusal(of: .fill) == nil
    return DossierClosingPart(
      obstacles: isOpen ? closing.obstacles.map { .init(text: $0.text, path: $0.path) } : [],
      reviews: isOpen
        ? closing.reviews.map { review in
          .init(
            text: "Mục \(review.ordinal), \(review.text)", why: review.why,
            takeOut: mayFill
              ? byID[review.item].map { TakeOutForm.html($0, of: dossier.id, input: input, seal: seal) } ?? .empty
              : .empty)
        } : [], prints: prints(dossier), form: isOpen ? closeForm(found, input, seal) : reopenForm(found, input, seal),
      archiving: DossierArchivingScreen.html(found, today: today, input, seal), wishes: isOpen ? closing.wishes : [],
      left: left.map(\.name), fillingPath: DossierPaths.act(dossier.id, .addRecords))
  }

  private func closeForm(_ found: FoundDossier, _ input: FormInput, _ seal: FormSeal) -> HTML {
    let dossier = found.dossier
    let name = DossierField.self
    let obstacles =
      found.refusal(of: .close).map { [$0.message] }
      ?? (closing.obstacles.isEmpty ? [] : ["Còn \(closing.obstacles.count) việc phải xong trước, ghi ở trên."])
    var input = input
    if input.values[name.retention] == nil { input.values[name.retention] = dossier.facts.retention.code }
    if input.values[name.endedOn] == nil { input.values[name.endedOn] = closing.endedOn?.text ?? "" }
    var fields = [
      Field(
        "Thời hạn bảo quản", name: name.retention,
        kind: .select(RetentionPeriod.choices(dossier.facts.retention.code).map { $0 }),
        hint: "Xác nhận lại theo nội dung thực tế của hồ sơ.", required: true, width: .half),
      Field(
        "Ngày kết thúc công việc", name: name.endedOn, kind: .day, hint: "Ngày của văn bản cuối cùng.", required: true,
        width: .half),
    ]
    if !closing.reviews.isEmpty {
      fields.append(Field("Đã rà soát: giữ lại những mục ở trên", name: name.reviewed, kind: .checkbox))
    }
    return """
      <section><h2>Kết thúc hồ sơ</h2>\(input.summary)\
      \(ActForm(action: DossierPaths.act(dossier.id, .close), seal: seal, content: """
        \(FieldGroup(fields: fields.map(input.filling)).html)
        <div class="acts">\(Button("Kết thúc hồ sơ", style: .primary, key: "ctrl+enter", obstacles: obstacles).html)</div>
        """).html)</section>
      """
  }

  private func reopenForm(_ found: FoundDossier, _ input: FormInput, _ seal: FormSeal) -> HTML {
    let dossier = found.dossier
    let ended = "Đã kết thúc \(dossier.closedAt?.text ?? ""), \(dossier.closedBy ?? "")."
    if let refusal = found.refusal(of: .reopen) {
      return "<section><h2>Kết thúc hồ sơ</h2><p>\(ended)</p><p class=\"hint\">\(refusal.message)</p></section>"
    }
    let field = Field(
      "Lý do mở lại", name: DossierField.reason, required: true, lengthMax: TakeOutOfDossier.reasonLengthMax)
    return """
      <section><h2>Kết thúc hồ sơ</h2><p>\(ended)</p>\(input.summary)\
      \(ActForm(action: DossierPaths.act(dossier.id, .reopen), seal: seal, content: """
        \(FieldGroup(fields: [input.filling(field)]).html)<div class="acts">\(Button("Mở lại hồ sơ").html)</div>
        """).html)</section>
      """
  }

  private func prints(_ dossier: Dossier) -> HTML {
    let forms = DossierPaths.Form.allCases.filter { $0 != .closing || dossier.state != .open }
    let links = forms.map { form -> HTML in
      let kinds = ["pdf", "docx"].map { Button($0.uppercased(), path: DossierPaths.printed(dossier.id, form, $0)).html }
      return "<li>\(form.label): \(kinds)</li>"
    }
    return "<section><h2>In</h2><ul class=\"prints\">\(links)</ul></section>"
  }
}
