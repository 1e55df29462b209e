import Database
import Identity
import Kernel

extension HandlingAccess {
  /// Why a stand-in does nothing with this document: other types were lent. Nil when they may.
  static func notLent(_ document: IncomingDocument, _ actor: Actor, in transaction: any Transaction) throws -> Refusal?
  {
    guard let types = try DelegationStore(transaction).documentTypes(lentTo: actor),
      !types.contains(document.facts.typeKey)
    else { return nil }
    return Refusal(
      .forbidden,
      "\(actor.onBehalfOf ?? "Người vắng") không ủy quyền xử lý loại văn bản này. Việc chờ người vắng, hoặc xin mở rộng ủy quyền."
    )
  }
}
