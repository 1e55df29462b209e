import Database
import Kernel

/// All SQL on usual ways. They are known to everybody inside the agency.
package struct UsualWayStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  package func list(of agency: AgencyID) throws -> [UsualWay] {
    try transaction.rows(
      """
      SELECT id, agency_id, type_key, content_place, coordinating, form_place, review_place, laid_by, laid_at, version
      FROM usual_ways WHERE agency_id = \(agency) AND ended_at IS NULL ORDER BY type_key, id
      """
    ).map { row in
      let units: String = try row.get("coordinating")
      let way = DraftWay(
        content: DraftPlace(try row.get("content_place")) ?? .leadUnit,
        coordinating: units.split(separator: ",").compactMap { UnitID(String($0)) },
        form: DraftPlace(try row.get("form_place")) ?? .office, review: DraftPlace(try row.get("review_place")))
      return UsualWay(
        id: try row.get("id"), agency: try row.get("agency_id"), typeKey: try row.get("type_key"), way: way,
        laidBy: try row.get("laid_by"), laidAt: try row.get("laid_at"), version: try row.get("version"))
    }
  }

  /// The way for a type: its own, else that of all others, else the usual one.
  package func way(for typeKey: String, in agency: AgencyID) throws -> DraftWay {
    let all = try list(of: agency)
    return (all.first { $0.typeKey == typeKey } ?? all.first { $0.typeKey.isEmpty })?.way ?? .usual
  }

  func add(_ usual: UsualWay) throws {
    let way = usual.way
    try refusing("usual_ways_type", as: Refusal(.conflict, "Người khác vừa đặt luồng trình cho loại này.")) {
      try transaction.run(
        """
        INSERT INTO usual_ways (id, agency_id, type_key, content_place, coordinating, form_place, review_place, laid_by,
          laid_at, version)
        VALUES (\(usual.id), \(usual.agency), \(usual.typeKey), \(way.content.text),
          \(way.coordinating.map(\.description).joined(separator: ",")), \(way.form.text), \(way.review?.text ?? ""),
          \(usual.laidBy), \(usual.laidAt), \(usual.version))
        """)
    }
  }

  func end(_ id: UsualWay.ID, from version: Int) throws {
    let changed = try transaction.run(
      """
      UPDATE usual_ways SET ended_at = \(transaction.now), version = version + 1
      WHERE id = \(id) AND version = \(version) AND ended_at IS NULL
      """)
    guard changed == 1 else { throw Refusal(.conflict, "Luồng trình này vừa được người khác sửa. Hãy tải lại trang.") }
  }
}
