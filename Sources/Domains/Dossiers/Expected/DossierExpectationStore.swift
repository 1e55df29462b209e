import Database
import Documents
import Kernel

/// All SQL on what dossiers are expected to hold. The caller has found the dossier for the actor.
package struct DossierExpectationStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// In their order, with what stands for each: two questions, whatever lies in the dossier.
  package func list(of dossier: Dossier.ID) throws -> [DossierExpectation] {
    let rows = try transaction.rows(
      """
      SELECT id, dossier_id, place, name, type_key, direction, is_required, is_many, excuse, excused_at, excused_by
      FROM dossier_expectations WHERE dossier_id = \(dossier) ORDER BY place, id
      """)
    guard !rows.isEmpty else { return [] }
    let types = DocumentTypeStore(transaction)
    var pairings = try pairings(of: rows.map { try $0.get("id", as: Int64.self) })
    return try rows.map { row in
      let content = try ExpectedContent(row)
      let id: DossierExpectation.ID = try row.get("id")
      return DossierExpectation(
        id: id, dossier: dossier, place: try row.get("place"), content: content,
        typeName: try content.typeKey.map { try (DocumentType.known($0) ?? types.find($0))?.name ?? "" } ?? "",
        excuse: try row.find("excuse", as: String.self).map {
          .init(reason: $0, at: try row.get("excused_at"), by: try row.get("excused_by"))
        }, pairings: pairings.removeValue(forKey: id) ?? [])
    }
  }

  private func pairings(of lines: [Int64]) throws -> [DossierExpectation.ID: [DossierExpectation.Pairing]] {
    var found: [DossierExpectation.ID: [DossierExpectation.Pairing]] = [:]
    let rows = try transaction.rows(
      """
      SELECT expectation_id, item_id, is_paired, is_by_hand, reason, paired_by FROM dossier_pairings
      WHERE expectation_id IN (\(.list(lines))) ORDER BY expectation_id, item_id
      """)
    for row in rows {
      found[try row.get("expectation_id"), default: []].append(
        .init(
          item: try row.get("item_id"), isPaired: try row.get("is_paired"), isByHand: try row.get("is_by_hand"),
          reason: try row.get("reason"), by: try row.get("paired_by")))
    }
    return found
  }

  func add(_ content: ExpectedContent, to dossier: Dossier.ID, place: Int, by name: String) throws {
    let twice = Refusal(.invalid, "Hồ sơ đã có thành phần «\(content.name)».", field: DossierField.title)
    let id = try transaction.nextID(DossierExpectation.ID.self, of: "dossier_expectations")
    try refusing("dossier_expectations_name", as: twice) {
      try transaction.run(
        """
        INSERT INTO dossier_expectations (id, dossier_id, place, name, type_key, direction, is_required, is_many,
          added_at, added_by)
        VALUES (\(id), \(dossier), \(place), \(content.name), \(content.typeKey), \(content.direction),
          \(content.isRequired), \(content.isMany), \(transaction.now), \(name))
        """)
    }
  }

  func strike(_ line: DossierExpectation.ID) throws {
    try transaction.run("DELETE FROM dossier_expectations WHERE id = \(line)")
  }

  /// Nil takes the excuse back.
  func excuse(_ line: DossierExpectation.ID, _ reason: String?, by name: String) throws {
    try transaction.run(
      """
      UPDATE dossier_expectations SET excuse = \(reason), excused_at = \(reason.map { _ in transaction.now }),
        excused_by = \(reason.map { _ in name }) WHERE id = \(line)
      """)
  }

  /// Takes a thing for a line, or says that it is not. It stands for one line at most: another lets go of it.
  func pair(_ line: DossierExpectation.ID, _ pairing: DossierExpectation.Pairing) throws {
    if pairing.isPaired {
      try transaction.run(
        "DELETE FROM dossier_pairings WHERE item_id = \(pairing.item) AND is_paired = \(true) AND expectation_id <> \(line)"
      )
    }
    try transaction.run(
      """
      INSERT INTO dossier_pairings (expectation_id, item_id, is_paired, is_by_hand, reason, paired_at, paired_by)
      VALUES (\(line), \(pairing.item), \(pairing.isPaired), \(pairing.isByHand), \(pairing.reason),
        \(transaction.now), \(pairing.by))
      ON CONFLICT (expectation_id, item_id) DO UPDATE SET is_paired = excluded.is_paired,
        is_by_hand = excluded.is_by_hand, reason = excluded.reason, paired_at = excluded.paired_at,
        paired_by = excluded.paired_by
      """)
  }

  /// Value: how many lines that must be there are neither met nor excused.
  static func missing(in dossier: Dossier.ID) -> SQL {
    """
    (SELECT COUNT(*) FROM dossier_expectations e WHERE e.dossier_id = \(dossier) AND e.is_required = 1
      AND e.excuse IS NULL AND NOT EXISTS (SELECT 1 FROM dossier_pairings p
        WHERE p.expectation_id = e.id AND p.is_paired = 1))
    """
  }

  /// Writes that number to the dossier's head, by which lists are narrowed.
  func settle(_ dossier: Dossier.ID) throws {
    try transaction.run("UPDATE dossiers SET missing_count = \(Self.missing(in: dossier)) WHERE id = \(dossier)")
  }
}
