import Markup
import WebApp

/// Pages of a dossier's own files for the gallery. Nothing in them exists.
enum DossierFileExamples {
  static let all: [GalleryExample] = [
    example(
      "ho-so-tep-thu", "Về lịch họp thẩm định",
      .mail(
        from: "Sở Nông nghiệp và Môi trường <snnmt@binhha.example>", to: "vu.khoangsan@tcdc.example",
        subject: "Về lịch họp thẩm định")),
    example("ho-so-tep-ghi-am", "Ghi âm cuộc họp ngày 20/11/2026", .recording(path: "/tinh/vi-du/ghi-am.wav")),
    example(
      "ho-so-tep-khong-xem", String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 6),
      .nothing("Tệp loại này mở bằng chương trình trên máy, sau khi tải về.")),
  ]

  private static func example(_ name: String, _ title: String, _ shown: DossierFilePage.Shown) -> GalleryExample {
    let page = DossierFilePage(
      title: title, dossierName: "01.KS «Kiểm kê trữ lượng đá vôi năm 2026»", contentsPath: "#",
      fileName: "tep-cua-ho-so.bin", kind: "ghi âm, ghi hình MP4, 12,4 MB", day: "20/11/2026",
      added: "Vũ Thị Lan Anh, Chuyên viên, 14:05 24/11/2026", downloadPath: "#", shown: shown)
    return GalleryExample(name, Page(title: title, room: .dossiers, main: page.html, keys: DossierFilePage.keys))
  }
}
