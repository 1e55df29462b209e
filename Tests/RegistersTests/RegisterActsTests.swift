import Database
import Kernel
import Organization
import Registers
import Synchronization
import Testing

@Suite("DEN-08 mở sổ ở số cho trước") struct OpenRegisterTests {
  @Test func numbersGoOnAfterThePaperBook() async throws {
    try await withBooks { books, _ in
      let book = try await books.open(
        OpenRegister(.incoming, year: 2026, paperThrough: 1247, reason: "sổ giấy đến số 1247"))
      let taken = try await books.take(1)
      #expect(taken.number == 1248)
      let check = try await books.check(book.id)
      #expect(check.paper == 1...1247 && check.isWhole && check.first == 1248)
      #expect(check.sentences.first == "Từ số 1 đến số 1247 ghi trong sổ giấy.")
    }
  }

  @Test(arguments: [
    (OpenRegister(.incoming, year: 2026, paperThrough: 5), "ly-do"),
    (OpenRegister(.incoming, year: 2027), "nam"),
    (OpenRegister(.incoming, year: 2024), "nam"),
    (OpenRegister(.incoming, year: 2026, paperThrough: -1, reason: "x"), "so-giay"),
    (OpenRegister(.incoming, year: 2026, name: String(repeating: "sổ ", count: 50)), "ten-so"),
  ]) func whatCannotBeIsRefusedAtItsField(act: OpenRegister, field: String) async throws {
    try await withBooks { books, _ in
      let refusal = await #expect(throws: Refusal.self) { try await books.open(act) }
      #expect(refusal?.reasons.map(\.field) == [field])
    }
  }

  @Test func aBookThatGaveNumbersBeginsNowhereElse() async throws {
    try await withBooks { books, _ in
      let act = OpenRegister(.incoming, year: 2026, paperThrough: 10, reason: "sổ giấy đến số 10")
      try await books.open(OpenRegister(.incoming, year: 2026))
      try await books.open(act)
      try await books.take(1)
      await #expect(throws: Refusal.self) { try await books.open(act) }
      #expect(try await books.take(2).number == 12)
    }
  }
}

@Suite("DI-01 số đã cấp chỉ hủy, không thu lại") struct CancelNumberTests {
  /// Remembers what it was told.
  final class Listener: RegisterContents {
    let told = Mutex<[RecordReference]>([])

    func rows(
      ofBookOf agency: AgencyID, _ entries: [RegisterEntry], in transaction: any Transaction
    ) throws -> [RecordReference: RegisterRow] { [:] }

    func numberWasCancelled(
      of record: RecordReference, reason: String, by actor: Actor, in transaction: any Transaction
    ) throws {
      told.withLock { $0.append(record) }
    }
  }

  @Test func theLineStaysAndTheNumberIsNotGivenAgain() async throws {
    try await withBooks { books, _ in
      let taken = try await books.take(7)
      let listener = Listener()
      try await books.cancel(1, in: taken.book, telling: listener)
      #expect(listener.told.withLock { $0 } == [RecordReference(code: "example", number: 7)])
      #expect(try await books.take(8).number == 2)
      let check = try await books.check(taken.book)
      #expect(check.cancelled.map(\.number) == [1] && check.cancelled.map(\.reason) == ["Gửi nhầm cơ quan"])
      #expect(check.count == 2 && check.validCount == 1 && check.isWhole)
      let story = try await books.story(of: RecordReference(code: "example", number: 7))
      #expect(story == ["hủy số đến 1 của Sổ đăng ký văn bản đến năm 2026, lý do: Gửi nhầm cơ quan"])
    }
  }

  @Test func reasonClerkAndBookAreNeeded() async throws {
    try await withBooks { books, _ in
      let taken = try await books.take(1)
      let kinds = [
        try await refusal { try await books.cancel(1, in: taken.book, reason: "  ") },
        try await refusal { try await books.cancel(1, in: taken.book, by: Cast.leader) },
        try await refusal { try await books.cancel(1, in: taken.book, by: Cast.clerkOfAnotherAgency) },
        try await refusal { try await books.cancel(2, in: taken.book) },
      ]
      #expect(kinds == [.invalid, .forbidden, .notFound, .notFound])
      try await books.cancel(1, in: taken.book)
      #expect(try await refusal { try await books.cancel(1, in: taken.book) } == .conflict)
    }
  }

  func refusal(_ body: () async throws -> Void) async throws -> Refusal.Kind? {
    do { try await body() } catch let refusal as Refusal { return refusal.kind }
    return nil
  }
}

@Suite("DEN-01 ai xem được sổ") struct RegistersAccessTests {
  @Test(arguments: [
    (Cast.registryClerk, true), (Cast.secondClerk, true), (Cast.leader, true), (Cast.headOfOffice, true),
    (Cast.officerInCharge, false), (Cast.unitHead, false), (Cast.administrator, false),
    (Cast.clerkOfAnotherAgency, false), (Cast.leaderOfAnotherAgency, false),
  ]) func onlyWhoSeesEveryDocumentOfTheAgency(actor: Actor, may: Bool) async throws {
    try await withBooks { books, _ in
      let taken = try await books.take(1)
      #expect(try await books.all(as: actor).isEmpty != may)
      let seen = try? await books.check(taken.book, as: actor)
      #expect((seen != nil) == may)
    }
  }
}

@Suite("Kiểm sổ") struct RegisterCheckTests {
  @Test func damageIsFound() async throws {
    try await withBooks { books, _ in
      for record in 1...Int64(9) { try await books.take(record) }
      let book = try #require(try await books.all().first)
      #expect(try await books.check(book.id).holes == [])
      try await books.database.write { _ = try $0.run("DELETE FROM register_entries WHERE number IN (1, 4, 5, 9)") }
      let check = try await books.check(book.id)
      #expect(check.holes == [1...1, 4...5, 9...9])
      #expect(check.sentences.last == "Có số khuyết: 1, 4–5, 9. Báo ngay quản trị hệ thống.")
    }
  }

  @Test func theSameNumberCannotBeWrittenTwice() async throws {
    try await withBooks { books, _ in
      let taken = try await books.take(1)
      await #expect(throws: DatabaseFault.constraint(name: "register_entries_number")) {
        try await books.database.write { transaction in
          _ = try transaction.run(
            """
            INSERT INTO register_entries (register_id, number, record_code, record_number, day, month, taken_at)
            VALUES (\(taken.book), 1, 'example', 2, '2026-11-05', '2026-11', 0)
            """)
        }
      }
    }
  }
}
