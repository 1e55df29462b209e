import Database
import Kernel
import Organization
import VietnameseText

/// The body as it stands within a transaction, looked up by the names that lists use.
struct StandingBody {
  let actor: Actor
  let store: OrganizationStore
  let today: Day
  private var agencies: [Agency]?
  private var units: [AgencyID: [OrganizationalUnit]] = [:]

  init(actor: Actor, in transaction: any Transaction) {
    self.actor = actor
    store = OrganizationStore(transaction)
    today = transaction.now.day
  }

  /// What was read before may have changed.
  mutating func forget() {
    agencies = nil
    units = [:]
  }

  mutating func openAgencies() throws -> [Agency] {
    if let agencies { return agencies }
    let found = try store.allAgencies().filter { $0.isOpen(on: today) }
    agencies = found
    return found
  }

  mutating func units(of agency: AgencyID) throws -> [OrganizationalUnit] {
    if let known = units[agency] { return known }
    let found = try store.units(of: agency)
    units[agency] = found
    return found
  }

  /// Without a name the actor's own.
  mutating func agency(_ name: String, at field: OrganizationField) throws -> Agency {
    let all = try openAgencies()
    if name.isEmpty, let own = all.first(where: { $0.id == actor.agency }) { return own }
    let found = all.filter { agency in
      [agency.organIdentifier ?? "", agency.abbreviation, agency.name].contains(name)
    }
    guard found.count == 1 else {
      let why =
        found.isEmpty
        ? "Không có cơ quan «\(name)» trong hệ thống, cũng không có ở dòng nào nhập được của tệp."
        : "Có nhiều cơ quan «\(name)»."
      throw Refusal(.invalid, "\(why) Ghi mã định danh, chữ viết tắt hoặc tên đầy đủ.", field: field.rawValue)
    }
    return found[0]
  }

  mutating func unit(_ name: String, of owner: Agency, at field: OrganizationField) throws -> OrganizationalUnit {
    let found = try units(of: owner.id).filter { [$0.abbreviation, $0.name].contains(name) }
    guard found.count == 1 else {
      let why =
        found.isEmpty
        ? "Không có đơn vị «\(name)» trong «\(owner.name)», cũng không có ở dòng nào nhập được của tệp."
        : "Có nhiều đơn vị «\(name)» trong «\(owner.name)»; ghi chữ viết tắt."
      throw Refusal(.invalid, why, field: field.rawValue)
    }
    return found[0]
  }

  /// Posts that a person holds, or will hold.
  func posts(of person: PersonID) throws -> [Post] {
    try store.posts(of: person, withEnded: true).filter { post in post.endedOn.map { $0 > today } ?? true }
  }

  /// The tier of a name; one that is not there yet is added.
  func tier(_ name: String, in transaction: any Transaction) throws -> AgencyTierID {
    let tiers = try store.tiers()
    if let known = tiers.first(where: { Folding.folded($0.name) == Folding.folded(name) }) { return known.id }
    return try AddAgencyTier(name: name, sortOrder: (tiers.map(\.sortOrder).max() ?? 0) + 1).perform(
      by: actor, in: transaction)
  }
}
