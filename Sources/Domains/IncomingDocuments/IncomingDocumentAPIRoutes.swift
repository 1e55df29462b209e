import Audit
import Database
import Documents
import FileVault
import HTTPTypes
import Hummingbird
import Kernel
import Papers
import Registers
import WebAPI
import WebApp

/// Registered documents, for programs: lists, entries, corrections, cancelled numbers, files to take along.
struct IncomingDocumentAPIRoutes: Sendable {
  let log: AccessLog
  let vault: FileVault

  private static let resource = IncomingDocumentAPI.document

  func operations() -> [APIOperation] { [Self.list, show, Self.correct, Self.cancel, download] }

  private static let list = APIOperation(
    .get, "/incoming-documents", id: "listIncomingDocuments", .documents, scope: .documentsRead,
    "Văn bản đến được xem, mới vào sổ trước",
    query: [
      APIField("register", .key, "Chỉ của sổ này"), APIField("type", .words(120), "Chỉ của loại này"),
      APIField("urgency", .choice(Urgency.allCases.map(\.rawValue))),
      APIField("arrivedFrom", .day, "Đến từ ngày"), APIField("arrivedTo", .day, "Đến hết ngày"),
    ], .listed(IncomingDocumentAPI.row.schema)
  ) { call in
    let (actor, key) = (call.actor, try call.keyPosition())
    var filter = IncomingDocumentFilter()
    filter.register = call.query.key("register")
    filter.typeKey = call.query.text("type")
    filter.urgency = Urgency(rawValue: call.query.text("urgency"))
    filter.fromDay = call.query.day("arrivedFrom")
    filter.toDay = call.query.day("arrivedTo")
    return try await call.listing(IncomingDocumentAPI.row) { [filter] transaction in
      let slice = try IncomingDocumentStore(transaction).newest(
        filter, page: key.map(KeysetPage.before) ?? .newest, limit: call.limit, visibleTo: actor)
      guard case .before(let last) = slice.older else { return APIPage(slice.documents, next: nil) }
      return APIPage(slice.documents, next: String(last))
    }
  }

  private var show: APIOperation {
    APIOperation(
      .get, "/incoming-documents/{document}", id: "getIncomingDocument", .documents, scope: .documentsRead,
      "Một văn bản đến với các tệp của nó", .shown(Self.resource.schema)
    ) { call in
      let (actor, id): (Actor, IncomingDocument.ID) = (call.actor, call.key("document"))
      let answer = try await call.showing(Self.resource) { try ShownIncomingDocument.read(id, by: actor, in: $0) }
      log.note(.incomingViewed, on: .incomingDocument(id), by: actor)
      return answer
    }
  }

  private static let correct = APIOperation(
    .patch, "/incoming-documents/{document}", id: "correctIncomingDocument", .documents, scope: .documentsWrite,
    "Sửa thông tin đã vào sổ; không gửi thì giữ nguyên, nội dung cũ còn trong diễn biến",
    body: .json(IncomingDocumentAPI.correction), .changed(resource.schema)
  ) { call in
    let actor = call.actor
    return try await RegistrationAPIRoutes.refusingSecrets(call) {
      try await changing(call) { shown, transaction in
        try CorrectIncomingDocument(
          shown.document.id, facts: IncomingFacts(call.body, changing: shown.document.facts),
          reason: call.body.text("reason"), formVersion: call.version
        ).perform(by: actor, in: transaction)
      }
    }
  }

  private static let cancel = APIOperation(
    .post, "/incoming-documents/{document}/cancellation", id: "cancelIncomingNumber", .documents,
    scope: .documentsWrite, "Hủy số đến; dòng vẫn giữ trong sổ với lý do",
    body: .json(
      APIInput("NumberCancellation", [APIField("reason", .filled(500), required: true, form: "ly-do")])),
    .changed(resource.schema)
  ) { call in
    let actor = call.actor
    return try await changing(call) { shown, transaction in
      try CancelNumber(shown.document.book, number: shown.document.arrivalNumber, reason: call.body.text("reason"))
        .perform(by: actor, telling: IncomingRegisterContents(), in: transaction)
    }
  }

  /// The file exactly as received. The download is written down before the bytes go.
  private var download: APIOperation {
    APIOperation(
      .get, "/incoming-files/{file}", id: "downloadIncomingFile", .documents, scope: .documentsRead,
      "Tải một tệp, đúng như đã nhận", .bytes
    ) { call in
      let (actor, id): (Actor, IncomingFile.ID) = (call.actor, call.key("file"))
      let file = try await call.site.database.read { try IncomingFileStore($0).find(id, visibleTo: actor) }
      try await call.site.database.write {
        try Audit.record(.incomingDownloaded(file.name), on: .incomingDocument(file.document), by: actor, in: $0)
      }
      return .bytes(
        try await FileDownload.answer(file.hash, kind: file.kind, name: file.name, from: vault, call.context))
    }
  }

  private static func changing(
    _ call: APICall, _ act: @escaping @Sendable (ShownIncomingDocument, any Transaction) throws -> Void
  ) async throws -> APIAnswer {
    let (actor, id): (Actor, IncomingDocument.ID) = (call.actor, call.key("document"))
    return try await call.changing(resource, of: { try ShownIncomingDocument.read(id, by: actor, in: $0) }, act)
  }
}
