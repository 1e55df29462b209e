import Kernel
import Papers
import Testing

@testable import Documents

@Suite("Đọc văn bản theo thể thức (Nghị định 30/2020/NĐ-CP)") struct ReadingTests {
  private static let head: [PaperLine] = [
    .init("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", left: 0.5, top: 0.08),
    .init("Độc lập - Tự do - Hạnh phúc", left: 0.56, top: 0.1),
  ]

  @Test("công văn") func officialLetter() {
    let read = DocumentReading.read([
      paper(
        Self.head + [
          .init("UBND TỈNH ĐÔNG NAI", left: 0.18, top: 0.08), .init("SỞ NỘI VỤ", left: 0.22, top: 0.1),
          .init("Số: 125 /SNV-CCVC", left: 0.18, top: 0.135),
          .init("Đẳng Nai, ngày 05 tháng 01 năm 2026", left: 0.55, top: 0.135),
          .init("V/v mở lớp bồi dưỡng", left: 0.16, top: 0.165), .init("kỹ năng giao tiếp", left: 0.17, top: 0.184),
          .init("Kính gửi: Ủy ban nhân dân các huyện", left: 0.35, top: 0.24),
          .init("Thực hiện Quyết định số 15/QĐ-UBND ngày 02 tháng 01 năm 2026 của tỉnh", left: 0.2, top: 0.29),
        ])
    ])
    #expect(read.number?.value == "125")
    #expect(read.notation?.value == "SNV-CCVC")
    #expect(read.issuedDate?.value == Day(isoText: "2026-01-05"))
    #expect(read.issuedDate?.level == .sure)
    #expect(read.place?.value == "Đồng Nai")
    #expect(read.issuingAgency?.value == "Sở Nội vụ tỉnh Đồng Nai")
    #expect(read.parentAgency?.value == "Ủy ban nhân dân tỉnh Đồng Nai")
    #expect(read.documentType?.value == "Công văn")
    #expect(read.subject?.value == "V/v mở lớp bồi dưỡng kỹ năng giao tiếp")
    #expect(read.subject?.boxes.count == 2)
    #expect(read.urgency == nil)
  }

  @Test("văn bản có tên loại, nhiều lỗi nhận dạng") func decision() {
    let read = DocumentReading.read([
      paper(
        Self.head + [
          .init("ỦY BAN NHÂN DẪN", left: 0.18, top: 0.08), .init("TĨNH QUANG NGAI", left: 0.18, top: 0.1),
          .init("HỎA TỐC", left: 0.1, top: 0.03), .init("Số: O4 /QD-UIBND", left: 0.18, top: 0.135),
          .init("Quảng Ngãi, ngày ll tháng § năm 2025", left: 0.55, top: 0.135),
          .init("QUYÉT ĐỊNH", center: 0.52, top: 0.18),
          .init("Ban hành Quy chế hoạt động của Ban Chỉ đạo", center: 0.52, top: 0.205),
          .init("công tác phòng không nhân dân tỉnh", center: 0.52, top: 0.225),
          .init("ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI", center: 0.52, top: 0.27),
          .init("Căn cứ Nghị định số 74/2015/NĐ-CP ngày 09/9/2015", left: 0.2, top: 0.3),
        ]),
      paper(
        [
          .init("Nơi nhận:", left: 0.13, top: 0.6), .init("KT. CHỦ TỊCH", left: 0.62, top: 0.6),
          .init("PHÓ CHỦ TỊCH", left: 0.62, top: 0.62), .init("Trần Hoàng Tuấn", left: 0.61, top: 0.73),
        ], page: 2),
    ])
    #expect(read.number?.value == "04")
    #expect(read.number?.level == .check)
    #expect(read.notation?.value == "QĐ-UBND")
    #expect(read.issuedDate?.value == Day(isoText: "2025-05-11"))
    #expect(read.issuedDate?.level == .check)
    #expect(read.issuingAgency?.value == "Ủy ban nhân dân tỉnh Quảng Ngãi")
    #expect(read.documentType?.value == "Quyết định")
    #expect(
      read.subject?.value == "Ban hành Quy chế hoạt động của Ban Chỉ đạo công tác phòng không nhân dân tỉnh")
    #expect(read.urgency?.value == "express")
    #expect(read.signerName?.value == "Trần Hoàng Tuấn")
    #expect(read.signerPosition?.value == "Phó chủ tịch")
    #expect(read.signerName?.page == 2)
  }

  @Test("liên tịch: nhiều cơ quan, ký hiệu xuống dòng") func joint() {
    let read = DocumentReading.read([
      paper(
        Self.head + [
          .init("BỘ CÔNG AN - BỘ QUỐC PHÒNG -", left: 0.12, top: 0.08),
          .init("BỘ LAO ĐỘNG - THƯƠNG BINH", left: 0.13, top: 0.1), .init("VÀ XÃ HỘI", left: 0.22, top: 0.118),
          .init("Số: 01/2022/TTLT-BCA-", left: 0.12, top: 0.15), .init("BQP-BLĐTBXH", left: 0.12, top: 0.168),
          .init("Hà Nội, ngày 18 tháng 02 năm 2022", left: 0.55, top: 0.15),
          .init("THÔNG TƯ LIÊN TỊCH", center: 0.5, top: 0.21), .init("Quy định về phối hợp", center: 0.5, top: 0.235),
          .init("Căn cứ Bộ luật Tố tụng hình sự;", left: 0.2, top: 0.3),
        ])
    ])
    #expect(read.issuingAgency?.value == "Bộ Công an; Bộ Quốc phòng; Bộ Lao động - Thương binh và Xã hội")
    #expect(read.number?.value == "01/2022")
    #expect(read.notation?.value == "TTLT-BCA-BQP-BLĐTBXH")
    #expect(read.documentType?.value == "Thông tư liên tịch")
    #expect(read.subject?.value == "Quy định về phối hợp")
  }

  @Test("văn bản của Đảng") func party() {
    let read = DocumentReading.read([
      paper([
        .init("TỈNH ỦY BÌNH DƯƠNG", left: 0.15, top: 0.08), .init("*", left: 0.24, top: 0.1),
        .init("ĐẢNG CỘNG SẢN VIỆT NAM", left: 0.55, top: 0.08), .init("Số 139-TB/TU", left: 0.18, top: 0.12),
        .init("Bình Dương, ngày 05 tháng 8 năm 2022", left: 0.5, top: 0.12), .init("THÔNG BÁO", center: 0.5, top: 0.17),
        .init("kết luận của Thường trực Tỉnh ủy", center: 0.5, top: 0.195),
        .init("Thực hiện Chương trình công tác năm 2022 của Tỉnh ủy", left: 0.2, top: 0.27),
      ])
    ])
    #expect(read.number?.value == "139")
    #expect(read.notation?.value == "TB/TU")
    #expect(read.issuingAgency?.value == "Tỉnh ủy Bình Dương")
    #expect(read.documentType?.value == "Thông báo")
    #expect(read.subject?.value == "Kết luận của Thường trực Tỉnh ủy")
    #expect(read.issuedDate?.value == Day(isoText: "2022-08-05"))
  }

  @Test("tổng cục: chữ hoa theo thân văn bản; tên loại đi liền nội dung") func generalDepartment() {
    let read = DocumentReading.read([
      paper(
        Self.head + [
          .init("BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", left: 0.1, top: 0.08),
          .init("TỔNG CỤC KHÍ TƯỢNG THỦY VĂN", left: 0.11, top: 0.1), .init("Số: 7/TB-TCKTTV", left: 0.18, top: 0.135),
          .init("Hà Nội, ngày 05 tháng 8 năm 2026", left: 0.55, top: 0.135),
          .init("THÔNG BÁO KẾT LUẬN", center: 0.5, top: 0.18),
          .init("của Tổng cục trưởng tại cuộc họp", center: 0.5, top: 0.2),
          .init("Ngày 03 tháng 8, Tổng cục Khí tượng Thủy văn họp giao ban.", left: 0.15, top: 0.27),
        ])
    ])
    #expect(read.issuingAgency?.value == "Tổng cục Khí tượng Thủy văn")
    #expect(read.parentAgency?.value == "Bộ Nông nghiệp và Môi trường")
    #expect(read.documentType?.value == "Thông báo")
    #expect(read.subject?.value == "Kết luận của Tổng cục trưởng tại cuộc họp")
    #expect(read.notation?.value == "TB-TCKTTV")
  }

  @Test("ngày viết tay không đọc được thì lấy ngày ký số cùng tháng, cần xem lại") func signingTime() {
    let page = paper(
      Self.head + [
        .init("BỘ NỘI VỤ", left: 0.2, top: 0.08), .init("Số: 15/BNV-VP", left: 0.18, top: 0.135),
        .init("Hà Nội, ngày Ø† tháng 02 năm 2025", left: 0.55, top: 0.135),
      ])
    let layer = paper([.init("Thời gian ký: 04/02/2025 16:42:36", left: 0.7, top: 0.02)])
    let read = DocumentReading.read([page], layer: [layer])
    #expect(read.issuedDate?.value == Day(isoText: "2025-02-04"))
    #expect(read.issuedDate?.level == .check)
    #expect(DocumentReading.read([page]).issuedDate == nil)
  }

  @Test("giấy mời không có trích yếu; trang trắng không có gì") func nothingIsInvented() {
    let read = DocumentReading.read([
      paper(
        Self.head + [
          .init("ỦY BAN NHÂN DÂN", left: 0.18, top: 0.08), .init("TỈNH ĐỒNG NAI", left: 0.2, top: 0.1),
          .init("Số: 245/GM-UBND", left: 0.18, top: 0.135),
          .init("Đồng Nai, ngày 09 tháng 5 năm 2016", left: 0.55, top: 0.135),
          .init("GIẤY MỜI", center: 0.52, top: 0.18),
          .init("Kính gửi: Thường trực Hội đồng nhân dân tỉnh", left: 0.3, top: 0.22),
        ])
    ])
    #expect(read.documentType?.value == "Giấy mời")
    #expect(read.subject == nil)
    #expect(DocumentReading.read([PageText(page: 1, origin: .none, words: [])]) == ReadSuggestions())
    #expect(DocumentReading.read([]) == ReadSuggestions())
  }

  @Test(
    "tên loại",
    arguments: [
      ("QUYÉT ĐỊNH", "Quyết định"), ("QUY ĐỊNH", "Quy định"), ("GIÁY MỜI", "Giấy mời"),
      ("THÔNG TƯ LIÊN TỊCH", "Thông tư liên tịch"),
    ]) func typeNames(printed: String, name: String)
  { #expect(DocumentTypeNames.named(printed) == name) }

  @Test("dòng thường không phải tên loại", arguments: ["CỘNG HÒA", "QUYẾT", "Điều 1", ""])
  func notTypes(text: String) { #expect(DocumentTypeNames.named(text) == nil) }
}
