import Database
import Kernel
import Organization
import TestSupport
import Work

@testable import IncomingDocuments

private let due = TestClock().now.day + 8

/// A document that the leader gave to the minerals unit, whose head gave it to an officer.
struct GivenWork {
  var id: IncomingDocument.ID
  var unit: WorkItem
  var officer: WorkItem
}

func given(_ database: any Database, needsReply: Bool = false) async throws -> GivenWork {
  let id = try await database.register().id
  try await database.write {
    _ = try GiveDirective(
      id, text: "Giao Vụ Khoáng sản", places: [.init(minerals, .lead, due: due)], needsReply: needsReply
    ).perform(by: Cast.leader, in: $0)
  }
  let unit = try await database.item(of: id, held: .unit(ExampleBody.mineralsUnit))
  try await database.write {
    _ = try AssignWork(
      unit.id, on: id, instruction: "Soạn trả lời",
      places: [.init(.post(Cast.officerInCharge.post), .lead, due: due - 2)]
    ).perform(by: Cast.unitHead, in: $0)
  }
  return GivenWork(
    id: id, unit: unit, officer: try await database.item(of: id, held: .post(Cast.officerInCharge.post)))
}
