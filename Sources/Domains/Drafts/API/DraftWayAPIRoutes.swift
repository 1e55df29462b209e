import Database
import HTTPTypes
import Kernel
import WebAPI
import WebApp
import Work

/// The way of a draft, for programs: submitted, checked, returned, signed, taken back.
enum DraftWayAPIRoutes {
  typealias Move = @Sendable (APIValues, Draft.ID, Actor, any Transaction) throws -> Void
  typealias StationMove = @Sendable (APIValues, Draft.ID, WorkItem.ID, Actor, any Transaction) throws -> Void

  static let operations: [APIOperation] = [
    moving("acceptance", id: "acceptDraft", "Nhận soạn thảo", nil) { _, id, actor, transaction in
      try AcceptDraft(id).perform(by: actor, in: transaction)
    },
    moving("submission", id: "submitDraft", "Trình", DraftInputs.submission) { body, id, actor, transaction in
      let draft = try DraftStore(transaction).find(id, visibleTo: actor)
      let usual = try DraftWay.proposed(for: draft, in: transaction)
      try SubmitDraft(id, way: DraftWay(body, usual: usual), note: body.text("note"), summary: body.text("summary"))
        .perform(by: actor, in: transaction)
    },
    station("pass", id: "passDraft", "Đạt, chuyển bước tiếp", DraftInputs.pass) { body, id, item, actor, transaction in
      try PassDraft(item, on: id, note: body.text("note"), next: body.object("next")?.draftPlace)
        .perform(by: actor, in: transaction)
    },
    station("return", id: "returnDraft", "Trả lại, kèm lý do", DraftInputs.giveBack) {
      body, id, item, actor, transaction in
      let target = body.integer("position").map { ReturnDraft.Target.station($0) } ?? .leadUnit
      try ReturnDraft(item, on: id, to: target, reason: body.text("reason")).perform(by: actor, in: transaction)
    },
    station("signature", id: "signDraft", "Duyệt, ký đúng bản đã xem", DraftInputs.signature) {
      body, id, item, actor, transaction in
      try SignDraft(item, on: id, seen: body.integer("versionNumber") ?? 0, note: body.text("note"))
        .perform(by: actor, in: transaction)
    },
    moving("passing-back", id: "passBackDraft", "Chuyển người soạn thảo sửa", DraftInputs.note) {
      body, id, actor, transaction in
      try PassBackDraft(id, note: body.text("note")).perform(by: actor, in: transaction)
    },
    moving("withdrawal", id: "withdrawDraft", "Rút lại, kèm lý do", DraftInputs.reasoned) {
      body, id, actor, transaction in
      try WithdrawDraft(id, reason: body.text("reason")).perform(by: actor, in: transaction)
    },
    moving("reopening", id: "reopenDraft", "Mở lại dự thảo đã ký, kèm lý do", DraftInputs.reasoned) {
      body, id, actor, transaction in
      try ReviseSignedDraft(id, reason: body.text("reason")).perform(by: actor, in: transaction)
    },
    moving("cancellation", id: "cancelDraft", "Hủy dự thảo, kèm lý do", DraftInputs.reasoned) {
      body, id, actor, transaction in
      try CancelDraft(id, reason: body.text("reason")).perform(by: actor, in: transaction)
    },
  ]

  /// An act on the draft as it was read.
  static func moving(
    _ what: String, id name: String, _ summary: String, _ input: APIInput?, _ move: @escaping Move
  ) -> APIOperation {
    APIOperation(
      .post, "/drafts/{draft}/\(what)", id: name, .drafts, scope: .draftsWrite, summary,
      body: input.map { .json($0) } ?? .none, .changed(DraftAPI.draft.schema)
    ) { call in
      let (actor, id): (Actor, Draft.ID) = (call.actor, call.key("draft"))
      return try await call.changing(DraftAPI.draft, of: { try ShownDraft.read(id, by: actor, in: $0) }) {
        try move(call.body, id, actor, $1)
      }
    }
  }

  /// An act of whoever holds a station.
  private static func station(
    _ what: String, id name: String, _ summary: String, _ input: APIInput, _ move: @escaping StationMove
  ) -> APIOperation {
    APIOperation(
      .post, "/drafts/{draft}/steps/{item}/\(what)", id: name, .drafts, scope: .draftsWrite, summary,
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
