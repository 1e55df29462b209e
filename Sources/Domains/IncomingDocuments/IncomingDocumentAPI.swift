import Database
import Documents
import FileVault
import Kernel
import Papers
import Registers
import WebAPI

/// A document as programs see it: the entry and its files.
struct ShownIncomingDocument: Sendable {
  var document: IncomingDocument
  var registerTitle: String
  var files: [IncomingFile]

  static func read(
    _ id: IncomingDocument.ID, by actor: Actor, in transaction: any Transaction
  ) throws -> ShownIncomingDocument {
    let document = try IncomingDocumentStore(transaction).find(id, visibleTo: actor)
    return ShownIncomingDocument(
      document: document, registerTitle: try IncomingBooks.book(of: document, in: transaction).title,
      files: try IncomingFileStore(transaction).list(of: id))
  }
}

/// How documents are shown to programs and sent by them.
enum IncomingDocumentAPI {
  static let row = APIResource<IncomingDocument>(
    "IncomingDocumentRow", version: { $0.version },
    [
      .key("id") { $0.id }, .key("agency") { $0.agency }, .key("register", "Sổ") { $0.book },
      .integer("arrivalNumber", "Số đến") { $0.arrivalNumber }, .instant("registeredAt") { $0.registeredAt },
      .choice("state", IncomingDocument.State.allCases.map(\.rawValue)) { $0.state.rawValue },
      .textOrNull("cancelReason", "Lý do hủy số") { $0.cancelReason },
      .choice("progress", IncomingProgress.allCases.map(\.rawValue), "Tình trạng xử lý") { $0.progress.rawValue },
      .day("arrivalDate", "Ngày đến") { $0.facts.arrivalDate },
      .choice("channel", channels) { $0.facts.channel.rawValue },
      .text("issuer", "Cơ quan ban hành") { $0.facts.issuerName }, .text("number", "Số") { $0.facts.numberText },
      .text("notation", "Ký hiệu") { $0.facts.notation }, .dayOrNull("issuedDate") { $0.facts.issuedDate },
      .text("type", "Loại, xem /document-types") { $0.facts.typeKey }, .text("subject") { $0.facts.subject },
      .choice("urgency", urgencies) { $0.facts.urgency.rawValue }, .text("signerName") { $0.facts.signerName },
      .text("signerPosition") { $0.facts.signerPosition }, .text("toPlaces") { $0.facts.toPlaces },
      .dayOrNull("handlingDueDate") { $0.facts.handlingDueDate },
      .integerOrNull("pageCount") { $0.facts.pageCount }, .integerOrNull("sheetCount") { $0.facts.sheetCount },
      .integerOrNull("copyCount") { $0.facts.copyCount }, .text("paperHolder") { $0.facts.paperHolder },
      .text("language") { $0.facts.language }, .text("note") { $0.facts.note },
      .textOrNull("documentIdentifier", "Mã định danh văn bản") { $0.facts.documentIdentifier },
      .integer("fileCount") { $0.fileCount }, .integer("version") { $0.version },
    ])

  static let document = row.within(
    "IncomingDocument", { (shown: ShownIncomingDocument) in shown.document },
    more: [
      .text("registerTitle") { $0.registerTitle },
      .init("files", .list(file.schema, max: nil)) { .list($0.files.map(file.json)) },
    ])

  private static let file = APIResource<IncomingFile>(
    "IncomingFile",
    [
      .key("id", "Tải ở /incoming-files/{file}") { $0.id }, .text("name") { $0.name },
      .text("mediaType") { $0.kind.mediaType }, .integer("bytes") { Int($0.bytes) },
      .text("sha256") { $0.hash.text }, .integerOrNull("pageCount") { $0.pageCount },
      .choice("state", IncomingFile.State.allCases.map(\.rawValue), "Đã đọc chữ hay chưa") { $0.state.rawValue },
    ])

  private static let channels = ArrivalChannel.allCases.map(\.rawValue)
  private static let urgencies = Urgency.allCases.map(\.rawValue)
  private static let counts = APISchema.nullable(.integer(0...9999))

