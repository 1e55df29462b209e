import Kernel
import Markup
import WebApp

extension IncomingDocumentExamples {
  static func work(_ name: String, _ groups: [MyWorkPage.Group]) -> GalleryExample {
    let image = RegistrationExamples.images[0].path
    var page = MyWorkPage(
      chips: Chips(
        label: "Lọc việc",
        [
          .init("Cần tôi làm", path: "/viec-cua-toi", selected: true, count: groups.isEmpty ? "0" : "6"),
          .init("Chờ người khác", path: "/viec-cua-toi?nhom=cho", count: "2"),
          .init("Để biết", path: "/viec-cua-toi?nhom=biet", count: "0"),
          .init("Đã xong", path: "/viec-cua-toi?nhom=xong"),
        ]),
      groups: groups, acts: [Button("Nhận tệp", style: .primary, path: "/van-ban-den/cho-vao-so", key: "v")],
      preview: groups.isEmpty
        ? .empty
        : DocumentPreview(
          title: "Công văn 283/VP-HC",
          facts: DefinitionList([
            .init("Nơi gửi", text: "Văn phòng Tổng cục Môi trường biển"), .init("Ngày văn bản", text: "05/11/2026"),
          ]), pagePath: image, path: "/van-ban-den/cho-vao-so/31/vao-so"
        ).html
    )
    page.bar = BatchBar(
      groups.flatMap(\.items).compactMap(\.choice), back: "/viec-cua-toi", allPath: "/viec-cua-toi?chon=het",
      longPath: "/viec-cua-toi?dong=200")
    return GalleryExample(name, page.html, title: "Việc của tôi", room: .myWork, keys: page.keys)
  }

  /// Given to a unit, and passed on from it.
  private static var held: [MyWorkPage.Item] {
    func item(_ id: Int64, _ code: String, _ subject: String, _ acts: [WorkBatch.Act]) -> MyWorkPage.Item {
      var item = MyWorkPage.Item(
        id: "viec-\(id)", path: "/van-ban-den/\(id)", asked: "Nhận việc", role: "chủ trì", codeText: code,
        subject: subject, sender: "Sở Nông nghiệp và Môi trường tỉnh Trường Sơn")
      item.choice = .init(target: WorkBatchTarget(IncomingDocument.ID(id)), acts: acts, label: "số đến \(id)")
      item.keys = [("c", "/van-ban-den/\(id)/viec/\(id)/phan-cong"), ("e", "/van-ban-den/\(id)/viec/\(id)/ket-qua")]
      item.deadline = DeadlineMark(day: "Thứ Sáu, 13/11/2026", left: "còn 5 ngày làm việc", state: .later)
      return item
    }
    var passed = item(48, "45/GM-VP", "Rà soát giấy phép khai thác cát lòng sông", [.complete])
    passed.passedOn = [
      "Vụ Khoáng sản (chủ trì): Hoàng Văn Thắng mở 09:12 05/11/2026", "Vụ Pháp chế (phối hợp): chưa mở",
    ]
    return [item(40, "152/SNNMT-KS", "Kiểm kê trữ lượng đá vôi năm 2026", [.accept, .assign, .complete]), passed]
  }

  static var longGroups: [MyWorkPage.Group] {
    groups.map { group in
      var long = group
      for index in long.items.indices {
        long.items[index].subject = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 12)
        long.items[index].sender = String(repeating: "Ban Chỉ đạo liên ngành rà soát ", count: 4)
        long.items[index].codeText = "12345678901/QĐ-BCĐ138-TTHĐND-UBMTTQVN"
      }
      return long
    }
  }

  static var groups: [MyWorkPage.Group] {
    func item(_ id: Int, _ asked: String, _ code: String, _ subject: String) -> MyWorkPage.Item {
      .init(
        id: "\(id)", path: "/van-ban-den/cho-vao-so/\(id)/vao-so", asked: asked, codeText: code, subject: subject,
        sender: "Văn phòng Tổng cục Môi trường biển")
    }
    var late = item(30, "Bổ sung tệp", "1244", "(Bì không mở, gửi đích danh Tổng cục trưởng)")
    late.deadline = DeadlineMark(day: "03/11/2026", left: "quá hạn 3 ngày", state: .overdue)
    var express = item(31, "Vào sổ", "283/VP-HC", "Kiểm kê tài sản công và rà soát trang thiết bị làm việc năm 2026")
    express.urgency = .express
    express.isUnread = true
    express.deadline = DeadlineMark(day: "06/11/2026", left: "hết hôm nay", state: .soon)
    var running = item(33, "Vào sổ", "", "scan0033.pdf")
    running.progress = ProgressLine(key: "paper-33", text: "Đang nhận dạng chữ, trang 3/10", value: 3, max: 10)
    return [
      .init(title: "Quá hạn", items: [late]),
      .init(title: "Hôm nay", items: [express, item(32, "Vào sổ", "45/GM-VP", "Họp giao ban tháng 11 năm 2026")]),
      .init(title: "Trong tuần", items: [], total: 0, morePath: "/viec-cua-toi?han=trong-tuan"),
      .init(
        title: "Sau đó", items: held, total: 702, totalText: "702+", morePath: "/viec-cua-toi?han=sau-do"),
      .init(
        title: "Không hạn", items: [running, item(35, "Vào sổ", "", "cv-gop-y-du-thao.docx")], total: 64,
        morePath: "/van-ban-den?chua-co-tep=1"),
    ]
  }
}
