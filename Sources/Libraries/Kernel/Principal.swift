/// To whom a record is shown: an agency's desk, a unit or a post. Never a child agency, never a person.
///
/// The token is what the access table and the search index keep; it is short because every record repeats it.
package struct Principal: Hashable, Sendable, Comparable {
  /// Roles that look after something of a whole agency.
  package enum AgencyRole: String, Sendable, CaseIterable {
    case registryClerk, leader, headOfOffice, archivist

    /// Those who see every document of the agency. The archive sees dossiers, and documents once they are handed to it.
    package static let registry: [AgencyRole] = [.registryClerk, .leader, .headOfOffice]

    fileprivate var letter: String {
      switch self {
      case .registryClerk: "c"
      case .leader: "l"
      case .headOfOffice: "h"
      case .archivist: "a"
      }
    }

    fileprivate var role: Role {
      switch self {
      case .registryClerk: .registryClerk
      case .leader: .leader
      case .headOfOffice: .headOfOffice
      case .archivist: .archivist
      }
    }
  }

  /// Lower-case ASCII letters and digits: a letter for the kind, then the key in base 36.
  package let token: String

  private init(_ kind: String, _ key: Int64) { token = kind + String(key, radix: 36) }

  /// A token read back from storage.
  package init(token: String) { self.token = token }

  /// The agency's registry clerk, leaders and head of office together: who sees every document of the agency.
  package static func agency(_ agency: AgencyID) -> Principal { Principal("g", agency.number) }

  /// Only one of those roles.
  package static func agencyRole(_ agency: AgencyID, _ role: AgencyRole) -> Principal {
    Principal(role.letter, agency.number)
  }

  /// The head and the clerk of a unit (not its officers).
  package static func unit(_ unit: UnitID) -> Principal { Principal("u", unit.number) }

  package static func post(_ post: PostID) -> Principal { Principal("p", post.number) }

  /// One post, not a desk.
  package var isPost: Bool { token.hasPrefix("p") }

  /// Which; nil for a desk.
  package var post: PostID? { isPost ? Int64(token.dropFirst(), radix: 36).map { PostID($0) } : nil }

  /// Whose head and clerk; nil for anything else.
  package var unit: UnitID? { token.hasPrefix("u") ? Int64(token.dropFirst(), radix: 36).map { UnitID($0) } : nil }

  package static func < (one: Self, other: Self) -> Bool { one.token < other.token }
}

extension Principal {
  /// All that whoever holds such a post is, as far as seeing records goes: never empty, the widest first.
  package static func held(_ roles: Set<Role>, agency: AgencyID, unit: UnitID, post: PostID) -> [Principal] {
    let held = AgencyRole.allCases.filter { roles.contains($0.role) }
    let isRegistry = !Set(held).isDisjoint(with: AgencyRole.registry)
    var principals: [Principal] = isRegistry ? [.agency(agency)] : []
    principals += held.map { .agencyRole(agency, $0) }
    if roles.contains(.unitHead) || roles.contains(.unitClerk) { principals.append(.unit(unit)) }
    return principals + [.post(post)]
  }
}

extension Actor {
  /// All that this actor is, as far as seeing records goes.
  package var principals: [Principal] { Principal.held(roles, agency: agency, unit: unit, post: post) }
}
