import Documents
import Kernel

/// What the clerk enters of an incoming document: the fields of Decree 30/2020, Annex VI.II.II.
package struct IncomingFacts: Sendable, Equatable, Codable {
  /// Ngày đến: the day the paper arrived; before today for a late entry.
  package var arrivalDate: Day
  package var channel: ArrivalChannel = .paper
  /// Tác giả: name of the issuing agency as printed.
  package var issuerName = ""
  /// Its entry in the directory.
  package var issuer: OutsideAgency.ID?
  /// Số: digits mostly, but old and foreign forms are kept as text.
  package var numberText = ""
  /// Ký hiệu.
  package var notation = ""
  package var issuedDate: Day?
  /// Key of the document type.
  package var typeKey = ""
  /// Trích yếu.
  package var subject = ""
  package var urgency: Urgency = .normal
  package var signerName = ""
  package var signerPosition = ""
  /// Đơn vị hoặc người nhận.
  package var toPlaces = ""
  /// Thời hạn giải quyết.
  package var handlingDueDate: Day?
  /// Counted by itself when there is a file.
  package var pageCount: Int?
  package var sheetCount: Int?
  package var copyCount: Int?
  /// Who holds the paper copy (DEN-13).
  package var paperHolder = ""
  package var language = "Tiếng Việt"
  package var note = ""
  /// Mã định danh văn bản, agency identifier + year + number (QĐ 28/2018 Đ10); nil when the paper bears none.
  package var documentIdentifier: String?

  package init(arrivalDate: Day) { self.arrivalDate = arrivalDate }

  /// `15/QĐ-BNV` as printed; empty when the paper bears neither.
  package var codeText: String { NumberText(number: numberText, notation: notation).text }

  /// A paper of an earlier day came in before that day ended.
  func arrivedAt(now: Instant) -> Instant {
    arrivalDate == now.day ? now : Instant(arrivalDate, hour: 23, minute: 59, second: 59)
  }

  /// Everything that stands against saving, each at its field. Field lengths are those of Annex VI.
  package func obstacles(today: Day) -> [Refusal.Reason] {
    missing + tooLong + datesOutOfOrder(today: today) + countsOutOfRange
  }

  private var missing: [Refusal.Reason] {
    let field = RegistrationField.self
    return [
      (issuerName, field.issuer, "Chưa nhập cơ quan ban hành."),
      (typeKey, field.type, "Chưa chọn tên loại văn bản."),
      (subject, field.subject, "Chưa nhập trích yếu."),
    ].filter { $0.0.isEmpty }.map { Refusal.Reason($0.2, field: $0.1) }
  }

  private var tooLong: [Refusal.Reason] {
    let field = RegistrationField.self
    let limits: [(String, String, String, Int)] = [
      (issuerName, field.issuer, "Tên cơ quan ban hành", 200), (numberText, field.numberText, "Số", 11),
      (notation, field.notation, "Ký hiệu", 30), (subject, field.subject, "Trích yếu", 500),
      (signerName, field.signerName, "Tên người ký", 50),
      (signerPosition, field.signerPosition, "Chức vụ người ký", 100),
      (toPlaces, field.toPlaces, "Đơn vị hoặc người nhận", 1000),
      (paperHolder, field.paperHolder, "Người giữ bản giấy", 200), (language, field.language, "Ngôn ngữ", 30),
      (note, field.note, "Ghi chú", 500),
      (documentIdentifier ?? "", field.documentIdentifier, "Mã định danh văn bản", 60),
    ]
    return limits.filter { $0.0.count > $0.3 }.map { text, name, label, limit in
      Refusal.Reason("\(label) dài \(text.count) ký tự; tối đa \(limit). Hãy rút gọn.", field: name)
    }
  }

  private func datesOutOfOrder(today: Day) -> [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    if arrivalDate > today {
      reasons.append(
        .init(
          "Ngày đến \(arrivalDate.text) chưa tới: theo đồng hồ máy chủ, hôm nay là \(today.text).",
          field: RegistrationField.arrivalDate))
    }
    if let issuedDate, issuedDate > arrivalDate {
      reasons.append(
        .init(
          "Ngày văn bản \(issuedDate.text) sau ngày đến \(arrivalDate.text). Hãy xem lại hai ngày này.",
          field: RegistrationField.issuedDate))
    }
    if let handlingDueDate, handlingDueDate < arrivalDate {
      reasons.append(.init("Hạn giải quyết trước ngày đến.", field: RegistrationField.handlingDueDate))
    }
    return reasons
  }

  private var countsOutOfRange: [Refusal.Reason] {
    let field = RegistrationField.self
    let counts = [
      (pageCount, field.pageCount, "Số trang", 9999), (sheetCount, field.sheetCount, "Số tờ", 9999),
      (copyCount, field.copyCount, "Số bản", 999),
    ]
    return counts.compactMap { count, name, label, limit in
      guard let count, !(0...limit).contains(count) else { return nil }
      return Refusal.Reason("\(label) phải từ 0 đến \(limit).", field: name)
    }
  }

  /// Every text typed: what a secrecy mark is looked for in (MAT-05).
  var texts: [String] { [numberText, notation, subject, note, toPlaces, issuerName, documentIdentifier ?? ""] }
}
