import Audit
import Documents
import Kernel

/// What an act changed in the entry, field by field, as people read it.
enum FactChanges {
  static func between(_ before: IncomingFacts?, _ after: IncomingFacts) -> [AuditChange] {
    let old = before.map(shown)
    return shown(after).enumerated().compactMap { index, field in
      let former = old?[index].value
      return AuditChange.between(
        field.label, former?.isEmpty == true ? nil : former, field.value.isEmpty ? nil : field.value)
    }
  }

  /// Names and values in the order of the decree's table.
  static func shown(_ facts: IncomingFacts) -> [(label: String, value: String)] {
    [
      ("Ngày đến", facts.arrivalDate.text), ("Đến bằng", facts.channel.label),
      ("Cơ quan ban hành", facts.issuerName), ("Số", facts.numberText), ("Ký hiệu", facts.notation),
      ("Ngày văn bản", facts.issuedDate?.text ?? ""),
      ("Tên loại", DocumentType.known(facts.typeKey)?.name ?? facts.typeKey), ("Trích yếu", facts.subject),
      ("Độ khẩn", facts.urgency.label), ("Người ký", facts.signerName), ("Chức vụ người ký", facts.signerPosition),
      ("Đơn vị hoặc người nhận", facts.toPlaces), ("Hạn giải quyết", facts.handlingDueDate?.text ?? ""),
      ("Số trang", facts.pageCount.map(String.init) ?? ""), ("Số tờ", facts.sheetCount.map(String.init) ?? ""),
      ("Số bản", facts.copyCount.map(String.init) ?? ""), ("Người giữ bản giấy", facts.paperHolder),
      ("Ngôn ngữ", facts.language), ("Mã định danh văn bản", facts.documentIdentifier ?? ""), ("Ghi chú", facts.note),
    ]
  }
}
