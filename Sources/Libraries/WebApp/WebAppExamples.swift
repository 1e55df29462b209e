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
    GalleryExample("so-sanh", comparison), GalleryExample("so-sanh-khong-khac", sameTexts),
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

  private static var comparison: Page {
    func kept(_ text: String) -> Comparison.Paragraph { .init(.kept, [.init(.kept, text)]) }
    let body = (1...9).map {
      kept("\($0). Các đơn vị trực thuộc thực hiện việc rà soát theo kế hoạch đã được phê duyệt.")
    }
    let long = String(repeating: "nghiêngngoằnngoèo", count: 12)
    return Page(
      title: "So sánh", room: .myWork,
      main: """
        \(PageHead("So sánh phiên bản").html)<div class="sheet-block">\(Comparison(
          "Phiên bản 3 so với phiên bản 2",
          [
            kept("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;"),
            .init(.added, [.init(.added, "Căn cứ Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023;")]),
          ] + body + [
            .init(
              .changed,
              [
                .init(.kept, "Điều 2. Báo cáo gửi trước ngày"), .init(.removed, " 05"), .init(.added, " 15"),
                .init(.kept, " tháng 12 năm 2026"), .init(.added, ", qua hệ thống"), .init(.kept, "."),
              ]),
            .init(.removed, [.init(.removed, "Bản giấy gửi qua bưu điện về Văn phòng trong ba ngày làm việc.")]),
            .init(.changed, [.init(.kept, "Tên rất dài: "), .init(.added, long)]),
          ]).html)</div>
        """)
  }

  private static var sameTexts: Page {
    Page(
      title: "So sánh không khác", room: .myWork,
      main: """
        \(PageHead("So sánh phiên bản").html)<div class="sheet-block">\(Comparison(
          "Phiên bản 2 so với phiên bản 1", [.init(.kept, [.init(.kept, "Điều 1.")])]).html)</div>
        """)
  }

  private static var manyReasons: Refusal {
    var refusal = Refusal(.conflict, "Sổ đăng ký văn bản đến năm 2026 vừa được sửa. Hãy tải lại trang rồi làm lại.")
    refusal.reasons.append(.init("«\(String(repeating: "ngoằnngoèo", count: 14)).pdf»: tệp hỏng, không mở được."))
    return refusal
  }
}
