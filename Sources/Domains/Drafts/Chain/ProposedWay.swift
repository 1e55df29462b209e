import Database
import Kernel
import Work

extension DraftWay {
  /// As the form that submits a draft is filled: the way it went last, else the usual one of its type.
  static func proposed(for draft: Draft, in transaction: any Transaction) throws -> DraftWay {
    let usual = try UsualWayStore(transaction).way(for: draft.facts.typeKey, in: draft.agency)
    let steps = try DraftWayStore(transaction).steps(of: draft)
    guard draft.round > 0, !steps.isEmpty else { return usual }
    func place(_ kind: DraftStep.Kind) -> DraftPlace? {
      steps.first { $0.kind == kind }.flatMap { DraftPlace($0.holder, of: draft) }
    }
    return DraftWay(
      content: place(.content) ?? usual.content,
      coordinating: steps.filter { $0.kind == .coordinate }.compactMap(\.holder.unit),
      form: place(.form) ?? usual.form, review: place(.review))
  }
}

extension DraftPlace {
  /// Where somebody stands who is known by name already.
  init?(_ holder: WorkHolder, of draft: Draft) {
    let principal = holder.principal
    if principal == .agencyRole(draft.agency, .headOfOffice) {
      self = .office
    } else if principal == .agencyRole(draft.agency, .registryClerk) {
      self = .registry
    } else if principal == .unit(draft.unit) {
      self = .leadUnit
    } else if let unit = holder.unit, principal == .unit(unit) {
      self = .unit(unit)
    } else if let post = principal.post {
      self = .post(post)
    } else {
      return nil
    }
  }
}
