import Database
import Dossiers
import Jobs
import Kernel
import Organization
import TestSupport
import Testing

@testable import PaperStorage

/// Every state × every step × every role is either allowed or refused with a reason.
@Suite("PL6-55 LT-03 mượn hồ sơ giấy") struct LoanTests {
  private static let cast: [Kernel.Actor] = [
    Cast.archivist, Cast.leader, Cast.headOfOffice, Cast.officerInCharge, Cast.unitHead, Cast.officerOfAnotherUnit,
    Cast.registryClerk, Cast.clerkOfAnotherAgency,
  ]

  @Test(arguments: DossierLoan.State.allCases) func table(state: DossierLoan.State) async throws {
    try await withPapers { database in
      let own = try await database.storeOfAgency()
      let dossier = try await database.filed()
      try await database.put(dossier, in: own.box)
      let loan = try await database.ask(dossier)
      try await database.write { transaction in
        let isHanded = state == .out || state == .returned
        let isEnded = state == .declined || state == .returned
        let (number, end): (Int?, Instant?) = (isHanded ? 1 : nil, isEnded ? transaction.now : nil)
        try transaction.run(
          """
          UPDATE dossier_loans SET state = \(state), year = \(number.map { _ in 2026 }), number = \(number),
            ended_at = \(end) WHERE id = \(loan.id)
          """)
      }
      for actor in Self.cast {
        let seen = try? await database.read { try DossierLoanStore($0).find(loan.id, visibleTo: actor) }
        let isSeer = [Cast.archivist, Cast.leader, Cast.headOfOffice, Cast.officerInCharge].contains(actor)
        #expect((seen != nil) == isSeer, "\(actor.personName)")
        guard let seen else { continue }
        for step in DossierLoan.Step.allCases {
          let refusal = LoanAccess.refusal(of: step, by: actor, in: seen)
          let isHead = actor == Cast.leader || actor == Cast.headOfOffice
          let isAllowed =
            switch step {
            case .consent: isHead
            case .refuse: state == .waiting ? isHead : actor == Cast.archivist
            case .withdraw: actor == Cast.officerInCharge
            case .allow, .handOut, .giveBack: actor == Cast.archivist
            }
          let fits = DossierLoan.lifecycle[step]?.from.contains(state) == true
          #expect((refusal == nil) == (isAllowed && fits), "\(actor.personName), \(step), \(state)")
          #expect(refusal.map { $0.kind == (isAllowed ? .conflict : .forbidden) } ?? true, "\(step), \(state)")
        }
      }
    }
  }

  @Test("asked, lent, handed out under a number, given back in a condition; the box is whole again")
  func whole() async throws {
    try await withPapers { database in
      let own = try await database.storeOfAgency()
      let dossier = try await database.filed()
      let early = try await refused { _ = try await database.ask(dossier) }
      #expect(early?.kind == .conflict)
      try await database.put(dossier, in: own.box)
      for (until, reason, field) in [
        (today - 1, "x", PaperField.until), (today + 91, "x", PaperField.until), (nil, "x", PaperField.until),
        (today, " ", PaperField.reason),
      ] as [(Day?, String, String)] {
        let refusal = try await refused { _ = try await database.ask(dossier, until: until, reason: reason) }
        #expect(refusal?.messages(at: field).isEmpty == false)
      }
      let loan = try await database.lent(dossier)
      #expect(loan.name == "Phiếu mượn số 1/2026")
      let out = try await database.read { try DossierPaperStore($0).outCount(in: own.box.id) }
      #expect(out == 1)
      let moved = try await refused { try await database.put(dossier, in: own.other, reason: "Chuyển") }
      #expect(moved?.kind == .conflict)
      let unsaid = try await refused { try await database.take(.giveBack, loan) }
      #expect(unsaid?.messages(at: PaperField.condition).isEmpty == false)
      #expect(try await database.take(.giveBack, loan, words: "Đủ").state == .returned)
      let late = try await refused { try await database.take(.giveBack, loan, words: "Đủ") }
      #expect(late?.kind == .conflict)
      try await database.put(dossier, in: own.other, reason: "Chuyển")
      let printed = try await database.read {
        try PaperPrintReading(actor: Cast.leader, systemName: "Châu Bản", transaction: $0).register(2026)
      }
      #expect(printed.rows.map(\.first) == ["1"])
      #expect(printed.rows[0].last == "\(today.text), Đủ")
    }
  }

