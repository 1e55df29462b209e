import Access
import Database
import Documents
import Kernel
import Organization
import Registers
import TestSupport
import Testing
import Work

@testable import IncomingDocuments

let minerals = HolderChoice.unit(ExampleBody.mineralsUnit)
let legal = HolderChoice.unit(ExampleBody.legalUnit)
private let officer = HolderChoice.post(Cast.officerInCharge.post)
private let due = TestClock().now.day + 8

@Suite("DEN-10 DEN-11 DEN-13 văn bản đến: trình, bút phê, phân công, giải quyết") struct HandlingTests {
  /// From the registry to the result, the summary after every act, and what is left to whom.
  @Test("a document goes from the registry to its result") func wholeWay() async throws {
    try await withRegistry { database in
      let id = try await database.register().id
      func progress() async throws -> IncomingProgress {
        try await database.find(id).progress
      }
      try await database.write { _ = try present(id).perform(by: Cast.registryClerk, in: $0) }
      #expect(try await progress() == .presented)
      #expect(try await database.inbox(.decide, of: Cast.leader) == [.directIncoming])
      try await database.write { _ = try directive(id).perform(by: Cast.leader, in: $0) }
      #expect(try await progress() == .directed)
      #expect(try await database.inbox(.decide, of: Cast.leader) == [])
      #expect(try await database.inbox(.passedOn, of: Cast.leader) == [.directIncoming])
      #expect(try await database.inbox(.mine, of: Cast.unitClerk) == [.handleIncoming], "the unit's desk")
      let unitItem = try await database.item(of: id, held: .unit(ExampleBody.mineralsUnit))
      #expect(unitItem.dueAt == Instant(due + 1), "24:00 of the day")
      try await database.write { transaction in
        try AcceptWork(unitItem.id, on: id).perform(by: Cast.unitHead, in: transaction)
        try assign(unitItem, id).perform(by: Cast.unitHead, in: transaction)
      }
      #expect(try await progress() == .assigned)
      let own = try await database.item(of: id, held: .post(Cast.officerInCharge.post))
      try await database.write { try AcceptWork(own.id, on: id).perform(by: Cast.officerInCharge, in: $0) }
      #expect(try await progress() == .inProgress)
      let early = try await database.refusal {
        try CompleteWork(unitItem.id, on: id, result: "xong").perform(by: Cast.unitHead, in: $0)
      }
      #expect(early?.message.contains("Bùi Quốc Khánh") == true, "\(early?.message ?? "accepted")")
      try await database.write {
        try CompleteWork(own.id, on: id, result: "Đã trả lời tại 12/TCĐC-KS").perform(by: Cast.officerInCharge, in: $0)
      }
      #expect(try await database.inbox(.mine, of: Cast.unitHead) == [.handleIncoming], "the head looks at the result")
      let helper = try await database.item(of: id, held: .unit(ExampleBody.legalUnit))
      try await database.write { transaction in
        try CompleteWork(helper.id, on: id, result: "Đã góp ý").perform(by: Cast.headOfTwo, in: transaction)
        try CompleteWork(unitItem.id, on: id, result: "Đồng ý").perform(by: Cast.unitHead, in: transaction)
      }
      #expect(try await progress() == .completed)
      #expect(try await database.inbox(.passedOn, of: Cast.leader) == [])
      #expect(try await database.inbox(.ended, of: Cast.leader) == [.directIncoming])
    }
  }

  static let refusedDirectives: [(String, [DirectedTo], String)] = [
    ("", [.init(minerals, .lead)], "Hãy ghi ý kiến chỉ đạo"),
    ("Xem xét", [.init(minerals, .lead), .init(legal, .lead)], "Chỉ một đơn vị"),
    ("Xem xét", [.init(minerals, .coordinate)], "phải có một nơi chủ trì"),
    ("Xem xét", [.init(minerals, .lead), .init(minerals, .inform)], "chỉ nêu một lần"),
    ("Xem xét", [.init(minerals, .lead, due: due - 30)], "Hạn không được trước hôm nay"),
    ("Xem xét", [.init(.unit(ExampleBody.northernOffice), .lead)], "trong cùng cơ quan"),
  ]

  @Test("a directive that names nobody clearly is refused and gives nothing", arguments: refusedDirectives.indices)
  func directivesAreChecked(index: Int) async throws {
    let (text, places, reason) = Self.refusedDirectives[index]
    try await withRegistry { database in
      let id = try await database.register().id
      let refused = try await database.refusal {
        _ = try GiveDirective(id, text: text, places: places).perform(by: Cast.leader, in: $0)
      }
      #expect(refused?.message.contains(reason) == true, "\(refused?.message ?? "accepted")")
      #expect(try await database.count("work_items") == 0)
      #expect(try await database.count("directives") == 0)
    }
  }