  /// The fields of the decree (Annex VI.II.II), named in the form by `RegistrationField`.
  private static let facts: [APIField] = [
    APIField("issuer", .filled(200), required: true, form: RegistrationField.issuer, "Cơ quan ban hành"),
    APIField("type", .filled(120), required: true, form: RegistrationField.type, "Loại, xem /document-types"),
    APIField("subject", .filled(500), required: true, form: RegistrationField.subject, "Trích yếu"),
    APIField("number", .words(11), form: RegistrationField.numberText, "Số"),
    APIField("notation", .words(30), form: RegistrationField.notation, "Ký hiệu"),
    APIField("issuedDate", .nullable(.day), form: RegistrationField.issuedDate, "Ngày văn bản"),
    APIField("arrivalDate", .day, form: RegistrationField.arrivalDate, "Ngày đến; mặc định hôm nay"),
    APIField("channel", .choice(channels), form: RegistrationField.channel, "Mặc định paper"),
    APIField("urgency", .choice(urgencies), form: RegistrationField.urgency, "Mặc định normal"),
    APIField("signerName", .words(50), form: RegistrationField.signerName),
    APIField("signerPosition", .words(100), form: RegistrationField.signerPosition),
    APIField("toPlaces", .words(1000), form: RegistrationField.toPlaces, "Đơn vị hoặc người nhận"),
    APIField("handlingDueDate", .nullable(.day), form: RegistrationField.handlingDueDate, "Hạn giải quyết"),
    APIField("pageCount", counts, form: RegistrationField.pageCount, "Có tệp thì tự đếm"),
    APIField("sheetCount", counts, form: RegistrationField.sheetCount),
    APIField("copyCount", .nullable(.integer(0...999)), form: RegistrationField.copyCount),
    APIField("paperHolder", .words(200), form: RegistrationField.paperHolder, "Người giữ bản giấy"),
    APIField("language", .words(30), form: RegistrationField.language, "Mặc định Tiếng Việt"),
    APIField("note", .words(500), form: RegistrationField.note),
    APIField("documentIdentifier", .words(60), form: RegistrationField.documentIdentifier, "Mã định danh văn bản"),
  ]

  static let vouched = APIField(
    "noSecrecyMark", .flag, form: RegistrationField.vouchedOpen,
    "Đã xem từng trang của tệp: không có dấu chỉ độ mật. Cần khi gửi kèm tệp")

  static let registration = APIInput(
    "IncomingDocumentRegistration",
    facts + [
      APIField("book", .words(100), form: RegistrationField.book, "Tên sổ khác sổ chính, đã mở"), vouched,
      APIField(
        "duplicateReason", .words(500), form: RegistrationField.overrideReason,
        "Vì sao vẫn vào sổ dù có văn bản giống"),
    ])

  static let correction = APIInput("IncomingDocumentFacts", facts).changes(
    "IncomingDocumentCorrection",
    more: [
      APIField(
        "reason", .filled(500), required: true, form: RegistrationField.correctionReason, "Lý do sửa, ghi vào diễn biến"
      )
    ])
}

extension IncomingFacts {
  /// What was sent; what was not stays as it is in `current`.
  init(_ body: APIValues, changing current: IncomingFacts) {
    self = current
    issuerName = body.text("issuer", else: issuerName)
    typeKey = body.text("type", else: typeKey)
    subject = body.text("subject", else: subject)
    numberText = body.text("number", else: numberText)
    notation = body.text("notation", else: notation)
    issuedDate = body.day("issuedDate", else: issuedDate)
    arrivalDate = body.day("arrivalDate") ?? arrivalDate
    channel = ArrivalChannel(rawValue: body.text("channel")) ?? channel
    urgency = Urgency(rawValue: body.text("urgency")) ?? urgency
    signerName = body.text("signerName", else: signerName)
    signerPosition = body.text("signerPosition", else: signerPosition)
    toPlaces = body.text("toPlaces", else: toPlaces)
    handlingDueDate = body.day("handlingDueDate", else: handlingDueDate)
    pageCount = body.integer("pageCount", orNone: pageCount)
    sheetCount = body.integer("sheetCount", orNone: sheetCount)
    copyCount = body.integer("copyCount", orNone: copyCount)
    paperHolder = body.text("paperHolder", else: paperHolder)
    language = body.text("language", else: language)
    if language.isEmpty { language = "Tiếng Việt" }
    note = body.text("note", else: note)
    let identifier = body.text("documentIdentifier", else: documentIdentifier ?? "")
    documentIdentifier = identifier.isEmpty ? nil : identifier
  }
}
