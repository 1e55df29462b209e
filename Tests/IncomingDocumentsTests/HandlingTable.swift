import Database
import Kernel
import Organization
import TestSupport
import Testing
import Work

@testable import IncomingDocuments

/// The rows, columns and cells of the table that says who may do what, and when.
enum HandlingTable {
  typealias Prepare = @Sendable (IncomingDocument.ID, any Transaction) throws -> Void

  struct State: Sendable {
    var name: String
    /// Whose item it is about.
    var holder: Principal
    var prepare: Prepare

    func item(_ id: IncomingDocument.ID, _ transaction: any Transaction) throws -> WorkItem {
      let items = try WorkStore(transaction).items(of: .incomingDocument(id))
      return try #require(items.last { $0.holder == holder })
    }
  }

  struct Act: Sendable {
    var name: String
    var perform: @Sendable (WorkItem, IncomingDocument.ID, Actor, any Transaction) throws -> Void
  }

  /// L leader who gave it, D another leader, H head of office, V registry clerk, U head and u clerk of the unit that
  /// holds it, O its officer, P head and o officer of another unit, A administrator, X registry clerk of another agency.
  static let roles: [(letter: String, actor: Actor)] = [
    ("L", Cast.leader), ("D", Cast.deputyLeader), ("H", Cast.headOfOffice), ("V", Cast.registryClerk),
    ("U", Cast.unitHead), ("u", Cast.unitClerk), ("O", Cast.officerInCharge), ("P", Cast.headOfTwo),
    ("o", Cast.officerOfAnotherUnit), ("A", Cast.administrator), ("X", Cast.clerkOfAnotherAgency),
  ]

  private static let unit = Principal.unit(ExampleBody.mineralsUnit)
  private static let due = TestClock().now.day + 8

  static let states: [State] = [
    State(name: "offered", holder: unit, prepare: directed),
    State(name: "inProgress", holder: unit) { id, transaction in
      try directed(id, transaction)
      try AcceptWork(try item(id, unit, transaction).id, on: id).perform(by: Cast.unitHead, in: transaction)
    },
    State(name: "passedOn", holder: unit) { id, transaction in
      try directed(id, transaction)
      _ = try AssignWork(
        try item(id, unit, transaction).id, on: id, instruction: "",
        places: [.init(.post(Cast.officerInCharge.post), .lead)]
      ).perform(by: Cast.unitHead, in: transaction)
    },
    State(name: "done", holder: unit) { id, transaction in
      try directed(id, transaction)
      try CompleteWork(try item(id, unit, transaction).id, on: id, result: "Đã trả lời")
        .perform(by: Cast.unitHead, in: transaction)
    },
    State(name: "returned", holder: unit) { id, transaction in
      try directed(id, transaction)
      try ReturnWork(try item(id, unit, transaction).id, on: id, reason: "Không thuộc thẩm quyền")
        .perform(by: Cast.unitHead, in: transaction)
    },
    State(name: "recalled", holder: unit) { id, transaction in
      try directed(id, transaction)
      _ = try RecallWork(try item(id, unit, transaction).id, on: id, reason: "Giao nhầm")
        .perform(by: Cast.leader, in: transaction)
    },
    State(name: "waiting: to decide", holder: .post(Cast.leader.post)) { id, transaction in
      _ = try PresentIncomingDocument(id, to: [Cast.leader.post]).perform(by: Cast.registryClerk, in: transaction)
    },
    State(name: "decide, passedOn", holder: .post(Cast.leader.post)) { id, transaction in
      _ = try PresentIncomingDocument(id, to: [Cast.leader.post]).perform(by: Cast.registryClerk, in: transaction)
      try directed(id, transaction)
    },
    State(name: "waiting: to propose", holder: .post(Cast.headOfOffice.post)) { id, transaction in
      _ = try PresentIncomingDocument(id, to: [Cast.headOfOffice.post]).perform(by: Cast.registryClerk, in: transaction)
    },
    State(name: "waiting: more time", holder: .post(Cast.leader.post)) { id, transaction in
      try directed(id, transaction)
      _ = try AskExtension(
        try item(id, unit, transaction).id, on: id, due: due + 2, reason: "Chờ số liệu"
      ).perform(by: Cast.unitHead, in: transaction)
    },
    State(name: "waiting: to know", holder: unit) { id, transaction in
      _ = try GiveDirective(id, text: "Chuyển để biết", places: [.init(minerals, .inform)])
        .perform(by: Cast.leader, in: transaction)
    },
    State(name: "waiting: an opinion", holder: .unit(ExampleBody.legalUnit)) { id, transaction in
      try directed(id, transaction)
      _ = try AskOpinion(
        try item(id, unit, transaction).id, on: id, question: "Có vướng gì không?", holders: [legal], due: due
      ).perform(by: Cast.unitHead, in: transaction)
    },
  ]

  private static let directed: Prepare = { id, transaction in
    _ = try GiveDirective(id, text: "Giao Vụ Khoáng sản", places: [.init(minerals, .lead, due: due)])
      .perform(by: Cast.leader, in: transaction)
  }

  private static func item(
    _ id: IncomingDocument.ID, _ holder: Principal, _ transaction: any Transaction
  ) throws -> WorkItem {
    try #require(try WorkStore(transaction).items(of: .incomingDocument(id)).last { $0.holder == holder })
  }

