import Database
import Kernel
import Organization
import TestSupport
import Testing
import Work

@testable import IncomingDocuments

/// What came of two acts: the words each was refused with, empty for what was done, and how the work stood afterwards.
private struct Outcome: Sendable {
  var first: String
  var second: String
  var standings: [String]

  /// Without the words: who is too late by a moment may hear more than who comes later («đã thu hồi lúc…» for what they
  /// see no longer).
  var course: [String] { [first.isEmpty ? "done" : "refused", second.isEmpty ? "done" : "refused"] + standings }
}

/// Two acts on one thing, and what must have happened before.
private struct ActPair: Sendable, CustomStringConvertible {
  typealias Act = @Sendable (IncomingDocument.ID, any Transaction) throws -> Void

  var description: String
  var prepare: Act
  var first: Act
  var second: Act

  init(_ description: String, after prepare: @escaping Act, _ first: @escaping Act, _ second: @escaping Act) {
    self.description = description
    self.prepare = prepare
    self.first = first
    self.second = second
  }
}

@Suite("DEN-11 DEN-13 hai người làm một lúc") struct HandlingConcurrencyTests {
  /// Whatever the order, it is as if one had come after the other: the second is told what happened.
  @Test("two at once is one after the other, and who comes second is told", arguments: pairs.indices)
  func atOnce(index: Int) async throws {
    let pair = pairs[index]
    try await withRegistry { database in
      let forth = try await database.outcome(of: pair, number: 1) { [database] id in
        (try await database.attempt(pair.first, id), try await database.attempt(pair.second, id))
      }
      let back = try await database.outcome(of: pair, number: 2) { [database] id in
        let second = try await database.attempt(pair.second, id)
        return (try await database.attempt(pair.first, id), second)
      }
      #expect(forth.first == "" && back.second == "", "\(pair): each can be done by itself")
      #expect(forth.course != back.course || forth.second != "", "\(pair): the order shows")
      for number in 3...6 {
        let once = try await database.outcome(of: pair, number: number) { [database] id in
          async let first = database.attempt(pair.first, id)
          async let second = database.attempt(pair.second, id)
          return (try await first, try await second)
        }
        #expect([forth.course, back.course].contains(once.course), "\(pair): neither order gives \(once)")
        for words in [once.first, once.second, forth.second, back.first] where !words.isEmpty {
          #expect(words.hasSuffix(".") && words.contains { !$0.isASCII }, "\(pair): «\(words)»")
        }
      }
    }
  }
}

private let pairs: [ActPair] = [
  ActPair("accept, accept", after: direct, accept(Cast.unitHead), accept(Cast.unitClerk)),
  ActPair("accept, recall", after: direct, accept(Cast.unitHead), recall),
  ActPair("assign, recall", after: direct, assign, recall),
  ActPair("assign, assign", after: direct, assign, assign),
  ActPair("complete, complete", after: direct, complete(Cast.unitHead), complete(Cast.unitClerk)),
  ActPair("directive, directive", after: present, direct, directOther),
  ActPair("present, present", after: { _, _ in }, present, present),
  ActPair("return, complete", after: direct, giveBack, complete(Cast.unitClerk)),
  ActPair("return, recall", after: direct, giveBack, recall),
  ActPair("undo, open", after: direct, undo, open),
  ActPair("undo, accept", after: direct, undo, accept(Cast.unitHead)),
  ActPair("undo, recall", after: direct, undo, recall),
  ActPair(
    "reopen, reopen",
    after: {
      try direct($0, $1); try complete(Cast.unitHead)($0, $1)
    }, reopen, reopen),
]

private let present: ActPair.Act = { id, transaction in
  _ = try PresentIncomingDocument(id, to: [Cast.leader.post]).perform(by: Cast.registryClerk, in: transaction)
}

private let direct: ActPair.Act = { id, transaction in
  _ = try GiveDirective(id, text: "Giao Vụ KS", places: [.init(minerals, .lead)])
    .perform(by: Cast.leader, in: transaction)
}

private let directOther: ActPair.Act = { id, transaction in
  _ = try GiveDirective(id, text: "Giao Vụ PC", places: [.init(legal, .lead)])
    .perform(by: Cast.deputyLeader, in: transaction)
}

private let assign: ActPair.Act = { id, transaction in
  _ = try AssignWork(
    try unitItem(id, transaction), on: id, instruction: "", places: [.init(.post(Cast.officerInCharge.post), .lead)]
  ).perform(by: Cast.unitHead, in: transaction)
}

private let recall: ActPair.Act = { id, transaction in
  _ = try RecallWork(try unitItem(id, transaction), on: id, reason: "Giao nhầm").perform(
    by: Cast.leader, in: transaction)
}

private let giveBack: ActPair.Act = { id, transaction in
  try ReturnWork(try unitItem(id, transaction), on: id, reason: "Không thuộc thẩm quyền")
    .perform(by: Cast.unitHead, in: transaction)
}

private let undo: ActPair.Act = { id, transaction in
  let sending: Int64 = try transaction.rows(
    "SELECT id FROM handling_sendings WHERE document_id = \(id) AND act = 'direct'")[0].get("id")
  _ = try UndoSending(Sending.ID(sending), on: id).perform(by: Cast.leader, in: transaction)
}

private let open: ActPair.Act = { id, transaction in
  try OpenHeldWork(document: id).perform(by: Cast.unitHead, in: transaction)
  let items = try WorkStore(transaction).items(of: .incomingDocument(id))
  guard items.contains(where: { $0.openedBy == Cast.unitHead.personName }) else {
    throw Refusal(.notFound, "Không tìm thấy văn bản.")
  }
}

private let reopen: ActPair.Act = { id, transaction in
  try ReopenWork(try unitItem(id, transaction), on: id, reason: "Thiếu số liệu").perform(
    by: Cast.leader, in: transaction)
}

private func accept(_ actor: Actor) -> ActPair.Act {
  { id, transaction in try AcceptWork(try unitItem(id, transaction), on: id).perform(by: actor, in: transaction) }
}

private func complete(_ actor: Actor) -> ActPair.Act {
  { id, transaction in
    try CompleteWork(try unitItem(id, transaction), on: id, result: "Đã trả lời").perform(by: actor, in: transaction)
  }
}

private func unitItem(_ id: IncomingDocument.ID, _ transaction: any Transaction) throws -> WorkItem.ID {
  let items = try WorkStore(transaction).items(of: .incomingDocument(id))
  return try #require(items.first { $0.holder == .unit(ExampleBody.mineralsUnit) }).id
}

extension Database {
  /// Empty when it was done, else the words of its refusal.
  fileprivate func attempt(_ act: @escaping ActPair.Act, _ id: IncomingDocument.ID) async throws -> String {
    try await refusal { try act(id, $0) }?.message ?? ""
  }

  fileprivate func outcome(
    of pair: ActPair, number: Int, _ both: (IncomingDocument.ID) async throws -> (String, String)
  ) async throws -> Outcome {
    let id = try await register(.example(number: "\(number)")).id
    try await write { try pair.prepare(id, $0) }
    let (first, second) = try await both(id)
    let progress = try await find(id).progress
    let items = try await read { try WorkStore($0).items(of: .incomingDocument(id)) }
    let standings = items.map { "\($0.holder.token) \($0.role) \($0.state) \($0.openedBy ?? "") \($0.outcome)" }
      .sorted()
    return Outcome(first: first, second: second, standings: standings + [progress.rawValue])
  }
}
