import Database
import Documents
import FileVault
import HTTPTypes
import Kernel
import Registers
import WebAPI
import WebApp

/// Numbers for outgoing documents, for programs: given to a signed draft or to what was signed on paper, corrected,
/// cancelled; files that are added before the document is issued.
struct NumberingAPIRoutes: Sendable {
  let desk: UploadDesk

  private static let resource = OutgoingDocumentAPI.document

  func operations() -> [APIOperation] { [number, Self.correct, addFiles, Self.cancel] }

  private var number: APIOperation {
    APIOperation(
      .post, "/outgoing-documents", id: "numberOutgoingDocument", .outgoing, scope: .outgoingWrite,
      "Cấp số cho dự thảo đã ký (draft), hoặc cho văn bản ký ngoài hệ thống kèm tệp",
      body: .files(document: OutgoingInputs.new, OutgoingInputs.newParts), .created(Self.resource.schema)
    ) { call in
      guard OutgoingDocumentAccess.mayNumber(call.actor) else { throw OutgoingDocumentAccess.notRegistry }
      return try await NumberOutgoingDocument.noting(in: call.site.database, by: call.actor) {
        try await desk.received(call, as: OutgoingInputs.new) { body, uploads, call in
          let actor = call.actor
          return try await call.creating(
            Self.resource, at: { "/outgoing-documents/\($0)" }, digesting: call.digested(with: uploads)
          ) { transaction in
            try NumberOutgoingDocument(body, files: uploads.map(\.kept), by: actor, in: transaction)
              .perform(by: actor, in: transaction).id.number
          } show: {
            try ShownOutgoingDocument.read(OutgoingDocument.ID($0), by: actor, in: $1)
          }
        }
      }
    }
  }

  private static let correct = APIOperation(
    .patch, "/outgoing-documents/{document}", id: "correctOutgoingDocument", .outgoing, scope: .outgoingWrite,
    "Sửa thông tin trước khi phát hành; trường không gửi giữ nguyên", body: .json(OutgoingInputs.correction),
    .changed(resource.schema)
  ) { call in
    try await OutgoingDocumentAPIRoutes.changing(call) { document, actor, transaction in
      let body = call.body
      let known = try OutgoingRecipientStore(transaction).list(of: document.id)
      let usual = known.first { $0.way != .inside }?.way ?? .post
      try CorrectOutgoingDocument(
        document.id, facts: OutgoingFacts(body, changing: document.facts, now: transaction.now),
        recipients: body.has("recipients") ? body.recipientNames : known.map(\.name),
        way: body.has("way") ? body.sendingWay : usual, reason: body.text("reason"), formVersion: call.version
      ).perform(by: actor, in: transaction)
    }
  }

  private var addFiles: APIOperation {
    APIOperation(
      .post, "/outgoing-documents/{document}/files", id: "addOutgoingFiles", .outgoing, scope: .outgoingWrite,
      "Thêm tệp trước khi phát hành", body: .files(document: nil, OutgoingInputs.additionParts),
      .added(Self.resource.schema)
    ) { call in
      let (actor, id): (Actor, OutgoingDocument.ID) = (call.actor, call.key("document"))
      _ = try await call.site.database.read { try OutgoingDocumentStore($0).find(id, visibleTo: actor) }
      return try await desk.received(call, as: OutgoingInputs.addition) { body, uploads, call in
        guard !uploads.isEmpty else { throw Refusal(.invalid, "Chưa gửi tệp nào.", field: "file") }
        let act = AddOutgoingFiles(id, files: uploads.map(\.kept), isVouchedOpen: body.flag("noSecrecyMark"))
        return try await call.adding(
          Self.resource, to: id.number, at: { "/outgoing-documents/\($0)" }, digesting: call.digested(with: uploads)
        ) { transaction in
          try act.perform(by: actor, in: transaction)
        } show: {
          try ShownOutgoingDocument.read(OutgoingDocument.ID($0), by: actor, in: $1)
        }
      }
    }
  }

  private static let cancel = APIOperation(
    .post, "/outgoing-documents/{document}/cancellation", id: "cancelOutgoingNumber", .outgoing,
    scope: .outgoingWrite, "Hủy số trước khi phát hành; dòng vẫn giữ trong sổ với lý do",
    body: .json(OutgoingInputs.cancellation), .changed(resource.schema)
  ) { call in
    try await OutgoingDocumentAPIRoutes.changing(call) { document, actor, transaction in
      try CancelNumber(document.book, number: document.number, reason: call.body.text("reason"))
        .perform(by: actor, telling: OutgoingRegisterContents(), in: transaction)
    }
  }
}

extension NumberOutgoingDocument {
  /// As a program says it. What it does not say of a signed draft is what the form proposes.
  fileprivate init(
    _ body: APIValues, files: [KeptFile], by actor: Actor, in transaction: any Transaction
  ) throws {
    let proposed = try NumberingScreen.read(draft: body.key("draft"), by: actor, in: transaction).proposed
    var facts = OutgoingFacts(issuedDate: transaction.now.day, signedAt: transaction.now)
    facts.fileCopyHolder = proposed[NumberingField.fileCopyHolder] ?? "Văn thư"
    self.init(facts: OutgoingFacts(body, changing: facts, now: transaction.now))
    recipients =
      body.has("recipients")
      ? body.recipientNames : PlaceFields.names(proposed[NumberingField.recipients] ?? "")
    way = body.sendingWay
    draft = body.key("draft")
    reservation = body.key("reservation")
    isVouchedOpen = body.flag("noSecrecyMark")
    self.files = files
    self.facts.pageCount = files.first?.pageCount
  }
}
