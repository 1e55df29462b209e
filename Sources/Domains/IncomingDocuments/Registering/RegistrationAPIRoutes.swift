import Audit
import Database
import Documents
import FileVault
import HTTPTypes
import Kernel
import Registers
import WebAPI
import WebApp

/// Registering documents and adding files, for programs.
struct RegistrationAPIRoutes: Sendable {
  let desk: UploadDesk

  func operations() -> [APIOperation] { [register, addFiles] }

  private static let files = APIField(
    "file", .list(.file, max: UploadDesk.Limits().filesMax), "Văn bản trước, rồi các tệp kèm theo")
  private static let registrationParts = APIInput(
    "IncomingDocumentUpload",
    [APIField("document", IncomingDocumentAPI.registration.schema, required: true), files])
  private static let additionInput = APIInput("IncomingFilesAddition", [IncomingDocumentAPI.vouched])
  private static let additionParts = APIInput(
    "IncomingFilesUpload",
    [
      APIField("document", additionInput.schema, required: true),
      APIField(files.name, files.schema, required: true, files.note),
    ])

  private var register: APIOperation {
    APIOperation(
      .post, "/incoming-documents", id: "registerIncomingDocument", .documents, scope: .documentsWrite,
      "Vào sổ một văn bản đến dưới số đến tiếp theo, có hoặc không có tệp",
      body: .files(document: IncomingDocumentAPI.registration, Self.registrationParts),
      .created(IncomingDocumentAPI.document.schema)
    ) { call in
      guard IncomingDocumentAccess.mayRegister(call.actor) else { throw IncomingDocumentAccess.notRegistry }
      return try await received(call, as: IncomingDocumentAPI.registration) { body, uploads, call in
        var act = RegisterIncomingDocument(
          facts: IncomingFacts(body, changing: IncomingFacts(arrivalDate: call.site.clock.now.day)))
        act.bookName = body.text("book")
        act.overrideReason = body.text("duplicateReason")
        act.isVouchedOpen = body.flag("noSecrecyMark")
        act.files = uploads.map(KeptFile.init)
        if act.facts.pageCount == nil { act.facts.pageCount = act.files.first?.pageCount }
        return try await Self.registering(act, call, said: body, uploads)
      }
    }
  }

  private static func registering(
    _ act: RegisterIncomingDocument, _ call: APICall, said body: APIValues, _ uploads: [Upload]
  ) async throws -> APIAnswer {
    let actor = call.actor
    return try await call.creating(
      IncomingDocumentAPI.document, at: { "/incoming-documents/\($0)" }, digesting: digest(call, uploads)
    ) { transaction in
      try refuseUnknownBook(act.bookName, by: actor, in: transaction)
      return try act.perform(by: actor, in: transaction).id.number
    } show: {
      try ShownIncomingDocument.read(IncomingDocument.ID($0), by: actor, in: $1)
    }
  }

  private var addFiles: APIOperation {
    APIOperation(
      .post, "/incoming-documents/{document}/files", id: "addIncomingFiles", .documents, scope: .documentsWrite,
      "Thêm tệp vào văn bản đã vào sổ", body: .files(document: nil, Self.additionParts),
      .added(IncomingDocumentAPI.document.schema)
    ) { call in
      let (actor, id): (Actor, IncomingDocument.ID) = (call.actor, call.key("document"))
      _ = try await call.site.database.read { try IncomingDocumentStore($0).find(id, visibleTo: actor) }
      return try await received(call, as: Self.additionInput) { body, uploads, call in
        guard !uploads.isEmpty else { throw Refusal(.invalid, "Chưa gửi tệp nào.", field: "file") }
        let act = AddIncomingFiles(
          to: id, files: uploads.map(KeptFile.init), isVouchedOpen: body.flag("noSecrecyMark"))
        return try await call.adding(
          IncomingDocumentAPI.document, to: id.number, at: { "/incoming-documents/\($0)" },
          digesting: Self.digest(call, uploads)
        ) { transaction in
          try act.perform(by: actor, in: transaction)
        } show: {
          try ShownIncomingDocument.read(IncomingDocument.ID($0), by: actor, in: $1)
        }
      }
    }
  }

