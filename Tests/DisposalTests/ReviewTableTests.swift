import Database
import FilePlans
import Kernel
import Organization
import TestSupport
import Testing

@testable import Disposal
@testable import Dossiers

/// Every state × every step × every role of the cast is either allowed or refused with a reason.
@Suite("LT-03 ai làm gì với đợt xét hủy") struct ReviewTableTests {
  private static let council: [CouncilMember] = [
    .init(post: Cast.deputyLeader.post, name: "", role: .chair),
    .init(post: Cast.archivist.post, name: "", role: .secretary),
    .init(post: Cast.unitHead.post, name: "", role: .member),
  ]

  /// The steps each may take, and in which states.
  private static let expected: [(Kernel.Actor, [DisposalReview.Step])] = [
    (Cast.archivist, [.fill, .takeOut, .appoint, .submit, .speak, .withdraw, .destroy, .cancel]),
    (Cast.leader, [.decide]), (Cast.deputyLeader, [.decide, .speak]), (Cast.unitHead, [.speak]),
    (Cast.headOfOffice, []), (Cast.officerInCharge, []), (Cast.registryClerk, []), (Cast.administrator, []),
    (Cast.leaderOfAnotherAgency, []),
  ]

  private static let states: [DisposalReview.State: Set<DisposalReview.Step>] = [
    .draft: [.fill, .takeOut, .appoint, .submit, .cancel], .council: [.takeOut, .speak, .withdraw, .decide, .cancel],
    .approved: [.destroy], .destroying: [], .destroyed: [], .cancelled: [],
  ]

  private static func review(_ state: DisposalReview.State, madeBy actor: Kernel.Actor = Cast.archivist)
    -> DisposalReview
  {
    DisposalReview(
      id: .init(1), agency: ExampleBody.generalDepartment, year: 2026, number: 1, name: "Đợt", state: state,
      makerAccount: actor.account, makerPost: actor.post, madeBy: "", madeAt: Instant(ExampleBody.start), version: 1)
  }

  @Test(arguments: DisposalReview.State.allCases) func holds(state: DisposalReview.State) throws {
    for (actor, steps) in Self.expected {
      for step in DisposalReview.Step.allCases {
        let refusal = DisposalAccess.refusal(of: step, by: actor, in: Self.review(state), Self.council)
        let fits = try #require(Self.states[state]).contains(step)
        #expect((refusal == nil) == (steps.contains(step) && fits), "\(actor.personName), \(step), \(state)")
        if let refusal {
          #expect(refusal.kind == (steps.contains(step) ? .conflict : .forbidden), "\(actor.personName), \(step)")
          #expect(refusal.message.hasSuffix("."))
        }
      }
    }
  }

  @Test("whoever made the list does not decide on it, leader or not") func twoPeople() {
    let own = Self.review(.council, madeBy: Cast.leader)
    let refusal = DisposalAccess.refusal(of: .decide, by: Cast.leader, in: own, Self.council)
    #expect(refusal?.kind == .forbidden)
    #expect(DisposalAccess.refusal(of: .decide, by: Cast.deputyLeader, in: own, Self.council) == nil)
  }
}

@Suite("LT-03 đợt xét hủy: lập, xét, quyết định") struct ReviewFlowTests {
  private func refusal(_ body: () async throws -> Void) async -> Refusal? {
    do {
      try await body()
      return nil
    } catch let refusal as Refusal {
      return refusal
    } catch {
      Issue.record(error)
      return nil
    }
  }

  @Test("a list is decided when all have spoken and nothing is contested; then it is frozen") func decided()
    async throws
  {
    try await withDisposing { database in
      let dossiers = [try await database.ended("Một"), try await database.ended("Hai"), try await database.ended("Ba")]
      let id = try await database.submitted(with: dossiers)
      let silent = await refusal { _ = try await database.decide(id) }
      #expect(silent?.message.contains("Chưa cho ý kiến") == true)
      try await database.write {
        try SpeakInCouncil(id, .keep(dossiers[0].id, reason: "còn khiếu nại")).perform(by: Cast.unitHead, in: $0)
      }
      try await database.agree(id)
      let contested = await refusal { _ = try await database.decide(id) }
      #expect(contested?.message.contains(dossiers[0].code.text) == true)
      let version = try await database.review(id).version
      _ = try await database.write {
        try TakeOutOfReview(
          dossiers[0].id, of: id, reason: "còn khiếu nại", retention: .years(20), formVersion: version
        ).perform(by: Cast.archivist, in: $0)
      }
      #expect(try await database.dossier(dossiers[0].id).facts.retention == .years(20))
      #expect(try await !database.expired().contains(dossiers[0].id))
      let approved = try await database.decide(id)
      #expect(approved.state == .approved && approved.decision?.text.contains("12/QĐ-TCĐC") == true)
      let frozen = await refusal {
        _ = try await database.write {
          try TakeOutOfReview(dossiers[1].id, of: id, reason: "x", formVersion: approved.version).perform(
            by: Cast.archivist, in: $0)
        }
      }
      #expect(frozen?.kind == .conflict && frozen?.message.contains("danh mục đã chốt") == true)
    }
  }

  @Test("what is not over, held, or in another list does not come in; an old form is refused") func refused()
    async throws
  {
    try await withDisposing { database in
      let (young, over) = (try await database.ended(in: 2024), try await database.ended())
      let first = try await database.begun(with: [over])
      let second = try await database.begun()
      func fill(_ dossier: Dossier, _ version: Int = 1) async -> Refusal? {
        await refusal {
          _ = try await database.write {
            try FillReview(second, .some([dossier.id]), formVersion: version).perform(by: Cast.archivist, in: $0)
          }
        }
      }
      #expect(await fill(young)?.message.contains("31/12/2034") == true)
      #expect(await fill(over)?.message.contains("Chưa chọn") == true)
      let held = try await database.ended()
      try await database.write { try EndedDossierStore($0).setHold("Lệnh số 1", of: held.id) }
      #expect(await fill(held)?.message.contains("Lệnh số 1") == true)
      #expect(await fill(try await database.ended(), 7)?.kind == .conflict)
      try await database.write {
        try EndReview(first, .cancel, reason: "lập nhầm", formVersion: 2).perform(by: Cast.archivist, in: $0)
      }
      #expect(await fill(over) == nil, "what was given up may come into another list")
      #expect(try await database.review(first).codeText == "XH-01/2026")
    }
  }

  @Test("others do not see it; the council does") func seen() async throws {
    try await withDisposing { database in
      let id = try await database.submitted(with: [try await database.ended()])
      for actor in [Cast.officerInCharge, Cast.leaderOfAnotherAgency, Cast.registryClerk] {
        await #expect(throws: DisposalReviewStore.missing, "\(actor.personName)") {
          try await database.read { _ = try FoundReview.find(id, by: actor, in: $0) }
        }
      }
      for actor in [Cast.unitHead, Cast.deputyLeader, Cast.headOfOffice, Cast.leader] {
        _ = try await database.read { try FoundReview.find(id, by: actor, in: $0) }
      }
    }
  }
}
