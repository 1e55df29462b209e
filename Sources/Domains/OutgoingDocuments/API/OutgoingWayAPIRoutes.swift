import Database
import Exchange
import HTTPTypes
import Kernel
import WebAPI
import WebApp

/// The way of an outgoing document, for programs: issued, sent, answered, recalled; relations and replies.
enum OutgoingWayAPIRoutes {
  typealias Move = @Sendable (APICall, OutgoingDocument.ID, Actor, any Transaction) throws -> Void

  static let operations = sending + loops

  private static let sending: [APIOperation] = [
    moving("issue", id: "issueOutgoingDocument", "Phát hành: nơi trong hệ thống nhận ngay", nil) {
      call, id, actor, transaction in
      _ = try IssueOutgoingDocument(id, formVersion: call.version).perform(by: actor, in: transaction)
    },
    moving("sendings", id: "recordSending", "Ghi đã gửi các nơi ngoài hệ thống, với chứng từ", OutgoingInputs.sending) {
      call, id, actor, transaction in
      _ = try RecordSending(
        id, to: call.body.keys("recipients"), by: call.body.sendingWay, proof: call.body.text("proof"),
        envelopes: call.body.integer("envelopes")
      ).perform(by: actor, in: transaction)
    },
    moving(
      "further-recipients", id: "sendFurther", "Gửi thêm nơi nhận, hoặc gửi lại nơi đã trả", OutgoingInputs.further
    ) { call, id, actor, transaction in
      _ = try SendFurther(id, to: call.body.recipientNames, by: call.body.sendingWay)
        .perform(by: actor, in: transaction)
    },
    moving(
      "recipients/{recipient}/answer", id: "recordAnswer", "Ghi phản hồi của một nơi ngoài hệ thống",
      OutgoingInputs.answer
    ) { call, id, actor, transaction in
      _ = try RecordAnswer(
        id, of: call.key("recipient"), OutgoingRecipient.State(rawValue: call.body.text("state")) ?? .received,
        answer: call.body.text("answer")
      ).perform(by: actor, in: transaction)
    },
    moving("recall", id: "recallOutgoingDocument", "Thu hồi, kèm lý do", OutgoingInputs.recall) {
      call, id, actor, transaction in
      _ = try RecallOutgoingDocument(id, reason: call.body.text("reason"), formVersion: call.version)
        .perform(by: actor, in: transaction)
    },
  ]

  private static let loops: [APIOperation] = [
    moving(
      "relations", id: "relateDocument", "Ghi văn bản này thay thế, sửa đổi, đính chính văn bản nào",
      OutgoingInputs.relation
    ) { call, id, actor, transaction in
      _ = try RelateDocument(
        id, DocumentRelation.Kind(rawValue: call.body.text("kind")) ?? .replace, call.body.text("code"),
        year: call.body.integer("year", else: transaction.now.day.year)
      ).perform(by: actor, in: transaction)
    },
    moving(
      "relations/{relation}/removal", id: "undoRelation", "Bỏ một quan hệ ghi nhầm, kèm lý do",
      OutgoingInputs.unrelating
    ) { call, id, actor, transaction in
      try UndoRelation(call.key("relation"), of: id, reason: call.body.text("reason"))
        .perform(by: actor, in: transaction)
    },
    moving("urgings", id: "urgeReplies", "Đôn đốc mọi nơi chưa trả lời", nil) { _, id, actor, transaction in
      _ = try UrgeReplies(id).perform(by: actor, in: transaction)
    },
    moving("recipients/{recipient}/reply", id: "pairReply", "Ghi một nơi đã trả lời", OutgoingInputs.reply) {
      call, id, actor, transaction in
      _ = try PairReply(id, of: call.key("recipient"), text: call.body.text("text"))
        .perform(by: actor, in: transaction)
    },
    moving("recipients/{recipient}/reply/removal", id: "unpairReply", "Bỏ ghép trả lời của một nơi", nil) {
      call, id, actor, transaction in
      _ = try UnpairReply(id, of: call.key("recipient")).perform(by: actor, in: transaction)
    },
  ]

  /// An act on the document as it was read.
  private static func moving(
    _ what: String, id name: String, _ summary: String, _ input: APIInput?, _ move: @escaping Move
  ) -> APIOperation {
    APIOperation(
      .post, "/outgoing-documents/{document}/\(what)", id: name, .outgoing, scope: .outgoingWrite, summary,
      body: input.map { .json($0) } ?? .none, .changed(OutgoingDocumentAPI.document.schema)
    ) { call in
      try await OutgoingDocumentAPIRoutes.changing(call) { try move(call, $0.id, $1, $2) }
    }
  }
}