  @Test("never lent twice at a time, whoever asked first; a second asking of one person is told") func once()
    async throws
  {
    try await withPapers { database in
      let own = try await database.storeOfAgency()
      let dossier = try await database.filed()
      try await database.put(dossier, in: own.box)
      let first = try await database.ask(dossier)
      let refused1 = try await refused { _ = try await database.ask(dossier) }
      #expect(refused1?.kind == .conflict)
      let second = try await database.ask(dossier, by: Cast.unitHead)
      try await database.take(.allow, first)
      let taken = try await refused { try await database.take(.allow, second) }
      #expect(taken?.kind == .conflict)
      #expect(taken?.message.contains(first.borrowerName) == true)
      try await database.take(.withdraw, first, by: Cast.officerInCharge)
      try await database.take(.allow, second)
      // The constraint holds without the act's own look.
      #expect(
        await database.isBroken("UPDATE dossier_loans SET state = 'allowed', ended_at = NULL WHERE id = \(first.id)"))
      let refused2 = try await refused { try await database.take(.refuse, second) }
      #expect(refused2?.kind == .invalid)
      #expect(try await database.take(.refuse, second, words: "Đang sao chụp").state == .declined)
    }
  }

  @Test("a leader's word for who does not take part and for outsiders, and none for an open dossier")
  func consent() async throws {
    try await withPapers { database in
      let own = try await database.storeOfAgency()
      let (closed, open) = (try await database.filed(), try await database.filed("Mở", mode: .open))
      try await database.put(closed, in: own.box)
      try await database.put(open, in: own.box)
      #expect(try await database.ask(closed, by: Cast.registryClerk).state == .waiting)
      #expect(try await database.ask(closed).state == .asked)
      #expect(try await database.ask(closed, by: Cast.leader).state == .asked)
      #expect(try await database.ask(open, by: Cast.registryClerk).state == .asked)
      let outsider = AskLoan.Outsider(name: "Trần Văn Bình", organ: "Thanh tra Bộ", paper: "GGT 15 ngày 04/11/2026")
      let refused3 = try await refused { _ = try await database.ask(closed, for: outsider) }
      #expect(refused3?.kind == .forbidden)
      let bare = AskLoan.Outsider(name: "Trần Văn Bình", organ: "", paper: "")
      let unsaid = try await refused { _ = try await database.ask(closed, for: bare, by: Cast.archivist) }
      #expect(unsaid?.reasons.count == 2)
      let asked = try await database.ask(closed, for: outsider, by: Cast.archivist)
      #expect(asked.state == .waiting)
      let refused4 = try await refused { try await database.take(.allow, asked) }
      #expect(refused4?.kind == .conflict)
      #expect(try await database.take(.consent, asked, by: Cast.headOfOffice).state == .asked)
      let gone = try await refused { _ = try await database.ask(closed, by: Cast.clerkOfAnotherAgency) }
      #expect(gone?.kind == .notFound)
    }
  }

  @Test("who waits for what in «Việc của tôi»") func desk() async throws {
    try await withPapers { database in
      let own = try await database.storeOfAgency()
      let (one, two) = (try await database.filed(), try await database.filed("Hai"))
      for dossier in [one, two] { try await database.put(dossier, in: own.box) }
      _ = try await database.ask(one, by: Cast.registryClerk)
      _ = try await database.lent(two, until: today)
      func count(_ actor: Kernel.Actor) async throws -> Int {
        try await database.read { transaction in
          let count = try LoanDeskStore(transaction).waitingCountLater(for: actor).get()
          #expect(try LoanDeskStore(transaction).waiting(for: actor, limit: 10).count == count)
          return count
        }
      }
      #expect(try await count(Cast.leader) == 1)
      #expect(try await count(Cast.officerInCharge) == 1)
      #expect(try await count(Cast.archivist) == 0)
      #expect(try await count(Cast.registryClerk) == 0)
      try await database.write {
        try $0.run("UPDATE dossier_loans SET until_on = \(today - 1) WHERE state = 'out'")
      }
      #expect(try await count(Cast.archivist) == 1)
    }
  }

  @Test("before the day, on it and each week after, each once; the archive of what is late") func reminders()
    async throws
  {
    let clock = TestClock()
    try await withPapers(clock: clock) { database in
      let own = try await database.storeOfAgency()
      let dossier = try await database.filed()
      try await database.put(dossier, in: own.box)
      _ = try await database.lent(dossier, until: today + 10)
      func told(_ event: String) async throws -> Int {
        try await database.read {
          try $0.rows("SELECT COUNT(*) AS n FROM notifications WHERE event = \(event)")[0].get("n")
        }
      }
      for (days, borrower, archive) in [
        (7, 0, 0), (8, 1, 0), (9, 1, 0), (10, 2, 0), (11, 3, 1), (16, 3, 1), (17, 4, 2), (30, 5, 3),
      ] {
        clock.set(Instant(today + days, hour: 7, minute: 5))
        for _ in 0..<2 { try await database.write { _ = try RemindOfLoans.remind(after: nil, in: $0) } }
        #expect(try await told("loan.due") == borrower, "\(days)")
        #expect(try await told("loan.late") == archive, "\(days)")
      }
    }
  }

  @Test("what is lent is not destroyed; what is destroyed says nothing any more") func destruction() async throws {
    try await withPapers { database in
      let own = try await database.storeOfAgency()
      let dossier = try await database.filed()
      try await database.put(dossier, in: own.box)
      let loan = try await database.lent(dossier)
      let basis = DisposalBasis(agency: dossier.agency, decision: "Quyết định số 12/QĐ-TCĐC ngày 05/11/2026")
      let act = DestroyDossier(dossier.id, basis, matters: [DisposedPapers()])
      let kept = try await refused { try await database.write { _ = try act.begin(in: $0) } }
      #expect(kept?.message.contains("đang cho") == true)
      try await database.take(.giveBack, loan, words: "Đủ")
      let waiting = try await database.ask(dossier, reason: "Còn hỏi")
      try await database.write { _ = try act.begin(in: $0) }
      try await database.read { transaction in
        #expect(try DossierPaperStore(transaction).find(of: dossier.id) == nil)
        let rows = try transaction.rows("SELECT id, reason, words, state FROM dossier_loans ORDER BY id")
        #expect(try rows.allSatisfy { try $0.get("reason", as: String.self).isEmpty })
        #expect(try rows.allSatisfy { try $0.get("words", as: String.self).isEmpty })
        #expect(try rows.last?.get("id") == waiting.id)
        #expect(try rows.last?.get("state") == "declined")
      }
    }
  }
}
