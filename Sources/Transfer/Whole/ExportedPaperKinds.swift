import Database

/// Papers (bản giấy): stores, shelves and boxes, what lies where, moves and loans.
extension ExportedKind {
  static let papers: [ExportedKind] = [
    ExportedKind(
      "shelf-places", "shelf_places", key: ["id"],
      [
        .init("Key", "id"), .init("Agency", "agency_id"), .init("Parent", "parent_id"), .init("Unit", "unit_id"),
        .init("Kind", "kind"), .init("Name", "name"), .init("FoldedName", "folded"), .init("Capacity", "capacity"),
        .init("Measure", "measure"), .init("IsFull", "is_full"), .init("Note", "note"),
        .init("MadeAt", "made_at", .instant), .init("MadeBy", "made_by"), .init("Version", "version"),
      ], ownReference: "parent_id"),
    ExportedKind(
      "dossier-papers", "dossier_papers", key: ["dossier_id"],
      [
        .init("Dossier", "dossier_id"), .init("Agency", "agency_id"), .init("Place", "place_id"),
        .init("Sheets", "sheets"), .init("PlacedAt", "placed_at", .instant), .init("PlacedBy", "placed_by"),
        .init("Version", "version"),
      ]),
    ExportedKind(
      "dossier-paper-moves", "dossier_paper_moves", key: ["id"],
      [
        .init("Key", "id"), .init("Dossier", "dossier_id"), .init("Agency", "agency_id"), .init("From", "from_text"),
        .init("To", "to_text"), .init("Reason", "reason"), .init("MovedAt", "moved_at", .instant),
        .init("MovedBy", "moved_by"),
      ]),
    ExportedKind(
      "dossier-loan-series", "dossier_loan_series", key: ["agency_id", "year"],
      [.init("Agency", "agency_id"), .init("Year", "year"), .init("LastNumber", "last_number")]),
    ExportedKind(
      "dossier-loans", "dossier_loans", key: ["id"],
      [
        .init("Key", "id"), .init("Agency", "agency_id"), .init("Dossier", "dossier_id"), .init("State", "state"),
        .init("AskerPost", "asker_post"), .init("BorrowerPost", "borrower_post"), .init("Borrower", "borrower_name"),
        .init("BorrowerOrgan", "borrower_organ"), .init("BorrowerPaper", "borrower_paper"),
        .init("Documents", "documents"), .init("Reason", "reason"), .init("Until", "until_on"),
        .init("AskedAt", "asked_at", .instant), .init("AskedBy", "asked_by"),
        .init("ConsentedAt", "consented_at", .instant), .init("ConsentedBy", "consented_by"),
        .init("AllowedAt", "allowed_at", .instant), .init("AllowedBy", "allowed_by"),
        .init("HandedAt", "handed_at", .instant), .init("HandedBy", "handed_by"), .init("Year", "year"),
        .init("Number", "number"), .init("EndedAt", "ended_at", .instant), .init("EndedBy", "ended_by"),
        .init("Words", "words"), .init("Version", "version"),
      ]),
  ]
}
