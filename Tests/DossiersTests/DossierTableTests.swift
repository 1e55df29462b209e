import Access
import Audit
import Database
import Drafts
import FilePlans
import Kernel
import Organization
import TestSupport
import Testing
import Work

@testable import Dossiers

/// Every state × every act × every role of the cast is either allowed or refused with a reason.
@Suite("HS-03 HS-05 PL6-32 ai làm gì với hồ sơ") struct DossierTableTests {
  private static let cast: [(String, Actor, DossierAccess.Standing?)] = [
    ("người lập", Cast.officerInCharge, .maker), ("lãnh đạo đơn vị", Cast.unitHead, .unitHead),
    ("văn thư đơn vị", Cast.unitClerk, .contributor), ("cùng lập", Cast.officerOfAnotherUnit, .contributor),
    ("chỉ xem", Cast.deputyLeader, .reader), ("văn thư", Cast.registryClerk, .reader),
    ("lãnh đạo", Cast.leader, .reader),
    ("chánh văn phòng", Cast.headOfOffice, .reader), ("lưu trữ", Cast.archivist, .archivist),
    ("cơ quan khác", Cast.clerkOfAnotherAgency, nil),
    ("quản trị", Cast.administrator, nil),
  ]

  private static let expected: [Dossier.Step: Set<DossierAccess.Standing>] = [
    .change: [.maker, .unitHead], .fill: [.maker, .unitHead, .contributor], .note: [.maker, .unitHead, .contributor],
    .share: [.maker, .unitHead], .unshare: [.maker, .unitHead],
    .close: [.maker, .unitHead], .reopen: [.maker, .unitHead],
    .submit: [.maker, .unitHead], .withdraw: [.maker], .giveBack: [.archivist], .accept: [.archivist],
    .handOver: [.maker, .unitHead],
  ]

  @Test(arguments: Dossier.State.allCases) func holds(state: Dossier.State) async throws {
    try await withFiling { database in
      let dossier = try await database.open(
        .example(day: TestClock().now.day - 30), records: [try await database.letter()])
      try await database.write { transaction in
        for (post, role) in [
          (Cast.officerOfAnotherUnit.post, DossierParticipant.Role.contributor), (Cast.deputyLeader.post, .reader),
        ] {
          try share(dossier.id, .post(post), as: role, in: transaction)
        }
        guard state != .open else { return }
        let closed = try CloseDossier(
          dossier.id, retention: .years(5), endedOn: nil, isReviewed: false, formVersion: dossier.version
        ).perform(by: Cast.officerInCharge, flows: flows, in: transaction)
        guard state != .closed else { return }
        try Submitted.submit(closed.id, in: transaction)
        if state == .archived || state == .destroyed { try Submitted.accept(closed.id, in: transaction) }
        // No act destroys yet: only the state is set.
        if state == .destroyed {
          try transaction.run("UPDATE dossiers SET state = \(state) WHERE id = \(closed.id)")
        }
      }
      for (name, actor, standing) in Self.cast {
        guard let standing else {
          await #expect(throws: DossierStore.missing, "\(name)") {
            try await database.read { _ = try FoundDossier.find(dossier.id, by: actor, in: $0) }
          }
          continue
        }
        let found = try await database.read { try FoundDossier.find(dossier.id, by: actor, in: $0) }
        #expect(found.standing == standing, "\(name)")
        for step in Dossier.Step.allCases {
          let refusal = found.refusal(of: step)
          let isAllowed = Self.expected[step]?.contains(standing) == true
          let fits = Dossier.lifecycle[step]?.contains(state) == true
          #expect((refusal == nil) == (isAllowed && fits), "\(name), \(step), \(state)")
          #expect(refusal.map { $0.kind == (isAllowed ? .conflict : .forbidden) } ?? true, "\(name), \(step), \(state)")
        }
      }
    }
  }
}

@Suite("PL6-32 PL6-51 diễn biến chỉ kể điều người đọc được xem") struct DossierStoryTests {
  @Test func tellsNothingOfWhatTheReaderDoesNotSee() async throws {
    try await withFiling { database in
      let dossier = try await database.open()
      let draft = try await database.write { transaction in
        var facts = DraftFacts(typeKey: "congVan")
        facts.subject = "V/v dự thảo riêng của Vụ"
        return try CreateDraft(facts).perform(by: Cast.officerInCharge, in: transaction)
      }
      try await database.file(.draft(draft), in: dossier.id)
      func story(_ actor: Kernel.Actor) async throws -> [RecordReference] {
        try await database.read { transaction in
          let found = try FoundDossier.find(dossier.id, by: actor, in: transaction)
          return try DossierStoryScreen.read(found, before: nil, flows.directory, by: actor, in: transaction)
            .entries.map(\.record)
        }
      }
      #expect(try await story(Cast.officerInCharge).contains(.draft(draft)))
      #expect(try await !story(Cast.registryClerk).contains(.draft(draft)))
      #expect(try await story(Cast.registryClerk).contains(.dossier(dossier.id)))
    }
  }

  /// Hundreds of newer lines that the reader may not see are walked past.
  @Test func tellsWhatLiesBehindManyHiddenLines() async throws {
    try await withFiling { database in
      let dossier = try await database.open()
      let draft = try await database.write { transaction in
        var facts = DraftFacts(typeKey: "congVan")
        facts.subject = "V/v dự thảo riêng của Vụ"
        return try CreateDraft(facts).perform(by: Cast.officerInCharge, in: transaction)
      }
      try await database.file(.draft(draft), in: dossier.id)
      try await database.write { transaction in
        for _ in 0..<600 {
          try Audit.record(.dossierChanged(), on: .draft(draft), by: Cast.officerInCharge, in: transaction)
        }
      }
      let told = try await database.read { transaction in
        let found = try FoundDossier.find(dossier.id, by: Cast.registryClerk, in: transaction)
        return try DossierStoryScreen.read(found, before: nil, flows.directory, by: Cast.registryClerk, in: transaction)
      }
      #expect(told.entries.count == 2)
      #expect(told.entries.allSatisfy { $0.record == .dossier(dossier.id) })
    }
  }
}
