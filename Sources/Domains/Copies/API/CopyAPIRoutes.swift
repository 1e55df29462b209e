import Audit
import Database
import Documents
import HTTPTypes
import IncomingDocuments
import Kernel
import WebAPI
import WebApp

/// Copies, for programs: asked for, decided, numbered, given, their files. The acts behind the forms are the same.
struct CopyAPIRoutes: Sendable {
  let reader: PaperReader
  let log: AccessLog

  private typealias Step = @Sendable (APICall, DocumentCopy.ID, Actor, any Transaction) throws -> Void

  private static let resource = CopyAPI.copy

  func operations() -> [APIOperation] { [Self.list, show, download, ask] + Self.steps }

  private static let list = APIOperation(
    .get, "/copies", id: "listCopies", .copies, scope: .copiesRead, "Bản sao được xem, mới đề nghị trước",
    query: [
      APIField("form", .choice(CopyForm.allCases.map(\.rawValue))),
      APIField("state", .choice(DocumentCopy.State.allCases.map(\.rawValue))),
    ], .listed(resource.schema)
  ) { call in
    let (actor, key) = (call.actor, try call.keyPosition())
    let filter = DocumentCopyFilter(
      form: CopyForm(rawValue: call.query.text("form")), state: DocumentCopy.State(rawValue: call.query.text("state")))
    return try await call.listing(resource) { transaction in
      let slice = try DocumentCopyStore(transaction).newest(
        filter, page: key.map(KeysetPage.before) ?? .newest, limit: call.limit, visibleTo: actor)
      let copies = try ShownCopy.list(slice.copies, in: transaction)
      guard case .before(let last) = slice.older else { return APIPage(copies, next: nil) }
      return APIPage(copies, next: String(last))
    }
  }

  private var show: APIOperation {
    APIOperation(
      .get, "/copies/{copy}", id: "getCopy", .copies, scope: .copiesRead, "Một bản sao", .shown(Self.resource.schema)
    ) { call in
      let (actor, id): (Actor, DocumentCopy.ID) = (call.actor, call.key("copy"))
      let answer = try await call.showing(Self.resource) { try ShownCopy.read(id, by: actor, in: $0) }
      log.note(.copyViewed, on: .documentCopy(id), by: actor)
      return answer
    }
  }

  private var download: APIOperation {
    APIOperation(
      .get, "/copies/{copy}/file", id: "downloadCopy", .copies, scope: .copiesRead, "Tải tệp bản sao (PDF)", .bytes
    ) { call in
      .bytes(
        try await CopyFileAnswer.answer(
          call.key("copy"), from: reader.vault, by: call.actor, in: call.site.database, call.context))
    }
  }

  private var ask: APIOperation {
    APIOperation(
      .post, "/copies", id: "askCopy", .copies, scope: .copiesWrite,
      "Đề nghị sao một văn bản; tự mình có thẩm quyền thì sao ngay", body: .json(CopyAPI.asking),
      .created(Self.resource.schema)
    ) { call in
      let (actor, body) = (call.actor, call.body)
      let act = try await AskCopy.prepared(
        CopyTerms(body), isVouchedCopy: body.flag("isFullCopy"), by: actor, in: call.site.database, reader)
      return try await CopyMarks.noting(in: call.site.database, by: actor) {
        try await call.creating(Self.resource, at: { "/copies/\($0)" }) {
          try act.perform(by: actor, in: $0).id.number
        } show: {
          try ShownCopy.read(DocumentCopy.ID($0), by: actor, in: $1)
        }
      }
    }
  }

  private static let steps: [APIOperation] = [
    step("approval", id: "approveCopy", "Đồng ý sao và ký", CopyAPI.approving) { call, id, actor, transaction in
      try DecideCopy(id, approves: true, note: call.body.text("note"), formVersion: call.version)
        .perform(by: actor, in: transaction)
    },
    step("refusal", id: "refuseCopy", "Không đồng ý sao, kèm lý do", CopyAPI.refusing) { call, id, actor, transaction in
      try DecideCopy(id, approves: false, note: call.body.text("reason"), formVersion: call.version)
        .perform(by: actor, in: transaction)
    },
    step("withdrawal", id: "withdrawCopy", "Rút đề nghị sao", CopyAPI.withdrawing) { call, id, actor, transaction in
      try WithdrawCopy(id, reason: call.body.text("reason"), formVersion: call.version)
        .perform(by: actor, in: transaction)
    },
    step("numbering", id: "numberCopy", "Cấp số bản sao; tệp được làm sau đó", nil) { call, id, actor, transaction in
      _ = try NumberCopy(id, formVersion: call.version).perform(by: actor, in: transaction)
    },
    step("handing-over", id: "giveCopy", "Ghi đã giao bản sao", CopyAPI.giving) { call, id, actor, transaction in
      try GiveCopy(id, receipt: call.body.text("receipt"), formVersion: call.version)
        .perform(by: actor, in: transaction)
    },
    step("cancellation", id: "cancelCopyNumber", "Hủy số bản sao, kèm lý do", CopyAPI.cancelling) {
      call, id, actor, transaction in
      try CancelCopyNumber(id, reason: call.body.text("reason")).perform(by: actor, in: transaction)
    },
  ]

  /// A step of the copy as it was read.
  private static func step(
    _ what: String, id name: String, _ summary: String, _ input: APIInput?, _ take: @escaping Step
  ) -> APIOperation {
    APIOperation(
      .post, "/copies/{copy}/\(what)", id: name, .copies, scope: .copiesWrite, summary,
      body: input.map { .json($0) } ?? .none, .changed(resource.schema)
    ) { call in
      let (actor, id): (Actor, DocumentCopy.ID) = (call.actor, call.key("copy"))
      return try await call.changing(resource, of: { try ShownCopy.read(id, by: actor, in: $0) }) {
        try take(call, id, actor, $1)
      }
    }
  }
}
