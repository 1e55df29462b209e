import Database
import Documents
import Drafts
import Exchange
import FileVault
import Kernel
import Papers
import Registers
import WebAPI
import Work

/// An outgoing document as programs see it: the record, its files, and what became of it at each place.
struct ShownOutgoingDocument: Sendable {
  var document: OutgoingDocument
  var registerTitle: String
  var files: [(file: OutgoingFile, stamping: OutgoingStamping?)]
  var recipients: [Place]
  var relations: [DocumentRelation]
  var replies: [ReplyRequest]

  /// One place, with what became of the document there.
  struct Place: Sendable {
    var line: OutgoingRecipient
    var packet: Packet?
    /// At a unit of the agency.
    var work: UnitWork?
    var now: Instant
  }

  static func read(
    _ id: OutgoingDocument.ID, by actor: Actor, in transaction: any Transaction
  ) throws -> ShownOutgoingDocument {
    let document = try OutgoingDocumentStore(transaction).find(id, visibleTo: actor)
    let stampings = try StampingStore(transaction).list(of: id)
    let packets = try PacketStore(transaction).ofLater(.outgoingDocument(id)).get()
    let items = try WorkStore(transaction).items(of: .outgoingDocument(id))
    let now = transaction.now
    return ShownOutgoingDocument(
      document: document,
      registerTitle: try RegisterStore(transaction).findLaterForJob(document.book).get()?.title ?? "",
      files: try OutgoingFileStore(transaction).list(of: id).map { file in
        (file, stampings.first { $0.file == file.id })
      },
      recipients: try OutgoingRecipientStore(transaction).list(of: id).map { line in
        Place(
          line: line, packet: packets.first { $0.id == line.packet },
          work: line.unit.flatMap { UnitWork(of: $0, in: items) }, now: now)
      }, relations: try DocumentRelationStore(transaction).ofLater(id.number).get(),
      replies: try ReplyRequestStore(transaction).ofLater(id.number).get())
  }
}

/// How outgoing documents are shown to programs.
enum OutgoingDocumentAPI {
  static let row = APIResource<OutgoingDocument>("OutgoingDocumentRow", version: { $0.version }, number + facts + way)

  private static let number: [APIResource<OutgoingDocument>.Member] = [
    .key("id") { $0.id }, .key("agency") { $0.agency }, .key("register", "Sổ") { $0.book },
    .integer("number", "Số") { $0.number }, .text("notation", "Ký hiệu") { $0.facts.notation },
    .text("code", "Số, ký hiệu như trên văn bản") { $0.codeText },
    .textOrNull("documentIdentifier", "Mã định danh văn bản") { $0.identifier },
  ]
  private static let facts: [APIResource<OutgoingDocument>.Member] = [
    .text("type", "Loại, xem /document-types") { $0.facts.typeKey },
    .text("body", "Tổ chức có dãy số riêng; rỗng là cơ quan") { $0.facts.bodyName },
    .text("subject", "Trích yếu") { $0.facts.subject }, .day("issuedDate", "Ngày văn bản") { $0.facts.issuedDate },
    .choice("urgency", Urgency.allCases.map(\.rawValue)) { $0.facts.urgency.rawValue },
    .text("signerName") { $0.facts.signerName }, .text("signerPosition") { $0.facts.signerPosition },
    .choice("capacity", SigningCapacity.allCases.map(\.rawValue), "Tư cách ký") { $0.facts.capacity.rawValue },
    .instant("signedAt") { $0.facts.signedAt }, .keyOrNull("unit", "Đơn vị soạn thảo") { $0.facts.unit },
    .text("unitName") { $0.facts.unitName }, .text("drafterName", "Người soạn thảo") { $0.facts.drafterName },
    .flag("isPaper", "Ký trên giấy") { $0.facts.isPaper },
    .text("fileCopyHolder", "Nơi giữ bản lưu") { $0.facts.fileCopyHolder },
    .integerOrNull("amount", "Số lượng bản") { $0.facts.amount },
    .dayOrNull("replyDueDate", "Hạn trả lời") { $0.facts.replyDueDate }, .text("language") { $0.facts.language },
    .integerOrNull("pageCount") { $0.facts.pageCount }, .text("note", "Ghi chú") { $0.facts.note },
  ]
  private static let way: [APIResource<OutgoingDocument>.Member] = [
    .choice("state", OutgoingDocument.State.allCases.map(\.rawValue), "Trạng thái") { $0.state.rawValue },
    .instant("numberedAt") { $0.numberedAt }, .text("numberedBy") { $0.numberedBy },
    .instantOrNull("issuedAt") { $0.issuedAt }, .textOrNull("issuedBy") { $0.issuedBy },
    .textOrNull("endReason", "Lý do thu hồi, hủy số") { $0.endReason }, .integer("fileCount") { $0.fileCount },
    .keyOrNull("draft", "Dự thảo, xem /drafts") { $0.draft }, .integer("version") { $0.version },
  ]

