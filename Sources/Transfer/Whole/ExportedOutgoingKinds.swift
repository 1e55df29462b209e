import Database

/// Outgoing documents and what hangs on them. A document's fields have the names of Decree 30/2020, Annex VI.II.I.
extension ExportedKind {
  static let outgoing: [ExportedKind] = [
    ExportedKind(
      "outgoing-series", "outgoing_series", key: ["id"],
      [
        .init("Key", "id"), .init("Agency", "agency_id"), .init("Name", "name"), .init("BodyName", "body_name"),
        .init("BodyAbbreviation", "body_abbreviation"), .init("TypeKeys", "type_keys"), .init("Basis", "basis"),
        .init("FromYear", "from_year"), .init("UntilYear", "until_year"), .init("LaidAt", "laid_at", .instant),
        .init("LaidBy", "laid_by"), .init("Version", "version"),
      ]),
    ExportedKind(
      "number-reservations", "number_reservations", key: ["id"],
      [
        .init("Key", "id"), .init("Agency", "agency_id"), .init("Register", "register_id"), .init("Number", "number"),
        .init("Day", "day"), .init("CodeNotation", "notation"), .init("TypeKey", "type_key"), .init("Owner", "owner"),
        .init("Reason", "reason"), .init("ExpiresOn", "expires_on"), .init("MadeAt", "made_at", .instant),
        .init("MadeBy", "made_by"), .init("Keeper", "keeper_post"), .init("State", "state"),
        .init("EndedAt", "ended_at", .instant), .init("EndedBy", "ended_by"),
      ]),
    ExportedKind(
      "outgoing-ordinals", "outgoing_ordinals", key: ["agency_id", "year"],
      [.init("Agency", "agency_id"), .init("Year", "year"), .init("LastOrdinal", "last_ordinal")]),
    ExportedKind(
      "outgoing-documents", "outgoing_documents", key: ["id"],
      [
        .init("Key", "id"), .init("Agency", "agency_id"), .init("Register", "register_id"), .init("Year", "year"),
        .init("CodeNumber", "number"), .init("CodeNotation", "notation"), .init("DocumentId", "identifier"),
        .init("TypeKey", "type_key"), .init("BodyName", "body_name"), .init("Subject", "subject"),
        .init("IssuedDate", "issued_date"), .init("Priority", "urgency", .urgency),
        .init("SignerInfo.FullName", "signer_name"), .init("SignerInfo.Position", "signer_position"),
        .init("Capacity", "capacity"), .init("SignedAt", "signed_at", .instant), .init("Unit", "unit_id"),
        .init("UnitName", "unit_name"), .init("DrafterName", "drafter_name"), .init("IsPaper", "is_paper"),
        .init("FileCopyHolder", "file_copy_holder"), .init("IssuedAmount", "amount"),
        .init("DueDate", "reply_due_date"), .init("Language", "language"), .init("PageAmount", "page_count"),
        .init("Description", "note"), .init("State", "state"), .init("NumberedAt", "numbered_at", .instant),
        .init("NumberedBy", "numbered_by"), .init("IssuedAt", "issued_at", .instant), .init("IssuedBy", "issued_by"),
        .init("EndReason", "end_reason"), .init("FileCount", "file_count"), .init("Draft", "draft_id"),
        .init("IsWithheld", "is_withheld"), .init("Version", "version"), .init("Disposal", "disposal"),
      ]),
    ExportedKind(
      "outgoing-files", "outgoing_files", key: ["id"],
      [
        .init("Key", "id"), .init("Document", "document_id"), .init("Position", "position"), .init("Name", "name"),
        .init("Kind", "kind"), .init("Bytes", "bytes"), .init("Hash", "hash"), .init("PageAmount", "page_count"),
        .init("State", "state"), .init("Trouble", "trouble"), .init("IsCleared", "is_cleared"),
        .init("AddedAt", "added_at", .instant), .init("AddedBy", "added_by"),
      ]),
    ExportedKind(
      "outgoing-stampings", "outgoing_stampings", key: ["file_id"],
      [
        .init("File", "file_id"), .init("SignedName", "signed_name"), .init("SignedKind", "signed_kind"),
        .init("SignedBytes", "signed_bytes"), .init("SignedHash", "signed_hash"), .init("SignedPages", "signed_pages"),
        .init("State", "state"), .init("Places", "places"), .init("Trouble", "trouble"),
        .init("MayConfirm", "may_confirm"),
      ]),
    ExportedKind(
      "outgoing-texts", "outgoing_texts", key: ["file_id", "page"],
      [.init("File", "file_id"), .init("Page", "page"), .init("Origin", "origin"), .init("Text", "text")]),
    ExportedKind(
      "outgoing-recipients", "outgoing_recipients", key: ["id"],
      [
        .init("Key", "id"), .init("Document", "document_id"), .init("Position", "position"), .init("Name", "name"),
        .init("Way", "way"), .init("Unit", "unit_id"), .init("OutsideAgency", "outside_agency_id"),
        .init("State", "state"), .init("SentAt", "sent_at", .instant), .init("SentBy", "sent_by"),
        .init("Proof", "proof"), .init("Envelopes", "envelopes"), .init("AnsweredAt", "answered_at", .instant),
        .init("Answer", "answer"), .init("Agency", "agency_id"), .init("Packet", "packet_id"),
        .init("IsInformed", "is_informed"),
      ]),
  ]

