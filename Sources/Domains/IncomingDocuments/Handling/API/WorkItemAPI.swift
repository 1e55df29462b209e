import Database
import Kernel
import WebAPI
import Work

/// A piece of work on an incoming document, as programs see it.
struct ShownWork: Sendable {
  var item: WorkItem
  var document: IncomingDocument.ID

  /// Of a document that the actor may see.
  static func read(_ id: WorkItem.ID, by actor: Actor, in transaction: any Transaction) throws -> ShownWork {
    let shown = try readAfterCheck(id, in: transaction)
    _ = try IncomingDocumentStore(transaction).find(shown.document, visibleTo: actor)
    return shown
  }

  /// The same, once the actor was let in: who hands work over may see its document no longer.
  static func readAfterCheck(_ id: WorkItem.ID, in transaction: any Transaction) throws -> ShownWork {
    guard let item = try WorkStore(transaction).items([id]).first,
      item.subject.code == RecordReference.incomingDocumentCode
    else { throw Refusal(.notFound, "Không tìm thấy việc này.") }
    return ShownWork(item: item, document: IncomingDocument.ID(item.subject.number))
  }
}

/// How work is shown to programs, and what they say of it.
enum WorkItemAPI {
  static let item = APIResource<ShownWork>(
    "WorkItem", version: { $0.item.version },
    [
      .key("id") { $0.item.id }, .key("document", "Văn bản đến") { $0.document },
      .text("kind", "Việc được hỏi: bút phê, giải quyết, cho ý kiến…") { $0.item.kind.asked },
      .choice("role", WorkRole.allCases.map(\.rawValue), "Vai trò") { $0.item.role.rawValue },
      .choice("state", WorkItem.State.allCases.map(\.rawValue), "Tình trạng") { $0.item.state.rawValue },
      .text("holder", "Ai giữ") { $0.item.holderName },
      .keyOrNull("unit", "Đơn vị chịu trách nhiệm") { $0.item.unit },
      .keyOrNull("parent", "Việc mà từ đó chuyển xuống") { $0.item.parent },
      .text("giver", "Ai giao") { $0.item.giverName }, .instant("givenAt") { $0.item.givenAt },
      .text("instruction", "Ý kiến của người giao") { $0.item.instruction },
      .instantOrNull("dueAt", "Thời điểm quá hạn: 24:00 của ngày hạn") { $0.item.dueAt },
      .instantOrNull("openedAt", "Mở lần đầu") { $0.item.openedAt },
      .textOrNull("openedBy") { $0.item.openedBy }, .instantOrNull("acceptedAt") { $0.item.acceptedAt },
      .instantOrNull("endedAt") { $0.item.endedAt },
      .text("outcome", "Kết quả, hoặc lý do trả lại, thu hồi") { $0.item.outcome },
      .flag("needsReply", "Cần văn bản trả lời") { $0.item.needsReply },
      .text("replyCode", "Số, ký hiệu văn bản trả lời") { $0.item.replyCode },
      .integer("version") { $0.item.version },
    ])

  // MARK: what is sent

  private static let text = APISchema.words(HandlingAccess.textLengthMax)
  private static let reason = APIField(
    "reason", .words(HandlingAccess.reasonLengthMax), required: true, form: HandlingField.reason, "Lý do")
  private static let due = APIField("due", .nullable(.day), form: HandlingField.due, "Hạn: đến 24:00 của ngày này")

  /// A unit or a post, never both.
  private static let holder: [APIField] = [
    APIField("unit", .nullable(.key), form: HandlingField.places, "Đơn vị"),
    APIField("post", .nullable(.key), form: HandlingField.places, "Chức danh; đơn vị hoặc chức danh, không cả hai"),
  ]

  private static let place = APIInput(
    "WorkPlace",
    holder + [
      APIField(
        "role", .choice([WorkRole.lead, .coordinate, .inform].map(\.rawValue)), required: true,
        form: HandlingField.places, "Vai trò"), due,
    ])
  private static let places = APIField(
    "places", .list(place.schema, max: [DirectedTo].countMax), required: true, form: HandlingField.places, "Giao cho")

