import Documents
import Kernel
import Organization
import Papers
import TestSupport
import Testing

@testable import OutgoingDocuments

@Suite("DI-04 chỗ để trống cho số, ngày trên trang đầu") struct NumberPlacesTests {
  /// Words on one line of an A4 page, each at its left edge in millimetres, two millimetres a letter.
  private func page(_ lines: [[(String, Double)]]) -> PageText {
    let words = lines.enumerated().flatMap { index, line in
      line.map { text, left in
        PageWord(
          text: text,
          box: PageBox(
            left: left / 210, top: (30 + 8 * Double(index)) / 297, width: 2 * Double(text.count) / 210,
            height: 5.96 / 297),
          line: index, block: 0)
      }
    }
    return PageText(page: 1, origin: .textLayer, words: words)
  }

  private static let today = TestClock().now.day

  private func found(_ lines: [[(String, Double)]], number: Int = 3) throws -> NumberPlaces {
    try NumberPlaces.found(
      on: page(lines), number: number, symbol: "TCĐC-KS", date: Self.today, width: 210, height: 297)
  }

  private func mismatch(_ lines: [[(String, Double)]]) -> NumberPlaces.Trouble? {
    NumberPlaces.mismatch(on: page(lines), number: 3, symbol: "TCĐC-KS", date: Self.today)
  }

  /// «Hà Nội, ngày … tháng … năm 2026» with what stands in its gaps.
  private static func date(_ day: String = "", _ month: String = "", year: String = "2026") -> [(String, Double)] {
    [
      ("Hà", 110), ("Nội,", 116), ("ngày", 126), (day, 136), ("tháng", 145), (month, 157), ("năm", 165), (year, 173),
    ].filter { !$0.0.isEmpty }
  }

  private static let open: [(String, Double)] = [("Số:", 30), ("/TCĐC-KS", 50)]

