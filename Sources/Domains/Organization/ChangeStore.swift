import Audit
import Database
import Kernel

/// What every act of this domain needs of its tables: locking the subject, the version of the form, dated names.
extension OrganizationStore {
  /// Locks the agency and refuses unless the actor administers it or a superior of it.
  func lock(_ id: AgencyID, toAdministerBy actor: Actor) throws -> Agency {
    _ = try transaction.rows("SELECT id FROM agencies WHERE id = \(id) \(transaction.rowLock)")
    let agency = try agency(id)
    try requireAdministrator(actor, of: id)
    return agency
  }

  func lock(_ id: UnitID, toAdministerBy actor: Actor) throws -> OrganizationalUnit {
    _ = try transaction.rows("SELECT id FROM units WHERE id = \(id) \(transaction.rowLock)")
    let unit = try unit(id)
    try requireAdministrator(actor, of: unit.agency)
    return unit
  }

  package func lock(_ id: PersonID, toAdministerBy actor: Actor) throws -> Person {
    let person = try lock(id)
    try requireAdministrator(actor, of: person.agency)
    return person
  }

  /// A post may be given to a person whom another agency keeps: then the unit's administrator decides.
  func lock(_ id: PersonID) throws -> Person {
    _ = try transaction.rows("SELECT id FROM people WHERE id = \(id) \(transaction.rowLock)")
    return try person(id)
  }

  func lock(_ id: PostID, toAdministerBy actor: Actor) throws -> Post {
    _ = try transaction.rows("SELECT id FROM posts WHERE id = \(id) \(transaction.rowLock)")
    let post = try post(id)
    try requireAdministrator(actor, of: post.agency)
    return post
  }

  func lock(_ id: AgencyTierID) throws -> AgencyTier {
    _ = try transaction.rows("SELECT id FROM agency_tiers WHERE id = \(id) \(transaction.rowLock)")
    return try tier(id)
  }

  func tier(_ id: AgencyTierID) throws -> AgencyTier {
    guard let tier = try tiers().first(where: { $0.id == id }) else {
      throw Refusal(.notFound, "Không tìm thấy cấp cơ quan này.")
    }
    return tier
  }

  /// Refuses unless the actor administers this agency or one above it.
  package func requireAdministrator(_ actor: Actor, of agency: AgencyID) throws {
    guard OrganizationAccess.mayAdminister(path: try path(of: agency), actor) else {
      throw Refusal(.forbidden, "Chỉ quản trị của cơ quan này hoặc của cơ quan cấp trên được làm việc này.")
    }
  }

  /// Every agency the actor administers: their own and all below; none when they are no administrator.
  package func agenciesAdministered(by actor: Actor) throws -> [AgencyID] {
    actor.isAdministrator ? try subtree(of: actor.agency) : []
  }

  /// Agencies without a superior in this installation.
  package func topAgencies() throws -> [AgencyID] {
    try transaction.rows("SELECT id FROM agencies WHERE parent_id IS NULL ORDER BY sort_order, id").map {
      try $0.get("id")
    }
  }

  /// Adds one version to a row of `table`. The row is locked and its version was checked.
  func bump(_ table: SQL, _ key: Int64) throws {
    try transaction.run("UPDATE \(table) SET version = version + 1 WHERE id = \(key)")
  }

  /// A new dated name. A name of the same day is replaced: it was a slip of the pen.
  func put(_ name: DatedName, of kind: NameKind, _ key: Int64) throws {
    try transaction.run(
      """
      INSERT INTO \(kind.table) (\(kind.key), valid_from, name, short_name)
      VALUES (\(key), \(name.validFrom), \(name.name), \(name.shortName))
      ON CONFLICT (\(kind.key), valid_from) DO UPDATE SET name = excluded.name, short_name = excluded.short_name
      """)
  }
}

/// The answer to a form that was opened before someone else changed the record.
package enum StaleForm {
  /// Refuses when the record is no longer at the version the form was shown with. Call it under the record's lock.
  package static func refuse(
    ifVersion stored: Int, differsFrom form: Int, of record: RecordReference, in transaction: any Transaction
  ) throws {
    guard stored != form else { return }
    let last = try AuditStore(transaction).story(of: record, limit: 1).first
    let who = last.map { "\($0.who) sửa lúc \($0.at.text)" } ?? "người khác sửa"
    throw Refusal(
      .conflict,
      "Mục này đã được \(who), sau khi anh/chị mở biểu mẫu. Chưa có gì bị ghi đè; hãy xem bản mới rồi sửa lại.")
  }
}

/// Checks of typed fields that several forms share.
enum Typed {
  static let nameLengthMax = 250

  static func reasons(name: String, field: String, what: String) -> [Refusal.Reason] {
    if name.isEmpty { return [Refusal.Reason("Hãy nhập \(what).", field: field)] }
    if name.count > nameLengthMax {
      return [
        Refusal.Reason(
          "\(what.prefix(1).uppercased())\(what.dropFirst()) dài quá \(nameLengthMax) ký tự.", field: field)
      ]
    }
    return []
  }
}
