import Documents
import Drafts
import Exchange
import Kernel
import Registers
import WebAPI

/// What programs say of outgoing documents.
enum OutgoingInputs {
  /// Fixed with the number.
  private static let fixed: [APIField] = [
    APIField("type", .words(40), form: NumberingField.type, "Loại, xem /document-types; dự thảo thì đã có"),
    APIField("body", .words(200), form: NumberingField.body, "Tổ chức có dãy số riêng"),
    APIField("notation", .words(30), form: NumberingField.notation, "Để trống thì hệ thống đặt theo quy tắc"),
    APIField("unit", .nullable(.key), form: NumberingField.unit, "Đơn vị soạn thảo"),
  ]
  private static let facts: [APIField] = [
    APIField("subject", .words(500), form: NumberingField.subject, "Trích yếu; dự thảo thì đã có"),
    APIField("urgency", .choice(Urgency.allCases.map(\.rawValue)), form: NumberingField.urgency, "Mặc định normal"),
    APIField("signerName", .words(50), form: NumberingField.signerName, "Người ký; dự thảo thì đã có"),
    APIField("signerPosition", .words(100), form: NumberingField.signerPosition, "Chức vụ; dự thảo thì đã có"),
    APIField(
      "capacity", .choice(SigningCapacity.allCases.map(\.rawValue)), form: NumberingField.capacity, "Mặc định direct"),
    APIField("signedOn", .day, form: NumberingField.signedOn, "Ngày ký; mặc định hôm nay"),
    APIField("drafterName", .words(100), form: NumberingField.drafterName, "Người soạn thảo"),
    APIField("isPaper", .flag, form: NumberingField.form, "Ký trên giấy; mặc định true"),
    APIField("fileCopyHolder", .words(200), form: NumberingField.fileCopyHolder, "Nơi giữ bản lưu; mặc định Văn thư"),
    APIField("amount", .nullable(.integer(1...9999)), form: NumberingField.amount, "Số lượng bản"),
    APIField("replyDueDate", .nullable(.day), form: NumberingField.replyDueDate, "Hạn trả lời"),
    APIField("language", .words(30), form: NumberingField.language, "Mặc định Tiếng Việt"),
    APIField("note", .words(500), form: NumberingField.note),
    APIField(
      "recipients", names, form: NumberingField.recipients,
      "Tên nơi nhận; đơn vị của cơ quan và cơ quan trong hệ thống được nhận ra theo tên. Dự thảo thì mặc định như dự thảo"
    ),
    APIField("way", chosenWays, form: NumberingField.way, "Gửi ra ngoài bằng; mặc định post"),
  ]
  private static let names = APISchema.list(
    .words(OutgoingRecipient.nameLengthMax), max: OutgoingRecipient.countMax)
  private static let chosenWays = APISchema.choice(SendingWay.chosen.map(\.rawValue))
  private static let vouched = APIField(
    "noSecrecyMark", .flag, form: NumberingField.vouchedOpen,
    "Đã xem từng trang của tệp: không có dấu chỉ độ mật. Cần khi gửi kèm tệp")

  static let new = APIInput(
    "OutgoingNumbering",
    fixed + facts + [
      APIField("draft", .nullable(.key), form: NumberingField.draft, "Dự thảo đã ký được cấp số"),
      APIField("reservation", .nullable(.key), form: ReservationField.chosen, "Số đang giữ, xem /number-reservations"),
      vouched,
    ])
  static let newParts = APIInput(
    "OutgoingNumberingUpload",
    [
      APIField("document", new.schema, required: true),
      APIField("file", .list(.file, max: UploadDesk.Limits().filesMax), "Văn bản trước, rồi các tệp kèm theo"),
    ])
  static let correction = APIInput("OutgoingFacts", facts).changes(
    "OutgoingCorrection",
    more: [APIField("reason", .words(500), required: true, form: NumberingField.correctionReason, "Lý do sửa")])
  static let addition = APIInput("OutgoingFilesAddition", [vouched])
  static let additionParts = APIInput(
    "OutgoingFilesUpload",
    [
      APIField("document", addition.schema, required: true),
      APIField("file", .list(.file, max: UploadDesk.Limits().filesMax), required: true, "Các tệp kèm theo"),
    ])

