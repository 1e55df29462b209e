import Database
import Kernel
import Organization
import VietnameseText

/// The places that an agency sends documents to (nơi nhận), by the names they bear today: its own units, the other
/// agencies of the installation, and the directory of outside agencies.
package struct PlaceDirectory {
  /// One of them.
  package struct Entry: Sendable, Equatable {
    package var place: KnownPlace
    package var name: String
  }

  private let transaction: any Transaction
  /// Units first: «Văn phòng» is one's own.
  private let inside: [Entry]
  private let keys: [String: Int]
  private let below: Set<AgencyID>

  package init(of agency: AgencyID, in transaction: any Transaction) throws {
    self.transaction = transaction
    let organization = OrganizationStore(transaction)
    let units = try organization.units(of: agency)
    let agencies = try organization.allAgencies().filter { $0.id != agency && $0.closedOn == nil }
    below = Set(try organization.subtree(of: agency))
    inside =
      units.map { Entry(place: .unit($0.id), name: $0.name) }
      + agencies.map { Entry(place: .agency($0.id), name: $0.name) }
    let names =
      units.enumerated().map { ($0.element.name, $0.offset) }
      + agencies.enumerated().flatMap { index, agency in
        [(agency.name, units.count + index), (agency.shortName, units.count + index)]
      }
    keys = Dictionary(
      names.map { (Folding.folded($0.0), $0.1) }, uniquingKeysWith: { first, _ in first })
  }

  /// The place that a typed name means, with or without what a last bracket says of it («để b/c»); nil for one that is
  /// in no directory.
  package func find(_ name: String) throws -> Entry? {
    if let found = try named(name) { return found }
    let (bare, remark) = Self.parted(name)
    return remark.isEmpty ? nil : try named(bare)
  }

  /// A name and its last bracket, with the blank before it: «Bộ X» and « (để b/c)»; no bracket: all of it and nothing.
  package static func parted(_ name: String) -> (name: String, remark: String) {
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "("), open > name.startIndex else { return (name, "") }
    let bare = String(name[..<open]).normalizedLine
    return bare.isEmpty ? (name, "") : (bare, " " + name[open...])
  }

  private func named(_ name: String) throws -> Entry? {
    if let index = keys[Folding.folded(name)] { return inside[index] }
    return try OutsideAgencyStore(transaction).recognise(name).map { Entry(place: .outside($0.id), name: $0.name) }
  }

  /// Names of a group, in the order of the body; empty for one that has none.
  package func names(of group: PlaceGroup) -> [String] {
    inside.filter { entry in
      switch (group, entry.place) {
      case (.below, .agency(let id)): below.contains(id)
      case (.units, .unit): true
      default: false
      }
    }.map(\.name)
  }

  /// The same names with every group as its members; what is named already is not named twice.
  ///
  /// - Parameter others: names that stand elsewhere on «Nơi nhận».
  package func expanded(_ names: [String], besides others: [String] = []) -> [String] {
    var seen = Set((names + others).map { Folding.folded($0) })
    return names.flatMap { name -> [String] in
      guard let group = PlaceGroup(named: name) else { return [name] }
      return self.names(of: group).filter { seen.insert(Folding.folded($0)).inserted }
    }
  }

  /// What may be meant by what is being typed, best first.
  package func proposals(for typed: String, limit: Int = 8) throws -> [Entry] {
    let wanted = Folding.folded(typed.normalizedLine)
    guard !wanted.isEmpty else { return [] }
    let found = inside.filter { Folding.folded($0.name).contains(wanted) }
    let begins = found.filter { Folding.folded($0.name).hasPrefix(wanted) }
    let own = (begins + found.filter { !begins.contains($0) }).prefix(limit)
    let known = Set(own.map(\.name))
    let outside = try OutsideAgencyStore(transaction).suggestions(for: typed, limit: limit)
      .filter { !known.contains($0.name) }.map { Entry(place: .outside($0.id), name: $0.name) }
    return Array((own.prefix(max(limit / 2, limit - outside.count)) + outside).prefix(limit))
  }
}
