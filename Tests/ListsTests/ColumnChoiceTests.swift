import Testing

@testable import Lists

@Suite("PL6-65 chọn cột") struct ColumnChoiceTests {
  static let columns = [
    ListColumn("so", "Số"), ListColumn("trich-yeu", "Trích yếu", isFixed: true), ListColumn("noi-gui", "Nơi gửi"),
    ListColumn("ghi-chu", "Ghi chú", isUsual: false),
  ]

  @Test(
    "what was stored becomes columns that exist, each once, the fixed one always",
    arguments: [
      (nil, ["so", "trich-yeu", "noi-gui"]), (["noi-gui", "trich-yeu"], ["noi-gui", "trich-yeu"]),
      (["noi-gui", "noi-gui", "da-bo", "trich-yeu"], ["noi-gui", "trich-yeu"]), (["so"], ["trich-yeu", "so"]),
      ([], ["trich-yeu"]),
    ] as [([String]?, [String])])
  func stored(ids: [String]?, shown: [String]) {
    #expect(ColumnChoice(of: Self.columns, stored: ids).ids == shown)
  }

  @Test("moved, hidden, shown") func changes() {
    var choice = ColumnChoice(of: Self.columns)
    choice.move("noi-gui", by: -1)
    #expect(choice.ids == ["so", "noi-gui", "trich-yeu"])
    choice.move("so", by: -1)
    #expect(choice.ids == ["so", "noi-gui", "trich-yeu"], "the first stays first")
    choice.hide("so")
    choice.show("ghi-chu")
    #expect(choice.ids == ["noi-gui", "trich-yeu", "ghi-chu"])
    choice.hide("trich-yeu")
    #expect(choice.ids.contains("trich-yeu"), "the link of the row cannot be left out")
    choice.show("khong-co")
    #expect(!choice.ids.contains("khong-co"))
    #expect(choice.everyColumn.filter { !$0.isShown }.map(\.column.id) == ["so"])
  }
}
