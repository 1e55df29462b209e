import Kernel

/// Who may do what with incoming documents. Who may see them is the access table's.
package enum IncomingDocumentAccess {
  /// All papers are taken in at one place, the agency's registry (DEN-01).
  package static func mayRegister(_ actor: Actor) -> Bool { actor.isRegistryClerk }

  static func mayCorrect(_ document: IncomingDocument, _ actor: Actor) -> Bool {
    actor.isRegistryClerk && actor.agency == document.agency && document.state == .registered
      && document.recalled == nil
  }

  static let notRegistry = Refusal(
    .forbidden,
    "Chỉ văn thư cơ quan được vào sổ văn bản đến. Văn bản gửi thẳng đến đơn vị, cá nhân phải chuyển văn thư đăng ký.")
}
