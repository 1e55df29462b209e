import Audit

extension AuditEvent {
  static func listExported(_ export: ListExport) -> AuditEvent {
    let criteria = export.criteria.isEmpty ? "" : " (\(export.criteria))"
    return AuditEvent(
      code: "listExport.asked",
      sentence: "kết xuất danh sách «\(export.title)»\(criteria) ra tệp .\(export.format.rawValue)",
      kind: .access)
  }

  static func listExportDownloaded(_ export: ListExport) -> AuditEvent {
    AuditEvent(
      code: "listExport.downloaded",
      sentence: "tải tệp kết xuất danh sách «\(export.title)», \(export.rowCount) dòng, tệp .\(export.format.rawValue)",
      kind: .access)
  }
}
