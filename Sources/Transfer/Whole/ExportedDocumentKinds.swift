import Database

/// Books, documents and what hangs on them. A document's fields have the names of Decree 30/2020, Annex VI.II.II.
extension ExportedKind {
  static let books: [ExportedKind] = [
    ExportedKind(
      "registers", "registers", key: ["id"],
      [
        .init("Key", "id"), .init("Agency", "agency_id"), .init("Year", "year"), .init("Kind", "kind"),
        .init("Name", "name"), .init("PaperThrough", "paper_through"), .init("OpeningReason", "opening_reason"),
        .init("OpenedAt", "opened_at", .instant), .init("Version", "version"),
      ]),
    ExportedKind(
      "number-series", "number_series", key: ["register_id"],
      [
        .init("Register", "register_id"), .init("LastNumber", "last_number"), .init("ClosedAt", "closed_at", .instant),
        .init("ClosedBy", "closed_by"),
      ]),
    ExportedKind(
      "register-entries", "register_entries", key: ["register_id", "number"],
      [
        .init("Register", "register_id"), .init("Number", "number"), .init("RecordKind", "record_code"),
        .init("Record", "record_number"), .init("Day", "day"), .init("Month", "month"),
        .init("TakenAt", "taken_at", .instant), .init("CancelledAt", "cancelled_at", .instant),
        .init("CancelledBy", "cancelled_by"), .init("CancelledByPost", "cancelled_by_post"),
        .init("CancelReason", "cancel_reason"), .init("Import", "import_id"),
      ]),
    ExportedKind(
      "unit-books", "unit_books", key: ["unit_id"],
      [
        .init("Unit", "unit_id"), .init("OpenedAt", "opened_at", .instant), .init("OpenedBy", "opened_by"),
        .init("ClosedAt", "closed_at", .instant),
      ]),
    ExportedKind(
      "unit-book-series", "unit_book_series", key: ["unit_id", "year"],
      [.init("Unit", "unit_id"), .init("Year", "year"), .init("LastNumber", "last_number")]),
    ExportedKind(
      "unit-book-entries", "unit_book_entries", key: ["unit_id", "year", "number"],
      [
        .init("Unit", "unit_id"), .init("Year", "year"), .init("Number", "number"), .init("RecordKind", "record_code"),
        .init("Record", "record_number"), .init("TakenAt", "taken_at", .instant), .init("TakenBy", "taken_by"),
      ]),
    ExportedKind(
      "register-gaps", "register_gaps", key: ["register_id", "first_number"],
      [
        .init("Register", "register_id"), .init("FirstNumber", "first_number"), .init("LastNumber", "last_number"),
        .init("Reason", "reason"), .init("RecordedAt", "recorded_at", .instant), .init("RecordedBy", "recorded_by"),
      ]),
  ]

  /// The kind whose lines `import documents` takes too.
  static let documentsName = "documents"

