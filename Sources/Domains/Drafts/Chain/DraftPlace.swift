import Database
import Kernel
import Work

/// Who stands at a station before it is known by name (vai trong luồng trình): a desk of the lead unit or the agency, a
/// unit, or a person.
package enum DraftPlace: Hashable, Sendable {
  /// The head of the unit that writes it.
  case leadUnit
  /// The head of office's desk.
  case office
  /// The registry's desk.
  case registry
  case unit(UnitID)
  case post(PostID)

  /// As stored and in forms: `dv`, `vp`, `vt`, `u105`, `p1009`; nil for anything else.
  package init?(_ text: String) {
    switch text {
    case "dv": self = .leadUnit
    case "vp": self = .office
    case "vt": self = .registry
    default:
      switch HolderChoice(text) {
      case .unit(let id): self = .unit(id)
      case .post(let id): self = .post(id)
      case nil: return nil
      }
    }
  }

  package var text: String {
    switch self {
    case .leadUnit: "dv"
    case .office: "vp"
    case .registry: "vt"
    case .unit(let id): HolderChoice.unit(id).text
    case .post(let id): HolderChoice.post(id).text
    }
  }

  /// Who that is today for a draft; refuses desks at which nobody sits.
  func holder(for draft: Draft, in transaction: any Transaction) throws -> WorkHolder {
    switch self {
    case .leadUnit: try HolderChoice.unit(draft.unit).holder(in: draft.agency, transaction)
    case .unit(let id): try HolderChoice.unit(id).holder(in: draft.agency, transaction)
    case .post(let id): try HolderChoice.post(id).holder(in: draft.agency, transaction)
    case .office:
      WorkHolder(
        .agencyRole(draft.agency, .headOfOffice), name: "Chánh văn phòng", unit: nil, agency: draft.agency)
    case .registry:
      WorkHolder(.agencyRole(draft.agency, .registryClerk), name: "Văn thư cơ quan", unit: nil, agency: draft.agency)
    }
  }
}

/// The stations of a draft before the signature, as they are chosen (luồng trình).
package struct DraftWay: Sendable, Equatable {
  /// Checks the content (ST-07).
  package var content: DraftPlace
  /// Look at it one after the other.
  package var coordinating: [UnitID]
  /// Checks the form (ST-08).
  package var form: DraftPlace
  /// A leader who looks before the signature; nil for nobody.
  package var review: DraftPlace?

  /// The way of an agency that has laid down no other.
  package static let usual = DraftWay(content: .leadUnit, form: .office)

  package init(content: DraftPlace, coordinating: [UnitID] = [], form: DraftPlace, review: DraftPlace? = nil) {
    self.content = content
    self.coordinating = coordinating
    self.form = form
    self.review = review
  }

  /// Every station with who stands there, the signer last. Refuses a unit that is not there, and a way on which content
  /// and form are checked by the same post.
  func steps(for draft: Draft, in transaction: any Transaction) throws -> [DraftStep] {
    guard let signer = draft.facts.signer else { throw Refusal(.conflict, "Chưa chọn người ký dự kiến.") }
    if case .post = content, content == form {
      throw Refusal(
        .invalid, "Nội dung và thể thức phải do hai người kiểm tra; hãy chọn người khác.", field: DraftField.form)
    }
    let places: [(DraftStep.Kind, DraftPlace, String)] =
      [(.content, content, DraftField.content)]
      + coordinating.map { (.coordinate, .unit($0), DraftField.coordinating) }
      + [(.form, form, DraftField.form)] + (review.map { [(.review, $0, DraftField.review)] } ?? [])
      + [(.sign, .post(signer), DraftField.signer)]
    return try places.enumerated().map { index, place in
      do {
        return DraftStep(index + 1, place.0, try place.1.holder(for: draft, in: transaction))
      } catch let refusal as Refusal where refusal.kind == .invalid {
        throw Refusal(refusal.reasons.map { .init($0.message, field: place.2) }) ?? refusal
      }
    }
  }
}