  static let presentation = APIInput(
    "Presentation",
    [
      APIField(
        "posts", .list(.key, max: 20), required: true, form: HandlingField.places,
        "Chức danh của lãnh đạo, hoặc của chánh văn phòng"),
      APIField("proposal", text, form: HandlingField.text, "Đề xuất"),
    ])
  static let directive = APIInput(
    "DirectiveGiven",
    [
      APIField("text", text, required: true, form: HandlingField.text, "Ý kiến chỉ đạo"), places,
      APIField("keyedFor", .nullable(.key), form: HandlingField.leader, "Văn thư nhập thay lãnh đạo giữ chức danh này"),
      APIField(
        "writtenOn", .nullable(.day), form: HandlingField.writtenOn, "Ngày ghi trên bút phê giấy; mặc định hôm nay"),
      APIField("needsReply", .flag, form: HandlingField.needsReply, "Cần văn bản trả lời"),
    ])
  static let assignment = APIInput(
    "Assignment", [APIField("instruction", text, form: HandlingField.text, "Ý kiến"), places])
  static let reasoned = APIInput("Reasoned", [reason])
  static let completion = APIInput(
    "WorkCompletion",
    [
      APIField("result", text, form: HandlingField.result, "Kết quả giải quyết"),
      APIField(
        "kind", .choice(WorkItem.Result.allCases.map(\.rawValue)), form: HandlingField.resultKind, "Mặc định report"),
      APIField(
        "replyCode", .words(CompleteWork.replyCodeLengthMax), form: HandlingField.replyCode,
        "Số, ký hiệu văn bản trả lời"),
      APIField(
        "noReplyReason", .words(HandlingAccess.reasonLengthMax), form: HandlingField.noReplyReason,
        "Vì sao không có văn bản trả lời dù cần"),
    ])
  static let note = APIInput(
    "WorkNoteWritten",
    [
      APIField("kind", .choice(WorkNote.Kind.allCases.map(\.rawValue)), form: HandlingField.noteKind),
      APIField("text", text, required: true, form: HandlingField.text),
    ])
  static let question = APIInput(
    "OpinionRequest",
    [
      APIField("question", text, required: true, form: HandlingField.text, "Nội dung xin ý kiến"),
      APIField(
        "holders", .list(.named("WorkHolder", .object(holder)), max: [DirectedTo].countMax), required: true,
        form: HandlingField.places, "Hỏi ai"), due,
    ])
  static let opinion = APIInput(
    "Opinion",
    [
      APIField(
        "stance", .choice(GiveOpinion.Stance.allCases.map(\.rawValue)), required: true, form: HandlingField.stance),
      APIField("text", text, form: HandlingField.text),
    ])
  static let extensionRequest = APIInput("ExtensionRequest", [due, reason])
  static let extensionDecision = APIInput(
    "ExtensionDecision",
    [
      APIField("due", .nullable(.day), form: HandlingField.due, "Hạn mới; null là không đồng ý"),
      APIField("reason", .words(HandlingAccess.reasonLengthMax), form: HandlingField.reason),
    ])
  static let deadline = APIInput("DeadlineSetting", [due, reason])
  static let lead = APIInput("LeadReplacement", holder + [reason])
  static let handOver = APIInput(
    "HandOver", [APIField("post", .key, required: true, form: HandlingField.places, "Chức danh nhận bàn giao"), reason])
  static let urging = APIInput(
    "Urging",
    [
      APIField(
        "level", .choice(WorkUrging.Level.allCases.map(\.rawValue)), required: true, form: HandlingField.level),
      APIField("text", text, form: HandlingField.text),
    ])
  static let reply = APIInput(
    "Reply",
    [
      APIField(
        "replyCode", .filled(CompleteWork.replyCodeLengthMax), required: true, form: HandlingField.replyCode,
        "Số, ký hiệu văn bản trả lời")
    ])
  static let notice = APIInput(
    "ReceptionNotice",
    [
      APIField(
        "way", .choice(ReceptionNotice.Way.chosen.map(\.rawValue)), required: true, form: HandlingField.way,
        "Báo bằng cách nào"),
      APIField("toldOn", .nullable(.day), form: HandlingField.due, "Ngày báo; mặc định hôm nay"),
    ])
  static let following = APIInput("Following", [APIField("follows", .flag, required: true, "true là theo dõi")])
}

extension APIValues {
  /// The unit or post that was named; nil for none, or for both.
  var holder: HolderChoice? {
    let (unit, post): (UnitID?, PostID?) = (key("unit"), key("post"))
    switch (unit, post) {
    case (let unit?, nil): return .unit(unit)
    case (nil, let post?): return .post(post)
    default: return nil
    }
  }

  /// Places of a directive or an assignment.
  func places(_ name: String) throws -> [DirectedTo] {
    try objects(name).map { place in
      guard let holder = place.holder, let role = WorkRole(rawValue: place.text("role")) else {
        throw Self.unclearHolder
      }
      return DirectedTo(holder, role, due: place.day("due"))
    }
  }

  func holders(_ name: String) throws -> [HolderChoice] {
    try objects(name).map { one in
      guard let holder = one.holder else { throw Self.unclearHolder }
      return holder
    }
  }

  private static let unclearHolder = Refusal(
    .invalid, "Mỗi nơi nhận là một đơn vị hoặc một chức danh.", field: HandlingField.places)
}
