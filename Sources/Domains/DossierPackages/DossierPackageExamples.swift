import Dossiers
import FileVault
import Jobs
import Kernel
import Markup
import WebApp

/// «Lấy cả hồ sơ» in the states worth looking at. Everything is invented.
enum DossierPackageExamples {
  static let all: [GalleryExample] = [
    restoring("nhap-goi-ho-so", FormInput()), restoring("nhap-goi-ho-so-bi-tu-choi", damaged),
    example("goi-ho-so", lines), example("goi-ho-so-trong", []),
    example(
      "goi-ho-so-bi-tu-choi", lines,
      input: FormInput.refused(
        Refusal(
          [
            .init("Hồ sơ chưa kết thúc; gói nộp lưu chỉ làm từ hồ sơ đã kết thúc."),
            .init("Văn bản số thứ tự 3: chưa có tệp nào."),
          ], kind: .conflict) ?? DossierPackage.incomplete, keeping: Form())),
    example(
      "goi-ho-so-chu-dai", lines, title: String(repeating: "Nghiêngngảkhuỷuưỡnẵỗợữỷ", count: 6)),
  ]

  private static func restoring(_ name: String, _ input: FormInput) -> GalleryExample {
    let page = RestorePackagePage(input: input, seal: FormSeal(csrf: "vi-du", post: "1", submission: "vi-du"))
    return GalleryExample(
      name, Page(title: RestorePackagePage.title, room: .dossiers, main: page.html, keys: RestorePackagePage.keys))
  }

  private static let damaged = FormInput.refused(
    Refusal([
      .init("Tệp representations/rep1/data/2026.0000001.pdf không đúng mã băm ghi trong gói."),
      .init("Mô tả ghi 12 văn bản, trong gói có 11."),
      .init(
        "Gói ghi thời hạn lưu trữ «khác» mà không nói bao lâu: hãy chọn thời hạn.", field: DossierPackagePaths.retention
      ),
    ]) ?? DossierPackage.incomplete, keeping: Form())

  private static let morning = Instant(milliseconds: 1_793_930_400_000)

  private static let lines: [DossierPackagesPage.Line] = [
    line(2, .submission, nil), line(1, .reading, FileHash(String(repeating: "a", count: 64))),
  ]

  private static func line(
    _ number: Int64, _ kind: DossierPackage.Kind, _ hash: FileHash?
  ) -> DossierPackagesPage.Line {
    var package = DossierPackage(
      id: .init(number), dossier: .init(1), kind: kind, account: .init(1), person: .init(1), post: .init(1),
      askedAt: morning)
    if let hash {
      package.madeAt = morning
      package.file = StoredFile(hash: hash, bytes: 2_461_880)
    }
    return .init(package: package, path: DossierPackagePaths.file(.init(1), package.id))
  }

  private static func example(
    _ name: String, _ lines: [DossierPackagesPage.Line], title: String = "Kiểm kê trữ lượng đá vôi năm 2026",
    input: FormInput = FormInput()
  ) -> GalleryExample {
    let page = DossierPackagesPage(
      title: title, notation: "01.KS", dossierPath: DossierPaths.show(.init(1)),
      action: DossierPackagePaths.list(.init(1)), progressPath: DossierPackagePaths.progress(.init(1)), lines: lines,
      input: input, seal: FormSeal(csrf: "vi-du", post: "1", submission: "vi-du"))
    return GalleryExample(
      name, Page(title: "Lấy cả hồ sơ 01.KS", room: .dossiers, main: page.html, keys: DossierPackagesPage.keys))
  }
}
