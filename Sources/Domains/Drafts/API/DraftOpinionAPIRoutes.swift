import Database
import HTTPTypes
import Kernel
import WebAPI
import WebApp
import Work

/// Opinions on drafts, for programs: asked, given, more time for them, all of them.
enum DraftOpinionAPIRoutes {
  static let operations: [APIOperation] = [list, ask, give, extend]

  private static let list = APIOperation(
    .get, "/drafts/{draft}/opinions", id: "listDraftOpinions", .drafts, scope: .draftsRead,
    "Mọi ý kiến về dự thảo, cũ trước", .listed(DraftAPI.opinion.schema)
  ) { call in
    let (actor, id): (Actor, Draft.ID) = (call.actor, call.key("draft"))
    let (key, limit) = (try call.keyPosition() ?? 0, call.limit)
    return try await call.listing(DraftAPI.opinion) { transaction in
      _ = try DraftStore(transaction).find(id, visibleTo: actor)
      let opinions = try DraftOpinionStore(transaction).list(of: id).filter { $0.id.number > key }
      let shown = opinions.prefix(limit)
      return APIPage(Array(shown), next: opinions.count > limit ? shown.last.map { "\($0.id)" } : nil)
    }
  }

  private static let ask = APIOperation(
    .post, "/drafts/{draft}/opinion-requests", id: "askDraftOpinions", .drafts, scope: .draftsWrite,
    "Lấy ý kiến đơn vị, cá nhân", body: .json(DraftInputs.question), .added(DraftAPI.draft.schema)
  ) { call in
    let (actor, body) = (call.actor, call.body)
    let id: Draft.ID = call.key("draft")
    return try await call.adding(DraftAPI.draft, to: id.number, at: { "/drafts/\($0)" }) { transaction in
      guard let due = body.day("due") else { throw Refusal(.invalid, "Hãy ghi hạn trả lời.", field: DraftField.due) }
      try AskDraftOpinions(
        id, of: body.objects("places").compactMap(\.draftPlace), question: body.text("question"), due: due
      ).perform(by: actor, in: transaction)
    } show: {
      try ShownDraft.read(Draft.ID($0), by: actor, in: $1)
    }
  }

  private static let give = moving("", id: "giveDraftOpinion", "Góp ý", DraftInputs.opinion) {
    body, id, item, actor, transaction in
    guard let stance = DraftOpinion.Stance(rawValue: body.text("stance")) else {
      throw Refusal(.invalid, "Hãy chọn ý kiến.", field: DraftField.stance)
    }
    var act = GiveDraftOpinion(
      item, on: id, stance, text: body.text("text"), place: body.text("place"), excerpt: body.text("excerpt"),
      seen: body.integer("versionNumber") ?? 0)
    act.comments = body.objects("comments").map { .init($0.text("place"), $0.text("text")) }
    try act.perform(by: actor, in: transaction)
  }

  private static let extend = moving("/deadline", id: "extendDraftOpinion", "Gia hạn góp ý", DraftInputs.extending) {
    body, id, item, actor, transaction in
    guard let due = body.day("due") else { throw Refusal(.invalid, "Hãy ghi hạn mới.", field: DraftField.due) }
    try ExtendDraftOpinion(item, on: id, until: due, reason: body.text("reason")).perform(by: actor, in: transaction)
  }

  private static func moving(
    _ what: String, id name: String, _ summary: String, _ input: APIInput,
    _ move: @escaping DraftWayAPIRoutes.StationMove
  ) -> APIOperation {
    APIOperation(
      .post, "/drafts/{draft}/opinions/{item}\(what)", id: name, .drafts, scope: .draftsWrite, summary,
      body: .json(input), .changed(DraftAPI.draft.schema)
    ) { call in
      let (actor, id): (Actor, Draft.ID) = (call.actor, call.key("draft"))
      let item: WorkItem.ID = call.key("item")
      return try await call.changing(DraftAPI.draft, of: { try ShownDraft.read(id, by: actor, in: $0) }) {
        try move(call.body, id, item, actor, $1)
      }
    }
  }
}
