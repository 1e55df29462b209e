import Kernel

/// Who may change the lists that all agencies of the installation share.
package enum DocumentsAccess {
  /// Kinds of documents and outside agencies are added where they are met: at the registry.
  package static func mayEditLists(_ actor: Actor) -> Bool {
    actor.isRegistryClerk || actor.roles.contains(.unitClerk) || actor.isHeadOfOffice || actor.isAdministrator
  }

  static let notAllowed = Refusal(
    .forbidden, "Chỉ văn thư, chánh văn phòng và quản trị được sửa danh mục dùng chung. Hãy nhờ văn thư cơ quan.")
}
