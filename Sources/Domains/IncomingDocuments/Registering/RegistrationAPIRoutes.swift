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
        act.files = uploads.map(\.kept)
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
      IncomingDocumentAPI.document, at: { "/incoming-documents/\($0)" }, digesting: call.digested(with: uploads)
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
          to: id, files: uploads.map(\.kept), isVouchedOpen: body.flag("noSecrecyMark"))
        return try await call.adding(
          IncomingDocumentAPI.document, to: id.number, at: { "/incoming-documents/\($0)" },
          digesting: call.digested(with: uploads)
        ) { transaction in
          try act.perform(by: actor, in: transaction)
        } show: {
          try ShownIncomingDocument.read(IncomingDocument.ID($0), by: actor, in: $1)
        }
      }
    }
  }

  private func received(
    _ call: APICall, as input: APIInput, _ act: (APIValues, [Upload], APICall) async throws -> APIAnswer
  ) async throws -> APIAnswer {
    try await Self.refusingSecrets(call) {
      try await desk.received(call, as: input, check: { try Secrecy.refuseMarked($0) }, act)
    }
  }

  /// The form offers the books there are; a name mistyped by a program must not open another one.
  static func refuseUnknownBook(_ name: String, by actor: Actor, in transaction: any Transaction) throws {
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
}

extension Secrecy {
  /// Looks at what a program sent before anything of it is kept.
  fileprivate static func refuseMarked(_ body: APIValues) throws(SecrecyFound) {
    let names = ["number", "notation", "subject", "note", "toPlaces", "issuer"]
    if names.contains(where: { SecrecyMark.isMarked(body.text($0)) }) { throw SecrecyFound() }
  }
}
