import Database
import Identity
import Kernel
import Organization
import TestSupport
import Testing
import Work

@testable import IncomingDocuments

@Suite("DEN-11 DEN-13 xử lý hàng loạt") struct WorkBatchTests {
  @Test("each document by itself: those that can be are done, the others say why") func each() async throws {
    try await withRegistry { database in
      let ids = try await database.directed(4)
      let targets = try await database.targets(ids, held: .unit(ExampleBody.mineralsUnit))
      // One was recalled meanwhile, one was accepted already.
      try await database.write { transaction in
        let first = try #require(targets[0].item)
        try RecallWork(first, on: ids[0], reason: "Giao nhầm").perform(by: Cast.leader, in: transaction)
        let second = try #require(targets[1].item)
        try AcceptWork(second, on: ids[1]).perform(by: Cast.unitHead, in: transaction)
      }
      let batch = try await database.begin(.accept, targets, by: Cast.unitHead)
      try await RunWorkBatch(batch: batch).perform(by: Cast.unitHead, over: database)
      let (counts, refused, finished) = try await database.read { transaction in
        let store = WorkBatchStore(transaction)
        return (
          try store.counts(of: batch.id), try store.lines(of: batch.id, .refused, limit: 9).map(\.reason),
          try store.find(batch.id, of: Cast.unitHead).finishedAt
        )
      }
      #expect(counts == [.done: 2, .refused: 2] && finished != nil)
      #expect(refused[1].contains("«Đang xử lý»"), "\(refused)")
      for id in ids.dropFirst() {
        #expect(try await database.item(of: id, held: .unit(ExampleBody.mineralsUnit)).state == .inProgress)
      }
    }
  }

  @Test("what is done, or needs no handling, is filed together; what is under way says who holds it") func filing()
    async throws
  {
    try await withRegistry { database in
      let ids = try await database.directed(2)
      let items = try await database.targets(ids, held: .unit(ExampleBody.mineralsUnit))
      try await database.write {
        let first = try #require(items[0].item)
        try CompleteWork(first, on: ids[0], result: "Xong").perform(by: Cast.unitHead, in: $0)
      }
      let batch = try await database.write { transaction in
        try BeginWorkBatch(
          act: .file, targets: ids.map { WorkBatchTarget($0) }, order: WorkBatch.Order(text: "01-KS")
        ).perform(by: Cast.registryClerk, in: transaction)
      }
      try await RunWorkBatch(batch: batch).perform(by: Cast.registryClerk, over: database)
      #expect(try await database.find(ids[0]).progress == .filed)
      let refused = try await database.read { try WorkBatchStore($0).lines(of: batch.id, .refused, limit: 9) }
      #expect(refused.count == 1 && refused[0].reason.contains("chưa giải quyết xong"))
    }
  }

  @Test("killed anywhere and run again: every document exactly once", arguments: [0, 1, 3, 5])
  func killed(after done: Int) async throws {
    struct Kill: Error {}
    try await withRegistry { database in
      let ids = try await database.directed(5)
      let targets = try await database.targets(ids, held: .unit(ExampleBody.mineralsUnit))
      let order = WorkBatch.Order(text: "Soạn trả lời", places: [.init(.post(Cast.officerInCharge.post), .lead)])
      let batch = try await database.begin(.assign, targets, order, by: Cast.unitHead)
      var left = done
      do {
        try await RunWorkBatch(batch: batch).perform(by: Cast.unitHead, over: database) { _ in
          left -= 1
          if left < 0 { throw Kill() }
        }
      } catch is Kill {}
      for _ in 1...2 { try await RunWorkBatch(batch: batch).perform(by: Cast.unitHead, over: database) }
      #expect(try await database.read { try WorkBatchStore($0).counts(of: batch.id) } == [.done: 5])
      for id in ids {
        let items = try await database.read { try WorkStore($0).items(of: .incomingDocument(id)) }
        #expect(items.count { $0.holder == .post(Cast.officerInCharge.post) } == 1)
      }
      let kept = try await database.read { try WorkBatchStore($0).findForJob(batch.id)?.order }
      #expect(kept == WorkBatch.Order(), "what the form said stands with each document, and nowhere else")
    }
  }