  static let sending = APIInput(
    "OutgoingSending",
    [
      APIField("recipients", .list(.key, max: 500), required: true, form: SendingField.recipients, "Mã các nơi nhận"),
      APIField("way", chosenWays, form: SendingField.way, "Mặc định post"),
      APIField("proof", .words(200), required: true, form: SendingField.proof, "Chứng từ gửi"),
      APIField("envelopes", .nullable(.integer(1...9999)), form: SendingField.envelopes, "Số lượng bì"),
    ])
  static let further = APIInput(
    "OutgoingFurther",
    [
      APIField("recipients", names, required: true, form: SendingField.names, "Tên nơi nhận thêm, hoặc nơi đã trả lại"),
      APIField("way", chosenWays, form: SendingField.way, "Gửi ra ngoài bằng; mặc định post"),
    ])
  static let answer = APIInput(
    "OutgoingAnswer",
    [
      APIField(
        "state", .choice([OutgoingRecipient.State.received, .refused, .returned].map(\.rawValue)), required: true,
        form: SendingField.state, "returned: đã thu lại, sau khi thu hồi"),
      APIField("answer", .words(300), form: SendingField.answer, "Số đến ở nơi nhận, hoặc lý do trả lại"),
    ])
  static let recall = reasoned("OutgoingRecall", SendingField.reason, "Lý do thu hồi")
  static let cancellation = reasoned("OutgoingCancellation", SendingField.reason, "Lý do hủy số")
  static let relation = APIInput(
    "DocumentRelationRecorded",
    [
      APIField(
        "kind", .choice(DocumentRelation.Kind.allCases.map(\.rawValue)), required: true, form: RelationField.kind,
        "replace: thay thế; amend: sửa đổi, bổ sung; correct: đính chính"),
      APIField("code", .words(60), required: true, form: RelationField.olderCode, "Số, ký hiệu văn bản trước"),
      APIField("year", .integer(1900...2200), form: RelationField.year, "Năm ban hành; mặc định năm nay"),
    ])
  static let unrelating = reasoned("DocumentRelationUndone", RelationField.reason, "Lý do bỏ quan hệ")
  static let reply = APIInput(
    "ReplyPaired",
    [APIField("text", .words(200), required: true, form: ReplyField.text, "Số, ký hiệu, số đến; hoặc cách trả lời")])

  static let reserving = APIInput(
    "NumberReserving",
    [
      APIField("type", .words(40), required: true, form: NumberingField.type, "Loại, xem /document-types"),
      APIField("body", .words(200), form: NumberingField.body, "Tổ chức có dãy số riêng"),
      APIField("notation", .words(30), form: NumberingField.notation, "Để trống thì hệ thống đặt theo quy tắc"),
      APIField("unit", .nullable(.key), form: NumberingField.unit, "Đơn vị soạn thảo"),
      APIField("owner", .words(200), required: true, form: ReservationField.owner, "Người hoặc đơn vị xin giữ"),
      APIField("reason", .words(500), required: true, form: ReservationField.reason, "Vì sao giữ; in trong sổ"),
      APIField("expiresOn", .day, required: true, form: ReservationField.expiresOn, "Ngày cuối giữ số"),
    ])
  static let releasing = reasoned("NumberReservationCancellation", ReservationField.reason, "Lý do hủy")

  private static func reasoned(_ name: String, _ field: String, _ note: String) -> APIInput {
    APIInput(name, [APIField("reason", .words(500), required: true, form: field, note)])
  }
}

extension OutgoingFacts {
  /// As a program says it; what it does not say stays as in `current`.
  init(_ body: APIValues, changing current: OutgoingFacts, now: Instant) {
    self = current
    typeKey = body.text("type", else: typeKey)
    bodyName = body.text("body", else: bodyName)
    notation = body.text("notation", else: notation)
    if body.has("unit") { unit = body.key("unit") }
    subject = body.text("subject", else: subject)
    urgency = Urgency(rawValue: body.text("urgency")) ?? urgency
    signerName = body.text("signerName", else: signerName)
    signerPosition = body.text("signerPosition", else: signerPosition)
    capacity = SigningCapacity(rawValue: body.text("capacity")) ?? capacity
    // Of a signature of an earlier day only the day is known.
    if let day = body.day("signedOn") { signedAt = day == now.day ? now : Instant(day) }
    drafterName = body.text("drafterName", else: drafterName)
    if body.has("isPaper") { isPaper = body.flag("isPaper") }
    fileCopyHolder = body.text("fileCopyHolder", else: fileCopyHolder)
    amount = body.integer("amount", orNone: amount)
    replyDueDate = body.day("replyDueDate", else: replyDueDate)
    language = body.text("language", else: language)
    if language.isEmpty { language = "Tiếng Việt" }
    note = body.text("note", else: note)
  }
}

extension APIValues {
  /// Places by their names, each once, as the form takes them.
  var recipientNames: [String] { PlaceFields.names(texts("recipients").joined(separator: "\n")) }

  /// How it goes to places outside.
  var sendingWay: SendingWay { SendingWay(rawValue: text("way")) ?? .post }
}
