import Database
import Documents
import Kernel
import WebAPI
import Work

/// What programs say of drafts.
enum DraftInputs {
  private static let reason = APIField(
    "reason", .words(DraftAccess.reasonLengthMax), required: true, form: DraftField.reason, "Lý do")
  private static let noteField = APIField(
    "note", .words(DraftAccess.noteLengthMax), form: DraftField.note, "Ý kiến")

  private static let recipient = APIInput(
    "DraftRecipientNamed",
    [
      APIField("agency", .nullable(.key), form: DraftField.recipients, "Cơ quan trong hệ thống"),
      APIField("unit", .nullable(.key), form: DraftField.recipients, "Đơn vị trong cơ quan"),
      APIField("outsideAgency", .words(200), form: DraftField.recipients, "Tên nơi nhận ngoài hệ thống"),
      APIField("isInformed", .flag, "Để biết"),
    ])

  private static let facts: [APIField] = [
    APIField("type", .words(40), required: true, form: DraftField.type, "Loại, xem /document-types"),
    APIField("subject", .words(DraftFacts.subjectLengthMax), required: true, form: DraftField.subject, "Trích yếu"),
    APIField("urgency", .choice(Urgency.allCases.map(\.rawValue)), form: DraftField.urgency, "Mặc định normal"),
    APIField("signer", .nullable(.key), form: DraftField.signer, "Chức danh người ký dự kiến"),
    APIField(
      "capacity", .choice(SigningCapacity.allCases.map(\.rawValue)), form: DraftField.capacity,
      "Mặc định theo bảng thẩm quyền ký"),
    APIField("replyDue", .nullable(.day), form: DraftField.replyDue, "Hạn trả lời"),
    APIField(
      "copies", .nullable(.integer(1...Int64(DraftFacts.copiesMax))), form: DraftField.copies,
      "Số lượng bản, ghi sau dòng lưu"),
    APIField(
      "recipients", .list(recipient.schema, max: DraftFacts.recipientsMax), form: DraftField.recipients, "Nơi nhận"),
  ]

  static let new = APIInput(
    "DraftBegun",
    facts + [
      APIField("drafter", .nullable(.key), form: DraftField.drafter, "Giao chức danh này soạn; mặc định tự soạn"),
      APIField("instruction", .words(CreateDraft.instructionLengthMax), form: DraftField.instruction, "Yêu cầu"),
      APIField("due", .nullable(.day), form: DraftField.due, "Hạn soạn thảo"),
      APIField("incomingDocument", .nullable(.key), "Văn bản đến mà dự thảo trả lời"),
      APIField("work", .nullable(.key), "Việc mà phát hành dự thảo sẽ hoàn thành"),
    ])
  static let change = APIInput("DraftFacts", facts).changes("DraftChange")
  static let versionInput = APIInput(
    "DraftVersionAdded",
    [
      APIField("purpose", .words(AddDraftVersion.purposeLengthMax), form: DraftField.note, "Sửa gì, vì sao"),
      APIField("keptAnnexes", .list(.key, max: 100), form: DraftField.annexes, "Tệp phụ lục của bản trước giữ lại"),
      APIField(
        "noSecrecyMark", .flag, form: DraftField.vouched,
        "Đã xem từng trang của tệp không đọc được chữ: không có dấu mật"),
    ])
  static let versionParts = APIInput(
    "DraftVersionUpload",
    [
      APIField("document", versionInput.schema, required: true),
      APIField(
        "file", .list(.file, max: UploadDesk.Limits().filesMax), required: true, "Tệp Word của dự thảo, rồi các phụ lục"
      ),
    ])

