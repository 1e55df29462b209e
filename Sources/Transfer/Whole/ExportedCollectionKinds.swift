import Database

/// Collections of reports (thu báo cáo): the form, what each place has, every sending as it was.
extension ExportedKind {
  static let collections: [ExportedKind] = [
    ExportedKind(
      "report-collections", "report_collections", key: ["id"],
      [
        .init("Key", "id"), .init("Document", "document_id"), .init("Agency", "agency_id"), .init("Title", "title"),
        .init("Hint", "hint"), .init("RowsMax", "rows_max"), .init("Columns", "columns_text"), .init("DueOn", "due_on"),
        .init("State", "state"), .init("MadeAt", "made_at", .instant), .init("MadeBy", "made_by"),
        .init("MakerPost", "maker_post"), .init("ClosedAt", "closed_at", .instant), .init("ClosedBy", "closed_by"),
        .init("Version", "version"),
      ]),
    ExportedKind(
      "sheet-answers", "sheet_answers", key: ["recipient_id"],
      [
        .init("Recipient", "recipient_id"), .init("Collection", "collection_id"), .init("Agency", "agency_id"),
        .init("State", "state"), .init("Draft", "draft"), .init("SavedAt", "saved_at", .instant),
        .init("SavedBy", "saved_by"), .init("Sendings", "sendings"), .init("FirstSentAt", "first_sent_at", .instant),
        .init("SentAt", "sent_at", .instant), .init("SentBy", "sent_by"),
        .init("RowAmount", "row_count"), .init("ReturnReason", "return_reason"),
        .init("ReturnedAt", "returned_at", .instant), .init("Version", "version"),
      ]),
    ExportedKind(
      "sheet-sendings", "sheet_sendings", key: ["recipient_id", "number"],
      [
        .init("Recipient", "recipient_id"), .init("Number", "number"), .init("Rows", "rows_text"),
        .init("SentAt", "sent_at", .instant), .init("SentBy", "sent_by"),
      ]),
  ]
}
