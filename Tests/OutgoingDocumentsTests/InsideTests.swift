import Audit
import Database
import Documents
import Exchange
import FileVault
import Kernel
import Notifications
import Organization
import TestSupport
import Testing
import Work

@testable import IncomingDocuments
@testable import OutgoingDocuments
@testable import Registers

extension Database {
  /// A letter to the agency below, issued: the key of what lies in its intake.
  func sendBelow(
    _ change: @escaping @Sendable (inout NumberOutgoingDocument) -> Void = { _ in }
  ) async throws -> (document: OutgoingDocument.ID, packet: Packet) {
    let id = try await numberReady {
      $0.recipients = ["Cục Địa chất miền Bắc", "Vụ Pháp chế"]
      change(&$0)
    }
    try await issue(id)
    return (id, try await packet(of: id))
  }

  func packets(of id: OutgoingDocument.ID) async throws -> [Packet] {
    try await read { try PacketStore($0).ofLater(.outgoingDocument(id)).get() }
  }

  func packet(of id: OutgoingDocument.ID) async throws -> Packet {
    let packets = try await packets(of: id)
    guard let last = packets.last else { throw Refusal(.notFound, "no packet") }
    return last
  }

  func intake(of actor: Actor) async throws -> [Packet] {
    try await read { try PacketStore($0).waiting(visibleTo: actor) }
  }

  @discardableResult
  func register(_ packet: Packet.ID, by actor: Actor = Cast.clerkOfAnotherAgency) async throws -> IncomingDocument.ID {
    try await write { try RegisterPacket(packet).perform(by: actor, in: $0).id }
  }

  func incoming(_ id: IncomingDocument.ID, as actor: Actor = Cast.clerkOfAnotherAgency) async throws -> IncomingDocument
  {
    try await read { try IncomingDocumentStore($0).find(id, visibleTo: actor) }
  }

  func items(of id: IncomingDocument.ID) async throws -> [WorkItem] {
    try await read { try WorkStore($0).items(of: .incomingDocument(id)) }
  }

  /// The leader below gives it to an officer there, who has opened it.
  func direct(_ id: IncomingDocument.ID, _ role: WorkRole = .lead) async throws -> WorkItem {
    try await write { transaction in
      try GiveDirective(
        id, text: "Giao đồng chí Dung tham mưu.", places: [.init(.post(Cast.officerOfAnotherAgency.post), role)]
      ).perform(by: Cast.leaderOfAnotherAgency, in: transaction)
      try Work(on: .incomingDocument(id), by: Cast.officerOfAnotherAgency, in: transaction).markOpened()
    }
    guard let item = try await items(of: id).first(where: { $0.role == role }) else {
      throw Refusal(.notFound, "no work")
    }
    return item
  }
}