  @Test("everything a post holds goes over, killed on the way or not; what cannot go says why") func handedOver()
    async throws
  {
    struct Kill: Error {}
    try await withRegistry { database in
      let (ids, targets) = try await database.assigned(3)
      let all = HandOverAll(
        predecessor: Cast.officerInCharge.post, successor: Cast.unitClerk.post, reason: "Chuyển công tác")
      let batch = try #require(try await database.write { try all.begin(by: Cast.unitHead, in: $0) }.batch)
      // Recalled after it was asked for.
      try await database.write { transaction in
        let item = try #require(targets[2].item)
        try RecallWork(item, on: ids[2], reason: "Giao nhầm").perform(by: Cast.leader, in: transaction)
      }
      do {
        try await RunWorkBatch(batch: batch).perform(by: Cast.unitHead, over: database) { _ in throw Kill() }
      } catch is Kill {}
      for _ in 1...2 { try await RunWorkBatch(batch: batch).perform(by: Cast.unitHead, over: database) }
      let counts = try await database.read { try WorkBatchStore($0).counts(of: batch.id) }
      #expect(counts == [.done: 2, .refused: 1])
      for id in ids.prefix(2) {
        let items = try await database.read { try WorkStore($0).items(of: .incomingDocument(id)) }
        #expect(items.filter { $0.isOpen && $0.holder.isPost }.map(\.holder).contains(.post(Cast.unitClerk.post)))
        #expect(!items.contains { $0.isOpen && $0.holder == .post(Cast.officerInCharge.post) })
      }
    }
  }

  @Test("all that was handed over is taken back within its seconds; what the successor has opened stays with them")
  func handOverTakenBack() async throws {
    let clock = TestClock()
    try await withRegistry(clock: clock) { database in
      let (ids, _) = try await database.assigned(3)
      let all = HandOverAll(
        predecessor: Cast.officerInCharge.post, successor: Cast.unitClerk.post, reason: "Chuyển công tác")
      var batch = try #require(try await database.write { try all.begin(by: Cast.unitHead, in: $0) }.batch)
      try await RunWorkBatch(batch: batch).perform(by: Cast.unitHead, over: database)
      try await database.write { try OpenHeldWork(document: ids[1]).perform(by: Cast.unitClerk, in: $0) }
      batch = try await database.read { [batch] in try WorkBatchStore($0).find(batch.id, of: Cast.unitHead) }
      #expect(batch.undoneUntil != nil, "the offer stands")
      #expect(try await UndoWorkBatch(batch: batch).perform(by: Cast.unitHead, over: database) == 2)
      for (index, id) in ids.enumerated() {
        let items = try await database.read { try WorkStore($0).items(of: .incomingDocument(id)) }
        let expected = index == 1 ? Cast.unitClerk.post : Cast.officerInCharge.post
        #expect(
          items.filter { $0.isOpen && $0.holder.isPost && $0.kind == .handleIncoming }.map(\.holder) == [
            .post(expected)
          ])
      }
      clock.advance(by: .seconds(14))
      let late = try await database.refusedUndo(of: batch)
      #expect(late?.message.contains("đã được hoàn tác") == true)
    }
  }

  @Test("two runners at once: every document exactly once") func twoRunners() async throws {
    try await withRegistry { database in
      let ids = try await database.directed(8)
      let targets = try await database.targets(ids, held: .unit(ExampleBody.mineralsUnit))
      let batch = try await database.begin(.complete, targets, .init(text: "Đã trả lời"), by: Cast.unitHead)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 1...2 {
          group.addTask { try await RunWorkBatch(batch: batch).perform(by: Cast.unitHead, over: database) }
        }
        try await group.waitForAll()
      }
      #expect(try await database.read { try WorkBatchStore($0).counts(of: batch.id) } == [.done: 8])
      let lines: Int = try await database.read {
        try $0.rows("SELECT COUNT(*) AS n FROM audit_entries WHERE code = 'incomingDocument.workCompleted'")[0].get("n")
      }
      #expect(lines == 8)
    }
  }

  @Test("taken back whole within its seconds; what somebody has opened stays and says so") func undone() async throws {
    let clock = TestClock()
    try await withRegistry(clock: clock) { database in
      let ids = try await database.directed(3)
      let targets = try await database.targets(ids, held: .unit(ExampleBody.mineralsUnit))
      let order = WorkBatch.Order(places: [.init(.post(Cast.officerInCharge.post), .lead)])
      var batch = try await database.begin(.assign, targets, order, by: Cast.unitHead)
      let early = try await database.refusedUndo(of: batch)
      #expect(early?.message.contains("Chưa làm xong") == true)
      try await RunWorkBatch(batch: batch).perform(by: Cast.unitHead, over: database)
      try await database.write { try OpenHeldWork(document: ids[1]).perform(by: Cast.officerInCharge, in: $0) }
      batch = try await database.read { [batch] in try WorkBatchStore($0).find(batch.id, of: Cast.unitHead) }
      #expect(try await UndoWorkBatch(batch: batch).perform(by: Cast.unitHead, over: database) == 2)
      let kept = try await database.read { [batch] in try WorkBatchStore($0).lines(of: batch.id, .done, limit: 9) }
      #expect(kept.map(\.target.document) == [ids[1]])
      #expect(kept[0].reason.contains("\(Cast.officerInCharge.personName) đã mở lúc"), "\(kept[0].reason)")
      #expect(try await database.inbox(.mine, of: Cast.officerInCharge).count == 1)
    }
  }

  @Test("after its seconds it is refused; nobody else sees it") func late() async throws {
    let clock = TestClock()
    try await withRegistry(clock: clock) { database in
      let ids = try await database.directed(1)
      let targets = try await database.targets(ids, held: .unit(ExampleBody.mineralsUnit))
      let batch = try await database.begin(.complete, targets, .init(text: "Xong"), by: Cast.unitHead)
      try await RunWorkBatch(batch: batch).perform(by: Cast.unitHead, over: database)
      clock.advance(by: .seconds(14))
      let refused = try await database.refusedUndo(of: batch)
      #expect(refused?.message.contains("quá 10 giây") == true)
      let other = try await database.refusal { _ = try WorkBatchStore($0).find(batch.id, of: Cast.unitClerk) }
      #expect(other?.kind == .notFound)
    }
  }

  @Test("a form that says too little, or too much, begins nothing") func refusedForms() async throws {
    try await withRegistry { database in
      let id = try await database.register().id
      let many = (1...201).compactMap { WorkBatchTarget("\($0 * 8).\($0 * 8)") }
      let cases: [(WorkBatch.Act, [WorkBatchTarget], WorkBatch.Order, String)] = [
        (.accept, [], .init(), "chọn ít nhất một dòng"), (.accept, many, .init(), "tối đa 200 văn bản"),
        (.complete, [WorkBatchTarget(id)], .init(), "Hãy ghi kết quả"),
        (.present, [WorkBatchTarget(id)], .init(), "ít nhất một lãnh đạo"),
        (.assign, [WorkBatchTarget(id)], .init(), "một người xử lý chính"),
      ]
      for (act, targets, order, reason) in cases {
        let refused = try await database.refusal {
          try BeginWorkBatch(act: act, targets: targets, order: order).perform(by: Cast.registryClerk, in: $0)
        }
        #expect(refused?.message.contains(reason) == true, "\(act): \(refused?.message ?? "begun")")
      }
      #expect(try await database.count("work_batches") == 0)
      #expect(try await database.count("jobs") == 0)
    }
  }

  @Test("a batch of somebody whose post has ended does nothing more and says so") func postEnded() async throws {
    try await withRegistry { database in
      let ids = try await database.directed(2)
      let targets = try await database.targets(ids, held: .unit(ExampleBody.mineralsUnit))
      let batch = try await database.begin(.accept, targets, by: Cast.unitHead)
      try await RunWorkBatch(batch: batch).perform(by: nil, over: database)
      let lines = try await database.read { try WorkBatchStore($0).lines(of: batch.id, .refused, limit: 9) }
      #expect(lines.map(\.reason) == Array(repeating: "Người yêu cầu không còn giữ chức danh này.", count: 2))
    }
  }
}

