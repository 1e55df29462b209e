import Documents
import Kernel

/// Who a draft will be sent to (nơi nhận): an agency or unit of this installation, or an outside agency.
package struct DraftRecipient: Sendable, Equatable {
  /// Where it is.
  package enum Place: Sendable, Hashable {
    case agency(AgencyID)
    /// A unit of the issuing agency itself.
    case unit(UnitID)
    case outside(OutsideAgency.ID)

    /// `a100`, `u105`, `o7`, as stored and in forms; nil for anything else.
    package init?(_ text: String) {
      let key = String(text.dropFirst())
      switch text.first {
      case "a":
        guard let id = AgencyID(key) else { return nil }
        self = .agency(id)
      case "u":
        guard let id = UnitID(key) else { return nil }
        self = .unit(id)
      case "o":
        guard let id = OutsideAgency.ID(key) else { return nil }
        self = .outside(id)
      default: return nil
      }
    }

    package var text: String {
      switch self {
      case .agency(let id): "a\(id)"
      case .unit(let id): "u\(id)"
      case .outside(let id): "o\(id)"
      }
    }
  }

  package var place: Place
  /// As it was called when chosen.
  package var name: String
  /// Only to know («để biết»): no answer is asked.
  package var isInformed: Bool

  package init(_ place: Place, name: String, isInformed: Bool = false) {
    self.place = place
    self.name = name
    self.isInformed = isInformed
  }
}
