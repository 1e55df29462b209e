import Kernel
import Organization

/// Who may do what with drafts, apart from who holds which work.
package enum DraftAccess {
  static let noteLengthMax = 2000
  static let reasonLengthMax = 500

  /// Everybody writes; a head has drafts written in their unit, leaders and the head of office anywhere in the agency.
  package static func mayOrder(_ actor: Actor, from post: Post) -> Bool {
    guard post.agency == actor.agency else { return false }
    if post.id == actor.post || actor.isLeader || actor.isHeadOfOffice { return true }
    return post.unit == actor.unit && actor.roles.contains(.unitHead)
  }

  /// Whom this actor may order to write: everybody of the agency, of the unit, or only themselves.
  static func mayOrderOthers(_ actor: Actor) -> Bool {
    actor.isLeader || actor.isHeadOfOffice || actor.roles.contains(.unitHead)
  }

  /// The table of who may sign, and the usual ways, are kept by the head of office and the administrator.
  package static func mayKeepRules(_ actor: Actor) -> Bool { actor.isHeadOfOffice || actor.isAdministrator }

  static let notAllowed = Refusal(
    .forbidden,
    "Chỉ giao được việc soạn thảo cho người trong đơn vị mình; lãnh đạo và chánh văn phòng giao trong cơ quan."
  )
  static let notKeeper = Refusal(.forbidden, "Chỉ chánh văn phòng và quản trị hệ thống đặt thẩm quyền ký, luồng trình.")

  /// Checks of a reason that must be given.
  static func reasons(_ text: String, _ what: String) -> [Refusal.Reason] {
    if text.isEmpty { return [.init("Hãy ghi lý do \(what).", field: DraftField.reason)] }
    if text.count > reasonLengthMax {
      return [.init("Lý do dài quá \(reasonLengthMax) ký tự.", field: DraftField.reason)]
    }
    return []
  }

  static func noteReasons(_ text: String) -> [Refusal.Reason] {
    text.count > noteLengthMax ? [.init("Ý kiến dài quá \(noteLengthMax) ký tự.", field: DraftField.note)] : []
  }
}