  static let documents: [ExportedKind] = [
    ExportedKind(
      documentsName, "incoming_documents", key: ["id"],
      [
        .init("Key", "id"), .init("Agency", "agency_id"), .init("Register", "register_id"),
        .init("ArrivalNumber", "arrival_number"), .init("ArrivalDate", "arrival_date"),
        .init("RegisteredAt", "registered_at", .instant), .init("Channel", "channel"), .init("Issuer", "issuer_id"),
        .init("OrganName", "issuer_name"), .init("CodeNumber", "number_text"), .init("CodeNotation", "notation"),
        .init("IssuedDate", "issued_date"), .init("TypeKey", "type_key"), .init("Subject", "subject"),
        .init("Priority", "urgency", .urgency), .init("SignerInfo.FullName", "signer_name"),
        .init("SignerInfo.Position", "signer_position"), .init("ToPlaces", "to_places"),
        .init("DueDate", "handling_due_date"), .init("PageAmount", "page_count"), .init("SheetAmount", "sheet_count"),
        .init("CopyAmount", "copy_count"), .init("PaperHolder", "paper_holder"), .init("Language", "language"),
        .init("Description", "note"), .init("DocumentId", "document_identifier"),
        .init("DuplicateKey", "duplicate_key"),
        .init("DuplicateReason", "duplicate_reason"), .init("State", "state"), .init("CancelReason", "cancel_reason"),
        .init("FileCount", "file_count"), .init("Progress", "progress"), .init("FileCode", "dossier_code"),
        .init("FiledAt", "filed_at", .instant), .init("RecalledAt", "recalled_at", .instant),
        .init("RecallReason", "recall_reason"), .init("Version", "version"),
      ]),
    ExportedKind(
      "directives", "directives", key: ["id"],
      [
        .init("Key", "id"), .init("Document", "document_id"), .init("Author", "author_post"),
        .init("AuthorName", "author_name"), .init("Text", "text"), .init("GivenAt", "given_at", .instant),
        .init("KeyedBy", "keyed_by"),
        .init("WrittenOn", "written_on"), .init("UndoneAt", "undone_at", .instant),
      ]),
    ExportedKind(
      "presenting-rules", "presenting_rules", key: ["id"],
      [
        .init("Key", "id"), .init("Agency", "agency_id"), .init("Position", "position"), .init("Name", "name"),
        .init("BookName", "book_name"), .init("TypeKey", "type_key"), .init("IssuerWords", "issuer_words"),
        .init("SubjectWords", "subject_words"), .init("Holder", "holder"), .init("HolderName", "holder_name"),
        .init("Role", "role"), .init("TermDays", "term_days"), .init("Basis", "basis"), .init("Leader", "leader_post"),
        .init("LeaderName", "leader_name"), .init("LaidBy", "laid_by"), .init("LaidAt", "laid_at", .instant),
        .init("EndedAt", "ended_at", .instant), .init("Version", "version"),
      ]),
    ExportedKind(
      "fired-rules", "fired_rules", key: ["id"],
      [
        .init("Key", "id"), .init("Document", "document_id"), .init("Rule", "rule_id"), .init("RuleName", "rule_name"),
        .init("LeaderName", "leader_name"), .init("FiredAt", "fired_at", .instant), .init("FiredBy", "fired_by"),
      ]),
    ExportedKind(
      "work-items", "work_items", key: ["id"],
      [
        .init("Key", "id"), .init("RecordKind", "subject_code"), .init("Record", "subject_number"),
        .init("Kind", "kind"), .init("Agency", "agency_id"), .init("Holder", "holder"),
        .init("HolderName", "holder_name"), .init("Unit", "unit_id"), .init("Role", "role"),
        .init("Parent", "parent_id"), .init("GivenBy", "given_by"), .init("GiverName", "giver_name"),
        .init("GivenAt", "given_at", .instant), .init("Instruction", "instruction"), .init("DueAt", "due_at", .instant),
        .init("State", "state"), .init("OpenedAt", "opened_at", .instant), .init("OpenedBy", "opened_by"),
        .init("AcceptedAt", "accepted_at", .instant), .init("EndedAt", "ended_at", .instant),
        .init("Outcome", "outcome"), .init("NeedsReply", "needs_reply"), .init("Result", "result_kind"),
        .init("ReplyCode", "reply_code"), .init("ReplyRecord", "reply_record"),
        .init("Version", "version"),
      ]),
    ExportedKind(
      "work-notes", "work_notes", key: ["id"],
      [
        .init("Key", "id"), .init("Item", "item_id"), .init("RecordKind", "subject_code"),
        .init("Record", "subject_number"), .init("Kind", "kind"), .init("Text", "text"),
        .init("Author", "author_post"), .init("AuthorName", "author_name"), .init("WrittenAt", "written_at", .instant),
      ]),
    ExportedKind(
      "work-urgings", "work_urgings", key: ["id"],
      [
        .init("Key", "id"), .init("Item", "item_id"), .init("RecordKind", "subject_code"),
        .init("Record", "subject_number"), .init("Level", "level"), .init("Ordinal", "ordinal"), .init("Text", "text"),
        .init("UrgedBy", "urged_by"), .init("UrgedAt", "urged_at", .instant), .init("IsByRule", "is_by_rule"),
      ]),
    ExportedKind(
      "deadline-changes", "work_deadline_changes", key: ["id"],
      [
        .init("Key", "id"), .init("Item", "item_id"), .init("RecordKind", "subject_code"),
        .init("Record", "subject_number"), .init("From", "due_from", .instant), .init("To", "due_to", .instant),
        .init("Reason", "reason"), .init("ChangedBy", "changed_by"), .init("ChangedAt", "changed_at", .instant),
      ]),
    ExportedKind(
      "extensions", "work_extensions", key: ["request_id"],
      [
        .init("Key", "request_id"), .init("Item", "item_id"), .init("RecordKind", "subject_code"),
        .init("Record", "subject_number"), .init("WantedDue", "wanted_due", .instant),
        .init("IsGranted", "is_granted"), .init("GrantedDue", "granted_due", .instant),
      ]),
    ExportedKind(
      "follows", "work_follows", key: ["post_id", "subject_code", "subject_number"],
      [
        .init("Post", "post_id"), .init("RecordKind", "subject_code"), .init("Record", "subject_number"),
        .init("FollowedAt", "followed_at", .instant),
      ]),
    ExportedKind(
      "handovers", "handovers", key: ["id"],
      [
        .init("Key", "id"), .init("Agency", "agency_id"), .init("AgencyName", "agency_name"),
        .init("Person", "person_id"), .init("PersonName", "person_name"), .init("Reason", "reason"),
        .init("Note", "note"), .init("Post", "post_id"), .init("AskedBy", "asked_by"),
        .init("AskedAt", "asked_at", .instant), .init("FinishedAt", "finished_at", .instant),
      ], leftOut: ["account_id": .integer(0)]),
    ExportedKind(
      "handover-lines", "handover_lines", key: ["handover_id", "position"],
      [
        .init("Handover", "handover_id"), .init("Position", "position"), .init("Kind", "kind"),
        .init("KindTitle", "kind_title"), .init("Thing", "thing_key"), .init("From", "from_post"),
        .init("FromName", "from_name"), .init("To", "to_post"), .init("ToName", "to_name"),
        .init("RecordKind", "subject_code"), .init("Record", "subject_number"), .init("CodeText", "code_text"),
        .init("Subject", "subject_text"), .init("DueAt", "due_at", .instant), .init("StateText", "state_text"),
        .init("Path", "path"), .init("Outcome", "outcome"), .init("Refusal", "refusal"),
        .init("DoneAt", "done_at", .instant),
      ]),
    ExportedKind(
      "work-moves", "work_moves", key: ["id"],
      [
        .init("Key", "id"), .init("Item", "item_id"), .init("RecordKind", "subject_code"),
        .init("Record", "subject_number"), .init("From", "from_state"), .init("To", "to_state"),
        .init("Holder", "holder"), .init("Unit", "unit_id"), .init("MovedAt", "moved_at", .instant),
        .init("MovedBy", "moved_by"), .init("MoverName", "mover_name"),
      ]),
    ExportedKind(
      "stored-files", "stored_files", key: ["hash"],
      [.init("Sha256", "hash"), .init("Bytes", "bytes"), .init("KeptAt", "kept_at", .instant)],
      leftOut: ["checked_at": .integer(0), "damage": .null, "damage_found_at": .null]),
    ExportedKind(
      "agency-templates", "agency_templates", key: ["id"],
      [
        .init("Key", "id"), .init("Agency", "agency_id"), .init("Type", "type_key"), .init("Sha256", "file_hash"),
        .init("FileBytes", "file_bytes"), .init("FileName", "file_name"), .init("Fields", "field_names"),
        .init("AddedAt", "added_at", .instant), .init("AddedBy", "added_by"), .init("EndedAt", "ended_at", .instant),
      ]),
    ExportedKind(
      "returned-papers", "returned_papers", key: ["id"],
      [
        .init("Key", "id"), .init("Agency", "agency_id"), .init("Document", "document_id"), .init("Sender", "sender"),
        .init("Code", "code_text"), .init("Subject", "subject"), .init("Reason", "reason"), .init("Way", "way"),
        .init("Condition", "condition"), .init("FileName", "file_name"), .init("FileKind", "file_kind"),
        .init("FileBytes", "file_bytes"), .init("Sha256", "file_hash"), .init("ReturnedAt", "returned_at", .instant),
        .init("ReturnedBy", "returned_by"),
      ]),
    ExportedKind(
      "arrival-conditions", "arrival_conditions", key: ["document_id"],
      [
        .init("Document", "document_id"), .init("IsUnopened", "is_unopened"), .init("Anomaly", "anomaly"),
        .init("OpenedAt", "opened_at", .instant), .init("ToldAt", "told_at", .instant), .init("ToldBy", "told_by"),
      ]),
    ExportedKind(
      "reception-notices", "reception_notices", key: ["document_id"],
      [
        .init("Document", "document_id"), .init("Agency", "agency_id"), .init("ToldOn", "told_on"), .init("Way", "way"),
        .init("NotedAt", "noted_at", .instant), .init("NotedBy", "noted_by"),
      ]),
    ExportedKind(
      "paper-copies", "paper_copies", key: ["document_id"],
      [
        .init("Document", "document_id"), .init("Holder", "holder"), .init("HolderName", "holder_name"),
        .init("HeldSince", "held_since", .instant),
      ]),
    ExportedKind(
      "paper-moves", "paper_moves", key: ["id"],
      [
        .init("Key", "id"), .init("Document", "document_id"), .init("FromName", "from_name"),
        .init("Receiver", "receiver"), .init("ReceiverName", "receiver_name"), .init("HandedAt", "handed_at", .instant),
        .init("HandedBy", "handed_by"), .init("Answer", "answer"), .init("AnsweredAt", "answered_at", .instant),
        .init("AnsweredBy", "answered_by"), .init("Reason", "reason"),
      ]),
    ExportedKind(
      "handwriting", "directive_files", key: ["directive_id"],
      [
        .init("Directive", "directive_id"), .init("Document", "document_id"), .init("Name", "name"),
        .init("Kind", "kind"), .init("Bytes", "bytes"), .init("Sha256", "hash"), .init("PageAmount", "page_count"),
        .init("AddedAt", "added_at", .instant),
      ]),
    ExportedKind(
      "document-files", "incoming_files", key: ["id"],
      [
        .init("Key", "id"), .init("Document", "document_id"), .init("Agency", "agency_id"),
        .init("Position", "position"), .init("Name", "name"), .init("Kind", "kind"), .init("Bytes", "bytes"),
        .init("Sha256", "hash"), .init("PageAmount", "page_count"), .init("State", "state"),
        .init("Trouble", "trouble"), .init("IsCleared", "is_cleared"), .init("AddedAt", "added_at", .instant),
        .init("StampLeft", "stamp_left", .measure), .init("StampTop", "stamp_top", .measure),
        .init("PageWidth", "page_width", .measure),
        .init("PageHeight", "page_height", .measure), .init("WorkItem", "work_item"),
      ], leftOut: ["paper_id": .null]),
    ExportedKind(
      "page-texts", "incoming_texts", key: ["file_id", "page"],
      [.init("File", "file_id"), .init("Page", "page"), .init("Origin", "origin"), .init("Text", "text")]),
    ExportedKind(
      "access-grants", "access_grants", key: ["record_code", "record_number", "principal", "source"],
      [
        .init("RecordKind", "record_code"), .init("Record", "record_number"), .init("Principal", "principal"),
        .init("Source", "source"), .init("Reason", "reason"), .init("GrantedAt", "granted_at", .instant),
      ]),
  ]
}
