import Access
import Database
import FilePlans
import FileVault
import Kernel
import Organization
import TestSupport
import Testing

@testable import Dossiers

/// Steps on the way to the archive, as they stand in the database.
enum Submitted {
  static func version(_ id: Dossier.ID, in transaction: any Transaction) throws -> Int {
    try DossierStore(transaction).find(id, visibleTo: Cast.officerInCharge).version
  }

  @discardableResult static func submit(_ id: Dossier.ID, in transaction: any Transaction) throws -> Dossier {
    try SubmitDossier(id, formVersion: version(id, in: transaction))
      .perform(by: Cast.officerInCharge, flows: flows, in: transaction)
  }

  @discardableResult static func accept(
    _ id: Dossier.ID, note: String = "Nhận như hiện có.", in transaction: any Transaction
  ) throws -> Dossier {
    try AcceptDossier(id, note: note, formVersion: version(id, in: transaction))
      .perform(by: Cast.archivist, flows: flows, in: transaction)
  }
}

extension Database {
  /// Opened and closed by the officer, with one letter in it.
  func closed(_ retention: RetentionPeriod = .years(20), endedOn: Day? = nil, _ number: String = "152") async throws
    -> (dossier: Dossier, letter: RecordReference)
  {
    let letter = try await letter(number)
    let dossier = try await open(
      .example("Hồ sơ \(number)", day: TestClock().now.day - 30), records: [letter])
    let closed = try await write {
      try CloseDossier(
        dossier.id, retention: retention, endedOn: endedOn, isReviewed: true, formVersion: dossier.version
      ).perform(by: Cast.officerInCharge, flows: flows, in: $0)
    }
    return (try await self.dossier(closed.id), letter)
  }
}

@Suite("HS-08 HS-09 nộp lưu, nhận, trả lại hồ sơ") struct ArchivingTests {
  @Test func whatIsKeptShorterStaysWithTheUnit() async throws {
    try await withFiling { database in
      let short = try await database.closed(.years(3)).dossier
      #expect(short.archiving.limitOn == nil)
      let refusal = await #expect(throws: Refusal.self) {
        try await database.write { _ = try Submitted.submit(short.id, in: $0) }
      }
      #expect(refusal?.kind == .conflict)
      #expect(refusal?.message.contains("dưới 5 năm") == true)
      #expect(try await database.dossier(short.id).state == .closed)
    }
  }

  @Test("what lies in it is shown to the archive from the submission on, and no longer once it goes back")
  func rights() async throws {
    try await withFiling { database in
      let (dossier, letter) = try await database.closed()
      #expect(try await database.sees(.dossier(dossier.id), Cast.archivist))
      #expect(try await !database.sees(letter, Cast.archivist))
      try await database.write { _ = try Submitted.submit(dossier.id, in: $0) }
      #expect(try await database.sees(letter, Cast.archivist))
      #expect(try await database.dossier(dossier.id).state == .submitted)
      try await database.write { transaction in
        let version = try Submitted.version(dossier.id, in: transaction)
        _ = try WithdrawDossier(dossier.id, formVersion: version).perform(by: Cast.officerInCharge, in: transaction)
      }
      #expect(try await !database.sees(letter, Cast.archivist))
      #expect(try await database.sees(.dossier(dossier.id), Cast.archivist))
      #expect(try await database.dossier(dossier.id).archiving.submittedAt == nil)
    }
  }

  @Test func theReasonOfAReturnStandsUntilItIsSubmittedAgain() async throws {
    try await withFiling { database in
      let (dossier, _) = try await database.closed()
      func giveBack(_ reason: String) async throws {
        try await database.write { transaction in
          let version = try Submitted.version(dossier.id, in: transaction)
          _ = try GiveBackDossier(dossier.id, reason: reason, formVersion: version)
            .perform(by: Cast.archivist, in: transaction)
        }
      }
      try await database.write { _ = try Submitted.submit(dossier.id, in: $0) }
      let unsaid = await #expect(throws: Refusal.self) { try await giveBack(" ") }
      #expect(unsaid?.messages(at: DossierField.reason).isEmpty == false)
      try await giveBack("Thiếu biên bản nghiệm thu")
      let returned = try await database.dossier(dossier.id)
      #expect(returned.state == .closed)
      #expect(returned.archiving.returnReason == "Thiếu biên bản nghiệm thu")
      #expect(returned.archiving.returnedBy == Cast.archivist.titleOnRecord)
      try await database.write { _ = try Submitted.submit(dossier.id, in: $0) }
      #expect(try await database.dossier(dossier.id).archiving.returnReason.isEmpty)
    }
  }

  @Test func whatDiffersIsTakenOnlyWithAWordAboutIt() async throws {
    try await withFiling { database in
      let (dossier, letter) = try await database.closed()
      try await database.write { _ = try Submitted.submit(dossier.id, in: $0) }
      let refusal = await #expect(throws: Refusal.self) {
        try await database.write { _ = try Submitted.accept(dossier.id, note: " ", in: $0) }
      }
      #expect(refusal?.messages(at: DossierField.note).first?.contains("không nằm trong danh mục") == true)
      let accepted = try await database.write { try Submitted.accept(dossier.id, in: $0) }
      #expect(accepted.state == .archived)
      #expect(accepted.archiving.archivedBy == Cast.archivist.titleOnRecord)
      #expect(try await database.sees(letter, Cast.officerInCharge))
      #expect(try await database.sees(letter, Cast.archivist))
    }
  }

  @Test func aStalePageChangesNothing() async throws {
    try await withFiling { database in
      let (dossier, _) = try await database.closed()
      try await database.write { _ = try Submitted.submit(dossier.id, in: $0) }
      let refusal = await #expect(throws: Refusal.self) {
        try await database.write {
          _ = try AcceptDossier(dossier.id, note: "x", formVersion: dossier.version)
            .perform(by: Cast.archivist, flows: flows, in: $0)
        }
      }
      #expect(refusal?.kind == .conflict)
      #expect(try await database.dossier(dossier.id).state == .submitted)
    }
  }
}

