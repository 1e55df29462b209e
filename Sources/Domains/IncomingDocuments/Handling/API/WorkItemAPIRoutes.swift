import Database
import HTTPTypes
import Kernel
import WebAPI
import WebApp
import Work

/// Handling, for programs: what waits for whom, and every act on it. Those behind the forms are the same.
struct WorkItemAPIRoutes: Sendable {
  /// Finds replies that are named by their number.
  var replies: (any ReplyBook)?

  private static let item = WorkItemAPI.item

  func operations() -> [APIOperation] {
    [Self.inbox, Self.show, Self.ofDocument, Self.present, Self.direct, Self.follow, Self.acknowledge] + moves
      + FollowUpAPIRoutes.operations(replies)
  }

  private static let inbox = APIOperation(
    .get, "/work-items", id: "listMyWork", .handling, scope: .documentsRead,
    "Việc của chức danh này: theo hạn, việc đã xong thì mới nhất trước",
    query: [
      APIField(
        "part", .choice(InboxPart.allCases.map(\.rawValue)),
        "Mặc định mine: cần làm; decide: cần quyết; passedOn: chờ người khác; inform: để biết; ended: đã xong"),
      APIField("due", .choice(DueGroup.allCases.map(\.rawValue)), "Chỉ việc có hạn như vậy"),
    ], .listed(item.schema)
  ) { call in
    let actor = call.actor
    let part = InboxPart(rawValue: call.query.text("part")) ?? .mine
    let group = DueGroup(rawValue: call.query.text("due"))
    let position = try call.position()
    let place = position.flatMap { InboxPlace(address: $0) }
    guard position == nil || place != nil else { throw APIProblem.badCursor }
    return try await call.listing(item) { transaction in
      let (items, next) = try WorkStore(transaction).inbox(
        of: actor, part, part == .ended ? nil : group, after: place, limit: call.limit)
      let incoming = items.filter { $0.subject.code == RecordReference.incomingDocumentCode }
      let seen = try IncomingDocumentStore(transaction).list(incoming.map(\.subject.number), visibleTo: actor)
      let known = Set(seen.map(\.id.number))
      return APIPage(
        incoming.filter { known.contains($0.subject.number) }.map {
          ShownWork(item: $0, document: IncomingDocument.ID($0.subject.number))
        }, next: next?.address)
    }
  }

  private static let show = APIOperation(
    .get, "/work-items/{item}", id: "getWork", .handling, scope: .documentsRead, "Một việc", .shown(item.schema)
  ) { call in
    let (actor, id): (Actor, WorkItem.ID) = (call.actor, call.key("item"))
    return try await call.showing(item) { try ShownWork.read(id, by: actor, in: $0) }
  }

  private static let ofDocument = APIOperation(
    .get, "/incoming-documents/{document}/work-items", id: "listDocumentWork", .handling, scope: .documentsRead,
    "Ai giữ văn bản này: mọi việc đã giao trên nó, theo thứ tự giao", .listed(item.schema)
  ) { call in
    let (actor, id): (Actor, IncomingDocument.ID) = (call.actor, call.key("document"))
    let (key, limit) = (try call.keyPosition() ?? 0, call.limit)
    return try await call.listing(item) { transaction in
      _ = try IncomingDocumentStore(transaction).find(id, visibleTo: actor)
      let items = try WorkStore(transaction).items(of: .incomingDocument(id)).filter { $0.id.number > key }
      let shown = items.prefix(limit).map { ShownWork(item: $0, document: id) }
      return APIPage(Array(shown), next: items.count > limit ? shown.last.map { "\($0.item.id)" } : nil)
    }
  }

  private static let present = adding(
    "presentations", id: "presentIncomingDocument", "Trình lãnh đạo, hoặc qua chánh văn phòng", WorkItemAPI.presentation
  ) { body, document, actor, transaction in
    try PresentIncomingDocument(document, to: body.keys("posts"), proposal: body.text("proposal"))
      .perform(by: actor, in: transaction)
  }

  private static let direct = adding(
    "directives", id: "directIncomingDocument", "Bút phê và giao việc; văn thư nhập thay bút phê trên giấy",
    WorkItemAPI.directive
  ) { body, document, actor, transaction in
    var act = GiveDirective(
      document, text: body.text("text"), places: try body.places("places"), keyedFor: body.key("keyedFor"),
      needsReply: body.flag("needsReply"))
    act.writtenOn = body.day("writtenOn")
    return try act.perform(by: actor, in: transaction)
  }

  private static let follow = APIOperation(
    .post, "/incoming-documents/{document}/following", id: "followIncomingDocument", .handling, scope: .documentsWrite,
    "Theo dõi văn bản, hoặc thôi", body: .json(WorkItemAPI.following), .changed(IncomingDocumentAPI.document.schema)
  ) { call in
    let (actor, id): (Actor, IncomingDocument.ID) = (call.actor, call.key("document"))
    return try await call.changing(
      IncomingDocumentAPI.document, of: { try ShownIncomingDocument.read(id, by: actor, in: $0) }
    ) { _, transaction in
      try FollowDocument(id, follows: call.body.flag("follows")).perform(by: actor, in: transaction)
    }
  }

