import Kernel
import Markup
import WebApp

/// The screens of this module with invented content.
enum NotificationsExamples {
  static let all: [GalleryExample] = [
    example("thong-bao-trong", NotificationsPage.title, NotificationsPage(lines: [], unreadCount: 0, seal: seal).html),
    example("thong-bao", NotificationsPage.title, usual.html),
    example("thong-bao-chua-doc-het", NotificationsPage.title, full.html),
    example("thong-bao-tu-dai", NotificationsPage.title, long.html),
    example("cach-nhan-thong-bao", PreferencesPage.title, preferences.html),
    example("cach-nhan-chua-xac-nhan", PreferencesPage.title, unconfirmed.html),
    example("xac-nhan-dia-chi", ConfirmationPage.title, confirmation.html),
    example("xac-nhan-dia-chi-het-han", ConfirmationPage.title, staleConfirmation.html),
    example("cach-nhan-thong-bao-chua-co-thu", PreferencesPage.title, unconnected.html),
    example("cach-nhan-thong-bao-tu-choi", PreferencesPage.title, refused.html),
  ]

  private static let seal = FormSeal(csrf: "phien-mau", post: "1009", version: 1)

  private static func example(_ name: String, _ title: String, _ main: HTML) -> GalleryExample {
    GalleryExample(name, Page(title: title, main: main))
  }

  private static func line(
    _ number: Int64, _ sentence: String, _ subject: String, words: String = "", isRead: Bool, isSeen: Bool = true
  ) -> NotificationsPage.Line {
    NotificationsPage.Line(
      id: Notification.ID(number), sentence: sentence,
      codeText: isSeen ? "Số đến \(1200 + number), \(150 + number)/SNNMT-KS" : "", subject: isSeen ? subject : "",
      words: words, at: "08:\(10 + number) 05/11/2026", isRead: isRead,
      path: isSeen ? "/thong-bao/\(number)" : nil)
  }

  private static var usual: NotificationsPage {
    NotificationsPage(
      lines: [
        line(
          8, "Hoàng Văn Thắng giao việc", "Về việc kiểm kê trữ lượng đá vôi năm 2026",
          words: "Chủ trì, báo cáo trước 15/11", isRead: false),
        line(
          7, "Nguyễn Văn An đôn đốc", "Về việc rà soát giấy phép thăm dò hết hạn", words: "nhắc nhở lần 2",
          isRead: false),
        line(
          6, "Hoàng Văn Thắng thu hồi việc đã giao", "", words: "Giao nhầm, đã chuyển Vụ Pháp chế", isRead: false,
          isSeen: false),
        line(
          5, "Sắp đến hạn", "Về việc báo cáo tình hình khai thác cát sỏi lòng sông", words: "hạn Thứ Hai, 09/11/2026",
          isRead: true),
        line(
          4, "Bùi Quốc Khánh hoàn thành việc được giao", "Về việc cung cấp số liệu địa chất công trình",
          words: "Đã trả lời tại 12/TCĐC-KS", isRead: true),
      ], unreadCount: 3, seal: seal)
  }

  private static var full: NotificationsPage {
    var page = usual
    page.lines = (1...30).map { number in
      line(Int64(number), "Hoàng Văn Thắng giao việc", "Về việc báo cáo lần thứ \(number) theo kế hoạch", isRead: false)
    }
    page.unreadCount = 2000
    page.showsUnreadOnly = true
    page.pager = Pager(older: "/thong-bao?loc=chua-doc&truoc=1")
    return page
  }

  private static var long: NotificationsPage {
    var page = usual
    for index in page.lines.indices {
      page.lines[index].sentence = String(repeating: "Nghiêng Khuỷu Ưỡn Ẵm Ỡm Ợ ", count: 5) + "giao việc"
      page.lines[index].subject = String(repeating: "Về việc nghiêng ngả khuỷu ưỡn ẵm ỡm ợ ữ ỷ Đ ", count: 9)
      page.lines[index].words = String(repeating: "ý kiến rất dài ", count: 30)
      page.lines[index].codeText = "Số đến 1234567, 12345678901234567890/QĐ-UBND-SNNMT-KSTNVB"
    }
    return page
  }

  private static var preferences: PreferencesPage {
    var page = unconfirmed
    page.preferences.confirmedAt = Instant(Day(number: 20_762), hour: 8)
    return page
  }

  private static let unconfirmed = PreferencesPage(
    preferences: MailPreferences(
      person: PersonID(1009), address: "khanhbq@tongcuc.vi-du.vn", chosen: [.workToRead: .none], version: 1),
    sendsMail: true, seal: seal)

  private static let confirmation = ConfirmationPage(
    address: "khanhbq@tongcuc.vi-du.vn", code: "3k9x2m", obstacle: nil, seal: seal)

  private static var staleConfirmation: ConfirmationPage {
    var page = confirmation
    page.obstacle = "Liên kết chỉ dùng được trong 24 giờ, đến 08:30 05/11/2026. Hãy gửi lại thư xác nhận."
    return page
  }

  private static var unconnected: PreferencesPage {
    PreferencesPage(preferences: MailPreferences(person: PersonID(1009)), sendsMail: false, seal: seal)
  }

  private static var refused: PreferencesPage {
    var page = preferences
    page.input = FormInput(
      values: [PreferenceField.address: "khanh bq@tongcuc"],
      reasons: [PreferenceField.address: ["«khanh bq@tongcuc» không phải địa chỉ thư. Ví dụ: hoant@tongcuc.gov.vn."]])
    return page
  }
}
