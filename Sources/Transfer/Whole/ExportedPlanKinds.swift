import Database

/// Plans of dossiers (danh mục hồ sơ): each year's, its rounds, headings and lines.
extension ExportedKind {
  static let plans: [ExportedKind] = [
    ExportedKind(
      "file-plans", "file_plans", key: ["id"],
      [
        .init("Key", "id"), .init("Agency", "agency_id"), .init("FileCatalog", "year"),
        .init("Numbering", "numbering"), .init("LastNumber", "last_number"), .init("MadeAt", "made_at", .instant),
        .init("MadeBy", "made_by"), .init("Version", "version"),
      ]),
    ExportedKind(
      "file-plan-rounds", "file_plan_rounds", key: ["plan_id", "number"],
      [
        .init("Plan", "plan_id"), .init("Round", "number"), .init("State", "state"),
        .init("ProposedAt", "proposed_at", .instant), .init("ProposedBy", "proposed_by"),
        .init("Proposer", "proposer_id"), .init("ProposerPost", "proposer_post"),
        .init("ApprovedAt", "approved_at", .instant), .init("ApprovedBy", "approved_by"),
        .init("DecisionCode", "decision_code"), .init("DecisionOn", "decision_on"),
        .init("IssuedAt", "issued_at", .instant), .init("IssuedBy", "issued_by"),
        .init("ReturnReason", "return_reason"), .init("ReturnedBy", "returned_by"),
      ]),
    ExportedKind(
      "file-plan-headings", "file_plan_headings", key: ["id"],
      [
        .init("Key", "id"), .init("Plan", "plan_id"), .init("Parent", "parent_id"), .init("Title", "title"),
        .init("Abbreviation", "abbreviation"), .init("Place", "place"), .init("Round", "round"),
        .init("LastNumber", "last_number"), .init("Version", "version"),
      ], ownReference: "parent_id"),
    ExportedKind(
      "file-plan-entries", "file_plan_entries", key: ["id"],
      [
        .init("Key", "id"), .init("Plan", "plan_id"), .init("Heading", "heading_id"), .init("Place", "place"),
        .init("Title", "title"), .init("FoldedTitle", "folded"), .init("Maintenance", "retention"),
        .init("MakerUnit", "maker_unit"), .init("MakerPost", "maker_post"), .init("Creator", "maker_name"),
        .init("Note", "note"), .init("Number", "number"), .init("FileNotation", "notation"), .init("Round", "round"),
        .init("AddedBy", "added_by"), .init("AddedAt", "added_at", .instant), .init("Version", "version"),
        .init("FollowerPost", "follower_post"), .init("FollowerName", "follower_name"),
      ]),
    ExportedKind(
      "retention-schedules", "retention_schedules", key: ["id"],
      [
        .init("Key", "id"), .init("Agency", "agency_id"), .init("Name", "name"), .init("Issuer", "issuer"),
        .init("DecisionCode", "decision_code"), .init("EffectiveOn", "effective_on"),
        .init("RuleAmount", "rule_count"), .init("AddedAt", "added_at", .instant), .init("AddedBy", "added_by"),
        .init("EndedAt", "ended_at", .instant), .init("EndedBy", "ended_by"), .init("Version", "version"),
      ]),
    ExportedKind(
      "retention-rules", "retention_rules", key: ["id"],
      [
        .init("Key", "id"), .init("Schedule", "schedule_id"), .init("Place", "place"), .init("Group", "group_title"),
        .init("Title", "title"), .init("FoldedTitle", "folded"), .init("Maintenance", "retention"),
        .init("Note", "note"),
      ]),
  ]
}
