import Database
import Kernel
import Organization

/// What units and people of an agency are called today.
struct ReportNames {
  private var units: [UnitID: String]
  private var holders: [Principal: String]
  /// In the agency's own order.
  private var places: [UnitID: Int]

  init(of agency: AgencyID, in transaction: any Transaction) throws {
    let store = OrganizationStore(transaction)
    let all = try store.units(of: agency, withClosed: true)
    units = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0.name) })
    places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.id, $0) })
    holders = Dictionary(
      try store.posts(of: agency).map { (.post($0.id), "\($0.personName), \($0.title)") }, uniquingKeysWith: { $1 })
  }

  func name(of unit: UnitID?) -> String { unit.flatMap { units[$0] } ?? "Ngoài đơn vị" }

  /// Somebody who left keeps the name the work bears.
  func name(of holder: Principal, known: String) -> String { holders[holder] ?? known }

  func place(of unit: UnitID?) -> Int { unit.flatMap { places[$0] } ?? Int.max }
}
