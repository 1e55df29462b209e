import Database
import Foundation
import Kernel
import Organization
import TestSupport
import Testing

@testable import FilePlans
@testable import Papers

/// A sheet as Excel would have given it.
func sheet(_ rows: [[String]]) -> PlanSheet {
  PlanSheet(
    ReadSheet(
      rows: rows.enumerated().map { index, cells in
        .init(
          number: index + 1,
          cells: Dictionary(
            uniqueKeysWithValues: cells.enumerated().filter { !$0.element.isEmpty }.map {
              ($0.offset, ReadSheet.Value.text($0.element))
            }))
      }))
}

private let heads = [
  "Số và ký hiệu hồ sơ", "Tên đề mục và tiêu đề hồ sơ", "Thời hạn bảo quản", "Người lập hồ sơ", "Ghi chú",
]

private let decreeForm = [
  ["DANH MỤC HỒ SƠ", "", "", "", ""], ["Năm 2025", "", "", "", ""], heads, ["(1)", "(2)", "(3)", "(4)", "(5)"],
  ["", "I. TỔ CHỨC CÁN BỘ", "", "", ""], ["", "1. Tuyển dụng", "", "", ""],
  ["01.TCCB", "Hồ sơ tuyển dụng", "20 năm", "Vụ Tổ chức cán bộ", ""],
  ["", "II. Khoáng sản (KS)", "", "", ""], ["02.KS", "Cấp phép thăm dò", "vv", "bùi quốc khánh", "cả bản giấy"],
  ["03.KS", "Kiểm tra", "10", "KS", ""], ["", "Bản danh mục này có 3 hồ sơ, bao gồm:", "", "", ""],
  ["", "1 hồ sơ bảo quản vĩnh viễn", "", "", ""],
]

@Suite("HS-01 PL6-41 nhập danh mục hồ sơ từ tệp Excel") struct PlanImportTests {
  private func keep(
    _ sheet: PlanSheet, _ plan: FilePlan, in database: any Database, by actor: Actor = Cast.archivist
  ) async throws -> PlanImport.ID {
    try await database.write { transaction in
      let kept = PlanImport(
        id: try transaction.nextID(of: "plan_imports"), post: actor.post, plan: plan.id, fileName: "cu.xlsx",
        sheet: sheet, at: transaction.now)
      try PlanImportStore(transaction).add(kept, agency: actor.agency)
      return kept.id
    }
  }

  private func confirm(
    _ kept: PlanImport.ID, _ plan: FilePlan, in database: any Database, by actor: Actor = Cast.archivist,
    skips: Bool = false
  ) async throws -> ConfirmPlanImport.Outcome {
    try await database.write {
      try ConfirmPlanImport(plan: plan.id, kept: kept, skipsFaults: skips).perform(by: actor, in: $0)
    }
  }

  @Test("the decree's form is read as it is printed; nothing stands in the plan before it is confirmed")
  func decree() async throws {
    try await withPlans { database in
      let plan = try await database.makePlan()
      let kept = try await keep(sheet(decreeForm), plan, in: database)
      #expect(try await database.notations(plan).isEmpty)
      let done = try await confirm(kept, plan, in: database)
      #expect(done == .init(headings: 3, entries: 3, skipped: 0))
      #expect(
        try await database.notations(plan) == ["01.TCCB Hồ sơ tuyển dụng", "02.KS Cấp phép thăm dò", "03.KS Kiểm tra"])
      let outline = try await database.outline(plan)
      #expect(outline.parts.map(\.heading.title) == ["Tổ chức cán bộ", "Khoáng sản"])
      let permit = outline.lines[1].entry.facts
      #expect(permit.retention == .permanent && permit.maker == .officer && permit.note == "cả bản giấy")
      // Confirmed once: what waited is gone, and a second file adds only what is new.
      await #expect(throws: Refusal.self) { try await confirm(kept, plan, in: database) }
      let again = try await confirm(try await keep(sheet(decreeForm), plan, in: database), plan, in: database)
      #expect(again == .init(headings: 0, entries: 0, skipped: 3))
    }
  }

  @Test("every wrong row says where and why; only when a person says so the right ones come in alone")
  func faults() async throws {
    try await withPlans { database in
      let plan = try await database.makePlan()
      let wrong = sheet([
        heads, ["", "1. Trước đề mục lớn", "", "", ""], ["", "Không có đề mục", "5 năm", "KS", ""],
        ["", "I. Khoáng sản (KS)", "", "", ""], ["", "Đúng", "5 năm", "KS", ""], ["", "", "lâu dài", "", ""],
        ["", "Người lạ", "5 năm", "Nguyễn Văn Không Có", ""], ["", "Đúng", "5 năm", "KS", ""],
        ["", "II. Đề mục không viết tắt", "", "", ""], ["", "Dưới đó", "5 năm", "KS", ""],
      ])
      let reading = try await database.read { transaction in
        PlanReading(wrong, try FilePlanMakers(of: plan.agency, in: transaction))
      }
      #expect(reading.faults.map(\.row) == [2, 3, 6, 7, 8, 9])
      #expect(reading.faults[2].message == "Thiếu tiêu đề hồ sơ; không hiểu thời hạn «lâu dài»; thiếu người lập.")
      #expect(reading.faults[3].message == "Không có đơn vị hay người tên «Nguyễn Văn Không Có».")
      let kept = try await keep(wrong, plan, in: database)
      let refusal = await #expect(throws: Refusal.self) { try await confirm(kept, plan, in: database) }
      #expect(refusal?.message.contains("Còn 6 dòng sai") == true)
      #expect(try await database.notations(plan).isEmpty)
    }
  }

  @Test("columns under other heads are said by a person") func mapping() throws {
    var other = sheet([
      ["Mã", "Hồ sơ gì", "Bao lâu", "Ai"], ["", "I. Khoáng sản (KS)", "", ""], ["", "Kiểm tra", "5 năm", "KS"],
    ])
    #expect(other.columns.isEmpty)
    #expect(RetentionReading(other).rules.isEmpty)
    (other.headRow, other.columns) = (1, [.title: 1, .retention: 2])
    #expect(RetentionReading(other).rules.map(\.title) == ["Kiểm tra"])
  }

  @Test("only whoever brought the file confirms it, and only who keeps the plan") func rights() async throws {
    try await withPlans { database in
      let plan = try await database.makePlan()
      let kept = try await keep(sheet(decreeForm), plan, in: database)
      let other = await #expect(throws: Refusal.self) {
        try await confirm(kept, plan, in: database, by: Cast.headOfOffice)
      }
      #expect(other?.kind == .notFound)
      let unit = await #expect(throws: Refusal.self) {
        try await confirm(kept, plan, in: database, by: Cast.unitHead)
      }
      #expect(unit?.kind == .forbidden)
    }
  }

  @Test("what is exported to Excel comes back the same") func roundTrip() async throws {
    try await withPlans { database in
      let plan = try await database.plan(in: .issued)
      let target = FileManager.default.temporaryDirectory.appending(path: "plan-\(UUID().uuidString).xlsx")
      defer { try? FileManager.default.removeItem(at: target) }
      try await database.read {
        try FilePlanPrint.read(year: 2026, systemName: "Châu Bản", by: Cast.archivist, in: $0)
      }.writeSpreadsheet(to: target)
      let next = try await database.makePlan(2027)
      let kept = try await keep(PlanSheet(try ReadSheet(target)), next, in: database)
      let done = try await confirm(kept, next, in: database)
      #expect(done == .init(headings: 3, entries: 3, skipped: 0))
      #expect(try await database.notations(next) == (try await database.notations(plan)))
    }
  }
}
