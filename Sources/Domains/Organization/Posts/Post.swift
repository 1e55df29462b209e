import Kernel

/// A post (chức danh): a person in a unit with a title. People act through their posts.
package struct Post: Sendable, Equatable, Identifiable {
  package let id: PostID
  package var person: PersonID
  package var personName: String
  package var unit: UnitID
  package var unitName: String
  package var agency: AgencyID
  package var agencyName: String
  /// «Vụ trưởng», «Chuyên viên».
  package var title: String
  package var roles: Set<Role>
  package var sortOrder: Int
  package var startedOn: Day
  /// First day on which it is no longer held.
  package var endedOn: Day?
  package var version: Int

  package func isHeld(on day: Day) -> Bool { startedOn <= day && (endedOn.map { day < $0 } ?? true) }

  /// «Vụ trưởng, Vụ Khoáng sản».
  package var label: String { "\(title), \(unitName)" }
}

extension Role {
  /// Roles in the order in which they are shown.
  package static func sorted(_ roles: Set<Role>) -> [Role] { allCases.filter(roles.contains) }
}