  private static let place = APISchema.nullable(
    .named(
      "DraftPlace",
      .object([
        APIField(
          "desk", .choice(["leadUnit", "office", "registry"]), "Lãnh đạo đơn vị soạn, chánh văn phòng, văn thư"),
        APIField("unit", .key), APIField("post", .key),
      ])))
  static let submission = APIInput(
    "DraftSubmission",
    [
      APIField("content", place, form: DraftField.content, "Ai kiểm tra nội dung; mặc định theo luồng mẫu"),
      APIField("form", place, form: DraftField.form, "Ai kiểm tra thể thức; mặc định theo luồng mẫu"),
      APIField("review", place, form: DraftField.review, "Lãnh đạo xem xét trước khi ký"),
      APIField("coordinating", .list(.key, max: 100), form: DraftField.coordinating, "Đơn vị phối hợp"),
      APIField(
        "summary", .words(DraftSubmission.summaryLengthMax), form: DraftField.summary, "Tóm tắt trên phiếu trình"),
      noteField,
    ])
  static let pass = APIInput(
    "DraftPass", [APIField("next", place, form: DraftField.next, "Chuyển người khác luồng"), noteField])
  static let giveBack = APIInput(
    "DraftReturn",
    [
      reason,
      APIField(
        "position", .nullable(.integer(1...1000)), form: DraftField.target, "Bước trước để trả về; mặc định đơn vị soạn"
      ),
    ])
  static let signature = APIInput(
    "DraftSignature",
    [APIField("versionNumber", .integer(1...100_000), required: true, form: DraftField.seen, "Bản đã xem"), noteField])
  static let note = APIInput("DraftNote", [noteField])
  static let reasoned = APIInput("DraftReason", [reason])
  static let question = APIInput(
    "DraftOpinionAsked",
    [
      APIField(
        "question", .words(DraftAccess.noteLengthMax), required: true, form: DraftField.note, "Nội dung cần góp ý"),
      APIField("due", .day, required: true, form: DraftField.due, "Trả lời trước hết ngày"),
      APIField("places", .list(place, max: 100), required: true, form: DraftField.next, "Hỏi ai"),
    ])
  static let opinion = APIInput(
    "DraftOpinionGiven",
    [
      APIField(
        "stance", .choice(DraftOpinion.Stance.allCases.map(\.rawValue)), required: true, form: DraftField.stance),
      APIField("text", .words(DraftAccess.noteLengthMax), form: DraftField.note),
      APIField("versionNumber", .integer(1...100_000), required: true, form: DraftField.seen, "Bản đã xem"),
      APIField("place", .words(GiveDraftOpinion.placeLengthMax), form: DraftField.place),
      APIField("excerpt", .words(GiveDraftOpinion.excerptLengthMax), form: DraftField.excerpt),
      APIField(
        "comments",
        .list(
          .named(
            "DraftCommentGiven",
            .object([
              APIField("place", .words(GiveDraftOpinion.placeLengthMax), required: true, "Điều 3 khoản 2"),
              APIField("text", .words(DraftAccess.noteLengthMax), required: true),
            ])), max: GiveDraftOpinion.commentsMax), form: DraftField.place, "Theo Điều, khoản"),
    ])
  static let extending = APIInput(
    "DraftOpinionExtended", [APIField("due", .day, required: true, form: DraftField.due, "Hạn mới"), reason])
}

extension DraftForm {
  /// As a program says it; what it does not say stays as in `current`.
  init(_ body: APIValues, changing current: DraftFacts = DraftFacts()) {
    var facts = current
    facts.typeKey = body.text("type", else: current.typeKey)
    facts.subject = body.text("subject", else: current.subject)
    if let urgency = Urgency(rawValue: body.text("urgency")) { facts.urgency = urgency }
    if body.has("signer") { facts.signer = body.key("signer") }
    if let capacity = SigningCapacity(rawValue: body.text("capacity")) { facts.capacity = capacity }
    let leavesCapacity = body.has("signer") && !body.has("capacity")
    facts.replyDue = body.day("replyDue", else: current.replyDue)
    if body.has("copies") { facts.copies = body.integer("copies") }
    guard body.has("recipients") else {
      self.init(facts: facts, named: [], leavesCapacity: leavesCapacity)
      return
    }
    var outside: [(name: String, isInformed: Bool)] = []
    facts.recipients = body.objects("recipients").compactMap { recipient in
      let isInformed = recipient.flag("isInformed")
      if let agency: AgencyID = recipient.key("agency") {
        return .init(.agency(agency), name: "", isInformed: isInformed)
      }
      if let unit: UnitID = recipient.key("unit") { return .init(.unit(unit), name: "", isInformed: isInformed) }
      let name = recipient.text("outsideAgency")
      if !name.isEmpty { outside.append((name, isInformed)) }
      return nil
    }
    self.init(facts: facts, named: outside, leavesCapacity: leavesCapacity)
  }
}

extension APIValues {
  /// A desk, a unit or a post; nil for none.
  var draftPlace: DraftPlace? {
    switch text("desk") {
    case "leadUnit": .leadUnit
    case "office": .office
    case "registry": .registry
    default:
      if let unit: UnitID = key("unit") { .unit(unit) } else { (key("post") as PostID?).map { .post($0) } }
    }
  }
}

extension DraftWay {
  /// As a program says it; what it does not say is as it went last, or the usual way of the type.
  init(_ body: APIValues, usual: DraftWay) {
    self.init(
      content: body.object("content")?.draftPlace ?? usual.content,
      coordinating: body.has("coordinating") ? body.keys("coordinating") : usual.coordinating,
      form: body.object("form")?.draftPlace ?? usual.form,
      review: body.has("review") ? body.object("review")?.draftPlace : usual.review)
  }
}
