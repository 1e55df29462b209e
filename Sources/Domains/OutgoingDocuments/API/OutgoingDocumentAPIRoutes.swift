import Audit
import Database
import Documents
import FileVault
import HTTPTypes
import Kernel
import Registers
import WebAPI
import WebApp

/// Outgoing documents, for programs: lists, records, files. The acts on them stand in `OutgoingWayAPIRoutes`, numbers in
/// `NumberingAPIRoutes`.
struct OutgoingDocumentAPIRoutes: Sendable {
  let log: AccessLog
  let desk: UploadDesk

  private static let resource = OutgoingDocumentAPI.document

  func operations() -> [APIOperation] {
    [Self.list, show, download] + NumberingAPIRoutes(desk: desk).operations() + OutgoingWayAPIRoutes.operations
      + ReservationAPIRoutes.operations
  }

  private static let list = APIOperation(
    .get, "/outgoing-documents", id: "listOutgoingDocuments", .outgoing, scope: .outgoingRead,
    "Văn bản đi được xem, mới cấp số trước",
    query: [
      APIField("words", .words(200), "Có các chữ này"), APIField("register", .key, "Chỉ của sổ này"),
      APIField("type", .words(40), "Chỉ của loại này"),
      APIField("state", .choice(OutgoingDocument.State.allCases.map(\.rawValue))),
      APIField("urgency", .choice(Urgency.allCases.map(\.rawValue))),
      APIField("issuedFrom", .day, "Ngày văn bản từ"), APIField("issuedTo", .day, "Ngày văn bản đến hết"),
    ], .listed(OutgoingDocumentAPI.row.schema)
  ) { call in
    let (actor, key, query) = (call.actor, try call.keyPosition(), call.query)
    var filter = OutgoingDocumentFilter()
    filter.words = query.text("words")
    filter.register = query.key("register")
    filter.typeKey = query.text("type")
    filter.state = OutgoingDocument.State(rawValue: query.text("state"))
    filter.urgency = Urgency(rawValue: query.text("urgency"))
    (filter.fromDay, filter.toDay) = (query.day("issuedFrom"), query.day("issuedTo"))
    return try await call.listing(OutgoingDocumentAPI.row) { [filter] transaction in
      let slice = try OutgoingDocumentStore(transaction).newest(
        filter, page: key.map(KeysetPage.before) ?? .newest, limit: call.limit, visibleTo: actor)
      guard case .before(let last) = slice.older else { return APIPage(slice.documents, next: nil) }
      return APIPage(slice.documents, next: String(last))
    }
  }

  private var show: APIOperation {
    APIOperation(
      .get, "/outgoing-documents/{document}", id: "getOutgoingDocument", .outgoing, scope: .outgoingRead,
      "Một văn bản đi: tệp, nơi nhận với tình trạng ở từng nơi, quan hệ, trả lời", .shown(Self.resource.schema)
    ) { call in
      let (actor, id): (Actor, OutgoingDocument.ID) = (call.actor, call.key("document"))
      let answer = try await call.showing(Self.resource) { try ShownOutgoingDocument.read(id, by: actor, in: $0) }
      log.note(.outgoingViewed, on: .outgoingDocument(id), by: actor)
      return answer
    }
  }

  /// The download is written down before the bytes go.
  private var download: APIOperation {
    APIOperation(
      .get, "/outgoing-files/{file}", id: "downloadOutgoingFile", .outgoing, scope: .outgoingRead,
      "Tải một tệp của văn bản đi", .bytes
    ) { call in
      let (actor, id): (Actor, OutgoingFile.ID) = (call.actor, call.key("file"))
      return .bytes(
        try await OutgoingFileAnswer.answer(id, from: desk.vault, by: actor, in: call.site.database, call.context))
    }
  }

  /// Runs an act on the document as it was read.
  static func changing(
    _ call: APICall, _ act: @escaping @Sendable (OutgoingDocument, Actor, any Transaction) throws -> Void
  ) async throws -> APIAnswer {
    let (actor, id): (Actor, OutgoingDocument.ID) = (call.actor, call.key("document"))
    return try await NumberOutgoingDocument.noting(in: call.site.database, by: actor) {
      try await call.changing(resource, of: { try ShownOutgoingDocument.read(id, by: actor, in: $0) }) {
        try act($0.document, actor, $1)
      }
    }
  }
}