  @Test("gaps stand between what was printed, dotted or empty") func gaps() throws {
    let empty = try found([Self.open + Self.date()])
    let number = try #require(empty.number)
    #expect(abs(number.left - 36) < 0.01 && abs(number.width - 14) < 0.01 && !number.isDotted)
    let (day, month) = (try #require(empty.day), try #require(empty.month))
    #expect(abs(day.left - 134) < 0.01 && abs(day.width - 11) < 0.01 && number.size == 13)
    #expect(abs(month.left - 155) < 0.01 && abs(month.width - 10) < 0.01)
    let dotted = try found([[("Số:", 30), ("…….", 38), ("/TCĐC-KS", 50)] + Self.date("...", "....")])
    #expect(dotted.number?.isDotted == true && dotted.day?.isDotted == true && dotted.month?.isDotted == true)
    #expect(dotted.number?.width == number.width)
    let split = try found([[("Số", 30), (":", 34), ("/TCĐC-KS", 50)] + Self.date()])
    #expect(split.number.map { abs($0.left - 36) < 0.01 } == true)
    #expect(split.marks(number: "1234", dayText: "05", monthText: "6").map(\.lines) == [["1234"], ["05"], ["6"]])
    let narrow = try found([[("Số:", 30), ("/TCĐC-KS", 40)] + Self.date()])
      .marks(number: "12345", dayText: "05", monthText: "6")[0]
    #expect(narrow.width > 11 && abs(narrow.left + narrow.width - 40) < 0.01, "it ends where the slash begins")
  }

  @Test(
    "where dots hang on a word, the whole word is covered and written anew",
    arguments: [
      ("Số:", "........../TCĐC-KS", "03/TCĐC-KS", 38.0), ("Số:……", "/TCĐC-KS", "Số: 03/TCĐC-KS", 30.0),
      ("", "Số:……/TCĐC-KS", "Số: 03/TCĐC-KS", 38.0), ("", "Số:/TCĐC-KS", "Số: 03/TCĐC-KS", 38.0),
    ]) func dots(first: String, second: String, written: String, left: Double) throws
  {
    let line = [(first, 30.0), (second, first.count > 3 ? 46 : 38)].filter { !$0.0.isEmpty }
    let mark = try found([line + Self.date()]).marks(number: "03", dayText: "05", monthText: "11")[0]
    #expect(mark.lines == [written] && mark.coversPage && abs(mark.left - left) < 0.01)
    let end = line.map { $0.1 + 2 * Double($0.0.count) }.max() ?? 0
    #expect(mark.left + mark.width >= end - 0.01, "nothing of the old word is left")
  }

  @Test("what the page bears already is not written again, one by one") func borne() throws {
    let right: [(String, Double)] = [("Số:", 30), ("03/TCĐC-KS", 44)]
    let (day, month) = (Self.today.writtenDay, Self.today.writtenMonth)
    #expect(try found([right + Self.date(day, month)]).isEmpty)
    let dateOpen = try found([right + Self.date()])
    #expect(dateOpen.number == nil && dateOpen.day != nil && dateOpen.month != nil)
    let numberOpen = try found([Self.open + Self.date(day, month)])
    #expect(numberOpen.number != nil && numberOpen.day == nil && numberOpen.month == nil)
    #expect(try found([Self.open + Self.date("", month)]).month == nil)
  }

  @Test("another number, day, year or symbol, or no place at all, is told and left alone") func troubles() {
    #expect(throws: NumberPlaces.Trouble.noNumberPlace) { try found([Self.date()]) }
    #expect(throws: NumberPlaces.Trouble.noDayPlace) { try found([Self.open]) }
    #expect(throws: NumberPlaces.Trouble.numbered("12")) {
      try found([[("Số:", 30), ("12/TCĐC-KS", 38)] + Self.date()])
    }
    #expect(throws: NumberPlaces.Trouble.otherSymbol("QĐ-TCĐC")) {
      try found([[("Số:", 30), ("/QĐ-TCĐC", 50)] + Self.date()])
    }
    #expect(throws: NumberPlaces.Trouble.dated) { try found([Self.open + Self.date("06", "11")]) }
    #expect(throws: NumberPlaces.Trouble.otherYear("2025")) { try found([Self.open + Self.date(year: "2025")]) }
    #expect(throws: NumberPlaces.Trouble.otherYear("")) { try found([Self.open + Self.date(year: "…")]) }
  }

  @Test("places that the clerk typed: nothing twice, nothing over words") func typed() throws {
    func checked(_ lines: [[(String, Double)]], left: Double = 80) throws -> NumberPlaces {
      try NumberPlaces.typed(numberLeft: left, numberTop: 60, dayLeft: 120, dayTop: 60).checked(
        on: page(lines), number: 3, symbol: "TCĐC-KS", date: Self.today, width: 210, height: 297)
    }
    #expect(try checked([[("Kính", 30)]]).number != nil)
    #expect(try checked([[("Số:", 30), ("03/TCĐC-KS", 44)]]).number == nil)
    #expect(try checked([Self.date(Self.today.writtenDay, Self.today.writtenMonth)]).day == nil)
    #expect(throws: NumberPlaces.Trouble.numbered("9")) { try checked([[("Số:", 30), ("9/TCĐC-KS", 44)]]) }
    #expect(throws: NumberPlaces.Trouble.dated) { try checked([Self.date("06", "11")]) }
    let low: [[(String, Double)]] = [[], [], [], [], [("Kính", 84)]]
    #expect(throws: NumberPlaces.Trouble.occupied("Kính")) { try checked(low) }
    #expect(try checked([[], [], [], [], [("………", 84)]]).number != nil, "dots keep a place free")
  }

  @Test("minutes have no line of place and date: only their number is written") func minutes() throws {
    let page = page([[("Số:", 30), ("/BB-TCTNĐC", 50)], [("Thời", 30), ("gian", 40), ("ngày", 60), ("26", 70)]])
    let places = try NumberPlaces.found(
      on: page, number: 7, symbol: "BB-TCTNĐC", date: nil, width: 210, height: 297)
    #expect(places.marks(number: "07", dayText: "26", monthText: "11").map(\.lines) == [["07"]])
    for type in DocumentType.administrative {
      let fields = LetterFields(
        type: type, superiorName: "Bộ Xây dựng", issuerName: "Tổng cục Địa chất", place: "Hà Nội", symbol: "X",
        year: 2026, subject: "kiểm kê", signature: .deputy(of: "Tổng cục trưởng", as: "Phó Tổng cục trưởng"),
        signerName: "Trần Thị Thu Hà")
      var facts = OutgoingFacts(issuedDate: TestClock().now.day, signedAt: TestClock().now)
      facts.typeKey = type.key
      #expect(
        LetterTemplate(fields).sheet.blocks.description.contains("Hà Nội, ngày") == facts.isDated, "\(type.name)")
    }
  }

  @Test("what was signed elsewhere and can be read must bear its number and day") func signedElsewhere() {
    let right: [(String, Double)] = [("Số:", 30), ("03/TCĐC-KS", 50)]
    let today = Self.date(Self.today.writtenDay, Self.today.writtenMonth)
    #expect(mismatch([Self.open]) == .unnumbered)
    #expect(
      mismatch([right]) == nil && mismatch([right + today]) == nil && mismatch([[("Kính", 30), ("gửi", 50)]]) == nil)
    #expect(mismatch([[("Số:", 30), ("01/TCĐC-KS", 50)]]) == .numbered("01"))
    #expect(mismatch([[("Số:", 30), ("03/CĐCMB-KS", 50)]]) == .otherSymbol("CĐCMB-KS"))
    #expect(mismatch([right + Self.date()]) == .undated)
    #expect(mismatch([right + Self.date("02", "3")]) == .dated)
    #expect(mismatch([right + Self.date("02", "3", year: "2024")]) == .otherYear("2024"))
    #expect(
      mismatch([right, [("luật", 30), ("ngày", 40), ("02", 50), ("tháng", 60), ("3", 72), ("năm", 78), ("2020", 88)]])
        == nil)
    #expect(!NumberPlaces.Trouble.numbered("01").mayBeRight && NumberPlaces.Trouble.dated.mayBeRight)
  }
}
