import Kernel
import Papers
import Testing

@testable import ReportCollections

@Suite("Values of a form") struct SheetCellTests {
  private static let count = SheetColumn("Số hộ", .integer, unit: "hộ", required: true, least: "0", most: "500")

  @Test(
    "numbers are typed with points between thousands and a comma before the decimals",
    arguments: [
      ("0", "0"), ("12", "12"), ("1.234", "1234"), ("1.234,5", "1234.5"), ("1234,50", "1234.5"), ("-12,25", "-12.25"),
      (" 1 234 ", "1234"), ("007", "7"), ("999.999.999.999.999", "999999999999999"),
    ]) func readsNumbers(typed: String, kept: String)
  {
    #expect(SheetCell.read(typed, for: SheetColumn("a", .decimal)) == .value(kept))
  }

  @Test(
    "what could be meant two ways, or is no number, is not taken",
    arguments: [
      "1.5", "1,2,3", "12.34.567", "1,", ",5", "abc", "12a", "--1", "1.2345", "1e3", "½", "9.999.999.999.999.999",
    ]) func refusesNumbers(typed: String)
  {
    #expect(SheetCell.read(typed, for: SheetColumn("a", .decimal)) == .wrong)
  }

  @Test(
    "bounds hold at both ends", arguments: [("0", true), ("500", true), ("501", false), ("-1", false), ("2,5", false)])
  func bounds(typed: String, isTaken: Bool) {
    #expect((SheetCell.read(typed, for: Self.count) == .wrong) != isTaken)
  }

  @Test("a day needs its year; a choice is found without its marks and kept with them") func otherKinds() {
    let day = SheetColumn("Ngày", .day, least: "2026-01-01")
    #expect(SheetCell.read("5/11/2026", for: day) == .value("2026-11-05"))
    #expect(SheetCell.read("5/11", for: day) == .wrong)
    #expect(SheetCell.read("31/12/2025", for: day) == .wrong)
    #expect(SheetCell.read("31/02/2026", for: day) == .wrong)
    let choice = SheetColumn("Mức", .choice, choices: ["Đạt", "Chưa đạt"])
    #expect(SheetCell.read("chua dat", for: choice) == .value("Chưa đạt"))
    #expect(SheetCell.read("Khá", for: choice) == .wrong)
    #expect(SheetCell.read(String(repeating: "a", count: 501), for: SheetColumn("Chữ")) == .wrong)
    #expect(SheetCell.read("  ", for: Self.count) == .empty)
  }

  @Test("a number of a sheet needs no reading of points; a truth value and an error are no number") func readsSheets() {
    let share = SheetColumn("Tỷ lệ", .decimal)
    #expect(SheetCell.read(.number(0.1 + 0.2), for: share) == .value("0.3"))
    #expect(SheetCell.read(.number(1.5), for: Self.count) == .wrong)
    #expect(SheetCell.read(.number(12), for: Self.count) == .value("12"))
    #expect(SheetCell.read(.text("1.234"), for: share) == .value("1234"))
    for value in [ReadSheet.Value.truth(true), .error("#N/A"), .formulaWithoutValue, .number(1e15)] {
      #expect(SheetCell.read(value, for: share) == .wrong)
    }
    #expect(SheetCell.read(.number(12), for: SheetColumn("Mã")) == .value("12"))
    #expect(SheetCell.read(.day(Day(number: 20_762)), for: Self.count) == .wrong)
  }

  @Test("what is kept is shown as it is typed", arguments: ["0", "-1234.5", "1234567", "0.25", "999"])
  func showsAsTyped(kept: String) {
    let column = SheetColumn("a", .decimal)
    #expect(SheetCell.read(SheetCell.shown(kept, .decimal), for: column) == .value(kept))
  }

  @Test("every fault of every row at once; blank rows are passed over, sums are exact") func readsRows() {
    let form = SheetForm(
      title: "Biểu", rowsMax: 3,
      columns: [SheetColumn("Xã", required: true), Self.count, SheetColumn("Tỷ lệ", .decimal)])
    let typed = [["Bình An", "12", "0,1"], ["", "", ""], ["", "abc", "0,2"], ["Hòa Lạc", "", "1.5"]]
    let (_, faults) = SheetRows.read(typed, for: form)
    #expect(faults.map(\.row) == [2, 2, 3, 3] && faults.map(\.column) == [0, 1, 1, 2])
    #expect(faults[1].message == "phải là số nguyên từ 0 đến 500, đang là «abc»")
    let rows = [["a", "1", "0.1"], ["b", "2", "0.2"], ["c", "", ""]]
    #expect(SheetRows.sums(rows, of: form) == [nil, "3", "0.3"])
    let many = SheetRows.read(Array(repeating: ["a", "1", ""], count: 4), for: form)
    #expect(many.faults.map(\.message) == ["Nhiều nhất 3 dòng, đang có 4 dòng."])
  }

  @Test("a form names everything that stands in its way") func formObstacles() {
    var form = SheetForm(title: "", rowsMax: 0)
    #expect(form.obstacles().count == 3)
    form = SheetForm(
      title: "Biểu", rowsMax: 1,
      columns: [
        SheetColumn("Số", .integer, least: "10", most: "5"), SheetColumn("số", .integer),
        SheetColumn("Mức", .choice, choices: ["Đạt"]), SheetColumn("Chữ", least: "3"), SheetColumn(""),
        SheetColumn("Tỷ lệ", .decimal, most: "1.5"),
      ])
    #expect(
      form.obstacles().compactMap(\.field) == [
        "cot-lon-nhat-0", "cot-ten-1", "cot-lua-chon-2", "cot-nho-nhat-3", "cot-ten-4", "cot-lon-nhat-5",
      ])
    form.columns = [SheetColumn("Số", .decimal, least: "1.000,5", choices: ["thừa"])]
    #expect(form.obstacles().isEmpty && form.settled().columns[0].least == "1000.5")
    #expect(form.settled().columns[0].choices.isEmpty)
  }
}
