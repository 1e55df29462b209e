import Database

/// The end of retention (xét hủy) and orders that keep dossiers as they are (giữ nguyên).
extension ExportedKind {
  static let disposal: [ExportedKind] = [
    ExportedKind(
      "disposal-series", "disposal_series", key: ["agency_id", "year"],
      [.init("Agency", "agency_id"), .init("Year", "year"), .init("LastNumber", "last_number")]),
    ExportedKind(
      "disposal-reviews", "disposal_reviews", key: ["id"],
      [
        .init("Key", "id"), .init("Agency", "agency_id"), .init("Year", "year"), .init("Number", "number"),
        .init("Name", "name"), .init("State", "state"), .init("MakerAccount", "maker_account"),
        .init("MakerPost", "maker_post"), .init("MadeBy", "made_by"), .init("MadeAt", "made_at", .instant),
        .init("Decision", "decision_code"), .init("DecidedOn", "decision_on"), .init("DecidedBy", "decided_by"),
        .init("DecidedAt", "decided_at", .instant), .init("FileName", "file_name"), .init("FileKind", "file_kind"),
        .init("Bytes", "file_bytes"), .init("Hash", "file_hash"), .init("FinishedAt", "finished_at", .instant),
        .init("Version", "version"),
      ]),
    ExportedKind(
      "disposal-lines", "disposal_lines", key: ["review_id", "dossier_id"],
      [
        .init("Review", "review_id"), .init("Dossier", "dossier_id"), .init("FileCode", "code"),
        .init("Title", "title"), .init("Maintenance", "retention"), .init("EndDate", "ended_on"),
        .init("DocTotal", "item_count"), .init("PageTotal", "page_total"), .init("State", "state"),
        .init("Reason", "reason"), .init("Destroyed", "destroyed_count"), .init("Kept", "kept_count"),
        .init("EndedAt", "ended_at", .instant),
      ]),
    ExportedKind(
      "disposal-members", "disposal_members", key: ["review_id", "post_id"],
      [
        .init("Review", "review_id"), .init("Post", "post_id"), .init("Position", "position"), .init("Name", "name"),
        .init("Role", "role"), .init("SpokeAt", "spoke_at", .instant),
      ]),
    ExportedKind(
      "disposal-opinions", "disposal_opinions", key: ["review_id", "dossier_id", "post_id"],
      [
        .init("Review", "review_id"), .init("Dossier", "dossier_id"), .init("Post", "post_id"), .init("Name", "name"),
        .init("Reason", "reason"), .init("SaidAt", "said_at", .instant),
      ]),
    ExportedKind(
      "legal-holds", "legal_holds", key: ["id"],
      [
        .init("Key", "id"), .init("Agency", "agency_id"), .init("Issuer", "issuer"), .init("Order", "code"),
        .init("OrderedOn", "ordered_on"), .init("Reason", "reason"), .init("Until", "until_on"),
        .init("LaidBy", "laid_by"), .init("LaidAt", "laid_at", .instant), .init("LiftedBy", "lifted_by"),
        .init("LiftedAt", "lifted_at", .instant), .init("LiftReason", "lift_reason"), .init("Version", "version"),
      ]),
    ExportedKind(
      "legal-hold-dossiers", "legal_hold_dossiers", key: ["hold_id", "dossier_id"],
      [.init("Hold", "hold_id"), .init("Dossier", "dossier_id")]),
  ]
}