  static let acts: [Act] = [
    Act(name: "present") { _, id, actor, transaction in
      _ = try PresentIncomingDocument(id, to: [Cast.deputyLeader.post]).perform(by: actor, in: transaction)
    },
    Act(name: "direct") { _, id, actor, transaction in
      _ = try GiveDirective(id, text: "Để biết", places: [.init(legal, .inform)]).perform(by: actor, in: transaction)
    },
    Act(name: "key") { _, id, actor, transaction in
      _ = try GiveDirective(
        id, text: "Để biết", places: [.init(legal, .inform)], keyedFor: Cast.deputyLeader.post
      ).perform(by: actor, in: transaction)
    },
    Act(name: "by rule") { _, id, actor, transaction in
      var terms = PresentingRule.Terms()
      (terms.name, terms.subjectWords, terms.basis) = ("Đá vôi", "đá vôi", "Quy chế làm việc, điều 12")
      terms.holder = minerals
      let rule = try LayRule(terms: terms).perform(by: Cast.leader, in: transaction)
      _ = try SendByRule(id, by: rule.id, ruleVersion: rule.version).perform(by: actor, in: transaction)
    },
    Act(name: "accept") { try AcceptWork($0.id, on: $1).perform(by: $2, in: $3) },
    Act(name: "assign") { item, id, actor, transaction in
      _ = try AssignWork(
        item.id, on: id, instruction: "", places: [.init(.post(Cast.officerInCharge.post), .lead)]
      ).perform(by: actor, in: transaction)
    },
    Act(name: "return") { try ReturnWork($0.id, on: $1, reason: "Không thuộc thẩm quyền").perform(by: $2, in: $3) },
    Act(name: "complete") { try CompleteWork($0.id, on: $1, result: "Đã trả lời").perform(by: $2, in: $3) },
    Act(name: "recall") { _ = try RecallWork($0.id, on: $1, reason: "Giao nhầm").perform(by: $2, in: $3) },
    Act(name: "reopen") { try ReopenWork($0.id, on: $1, reason: "Thiếu số liệu").perform(by: $2, in: $3) },
    Act(name: "undo") { _, id, actor, transaction in
      let last: Int64 = try transaction.rows(
        "SELECT id FROM handling_sendings WHERE document_id = \(id) ORDER BY id DESC LIMIT 1")[0].get("id")
      _ = try UndoSending(Sending.ID(last), on: id).perform(by: actor, in: transaction)
    },
    Act(name: "note") { _ = try NoteWork($0.id, on: $1, kind: .progress, text: "Đang làm").perform(by: $2, in: $3) },
    Act(name: "ask") { item, id, actor, transaction in
      _ = try AskOpinion(
        item.id, on: id, question: "Ý kiến thế nào?", holders: [.post(Cast.officerOfAnotherUnit.post)], due: due
      )
      .perform(by: actor, in: transaction)
    },
    Act(name: "opinion") { _ = try GiveOpinion($0.id, on: $1, stance: .agree, text: "Đồng ý").perform(by: $2, in: $3) },
    Act(name: "extension") {
      _ = try AskExtension($0.id, on: $1, due: due + 5, reason: "Chờ số liệu").perform(by: $2, in: $3)
    },
    Act(name: "more time") {
      _ = try DecideExtension($0.id, on: $1, due: due + 2, reason: "").perform(by: $2, in: $3)
    },
    Act(name: "deadline") {
      _ = try SetDeadline($0.id, on: $1, due: due + 5, reason: "Việc lớn").perform(by: $2, in: $3)
    },
    Act(name: "lead") {
      _ = try ReplaceLead($0.id, on: $1, by: legal, reason: "Đúng chức năng").perform(by: $2, in: $3)
    },
    Act(name: "hand over") {
      _ = try HandOverWork($0.id, on: $1, to: Cast.officerInCharge.post, reason: "Đi công tác").perform(by: $2, in: $3)
    },
    Act(name: "hand all") { item, _, actor, transaction in
      let isLeader = item.holder == .post(Cast.leader.post)
      let handed = try HandOverAll(
        predecessor: isLeader ? Cast.leader.post : Cast.officerInCharge.post,
        successor: isLeader ? Cast.deputyLeader.post : Cast.unitClerk.post, reason: "Đi công tác"
      ).begin(by: actor, in: transaction)
      guard let batch = handed.batch else { return }
      for line in try WorkBatchStore(transaction).lines(of: batch.id, .waiting, limit: 9) {
        try batch.act.perform(line.target, batch.order, by: actor, in: transaction)
      }
    },
    Act(name: "urge") { _ = try UrgeWork($0.id, on: $1, level: .remind, text: "").perform(by: $2, in: $3) },
    Act(name: "reply") { try LinkReply($0.id, on: $1, replyCode: "12/TCĐC-KS").perform(by: $2, in: $3) },
    Act(name: "file") { _, id, actor, transaction in
      try FileIncomingDocument(id, dossierCode: "").perform(by: actor, in: transaction)
    },
    Act(name: "notice") { _, id, actor, transaction in
      try AcknowledgeReceipt(document: id, on: transaction.now.day, way: .axis).perform(by: actor, in: transaction)
    },
    Act(name: "send back") { _, id, actor, transaction in
      var facts = ReturnedPaper.Facts()
      (facts.sender, facts.reason) = ("Sở Nông nghiệp và Môi trường tỉnh Trường Sơn", "Gửi nhầm nơi nhận")
      try ReturnDocument(document: id, facts: facts).perform(by: actor, in: transaction)
    },
    Act(name: "follow") { _, id, actor, transaction in
      try FollowDocument(id, follows: true).perform(by: actor, in: transaction)
    },
  ]
}