@Suite("DI-08, DI-15 văn bản đi trong hệ thống") struct InsideTests {
  @Test("issuing puts it into the other agency's intake, with the issuer's fields and files") func arrives()
    async throws
  {
    try await withDesk { database in
      let (id, packet) = try await database.sendBelow { $0.facts.urgency = .express }
      let lines = try await database.recipients(of: id)
      #expect(lines.map(\.way) == [.inside, .inside] && lines.allSatisfy { $0.state == .sent })
      #expect(
        lines[0].packet == packet.id && packet.state == .arrived && packet.agency == ExampleBody.northernDepartment)
      let document = try await database.find(id)
      let content = try await database.read { try PacketStore($0).content(of: packet) }
      #expect(content.facts.codeText == document.codeText && content.facts.subject == document.facts.subject)
      #expect(content.files.map(\.stored.hash) == [KeptFile.example().stored.hash])
      #expect(try await database.intake(of: Cast.clerkOfAnotherAgency).map(\.id) == [packet.id])
      for actor in [Cast.registryClerk, Cast.leaderOfAnotherAgency, Cast.officerOfAnotherAgency] {
        #expect(try await database.intake(of: actor).isEmpty)
      }
      // The record itself stays the issuer's own.
      await #expect(throws: Refusal.self) { try await database.find(id, as: Cast.clerkOfAnotherAgency) }
      let told = try await database.read {
        try NotificationStore($0).unreadCountLater(of: Cast.clerkOfAnotherAgency, cap: 10).get()
      }
      #expect(told == 1)
    }
  }

  @Test("one act gives it a number of theirs, the issuer's line says so, and the sender was told the same day")
  func registers() async throws {
    try await withDesk { database in
      let (id, packet) = try await database.sendBelow()
      await #expect(throws: Refusal.self) { try await database.register(packet.id, by: Cast.registryClerk) }
      await #expect(throws: Refusal.self) { try await database.register(packet.id, by: Cast.leaderOfAnotherAgency) }
      let received = try await database.register(packet.id)
      let (ours, theirs) = (try await database.find(id), try await database.incoming(received))
      #expect(theirs.arrivalNumber == 1 && theirs.facts.codeText == ours.codeText && theirs.fileCount == 1)
      #expect(theirs.facts.issuerName == Cast.registryClerk.agencyName)
      #expect(theirs.facts.channel == .packet)
      let line = try await database.packet(of: id)
      #expect(line.state == .received && line.arrivalNumber == 1 && line.incoming == received.number)
      await #expect(throws: Refusal.self) { try await database.register(packet.id) }
      #expect(
        try await database.read { try IncomingDocumentStore($0).unacknowledged(visibleTo: Cast.clerkOfAnotherAgency) }
          .isEmpty)
      #expect(try await database.intake(of: Cast.clerkOfAnotherAgency).isEmpty)
    }
  }

  @Test("sent back, no number is used and the issuer reads why; sent again, it is a packet of its own")
  func givesBack() async throws {
    try await withDesk { database in
      let (id, packet) = try await database.sendBelow()
      await #expect(throws: Refusal.self) {
        try await database.write {
          _ = try ReturnPacket(packet.id, reason: " ").perform(by: Cast.clerkOfAnotherAgency, in: $0)
        }
      }
      let further = SendFurther(id, to: ["Cục Địa chất miền Bắc"])
      await #expect(throws: Refusal.self) {
        try await database.write { _ = try further.perform(by: Cast.registryClerk, in: $0) }
      }
      try await database.write {
        _ = try ReturnPacket(packet.id, reason: "Gửi nhầm").perform(by: Cast.clerkOfAnotherAgency, in: $0)
      }
      let line = try await database.packet(of: id)
      #expect(line.state == .returned && line.reason == "Gửi nhầm" && line.arrivalNumber == nil)
      let told = try await database.read {
        try NotificationStore($0).unreadCountLater(of: Cast.registryClerk, cap: 10).get()
      }
      #expect(told == 1)
      try await database.write { _ = try further.perform(by: Cast.registryClerk, in: $0) }
      let packets = try await database.packets(of: id)
      #expect(packets.map(\.state) == [.returned, .arrived])
      #expect(try await database.recipients(of: id).count == 2)
      #expect(try await database.recipients(of: id).first?.packet == packets.last?.id)
      let received = try await database.register(packets[1].id)
      #expect(try await database.incoming(received).arrivalNumber == 1)
    }
  }

  @Test("what came on paper before is not registered twice: the packet joins it") func joins() async throws {
    try await withDesk { database in
      let id = try await database.numberReady { $0.recipients = ["Cục Địa chất miền Bắc"] }
      let ours = try await database.find(id)
      let paper = try await database.write { transaction in
        var facts = IncomingFacts(arrivalDate: transaction.now.day)
        (facts.issuerName, facts.numberText) = (Cast.registryClerk.agencyName, ours.codeNumber)
        (facts.notation, facts.typeKey, facts.subject) = (ours.facts.notation, "congVan", "Bản giấy đến trước")
        facts.issuedDate = ours.facts.issuedDate
        return try RegisterIncomingDocument(facts: facts).perform(by: Cast.clerkOfAnotherAgency, in: transaction).id
      }
      try await database.issue(id)
      let packet = try await database.packet(of: id)
      await #expect(throws: Refusal.self) { try await database.register(packet.id) }
      _ = try await database.write {
        try JoinPacket(packet.id, to: paper).perform(by: Cast.clerkOfAnotherAgency, in: $0)
      }
      let line = try await database.packet(of: id)
      #expect(line.state == .received && line.arrivalNumber == 1)
      #expect(try await database.incoming(paper).fileCount == 1)
    }
  }

  @Test("every act at the receiver stands on the issuer's line at once, and nothing that was said there")
  func mirrors() async throws {
    try await withDesk { database in
      let (id, packet) = try await database.sendBelow()
      let received = try await database.register(packet.id)
      _ = try await database.write {
        _ = try PresentIncomingDocument(received, to: [Cast.leaderOfAnotherAgency.post]).perform(
          by: Cast.clerkOfAnotherAgency, in: $0)
      }
      #expect(try await database.packet(of: id).state == .received)
      let work = try await database.direct(received)
      var line = try await database.packet(of: id)
      #expect(line.state == .assigned && line.unitName == Cast.officerOfAnotherAgency.unitName)
      try await database.write {
        try AcceptWork(work.id, on: received).perform(by: Cast.officerOfAnotherAgency, in: $0)
      }
      #expect(try await database.packet(of: id).state == .inProgress)
      try await database.write {
        try CompleteWork(work.id, on: received, result: "Đã tham mưu, lưu hành nội bộ").perform(
          by: Cast.officerOfAnotherAgency, in: $0)
      }
      line = try await database.packet(of: id)
      #expect(line.state == .done && line.reason.isEmpty && line.unitName == Cast.officerOfAnotherAgency.unitName)
    }
  }

  @Test("what is only to be known is read when everybody has read it") func reads() async throws {
    try await withDesk { database in
      let (id, packet) = try await database.sendBelow()
      let received = try await database.register(packet.id)
      let work = try await database.direct(received, .inform)
      #expect(try await database.packet(of: id).state == .assigned)
      try await database.write {
        try CompleteWork(work.id, on: received, as: .filed, result: "").perform(by: Cast.officerOfAnotherAgency, in: $0)
      }
      #expect(try await database.packet(of: id).state == .read)
    }
  }

  @Test("a cancelled number puts it back; an undone issue takes it out of the intake") func putsBack() async throws {
    try await withDesk { database in
      let (id, packet) = try await database.sendBelow()
      let received = try await database.register(packet.id)
      await #expect(throws: Refusal.self) {
        try await database.write { _ = try UndoIssue(id).perform(by: Cast.registryClerk, in: $0) }
      }
      let document = try await database.incoming(received)
      try await database.write {
        try CancelNumber(document.book, number: document.arrivalNumber, reason: "vào nhầm sổ").perform(
          by: Cast.clerkOfAnotherAgency, telling: IncomingRegisterContents(), in: $0)
      }
      #expect(try await database.packet(of: id).state == .arrived)
      _ = try await database.write { try UndoIssue(id).perform(by: Cast.registryClerk, in: $0) }
      #expect(try await database.packets(of: id).isEmpty)
      #expect(try await database.recipients(of: id).allSatisfy { $0.state == .waiting && $0.packet == nil })
      try await database.issue(id)
      #expect(try await database.packets(of: id).count == 1)
    }
  }

  @Test("two names of one agency are one packet; a closed agency and our own are outside") func isOnce() async throws {
    try await withDesk { database in
      let short = try await database.read { try OrganizationStore($0).agency(ExampleBody.northernDepartment).shortName }
      let (id, _) = try await database.sendBelow { $0.recipients = ["Cục Địa chất miền Bắc", short] }
      #expect(try await database.packets(of: id).count == 1)
      let lines = try await database.recipients(of: id)
      #expect(Set(lines.compactMap(\.packet)).count == 1)
      let own = try await database.numberReady {
        $0.facts.subject = "Gửi chính cơ quan mình"
        $0.recipients = [Cast.registryClerk.agencyName]
      }
      #expect(try await database.recipients(of: own).first?.agency == nil)
    }
  }
}
