import Database
import Kernel
import WebAPI
import Work

/// What happens while work goes on, for programs: notes, opinions, deadlines, handing over, urging, replies.
enum FollowUpAPIRoutes {
  static func operations(_ replies: (any ReplyBook)?) -> [APIOperation] {
    notes + [reply(replies)] + deadlines + reassigning
  }

  private static func reply(_ replies: (any ReplyBook)?) -> APIOperation {
    .moving("reply", id: "linkReply", "Ghi văn bản trả lời của việc đã xong", WorkItemAPI.reply) {
      body, shown, actor, transaction in
      try LinkReply(shown.item.id, on: shown.document, replyCode: body.text("replyCode"))
        .finding(replies, by: actor, in: transaction).perform(by: actor, in: transaction)
    }
  }

  private static let notes: [APIOperation] = [
    .addingToWork("notes", id: "noteWork", "Ghi tiến độ, khó khăn, đề xuất", WorkItemAPI.note) {
      body, shown, actor, transaction in
      try NoteWork(
        shown.item.id, on: shown.document, kind: WorkNote.Kind(rawValue: body.text("kind")) ?? .progress,
        text: body.text("text")
      ).perform(by: actor, in: transaction)
    },
    .addingToWork("opinion-requests", id: "askOpinion", "Xin ý kiến đơn vị, cá nhân khác", WorkItemAPI.question) {
      body, shown, actor, transaction in
      _ = try AskOpinion(
        shown.item.id, on: shown.document, question: body.text("question"), holders: body.holders("holders"),
        due: body.day("due")
      ).perform(by: actor, in: transaction)
    },
    .moving("opinion", id: "giveOpinion", "Cho ý kiến được hỏi", WorkItemAPI.opinion) {
      body, shown, actor, transaction in
      try GiveOpinion(
        shown.item.id, on: shown.document, stance: GiveOpinion.Stance(rawValue: body.text("stance")),
        text: body.text("text")
      ).perform(by: actor, in: transaction)
    },
  ]

  private static let deadlines: [APIOperation] = [
    .addingToWork("extension-requests", id: "askExtension", "Xin gia hạn, kèm lý do", WorkItemAPI.extensionRequest) {
      body, shown, actor, transaction in
      try AskExtension(shown.item.id, on: shown.document, due: body.day("due"), reason: body.text("reason"))
        .perform(by: actor, in: transaction)
    },
    .moving("extension-decision", id: "decideExtension", "Trả lời xin gia hạn", WorkItemAPI.extensionDecision) {
      body, shown, actor, transaction in
      _ = try DecideExtension(shown.item.id, on: shown.document, due: body.day("due"), reason: body.text("reason"))
        .perform(by: actor, in: transaction)
    },
    .moving("deadline", id: "setDeadline", "Đổi hạn của việc đã giao, kèm lý do", WorkItemAPI.deadline) {
      body, shown, actor, transaction in
      try SetDeadline(shown.item.id, on: shown.document, due: body.day("due"), reason: body.text("reason"))
        .perform(by: actor, in: transaction)
    },
  ]

  private static let reassigning: [APIOperation] = [
    .moving("lead", id: "replaceLead", "Đổi nơi chủ trì, kèm lý do", WorkItemAPI.lead) {
      body, shown, actor, transaction in
      _ = try ReplaceLead(shown.item.id, on: shown.document, by: body.holder, reason: body.text("reason"))
        .perform(by: actor, in: transaction)
    },
    .moving("hand-over", id: "handOverWork", "Bàn giao việc cho chức danh khác", WorkItemAPI.handOver) {
      body, shown, actor, transaction in
      _ = try HandOverWork(shown.item.id, on: shown.document, to: body.key("post"), reason: body.text("reason"))
        .perform(by: actor, in: transaction)
    },
    .addingToWork("urgings", id: "urgeWork", "Đôn đốc: nhắc nhở, phê bình, kiểm điểm", WorkItemAPI.urging) {
      body, shown, actor, transaction in
      _ = try UrgeWork(
        shown.item.id, on: shown.document, level: WorkUrging.Level(rawValue: body.text("level")) ?? .remind,
        text: body.text("text")
      ).perform(by: actor, in: transaction)
    },
  ]
}
