import Markup
import WebApp

/// The book and its check in the states worth looking at. People and agencies are invented.
enum RegisterPageExamples {
  static var all: [GalleryExample] {
    [
      example("so-dang-ky", book(lines), "Sổ đăng ký văn bản đến"),
      example("so-dang-ky-trong", book([]), "Sổ đăng ký văn bản đến"),
      example("so-dang-ky-di", outgoing, "Sổ đăng ký văn bản đi", room: .outgoing),
      example("so-dang-ky-chu-dai", book(longLines), "Sổ đăng ký văn bản đến"),
      example("kiem-so", check([]), "Kiểm sổ"),
      example("kiem-so-thieu-so", check([.init(first: 88, last: 89)]), "Kiểm sổ"),
      example("kiem-so-so-cu", oldCheck, "Kiểm sổ"),
      example("kiem-so-trong", emptyCheck, "Kiểm sổ"),
    ]
  }

  private static func example(
    _ name: String, _ main: HTML, _ title: String, room: Room = .incoming
  ) -> GalleryExample {
    GalleryExample(
      name,
      Page(
        title: title, room: room, main: main,
        keys: RegisterBookPage.keys))
  }

  private static var outgoing: HTML {
    var page = page(
      (0..<6).map { step in
        RegisterBookPage.Line(
          number: 12 - step,
          cells: [
            "\(RegisterRow.padded(12 - step))/\(step == 2 ? "QĐ-TCĐC" : "TCĐC-KS")", "06/11/2026",
            step == 2 ? "Quyết định: Thành lập Tổ công tác" : "Công văn: Báo cáo kết quả kiểm kê tài sản công",
            "Trần Văn Quang", "Sở Nông nghiệp và Môi trường tỉnh Hòa Bình; Vụ Khoáng sản", "Văn thư; Vụ Khoáng sản",
            "4", step < 2 ? "" : "06/11/2026", step < 2 ? "" : "Bưu điện 0912",
          ], note: step == 4 ? "Ban hành trùng, xem số 07." : "", path: "/van-ban-di/\(12 - step)",
          isCancelled: step == 4)
      })
    (page.kind, page.bookTitle, page.openingLine) = (.outgoing, "Sổ đăng ký văn bản đi", nil)
    return page.html
  }

  private static func book(_ lines: [RegisterBookPage.Line]) -> HTML { page(lines).html }

  private static func page(_ lines: [RegisterBookPage.Line]) -> RegisterBookPage {
    let months = (1...12).map { Chips.Chip("Tháng \($0)", path: "/so/1?thang=\($0)", selected: $0 == 11) }
    return RegisterBookPage(
      agencyName: "Tổng cục Địa chất", bookTitle: "Sổ đăng ký văn bản đến", year: 2026,
      years: [Field.Choice("2026", "2026"), Field.Choice("2025", "2025")], book: "1",
      books: [Field.Choice("1", "Văn bản đến năm 2026")],
      months: Chips(label: "Tháng", [.init("Cả năm", path: "/so/1")] + months), lines: lines,
      pager: lines.isEmpty ? Pager() : Pager(newer: "/so/1?sau=1250", older: "/so/1?truoc=1190", summary: "50 dòng"),
      choosePath: "/so", printPath: "/so/1/in", spreadsheetPath: "/so/1/excel", checkPath: "/so/1/kiem-so",
      openingLine: "Sổ mở tiếp từ số 1190; các số 1–1189 ở sổ giấy.")
  }

  private static var lines: [RegisterBookPage.Line] {
    (0..<12).map { step in
      let number = 1246 - step
      var line = RegisterBookPage.Line(
        number: number,
        cells: [
          "06/11/2026", "\(number)", "Sở Nông nghiệp và Môi trường tỉnh Hòa Bình", "\(number - 800)/SNNMT-KS",
          "04/11/2026", "Công văn: Kiểm kê tài sản công và rà soát trang thiết bị làm việc năm 2026", "Vụ Khoáng sản",
          "06/11/2026", "Phạm Thu Hà 09:10 06/11",
        ], note: "", path: "/van-ban-den/\(number)")
      if step == 3 {
        line.isCancelled = true
        line.note = "Vào sổ hai lần cùng một giấy mời, xem số 1241."
      }
      return line
    }
  }

  private static var longLines: [RegisterBookPage.Line] {
    lines.prefix(4).map { line in
      var long = line
      long.cells[2] = String(repeating: "Ban Chỉ đạo liên ngành rà soát và tháo gỡ vướng mắc ", count: 3)
      long.cells[3] = "12345678901/QĐ-BCĐ138-TTHĐND-UBMTTQVN"
      long.cells[5] = "Quyết định: " + String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 12)
      long.cells[6] = "Siêudàikhôngcókhoảngtrắng" + String(repeating: "ngoằnngoèo", count: 6)
      return long
    }
  }

  private static func check(_ holes: [RegisterCheckPage.Hole]) -> HTML {
    RegisterCheckPage(
      bookTitle: "Sổ đăng ký văn bản đến", year: 2026, bookPath: "/so/1", minutePath: "/so/1/kiem-so/bien-ban",
      firstNumber: 1190, lastNumber: 1246, lineCount: 57,
      paperRangeLine: "1–1189 ở sổ giấy; mở sổ ngày 01/11/2026, lý do: chuyển từ sổ giấy",
      reserved: [
        .init(
          code: "1240/QĐ-TCĐC", day: "05/11/2026", owner: "Vụ Pháp chế", reason: "đã ký, chờ phụ lục",
          expires: "20/11/2026")
      ],
      cancelled: [
        .init(
          number: 1243, day: "06/11/2026", actor: "Trần Thị Hoa, Văn thư",
          reason: "Vào sổ hai lần cùng một giấy mời, xem số 1241.")
      ], holes: holes, checkedAt: "17:05 06/11/2026", stateLine: "Sổ đang mở", closePath: "/so/1/khoa",
      closeObstacles: holes.isEmpty ? ["Chưa hết năm 2026."] : ["Còn số thiếu chưa rõ."], seal: FormSeal(csrf: "ma")
    ).html
  }

  private static var oldCheck: HTML {
    let reason = "không có trong dữ liệu nhập «so-cong-van-den-2019-phong-hanh-chinh-van-thu.xlsx»"
    return RegisterCheckPage(
      bookTitle: "Sổ đăng ký văn bản đến", year: 2019, bookPath: "/so/3", minutePath: "/so/3/kiem-so/bien-ban",
      firstNumber: 1, lastNumber: 2410, lineCount: 2396, importedCount: 2396, gapCount: 14,
      gaps: [
        .init(first: 88, last: 89, reason: reason, day: "06/11/2026", actor: "Nguyễn Thị Hoa"),
        .init(first: 1200, last: 1210, reason: reason, day: "06/11/2026", actor: "Nguyễn Thị Hoa"),
        .init(first: 2001, last: 2001, reason: reason, day: "06/11/2026", actor: "Nguyễn Thị Hoa"),
      ], cancelled: [], holes: [], checkedAt: "17:05 06/11/2026", stateLine: "Sổ đang mở", closePath: "/so/3/khoa",
      seal: FormSeal(csrf: "ma")
    ).html
  }

  private static var emptyCheck: HTML {
    RegisterCheckPage(
      bookTitle: "Sổ đăng ký văn bản đến", year: 2027, bookPath: "/so/2", minutePath: "/so/2/kiem-so/bien-ban",
      lineCount: 0, cancelled: [], holes: [], checkedAt: "08:00 01/01/2027", stateLine: "Sổ đang mở",
      seal: FormSeal(csrf: "ma")
    ).html
  }
}
