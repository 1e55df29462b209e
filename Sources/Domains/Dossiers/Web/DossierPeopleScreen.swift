import Access
import Database
import Kernel
import Markup
import Organization
import Work

/// Gathers who takes part in a dossier, and who might.
struct DossierPeopleScreen: Sendable {
  var choices: [Field.Choice]
  var why: [String]

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
      why: try Access.reasons(for: .dossier(found.dossier.id), actor: actor, in: transaction))
  }

  func part(_ found: FoundDossier, input: FormInput, seal: FormSeal) -> DossierPeoplePart {
    let dossier = found.dossier
    let refusal = found.refusal(of: .share)
    let maker = DossierPeoplePart.Row(
      name: dossier.makerName, role: "Người lập hồ sơ", since: dossier.openedAt.day.text, end: .empty)
    let others = found.participants.map { one in
      DossierPeoplePart.Row(
        name: one.name, role: one.role.label, since: one.addedAt.day.text,
        end: refusal == nil
          ? ActForm(
            action: DossierPaths.unsharing(dossier.id, one.holder), seal: seal,
            button: Button("Thôi tham gia", style: .quiet)
          ).html : .empty)
    }
    return DossierPeoplePart(rows: [maker] + others, form: form(dossier, refusal, input, seal), why: why)
  }

  private func form(_ dossier: Dossier, _ refusal: Refusal?, _ input: FormInput, _ seal: FormSeal) -> HTML {
    if let refusal { return "<p class=\"hint\">\(refusal.message)</p>" }
    let name = DossierField.self
    let fields = [
      Field(
        "Thêm đơn vị, cá nhân", name: name.participant, kind: .select([.init("", "Chọn")] + choices),
        hint: "Người được thêm thấy mọi văn bản trong hồ sơ.", required: true, width: .half),
      Field(
        "Vai trò", name: name.role, value: DossierParticipant.Role.contributor.rawValue,
        kind: .select(DossierParticipant.Role.allCases.map { .init($0.rawValue, $0.label) }), width: .half),
    ]
    return ActForm(
      action: DossierPaths.act(dossier.id, .share), seal: seal,
      content: """
        \(input.summary)\(FieldGroup(fields: fields.map(input.filling)).html)\
        <div class="acts">\(Button("Thêm vào hồ sơ", style: .primary).html)</div>
        """
    ).html
  }
}
