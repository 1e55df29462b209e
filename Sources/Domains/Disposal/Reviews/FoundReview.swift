import Database
import Kernel

/// A review as one actor meets it: its council with it.
struct FoundReview: Sendable {
  var review: DisposalReview
  var council: [CouncilMember]
  var actor: Actor

  static func find(
    _ id: DisposalReview.ID, by actor: Actor, in transaction: any Transaction
  ) throws -> FoundReview {
    let store = DisposalReviewStore(transaction)
    return FoundReview(
      review: try store.find(id, visibleTo: actor), council: try store.council(of: id), actor: actor)
  }

  /// The same for an act, held until the transaction ends. Refused when the actor may not, it stands otherwise, or the form
  /// is an old one.
  static func lock(
    _ id: DisposalReview.ID, _ step: DisposalReview.Step, version: Int? = nil, by actor: Actor,
    in transaction: any Transaction
  ) throws -> FoundReview {
    let store = DisposalReviewStore(transaction)
    let found = FoundReview(
      review: try store.lock(id, visibleTo: actor), council: try store.council(of: id), actor: actor)
    if let refusal = found.refusal(of: step) { throw refusal }
    if let version, version != found.review.version {
      throw Refusal(
        .conflict,
        "Đợt \(found.review.codeText) vừa được người khác sửa. Hãy mở lại để xem bản mới; chưa có gì bị ghi đè.")
    }
    return found
  }

  func refusal(of step: DisposalReview.Step) -> Refusal? {
    DisposalAccess.refusal(of: step, by: actor, in: review, council)
  }

  /// A reason as a form asks for it.
  static func requireReason(_ reason: String) throws {
    if reason.isEmpty { throw Refusal(.invalid, "Ghi lý do.", field: DisposalField.reason) }
    if reason.count > DisposalReview.reasonLengthMax {
      throw Refusal(.invalid, "Dài quá \(DisposalReview.reasonLengthMax) ký tự.", field: DisposalField.reason)
    }
  }
}
