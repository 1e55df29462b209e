import Database

/// One kind of record in the open form: a file of JSON lines, a table behind it, and which column is which field. Both
/// ways, out and in, read this one declaration.
struct ExportedKind: Sendable {
  /// A column and the name it has outside.
  struct Field: Sendable {
    enum Form: Sendable {
      case plain
      /// Milliseconds inside, ISO 8601 in UTC outside.
      case instant
      /// A word inside, its rank outside.
      case urgency
      /// A length in millimetres: outside as text, since readers of JSON round numbers.
      case measure
    }

    var name: String
    var column: String
    var form = Form.plain

    init(_ name: String, _ column: String, _ form: Form = .plain) {
      self.name = name
      self.column = column
      self.form = form
    }
  }

  /// Name of its file without ending.
  var name: String
  var table: String
  var fields: [Field]
  /// Columns that no file has, each with the value it gets on the way in.
  var leftOut: [String: SQLValue] = [:]
  /// Columns by which rows are ordered and paged; together unique.
  var key: [String]
  /// A column that points at another row of the same table: filled when all rows are there.
  var ownReference: String?
  /// Migrations put rows there already, the same in every installation.
  var isSeeded = false

  init(
    _ name: String, _ table: String, key: [String], _ fields: [Field], leftOut: [String: SQLValue] = [:],
    ownReference: String? = nil, isSeeded: Bool = false
  ) {
    self.name = name
    self.table = table
    self.key = key
    self.fields = fields
    self.leftOut = leftOut
    self.ownReference = ownReference
    self.isSeeded = isSeeded
  }

  var fileName: String { "\(name).jsonl" }
}

extension ExportedKind {
  /// Every kind, those that others point at first.
  static let all: [ExportedKind] =
    organization + directory + plans + books + documents + drafts + exchange + outgoing + copies + collections
    + dossiers + archive + disposal + papers

  /// Tables that are no part of the open form, and why. A test proves that no table is forgotten.
  static let leftOutTables: [String: String] = [
    "accounts": "mật khẩu không rời hệ thống", "password_history": "mật khẩu không rời hệ thống",
    "sessions": "phiên đăng nhập", "api_tokens": "mã truy cập của nơi này",
    "audit_entries": "nhật ký gắn với chuỗi niêm phong của nơi sinh ra nó",
    "audit_unsealed": "như nhật ký", "audit_seals": "như nhật ký", "audit_closings": "như nhật ký",
    "access_periods": "đếm từ nhật ký của nơi này", "visit_days": "đếm từ nhật ký của nơi này",
    "audit_chain": "như nhật ký", "jobs": "việc chạy nền", "waiting_papers": "chưa vào sổ",
    "waiting_pages": "chưa vào sổ",
    "incoming_quarantines": "đang niêm giữ thì không xuất", "outgoing_quarantines": "đang niêm giữ thì không xuất",
    "dossier_quarantines": "đang niêm giữ thì không xuất",
    "chosen_columns": "thói quen của từng người",
    "directive_phrases": "thói quen của từng người",
    "saved_searches": "thói quen của từng người", "list_exports": "tệp giữ một tuần",
    "dossier_packages": "gói giữ một tuần",
    "register_prints": "bản in, in lại được", "register_print_files": "bản in, in lại được",
    "import_batches": "đợt nhập của nơi này", "import_rows": "đợt nhập của nơi này",
    "plan_imports": "đợt nhập của nơi này", "import_problems": "đợt nhập của nơi này",
    "import_changes": "đợt nhập của nơi này",
    "notifications": "thông báo của từng người", "notification_marks": "thông báo của từng người",
    "notification_reads": "thông báo của từng người", "notification_addresses": "thói quen của từng người",
    "notification_choices": "thói quen của từng người", "mails": "thư chờ gửi và đã gửi",
    "mail_digests": "thư chờ gửi và đã gửi", "calendar_changes": "việc chạy nền", "told_reminders": "việc chạy nền",
    "outside_agency_words": "lập lại từ tên",
    "search_entries": "lập lại từ văn bản", "search_texts": "lập lại từ văn bản", "search_words": "lập lại từ văn bản",
    "dossier_visits": "thói quen của từng người", "submissions": "lần bấm nút",
    "work_batches": "lần xử lý hàng loạt, giữ một tuần",
    "work_batch_lines": "lần xử lý hàng loạt, giữ một tuần",
    "draft_sendings": "hoàn tác được trong mười giây, giữ một ngày",
    "handling_sendings": "hoàn tác được trong mười giây, giữ một ngày",
    "work_sendings": "hoàn tác được trong mười giây, giữ một ngày", "installation_facts": "của riêng nơi này",
    "schema_migrations": "của riêng nơi này", "disposal_files": "việc chạy nền",
  ]

