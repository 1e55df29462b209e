import Kernel
import WebApp
import Work

/// What is wanted, as it stands in an address or a form.
enum RightsForm {
  static let kind = "viec"
  /// Which table was looked at.
  static let table = "bang"

  private static let names: [(WantedRights.Kind, String)] = [
    (.add, "them"), (.role, "vai-tro"), (.end, "thoi"), (.keepBack, "giu-rieng"), (.show, "cho-xem"),
    (.maker, "nguoi-lap"),
  ]

  static func fields(_ wanted: WantedRights) -> [(name: String, value: String)] {
    let name = names.first { $0.0 == wanted.kind }?.1 ?? ""
    let holder = wanted.holder.flatMap { HolderChoice($0)?.text }
    return [(kind, name)]
      + [
        holder.map { (DossierField.participant, $0) }, wanted.role.map { (DossierField.role, $0.rawValue) },
        wanted.item.map { (DossierField.item, "\($0)") },
      ].compactMap(\.self)
  }

  /// Nothing chosen yet is adding somebody: the form that is shown then says what is missing.
  static func wanted(_ form: Form) -> WantedRights {
    let chosen = names.first { $0.1 == form[Self.kind] }?.0 ?? .add
    var wanted = WantedRights(kind: chosen)
    switch chosen {
    case .keepBack, .show: wanted.item = DossierItem.ID(form[DossierField.item]) ?? DossierItem.ID(0)
    case .end, .maker: wanted.holder = HolderChoice(form[DossierField.participant])?.principal
    case .add, .role:
      wanted.holder = HolderChoice(form[DossierField.participant])?.principal
      wanted.role = DossierParticipant.Role(rawValue: form[DossierField.role]) ?? .reader
    }
    return wanted
  }
}