  @Test("work that was given shows the document, work that was recalled does not", arguments: [false, true])
  func rightsFollowWork(recalled: Bool) async throws {
    try await withRegistry { database in
      let id = try await database.register().id
      try await database.write { _ = try directive(id).perform(by: Cast.leader, in: $0) }
      let unitItem = try await database.item(of: id, held: .unit(ExampleBody.mineralsUnit))
      try await database.write { _ = try assign(unitItem, id).perform(by: Cast.unitHead, in: $0) }
      if recalled {
        try await database.write {
          try RecallWork(unitItem.id, on: id, reason: "Giao nhầm").perform(by: Cast.leader, in: $0)
        }
      }
      for actor in [Cast.unitHead, Cast.officerInCharge] {
        let sees = try await database.read { try Access.maySee(.incomingDocument(id), actor: actor, in: $0) }
        #expect(sees != recalled, "\(actor.personName)")
        #expect(try await database.inbox(.mine, of: actor).isEmpty == (recalled || actor == Cast.unitHead))
      }
      #expect(try await database.read { try Access.maySee(.incomingDocument(id), actor: Cast.headOfTwo, in: $0) })
    }
  }

  @Test("what is not a unit's task goes back to the leader with its reason, never sideways") func returns() async throws
  {
    try await withRegistry { database in
      let id = try await database.register().id
      try await database.write { transaction in
        _ = try present(id).perform(by: Cast.registryClerk, in: transaction)
        _ = try GiveDirective(id, text: "Xem xét", places: [.init(minerals, .lead)]).perform(
          by: Cast.leader, in: transaction)
      }
      let item = try await database.item(of: id, held: .unit(ExampleBody.mineralsUnit))
      let sideways = try await database.refusal {
        _ = try AssignWork(
          item.id, on: id, instruction: "", places: [.init(.post(Cast.officerOfAnotherUnit.post), .lead)]
        )
        .perform(by: Cast.unitHead, in: $0)
      }
      #expect(sideways?.message.contains("không chuyển ngang") == true)
      let unexplained = try await database.refusal {
        try ReturnWork(item.id, on: id, reason: "").perform(by: Cast.unitHead, in: $0)
      }
      #expect(unexplained?.kind == .invalid)
      try await database.write {
        try ReturnWork(item.id, on: id, reason: "Không thuộc thẩm quyền").perform(by: Cast.unitHead, in: $0)
      }
      #expect(try await database.inbox(.decide, of: Cast.leader) == [.directIncoming])
      #expect(try await database.find(id).progress == .presented)
      try await database.write {
        _ = try GiveDirective(id, text: "Giao Vụ Pháp chế", places: [.init(legal, .lead)]).perform(
          by: Cast.leader, in: $0)
      }
      #expect(try await database.read { try HandlingStore($0).directives(of: id).count } == 2)
    }
  }

  @Test("a unit's officers are not given longer than the unit has") func deadlinesNarrow() async throws {
    try await withRegistry { database in
      let id = try await database.register().id
      try await database.write { _ = try directive(id).perform(by: Cast.leader, in: $0) }
      let item = try await database.item(of: id, held: .unit(ExampleBody.mineralsUnit))
      let refused = try await database.refusal {
        _ = try AssignWork(item.id, on: id, instruction: "", places: [.init(officer, .lead, due: due + 1)])
          .perform(by: Cast.unitHead, in: $0)
      }
      #expect(refused?.message.contains("muộn hơn hạn của đơn vị") == true)
    }
  }

  @Test("DEN-12 a paper directive is keyed in by the clerk and says so") func keyedDirective() async throws {
    try await withRegistry { database in
      let id = try await database.register().id
      try await database.write {
        _ = try GiveDirective(id, text: "Giao Vụ KS", places: [.init(minerals, .lead)], keyedFor: Cast.leader.post)
          .perform(by: Cast.registryClerk, in: $0)
      }
      let directives = try await database.read { try HandlingStore($0).directives(of: id) }
      #expect(directives.map(\.authorName) == ["Trần Văn Quang, Tổng cục trưởng"])
      #expect(directives.map(\.keyedBy) == ["Nguyễn Thị Hoa"])
    }
  }

  /// Who may begin what on a document that everybody of the registry sees; the others do not even see it.
  @Test(
    "each act is allowed to its role or refused",
    arguments: [
      (Cast.registryClerk, [true, false]), (Cast.headOfOffice, [true, false]), (Cast.leader, [false, true]),
      (Cast.deputyLeader, [false, true]), (Cast.unitHead, [false, false]), (Cast.officerInCharge, [false, false]),
      (Cast.leaderOfAnotherAgency, [false, false]), (Cast.administrator, [false, false]),
    ])
  func rolesAreKept(actor: Actor, allowed: [Bool]) async throws {
    try await withRegistry { database in
      let id = try await database.register().id
      let presenting = try await database.refusal { _ = try present(id).perform(by: actor, in: $0) }
      let directing = try await database.refusal { _ = try directive(id).perform(by: actor, in: $0) }
      #expect([presenting == nil, directing == nil] == allowed)
      for refusal in [presenting, directing].compactMap(\.self) {
        let isSeen =
          actor.agency == Cast.leader.agency && (actor.isLeader || actor.isRegistryClerk || actor.isHeadOfOffice)
        #expect(refusal.kind == (isSeen ? .forbidden : .notFound))
      }
    }
  }

