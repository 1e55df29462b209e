import Database
import Documents
import Kernel
import Organization
import OutgoingDocuments
import TestSupport
import Testing
import Work

@testable import IncomingDocuments

/// A life of documents made through the real acts, the same for the same seed: whatever an act refuses is left out.
struct RandomLife {
  private var random: SplitMix
  private let database: any Database
  private let clock: TestClock

  init(seed: UInt64, over database: any Database, _ clock: TestClock) {
    random = SplitMix(state: seed)
    self.database = database
    self.clock = clock
  }

  /// Gives how many acts were done.
  mutating func live(documents: Int, acts: Int) async throws -> Int {
    var ids: [IncomingDocument.ID] = []
    for number in 1...documents {
      var facts = IncomingFacts(arrivalDate: clock.now.day)
      facts.issuerName = "Sở Xây dựng tỉnh Trường Sơn"
      facts.numberText = "\(number)"
      facts.notation = "SXD-VP"
      facts.typeKey = "congVan"
      facts.subject = "Về việc thứ \(number)"
      facts.urgency = number % 7 == 0 ? .express : .normal
      let act = RegisterIncomingDocument(facts: facts)
      ids.append(try await database.write { try act.perform(by: Cast.registryClerk, in: $0).id })
    }
    var sent: [OutgoingDocument.ID] = []
    for number in 1...max(2, documents / 4) { sent.append(try await RandomUnitWork.send(number, in: database)) }
    var done = 0
    for _ in 0..<acts {
      clock.advance(by: .seconds(Int64(pick(0...7200))))
      let isOutgoing = pick(0...3) == 0
      if try await isOutgoing ? step(by: one(of: sent)) : step(on: one(of: ids)) { done += 1 }
    }
    return done
  }

  private mutating func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  private mutating func one<Element>(of all: [Element]) -> Element { all[pick(0...(all.count - 1))] }

  private mutating func step(on id: IncomingDocument.ID) async throws -> Bool {
    let items = try await database.read { try WorkStore($0).items(of: .incomingDocument(id)) }
    let actor = one(of: Cast.everybody.filter { $0.agency == Cast.leader.agency })
    let own = items.filter { $0.isOpen && $0.isHeld(by: actor) }
    let item = own.isEmpty ? items.last : one(of: own)
    let act = one(of: Self.acts)
    let due: Day? = pick(0...3) == 0 ? nil : clock.now.day + pick(0...9)
    let places = places(due: due)
    do {
      try await database.write { try act(id, item, places, actor, $0) }
      return true
    } catch is Refusal {
      return false
    }
  }

  /// A unit of the agency, or its officer, goes on with what an outgoing document asks of them.
  private mutating func step(by id: OutgoingDocument.ID) async throws -> Bool {
    let items = try await database.read { try WorkStore($0).items(of: .outgoingDocument(id)) }
    let item = one(of: items)
    let holders = Cast.everybody.filter { item.isHeld(by: $0) }
    let actor = one(of: pick(0...3) > 0 && !holders.isEmpty ? holders : Cast.everybody)
    let act = one(of: RandomUnitWork.acts)
    do {
      try await database.write { try act(id, item.id, actor, $0) }
      return true
    } catch is Refusal {
      return false
    }
  }

  private mutating func places(due: Day?) -> [DirectedTo] {
    let units = [ExampleBody.mineralsUnit, ExampleBody.legalUnit].map { HolderChoice.unit($0) }
    let people = [Cast.officerInCharge, Cast.unitHead, Cast.officerOfAnotherUnit].map { HolderChoice.post($0.post) }
    let all = (units + people).shuffled(using: &random)
    return zip(all.prefix(pick(1...3)), [WorkRole.lead, .coordinate, .inform]).map { DirectedTo($0, $1, due: due) }
  }

  private typealias Act =
    @Sendable (IncomingDocument.ID, WorkItem?, [DirectedTo], Actor, any Transaction) throws -> Void

  private static func onItem(
    _ act: @escaping @Sendable (WorkItem, IncomingDocument.ID, Actor, any Transaction) throws -> Void
  ) -> Act {
    { id, item, _, actor, transaction in
      guard let item else { throw Refusal(.notFound, "Chưa có việc nào.") }
      try act(item, id, actor, transaction)
    }
  }

  private static let acts: [Act] = [
    { id, _, _, actor, transaction in
      _ = try PresentIncomingDocument(id, to: [Cast.leader.post]).perform(by: actor, in: transaction)
    },
    { id, _, _, actor, transaction in
      _ = try PresentIncomingDocument(id, to: [Cast.headOfOffice.post]).perform(by: actor, in: transaction)
    },
    { id, _, places, actor, transaction in
      _ = try GiveDirective(id, text: "Giao thực hiện", places: places).perform(by: Cast.leader, in: transaction)
    },
    { id, _, places, actor, transaction in
      _ = try GiveDirective(id, text: "Giao thực hiện", places: places).perform(by: Cast.leader, in: transaction)
    },
    { id, item, places, actor, transaction in
      guard let item else { throw Refusal(.notFound, "Chưa có việc nào.") }
      _ = try AssignWork(
        item.id, on: id, instruction: "Soạn trả lời", places: [.init(.post(Cast.officerInCharge.post), .lead)]
      ).perform(by: Cast.unitHead, in: transaction)
    },
    onItem { try AcceptWork($0.id, on: $1).perform(by: $2, in: $3) },
    onItem { try CompleteWork($0.id, on: $1, result: "Đã trả lời").perform(by: $2, in: $3) },
    onItem { try ReturnWork($0.id, on: $1, reason: "Không thuộc thẩm quyền").perform(by: $2, in: $3) },
    onItem { try RecallWork($0.id, on: $1, reason: "Giao nhầm").perform(by: Cast.leader, in: $3) },
    onItem { try ReopenWork($0.id, on: $1, reason: "Thiếu số liệu").perform(by: Cast.leader, in: $3) },
    { id, _, _, actor, transaction in try OpenHeldWork(document: id).perform(by: actor, in: transaction) },
  ]
}

/// The same numbers for the same seed.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