  private static let organization: [ExportedKind] = [
    ExportedKind(
      "tiers", "agency_tiers", key: ["id"],
      [.init("Key", "id"), .init("Name", "name"), .init("SortOrder", "sort_order"), .init("Version", "version")]),
    ExportedKind(
      "agencies", "agencies", key: ["id"],
      [
        .init("Key", "id"), .init("Parent", "parent_id"), .init("Tier", "tier_id"),
        .init("Abbreviation", "abbreviation"), .init("Place", "place_name"),
        .init("OutsideSuperior", "outside_superior_name"), .init("OrganId", "organ_identifier"),
        .init("LegacyOrganId", "legacy_organ_code"), .init("SortOrder", "sort_order"), .init("OpenedOn", "opened_on"),
        .init("ClosedOn", "closed_on"), .init("Version", "version"),
      ], ownReference: "parent_id"),
    names("agency-names", "agency_names", "Agency", "agency_id"),
    ExportedKind(
      "agency-identifiers", "agency_identifiers", key: ["agency_id", "valid_from"],
      [
        .init("Agency", "agency_id"), .init("ValidFrom", "valid_from"), .init("OrganId", "organ_identifier"),
        .init("LegacyOrganId", "legacy_organ_code"),
      ]),
    ExportedKind(
      "calendar-years", "calendar_years", key: ["agency_id", "year"],
      [
        .init("Agency", "agency_id"), .init("Year", "year"), .init("Days", "marks"), .init("Notice", "notice"),
        .init("IsConfirmed", "is_confirmed"), .init("Version", "version"),
      ]),
    ExportedKind(
      "office-hours", "office_hours", key: ["agency_id"],
      [
        .init("Agency", "agency_id"), .init("MorningBegins", "morning_begins"), .init("MorningEnds", "morning_ends"),
        .init("AfternoonBegins", "afternoon_begins"), .init("AfternoonEnds", "afternoon_ends"),
        .init("Version", "version"),
      ]),
    ExportedKind(
      "deadline-rules", "deadline_rules", key: ["agency_id"],
      [
        .init("Agency", "agency_id"), .init("RemindDays", "remind_days"), .init("AlarmMinutes", "alarm_minutes"),
        .init("RemindAfter", "remind_after"), .init("CriticizeAfter", "criticize_after"),
        .init("ReviewAfter", "review_after"), .init("Version", "version"),
      ]),
    ExportedKind(
      "units", "units", key: ["id"],
      [
        .init("Key", "id"), .init("Agency", "agency_id"), .init("Parent", "parent_id"), .init("Kind", "kind"),
        .init("Abbreviation", "abbreviation"), .init("SortOrder", "sort_order"), .init("OpenedOn", "opened_on"),
        .init("ClosedOn", "closed_on"), .init("Version", "version"),
      ], ownReference: "parent_id"),
    names("unit-names", "unit_names", "Unit", "unit_id"),
    ExportedKind(
      "people", "people", key: ["id"],
      [
        .init("Key", "id"), .init("Agency", "agency_id"), .init("StaffCode", "staff_code"),
        .init("SortKey", "sort_key"), .init("FoldedNames", "folded"), .init("ExactNames", "exact"),
        .init("Version", "version"),
      ]),
    names("person-names", "person_names", "Person", "person_id"),
    ExportedKind(
      "posts", "posts", key: ["id"],
      [
        .init("Key", "id"), .init("Person", "person_id"), .init("Unit", "unit_id"), .init("Title", "title"),
        .init("SortOrder", "sort_order"), .init("StartedOn", "started_on"), .init("EndedOn", "ended_on"),
        .init("Version", "version"),
      ]),
    ExportedKind(
      "delegations", "delegations", key: ["id"],
      [
        .init("Key", "id"), .init("Agency", "agency_id"), .init("AbsentPost", "absent_post"),
        .init("AbsentPerson", "absent_person"), .init("AbsentName", "absent_name"),
        .init("StandInPost", "stand_in_post"), .init("StandInPerson", "stand_in_person"),
        .init("StandInName", "stand_in_name"), .init("FirstDay", "first_day"), .init("LastDay", "last_day"),
        .init("Scope", "scope"), .init("Kinds", "kinds"), .init("Reason", "reason"), .init("MadeBy", "made_by"),
        .init("MadeAt", "made_at", .instant), .init("EndedAt", "ended_at", .instant), .init("EndedBy", "ended_by"),
      ]),
    ExportedKind(
      "post-roles", "post_roles", key: ["post_id", "role"], [.init("Post", "post_id"), .init("Role", "role")]),
  ]

  private static func names(_ name: String, _ table: String, _ owner: String, _ column: String) -> ExportedKind {
    ExportedKind(
      name, table, key: [column, "valid_from"],
      [
        .init(owner, column), .init("ValidFrom", "valid_from"), .init("Name", "name"), .init("ShortName", "short_name"),
      ])
  }

  private static let directory: [ExportedKind] = [
    ExportedKind(
      "document-types", "document_types", key: ["key"],
      [
        .init("Key", "key"), .init("TypeName", "name"), .init("FoldedName", "folded"),
        .init("Abbreviation", "abbreviation"), .init("ArchiveCode", "archive_code"),
        .init("IsAdministrative", "is_administrative"), .init("Place", "place"),
      ], isSeeded: true),
    ExportedKind(
      "outside-agencies", "outside_agencies", key: ["id"],
      [
        .init("Key", "id"), .init("OrganName", "name"), .init("ExactName", "exact"), .init("FoldedName", "folded"),
        .init("OrganId", "code"), .init("LegacyOrganId", "legacy_code"), .init("ParentHint", "parent_hint"),
        .init("UseCount", "use_count"), .init("LastUsedAt", "last_used_at", .instant),
        .init("MergedInto", "merged_into"), .init("CreatedAt", "created_at", .instant), .init("Version", "version"),
      ], ownReference: "merged_into"),
    ExportedKind(
      "outside-agency-aliases", "outside_agency_aliases", key: ["exact"],
      [
        .init("ExactName", "exact"), .init("FoldedName", "folded"), .init("OrganName", "name"),
        .init("Agency", "agency_id"),
      ]),
  ]
}
