import Foundation
import Kernel
import Papers
import Testing

@testable import Registers

@Suite("DEN-09, PL6-OUT in sổ đăng ký văn bản đến") struct RegisterBookFormTests {
  static func day(_ month: Int, _ day: Int) -> Day { Day(year: 2026, month: month, day: day) ?? Day(number: 0) }

  static func form(_ rows: [RegisterRow]) -> RegisterBookForm {
    RegisterBookForm(
      .incoming, parentAgencyName: "Bộ Thử nghiệm", agencyName: "Tổng cục Mẫu",
      bookName: RegisterKind.incoming.bookName,
      year: 2026, volume: 2, firstDay: rows.first?.day, lastDay: rows.last?.day, rows: rows, placeName: "Hà Nội",
      printedOn: day(11, 22), provenance: "In từ hệ thống Châu Bản lúc 08:00 22/11/2026; người in: Văn thư")
  }

  static let rows = [
    RegisterRow(
      arrivalDay: day(1, 5), number: 7, author: "Sở Nội vụ", codeText: "15/SNV-VP", issuedDay: day(1, 2),
      typeAndSubject: "Công văn về <kiểm kê> & báo cáo", receiver: "Văn phòng", forwardedDay: day(1, 6),
      receipt: "Trần Bình", note: ""),
    RegisterRow(
      arrivalDay: day(1, 6), number: 8, author: "", codeText: "", issuedDay: nil, typeAndSubject: "",
      cancellation: .init(at: Instant(day(1, 6)), by: "Văn thư", reason: "Vào sổ trùng")),
  ]

