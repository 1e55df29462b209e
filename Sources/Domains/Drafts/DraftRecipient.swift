import Documents
import Kernel

/// Who a draft will be sent to (nơi nhận): an agency or unit of this installation, an outside agency,
/// or a name that is in no directory yet.
package struct DraftRecipient: Sendable, Equatable {
  /// Where it is.
  package enum Place: Sendable, Hashable {
    case agency(AgencyID)
    /// A unit of the issuing agency itself.
    case unit(UnitID)
    case outside(OutsideAgency.ID)
    /// Known by its name alone; the clerk may add it to the directory later.
    case named

    /// `a100`, `u105`, `o7`, `t`, as stored and in forms; nil for anything else.
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
      case "t" where key.isEmpty: self = .named
      default: return nil
      }
    }

    /// Where the directory has it; nil for a name alone.
    fileprivate var known: KnownPlace? {
      switch self {
      case .agency(let id): .agency(id)
      case .unit(let id): .unit(id)
      case .outside(let id): .outside(id)
      case .named: nil
      }
    }

    init(_ known: KnownPlace) {
      switch known {
      case .unit(let id): self = .unit(id)
      case .agency(let id): self = .agency(id)
      case .outside(let id): self = .outside(id)
      }
    }

    package var text: String {
      switch self {
      case .agency(let id): "a\(id)"
      case .unit(let id): "u\(id)"
      case .outside(let id): "o\(id)"
      case .named: "t"
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

extension [DraftRecipient] {
  /// Names of those that are asked, or of those that only get to know.
  package func names(informed: Bool) -> [String] { filter { $0.isInformed == informed }.map(\.name) }

  /// Each place once, however it was named: those that are asked first, then those that only get to know.
  var eachOnce: [DraftRecipient] {
    var seen: Set<PlaceKey> = []
    return (filter { !$0.isInformed } + filter(\.isInformed)).filter {
      seen.insert(PlaceKey($0.place.known, $0.name)).inserted
    }
  }
}
