import Kernel

/// A book shows every document of its agency, so only those read it who may see all of them.
package enum RegistersAccess {
  package static func mayRead(_ book: RegisterBook, _ actor: Actor) -> Bool {
    actor.agency == book.agency && mayReadBooks(actor)
  }

  package static func mayReadBooks(_ actor: Actor) -> Bool {
    actor.isRegistryClerk || actor.isLeader || actor.isHeadOfOffice
  }

  /// Opening, closing and cancelling are the registry clerk's.
  package static func mayKeep(_ actor: Actor) -> Bool { actor.isRegistryClerk }

  static let notKeeper = Refusal(
    .forbidden, "Chỉ văn thư cơ quan được mở sổ, khóa sổ và hủy số. Hãy nhờ văn thư của cơ quan.")

  static let notFound = Refusal(.notFound, "Không tìm thấy sổ này.")
}
