import Database
import Kernel
import Organization

/// Rows that describe units.
extension OrganizationBuilder {
  mutating func enterUnit(_ line: OrganizationLine) throws -> OrganizationEntry {
    let owner = try body.agency(line[.agency], at: .agency)
    let units = try body.units(of: owner.id)
    let known =
      line.filled(.abbreviation).map { typed in units.first { $0.abbreviation == typed } }
      ?? units.first { $0.name == line[.name] }
    let parent = try line.filled(.parent).map { try body.unit($0, of: owner, at: .parent) }
    if let known { return try change(known, line, parent: parent, among: units) }
    let twin = units.first { !line[.name].isEmpty && $0.name == line[.name] }.map {
      "Giống đơn vị đã có: «\($0.name)», viết tắt \($0.abbreviation). Cùng một đơn vị thì ghi đúng viết tắt của nó."
    }
    if let twin, !entersTwins { return .heldBack(twin) }
    let id = try AddUnit(
      agency: owner.id,
      name: DatedName(name: line[.name], shortName: line[.shortName], validFrom: line.day() ?? body.today),
      details: UnitDetails(
        parent: parent?.id, kind: line.unitKind() ?? .other, abbreviation: line[.abbreviation],
        sortOrder: line.order() ?? 100)
    ).perform(by: actor, in: transaction)
    body.forget()
    return OrganizationEntry(record: .unit(id), effects: [(.unit, .added)], twin: twin)
  }

  private mutating func change(
    _ unit: OrganizationalUnit, _ line: OrganizationLine, parent: OrganizationalUnit?,
    among units: [OrganizationalUnit]
  ) throws -> OrganizationEntry {
    var entry = OrganizationEntry(record: .unit(unit.id), effects: [(.unit, .same)])
    guard !keepsKnown else { return entry }
    var changed = ChangedValues()
    let details = try UnitDetails(
      parent: parent?.id ?? unit.parent, kind: line.unitKind() ?? unit.kind, abbreviation: unit.abbreviation,
      sortOrder: line.order() ?? unit.sortOrder)
    if let parent, parent.id != unit.parent {
      changed.note(.parent, units.first { $0.id == unit.parent }?.name, parent.name)
    }
    changed.note(.unitKind, unit.kind.label, details.kind.label)
    changed.note(.sortOrder, "\(unit.sortOrder)", "\(details.sortOrder)")
    if !changed.all.isEmpty {
      try ChangeUnit(unit: unit.id, details: details, formVersion: unit.version).perform(by: actor, in: transaction)
    }
    let names = try store.unitNames(of: unit.id)
    if let name = try newName(line, after: names), let before = names.first {
      let version = try store.unit(unit.id).version
      try RenameUnit(unit: unit.id, name: name, formVersion: version).perform(by: actor, in: transaction)
      changed.note(.name, before.name, name.name)
      changed.note(.shortName, before.shortName, name.shortName)
    }
    guard let sentence = changed.sentence(of: "đơn vị «\(unit.name)»") else { return entry }
    body.forget()
    (entry.effects, entry.change) = ([(.unit, .changed)], sentence)
    return entry
  }
}
