import Kernel

/// Who may do what with the plan of their agency. Everybody in the agency sees it.
package enum FilePlanAccess {
  /// Keeps the plan: arranges it, changes every line, proposes it.
  package static func isKeeper(_ actor: Actor) -> Bool {
    !actor.roles.isDisjoint(with: [.archivist, .registryClerk, .headOfOffice])
  }

  /// Proposes dossiers of the own unit.
  package static func isProposer(_ actor: Actor) -> Bool {
    !actor.roles.isDisjoint(with: [.unitHead, .unitClerk, .officer])
  }

  package static func may(_ step: FilePlan.Step, _ actor: Actor) -> Bool {
    switch step {
    case .addEntry, .changeEntry: isKeeper(actor) || isProposer(actor)
    case .addHeading, .arrange, .propose, .takeBack: isKeeper(actor)
    case .approve, .giveBack: actor.isLeader
    case .issue: actor.isRegistryClerk
    }
  }

  /// Whether an actor may write a line whose dossier this unit is to form.
  package static func mayWrite(for unit: UnitID, _ actor: Actor) -> Bool {
    isKeeper(actor) || (isProposer(actor) && unit == actor.unit)
  }

  /// The refusal of a step that the actor's roles do not allow; nil when they do.
  package static func refusal(of step: FilePlan.Step, _ actor: Actor) -> Refusal? {
    guard !may(step, actor) else { return nil }
    switch step {
    case .addEntry, .changeEntry:
      return Refusal(
        .forbidden, "Chỉ lưu trữ, văn thư, chánh văn phòng và người của đơn vị lập hồ sơ được ghi vào danh mục.")
    case .addHeading, .arrange, .propose, .takeBack: return notKeeper
    case .approve, .giveBack:
      return Refusal(.forbidden, "Chỉ lãnh đạo cơ quan được duyệt hoặc trả lại danh mục hồ sơ.")
    case .issue: return Refusal(.forbidden, "Chỉ văn thư cơ quan được ghi quyết định ban hành danh mục hồ sơ.")
    }
  }

  static let notKeeper = Refusal(
    .forbidden, "Chỉ lưu trữ, văn thư và chánh văn phòng được sắp xếp và trình danh mục hồ sơ.")

  static let notOwnUnit = Refusal(
    .forbidden, "Đơn vị chỉ ghi hồ sơ do đơn vị mình lập. Hồ sơ của đơn vị khác do đơn vị đó hoặc lưu trữ ghi.")

  static let reasonLengthMax = 500
  static let decisionLengthMax = 100

  /// Years for which a plan may be made: next year's, and those before that still have dossiers open.
  package static func mayMake(year: Int, today: Day) -> Bool { (2000...today.year + 1).contains(year) }
}
