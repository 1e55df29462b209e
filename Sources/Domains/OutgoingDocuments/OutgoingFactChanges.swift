import Audit
import Documents
import Drafts
import Kernel

/// What an act changed in the entry, field by field, as people read it.
enum OutgoingFactChanges {
  static func between(_ before: OutgoingFacts?, _ after: OutgoingFacts) -> [AuditChange] {
    let old = before.map(shown)
    return shown(after).enumerated().compactMap { index, field in
      let former = old?[index].value
      return AuditChange.between(
        field.label, former?.isEmpty == true ? nil : former, field.value.isEmpty ? nil : field.value)
    }
  }

  /// Names and values in the order of the decree's table.
  static func shown(_ facts: OutgoingFacts) -> [(label: String, value: String)] {
    [
      ("Tên loại", DocumentType.known(facts.typeKey)?.name ?? facts.typeKey), ("Ký hiệu", facts.notation),
      ("Ngày văn bản", facts.issuedDate.text), ("Tổ chức ban hành", facts.bodyName), ("Trích yếu", facts.subject),
      ("Độ khẩn", facts.urgency.label), ("Người ký", facts.signerName), ("Chức vụ người ký", facts.signerPosition),
      ("Tư cách ký", facts.capacity.label), ("Ký lúc", facts.signedAt.text), ("Đơn vị soạn thảo", facts.unitName),
      ("Người soạn thảo", facts.drafterName),
      ("Bản gốc", facts.isPaper ? "Bản giấy, quét thành tệp" : "Văn bản điện tử"),
      ("Đơn vị, người nhận bản lưu", facts.fileCopyHolder), ("Số lượng bản", facts.amount.map(String.init) ?? ""),
      ("Hạn trả lời", facts.replyDueDate?.text ?? ""), ("Ngôn ngữ", facts.language),
      ("Số trang", facts.pageCount.map(String.init) ?? ""), ("Ghi chú", facts.note),
    ]
  }
}
