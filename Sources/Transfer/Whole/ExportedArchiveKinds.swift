import Database

/// The archive (lưu trữ): terms, transfers with their lines, askings to keep a dossier.
extension ExportedKind {
  static let archive: [ExportedKind] = [
    ExportedKind(
      "transfer-terms", "transfer_terms", key: ["agency_id"],
      [
        .init("Agency", "agency_id"), .init("TargetDays", "target_days"), .init("LimitMonths", "limit_months"),
        .init("ConstructionMonths", "construction_months"), .init("ConfirmDays", "confirm_days"),
        .init("SetAt", "set_at", .instant), .init("SetBy", "set_by"), .init("Version", "version"),
      ]),
    ExportedKind(
      "archive-transfers", "archive_transfers", key: ["id"],
      [
        .init("Key", "id"), .init("Agency", "agency_id"), .init("Year", "year"), .init("Number", "number"),
        .init("Unit", "unit_id"), .init("UnitName", "unit_name"), .init("AgencyName", "agency_name"),
        .init("SuperiorName", "superior_name"), .init("PlaceName", "place_name"), .init("GiverPost", "giver_post"),
        .init("GiverName", "giver_name"), .init("SubmittedAt", "submitted_at", .instant),
        .init("ReceiverName", "receiver_name"), .init("SettledAt", "settled_at", .instant),
      ]),
    ExportedKind(
      "archive-transfer-series", "archive_transfer_series", key: ["agency_id", "year"],
      [.init("Agency", "agency_id"), .init("Year", "year"), .init("LastNumber", "last_number")]),
    ExportedKind(
      "archive-transfer-lines", "archive_transfer_lines", key: ["transfer_id", "position"],
      [
        .init("Transfer", "transfer_id"), .init("Position", "position"), .init("Dossier", "dossier_id"),
        .init("FileCatalog", "year"), .init("FileNotation", "notation"), .init("Title", "title"),
        .init("StartDate", "started_on"), .init("EndDate", "ended_on"), .init("Maintenance", "retention"),
        .init("DocTotal", "item_count"), .init("FileTotal", "file_count"), .init("PageTotal", "page_total"),
        .init("Outcome", "outcome"), .init("Words", "words"), .init("DecidedAt", "decided_at", .instant),
        .init("DecidedBy", "decided_by"),
      ]),
    ExportedKind(
      "dossier-holds", "dossier_holds", key: ["id"],
      [
        .init("Key", "id"), .init("Agency", "agency_id"), .init("Dossier", "dossier_id"), .init("Reason", "reason"),
        .init("DueOn", "due_on"), .init("UntilOn", "until_on"), .init("State", "state"),
        .init("AskerPost", "asker_post"), .init("AskedAt", "asked_at", .instant), .init("AskedBy", "asked_by"),
        .init("Words", "words"), .init("DecidedAt", "decided_at", .instant), .init("DecidedBy", "decided_by"),
        .init("Version", "version"),
      ]),
  ]
}