  static let document = row.within(
    "OutgoingDocument", { (shown: ShownOutgoingDocument) in shown.document },
    more: [
      .text("registerTitle") { $0.registerTitle },
      .init("files", .list(file.schema, max: nil), "Văn bản trước, rồi các tệp kèm") { .list($0.files.map(file.json)) },
      .init("recipients", .list(recipient.schema, max: nil), "Nơi nhận, theo thứ tự trên văn bản") {
        .list($0.recipients.map(recipient.json))
      },
      .init("relations", .list(relation.schema, max: nil), "Thay thế, sửa đổi, đính chính, hai chiều") {
        .list($0.relations.map(relation.json))
      },
      .init("replies", .list(reply.schema, max: nil), "Nơi nào đã trả lời, khi văn bản có hạn trả lời") {
        .list($0.replies.map(reply.json))
      },
    ])

  private static let file = APIResource<(file: OutgoingFile, stamping: OutgoingStamping?)>(
    "OutgoingFile",
    [
      .key("id", "Tải ở /outgoing-files/{file}") { $0.file.id }, .text("name") { $0.file.name },
      .text("mediaType") { $0.file.kind.mediaType }, .integer("bytes") { Int($0.file.bytes) },
      .text("sha256") { $0.file.hash.text }, .integerOrNull("pageCount") { $0.file.pageCount },
      .choice("state", OutgoingFile.State.allCases.map(\.rawValue), "Đã mở được hay chưa") { $0.file.state.rawValue },
      .init(
        "stamping", .nullable(.choice(OutgoingStamping.State.allCases.map(\.rawValue))),
        "Ghi số, ngày lên tệp đã ký: unplaced là văn thư phải chỉ chỗ; null là không cần ghi"
      ) { .optional($0.stamping) { .text($0.state.rawValue) } },
    ])

  private static let recipient = APIResource<ShownOutgoingDocument.Place>(
    "OutgoingRecipient",
    [
      .key("id", "Cho /outgoing-documents/{document}/recipients/{recipient}/…") { $0.line.id },
      .text("name") { $0.line.name },
      .choice("way", SendingWay.allCases.map(\.rawValue), "inside là trong hệ thống") { $0.line.way.rawValue },
      .keyOrNull("unit", "Đơn vị trong cơ quan") { $0.line.unit },
      .keyOrNull("agency", "Cơ quan khác trong hệ thống") { $0.line.agency },
      .choice("state", OutgoingRecipient.State.allCases.map(\.rawValue)) { $0.line.state.rawValue },
      .instantOrNull("sentAt") { $0.line.sentAt }, .text("proof", "Chứng từ gửi") { $0.line.proof },
      .integerOrNull("envelopes", "Số bì") { $0.line.envelopes }, .instantOrNull("answeredAt") { $0.line.answeredAt },
      .text("answer", "Phản hồi đã ghi") { $0.line.answer },
      .init("atReceiver", .nullable(mirror.schema), "Ở cơ quan nhận trong hệ thống; null là ngoài hệ thống") {
        .optional($0.packet, mirror.json)
      },
      .init("atUnit", .nullable(unit.schema), "Ở đơn vị trong cơ quan; null là nơi khác") { place in
        .optional(place.work) { unit.json(($0, place.now)) }
      },
    ])

