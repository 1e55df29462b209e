import Audit
import Database
import Kernel

/// What is typed of a post besides its person, unit and roles.
package struct PostDetails: Sendable, Equatable {
  package var title: String
  package var sortOrder: Int

  package init(title: String, sortOrder: Int = 100) {
    self.title = title
    self.sortOrder = sortOrder
  }

  var reasons: [Refusal.Reason] { Typed.reasons(name: title, field: "chuc-danh", what: "tên chức danh") }
}

/// Gives a person a post in a unit, with its roles, from a day on.
package struct OpenPost: Sendable {
  package var person: PersonID
  package var unit: UnitID?
  package var details: PostDetails
  package var roles: Set<Role>
  package var startedOn: Day

  package init(person: PersonID, unit: UnitID?, details: PostDetails, roles: Set<Role>, startedOn: Day) {
    self.person = person
    self.unit = unit
    self.details = details
    self.roles = roles
    self.startedOn = startedOn
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> PostID {
    let store = OrganizationStore(transaction)
    let holder = try store.lock(person)
    var reasons = details.reasons + PostRoles.reasons(roles)
    guard let unit else {
      throw Refusal(reasons + [Refusal.Reason("Hãy chọn đơn vị.", field: "don-vi")])
        ?? Refusal(.invalid, "Hãy chọn đơn vị.")
    }
    let place = try store.lock(unit, toAdministerBy: actor)
    if !place.isOpen(on: startedOn) {
      reasons.append(Refusal.Reason("Đơn vị này đã thôi hoạt động.", field: "don-vi"))
    }
    if let refusal = Refusal(reasons) { throw refusal }
    let id: PostID = try transaction.nextID(of: "posts")
    try store.insert(id, person: person, unit: unit, details: details, roles: roles, startedOn: startedOn)
    try Audit.record(
      .postOpened("\(details.title), \(place.name)", person: holder.fullName, from: startedOn), on: .post(id),
      by: actor,
      changes: [AuditChange(label: "Quyền", before: nil, after: PostRoles.text(roles))], in: transaction)
    return id
  }
}

/// Rules of the roles of one post.
enum PostRoles {
  static func reasons(_ roles: Set<Role>) -> [Refusal.Reason] {
    roles.isEmpty ? [Refusal.Reason("Hãy chọn ít nhất một quyền.", field: "quyen")] : []
  }

  static func text(_ roles: Set<Role>) -> String { Role.sorted(roles).map(\.label).joined(separator: ", ") }
}
