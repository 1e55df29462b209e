import Audit
import Database
import Kernel
import Organization

/// Makes the body agree with rows of a list, through the acts of the structure's screens. A cell that is empty changes
/// nothing.
struct OrganizationBuilder {
  let transaction: any Transaction
  /// What is there stays as it is.
  let keepsKnown: Bool
  /// Likely twins are entered too.
  let entersTwins: Bool
  var body: StandingBody

  var actor: Actor { body.actor }
  var store: OrganizationStore { body.store }

  init(_ settings: ImportSettings, by actor: Actor, in transaction: any Transaction) {
    self.transaction = transaction
    keepsKnown = settings.keepsKnown == true
    entersTwins = settings.duplicateReason != nil
    body = StandingBody(actor: actor, in: transaction)
  }

  /// Enters a row, or refuses it whole. `marked` is what an earlier run made of the same row.
  mutating func enter(
    _ line: OrganizationLine, as kind: OrganizationLineKind, marked: Int64?
  ) throws -> OrganizationEntry {
    do {
      return try OrganizationRowStore(transaction).attempt {
        switch kind {
        case .agency: try enterAgency(line)
        case .unit: try enterUnit(line)
        case .person, .post: try enterPerson(line, marked: marked.map { PersonID($0) })
        }
      }
    } catch {
      body.forget()
      throw error
    }
  }

  /// From the day of the row on, but never before the newest name: an older one would not show.
  func day(of line: OrganizationLine, notBefore newest: Day) throws -> Day {
    max(try line.day() ?? body.today, newest)
  }

  /// A name that differs from the newest one; nil when the list has none or the same.
  func newName(_ line: OrganizationLine, after names: [DatedName]) throws -> DatedName? {
    guard let typed = line.filled(.name), let newest = names.first else { return nil }
    let short = line.filled(.shortName) ?? (typed == newest.name ? newest.shortName : "")
    guard typed != newest.name || short != newest.shortName else { return nil }
    return DatedName(name: typed, shortName: short, validFrom: try day(of: line, notBefore: newest.validFrom))
  }
}

// MARK: agencies

extension OrganizationBuilder {
  mutating func enterAgency(_ line: OrganizationLine) throws -> OrganizationEntry {
    if let known = try knownAgency(line) { return try change(known, line) }
    let twin = try body.openAgencies().first { !line[.name].isEmpty && $0.name == line[.name] }.map {
      "Giống cơ quan đã có: «\($0.name)», viết tắt \($0.abbreviation). Cùng một cơ quan thì ghi đúng viết tắt"
        + " hoặc mã định danh của nó."
    }
    if let twin, !entersTwins { return .heldBack(twin) }
    let parent = try body.agency(line[.parent], at: .parent).id
    let id = try AddAgency(
      parent: parent,
      name: DatedName(name: line[.name], shortName: line[.shortName], validFrom: line.day() ?? body.today),
      details: AgencyDetails(
        tier: line.filled(.tier).map { try body.tier($0, in: transaction) }, abbreviation: line[.abbreviation],
        placeName: line[.place], sortOrder: line.order() ?? 100),
      identifiers: TypedIdentifiers(organIdentifier: line[.organId], legacyOrganCode: line[.legacyOrganId])
    ).perform(by: actor, in: transaction)
    body.forget()
    return OrganizationEntry(record: .agency(id), effects: [(.agency, .added)], twin: twin)
  }

  /// By its identifier; without one there, by its abbreviation.
  private mutating func knownAgency(_ line: OrganizationLine) throws -> Agency? {
    let all = try body.openAgencies()
    if let code = line.filled(.organId), let known = all.first(where: { $0.organIdentifier == code }) { return known }
    guard let abbreviation = line.filled(.abbreviation) else { return nil }
    let found = all.filter {
      $0.abbreviation == abbreviation && (line[.organId].isEmpty || $0.organIdentifier == nil)
    }
    guard found.count < 2 else {
      throw Refusal(
        .invalid, "Có nhiều cơ quan viết tắt «\(abbreviation)»; ghi mã định danh để phân biệt.",
        field: OrganizationField.organId.rawValue)
    }
    return found.first
  }

  private mutating func change(_ agency: Agency, _ line: OrganizationLine) throws -> OrganizationEntry {
    var entry = OrganizationEntry(record: .agency(agency.id), effects: [(.agency, .same)])
    guard !keepsKnown else { return entry }
    if let name = line.filled(.parent), try body.agency(name, at: .parent).id != agency.parent {
      throw Refusal(
        .invalid,
        "«\(agency.name)» đang thuộc cơ quan khác; cơ quan cấp trên không đổi bằng danh sách. Bỏ trống ô này để giữ nguyên.",
        field: OrganizationField.parent.rawValue)
    }
    var changed = ChangedValues()
    let details = try AgencyDetails(
      tier: line.filled(.tier).map { try body.tier($0, in: transaction) } ?? agency.tier,
      abbreviation: line.filled(.abbreviation) ?? agency.abbreviation,
      placeName: line.filled(.place) ?? agency.placeName, outsideSuperiorName: agency.outsideSuperiorName,
      sortOrder: line.order() ?? agency.sortOrder)
    changed.note(.tier, agency.tierName, details.tier == agency.tier ? agency.tierName : line[.tier])
    changed.note(.abbreviation, agency.abbreviation, details.abbreviation)
    changed.note(.place, agency.placeName, details.placeName)
    changed.note(.sortOrder, "\(agency.sortOrder)", "\(details.sortOrder)")
    if !changed.all.isEmpty {
      try ChangeAgency(agency: agency.id, details: details, formVersion: agency.version).perform(
        by: actor, in: transaction)
    }
    try rename(agency, line, &changed)
    try identify(agency, line, &changed)
    guard let sentence = changed.sentence(of: "cơ quan «\(agency.name)»") else { return entry }
    body.forget()
    (entry.effects, entry.change) = ([(.agency, .changed)], sentence)
    return entry
  }

  private func rename(_ agency: Agency, _ line: OrganizationLine, _ changed: inout ChangedValues) throws {
    let names = try store.agencyNames(of: agency.id)
    guard let name = try newName(line, after: names), let before = names.first else { return }
    let version = try store.agency(agency.id).version
    try RenameAgency(agency: agency.id, name: name, formVersion: version).perform(by: actor, in: transaction)
    changed.note(.name, before.name, name.name)
    changed.note(.shortName, before.shortName, name.shortName)
  }

  private func identify(_ agency: Agency, _ line: OrganizationLine, _ changed: inout ChangedValues) throws {
    let typed = TypedIdentifiers(
      organIdentifier: line.filled(.organId) ?? agency.organIdentifier ?? "",
      legacyOrganCode: line.filled(.legacyOrganId) ?? agency.legacyOrganCode ?? "")
    guard typed.organIdentifier != agency.organIdentifier ?? "" || typed.legacyOrganCode != agency.legacyOrganCode ?? ""
    else { return }
    let newest = try store.identifiers(of: agency.id).first?.validFrom ?? agency.openedOn
    let current = try store.agency(agency.id)
    try IdentifyAgency(
      agency: agency.id, identifiers: typed, validFrom: day(of: line, notBefore: newest), formVersion: current.version
    ).perform(by: actor, in: transaction)
    changed.note(.organId, agency.organIdentifier, typed.organIdentifier)
    changed.note(.legacyOrganId, agency.legacyOrganCode ?? "", typed.legacyOrganCode)
  }
}