  @Test("a number is not cancelled while somebody works on its document") func numberStands() async throws {
    try await withRegistry { database in
      let outcome = try await database.register()
      try await database.write { _ = try directive(outcome.id).perform(by: Cast.leader, in: $0) }
      let cancel = CancelNumber(outcome.number.book, number: outcome.number.number, reason: "Gửi nhầm")
      let refused = try await database.refusal {
        try cancel.perform(by: Cast.registryClerk, telling: IncomingRegisterContents(), in: $0)
      }
      #expect(refused?.message.contains("còn việc đang giao") == true, "\(refused?.message ?? "accepted")")
    }
  }

  @Test("MAT-05 what is destroyed leaves no word in its work") func wordsAreForgotten() async throws {
    try await withRegistry { database in
      let id = try await database.register().id
      try await database.write { transaction in
        _ = try directive(id).perform(by: Cast.leader, in: transaction)
        _ = try WithholdMatter<WithheldIncoming>(id).perform(by: Cast.registryClerk, in: transaction)
        try ConfirmSecrecy<WithheldIncoming>(id).perform(by: Cast.headOfOffice, in: transaction)
        _ = try DestroyMatter<WithheldIncoming>(id).perform(by: Cast.registryClerk, in: transaction)
      }
      #expect(try await database.count("directives") == 0)
      let items = try await database.read { try WorkStore($0).items(of: .incomingDocument(id)) }
      #expect(items.count == 3)
      for item in items { #expect(!item.isOpen && item.instruction.isEmpty && item.outcome.isEmpty) }
      #expect(try await database.read { try !Access.maySee(.incomingDocument(id), actor: Cast.unitHead, in: $0) })
    }
  }

  @Test("two who act on one thing: one wins, the other is told what happened") func secondIsTold() async throws {
    try await withRegistry { database in
      let id = try await database.register().id
      try await database.write { _ = try directive(id).perform(by: Cast.leader, in: $0) }
      let item = try await database.item(of: id, held: .unit(ExampleBody.mineralsUnit))
      try await database.write { try AcceptWork(item.id, on: id).perform(by: Cast.unitHead, in: $0) }
      let twice = try await database.refusal { try AcceptWork(item.id, on: id).perform(by: Cast.unitClerk, in: $0) }
      #expect(twice?.message.contains("«Đang xử lý»") == true)
      let again = try await database.refusal {
        _ = try GiveDirective(id, text: "Giao lại", places: [.init(legal, .lead)]).perform(by: Cast.leader, in: $0)
      }
      #expect(again?.message.contains("Đã có đơn vị hoặc cá nhân chủ trì") == true, "\(again?.message ?? "accepted")")
    }
  }
}

private func present(_ id: IncomingDocument.ID) -> PresentIncomingDocument {
  PresentIncomingDocument(id, to: [Cast.leader.post], proposal: "Đề xuất giao Vụ Khoáng sản")
}

func directive(_ id: IncomingDocument.ID) -> GiveDirective {
  GiveDirective(
    id, text: "Giao Vụ Khoáng sản chủ trì, Vụ Pháp chế phối hợp",
    places: [.init(minerals, .lead, due: due), .init(legal, .coordinate)])
}

private func assign(_ item: WorkItem, _ id: IncomingDocument.ID) -> AssignWork {
  AssignWork(item.id, on: id, instruction: "Soạn công văn trả lời", places: [.init(officer, .lead, due: due - 2)])
}

extension Database {
  func item(of id: IncomingDocument.ID, held holder: Principal) async throws -> WorkItem {
    let items = try await read { try WorkStore($0).items(of: .incomingDocument(id)) }
    return try #require(items.first { $0.holder == holder })
  }

  func inbox(_ part: InboxPart, of actor: Actor) async throws -> [WorkKind] {
    try await read { transaction in
      let store = WorkStore(transaction)
      let kinds = try store.inbox(of: actor, part, limit: 50).items.map(\.kind)
      if part != .ended {
        #expect(try store.counts(of: actor)[part] == kinds.count, "the chip is its list")
      }
      return kinds
    }
  }

  func refusal(_ body: @escaping @Sendable (any Transaction) throws -> Void) async throws -> Refusal? {
    do {
      try await write(body)
      return nil
    } catch let refusal as Refusal {
      return refusal
    }
  }
}
