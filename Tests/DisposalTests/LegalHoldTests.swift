import Database
import FilePlans
import Kernel
import Organization
import TestSupport
import Testing
import Work

@testable import Disposal
@testable import Dossiers

@Suite("PL6-97 giữ nguyên theo lệnh") struct LegalHoldTests {
  private func lay(_ codes: String, _ number: Int = 12, in database: any Database) async throws -> LegalHold {
    try await database.write { transaction in
      try LayHold(
        issuer: "Thanh tra Bộ", code: "Quyết định số \(number)/QĐ-TTr", orderedOn: transaction.now.day,
        reason: "thanh tra", until: nil, codes: codes
      ).perform(by: Cast.archivist, in: transaction).hold
    }
  }

  @Test("no step of any state goes round an order, but sharing", arguments: Dossier.State.allCases)
  func everyStep(state: Dossier.State) async throws {
    try await withDisposing { database in
      let dossier =
        state == .open ? try await database.open() : try await database.ended(retention: .years(3), state: state)
      try await database.write { try EndedDossierStore($0).setHold("Lệnh số 1", of: dossier.id) }
      let found = try await database.dossier(dossier.id)
      for step in Dossier.Step.allCases where !Dossier.stepsUnderHold.contains(step) {
        #expect(found.obstacle(to: step)?.message.contains("Lệnh số 1") == true, "\(step)")
      }
      #expect(found.destructionRefusal?.message.contains("Lệnh số 1") == true)
      #expect(Dossier.stepsUnderHold == [.share, .handOver])
    }
  }

  @Test("acts are refused while it stands, and go on when it is lifted") func acts() async throws {
    try await withDisposing { database in
      let dossier = try await database.open()
      let other = try await database.open("Hồ sơ khác")
      _ = try await database.write {
        let change = try ProposeRightsChange(dossier.id, .add(.post(Cast.unitClerk.post), as: .contributor)).perform(
          by: Cast.officerInCharge, flows: flows, in: $0)
        return try DecideRightsChange(change.id, of: dossier.id, .confirm, formVersion: 1).perform(
          by: Cast.unitHead, flows: flows, in: $0)
      }
      let hold = try await lay("\(dossier.code.text)\n\(other.code.text)", in: database)
      let acts: [(String, @Sendable (any Transaction) throws -> Void)] = [
        (
          "note",
          { try WriteDossierNote(dossier.id, text: "x", isFinal: true).perform(by: Cast.officerInCharge, in: $0) }
        ),
        (
          "change",
          {
            _ = try ChangeDossier(
              dossier.id, .init(title: "Khác", retention: .years(5), startedOn: dossier.facts.startedOn), formVersion: 1
            )
            .perform(by: Cast.officerInCharge, in: $0)
          }
        ),
        (
          "unshare",
          {
            _ = try ProposeRightsChange(dossier.id, .end(.post(Cast.unitClerk.post))).perform(
              by: Cast.officerInCharge, flows: flows, in: $0)
          }
        ),
        (
          "share less",
          {
            _ = try ProposeRightsChange(dossier.id, .role(.post(Cast.unitClerk.post), .reader)).perform(
              by: Cast.officerInCharge, flows: flows, in: $0)
          }
        ),
      ]
      for (name, act) in acts {
        let (mark, words) = try await database.tried(act)
        #expect(mark == "." && words.contains("12/QĐ-TTr"), "\(name): \(words)")
      }
      let more = try await database.tried {
        _ = try ProposeRightsChange(dossier.id, .add(.post(Cast.officerOfAnotherUnit.post), as: .reader)).perform(
          by: Cast.officerInCharge, flows: flows, in: $0)
      }
      #expect(more.mark == "+", "sharing takes nothing away")
      let unreasoned = try await database.tried {
        _ = try LiftHold(hold.id, reason: " ", formVersion: 1).perform(by: Cast.archivist, in: $0)
      }
      #expect(unreasoned.mark == "!")
      _ = try await database.write {
        try LiftHold(hold.id, reason: "hết thanh tra", formVersion: 1).perform(by: Cast.leader, in: $0)
      }
      #expect(try await database.dossier(dossier.id).hold == nil)
      #expect(try await database.tried(acts[0].1).mark == "+")
    }
  }

  @Test("two orders: the one that stands keeps what both named") func two() async throws {
    try await withDisposing { database in
      let dossier = try await database.open()
      let first = try await lay(dossier.code.text, 1, in: database)
      let second = try await lay(dossier.code.text, 2, in: database)
      #expect(try await database.dossier(dossier.id).hold?.contains("số 2/") == true)
      _ = try await database.write {
        try LiftHold(second.id, reason: "xong", formVersion: 1).perform(by: Cast.archivist, in: $0)
      }
      #expect(try await database.dossier(dossier.id).hold?.contains("số 1/") == true)
      _ = try await database.write {
        try LiftHold(first.id, reason: "xong", formVersion: 1).perform(by: Cast.archivist, in: $0)
      }
      #expect(try await database.dossier(dossier.id).hold == nil)
    }
  }

  @Test("who may: the archive, leaders, head of office of the agency") func who() async throws {
    try await withDisposing { database in
      let code = try await database.open().code.text
      let acts: [(name: String, perform: @Sendable (Kernel.Actor, any Transaction) throws -> Void)] = [
        (
          "lay",
          { actor, transaction in
            _ = try LayHold(
              issuer: "Thanh tra Bộ", code: "QĐ 1", orderedOn: transaction.now.day, reason: "thanh tra", until: nil,
              codes: code
            ).perform(by: actor, in: transaction)
          }
        )
      ]
      let cast = [
        Cast.archivist, Cast.leader, Cast.headOfOffice, Cast.unitHead, Cast.officerInCharge, Cast.registryClerk,
        Cast.administrator, Cast.leaderOfAnotherAgency,
      ]
      #expect(try await database.table(acts, by: cast) == "lay       +++----!")
    }
  }

  @Test("codes that are not there are named, nothing is held") func unknown() async throws {
    try await withDisposing { database in
      let dossier = try await database.open()
      let (mark, words) = try await database.tried { transaction in
        _ = try LayHold(
          issuer: "Tòa án", code: "Lệnh 3", orderedOn: transaction.now.day, reason: "x", until: nil,
          codes: "\(dossier.code.text), 2026.99.KHONG"
        ).perform(by: Cast.archivist, in: transaction)
      }
      #expect(mark == "!" && words.contains("2026.99.KHONG"))
      #expect(try await database.dossier(dossier.id).hold == nil)
    }
  }
}
