import Access
import Audit
import Database
import Dossiers
import FilePlans
import Kernel
import Organization
import Papers
import TestSupport
import Testing

@testable import Archive

@Suite("HS-07 HS-08 đợt giao nộp hồ sơ") struct TransferTests {
  @Test("what cannot be handed over stays with its reason; the others are one transfer, numbered in the year")
  func eachByItself() async throws {
    try await withArchive { database in
      let (second, first) = (try await database.closed("2"), try await database.closed("1"))
      let short = try await database.closed("3", retention: .years(3))
      let outcome = try await database.submit([second, first, short])
      #expect(outcome.taken.count == 2)
      #expect(outcome.refusals.map(\.message).joined().contains("dưới 5 năm"))
      #expect(outcome.transfer.name == "Đợt 1/\(today.year)")
      #expect(try await database.dossier(short.id).state == .closed)
      let lines = try await database.lines(outcome.transfer)
      #expect(lines.map(\.title) == ["Hồ sơ 2", "Hồ sơ 1"])
      #expect(lines.pages == 6)
      let next = try await database.submit([try await database.closed("4")])
      #expect(next.transfer.number == 2)
    }
  }

  @Test("a dossier takes its closed parts along, short-lived ones too; none is taken over without the whole")
  func parts() async throws {
    try await withArchive { database in
      let whole = try await database.closed("1")
      let part = try await part(of: whole, in: database)
      let alone = await #expect(throws: Refusal.self) { try await database.submit([part]) }
      #expect(alone?.message.contains("nộp cùng hồ sơ chính 01.KS") == true)
      let outcome = try await database.submit([whole])
      #expect(outcome.taken.map(\.code.notation) == ["01.KS", "01.KS.01"])
      #expect(try await database.lines(outcome.transfer).map(\.title) == ["Hồ sơ 1", "Lô số 1"])
      try await database.decide(whole, .giveBack(reason: "Thiếu biên bản"))
      let early = await #expect(throws: Refusal.self) { try await database.decide(part, .accept(note: "Nhận.")) }
      #expect(early?.message.contains("hồ sơ chính chưa nộp") == true)
      _ = try await database.submit([whole])
      try await database.decide(part, .accept(note: "Nhận ngoài danh mục."))
      #expect(try await database.dossier(part.id).state == .archived)
    }
  }

  /// A closed part of a dossier, with what lay in the whole.
  private func part(of whole: Dossier, in database: any Database) async throws -> Dossier {
    try await database.write { transaction in
      let officer = Cast.officerInCharge
      let store = DossierStore(transaction)
      func close(_ id: Dossier.ID, _ retention: RetentionPeriod) throws -> Dossier {
        let version = try store.find(id, visibleTo: officer).version
        return try CloseDossier(id, retention: retention, endedOn: nil, isReviewed: true, formVersion: version)
          .perform(by: officer, flows: flows, in: transaction)
      }
      let version = try store.find(whole.id, visibleTo: officer).version
      _ = try ReopenDossier(whole.id, reason: "Thêm hồ sơ con", formVersion: version)
        .perform(by: officer, in: transaction)
      let part = try OpenSubDossier(of: whole.id, title: "Lô số 1", retention: .years(3))
        .perform(by: officer, in: transaction)
      let items = try DossierItemStore(transaction).list(of: whole.id, limit: 1)
      for record in items.compactMap(\.record) {
        _ = try FileIntoDossier(record, dossier: part.id).perform(by: officer, flows: flows, in: transaction)
      }
      _ = try close(part.id, .years(3))
      _ = try close(whole.id, .years(20))
      return part
    }
  }

