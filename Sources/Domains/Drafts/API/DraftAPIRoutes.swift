import Audit
import Database
import Documents
import FileVault
import HTTPTypes
import Hummingbird
import Kernel
import Papers
import WebAPI
import WebApp
import Work

/// Drafts, for programs: what is written, and every act of the way. Those behind the forms are the same.
struct DraftAPIRoutes: Sendable {
  let desk: UploadDesk
  let log: AccessLog

  private static let resource = DraftAPI.draft

  func operations() -> [APIOperation] {
    [Self.list, show, Self.create, Self.change] + [DraftVersionAPIRoutes(desk: desk).add, download]
      + DraftWayAPIRoutes.operations + DraftOpinionAPIRoutes.operations
  }

  private static let list = APIOperation(
    .get, "/drafts", id: "listDrafts", .drafts, scope: .draftsRead, "Dự thảo anh/chị xem được, mới nhất trước",
    query: [
      APIField(
        "part", .choice(DraftListScreen.Part.allCases.map(\.apiName)), "Mặc định all: tất cả")
    ], .listed(DraftAPI.row.schema)
  ) { call in
    let actor = call.actor
    let part = DraftListScreen.Part.allCases.first { $0.apiName == call.query.text("part") } ?? .all
    let (key, limit) = (try call.keyPosition(), call.limit)
    return try await call.listing(DraftAPI.row) { transaction in
      let drafts = try DraftListStore(transaction).list(
        part.progress, before: key, limit: limit + 1, visibleTo: actor)
      let shown = drafts.prefix(limit)
      return APIPage(Array(shown), next: drafts.count > limit ? shown.last.map { "\($0.id)" } : nil)
    }
  }

  private var show: APIOperation {
    let log = log
    return APIOperation(
      .get, "/drafts/{draft}", id: "getDraft", .drafts, scope: .draftsRead, "Một dự thảo",
      .shown(Self.resource.schema)
    ) { call in
      let (actor, id): (Actor, Draft.ID) = (call.actor, call.key("draft"))
      let answer = try await call.showing(Self.resource) { try ShownDraft.read(id, by: actor, in: $0) }
      log.note(.draftViewed, on: .draft(id), by: actor)
      return answer
    }
  }

  private static let create = APIOperation(
    .post, "/drafts", id: "createDraft", .drafts, scope: .draftsWrite, "Tạo dự thảo, hoặc giao soạn thảo",
    body: .json(DraftInputs.new), .created(resource.schema)
  ) { call in
    try await refusingSecrets(call) {
      let (actor, body) = (call.actor, call.body)
      let sent = DraftForm(body)
      try Secrecy.refuseMarked(sent.texts + [body.text("instruction")])
      return try await call.creating(resource, at: { "/drafts/\($0)" }) { transaction in
        let act = CreateDraft(
          try sent.resolved(by: actor, in: transaction), drafter: body.key("drafter"),
          from: body.integer("incomingDocument").map {
            DraftOrigin(RecordReference(code: "incomingDocument", number: Int64($0)), item: body.key("work"))
          }, instruction: body.text("instruction"), due: body.day("due"))
        return try act.perform(by: actor, in: transaction).number
      } show: {
        try ShownDraft.read(Draft.ID($0), by: actor, in: $1)
      }
    }
  }

  private static let change = APIOperation(
    .patch, "/drafts/{draft}", id: "changeDraft", .drafts, scope: .draftsWrite,
    "Sửa thông tin dự thảo; trường không gửi giữ nguyên", body: .json(DraftInputs.change), .changed(resource.schema)
  ) { call in
    try await refusingSecrets(call) {
      let (actor, body) = (call.actor, call.body)
      let id: Draft.ID = call.key("draft")
      return try await call.changing(resource, of: { try ShownDraft.read(id, by: actor, in: $0) }) {
        shown, transaction in
        let sent = DraftForm(body, changing: shown.draft.facts)
        try Secrecy.refuseMarked(sent.texts)
        try ChangeDraft(
          id, facts: sent.resolved(by: actor, in: transaction), formVersion: shown.draft.version
        ).perform(by: actor, in: transaction)
      }
    }
  }

  private var download: APIOperation {
    APIOperation(
      .get, "/draft-files/{file}", id: "downloadDraftFile", .drafts, scope: .draftsRead,
      "Tải một tệp của dự thảo, đúng như đã nhận", .bytes
    ) { call in
      let (actor, id): (Actor, DraftFile.ID) = (call.actor, call.key("file"))
      let file = try await call.site.database.read { try DraftVersionStore($0).file(id, visibleTo: actor) }
      try await call.site.database.write {
        try Audit.record(.draftDownloaded(file.name), on: .draft(file.draft), by: actor, in: $0)
      }
      return .bytes(
        try await FileDownload.answer(
          file.hash, kind: file.kind, name: file.name, from: desk.vault, call.context))
    }
  }

  /// What bears a secrecy mark is refused and nothing of it stays but that it happened (MAT-05).
  static func refusingSecrets(_ call: APICall, _ body: () async throws -> APIAnswer) async throws -> APIAnswer {
    do { return try await body() } catch is SecrecyFound {
      let actor = call.actor
      try await call.site.database.write { try Audit.record(.draftSecrecyRefused, on: nil, by: actor, in: $0) }
      throw Secrecy.refusal
    }
  }
}

extension DraftListScreen.Part {
  /// As programs name it.
  fileprivate var apiName: String {
    switch self {
    case .all: "all"
    case .writing: "writing"
    case .submitted: "submitted"
    case .returned: "returned"
    case .signed: "signed"
    case .over: "over"
    }
  }
}
