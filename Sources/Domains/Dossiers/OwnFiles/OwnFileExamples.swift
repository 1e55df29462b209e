import Documents
import Kernel
import Markup
import WebApp

/// How far files in dossiers are read, and withheld ones as each of the two people sees them. Nothing in them exists.
enum OwnFileExamples {
  static var all: [GalleryExample] {
    [
      DossierFileExamples.example(
        "ho-so-tep-dang-doc", "Biên bản họp ngày 20/11/2026", .recording(path: "/tinh/vi-du/ghi-am.wav"),
        reading: "đang đọc"),
      DossierFileExamples.example(
        "ho-so-tep-khong-doc", longText, .nothing("Tệp bị hỏng, không mở được."),
        reading: "không đọc được: Tệp bị hỏng, không mở được. Mở bằng chương trình đã làm ra tệp, lưu lại rồi thay."),
      contents,
    ] + QuarantineExamples.all("ho-so-tep-niem-giu", heading, room: .dossiers)
  }

  private static let longText = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 6)
  private static let heading = QuarantinePage.Heading(
    title: "Tài liệu số thứ tự 3: đang niêm giữ", line: "Hồ sơ 01.KS «Kiểm kê trữ lượng đá vôi năm 2026».",
    remains: WithheldOwnFile.remains, path: "#")

  /// The list of contents with every state of a file.
  private static var contents: GalleryExample {
    func row(_ ordinal: Int, _ title: String, _ reading: DossierContentsPart.Reading?) -> DossierContentsPart.Row {
      .init(
        ordinal: "\(ordinal)", codeText: "", date: "20/11/2026", title: title, path: "#", author: "",
        pages: "\(ordinal)",
        takeOut: .empty, reading: reading)
    }
    let part = DossierContentsPart(
      rows: [
        row(1, "Biên bản họp", nil), row(2, "Ảnh chụp bản vẽ", .waiting),
        row(3, Secrecy.veil, .withheld),
        row(4, longText, .unreadable("không đọc được: Tệp bị hỏng, không mở được. \(longText)")),
      ], acts: .empty)
    return GalleryExample(
      "ho-so-muc-luc-doc-tep",
      Page(
        title: "Văn bản", room: .dossiers,
        main: "\(PageHead("01.KS Kiểm kê trữ lượng đá vôi năm 2026").html)\(part.html)"))
  }
}
