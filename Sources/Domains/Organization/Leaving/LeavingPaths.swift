import Kernel
import Markup

/// Addresses of the page that hands everything over; served by a module above.
package enum LeavingPaths {
  /// One's own.
  package static let mine = FramePaths.handover
  /// Of somebody else, for the head of their unit and their administrator.
  package static func of(_ person: PersonID) -> String { "\(mine)/cua/\(person)" }
}