  /// In every state of the part (it cannot be open: the whole closes after it): what waits comes back with the whole, what the archive took keeps both there, all else
  /// stays as it is.
  @Test(
    "a whole that is withdrawn takes its parts back, in one act",
    arguments: Dossier.State.allCases.filter { $0 != .open })
  func withdrawsWithItsParts(state: Dossier.State) async throws {
    try await withArchive { database in
      let whole = try await database.closed("1")
      let part = try await part(of: whole, in: database)
      let transfer = try await database.submit([whole]).transfer
      if state != .submitted {
        try await database.write { transaction in
          try transaction.run("UPDATE dossiers SET state = \(state) WHERE id = \(part.id)")
          try transaction.run(
            """
            UPDATE archive_transfer_lines SET outcome = 'returned', decided_at = \(transaction.now), decided_by = 'Lưu trữ'
            WHERE dossier_id = \(part.id)
            """)
        }
      }
      func withdraw() async throws {
        try await database.decide(whole, .withdraw(reason: "Bổ sung biên bản"), by: Cast.officerInCharge)
      }
      guard state != .archived else {
        let refusal = await #expect(throws: Refusal.self) { try await withdraw() }
        #expect(refusal?.kind == .conflict && refusal?.message.contains("Lưu trữ đã nhận hồ sơ con 01.KS.01") == true)
        #expect(try await database.dossier(whole.id).state == .submitted)
        #expect(try await database.lines(transfer).map(\.outcome) == [.waiting, .returned])
        return
      }
      try await withdraw()
      #expect(try await database.dossier(whole.id).state == .closed)
      #expect(try await database.dossier(part.id).state == (state == .submitted ? .closed : state))
      let outcomes = try await database.lines(transfer).map(\.outcome)
      #expect(outcomes == [.withdrawn, state == .submitted ? .withdrawn : .returned])
      #expect(try await database.found(transfer).settledAt != nil)
      let told = try await database.read { transaction in
        try [whole, part].map { dossier in
          try AuditStore(transaction).story(of: .dossier(dossier.id), limit: 50)
            .filter { $0.sentence?.contains("Bổ sung biên bản") == true }.count
        }
      }
      #expect(told == [1, state == .submitted ? 1 : 0])
    }
  }

  /// A part that somebody else makes comes back too; one that an order keeps keeps both there.
  @Test func comesBackWholeOrNotAtAll() async throws {
    try await withArchive { database in
      let whole = try await database.closed("1")
      let part = try await part(of: whole, in: database)
      _ = try await database.submit([whole])
      let other = Cast.officerOfAnotherUnit
      try await database.write { transaction in
        try transaction.run(
          "UPDATE dossiers SET maker_post = \(other.post), unit_id = \(other.unit) WHERE id = \(part.id)")
        try EndedDossierStore(transaction).setHold("Lệnh số 1", of: part.id)
      }
      func withdraw() async throws {
        try await database.decide(whole, .withdraw(reason: ""), by: Cast.officerInCharge)
      }
      let refusal = await #expect(throws: Refusal.self) { try await withdraw() }
      #expect(refusal?.message.contains("Lệnh số 1") == true)
      for dossier in [whole, part] { #expect(try await database.dossier(dossier.id).state == .submitted) }
      try await database.write { try EndedDossierStore($0).setHold(nil, of: part.id) }
      try await withdraw()
      for dossier in [whole, part] { #expect(try await database.dossier(dossier.id).state == .closed) }
    }
  }

  @Test func refusesNothingChosenAndWhatAnotherMayNotHandOver() async throws {
    try await withArchive { database in
      let none = await #expect(throws: Refusal.self) { try await database.submit([]) }
      #expect(none?.kind == .invalid)
      let dossier = try await database.closed()
      let stranger = await #expect(throws: Refusal.self) { try await database.submit([dossier], by: Cast.headOfOffice) }
      #expect(stranger?.kind == .forbidden)
      let gone = await #expect(throws: Refusal.self) {
        try await database.write {
          _ = try SubmitToArchive([ChosenDossier(dossier.id, version: 1)])
            .perform(by: Cast.clerkOfAnotherAgency, flows: flows, in: $0)
        }
      }
      #expect(gone?.kind == .notFound)
    }
  }

  @Test("the last decision ends the transfer; each line keeps what became of it") func ends() async throws {
    try await withArchive { database in
      let dossiers = [try await database.closed("1"), try await database.closed("2"), try await database.closed("3")]
      let transfer = try await database.submit(dossiers).transfer
      try await database.decide(dossiers[0], .accept(note: "Nhận ngoài danh mục."))
      try await database.decide(dossiers[1], .giveBack(reason: "Thiếu biên bản"))
      #expect(try await database.found(transfer).settledAt == nil)
      let early = TransferPrint.refusal(of: .minutes, transfer, try await database.lines(transfer))
      #expect(early?.kind == .conflict)
      try await database.decide(dossiers[2], .withdraw(reason: ""), by: Cast.officerInCharge)
      let settled = try await database.found(transfer)
      #expect(settled.settledAt != nil)
      #expect(settled.receiverName == Cast.archivist.titleOnRecord)
      let lines = try await database.lines(transfer)
      #expect(lines.map(\.outcome) == [.accepted, .returned, .withdrawn])
      #expect(lines.map(\.words) == ["Nhận ngoài danh mục.", "Thiếu biên bản", ""])
      #expect(TransferPrint.refusal(of: .minutes, settled, lines) == nil)
    }
  }

  @Test("what went back is handed over again in a transfer of its own; the first stays as it was")
  func again() async throws {
    try await withArchive { database in
      let dossier = try await database.closed()
      let first = try await database.submit([dossier]).transfer
      try await database.decide(dossier, .giveBack(reason: "Thiếu biên bản"))
      let second = try await database.submit([dossier]).transfer
      #expect(second.number == first.number + 1)
      try await database.decide(dossier, .accept(note: "Ngoài danh mục"))
      #expect(try await database.lines(first).map(\.outcome) == [.returned])
      #expect(try await database.lines(second).map(\.outcome) == [.accepted])
      let last = try await database.read {
        try ArchiveTransferStore($0).last(of: dossier.id, visibleTo: Cast.archivist)
      }
      #expect(last?.id == second.id)
    }
  }

  @Test(
    "both sides and who answers for the filing see a transfer; nobody else",
    arguments: [
      (Cast.officerInCharge, true), (Cast.unitHead, true), (Cast.archivist, true), (Cast.leader, true),
      (Cast.headOfOffice, true), (Cast.officerOfAnotherUnit, false), (Cast.clerkOfAnotherAgency, false),
    ])
  func visibility(actor: Kernel.Actor, sees: Bool) async throws {
    try await withArchive { database in
      let transfer = try await database.submit([try await database.closed()]).transfer
      let seen = try await database.read { try ArchiveTransferStore($0).list(.newest, limit: 5, visibleTo: actor) }
      #expect(seen.map(\.id) == (sees ? [transfer.id] : []))
    }
  }
}

@Suite("HS-07 mục lục và biên bản nộp lưu") struct TransferPrintTests {
  private func line(_ position: Int, _ outcome: ArchiveTransferLine.Outcome = .accepted) -> ArchiveTransferLine {
    ArchiveTransferLine(
      position: position, dossier: Dossier.ID(Int64(position)), year: 2026, notation: "0\(position).KS",
      title: "Hồ sơ \(position)", startedOn: today - 100, endedOn: today - 10, retention: .permanent, itemCount: 4,
      fileCount: 5, pageTotal: 12, outcome: outcome, words: outcome == .accepted ? "" : "Thiếu")
  }