@Suite("HS-06 hạn nộp lưu") struct TransferTermsTests {
  private static let day = Day(year: 2026, month: 11, day: 30) ?? Day(number: 0)

  @Test(
    "the law's own terms, the last day of a short month, nobody aims past the limit",
    arguments: [
      (DossierFacts.Kind.general, TransferTerms(), "2027-01-29", "2027-11-30"),
      (.construction, TransferTerms(), "2027-01-29", "2027-02-28"),
      (
        .construction, TransferTerms(targetDays: 90, limitMonths: 12, constructionMonths: 1, confirmDays: 60),
        "2026-12-30", "2026-12-30"
      ),
    ])
  func days(kind: DossierFacts.Kind, terms: TransferTerms, target: String, limit: String) {
    let days = terms.days(workEnded: Self.day, kind)
    #expect(days.target.isoText == target)
    #expect(days.limit.isoText == limit)
  }

  @Test func newTermsReachWhatIsNotHandedOverYet() async throws {
    try await withFiling { database in
      let today = TestClock().now.day
      let (first, _) = try await database.closed(endedOn: today - 3)
      let (kept, _) = try await database.closed(endedOn: today - 3, "153")
      #expect(first.archiving.targetOn == today - 3 + 60)
      try await database.write { _ = try KeepDossier(kept.id, until: today + 500).perform(by: Cast.leader, in: $0) }
      let terms = TransferTerms(targetDays: 10, limitMonths: 2, constructionMonths: 1, confirmDays: 30)
      let refused = await #expect(throws: Refusal.self) {
        try await database.write { try SetTransferTerms(terms, formVersion: 0).perform(by: Cast.unitHead, in: $0) }
      }
      #expect(refused?.kind == .forbidden)
      try await database.write { try SetTransferTerms(terms, formVersion: 0).perform(by: Cast.archivist, in: $0) }
      let stale = await #expect(throws: Refusal.self) {
        try await database.write { try SetTransferTerms(terms, formVersion: 0).perform(by: Cast.archivist, in: $0) }
      }
      #expect(stale?.kind == .conflict)
      let changed = try await database.dossier(first.id)
      #expect(changed.archiving.targetOn == today - 3 + 10)
      #expect(changed.archiving.limitOn == terms.days(workEnded: today - 3, .general).limit)
      #expect(try await database.dossier(kept.id).archiving.limitOn == today + 500)
    }
  }
}