  /// What passed between agencies; the recipients of outgoing documents point at packets.
  static let exchange: [ExportedKind] = [
    ExportedKind(
      "packet-contents", "packet_contents", key: ["document_id"],
      [
        .init("Document", "document_id"), .init("RecordCode", "record_code"), .init("Agency", "agency_id"),
        .init("Facts", "facts"), .init("IssuedAt", "issued_at", .instant),
      ]),
    ExportedKind(
      "packet-files", "packet_files", key: ["document_id", "position"],
      [
        .init("Document", "document_id"), .init("Position", "position"), .init("Name", "name"), .init("Kind", "kind"),
        .init("Bytes", "bytes"), .init("Hash", "hash"), .init("PageAmount", "page_count"),
      ]),
    ExportedKind(
      "packets", "packets", key: ["id"],
      [
        .init("Key", "id"), .init("Document", "document_id"), .init("Sender", "sender_id"),
        .init("Agency", "agency_id"), .init("SentAt", "sent_at", .instant), .init("SentBy", "sent_by"),
        .init("State", "state"), .init("Incoming", "incoming_id"), .init("ArrivalNumber", "arrival_number"),
        .init("UnitName", "unit_name"), .init("Reason", "reason"), .init("ChangedAt", "changed_at", .instant),
        .init("RecalledAt", "recalled_at", .instant), .init("RecalledBy", "recalled_by"),
        .init("RecallReason", "recall_reason"), .init("ConfirmedAt", "confirmed_at", .instant),
        .init("ConfirmedBy", "confirmed_by"),
      ]),
    ExportedKind(
      "document-relations", "document_relations", key: ["id"],
      [
        .init("Key", "id"), .init("Kind", "kind"), .init("Newer", "newer_id"), .init("NewerCode", "newer_code"),
        .init("NewerDate", "newer_day"), .init("Older", "older_id"), .init("OlderCode", "older_code"),
        .init("OlderDate", "older_day"), .init("RecordedAt", "recorded_at", .instant),
        .init("RecordedBy", "recorded_by"), .init("InForceSince", "in_force_since", .instant),
        .init("Agency", "agency_id"), .init("UndoneAt", "undone_at", .instant), .init("UndoneBy", "undone_by"),
        .init("UndoReason", "undo_reason"),
      ]),
    ExportedKind(
      "reply-requests", "reply_requests", key: ["recipient_id"],
      [
        .init("Recipient", "recipient_id"), .init("Document", "document_id"), .init("Agency", "agency_id"),
        .init("Code", "code_text"), .init("Name", "name"), .init("AskedAgency", "asked_agency_id"),
        .init("OutsideAgency", "outside_agency_id"), .init("DueDate", "due_on"),
        .init("AskedAt", "asked_at", .instant), .init("AnsweredAt", "answered_at", .instant),
        .init("AnswerCode", "answer_code"), .init("AnswerNumber", "answer_number"), .init("AnswerText", "answer_text"),
        .init("Pairing", "pairing"), .init("PairedBy", "paired_by"), .init("UrgedCount", "urged_count"),
        .init("UrgedAt", "urged_at", .instant), .init("UrgedBy", "urged_by"),
        .init("WithdrawnAt", "withdrawn_at", .instant),
      ]),
  ]
}
