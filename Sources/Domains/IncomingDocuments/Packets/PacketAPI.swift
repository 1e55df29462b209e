import Database
import Documents
import Exchange
import FileVault
import Kernel
import Organization
import Papers
import WebAPI

/// What another agency of the installation sent, as programs see it.
struct ShownPacket: Sendable {
  var packet: Packet
  var content: IssuedContent
  var senderName: String
  /// What stands in the book already and may be the same document.
  var known: [IncomingDocument.ID]

  static func read(_ id: Packet.ID, by actor: Actor, in transaction: any Transaction) throws -> ShownPacket {
    guard IncomingDocumentAccess.mayRegister(actor) else { throw IncomingDocumentAccess.notRegistry }
    let store = PacketStore(transaction)
    let packet = try store.find(id, visibleTo: actor)
    let content = try store.content(of: packet)
    return ShownPacket(
      packet: packet, content: content,
      senderName: try OrganizationStore(transaction).agencyName(packet.sender, on: packet.sentAt.day),
      known: packet.isWaiting
        ? try JoinPacket.matches(content, visibleTo: actor, in: transaction).map(\.document.id) : [])
  }
}

/// How packets are shown to programs and answered by them.
enum PacketAPI {
  static let row = APIResource<(packet: Packet, facts: IssuedContent.Facts)>(
    "PacketRow",
    [
      .key("id") { $0.packet.id }, .key("sender", "Cơ quan gửi") { $0.packet.sender },
      .instant("sentAt") { $0.packet.sentAt }, .text("sentBy") { $0.packet.sentBy },
      .choice("state", Packet.State.allCases.map(\.rawValue), "arrived: chờ vào sổ") { $0.packet.state.rawValue },
      .init("incomingDocument", .nullable(.key), "Văn bản đến mà nó thành") {
        .optional($0.packet.incoming, JSONValue.integer)
      },
      .integerOrNull("arrivalNumber", "Số đến") { $0.packet.arrivalNumber },
      .text("reason", "Vì sao trả lại") { $0.packet.reason },
      .instantOrNull("recalledAt", "Nơi gửi thu hồi lúc") { $0.packet.recall?.at },
      .textOrNull("recallReason") { $0.packet.recall?.reason },
      .instantOrNull("recallConfirmedAt", "Đã xác nhận hủy lúc") { $0.packet.recall?.confirmedAt },
      .text("issuer", "Cơ quan ban hành") { $0.facts.issuerName }, .text("number", "Số") { $0.facts.numberText },
      .text("notation", "Ký hiệu") { $0.facts.notation }, .day("issuedDate", "Ngày văn bản") { $0.facts.issuedDate },
      .text("type", "Loại, xem /document-types") { $0.facts.typeKey },
      .text("subject", "Trích yếu") { $0.facts.subject },
      .choice("urgency", Urgency.allCases.map(\.rawValue)) { $0.facts.urgency.rawValue },
      .text("signerName") { $0.facts.signerName }, .text("signerPosition") { $0.facts.signerPosition },
      .dayOrNull("replyDueDate", "Hạn trả lời") { $0.facts.replyDueDate },
      .integerOrNull("pageCount") { $0.facts.pageCount }, .text("language") { $0.facts.language },
      .textOrNull("documentIdentifier", "Mã định danh văn bản") { $0.facts.identifier },
    ])

  static let packet = row.within(
    "Packet", { (shown: ShownPacket) in (shown.packet, shown.content.facts) },
    more: [
      .text("senderName") { $0.senderName },
      .init("files", .list(file.schema, max: nil)) { .list($0.content.files.map(file.json)) },
      .init("known", .list(.key, max: nil), "Văn bản đến đã có, giống văn bản này: nhập vào thay vì vào sổ lần nữa") {
        .list($0.known.map { .integer($0.number) })
      },
    ])

  private static let file = APIResource<IssuedContent.File>(
    "PacketFile",
    [
      .integer("position", "Tải ở /packets/{packet}/files/{file}") { $0.position }, .text("name") { $0.name },
      .text("mediaType") { $0.kind.mediaType }, .integer("bytes") { Int($0.stored.bytes) },
      .text("sha256") { $0.stored.hash.text }, .integerOrNull("pageCount") { $0.pageCount },
    ])

  static let registering = APIInput(
    "PacketRegistration",
    [
      APIField("book", .words(100), form: PacketField.book, "Tên sổ khác sổ chính, đã mở"),
      APIField("toPlaces", .words(1000), form: PacketField.toPlaces, "Đơn vị hoặc người nhận"),
      APIField(
        "duplicateReason", .words(500), form: PacketField.overrideReason, "Vì sao vẫn vào sổ dù có văn bản giống"),
    ])
  static let joining = APIInput(
    "PacketJoining", [APIField("document", .key, required: true, form: PacketField.document, "Văn bản đến đã có")])
  static let returning = APIInput(
    "PacketReturn", [APIField("reason", .words(500), required: true, form: PacketField.reason, "Lý do trả")])
}
