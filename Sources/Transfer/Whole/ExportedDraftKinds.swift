/// Drafts and what hangs on them.
extension ExportedKind {
  static let drafts: [ExportedKind] = [
    ExportedKind(
      "drafts", "drafts", key: ["id"],
      [
        .init("Key", "id"), .init("Agency", "agency_id"), .init("Unit", "unit_id"), .init("UnitName", "unit_name"),
        .init("Drafter", "drafter_post"), .init("DrafterName", "drafter_name"), .init("Assigner", "assigner_post"),
        .init("AssignerName", "assigner_name"), .init("AssignedAt", "assigned_at", .instant),
        .init("TypeName", "type_key"), .init("Subject", "subject"), .init("Priority", "urgency", .urgency),
        .init("Signer", "signer_post"), .init("SignerName", "signer_name"), .init("Capacity", "capacity"),
        .init("DueDate", "reply_due"), .init("OriginKind", "origin_code"), .init("Origin", "origin_number"),
        .init("OriginWork", "origin_item"), .init("LatestVersion", "latest_version"), .init("Round", "round"),
        .init("CancelReason", "cancel_reason"), .init("Outgoing", "outgoing"), .init("Progress", "progress"),
        .init("Version", "version"), .init("Copies", "copies"),
      ]),
    ExportedKind(
      "draft-recipients", "draft_recipients", key: ["draft_id", "position"],
      [
        .init("Draft", "draft_id"), .init("Position", "position"), .init("Place", "place"), .init("Name", "name"),
        .init("IsInformed", "is_informed"),
      ]),
    ExportedKind(
      "draft-versions", "draft_versions", key: ["id"],
      [
        .init("Key", "id"), .init("Draft", "draft_id"), .init("Number", "number"), .init("Author", "author_post"),
        .init("AuthorName", "author_name"), .init("MadeAt", "made_at", .instant), .init("Purpose", "purpose"),
        .init("IsEdit", "is_edit"), .init("Template", "template"),
      ]),
    ExportedKind(
      "draft-files", "draft_files", key: ["id"],
      [
        .init("Key", "id"), .init("Draft", "draft_id"), .init("OfVersion", "version_id"), .init("Position", "position"),
        .init("Name", "name"), .init("Kind", "kind"), .init("Bytes", "bytes"), .init("Hash", "hash"),
        .init("PageAmount", "page_count"), .init("Text", "text"),
        .init("Remark", "remark"),
      ]),
    ExportedKind(
      "draft-form-checks", "draft_form_checks", key: ["file_id"],
      [
        .init("File", "file_id"), .init("CheckedAt", "checked_at", .instant), .init("Findings", "findings"),
        .init("Trouble", "trouble"),
      ]),
    ExportedKind(
      "draft-readers", "draft_readers", key: ["draft_id", "post_id"],
      [
        .init("Draft", "draft_id"), .init("Post", "post_id"), .init("SeenVersion", "seen_version"),
        .init("BeforeVersion", "before_version"),
      ]),
    ExportedKind(
      "draft-submissions", "draft_submissions", key: ["draft_id", "round"],
      [
        .init("Draft", "draft_id"), .init("Round", "round"), .init("Summary", "summary"),
        .init("Proposal", "proposal"), .init("SubmittedAt", "submitted_at", .instant),
      ]),
    ExportedKind(
      "draft-steps", "draft_steps", key: ["draft_id", "position"],
      [
        .init("Draft", "draft_id"), .init("Position", "position"), .init("Kind", "kind"), .init("Holder", "holder"),
        .init("HolderName", "holder_name"), .init("Unit", "unit_id"), .init("Item", "item_id"),
      ]),
    ExportedKind(
      "draft-checks", "draft_checks", key: ["id"],
      [
        .init("Key", "id"), .init("Draft", "draft_id"), .init("Round", "round"), .init("Position", "position"),
        .init("Kind", "kind"), .init("VersionNumber", "version_number"), .init("Post", "post_id"),
        .init("Person", "person_id"), .init("Name", "name"), .init("Said", "said"), .init("Note", "note"),
        .init("At", "at", .instant), .init("VoidedAt", "voided_at", .instant), .init("VoidReason", "void_reason"),
      ]),
    ExportedKind(
      "draft-opinions", "draft_opinions", key: ["id"],
      [
        .init("Key", "id"), .init("Draft", "draft_id"), .init("Item", "item_id"),
        .init("VersionNumber", "version_number"), .init("Stance", "stance"), .init("Text", "text"),
        .init("Place", "place"), .init("Excerpt", "excerpt"), .init("Author", "author_post"),
        .init("AuthorName", "author_name"), .init("At", "at", .instant),
      ]),
    ExportedKind(
      "draft-opinion-comments", "draft_opinion_comments", key: ["opinion_id", "position"],
      [
        .init("Opinion", "opinion_id"), .init("Draft", "draft_id"), .init("Position", "position"),
        .init("Place", "place"), .init("Text", "text"),
      ]),
    ExportedKind(
      "draft-approvals", "draft_approvals", key: ["id"],
      [
        .init("Key", "id"), .init("Draft", "draft_id"), .init("VersionNumber", "version_number"),
        .init("MainHash", "main_hash"), .init("AnnexHashes", "annex_hashes"), .init("Post", "post_id"),
        .init("Person", "person_id"), .init("FullName", "person_name"), .init("Position", "title"),
        .init("Capacity", "capacity"), .init("Basis", "basis"), .init("At", "at", .instant),
        .init("VoidedAt", "voided_at", .instant), .init("VoidReason", "void_reason"),
      ]),
    ExportedKind(
      "signing-powers", "signing_powers", key: ["id"],
      [
        .init("Key", "id"), .init("Agency", "agency_id"), .init("Post", "post_id"), .init("HolderName", "holder_name"),
        .init("Capacity", "capacity"), .init("TypeNames", "type_keys"), .init("Scope", "scope"),
        .init("Basis", "basis"), .init("ValidFrom", "valid_from"), .init("ValidThrough", "valid_through"),
        .init("LaidBy", "laid_by"), .init("LaidAt", "laid_at", .instant), .init("EndedAt", "ended_at", .instant),
        .init("EndedBy", "ended_by"), .init("Version", "version"),
      ]),
    ExportedKind(
      "usual-ways", "usual_ways", key: ["id"],
      [
        .init("Key", "id"), .init("Agency", "agency_id"), .init("TypeName", "type_key"),
        .init("Content", "content_place"), .init("Coordinating", "coordinating"), .init("Form", "form_place"),
        .init("Review", "review_place"), .init("LaidBy", "laid_by"), .init("LaidAt", "laid_at", .instant),
        .init("EndedAt", "ended_at", .instant), .init("Version", "version"),
      ]),
  ]
}