  /// Takes the request in either form, its files in staging while `act` runs and kept in the vault before it.
  private func received(
    _ call: APICall, as input: APIInput, _ act: (APIValues, [Upload], APICall) async throws -> APIAnswer
  ) async throws -> APIAnswer {
    var call = call
    if case .files(document: .some, _) = call.operation.body {
      try call.requireType("application/json", "multipart/form-data")
    } else {
      try call.requireType("multipart/form-data")
    }
    if call.mediaType == "application/json" {
      try await call.readBody(as: input)
      let (body, call) = (call.body, call)
      return try await Self.refusingSecrets(call) { try await act(body, [], call) }
    }
    let uploaded = try await desk.read(call.request, call.context)
    return try await Self.refusingSecrets(call) { [call] in
      try await desk.releasing(uploaded.files) {
        let body = try Self.said(uploaded, as: input)
        try Secrecy.refuseMarked(body)
        var call = call
        call.said = uploaded.form.raw("document")
        if try await !call.wasCreated() {
          for upload in uploaded.files { try await desk.vault.keep(upload.staged) }
        }
        return try await act(body, uploaded.files, call)
      }
    }
  }

  private static func said(_ uploaded: UploadedForm, as input: APIInput) throws -> APIValues {
    var reasons = uploaded.refusals.map { Refusal.Reason($0, field: "file") }
    let names = Set(uploaded.form.fields.map(\.name)).subtracting(["document"])
      .union(uploaded.fileFields.subtracting(["file"]))
    reasons += names.sorted().map { name in
      Refusal.Reason(
        "Không có phần tên «\(name.prefix(60))»; chỉ nhận «document» (JSON, không phải tệp) và «file».",
        field: String(name.prefix(60)))
    }
    if uploaded.form.raw("document").isEmpty { reasons.append(.init("Thiếu phần này.", field: "document")) }
    guard reasons.isEmpty else {
      throw APIProblem(.invalid, "Có \(reasons.count) chỗ chưa đúng; chưa có gì được lưu.", reasons: reasons)
    }
    return try APICall.values(uploaded.form.raw("document").utf8, as: input)
  }

  /// The form offers the books there are; a name mistyped by a program must not open another one.
  private static func refuseUnknownBook(_ name: String, by actor: Actor, in transaction: any Transaction) throws {
    guard !name.isEmpty, name != RegisterKind.incoming.bookName else { return }
    let books = try RegisterStore(transaction).books(visibleTo: actor)
    guard !books.contains(where: { $0.name == name && $0.kind == .incoming }) else { return }
    throw Refusal(.invalid, "Cơ quan không có sổ tên này. Hãy mở sổ trước.", field: RegistrationField.book)
  }

  /// What bears a secrecy mark is refused and nothing of it stays but that it happened (MAT-05).
  static func refusingSecrets(_ call: APICall, _ body: () async throws -> APIAnswer) async throws -> APIAnswer {
    do { return try await body() } catch is SecrecyFound {
      let actor = call.actor
      try await call.site.database.write { try Audit.record(.secrecyRefused, on: nil, by: actor, in: $0) }
      throw Secrecy.refusal
    }
  }

  private static func digest(_ call: APICall, _ uploads: [Upload]) -> [String] {
    [call.said] + uploads.map { "\($0.staged.hash.text) \($0.name)" }
  }
}

extension Secrecy {
  /// Looks at what a program sent before anything of it is kept.
  fileprivate static func refuseMarked(_ body: APIValues) throws(SecrecyFound) {
    let names = ["number", "notation", "subject", "note", "toPlaces", "issuer"]
    if names.contains(where: { SecrecyMark.isMarked(body.text($0)) }) { throw SecrecyFound() }
  }
}

extension KeptFile {
  init(_ upload: Upload) {
    self.init(name: upload.name, kind: upload.kind, stored: upload.staged.stored, pageCount: upload.pageCount)
  }
}