  @Test func printsTheDecreesForm() async throws {
    let runner = await ToolRunner.detected()
    let pages = try await runner.withFolder { folder in
      let pdf = folder.appending(path: "book.pdf")
      try await OfficeConversion(runner: runner).write(Self.form(Self.rows).printedForm, as: .pdf, to: pdf)
      return try await PDFTool(runner: runner).text(of: pdf).map {
        $0.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
    }
    #expect(pages.count == 4)
    for words in [
      "BỘ THỬ NGHIỆM TỔNG CỤC MẪU", "SỔ ĐĂNG KÝ VĂN BẢN ĐẾN", "Năm: 2026",
      "Từ ngày 05/01/2026 đến ngày 06/01/2026", "Từ số 7 đến số 8", "Quyển số: 2",
    ] {
      #expect(pages[0].contains(words) && pages[1].contains(words), "\(words)")
    }
    for number in 1...10 { #expect(pages[2].contains("(\(number))")) }
    for words in ["15/SNV-VP", "<kiểm kê> &", "Trần Bình", "Trang 1"] { #expect(pages[2].contains(words), "\(words)") }
    #expect(pages[3].contains("Sổ này có 2 trang, từ số 7 đến số 8."))
    #expect(pages[3].contains("Số văn bản đến đã đăng ký: 1. Số đến đã hủy, có ghi lý do: 1."))
    #expect(pages[3].contains("Hà Nội, ngày 22 tháng 11 năm 2026"))
    #expect(pages.allSatisfy { $0.contains("In từ hệ thống Châu Bản lúc 08:00 22/11/2026; người in: Văn thư") })
  }

  @Test(arguments: RegisterKind.allCases) func tenColumnsFillTheLandscapePage(kind: RegisterKind) {
    let columns = RegisterBookForm.columns(kind)
    #expect(columns.count == 10 && columns.last?.title == "Ghi chú")
    #expect(columns.map(\.width).reduce(0, +) == FormSection(.landscape, blocks: []).innerWidth)
  }

  @Test("form 6.1: the outgoing register's columns, its number with a zero below ten") func printsOutgoingLines() {
    let row = RegisterRow(
      outgoing: 5, codeText: "05/BNV-VP", issuedDay: Self.day(1, 5), typeAndSubject: "Công văn: Kiểm kê",
      signer: "Lê Minh Đức", recipients: "Sở Nội vụ", fileCopyHolder: "Văn thư", amount: 3,
      dispatchedDay: Self.day(1, 6), receipt: "Bưu điện 0912")
    var form = Self.form([row])
    (form.kind, form.bookName) = (.outgoing, RegisterKind.outgoing.bookName)
    guard case .table(let table) = form.printedForm.sections[2].blocks.first else {
      Issue.record("phần thứ ba phải là bảng")
      return
    }
    #expect(
      table.columns.map(\.title) == [
        "Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản", "Người ký",
        "Nơi nhận văn bản", "Đơn vị, người nhận bản lưu", "Số lượng bản", "Ngày chuyển", "Ký nhận", "Ghi chú",
      ])
    #expect(
      table.rows[0].cells == [
        "05/BNV-VP", "05/01/2026", "Công văn: Kiểm kê", "Lê Minh Đức", "Sở Nội vụ", "Văn thư", "3", "06/01/2026",
        "Bưu điện 0912", "",
      ])
    #expect(FlatText.written(form.printedForm, font: .tinos).contains("Số văn bản đi đã đăng ký: 1. Số đi đã hủy"))
  }

  @Test func anEmptyBookSaysSo() throws {
    let form = Self.form([]).printedForm
    #expect(FlatText.written(form, font: .tinos).contains("Chưa có văn bản nào được đăng ký."))
    #expect(FlatText.written(form, font: .tinos).contains("Từ số … đến số …"))
  }

  @Test func cancelledLinesAreGrey() throws {
    guard case .table(let table) = Self.form(Self.rows).printedForm.sections[2].blocks.first else {
      Issue.record("phần thứ ba phải là bảng")
      return
    }
    #expect(table.rows.map(\.isGrey) == [false, true])
    #expect(table.rows[1].cells[9] == "Số đã hủy: Vào sổ trùng")
    #expect(table.hasColumnNumbers)
  }

  @Test func spreadsheetHasTheSameTenCells() throws {
    #expect(Self.rows[0].sheetCells.count == RegisterKind.incoming.columns.count)
    #expect(Self.rows[0].sheetCells[1] == .number(7) && Self.rows[1].sheetCells[4] == .empty)
    let file = FileManager.default.temporaryDirectory.appending(path: "book-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    try Self.form(Self.rows).writeSpreadsheet(to: file)
    #expect(try FileVerdict.judging(file).kind == .xlsx)
  }

  @Test func theMinuteTellsTheFindings() {
    let book = RegisterBook(
      id: .init(1), agency: .init(1), year: 2026, kind: .incoming, name: "Sổ đăng ký văn bản đến", paperThrough: 6,
      openingReason: "chuyển từ sổ giấy", openedAt: Instant(Self.day(1, 1)), lastNumber: 9, closedAt: nil,
      closedBy: nil, version: 1)
    let check = RegisterCheck(
      book: book, checkedAt: Instant(Self.day(2, 3), hour: 8), count: 2, first: 7, last: 8,
      cancelled: [.init(number: 8, reason: "Vào sổ trùng", by: "Văn thư", at: Instant(Self.day(1, 6)))], gaps: [],
      reserved: [
        NumberReservation(
          id: .init(8), agency: .init(1), book: .init(1), number: 7, day: Self.day(1, 5), notation: "QĐ-TCM",
          typeKey: "quyetDinh", owner: "Vụ Mẫu", reason: "Đã ký, chờ phụ lục", expiresOn: Self.day(2, 9),
          madeAt: Instant(Self.day(1, 5)), madeBy: "Văn thư", state: .open)
      ])
    let form = RegisterCheckForm(
      check: check, parentAgencyName: nil, agencyName: "Tổng cục Mẫu", placeName: "Hà Nội", checkedBy: "Lê An",
      provenance: "")
    let text = FlatText.written(form.printedForm, font: .timesNewRoman)
    for words in check.sentences + [
      "Kiểm sổ đăng ký văn bản đến năm 2026", "Vào sổ trùng", "Đang giữ 1 số", "07/QĐ-TCM", "Đã ký, chờ phụ lục",
      "ngày 03 tháng 02 năm 2026",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }
}
