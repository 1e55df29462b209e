import Database
import Kernel

/// All SQL on the table of who may sign. It is known to everybody inside the agency.
package struct SigningPowerStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// What is in force or will be, in the order of the posts.
  package func list(of agency: AgencyID) throws -> [SigningPower] { try powers(where: "agency_id = \(agency)") }

  /// Powers of one post.
  func list(of post: PostID) throws -> [SigningPower] { try powers(where: "post_id = \(post)") }

  func find(_ id: SigningPower.ID, of agency: AgencyID) throws -> SigningPower {
    guard let found = try powers(where: "id = \(id) AND agency_id = \(agency)").first else {
      throw Refusal(.notFound, "Không tìm thấy dòng thẩm quyền ký này.")
    }
    return found
  }

  private func powers(where condition: SQL) throws -> [SigningPower] {
    try transaction.rows(
      """
      SELECT id, agency_id, post_id, holder_name, capacity, type_keys, scope, basis, valid_from, valid_through, laid_by,
        laid_at, version
      FROM signing_powers WHERE \(condition) AND ended_at IS NULL ORDER BY post_id, id
      """
    ).map { row in
      let types: String = try row.get("type_keys")
      return SigningPower(
        id: try row.get("id"), agency: try row.get("agency_id"),
        terms: .init(
          post: try row.get("post_id"), capacity: try row.get("capacity"),
          typeKeys: Set(types.split(separator: ",").map(String.init)), scope: try row.get("scope"),
          basis: try row.get("basis"), validFrom: try row.get("valid_from"), validThrough: try row.find("valid_through")
        ), holderName: try row.get("holder_name"), laidBy: try row.get("laid_by"), laidAt: try row.get("laid_at"),
        version: try row.get("version"))
    }
  }

  func add(_ power: SigningPower) throws {
    let terms = power.terms
    try transaction.run(
      """
      INSERT INTO signing_powers (id, agency_id, post_id, holder_name, capacity, type_keys, scope, basis, valid_from,
        valid_through, laid_by, laid_at, version)
      VALUES (\(power.id), \(power.agency), \(terms.post), \(power.holderName), \(terms.capacity),
        \(terms.typeKeys.sorted().joined(separator: ",")), \(terms.scope), \(terms.basis), \(terms.validFrom),
        \(terms.validThrough), \(power.laidBy), \(power.laidAt), \(power.version))
      """)
  }

  func end(_ id: SigningPower.ID, by name: String, from version: Int) throws {
    let changed = try transaction.run(
      """
      UPDATE signing_powers SET ended_at = \(transaction.now), ended_by = \(name), version = version + 1
      WHERE id = \(id) AND version = \(version) AND ended_at IS NULL
      """)
    guard changed == 1 else { throw Refusal(.conflict, "Dòng này vừa được người khác sửa. Hãy tải lại trang.") }
  }
}
