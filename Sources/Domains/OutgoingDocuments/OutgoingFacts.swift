import Documents
import Drafts
import Kernel

/// What is entered of an outgoing document: the fields of Decree 30/2020, Annex VI.II.I.
package struct OutgoingFacts: Sendable, Equatable, Codable {
  /// Key of the document type.
  package var typeKey = ""
  /// Name of a body inside the agency that issues under its own name (DI-03); empty for the agency.
  package var bodyName = ""
  /// Ký hiệu: «QĐ-TCĐC».
  package var notation = ""
  /// Trích yếu.
  package var subject = ""
  /// Ngày văn bản: the day of its number.
  package var issuedDate: Day
  package var urgency: Urgency = .normal
  package var signerName = ""
  package var signerPosition = ""
  package var capacity: SigningCapacity = .direct
  /// When it was signed: the clocks of issuing run from here (DI-08).
  package var signedAt: Instant
  /// Đơn vị soạn thảo.
  package var unit: UnitID?
  package var unitName = ""
  package var drafterName = ""
  /// Signed on paper and scanned; false for what was signed in electronic form.
  package var isPaper = true
  /// Đơn vị, người nhận bản lưu.
  package var fileCopyHolder = ""
  /// Số lượng bản.
  package var amount: Int?
  /// Hạn trả lời: by when the recipients are asked to answer.
  package var replyDueDate: Day?
  package var language = "Tiếng Việt"
  package var pageCount: Int?
  package var note = ""

  package init(issuedDate: Day, signedAt: Instant) {
    self.issuedDate = issuedDate
    self.signedAt = signedAt
  }

  /// Its form has a line of place and date; minutes have none (Annex III, form 1.9).
  var isDated: Bool { typeKey != "bienBan" }

  /// «Phó Tổng cục trưởng (KT.)»: the signer's own position, then for whom they sign.
  package var signerLine: String {
    switch capacity {
    case .direct: signerPosition
    case .acting: "\(capacity.prefix) \(signerPosition)"
    default: "\(signerPosition) (\(capacity.prefix))"
    }
  }

  /// Everything that stands against saving, each at its field. Field lengths are those of Annex VI.
  package func obstacles(now: Instant) -> [Refusal.Reason] { missing + tooLong + outOfRange(now: now) }

  private var missing: [Refusal.Reason] {
    let field = NumberingField.self
    return [
      (typeKey, field.type, "Chưa chọn tên loại văn bản."), (subject, field.subject, "Chưa nhập trích yếu."),
      (notation, field.notation, "Chưa có ký hiệu. Khai chữ viết tắt của cơ quan, đơn vị, hoặc gõ ký hiệu."),
      (signerName, field.signerName, "Chưa nhập người ký. Số chỉ cấp cho văn bản đã ký."),
      (signerPosition, field.signerPosition, "Chưa nhập chức vụ người ký."),
    ].filter { $0.0.isEmpty }.map { Refusal.Reason($0.2, field: $0.1) }
  }

  private var tooLong: [Refusal.Reason] {
    let field = NumberingField.self
    let limits: [(String, String, String, Int)] = [
      (notation, field.notation, "Ký hiệu", 30), (subject, field.subject, "Trích yếu", 500),
      (signerName, field.signerName, "Tên người ký", 50),
      (signerPosition, field.signerPosition, "Chức vụ người ký", 100),
      (drafterName, field.drafterName, "Người soạn thảo", 100),
      (fileCopyHolder, field.fileCopyHolder, "Nơi giữ bản lưu", 200), (note, field.note, "Ghi chú", 500),
      (language, field.language, "Ngôn ngữ", 30),
    ]
    return limits.filter { $0.0.count > $0.3 }.map { text, name, label, limit in
      Refusal.Reason("\(label) dài \(text.count) ký tự; tối đa \(limit). Hãy rút gọn.", field: name)
    }
  }

  private func outOfRange(now: Instant) -> [Refusal.Reason] {
    let field = NumberingField.self
    var reasons: [Refusal.Reason] = []
    if notation.contains(where: \.isWhitespace) || notation.contains("/") {
      reasons.append(.init("Ký hiệu viết liền, không có dấu cách và dấu «/», ví dụ QĐ-TCĐC.", field: field.notation))
    }
    if signedAt > now {
      reasons.append(.init("Ngày ký chưa tới. Số chỉ cấp sau khi văn bản đã ký.", field: field.signedOn))
    }
    if let replyDueDate, replyDueDate < issuedDate {
      reasons.append(.init("Hạn trả lời trước ngày văn bản.", field: field.replyDueDate))
    }
    if let amount, !(1...9999).contains(amount) {
      reasons.append(.init("Số lượng bản phải từ 1 đến 9999.", field: field.amount))
    }
    return reasons
  }

  /// Every text typed: what a secrecy mark is looked for in (MAT-05).
  var texts: [String] { [notation, subject, note, drafterName, fileCopyHolder] }
}
