import Database
import Kernel
import Organization
import Registers
import TestSupport
import Testing

@testable import OutgoingDocuments

@Suite("DI-02, DI-03 dãy số riêng") struct SeriesTests {
  private func lay(
    _ database: any Database, by actor: Actor = Cast.registryClerk,
    _ change: @escaping @Sendable (inout LaySeries) -> Void
  ) async throws -> OutgoingSeries {
    try await database.write { transaction in
      var act = LaySeries()
      (act.name, act.basis) = ("Sổ đăng ký quyết định", "Quyết định 01/QĐ")
      change(&act)
      return try act.perform(by: actor, in: transaction)
    }
  }

  @Test("by type: from the first of January once numbers were given") func byType() async throws {
    let clock = TestClock()
    try await withDesk(clock: clock) { database in
      let early = try await lay(database) { $0.typeKeys = ["quyetDinh", "chiThi"] }
      #expect(early.fromYear == 2026)
      #expect(try await database.number().codeText.hasPrefix("01/"))
      #expect(try await database.number { $0.facts.typeKey = "quyetDinh" }.codeText.hasPrefix("01/QĐ"))
      let late = try await lay(database) { act in
        (act.typeKeys, act.name) = (["thongBao"], "Sổ đăng ký thông báo")
      }
      #expect(late.fromYear == 2027)
      #expect(try await database.number { $0.facts.typeKey = "thongBao" }.codeText.hasPrefix("02/TB"))
      clock.set(Instant(Day(number: 20_819), hour: 9))
      #expect(try await database.number { $0.facts.typeKey = "thongBao" }.codeText.hasPrefix("01/TB"))
      #expect(try await database.check().allSatisfy(\.isWhole))
    }
  }

  @Test("a body counts for itself at once, under its own abbreviation") func ofABody() async throws {
    try await withDesk { database in
      try await database.number()
      let series = try await lay(database) { act in
        (act.bodyName, act.bodyAbbreviation, act.name) = ("Hội đồng Tư vấn khoáng sản", "HĐTV", "Sổ Hội đồng")
      }
      #expect(series.fromYear == 2026)
      let code = try await database.number { act in
        (act.facts.bodyName, act.facts.typeKey) = ("Hội đồng Tư vấn khoáng sản", "thongBao")
      }.codeText
      #expect(code == "01/TB-HĐTV")
    }
  }

  @Test("a type belongs to one series; only the registry lays them down") func refuses() async throws {
    try await withDesk { database in
      _ = try await lay(database) { $0.typeKeys = ["quyetDinh"] }
      await #expect(throws: Refusal.self) {
        _ = try await lay(database) { act in (act.typeKeys, act.name) = (["quyetDinh"], "Sổ khác") }
      }
      await #expect(throws: Refusal.self) { _ = try await lay(database, by: Cast.leader) { $0.typeKeys = ["chiThi"] } }
      await #expect(throws: Refusal.self) { _ = try await lay(database) { $0.name = "Sổ trống" } }
    }
  }

  @Test("given up, its documents take numbers of the main one from the next year on") func ends() async throws {
    let clock = TestClock()
    try await withDesk(clock: clock) { database in
      let series = try await lay(database) { $0.typeKeys = ["quyetDinh"] }
      _ = try await database.write { try EndSeries(series.id).perform(by: Cast.registryClerk, in: $0) }
      let now = try await database.number { $0.facts.typeKey = "quyetDinh" }
      #expect(now.bookTitle == "Sổ đăng ký quyết định năm 2026")
      clock.set(Instant(Day(number: 20_819), hour: 9))
      let then = try await database.number { $0.facts.typeKey = "quyetDinh" }
      #expect(then.bookTitle == "Sổ đăng ký văn bản đi năm 2027")
    }
  }
}
