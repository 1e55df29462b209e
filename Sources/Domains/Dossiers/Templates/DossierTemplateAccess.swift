import Kernel

/// Who keeps templates of dossiers. Everybody in the agency sees them.
package enum DossierTemplateAccess {
  /// Those of the whole agency: whoever answers for its filing, and whoever looks after its archive.
  package static func isKeeper(_ actor: Actor) -> Bool { !actor.roles.isDisjoint(with: [.headOfOffice, .archivist]) }

  /// Whether somebody may keep at least one.
  package static func mayKeepAny(_ actor: Actor) -> Bool { isKeeper(actor) || actor.roles.contains(.unitHead) }

  /// Why somebody may not keep a template of this owner; nil when they may.
  package static func refusal(_ actor: Actor, agency: AgencyID, unit: UnitID?) -> Refusal? {
    guard agency == actor.agency else { return missing }
    if isKeeper(actor) { return nil }
    guard let unit else {
      return Refusal(.forbidden, "Chỉ chánh văn phòng và lưu trữ cơ quan lập, sửa mẫu hồ sơ dùng chung.")
    }
    return actor.roles.contains(.unitHead) && actor.unit == unit
      ? nil : Refusal(.forbidden, "Chỉ lãnh đạo đơn vị, chánh văn phòng và lưu trữ cơ quan lập, sửa mẫu của đơn vị.")
  }

  static let missing = Refusal(.notFound, "Không tìm thấy mẫu hồ sơ này.")
}
