/// A field of an incoming document in exchanged data: the names of Decree 30/2020, Annex VI.II.II, and a few of ours where
/// the decree has none.
package enum DocumentField: String, Sendable, CaseIterable {
  case arrivalNumber = "ArrivalNumber"
  case arrivalDate = "ArrivalDate"
  /// Ours: a further book of the agency.
  case bookName = "BookName"
  /// Ours: number and symbol in one, «15/QĐ-BNV».
  case code = "Code"
  case codeNumber = "CodeNumber"
  case codeNotation = "CodeNotation"
  case issuedDate = "IssuedDate"
  case typeName = "TypeName"
  case organName = "OrganName"
  case subject = "Subject"
  /// Ours: type and subject in one, as column 6 of the register has them.
  case typeAndSubject = "TypeAndSubject"
  case signerName = "SignerInfo.FullName"
  case signerPosition = "SignerInfo.Position"
  case priority = "Priority"
  /// Ours: a secrecy mark; a row that has one is refused (MAT-05).
  case secrecy = "SecurityLevel"
  case toPlaces = "ToPlaces"
  case dueDate = "DueDate"
  case pageAmount = "PageAmount"
  case sheetAmount = "SheetAmount"
  case copyAmount = "CopyAmount"
  case language = "Language"
  case description = "Description"
  /// Ours: mã định danh văn bản.
  case documentIdentifier = "DocumentId"
  case channel = "Channel"
  case paperHolder = "PaperHolder"
  /// Ours: «registered» or «cancelled».
  case state = "State"
  case cancelReason = "CancelReason"
  /// Ours: paths of files, the document itself first.
  case files = "Files"

  /// The Vietnamese term, as the register and the form have it.
  package var label: String { Self.labels[self] ?? rawValue }

  /// Other heads of a column that mean the field.
  package var otherNames: [String] { Self.others[self] ?? [] }

  /// The field that an obstacle of the registration form is about.
  package static func of(obstacleAt formField: String?) -> DocumentField? { formField.flatMap { ofForm[$0] } }

  private static let labels: [DocumentField: String] = [
    .arrivalNumber: "Số đến", .arrivalDate: "Ngày đến", .bookName: "Sổ", .code: "Số, ký hiệu văn bản",
    .codeNumber: "Số văn bản", .codeNotation: "Ký hiệu", .issuedDate: "Ngày tháng văn bản", .typeName: "Tên loại",
    .organName: "Tác giả", .subject: "Trích yếu", .typeAndSubject: "Tên loại và trích yếu nội dung văn bản",
    .signerName: "Người ký", .signerPosition: "Chức vụ người ký", .priority: "Độ khẩn", .secrecy: "Độ mật",
    .toPlaces: "Đơn vị hoặc người nhận", .dueDate: "Thời hạn giải quyết", .pageAmount: "Số trang",
    .sheetAmount: "Số tờ", .copyAmount: "Số bản", .language: "Ngôn ngữ", .description: "Ghi chú",
    .documentIdentifier: "Mã định danh văn bản",
    .channel: "Hình thức nhận", .paperHolder: "Người giữ bản giấy", .state: "Tình trạng số",
    .cancelReason: "Lý do hủy số", .files: "Tệp",
  ]

  private static let others: [DocumentField: [String]] = [
    .arrivalDate: ["Ngày, tháng, năm đến"], .code: ["Số ký hiệu", "Số và ký hiệu", "Số/Ký hiệu", "so_ky_hieu"],
    .codeNumber: ["Số của văn bản", "Số"], .codeNotation: ["Ký hiệu của văn bản"],
    .issuedDate: ["Ngày, tháng, năm văn bản", "Ngày văn bản", "Ngày ban hành", "Ngày tháng"],
    .typeName: ["Tên loại văn bản", "Loại văn bản"],
    .organName: ["Cơ quan ban hành", "Tên cơ quan, tổ chức ban hành văn bản", "Nơi gửi", "Cơ quan gửi"],
    .subject: ["Trích yếu nội dung"], .typeAndSubject: ["Tên loại và trích yếu nội dung"],
    .signerName: ["Họ và tên người ký", "Họ tên người ký"], .priority: ["Mức độ khẩn"],
    .secrecy: ["Mức độ mật", "Mật"],
    .toPlaces: ["Nơi nhận", "Người nhận"], .dueDate: ["Hạn giải quyết", "Hạn xử lý"], .bookName: ["Tên sổ"],
    .files: ["Tệp đính kèm", "Đường dẫn tệp"],
  ]

  private static let ofForm: [String: DocumentField] = [
    RegistrationField.book: .bookName, RegistrationField.arrivalDate: .arrivalDate,
    RegistrationField.channel: .channel, RegistrationField.issuer: .organName,
    RegistrationField.numberText: .codeNumber, RegistrationField.notation: .codeNotation,
    RegistrationField.issuedDate: .issuedDate, RegistrationField.type: .typeName, RegistrationField.subject: .subject,
    RegistrationField.signerName: .signerName, RegistrationField.signerPosition: .signerPosition,
    RegistrationField.toPlaces: .toPlaces, RegistrationField.handlingDueDate: .dueDate,
    RegistrationField.pageCount: .pageAmount, RegistrationField.sheetCount: .sheetAmount,
    RegistrationField.copyCount: .copyAmount, RegistrationField.paperHolder: .paperHolder,
    RegistrationField.language: .language, RegistrationField.note: .description,
    RegistrationField.documentIdentifier: .documentIdentifier, "so-den": .arrivalNumber,
  ]
}
