import Documents
import Kernel

/// Who may do what with outgoing documents. Who may see them is the access table's.
package enum OutgoingDocumentAccess {
  /// Numbers are given at one place, the agency's registry (DI-01).
  package static func mayNumber(_ actor: Actor) -> Bool { actor.isRegistryClerk }

  /// Every step of a document is the registry's of the agency that issues it.
  package static func may(_ step: OutgoingDocument.Step, _ document: OutgoingDocument, _ actor: Actor) -> Bool {
    guard actor.agency == document.agency else { return false }
    if step == .withhold { return QuarantineAccess.mayReport(document.agency, actor) }
    return step == .recall || step == .urge
      ? actor.isRegistryClerk || actor.isLeader || actor.isHeadOfOffice : actor.isRegistryClerk
  }

  package static let notRegistry = Refusal(
    .forbidden, "Chỉ văn thư cơ quan được cấp số và phát hành văn bản đi. Hãy chuyển văn bản đã ký cho văn thư.")

  static let notRecaller = Refusal(
    .forbidden, "Chỉ lãnh đạo, chánh văn phòng hoặc văn thư của cơ quan ban hành được thu hồi văn bản.")
}
