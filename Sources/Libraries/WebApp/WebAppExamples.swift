import Kernel
import Markup

/// What is shown when a request cannot be met, for the gallery.
package enum WebAppExamples {
  package static let all: [GalleryExample] = [
    GalleryExample(
      "khong-tim-thay",
      ErrorPage.page(
        of: Refusal(
          .notFound, "Không tìm thấy trang này. Địa chỉ có thể đã gõ sai hoặc văn bản không thuộc quyền xem."))),
    GalleryExample(
      "khong-duoc-phep", ErrorPage.page(of: Refusal(.forbidden, "Chỉ văn thư của cơ quan đã vào sổ được sửa."))),
    GalleryExample("da-co-thay-doi-khac", ErrorPage.page(of: manyReasons)),
    GalleryExample("he-thong-gap-loi", ErrorPage.faultPage("1JLY38Q")), GalleryExample("hoan-tac", undo),
  ]

  private static var undo: Page {
    let long = String(repeating: "Vụ Nghiêng Ngả và Khuỷu Ưỡn ẵ ỗ ợ ữ ỷ Đ; ", count: 8)
    let notices = ["Đã phân công Bùi Quốc Khánh, Chuyên viên (chủ trì, hạn 30/11/2026).", "Đã trình \(long)"].map {
      UndoNotice($0, action: "/van-ban-den/8/hoan-tac/16", seal: FormSeal(csrf: "ma"), secondsLeft: 10).html
    }
    return Page(
      title: "Hoàn tác", room: .myWork, main: "\(PageHead("Hoàn tác việc vừa gửi").html)\(notices)",
      keys: [KeyHint("u", "hoàn tác")])
  }

  private static var manyReasons: Refusal {
    var refusal = Refusal(.conflict, "Sổ đăng ký văn bản đến năm 2026 vừa được sửa. Hãy tải lại trang rồi làm lại.")
    refusal.reasons.append(.init("«\(String(repeating: "ngoằnngoèo", count: 14)).pdf»: tệp hỏng, không mở được."))
    return refusal
  }
}
