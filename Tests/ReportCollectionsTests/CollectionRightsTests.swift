import Database
import Exchange
import IncomingDocuments
import Kernel
import Organization
import OutgoingDocuments
import TestSupport
import Testing

@testable import ReportCollections

@Suite("Rights over collections of reports") struct CollectionRightsTests {
  /// Who stands where: at the place of the agency below once the letter has its number there and lies with an officer.
  private static let sides: [(Actor, ReportCollectionAccess.Side?)] = [
    (Cast.registryClerk, .asker), (Cast.leader, .asker), (Cast.headOfOffice, .asker), (Cast.unitHead, .asker),
    (Cast.unitClerk, .asker), (Cast.officerOfAnotherUnit, nil), (Cast.headOfTwo, nil), (Cast.administrator, nil),
    (Cast.clerkOfAnotherAgency, .answerer), (Cast.officerOfAnotherAgency, .answerer),
    (Cast.leaderOfAnotherAgency, .answerer), (Cast.administratorOfAnotherAgency, .reader),
  ]

  @Test("each side may do its own steps and no other", arguments: ReportCollection.Step.allCases)
  func table(step: ReportCollection.Step) {
    let allowed = ReportCollectionAccess.Side.allCases.filter { ReportCollectionAccess.may(step, $0) }
    #expect(allowed == ([.save, .send].contains(step) ? [.answerer] : [.asker]))
  }

  @Test("who sees what a place sent, and as what") func standsWhere() async throws {
    try await withCollections { database in
      let collection = try await database.collect(try await database.letter())
      _ = try await database.registerBelow(collection)
      let place = try await database.place(collection)
      for (actor, side) in Self.sides {
        let found = try await database.read { transaction in
          try? FoundPlace.find(place.recipient, by: actor, in: transaction).side
        }
        #expect(found == side, "\(actor.postTitle) \(actor.personName)")
        let seesAll = try await database.read {
          try !ReportCollectionStore($0).list([collection.id.number], askedBy: actor).isEmpty
        }
        #expect(seesAll == (side == .asker), "\(actor.postTitle) \(actor.personName)")
      }
    }
  }

  @Test("before it has a number only the registry below fills in; a unit that is asked sees its own place alone")
  func waiting() async throws {
    try await withCollections { database in
      let collection = try await database.collect(try await database.letter())
      let (below, unit) = (try await database.place(collection), try await database.place(collection, Places.unit))
      let seen = try await database.read { transaction in
        [Cast.clerkOfAnotherAgency, Cast.officerOfAnotherAgency, Cast.headOfTwo].map { actor in
          [below, unit].map { try? FoundPlace.find($0.recipient, by: actor, in: transaction).side }
        }
      }
      #expect(seen == [[.answerer, nil], [nil, nil], [nil, .answerer]])
      // The unit's document shows the form of the unit, not what others sent.
      let sheets = try await database.read {
        try CollectedReports().sheets(of: .outgoingDocument(collection.document), visibleTo: Cast.headOfTwo, in: $0)
      }
      #expect(sheets.map(\.path) == [ReportCollectionPaths.place(unit.recipient)])
      #expect(
        try await database.read {
          try CollectedReports().askingPath(
            for: .outgoingDocument(collection.document), visibleTo: Cast.headOfTwo, in: $0)
        } == nil)
    }
  }

  @Test("who only gets to know is not asked and sees nothing of the form") func informed() async throws {
    try await withCollections { database in
      let document = try await database.letter(to: [Places.agency], informed: [Places.unit])
      let collection = try await database.collect(document)
      #expect(try await database.places(collection).map(\.name) == [Places.agency])
      let sheets = try await database.read {
        try CollectedReports().sheets(of: .outgoingDocument(document), visibleTo: Cast.headOfTwo, in: $0)
      }
      #expect(sheets.isEmpty)
      try await database.send(collection)
      #expect(try await database.requests(collection).allSatisfy { $0.answer?.isData == true })
    }
  }

  /// Every step in every state of collection and document.
  private static let states: [(ReportCollection.State, OutgoingDocument.State)] =
    ReportCollection.State.allCases.flatMap { state in OutgoingDocument.State.allCases.map { (state, $0) } }

  @Test("a step is refused in every state that does not list it", arguments: ReportCollection.Step.allCases)
  func lifecycle(step: ReportCollection.Step) async throws {
    let wanted: Set<String> =
      switch step {
      case .change: ["open numbered", "open issued"]
      case .save, .send, .giveBack, .close: ["open issued"]
      case .reopen: ["closed issued"]
      }
    try await withCollections { database in
      var collection = try await database.collect(try await database.letter())
      for (state, document) in Self.states {
        (collection.state, collection.documentState) = (state, document)
        #expect(
          (collection.obstacle(to: step) == nil) == wanted.contains("\(state.rawValue) \(document.rawValue)"),
          "\(step) \(state) \(document)")
      }
    }
  }

  @Test("closed, nothing is sent; reopened, it is; recalled, it is over") func ends() async throws {
    try await withCollections { database in
      let collection = try await database.collect(try await database.letter())
      await #expect(throws: Refusal.self) { try await database.end(collection, .close, by: Cast.headOfTwo) }
      try await database.end(collection, .close)
      await #expect(throws: Refusal.self) { try await database.end(collection, .close) }
      let refusal = await #expect(throws: Refusal.self) { try await database.send(collection) }
      #expect(refusal?.message.contains("đã khóa sổ") == true)
      try await database.end(collection, .reopen)
      try await database.send(collection)
      let version = try await database.read {
        try OutgoingDocumentStore($0).find(collection.document, visibleTo: Cast.leader).version
      }
      _ = try await database.write {
        try RecallOutgoingDocument(collection.document, reason: "Sai", formVersion: version).perform(
          by: Cast.leader, in: $0)
      }
      await #expect(throws: Refusal.self) { try await database.giveBack(collection) }
      await #expect(throws: Refusal.self) { try await database.send(collection, of: Places.unit, by: Cast.headOfTwo) }
      #expect(try await database.merged(collection).lines.count == 1)
    }
  }
}
