import Kernel
import Markup
import WebApp

/// Pages of a dossier's own files for the gallery. Nothing in them exists.
enum DossierFileExamples {
  static let all: [GalleryExample] = [
    example(
      "ho-so-tep-thu", "Về lịch họp thẩm định",
      .mail(
        from: "Sở Nông nghiệp và Môi trường <snnmt@binhha.example>", to: "vu.khoangsan@tcdc.example",
        subject: "Về lịch họp thẩm định",
        text: "Kính gửi Vụ Khoáng sản,\n\nSở đề nghị họp thẩm định lúc 8 giờ ngày 27/11/2026.\n\nTrân trọng.")),
    example("ho-so-tep-ghi-am", "Ghi âm cuộc họp ngày 20/11/2026", .recording(path: "/tinh/vi-du/ghi-am.wav")),
    example(
      "ho-so-tep-khong-xem", String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 6),
      .nothing("Tệp loại này mở bằng chương trình trên máy, sau khi tải về.")),
  ]

  static let filling: [GalleryExample] = [
    filling("ho-so-chon-van-ban", rows),
    filling("ho-so-chon-van-ban-trong", []),
    filling("ho-so-chon-van-ban-khong-thay", [], typed: "tem phiếu"),
    filling(
      "ho-so-chon-van-ban-tu-choi", rows,
      input: FormInput.refused(
        Refusal(.conflict, "152/SNNMT-KS: Văn bản đang bị giữ lại vì nghi có dấu mật."), keeping: Form())),
    filling("ho-so-chon-van-ban-khong-duoc", [], obstacle: "Hồ sơ 01.KS đã kết thúc ngày 20/11/2026."),
    dropping("ho-so-tha-van-ban", targets),
    dropping("ho-so-tha-van-ban-chua-co", []),
    dropping(
      "ho-so-tha-van-ban-khong-duoc", [],
      obstacle: "Văn bản đang bị giữ lại vì nghi có dấu mật nên chưa đưa vào hồ sơ được."),
  ]

  private static let targets: [DropTargetsPage.Target] = [
    .init(
      action: "#", notation: "01.KS", title: "Kiểm kê trữ lượng đá vôi năm 2026", reason: "đã có văn bản cùng việc",
      isIn: false),
    .init(action: "#", notation: "02.KS", title: "Cấp phép khai thác năm 2026", reason: "", isIn: true),
    .init(
      action: "#", notation: "03.KS", title: longText, reason: "anh/chị đã đưa 3 văn bản của \(longText)", isIn: false),
  ]

  private static func dropping(
    _ name: String, _ targets: [DropTargetsPage.Target], obstacle: String? = nil
  ) -> GalleryExample {
    let page = DropTargetsPage(
      targets: targets, obstacle: obstacle, seal: FormSeal(csrf: "mau", post: "1009", version: 1))
    let shown: HTML = "\(PageHead("Thả vào hồ sơ").html)\(page.html)"
    return GalleryExample(name, Page(title: "Thả vào hồ sơ", room: .dossiers, main: shown))
  }

  private static let rows: [FillingPage.Row] = [
    row("152/SNNMT-KS", "Về việc kiểm kê trữ lượng đá vôi", "cùng việc với hồ sơ", isChosen: true),
    row("45/TCĐC-KS", "Trả lời về kiểm kê trữ lượng", "trích yếu gần với tiêu đề hồ sơ"),
    row("1234/TCĐC-KHCNHTQT", longText, "chưa nằm trong hồ sơ nào", issuer: longText),
    row("16/QĐ-TCĐC", "Ban hành quy chế kiểm kê", "", lies: true),
  ]

  private static let longText = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 6)

  private static func row(
    _ code: String, _ subject: String, _ reason: String, issuer: String = "Sở Nông nghiệp và Môi trường",
    isChosen: Bool = false, lies: Bool = false
  ) -> FillingPage.Row {
    .init(
      value: "incomingDocument-\(code.count)", codeText: code, date: "20/11/2026", subject: subject, path: "#",
      kind: "Văn bản đến", issuer: issuer, reason: reason, isChosen: isChosen, lies: lies)
  }

  private static func filling(
    _ name: String, _ rows: [FillingPage.Row], typed: String = "", obstacle: String? = nil,
    input: FormInput = FormInput()
  ) -> GalleryExample {
    let page = FillingPage(
      dossierName: "01.KS «Kiểm kê trữ lượng đá vôi năm 2026»", contentsPath: "#", action: "#", typed: typed,
      rows: rows,
      obstacle: obstacle, input: input, seal: FormSeal(csrf: "mau", post: "1009", version: 1))
    return GalleryExample(
      name, Page(title: FillingPage.title, room: .dossiers, main: page.html, keys: FillingPage.keys))
  }

  static func example(
    _ name: String, _ title: String, _ shown: DossierFilePage.Shown, reading: String? = nil, report: HTML = .empty,
    file: (name: String, kind: String) = ("ghi-am-hop.mp4", "ghi âm, ghi hình MP4, 12,4 MB")
  ) -> GalleryExample {
    var page = DossierFilePage(
      title: title, dossierName: "01.KS «Kiểm kê trữ lượng đá vôi năm 2026»", contentsPath: "#",
      fileName: file.name, kind: file.kind, day: "20/11/2026",
      added: "Vũ Thị Lan Anh, Chuyên viên, 14:05 24/11/2026", downloadPath: "#", shown: shown)
    (page.reading, page.report) = (reading, report)
    return GalleryExample(name, Page(title: title, room: .dossiers, main: page.html, keys: DossierFilePage.keys))
  }
}
