import Audit
import Database
import Kernel
import Work

/// The end of the way: what was handled, or needs no handling, is filed (lưu hồ sơ) under the dossier's notation, the last
/// line of the arrival stamp.
package struct FileIncomingDocument: Sendable {
  static let codeLengthMax = 100

  package var document: IncomingDocument.ID
  /// Số và ký hiệu hồ sơ; empty when it is kept in the registry's own order.
  package var dossierCode: String

  package init(_ document: IncomingDocument.ID, dossierCode: String) {
    self.document = document
    self.dossierCode = dossierCode
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let act = try HandlingAct(document, by: actor, in: transaction)
    if let refusal = Self.obstacle(act.document, act.items, for: actor) { throw refusal }
    if let refusal = Refusal(Self.codeReasons(dossierCode)) { throw refusal }
    try HandlingStore(transaction).file(document, dossierCode: dossierCode)
    try act.end(.incomingFiled(dossierCode))
  }

  static func codeReasons(_ code: String) -> [Refusal.Reason] {
    guard code.count > codeLengthMax else { return [] }
    return [.init("Số, ký hiệu hồ sơ dài quá \(codeLengthMax) ký tự.", field: HandlingField.dossier)]
  }

  /// Why this person cannot file it now; nil when they can: the registry, the head of office, and who led the work.
  static func obstacle(_ document: IncomingDocument, _ items: [WorkItem], for actor: Actor) -> Refusal? {
    let led = items.contains { $0.role == .lead && $0.state == .done && $0.isHeld(by: actor) }
    guard actor.agency == document.agency, actor.isRegistryClerk || actor.isHeadOfOffice || led else {
      return Refusal(.forbidden, "Chỉ văn thư, chánh văn phòng hoặc nơi đã chủ trì lưu hồ sơ văn bản này.")
    }
    switch document.progress {
    case .completed, .registered: return nil
    case .filed: return Refusal(.conflict, "Văn bản đã lưu hồ sơ.")
    default:
      let open = items.filter { $0.isOpen && $0.role != .inform }.map(\.holderName)
      return Refusal(.conflict, "Văn bản chưa giải quyết xong: \(open.joined(separator: "; ")) đang giữ.")
    }
  }
}
