import Audit
import Database
import Documents
import Exchange
import FileVault
import HTTPTypes
import Kernel
import WebAPI
import WebApp

/// What other agencies of the installation sent, for programs: seen, registered, taken in, sent back.
struct PacketAPIRoutes: Sendable {
  let log: AccessLog
  let vault: FileVault

  private static let packet = PacketAPI.packet
  private static let document = IncomingDocumentAPI.document

  func operations() -> [APIOperation] {
    [Self.list, show, download, Self.register, Self.join, Self.giveBack, Self.confirmRecall]
  }

  private static let list = APIOperation(
    .get, "/packets", id: "listPackets", .packets, scope: .documentsRead,
    "Văn bản cơ quan khác gửi đến, chờ vào sổ; và văn bản nơi gửi thu hồi, chờ xác nhận đã hủy",
    .listed(PacketAPI.row.schema)
  ) { call in
    let (actor, position) = (call.actor, try call.position())
    return try await call.listing(PacketAPI.row) { transaction in
      guard IncomingDocumentAccess.mayRegister(actor) else { throw IncomingDocumentAccess.notRegistry }
      let store = PacketStore(transaction)
      let packets = try store.recalled(visibleTo: actor) + store.waiting(visibleTo: actor)
      let contents = try store.contents(of: packets.map(\.source))
      let rows = packets.compactMap { packet in contents[packet.source].map { (packet: packet, facts: $0.facts) } }
      return try APIPage(all: rows, after: position, limit: call.limit, key: { $0.packet.id.number })
    }
  }

  private var show: APIOperation {
    APIOperation(
      .get, "/packets/{packet}", id: "getPacket", .packets, scope: .documentsRead, "Một văn bản gửi đến",
      .shown(Self.packet.schema)
    ) { call in
      let (actor, id): (Actor, Packet.ID) = (call.actor, call.key("packet"))
      let answer = try await call.showing(Self.packet) { try ShownPacket.read(id, by: actor, in: $0) }
      log.note(.packetViewed, on: .packet(id), by: actor)
      return answer
    }
  }

  private var download: APIOperation {
    APIOperation(
      .get, "/packets/{packet}/files/{file}", id: "downloadPacketFile", .packets, scope: .documentsRead,
      "Tải một tệp, đúng như nơi gửi phát hành", .bytes
    ) { call in
      let (actor, id): (Actor, Packet.ID) = (call.actor, call.key("packet"))
      let position = call.key("file", as: Identifier<IssuedContent.File>.self)
      return .bytes(
        try await PacketFileAnswer.answer(
          Int(position.number), of: id, from: vault, by: actor, in: call.site.database, call.context))
    }
  }

  private static let register = APIOperation(
    .post, "/packets/{packet}/registration", id: "registerPacket", .packets, scope: .documentsWrite,
    "Vào sổ dưới số đến tiếp theo; nơi gửi thấy ngay", body: .json(PacketAPI.registering), .created(document.schema)
  ) { call in
    var act = RegisterPacket(call.key("packet"))
    (act.bookName, act.toPlaces) = (call.body.text("book"), call.body.text("toPlaces"))
    act.overrideReason = call.body.text("duplicateReason")
    return try await registering(call) { [act] actor, transaction in
      try RegistrationAPIRoutes.refuseUnknownBook(act.bookName, by: actor, in: transaction)
      return try act.perform(by: actor, in: transaction).id
    }
  }

  private static let join = APIOperation(
    .post, "/packets/{packet}/joining", id: "joinPacket", .packets, scope: .documentsWrite,
    "Nhập vào văn bản đến đã có (known): không dùng thêm số", body: .json(PacketAPI.joining),
    .created(document.schema)
  ) { call in
    let id: Packet.ID = call.key("packet")
    return try await registering(call) { actor, transaction in
      try JoinPacket(id, to: IncomingDocument.ID(Int64(call.body.integer("document", else: 0))))
        .perform(by: actor, in: transaction).id
    }
  }

  /// An act by which a packet becomes a document of the book.
  private static func registering(
    _ call: APICall, _ act: @escaping @Sendable (Actor, any Transaction) throws -> IncomingDocument.ID
  ) async throws -> APIAnswer {
    let actor = call.actor
    return try await RegistrationAPIRoutes.refusingSecrets(call) {
      try await call.creating(document, at: { "/incoming-documents/\($0)" }) {
        try act(actor, $0).number
      } show: {
        try ShownIncomingDocument.read(IncomingDocument.ID($0), by: actor, in: $1)
      }
    }
  }

  private static let giveBack = APIOperation(
    .post, "/packets/{packet}/return", id: "returnPacket", .packets, scope: .documentsWrite,
    "Trả nơi gửi, kèm lý do; không số đến nào được dùng", body: .json(PacketAPI.returning), .created(packet.schema)
  ) { call in
    try await answering(call) { id, actor, transaction in
      _ = try ReturnPacket(id, reason: call.body.text("reason")).perform(by: actor, in: transaction)
    }
  }

  private static let confirmRecall = APIOperation(
    .post, "/packets/{packet}/recall-confirmation", id: "confirmRecall", .packets, scope: .documentsWrite,
    "Xác nhận với nơi gửi: văn bản bị thu hồi đã hủy ở cơ quan mình", body: .json(APIInput("RecallConfirmation", [])),
    .created(packet.schema)
  ) { call in
    try await answering(call) { try ConfirmRecall($0).perform(by: $1, in: $2) }
  }

  /// An act that only the sender is told of.
  private static func answering(
    _ call: APICall, _ act: @escaping @Sendable (Packet.ID, Actor, any Transaction) throws -> Void
  ) async throws -> APIAnswer {
    let (actor, id): (Actor, Packet.ID) = (call.actor, call.key("packet"))
    return try await RegistrationAPIRoutes.refusingSecrets(call) {
      try await call.creating(packet, at: { "/packets/\($0)" }) {
        try act(id, actor, $0)
        return id.number
      } show: {
        try ShownPacket.read(Packet.ID($0), by: actor, in: $1)
      }
    }
  }
}
