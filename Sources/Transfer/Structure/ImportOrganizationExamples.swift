import Kernel
import Markup
import WebApp

/// The screen in the states worth looking at. Names are invented.
enum ImportOrganizationExamples {
  static var all: [GalleryExample] {
    [
      example("nhap-co-cau", ImportOrganizationPage(seal: seal)),
      example(
        "nhap-co-cau-kiem-tra",
        ImportOrganizationPage(outcome: good, isTrial: true, sourceName: "co-cau.xlsx", seal: seal)),
      example("nhap-co-cau-xong", ImportOrganizationPage(outcome: good, sourceName: "co-cau.xlsx", seal: seal)),
      example(
        "nhap-co-cau-sai",
        ImportOrganizationPage(
          outcome: bad, sourceName: "danh-sach-can-bo-cong-chuc-vien-chuc-toan-tong-cuc-2026.xlsx", seal: seal)),
    ]
  }

  private static let seal = FormSeal(csrf: "ma")

  private static func example(_ name: String, _ page: ImportOrganizationPage) -> GalleryExample {
    GalleryExample(
      name, Page(title: ImportOrganizationPage.title, room: .administration, main: page.html))
  }

  private static var good: ImportOrganization.Outcome {
    var outcome = ImportOrganization.Outcome()
    outcome.rows = 148
    outcome.added = [.agency: 3, .unit: 21, .person: 96, .post: 97]
    outcome.unchanged = 28
    return outcome
  }

  private static var bad: ImportOrganization.Outcome {
    var outcome = ImportOrganization.Outcome()
    outcome.rows = 148
    outcome.rowProblems = [
      RowProblem(
        place: RowPlace(row: 12, offset: 0), field: "Unit",
        message: "Không tìm được đúng một đơn vị «KHTCCC» trong «Tổng cục Quản lý Tài nguyên Địa chất»."),
      RowProblem(
        place: RowPlace(row: 40, offset: 0), field: "Roles",
        message:
          "Không có quyền «thư ký». Các quyền: Văn thư cơ quan, Lãnh đạo, Chánh văn phòng, Lãnh đạo đơn vị, Văn thư đơn vị, Chuyên viên, Lưu trữ, Quản trị."
      ),
    ]
    outcome.problems = outcome.rowProblems.map(\.message)
    return outcome
  }
}
