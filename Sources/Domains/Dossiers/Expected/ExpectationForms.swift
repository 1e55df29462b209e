import Documents
import Kernel
import Markup

/// The forms on what a dossier is expected to hold: one for each act, choosing the line, so that a page stays light.
struct ExpectationForms {
  var dossier: Dossier.ID
  var mayChange: Bool
  var mayFill: Bool
  var input: FormInput
  var seal: FormSeal

  private var action: String { DossierPaths.act(dossier, .expect) }

  func unpairing(_ line: DossierExpectation, _ item: DossierItem.ID) -> HTML {
    guard mayFill else { return .empty }
    return one(.unpair, line, Button("Không phải", style: .quiet), extra: [(DossierField.item, "\(item)")])
  }

  func expectingAgain(_ line: DossierExpectation) -> HTML {
    mayChange ? one(.takeBackExcuse, line, Button("Cần có", style: .quiet)) : .empty
  }

  private func one(
    _ act: ExpectationAct, _ line: DossierExpectation, _ button: Button, extra: [(String, String)] = []
  ) -> HTML {
    let hidden = ([(DossierField.verdict, act.rawValue), (DossierField.line, "\(line.id)")] + extra).map {
      "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\">" as HTML
    }
    return ActForm(action: action, seal: seal, className: "act act-one", content: "\(hidden)\(button.html)").html
  }

  func dialogs(_ lines: [DossierExpectation], _ templates: [DossierTemplate], _ types: [Field.Choice]) -> HTML {
    // What is missing first: that is what somebody comes for.
    let ordered = lines.filter(\.isMissing) + lines.filter { !$0.isMissing }
    let choices = ordered.map { Field.Choice("\($0.id)", $0.content.name) }
    let open = lines.filter(\.isMissing).map { Field.Choice("\($0.id)", $0.content.name) }
    let name = DossierField.self
    let reason = Field("Lý do", name: name.reason, required: true, lengthMax: TakeOutOfDossier.reasonLengthMax)
    var html: HTML = .empty
    if mayFill, !choices.isEmpty {
      html += dialog(
        .pair, "Ghép văn bản với thành phần", "Ghép", key: "p",
        [
          which(choices),
          Field("STT của văn bản ở mục lục", name: name.item, kind: .number, required: true, width: .half),
        ])
    }
    guard mayChange else { return html }
    if !open.isEmpty {
      html += dialog(
        .excuse, "Không có thành phần này, vì …", "Không có, vì …", submit: "Ghi là không có", [which(open), reason])
    }
    html += dialog(
      .add, "Thêm thành phần", "Thêm thành phần",
      [
        Field("Tên thành phần", name: name.title, required: true, lengthMax: ExpectedContent.nameLengthMax),
        Field("Loại văn bản", name: name.kind, kind: .select([.init("", "Mọi loại")] + types), width: .half),
        Field(
          "Nguồn", name: name.source,
          kind: .select(ExpectedContent.Direction.allCases.map { .init($0.rawValue, $0.label) }),
          width: .half),
        Field("Mức độ", name: name.need, kind: .select(DossierTemplatePage.needs), width: .half),
        Field("Số lượng", name: name.amount, kind: .select(DossierTemplatePage.amounts), width: .half),
      ])
    if !choices.isEmpty { html += dialog(.strike, "Bỏ thành phần", "Bỏ thành phần", [which(choices), reason]) }
    if !templates.isEmpty {
      html += dialog(
        .layTemplate, "Đặt thành phần theo mẫu", "Theo mẫu",
        [
          Field(
            "Mẫu hồ sơ", name: DossierTemplateField.template,
            kind: .select(templates.map { .init("\($0.id)", $0.facts.name) }),
            hint: "Thành phần đã có ở hồ sơ giữ nguyên; văn bản đang nằm trong hồ sơ được nhận ra ngay.", required: true
          )
        ])
    }
    return html
  }

  private func which(_ choices: [Field.Choice]) -> Field {
    Field("Thành phần", name: DossierField.line, kind: .select(choices), required: true)
  }

  private func dialog(
    _ act: ExpectationAct, _ title: String, _ label: String, key: String? = nil, submit: String? = nil,
    _ fields: [Field]
  ) -> HTML {
    let own = input[DossierField.verdict] == act.rawValue ? input : FormInput()
    let shown = fields.map { field -> Field in
      var field = own.filling(field)
      field.id = "f-\(act.rawValue)-\(field.name)"
      return field
    }
    return Dialog(
      id: "tp-\(act.rawValue)", title: title, input: own, pagePath: DossierPaths.contents(dossier),
      content: ActForm(
        action: action, seal: seal,
        content: """
          <input type="hidden" name="\(DossierField.verdict)" value="\(act.rawValue)">\(FieldGroup(fields: shown).html)\
          <div class="acts">\(Button(submit ?? label, style: act == .strike ? .grave : .primary).html)</div>
          """
      ).html
    ).html(opener: label, style: act == .pair ? .plain : .quiet, key: key)
  }
}
