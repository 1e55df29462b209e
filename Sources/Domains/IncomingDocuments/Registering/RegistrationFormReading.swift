import Documents
import Kernel
import Markup
import VietnameseText
import WebApp

extension IncomingFacts {
  /// Reads «Vào sổ» as typed: days in short forms, number and symbol pasted together. What cannot be read is a reason
  /// at its field; the rest is kept.
  init(_ form: Form, today: Day) throws(Refusal) {
    var reasons: [Refusal.Reason] = []
    let field = RegistrationField.self
    func day(_ name: String, _ label: String) -> Day? {
      let typed = form[name]
      guard !typed.isEmpty else { return nil }
      if let day = TypedDay.parse(typed, today: today) { return day }
      reasons.append(.init("\(label) «\(typed)» không phải một ngày. Gõ như 05/07/2026 hoặc 57.", field: name))
      return nil
    }
    func count(_ name: String, _ label: String) -> Int? {
      let typed = form[name]
      guard !typed.isEmpty else { return nil }
      if let number = Int(typed), number >= 0 { return number }
      reasons.append(.init("\(label) «\(typed)» phải là số.", field: name))
      return nil
    }
    self.init(arrivalDate: day(field.arrivalDate, "Ngày đến") ?? today)
    channel = ArrivalChannel(rawValue: form[field.channel]) ?? .paper
    issuerName = form[field.issuer]
    numberText = form[field.numberText]
    notation = form[field.notation]
    if notation.isEmpty, numberText.contains("/"), let parts = NumberText(typed: numberText), !parts.notation.isEmpty {
      numberText = parts.number
      notation = parts.notation
    }
    issuedDate = day(field.issuedDate, "Ngày văn bản")
    typeKey = form[field.type]
    subject = form[field.subject]
    urgency = Urgency(rawValue: form[field.urgency]) ?? .normal
    signerName = form[field.signerName]
    signerPosition = form[field.signerPosition]
    toPlaces = form[field.toPlaces]
    handlingDueDate = day(field.handlingDueDate, "Hạn giải quyết")
    pageCount = count(field.pageCount, "Số trang")
    sheetCount = count(field.sheetCount, "Số tờ")
    copyCount = count(field.copyCount, "Số bản")
    paperHolder = form[field.paperHolder]
    language = form[field.language].isEmpty ? "Tiếng Việt" : form[field.language]
    note = form[field.note]
    documentIdentifier = form[field.documentIdentifier].isEmpty ? nil : form[field.documentIdentifier]
    if let refusal = Refusal(
      reasons + obstacles(today: today).filter { reason in !reasons.contains { $0.field == reason.field } }),
      !reasons.isEmpty
    {
      throw refusal
    }
  }

  /// The fields as the form shows them.
  var formValues: [String: String] {
    let field = RegistrationField.self
    return [
      field.arrivalDate: arrivalDate.text, field.channel: channel.rawValue, field.issuer: issuerName,
      field.issuerKey: issuer?.description ?? "", field.numberText: numberText, field.notation: notation,
      field.issuedDate: issuedDate?.text ?? "", field.type: typeKey, field.subject: subject,
      field.urgency: urgency.rawValue, field.signerName: signerName, field.signerPosition: signerPosition,
      field.toPlaces: toPlaces, field.handlingDueDate: handlingDueDate?.text ?? "",
      field.pageCount: pageCount.map(String.init) ?? "", field.sheetCount: sheetCount.map(String.init) ?? "",
      field.copyCount: copyCount.map(String.init) ?? "", field.paperHolder: paperHolder, field.language: language,
      field.note: note, field.documentIdentifier: documentIdentifier ?? "",
    ]
  }
}

extension RegistrationField {
  /// An address that carries what «Lưu và tiếp» keeps for the next paper: book, date of arrival and sender.
  static func address(_ path: String, keeping form: Form) -> String {
    let kept = [book, arrivalDate, issuer].filter { !form[$0].isEmpty }.map { "\($0)=\(Form.encoded(form[$0]))" }
    return kept.isEmpty ? path : path + (path.contains("?") ? "&" : "?") + kept.joined(separator: "&")
  }
}

extension Secrecy {
  /// Looks at a form as typed, before anything of it is read, kept or shown again.
  static func refuseMarked(_ form: Form) throws(SecrecyFound) {
    let field = RegistrationField.self
    let names = [
      field.numberText, field.notation, field.subject, field.note, field.toPlaces, field.issuer,
      field.documentIdentifier,
    ]
    if names.contains(where: { SecrecyMark.isMarked(form[$0]) }) { throw SecrecyFound() }
  }
}
