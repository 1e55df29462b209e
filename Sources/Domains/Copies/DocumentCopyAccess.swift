import Kernel

/// Who may do what with copies. Who may see them is the access table's.
package enum DocumentCopyAccess {
  /// Copies are numbered at one place, the agency's registry.
  package static func mayNumber(_ actor: Actor) -> Bool { actor.isRegistryClerk }

  /// Why this actor may not take the step; nil when they may, whatever the state.
  package static func obstacle(to step: DocumentCopy.Step, _ copy: DocumentCopy, _ actor: Actor) -> Refusal? {
    guard actor.agency == copy.agency else { return notRegistry }
    switch step {
    case .approve, .refuse:
      guard actor.post == copy.terms.decider else {
        return Refusal(.forbidden, "Bản sao này do \(copy.deciderName) quyết định.")
      }
      return actor.onBehalfOf == nil
        ? nil
        : Refusal(.forbidden, "Đang làm thay người khác: ủy quyền sử dụng hệ thống không gồm quyền ký bản sao.")
    case .withdraw:
      return actor.post == copy.askerPost
        ? nil : Refusal(.forbidden, "Bản sao do \(copy.askerName) đề nghị; chỉ người đề nghị rút được.")
    case .number, .give, .cancel: return actor.isRegistryClerk ? nil : notRegistry
    }
  }

  static let notRegistry = Refusal(
    .forbidden, "Chỉ văn thư cơ quan cấp số, giao và hủy số bản sao. Hãy nhờ văn thư của cơ quan.")

  static let noteLengthMax = 500
}
