import Database
import Exchange
import Kernel
import Notifications
import Organization
import TestSupport
import Work

@testable import OutgoingDocuments

extension Database {
  /// A letter that the legal unit has to act on, which the minerals unit gets to know, issued.
  func sendUnits(asked: Bool = false) async throws -> OutgoingDocument.ID {
    let id = try await numberReady {
      if asked { $0.facts.replyDueDate = $0.facts.issuedDate + 7 }
      ($0.recipients, $0.informed) = (["Vụ Pháp chế"], ["Vụ Khoáng sản"])
    }
    try await issue(id)
    return id
  }

  func unitWork(of id: OutgoingDocument.ID, _ unit: UnitID = ExampleBody.legalUnit) async throws -> UnitWork? {
    try await read { UnitWork(of: unit, in: try WorkStore($0).items(of: .outgoingDocument(id))) }
  }

  /// What the legal unit was asked to answer.
  func request(of id: OutgoingDocument.ID) async throws -> ReplyRequest? {
    try await read { try ReplyRequestStore($0).ofLater(id.number).get().first { $0.name == "Vụ Pháp chế" } }
  }

  /// How much stands in these parts of these people's «Việc của tôi».
  func inboxes(_ asked: [(Actor, InboxPart)]) async throws -> [Int] {
    try await read { transaction in try asked.map { try WorkStore(transaction).counts(of: $0.0)[$0.1] } }
  }

  /// What somebody was told, newest first.
  func events(_ actor: Actor) async throws -> [NotificationEvent] {
    try await read { try NotificationStore($0).list(of: actor, page: .newest, limit: 20).map(\.event) }
  }

  func sees(_ id: OutgoingDocument.ID, _ actor: Actor) async throws -> Bool {
    try await read { (try? OutgoingDocumentStore($0).find(id, visibleTo: actor)) != nil }
  }

  func open(_ id: OutgoingDocument.ID, by actor: Actor) async throws {
    try await write { try NoteReadInside(id).perform(by: actor, in: $0) }
  }

  /// What an actor holds of the document and can move.
  private func held(_ id: OutgoingDocument.ID, _ actor: Actor) async throws -> WorkItem {
    let items = try await read { try WorkStore($0).items(of: .outgoingDocument(id)) }
    guard let item = items.last(where: { $0.isOpen && $0.isHeld(by: actor) && $0.kind == .handleOutgoing }) else {
      throw Refusal(.notFound, "\(actor.personName) không giữ việc nào.")
    }
    return item
  }

  func accept(_ id: OutgoingDocument.ID, by actor: Actor) async throws {
    let item = try await held(id, actor).id
    try await write { try AcceptUnitWork(item, on: id).perform(by: actor, in: $0) }
  }

  @discardableResult
  func assign(_ id: OutgoingDocument.ID, to officer: Actor, by head: Actor) async throws -> WorkSending? {
    let item = try await held(id, head).id
    return try await write { try AssignUnitWork(item, on: id, to: officer.post).perform(by: head, in: $0).sending }
  }

  @discardableResult
  func complete(
    _ id: OutgoingDocument.ID, _ result: String, reply: String = "", by actor: Actor
  ) async throws -> WorkSending? {
    let item = try await held(id, actor).id
    return try await write {
      try CompleteUnitWork(item, on: id, result: result, replyCode: reply).perform(by: actor, in: $0)
    }
  }

  @discardableResult
  func giveBack(_ id: OutgoingDocument.ID, _ reason: String, by actor: Actor) async throws -> WorkSending? {
    let item = try await held(id, actor).id
    return try await write { try ReturnUnitWork(item, on: id, reason: reason).perform(by: actor, in: $0) }
  }

  func recall(_ id: OutgoingDocument.ID) async throws {
    let version = try await find(id).version
    try await write {
      _ = try RecallOutgoingDocument(id, reason: "sai căn cứ", formVersion: version).perform(by: Cast.leader, in: $0)
    }
  }
}
