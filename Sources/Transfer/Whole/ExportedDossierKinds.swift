import Database

/// Dossiers (hồ sơ): their heads, what lies in them, who takes part, and notes.
extension ExportedKind {
  static let dossiers: [ExportedKind] = dossierTemplates + dossierKinds + expectedContents

  /// Templates of dossiers, before what is opened by them.
  private static let dossierTemplates: [ExportedKind] = [
    ExportedKind(
      "dossier-templates", "dossier_templates", key: ["id"],
      [
        .init("Key", "id"), .init("Agency", "agency_id"), .init("Unit", "unit_id"), .init("Name", "name"),
        .init("Use", "use_text"), .init("Heading", "heading"), .init("Maintenance", "retention"),
        .init("AddedAt", "added_at", .instant), .init("AddedBy", "added_by"), .init("EndedAt", "ended_at", .instant),
        .init("EndedBy", "ended_by"), .init("Version", "version"),
      ]),
    ExportedKind(
      "dossier-template-lines", "dossier_template_lines", key: ["template_id", "place"],
      [
        .init("Template", "template_id"), .init("Place", "place"), .init("Name", "name"), .init("Type", "type_key"),
        .init("Source", "direction"), .init("IsRequired", "is_required"), .init("IsMany", "is_many"),
      ]),
  ]

  /// What dossiers are expected to hold, after what lies in them.
  private static let expectedContents: [ExportedKind] = [
    ExportedKind(
      "dossier-expectations", "dossier_expectations", key: ["id"],
      [
        .init("Key", "id"), .init("Dossier", "dossier_id"), .init("Place", "place"), .init("Name", "name"),
        .init("Type", "type_key"), .init("Source", "direction"), .init("IsRequired", "is_required"),
        .init("IsMany", "is_many"), .init("AddedAt", "added_at", .instant), .init("AddedBy", "added_by"),
        .init("Excuse", "excuse"), .init("ExcusedAt", "excused_at", .instant), .init("ExcusedBy", "excused_by"),
      ]),
    ExportedKind(
      "dossier-pairings", "dossier_pairings", key: ["expectation_id", "item_id"],
      [
        .init("Expected", "expectation_id"), .init("Item", "item_id"), .init("IsPaired", "is_paired"),
        .init("IsByHand", "is_by_hand"), .init("Reason", "reason"), .init("PairedAt", "paired_at", .instant),
        .init("PairedBy", "paired_by"),
      ]),
  ]

