import Database
import Kernel
import Organization
import TestSupport
import Testing
import Work

@testable import IncomingDocuments

@Suite("Every step of work is kept: time in each step is exact") struct WorkMovesTests {
  /// Twelve random lives: at every moment somebody does the next thing that the state allows, the clock walks on by
  /// random seconds, and the test counts by itself how long each item was open.
  @Test("the times in the steps of an item add up to the time it was open, to the second", arguments: 1...12)
  func stepsAddUp(seed: UInt64) async throws {
    let clock = TestClock()
    try await withRegistry(clock: clock) { database in
      var random = Draws(seed: seed)
      let id = try await database.register().id
      try await database.write { _ = try directive(id).perform(by: Cast.leader, in: $0) }
      var openFor: [WorkItem.ID: Int64] = [:]
      for _ in 0..<25 {
        let items = try await database.read { try WorkStore($0).items(of: .incomingDocument(id)) }
        let seconds = Int64(random.draw(1...90_000))
        for item in items where item.isOpen { openFor[item.id, default: 0] += seconds * 1000 }
        clock.advance(by: .seconds(seconds))
        try await step(items[random.draw(0...items.count - 1)], on: id, random.draw(0...5), in: database)
      }
      let moves = try await database.read { try WorkMoveStore($0).moves(of: .incomingDocument(id)) }
      let items = try await database.read { try WorkStore($0).items(of: .incomingDocument(id)) }
      for item in items {
        let own = moves.filter { $0.item == item.id }
        #expect(own.first?.from == nil && own.first?.at == item.givenAt)
        #expect(own.last?.to == item.state, "the last step leads to where it stands")
        #expect(zip(own, own.dropFirst()).allSatisfy { $0.to == $1.from && $0.at <= $1.at }, "no step is missing")
        let sum = own.stretches(until: clock.now).reduce(0) { $0 + $1.milliseconds }
        #expect(sum == openFor[item.id, default: 0], "\(item.holderName)")
      }
      #expect(moves.count > items.count)
    }
  }

  private func step(_ item: WorkItem, on id: IncomingDocument.ID, _ draw: Int, in database: any Database) async throws {
    let holder = item.holder == .post(Cast.officerInCharge.post) ? Cast.officerInCharge : Cast.unitHead
    let head = item.holder == .unit(ExampleBody.legalUnit) ? Cast.headOfTwo : holder
    let giver = item.parent == nil || item.givenBy == Cast.leader.post ? Cast.leader : Cast.unitHead
    // What the state does not allow is refused and leaves no step.
    _ = try await database.refusal { transaction in
      switch draw {
      case 0: try AcceptWork(item.id, on: id).perform(by: head, in: transaction)
      case 1: try CompleteWork(item.id, on: id, result: "Đã xong").perform(by: head, in: transaction)
      case 2: try ReturnWork(item.id, on: id, reason: "Không đúng").perform(by: head, in: transaction)
      case 3: try ReopenWork(item.id, on: id, reason: "Làm lại").perform(by: giver, in: transaction)
      case 4:
        _ = try AssignWork(
          item.id, on: id, instruction: "", places: [.init(.post(Cast.officerInCharge.post), .lead)]
        ).perform(by: head, in: transaction)
      default:
        if item.role != .lead { try RecallWork(item.id, on: id, reason: "Nhầm").perform(by: giver, in: transaction) }
      }
    }
  }

  @Test("so much is given at once that it takes several statements, and every item has its step")
  func manyAtOnce() async throws {
    try await withRegistry { database in
      let id = try await database.register().id
      let holder = WorkHolder(
        .post(Cast.officerInCharge.post), name: "Bùi Quốc Khánh", unit: nil, agency: Cast.leader.agency)
      let orders = (0..<1201).map { _ in WorkOrder(to: holder, kind: .readIncoming, role: .inform) }
      let items = try await database.write {
        try Work(on: .incomingDocument(id), by: Cast.leader, in: $0).give(orders)
      }
      let moves = try await database.read { try WorkMoveStore($0).moves(of: .incomingDocument(id)) }
      #expect(moves.map(\.item) == items.map(\.id))
      #expect(try await database.count("work_items") == 1201)
    }
  }
}

/// Random numbers that a seed settles.
struct Draws {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func draw(_ range: ClosedRange<Int>) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return range.lowerBound + Int((state >> 33) % UInt64(range.count))
  }
}