extension Database {
  /// Documents that the leader has given to the minerals unit.
  fileprivate func directed(_ count: Int) async throws -> [IncomingDocument.ID] {
    var ids: [IncomingDocument.ID] = []
    for number in 1...count {
      let id = try await register(.example(number: "\(900 + number)")).id
      try await write {
        _ = try GiveDirective(id, text: "Giao Vụ KS", places: [.init(minerals, .lead)]).perform(by: Cast.leader, in: $0)
      }
      ids.append(id)
    }
    return ids
  }

  /// So many, passed on to the officer by the head of the unit as one batch; with the unit's own work on each.
  fileprivate func assigned(_ count: Int) async throws -> (ids: [IncomingDocument.ID], targets: [WorkBatchTarget]) {
    let ids = try await directed(count)
    let targets = try await targets(ids, held: .unit(ExampleBody.mineralsUnit))
    let order = WorkBatch.Order(places: [.init(.post(Cast.officerInCharge.post), .lead)])
    let batch = try await begin(.assign, targets, order, by: Cast.unitHead)
    try await RunWorkBatch(batch: batch).perform(by: Cast.unitHead, over: self)
    return (ids, targets)
  }

  fileprivate func targets(_ ids: [IncomingDocument.ID], held holder: Principal) async throws -> [WorkBatchTarget] {
    var targets: [WorkBatchTarget] = []
    for id in ids { targets.append(WorkBatchTarget(id, try await item(of: id, held: holder).id)) }
    return targets
  }

  fileprivate func refusedUndo(of batch: WorkBatch) async throws -> Refusal? {
    do {
      _ = try await UndoWorkBatch(batch: batch).perform(by: Cast.unitHead, over: self)
      return nil
    } catch let refusal as Refusal {
      return refusal
    }
  }

  fileprivate func begin(
    _ act: WorkBatch.Act, _ targets: [WorkBatchTarget], _ order: WorkBatch.Order = .init(), by actor: Actor
  ) async throws -> WorkBatch {
    try await write { try BeginWorkBatch(act: act, targets: targets, order: order).perform(by: actor, in: $0) }
  }
}
