import Database
import Documents
import Exchange
import IncomingDocuments
import Kernel
import Organization
import Registers
import TestSupport
import Testing
import Work

@testable import OutgoingDocuments

/// Every act on a packet in every state by every role: allowed, or refused with a reason. Nothing else happens.
@Suite("DI-10, DI-15, DEN-05 ai làm được gì với gói tin, ở trạng thái nào") struct PacketTableTests {
  /// How far a packet is; what was recalled, before and after it had a number there, and confirmed as cancelled.
  enum Reach: String, CaseIterable, Sendable {
    case arrived, received, assigned, inProgress, done, read, returned, withdrawn, recalled, confirmed
  }

  /// X registry clerk of the receiver, Y its leader, Z an officer there, A its administrator, V registry clerk of the
  /// issuer, L its leader.
  static let roles = [
    Cast.clerkOfAnotherAgency, Cast.leaderOfAnotherAgency, Cast.officerOfAnotherAgency,
    Cast.administratorOfAnotherAgency, Cast.registryClerk, Cast.leader,
  ]

  private static func acts(
    on id: Packet.ID, paper: IncomingDocument.ID
  ) -> [(name: String, perform: @Sendable (Actor, any Transaction) throws -> Void)] {
    [
      (
        "register",
        {
          var act = RegisterPacket(id)
          act.overrideReason = "Bản giấy là bản khác"
          _ = try act.perform(by: $0, in: $1)
        }
      ),
      ("join", { _ = try JoinPacket(id, to: paper).perform(by: $0, in: $1) }),
      ("return", { _ = try ReturnPacket(id, reason: "Gửi nhầm").perform(by: $0, in: $1) }),
      ("confirm", { try ConfirmRecall(id).perform(by: $0, in: $1) }),
    ]
  }

  @Test("state × act × role is as the table says", arguments: Reach.allCases) func table(reach: Reach) async throws {
    try await withDesk { database in
      let (id, paper) = try await database.packet(reach)
      let packets = try await database.packets(of: id)
      let packet = try #require(packets.last)
      #expect(packet.state == reach.state && (packet.recall != nil) == reach.isRecalled)
      let seen = try await database.table(Self.acts(on: packet.id, paper: paper), by: Self.roles)
      #expect(seen == Self.expected(reach), "\(reach.rawValue):\n\(seen)")
    }
  }

  /// `+` allowed, `-` not to this role, `.` not in this state, `?` not seen. Roles stand in the order `XYZAVL`: whoever
  /// keeps another agency's books does not see the packet, everybody else learns that it is the registry's.
  private static func expected(_ reach: Reach) -> String {
    let takesIn = reach == .arrived ? "+" : "."
    let confirms = reach == .recalled || reach == .withdrawn ? "+" : "."
    return """
      register  \(takesIn)---?-
      join      \(takesIn)---?-
      return    \(takesIn)---?-
      confirm   \(confirms)---?-
      """
  }
}

extension PacketTableTests.Reach {
  fileprivate var isRecalled: Bool { self == .withdrawn || self == .recalled || self == .confirmed }

  fileprivate var state: Packet.State {
    switch self {
    case .arrived: .arrived
    case .received, .recalled, .confirmed: .received
    case .assigned: .assigned
    case .inProgress: .inProgress
    case .done: .done
    case .read: .read
    case .returned: .returned
    case .withdrawn: .withdrawn
    }
  }
}

extension Database {
  /// A letter to the agency below that got so far there, and the same letter in its book, come on paper before.
  fileprivate func packet(
    _ reach: PacketTableTests.Reach
  ) async throws -> (id: OutgoingDocument.ID, paper: IncomingDocument.ID) {
    let id = try await numberReady { $0.recipients = ["Cục Địa chất miền Bắc"] }
    let paper = try await paper(of: id)
    try await issue(id)
    let packet = try await packet(of: id)
    switch reach {
    case .arrived: break
    case .returned:
      try await write { _ = try ReturnPacket(packet.id, reason: "Gửi nhầm").perform(by: clerk, in: $0) }
    case .withdrawn: try await recall(id)
    case .received, .recalled, .confirmed, .assigned, .inProgress, .done, .read:
      try await take(packet.id, to: reach, of: id)
    }
    return (id, paper)
  }

  private var clerk: Actor { Cast.clerkOfAnotherAgency }

  private func take(_ packet: Packet.ID, to reach: PacketTableTests.Reach, of id: OutgoingDocument.ID) async throws {
    let received = try await write { transaction in
      var act = RegisterPacket(packet)
      act.overrideReason = "Bản giấy là bản khác"
      return try act.perform(by: Cast.clerkOfAnotherAgency, in: transaction).id
    }
    let officer = Cast.officerOfAnotherAgency
    switch reach {
    case .recalled: try await recall(id)
    case .confirmed:
      try await recall(id)
      try await write { try ConfirmRecall(packet).perform(by: Cast.clerkOfAnotherAgency, in: $0) }
    case .assigned: _ = try await direct(received)
    case .inProgress:
      let work = try await direct(received)
      try await write { try AcceptWork(work.id, on: received).perform(by: officer, in: $0) }
    case .done:
      let work = try await direct(received)
      try await write { try CompleteWork(work.id, on: received, result: "Đã tham mưu").perform(by: officer, in: $0) }
    case .read:
      let work = try await direct(received, .inform)
      try await write {
        try CompleteWork(work.id, on: received, as: .filed, result: "").perform(by: officer, in: $0)
      }
    default: break
    }
  }

  private func paper(of id: OutgoingDocument.ID) async throws -> IncomingDocument.ID {
    let ours = try await find(id)
    return try await write { transaction in
      var facts = IncomingFacts(arrivalDate: transaction.now.day)
      (facts.issuerName, facts.numberText) = (Cast.registryClerk.agencyName, ours.codeNumber)
      (facts.notation, facts.typeKey, facts.subject) = (ours.facts.notation, "congVan", "Bản giấy đến trước")
      facts.issuedDate = ours.facts.issuedDate
      return try RegisterIncomingDocument(facts: facts).perform(by: Cast.clerkOfAnotherAgency, in: transaction).id
    }
  }
}