  private static let dossierKinds: [ExportedKind] = [
    ExportedKind(
      "dossiers", "dossiers", key: ["id"],
      [
        .init("Key", "id"), .init("Agency", "agency_id"), .init("OrganId", "organ"), .init("FileCatalog", "year"),
        .init("FileNotation", "notation"), .init("Title", "title"), .init("Maintenance", "retention"),
        .init("Kind", "kind"), .init("Rights", "access_mode"), .init("StartDate", "started_on"),
        .init("DueOn", "due_on"), .init("EndDate", "ended_on"), .init("Keyword", "keyword"),
        .init("Description", "note"), .init("State", "state"), .init("Unit", "unit_id"), .init("UnitName", "unit_name"),
        .init("MakerPost", "maker_post"), .init("Creator", "maker_name"), .init("PlanEntry", "plan_entry_id"),
        .init("OpenedAt", "opened_at", .instant), .init("OpenedBy", "opened_by"),
        .init("ClosedAt", "closed_at", .instant), .init("ClosedBy", "closed_by"), .init("DocTotal", "item_count"),
        .init("PageTotal", "page_total"), .init("Version", "version"), .init("TransferTargetOn", "transfer_target_on"),
        .init("TransferLimitOn", "transfer_limit_on"), .init("KeptUntil", "kept_until"),
        .init("SubmittedAt", "submitted_at", .instant), .init("SubmittedBy", "submitted_by"),
        .init("ReturnReason", "return_reason"), .init("ReturnedAt", "returned_at", .instant),
        .init("ReturnedBy", "returned_by"), .init("ArchivedAt", "archived_at", .instant),
        .init("ArchivedBy", "archived_by"),
        .init("RetentionEndsOn", "retention_ends_on"), .init("Hold", "hold_text"),
        .init("MissingTotal", "missing_count"),
        .init("PartOf", "parent_id"), .init("LastPart", "last_part"),
      ], ownReference: "parent_id"),
    ExportedKind(
      "dossier-series", "dossier_series", key: ["agency_id", "year", "symbol"],
      [
        .init("Agency", "agency_id"), .init("Year", "year"), .init("Symbol", "symbol"),
        .init("LastNumber", "last_number"),
      ]),
    ExportedKind(
      "dossier-participants", "dossier_participants", key: ["dossier_id", "holder"],
      [
        .init("Dossier", "dossier_id"), .init("Holder", "holder"), .init("Name", "name"), .init("Role", "role"),
        .init("AddedAt", "added_at", .instant), .init("AddedBy", "added_by"),
      ]),
    ExportedKind(
      "dossier-items", "dossier_items", key: ["id"],
      [
        .init("Key", "id"), .init("Dossier", "dossier_id"), .init("RecordKind", "record_code"),
        .init("Record", "record_number"), .init("Title", "title"), .init("FileName", "file_name"),
        .init("FileKind", "file_kind"), .init("Bytes", "bytes"), .init("Hash", "hash"), .init("DocOrdinal", "ordinal"),
        .init("DatedOn", "dated_on"), .init("PageAmount", "page_count"), .init("FirstPage", "first_page"),
        .init("AddedAt", "added_at", .instant), .init("AddedBy", "added_by"), .init("Described", "described"),
        .init("IsKeptBack", "is_kept_back"), .init("IsWithheld", "is_withheld"),
      ]),
    ExportedKind(
      "dossier-item-files", "dossier_item_files", key: ["item_id", "position"],
      [
        .init("Item", "item_id"), .init("Position", "position"), .init("FileName", "name"), .init("FileKind", "kind"),
        .init("Bytes", "bytes"), .init("PageAmount", "page_count"), .init("Hash", "hash"),
      ]),
    ExportedKind(
      "dossier-readings", "dossier_readings", key: ["item_id", "place"],
      [
        .init("Item", "item_id"), .init("Place", "place"), .init("Dossier", "dossier_id"), .init("State", "state"),
        .init("Trouble", "trouble"), .init("PageAmount", "page_count"), .init("IsCleared", "is_cleared"),
      ]),
    ExportedKind(
      "dossier-texts", "dossier_texts", key: ["item_id", "place", "page"],
      [
        .init("Item", "item_id"), .init("Place", "place"), .init("Page", "page"), .init("Dossier", "dossier_id"),
        .init("Origin", "origin"), .init("Text", "text"),
      ]),
    ExportedKind(
      "dossier-notes", "dossier_notes", key: ["id"],
      [
        .init("Key", "id"), .init("Dossier", "dossier_id"), .init("Text", "text"), .init("IsFinal", "is_final"),
        .init("AuthorPost", "author_post"), .init("AuthorName", "author_name"),
        .init("WrittenAt", "written_at", .instant), .init("FinalAt", "final_at", .instant),
        .init("Version", "version"),
      ]),
    ExportedKind(
      "dossier-right-changes", "dossier_right_changes", key: ["id"],
      [
        .init("Key", "id"), .init("Dossier", "dossier_id"), .init("Agency", "agency_id"), .init("Kind", "kind"),
        .init("SubjectKey", "subject_key"), .init("Holder", "holder"), .init("Role", "role"), .init("Item", "item_id"),
        .init("Subject", "subject"), .init("Reason", "reason"), .init("State", "state"), .init("Desk", "desk"),
        .init("ProposerPost", "proposer_post"), .init("ProposerAccount", "proposer_account"),
        .init("ProposedBy", "proposed_by"), .init("ProposedAt", "proposed_at", .instant), .init("Words", "words"),
        .init("DecidedAt", "decided_at", .instant), .init("DecidedBy", "decided_by"), .init("Version", "version"),
      ]),
  ]
}
