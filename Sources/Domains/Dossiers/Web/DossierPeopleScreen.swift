import Access
import Database
import Kernel
import Markup
import Organization
import Work

/// Gathers who takes part in a dossier, and who might.
struct DossierPeopleScreen: Sendable {
  var choices: [Field.Choice]
  var decided: [RightsChange]
  var why: [String]
  var everybody: HTML = .empty

  static func read(
    _ found: FoundDossier, by actor: Actor, in transaction: any Transaction
  ) throws -> DossierPeopleScreen {
    let today = transaction.now.day
    let store = OrganizationStore(transaction)
    let agency = found.dossier.agency
    let units = try store.units(of: agency).filter { $0.isOpen(on: today) }
    let posts = try store.posts(of: agency).filter { $0.isHeld(on: today) }
    return DossierPeopleScreen(
      choices: units.map { .init(HolderChoice.unit($0.id).text, "\($0.name) (lãnh đạo, văn thư đơn vị)") }
        + posts.map { .init(HolderChoice.post($0.id).text, "\($0.personName), \($0.title), \($0.unitName)") },
      decided: try RightsChangeStore(transaction).decided(on: found.dossier.id, visibleTo: actor),
      why: try Access.reasons(for: .dossier(found.dossier.id), actor: actor, in: transaction),
      everybody: WhoSees.shown([], of: .dossier(found.dossier.id), found.dossier.answering, to: actor))
  }

  func part(_ found: FoundDossier, input: FormInput) -> DossierPeoplePart {
    let dossier = found.dossier
    let refusal = found.refusal(of: .share)
    let maker = DossierPeoplePart.Row(
      name: dossier.makerName, role: "Người lập hồ sơ", since: dossier.openedAt.day.text, end: .empty)
    let others = found.participants.map { one in
      DossierPeoplePart.Row(
        name: one.name, role: one.role.label, since: one.addedAt.day.text,
        end: refusal == nil ? Self.acts(on: one, dossier.id) : .empty)
    }
    return DossierPeoplePart(
      rows: [maker] + others,
      form: form(dossier, refusal, input), makerForm: refusal == nil ? makerForm(found, FormInput()) : .empty,
      decided: decided.map { change in
        .init(
          text: change.text.capitalizedFirst, path: DossierPaths.rightsChange(dossier.id, change.id),
          state: RightsMarks.state(change), answer: "\(change.decidedBy ?? ""), \(change.decidedAt?.text ?? "")")
      }, why: why, everybody: everybody)
  }

  private static func acts(on one: DossierParticipant, _ dossier: Dossier.ID) -> HTML {
    let other: DossierParticipant.Role = one.role == .reader ? .contributor : .reader
    return """
      \(Button("Đổi thành \(other.label.lowercased())", style: .quiet, path: DossierPaths.rightsPreview(dossier, .role(one.holder, other))).html)\
      \(Button("Thôi tham gia", style: .quiet, path: DossierPaths.rightsPreview(dossier, .end(one.holder))).html)
      """
  }

  /// The same for another maker.
  func makerForm(_ found: FoundDossier, _ input: FormInput) -> HTML {
    guard found.refusal(of: .change) == nil else { return .empty }
    let people = choices.filter { HolderChoice($0.value) != .post(found.dossier.makerPost) && $0.value.hasPrefix("p") }
    let field = Field(
      "Người lập mới", name: DossierField.participant, kind: .select([.init("", "Chọn")] + people),
      hint: "Người lập mới và đơn vị của họ được mọi quyền trên hồ sơ; người lập cũ thôi xem nếu không tham gia.",
      required: true, width: .half, id: "f-nguoi-lap-moi")
    return """
      <section><h2>Đổi người lập hồ sơ</h2>\
      <form method="get" action="\(DossierPaths.rights(found.dossier.id))" class="act">\(input.summary)\
      <input type="hidden" name="\(RightsForm.kind)" value="nguoi-lap">\(FieldGroup(fields: [input.filling(field)]).html)\
      <div class="acts">\(Button("Xem ai thêm, ai mất quyền").html)</div></form></section>
      """
  }

  /// Leads to the page that says who would gain what; nothing is changed by it.
  func form(_ dossier: Dossier, _ refusal: Refusal?, _ input: FormInput) -> HTML {
    if let refusal { return "<p class=\"hint\">\(refusal.message)</p>" }
    let name = DossierField.self
    let fields = [
      Field(
        "Thêm đơn vị, cá nhân", name: name.participant, kind: .select([.init("", "Chọn")] + choices),
        hint: "Trang sau cho biết ai được thêm quyền gì trước khi gửi đề nghị.", required: true, width: .half),
      Field(
        "Vai trò", name: name.role, value: DossierParticipant.Role.contributor.rawValue,
        kind: .select(DossierParticipant.Role.allCases.map { .init($0.rawValue, $0.label) }), width: .half),
    ]
    return """
      <form method="get" action="\(DossierPaths.rights(dossier.id))" class="act">\(input.summary)\
      <input type="hidden" name="\(RightsForm.kind)" value="them">\(FieldGroup(fields: fields.map(input.filling)).html)\
      <div class="acts">\(Button("Thêm vào hồ sơ", style: .primary).html)</div></form>
      """
  }
}
