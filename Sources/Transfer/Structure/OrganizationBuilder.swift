import Database
import Kernel
import Organization
import VietnameseText

/// Adds what a row describes through the acts of the structure's screens, unless it is there already.
struct OrganizationBuilder {
  private let actor: Actor
  private let transaction: any Transaction
  private let store: OrganizationStore
  private var agencies: [Agency]

  init(actor: Actor, in transaction: any Transaction) throws {
    self.actor = actor
    self.transaction = transaction
    store = OrganizationStore(transaction)
    agencies = try store.allAgencies()
  }

  mutating func add(
    _ row: TableRow, as kind: OrganizationLineKind, _ outcome: inout ImportOrganization.Outcome
  ) throws {
    let line = OrganizationLine(row)
    let isNew =
      switch kind {
      case .agency: try addAgency(line)
      case .unit: try addUnit(line)
      case .person: try addPerson(line)
      case .post: try addPost(line)
      }
    if isNew { outcome.added[kind, default: 0] += 1 } else { outcome.unchanged += 1 }
  }

  private mutating func addAgency(_ line: OrganizationLine) throws -> Bool {
    if !line[.organId].isEmpty || !line[.abbreviation].isEmpty {
      let known = agencies.contains { agency in
        line[.organId].isEmpty
          ? agency.abbreviation == line[.abbreviation] : agency.organIdentifier == line[.organId]
      }
      if known { return false }
    }
    let parent = line[.parent].isEmpty ? actor.agency : try agency(line[.parent], at: .parent).id
    let tier = try tier(line[.tier])
    _ = try AddAgency(
      parent: parent,
      name: DatedName(name: line[.name], shortName: line[.shortName], validFrom: line.day(or: today)),
      details: AgencyDetails(
        tier: tier, abbreviation: line[.abbreviation], placeName: line[.place], sortOrder: line.order),
      identifiers: TypedIdentifiers(organIdentifier: line[.organId], legacyOrganCode: line[.legacyOrganId])
    ).perform(by: actor, in: transaction)
    agencies = try store.allAgencies()
    return true
  }

  private func addUnit(_ line: OrganizationLine) throws -> Bool {
    let owner = try agency(line[.agency], at: .agency)
    let units = try store.units(of: owner.id)
    if !line[.abbreviation].isEmpty, units.contains(where: { $0.abbreviation == line[.abbreviation] }) { return false }
    let parent = line[.parent].isEmpty ? nil : try unit(line[.parent], of: owner, at: .parent).id
    let kind = UnitKind.allCases.first {
      [$0.rawValue, $0.label].map(Folding.folded).contains(Folding.folded(line[.unitKind]))
    }
    if kind == nil, !line[.unitKind].isEmpty {
      let all = UnitKind.allCases.map(\.label).joined(separator: ", ")
      throw Refusal(.invalid, "Loại đơn vị chỉ nhận: \(all).", field: OrganizationField.unitKind.rawValue)
    }
    _ = try AddUnit(
      agency: owner.id,
      name: DatedName(name: line[.name], shortName: line[.shortName], validFrom: line.day(or: today)),
      details: UnitDetails(
        parent: parent, kind: kind ?? .other, abbreviation: line[.abbreviation], sortOrder: line.order)
    ).perform(by: actor, in: transaction)
    return true
  }

  private func addPerson(_ line: OrganizationLine) throws -> Bool {
    if try person(line) != nil { return false }
    let owner = try agency(line[.agency], at: .agency)
    _ = try AddPerson(agency: owner.id, fullName: line[.fullName], staffCode: line[.staffCode]).perform(
      by: actor, in: transaction)
    return true
  }

  private func addPost(_ line: OrganizationLine) throws -> Bool {
    guard let person = try person(line) else {
      throw Refusal(
        .invalid, "Không có người «\(line[.fullName])».", field: OrganizationField.fullName.rawValue)
    }
    let place = try unit(line[.unit], of: try agency(line[.agency], at: .agency), at: .unit)
    let held = try store.posts(of: person)
    if held.contains(where: { $0.unit == place.id && $0.title == line[.title] }) { return false }
    _ = try OpenPost(
      person: person, unit: place.id, details: PostDetails(title: line[.title], sortOrder: line.order),
      roles: try roles(line[.roles]), startedOn: line.day(or: today)
    ).perform(by: actor, in: transaction)
    return true
  }

  // MARK: finding

  private var today: Day { transaction.now.day }

  private func agency(_ name: String, at field: OrganizationField) throws -> Agency {
    if name.isEmpty, let own = agencies.first(where: { $0.id == actor.agency }) { return own }
    let found = agencies.filter { agency in
      [agency.organIdentifier ?? "", agency.abbreviation, agency.name].contains(name)
    }
    guard found.count == 1 else {
      let why = found.isEmpty ? "Không có cơ quan" : "Có nhiều cơ quan"
      throw Refusal(
        .invalid, "\(why) «\(name)». Ghi mã định danh, chữ viết tắt hoặc tên đầy đủ.", field: field.rawValue)
    }
    return found[0]
  }

  private func unit(_ name: String, of owner: Agency, at field: OrganizationField) throws -> OrganizationalUnit {
    let found = try store.units(of: owner.id).filter { [$0.abbreviation, $0.name].contains(name) }
    guard found.count == 1 else {
      throw Refusal(
        .invalid, "Không tìm được đúng một đơn vị «\(name)» trong «\(owner.name)».", field: field.rawValue)
    }
    return found[0]
  }

  private func person(_ line: OrganizationLine) throws -> PersonID? {
    if !line[.staffCode].isEmpty { return try OrganizationRowStore(transaction).person(staffCode: line[.staffCode]) }
    guard !line[.fullName].isEmpty else { return nil }
    let owner = try agency(line[.agency], at: .agency)
    let found = try store.people(matching: line[.fullName], in: [owner.id], limit: 50).map(\.person).filter {
      $0.fullName == line[.fullName]
    }
    guard found.count < 2 else {
      throw Refusal(
        .invalid, "Có nhiều người tên «\(line[.fullName])» trong «\(owner.name)»; ghi mã cán bộ để phân biệt.",
        field: OrganizationField.staffCode.rawValue)
    }
    return found.first?.id
  }

  private func tier(_ name: String) throws -> AgencyTierID? {
    guard !name.isEmpty else { return nil }
    let tiers = try store.tiers()
    if let known = tiers.first(where: { Folding.folded($0.name) == Folding.folded(name) }) { return known.id }
    return try AddAgencyTier(name: name, sortOrder: (tiers.map(\.sortOrder).max() ?? 0) + 1).perform(
      by: actor, in: transaction)
  }

  private func roles(_ text: String) throws -> Set<Role> {
    let words = text.split(whereSeparator: { ";,|".contains($0) }).map { String($0).normalizedLine }
    return Set(
      try words.filter { !$0.isEmpty }.map { word in
        guard
          let role = Role.allCases.first(where: {
            [$0.rawValue, $0.label].map(Folding.folded).contains(Folding.folded(word))
          })
        else {
          let all = Role.allCases.map(\.label).joined(separator: ", ")
          throw Refusal(
            .invalid, "Không có quyền «\(word)». Các quyền: \(all).", field: OrganizationField.roles.rawValue)
        }
        return role
      })
  }
}
