import Testing

@testable import Documents

@Suite("Số và ký hiệu (Nghị định 30/2020/NĐ-CP, Phụ lục I)") struct ReadingNumberTests {
  @Test(
    "tách số và ký hiệu",
    arguments: [
      ("15/QĐ-BNV", "15", "QĐ-BNV", 15), ("Số: 05/BNV-VP", "05", "BNV-VP", 5),
      ("40/2016/QĐ-UBND", "40/2016", "QĐ-UBND", 40),
      ("1977 /QĐ-UBND", "1977", "QĐ-UBND", 1977), ("139-TB/TU", "139", "TB/TU", 139),
      ("1830 QĐ-UBND", "1830", "QĐ-UBND", 1830),
      ("30c/NQ-CP", "30c", "NQ-CP", 30), ("1842b/CTPH-BVHTTDL", "1842b", "CTPH-BVHTTDL", 1842), ("152", "152", "", 152),
      ("Luật số 63/2025/QH15", "63/2025", "QH15", 63), ("12 / SY – TCĐC", "12", "SY-TCĐC", 12),
      ("07/QÐ-UBND", "07", "QĐ-UBND", 7),
      ("154/CTPH-LĐLĐ-SVH,TT,DL", "154", "CTPH-LĐLĐ-SVH,TT,DL", 154),
    ]) func splits(typed: String, number: String, notation: String, integer: Int) throws
  {
    let text = try #require(NumberText(typed: typed))
    #expect(text.number == number)
    #expect(text.notation == notation)
    #expect(text.integer == integer)
  }

  @Test("giữ số của văn bản nước ngoài") func keepsForeign() throws {
    let text = try #require(NumberText(typed: "A-12/MOFA"))
    #expect(text.number == "A-12")
    #expect(text.integer == nil)
    #expect(NumberText(typed: "123456789012/AB") == nil)
    #expect(NumberText(typed: "  ") == nil)
    #expect(NumberText(typed: "QĐ-UBND")?.notation == "QĐ-UBND")
  }

  @Test("ghép lại như khi in", arguments: ["15/QĐ-BNV", "139-TB/TU", "40/2016/QĐ-UBND", "152"])
  func prints(text: String) { #expect(NumberText(typed: text)?.text == text) }

  @Test(
    "sửa ký hiệu đọc sai",
    arguments: [
      ("QD-UBND", "QĐ-UBND"), ("GM-UIBND", "GM-UBND"), ("VPCPzTTĐT", "VPCP-TTĐT"), ("UBND- KSTTHC", "UBND-KSTTHC"),
      ("UBTVQHI5", "UBTVQH15"), ("TTr-SXD", "TTr-SXD"), ("SVH,TT,DL", "SVH,TT,DL"), ("ABCXYZ", "ABCXYZ"),
    ]) func corrects(read: String, right: String)
  { #expect(NotationGroups.corrected(read) == right) }
}
