import Database

/// Copies of documents (sao y, sao lục, trích sao), in the order of their numbers.
extension ExportedKind {
  static let copies: [ExportedKind] = [
    ExportedKind(
      "document-copies", "document_copies", key: ["id"],
      [
        .init("Key", "id"), .init("Agency", "agency_id"), .init("Form", "form"), .init("MediumFrom", "medium_from"),
        .init("MediumTo", "medium_to"), .init("SourceKind", "source_code"), .init("Source", "source_number"),
        .init("SourceFile", "source_file"), .init("Parts", "parts"), .init("Recipients", "recipients"),
        .init("IssuedAmount", "amount"), .init("Purpose", "purpose"), .init("DeciderPost", "decider_post"),
        .init("DeciderName", "decider_name"), .init("AskerPost", "asker_post"), .init("AskerName", "asker_name"),
        .init("AskedAt", "asked_at", .instant), .init("State", "state"), .init("SignatureLines", "signature_lines"),
        .init("SignerInfo.FullName", "signer_name"), .init("DecidedAt", "decided_at", .instant),
        .init("DecisionNote", "decision_note"), .init("Register", "register_id"), .init("CodeNumber", "number"),
        .init("NumberedAt", "numbered_at", .instant), .init("NumberedBy", "numbered_by"),
        .init("GivenAt", "given_at", .instant), .init("Receipt", "receipt"), .init("EndReason", "end_reason"),
        .init("Hash", "file_hash"), .init("Bytes", "file_bytes"), .init("PageAmount", "page_count"),
        .init("Trouble", "trouble"), .init("Version", "version"),
      ])
  ]
}
