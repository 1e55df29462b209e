import FileVault
import Jobs
import Kernel
import Markup
import WebApp

/// Opening, cancelling and printing in the states worth looking at. People and agencies are invented.
enum RegisterFormExamples {
  static var all: [GalleryExample] {
    [
      example("so-danh-sach", list([]), RegistersPage.title),
      example("so-danh-sach-day", list([book(2026), closed]), RegistersPage.title),
      example("so-mo-bi-tu-choi", refusedOpening, RegistersPage.title),
      example("so-huy-so", cancellation(FormInput()), "Hủy số đến 1251"),
      example(
        "so-huy-so-bi-tu-choi",
        cancellation(.refused(CancelNumber(RegisterBook.ID(1), number: 1, reason: "").refusal)), "Hủy số đến 1251"),
      example("so-in", prints([volume(1)]), RegisterPrintPage.title),
      example("so-in-chua-co", prints([]), RegisterPrintPage.title),
    ]
  }

  private static let morning = Instant(Day(number: 20_762), hour: 8, minute: 30)
  private static let seal = FormSeal(csrf: "ma")

  private static func example(_ name: String, _ main: HTML, _ title: String) -> GalleryExample {
    GalleryExample(name, Page(title: title, room: .incoming, main: main))
  }

  private static func book(_ year: Int) -> RegisterBook {
    RegisterBook(
      id: RegisterBook.ID(Int64(year)), agency: AgencyID(11), year: year, kind: .incoming,
      name: RegisterKind.incoming.bookName, paperThrough: 1247, openingReason: "sổ giấy đến số 1247",
      openedAt: morning, lastNumber: 1301, version: 1)
  }

  private static var closed: RegisterBook {
    var old = book(2025)
    old.paperThrough = 0
    old.lastNumber = 9876
    old.closedAt = morning
    old.closedBy = "Trần Thị Hoa"
    return old
  }

  private static func list(_ books: [RegisterBook], _ input: FormInput = FormInput()) -> HTML {
    RegistersPage(
      agencyName: "Tổng cục Địa chất", books: books, mayKeep: true, years: [2026, 2025], input: input, seal: seal
    ).html
  }

  private static var refusedOpening: HTML {
    let act = OpenRegister(.incoming, year: 2026, paperThrough: 1247)
    guard let refusal = Refusal(act.obstacles(at: morning)) else { return .empty }
    return list([closed], .refused(refusal))
  }

  private static func cancellation(_ input: FormInput) -> HTML {
    let row = RegisterRow(
      arrivalDay: morning.day, number: 1251, author: "Sở Nông nghiệp và Môi trường tỉnh Cẩm Giang",
      codeText: "451/SNNMT-KS", issuedDay: morning.day,
      typeAndSubject: "Công văn: Kiểm kê tài sản công và rà soát trang thiết bị làm việc năm 2026")
    return CancelNumberPage(book: book(2026), row: row, input: input, seal: seal).html
  }

  private static func prints(_ volumes: [RegisterPrintPage.Volume]) -> HTML {
    RegisterPrintPage(
      book: book(2026), volumes: volumes, nextVolume: volumes.count + 1, nextFrom: 1248, input: FormInput(),
      seal: seal
    ).html
  }

  private static func volume(_ number: Int) -> RegisterPrintPage.Volume {
    .init(
      print: RegisterPrint(
        id: RegisterPrint.ID(7), book: RegisterBook.ID(2026), volume: number, numbers: 1248...1301,
        days: morning.day - 30...morning.day, rowCount: 54, askedAt: morning, askedBy: "Trần Thị Hoa",
        provenance: "", files: []))
  }
}

extension CancelNumber {
  fileprivate var refusal: Refusal { Refusal(obstacles()) ?? Refusal(.invalid, "") }
}