  private static let acknowledge = APIOperation(
    .post, "/incoming-documents/{document}/reception-notice", id: "acknowledgeIncomingDocument", .handling,
    scope: .documentsWrite, "Ghi đã báo nhận cho nơi gửi văn bản điện tử", body: .json(WorkItemAPI.notice),
    .changed(IncomingDocumentAPI.document.schema)
  ) { call in
    let (actor, id): (Actor, IncomingDocument.ID) = (call.actor, call.key("document"))
    return try await call.changing(
      IncomingDocumentAPI.document, of: { try ShownIncomingDocument.read(id, by: actor, in: $0) }
    ) { _, transaction in
      try AcknowledgeReceipt(
        document: id, on: call.body.day("toldOn") ?? transaction.now.day,
        way: ReceptionNotice.Way(rawValue: call.body.text("way")) ?? .axis
      ).perform(by: actor, in: transaction)
    }
  }

  /// Gives work on a document: once for each idempotency key.
  private static func adding(
    _ what: String, id name: String, _ summary: String, _ input: APIInput,
    _ act: @escaping @Sendable (APIValues, IncomingDocument.ID, Actor, any Transaction) throws -> some Any
  ) -> APIOperation {
    APIOperation(
      .post, "/incoming-documents/{document}/\(what)", id: name, .handling, scope: .documentsWrite, summary,
      body: .json(input), .added(IncomingDocumentAPI.document.schema)
    ) { call in
      let (actor, id): (Actor, IncomingDocument.ID) = (call.actor, call.key("document"))
      return try await call.adding(
        IncomingDocumentAPI.document, to: id.number, at: { "/incoming-documents/\($0)" }
      ) { transaction in
        _ = try act(call.body, id, actor, transaction)
      } show: {
        try ShownIncomingDocument.read(IncomingDocument.ID($0), by: actor, in: $1)
      }
    }
  }

  private var moves: [APIOperation] {
    let replies = replies
    return [
      .moving("acceptance", id: "acceptWork", "Nhận việc", nil) { _, shown, actor, transaction in
        try AcceptWork(shown.item.id, on: shown.document).perform(by: actor, in: transaction)
      },
      .moving("assignment", id: "assignWork", "Phân công trong đơn vị", WorkItemAPI.assignment) {
        body, shown, actor, transaction in
        _ = try AssignWork(
          shown.item.id, on: shown.document, instruction: body.text("instruction"), places: body.places("places")
        ).perform(by: actor, in: transaction)
      },
      .moving("return", id: "returnWork", "Trả lại người giao, kèm lý do", WorkItemAPI.reasoned) {
        body, shown, actor, transaction in
        try ReturnWork(shown.item.id, on: shown.document, reason: body.text("reason"))
          .perform(by: actor, in: transaction)
      },
      .moving("completion", id: "completeWork", "Hoàn thành, kèm kết quả", WorkItemAPI.completion) {
        body, shown, actor, transaction in
        try CompleteWork(
          shown.item.id, on: shown.document, as: WorkItem.Result(rawValue: body.text("kind")) ?? .report,
          result: body.text("result"), replyCode: body.text("replyCode"), noReplyReason: body.text("noReplyReason")
        ).finding(replies, by: actor, in: transaction).perform(by: actor, in: transaction)
      },
      .moving("recall", id: "recallWork", "Thu hồi việc đã giao, kèm lý do", WorkItemAPI.reasoned) {
        body, shown, actor, transaction in
        _ = try RecallWork(shown.item.id, on: shown.document, reason: body.text("reason"))
          .perform(by: actor, in: transaction)
      },
      .moving("reopening", id: "reopenWork", "Mở lại việc đã xong, kèm lý do", WorkItemAPI.reasoned) {
        body, shown, actor, transaction in
        try ReopenWork(shown.item.id, on: shown.document, reason: body.text("reason"))
          .perform(by: actor, in: transaction)
      },
    ]
  }

}

extension APIOperation {
  typealias Move = @Sendable (APIValues, ShownWork, Actor, any Transaction) throws -> Void

  /// Moves a piece of work on the version that was read.
  static func moving(
    _ what: String, id name: String, _ summary: String, _ input: APIInput?, _ move: @escaping Move
  ) -> APIOperation {
    APIOperation(
      .post, "/work-items/{item}/\(what)", id: name, .handling, scope: .documentsWrite, summary,
      body: input.map { .json($0) } ?? .none, .changed(WorkItemAPI.item.schema)
    ) { call in
      let (actor, id): (Actor, WorkItem.ID) = (call.actor, call.key("item"))
      _ = try await call.site.database.read { try ShownWork.read(id, by: actor, in: $0) }
      return try await call.changing(WorkItemAPI.item, of: { try ShownWork.readAfterCheck(id, in: $0) }) {
        try move(call.body, $0, actor, $1)
      }
    }
  }

  /// Adds something to a piece of work, once for each idempotency key.
  static func addingToWork(
    _ what: String, id name: String, _ summary: String, _ input: APIInput, _ move: @escaping Move
  ) -> APIOperation {
    APIOperation(
      .post, "/work-items/{item}/\(what)", id: name, .handling, scope: .documentsWrite, summary, body: .json(input),
      .added(WorkItemAPI.item.schema)
    ) { call in
      let (actor, id): (Actor, WorkItem.ID) = (call.actor, call.key("item"))
      return try await call.adding(WorkItemAPI.item, to: id.number, at: { "/work-items/\($0)" }) { transaction in
        try move(call.body, try ShownWork.read(id, by: actor, in: transaction), actor, transaction)
      } show: {
        try ShownWork.read(WorkItem.ID($0), by: actor, in: $1)
      }
    }
  }
}