  private let transfer = ArchiveTransfer(
    id: ArchiveTransfer.ID(1), agency: AgencyID(11), year: 2026, number: 3, unit: UnitID(105),
    unitName: "Vụ Khoáng sản",
    agencyName: "Tổng cục", superiorName: "Bộ", placeName: "Hà Nội", giverPost: PostID(1009),
    giverName: "Bùi Quốc Khánh, Chuyên viên", submittedAt: TestClock().now,
    receiverName: "Ngô Thị Kim Liên, Lưu trữ viên", settledAt: TestClock().now)

  private func words(_ form: PrintedForm) -> String { "\(form)" }

  @Test("seven columns, only what is handed over, the number in words") func list() {
    let print = TransferPrint(
      transfer: transfer, lines: [line(1), line(2, .returned), line(3, .waiting)], provenance: "")
    let said = words(print.form(.list))
    #expect(TransferListForm.heads.count == 7)
    for text in ["MỤC LỤC HỒ SƠ, TÀI LIỆU NỘP LƯU", "01.KS", "03.KS", "Vĩnh viễn", "Viết bằng chữ: hai hồ sơ"] {
      #expect(said.contains(text), "\(text)")
    }
    #expect(!said.contains("02.KS"))
  }

  @Test("both sides, dossiers and files in them in figures and words, of what was taken over") func minutes() {
    let print = TransferPrint(transfer: transfer, lines: [line(1), line(2), line(3, .returned)], provenance: "")
    let said = words(print.form(.minutes))
    for text in [
      "BÊN GIAO: Vụ Khoáng sản", "Ngô Thị Kim Liên", "Tổng số hồ sơ: 2 (bằng chữ: hai), 24 trang",
      "Tổng số tệp tin trong hồ sơ: 10 (bằng chữ: mười)", "hai bản",
    ] { #expect(said.contains(text), "\(text)") }
  }
}