  private static let unit = APIResource<(work: UnitWork, now: Instant)>(
    "OutgoingUnitWork",
    [
      .choice("state", UnitWork.State.allCases.map(\.rawValue)) { $0.work.state.rawValue },
      .textOrNull("holder", "Ai đang giữ; null khi đã xong, đã trả lại") { $0.work.holder?.holderName },
      .instantOrNull("dueAt", "Thời điểm quá hạn: 24:00 của ngày hạn") { $0.work.item.dueAt },
      .flag("isLate", "Quá hạn, hoặc xong sau hạn") { $0.work.isLate(now: $0.now) },
      .instantOrNull("openedAt", "Mở lần đầu") { $0.work.item.openedAt },
      .instantOrNull("endedAt") { $0.work.item.endedAt },
      .text("outcome", "Kết quả, hoặc lý do trả lại, thu hồi") { $0.work.item.outcome },
    ])

  private static let mirror = APIResource<Packet>(
    "OutgoingMirror",
    [
      .choice("state", Packet.State.allCases.map(\.rawValue)) { $0.state.rawValue },
      .integerOrNull("arrivalNumber", "Số đến ở nơi nhận") { $0.arrivalNumber },
      .text("unitName", "Đơn vị chủ trì ở nơi nhận") { $0.unitName }, .text("reason", "Vì sao trả lại") { $0.reason },
      .instant("changedAt") { $0.changedAt },
      .instantOrNull("recallConfirmedAt", "Nơi nhận xác nhận đã hủy") { $0.recall?.confirmedAt },
    ])

  private static let side = APIResource<DocumentRelation.Side>(
    "RelatedDocument",
    [
      .init("document", .key) { .integer($0.document) }, .text("code") { $0.codeText }, .day("issuedDate") { $0.day },
    ])
  private static let relation = APIResource<DocumentRelation>(
    "DocumentRelation",
    [
      .key("id") { $0.id }, .choice("kind", DocumentRelation.Kind.allCases.map(\.rawValue)) { $0.kind.rawValue },
      .init("newer", side.schema, "Văn bản sau") { side.json($0.newer) },
      .init("older", side.schema, "Văn bản trước") { side.json($0.older) },
      .instantOrNull("inForceSince", "null: văn bản sau chưa phát hành, hoặc đã thu hồi") { $0.inForceSince },
    ])

  private static let reply = APIResource<ReplyRequest>(
    "ReplyRequest",
    [
      .init("recipient", .key, "Nơi nhận được hỏi") { .integer($0.recipient) }, .text("name") { $0.name },
      .day("dueOn") { $0.dueOn }, .flag("isOpen", "Còn chờ trả lời") { $0.isOpen },
      .textOrNull("answer", "Văn bản trả lời") { $0.answer?.text },
      .instantOrNull("answeredAt") { $0.answer?.at }, .integer("urgedCount", "Đã đôn đốc mấy lần") { $0.urgedCount },
      .instantOrNull("urgedAt") { $0.urgedAt },
    ])

  static let reservation = APIResource<NumberReservation>(
    "NumberReservation", version: { $0.version },
    [
      .key("id") { $0.id }, .key("register", "Sổ") { $0.book }, .integer("number") { $0.number },
      .text("code", "Số, ký hiệu") { $0.codeText }, .text("type", "Loại, xem /document-types") { $0.typeKey },
      .day("day", "Ngày văn bản sẽ mang") { $0.day }, .text("owner", "Giữ cho ai") { $0.owner },
      .text("reason") { $0.reason }, .day("expiresOn", "Giữ đến hết ngày") { $0.expiresOn },
      .instant("madeAt") { $0.madeAt }, .text("madeBy") { $0.madeBy },
      .choice("state", NumberReservation.State.allCases.map(\.rawValue)) { $0.state.rawValue },
      .integer("version") { $0.version },
    ])
}

extension NumberReservation {
  /// It changes once in its life: it is used, or given up.
  var version: Int { state == .open ? 1 : 2 }
}
