/// Kind of a document (tên loại văn bản).
///
/// Administrative ones are the closed list of 29 (Decree 30/2020, Article 7); what comes in may be of other kinds too,
/// so the list of incoming kinds is a table that a registry clerk extends.
package struct DocumentType: Sendable, Hashable {
  /// Stable code of the kind, such as `quyetDinh`.
  package var key: String
  /// As printed: «Quyết định».
  package var name: String
  /// As written in symbols, letter case fixed (`QyĐ`, `CTr`, `TTr`); empty where the kind has none (công văn, thư công).
  package var abbreviation: String
  /// Code in archive packages (TT05: 01…32); 32 is «Khác».
  package var archiveCode: String
  /// One of the 29.
  package var isAdministrative: Bool

  package init(_ key: String, _ name: String, _ abbreviation: String, code: String, isAdministrative: Bool) {
    self.key = key
    self.name = name
    self.abbreviation = abbreviation
    archiveCode = code
    self.isAdministrative = isAdministrative
  }

  private init(_ key: String, _ name: String, _ abbreviation: String, _ code: String) {
    self.init(key, name, abbreviation, code: code, isAdministrative: true)
  }

  /// Code in archive packages for kinds without one of their own.
  package static let otherArchiveCode = "32"

  package static let congVan = DocumentType("congVan", "Công văn", "", "22")
  package static let giayMoi = DocumentType("giayMoi", "Giấy mời", "GM", "26")
  package static let congDien = DocumentType("congDien", "Công điện", "CĐ", "23")

  /// The 29 administrative kinds in the order of the decree (Annex III.I).
  package static let administrative: [DocumentType] = [
    DocumentType("nghiQuyet", "Nghị quyết", "NQ", "01"),
    DocumentType("quyetDinh", "Quyết định", "QĐ", "02"),
    DocumentType("chiThi", "Chỉ thị", "CT", "03"),
    DocumentType("quyChe", "Quy chế", "QC", "04"),
    DocumentType("quyDinh", "Quy định", "QyĐ", "05"),
    DocumentType("thongCao", "Thông cáo", "TC", "06"),
    DocumentType("thongBao", "Thông báo", "TB", "07"),
    DocumentType("huongDan", "Hướng dẫn", "HD", "08"),
    DocumentType("chuongTrinh", "Chương trình", "CTr", "09"),
    DocumentType("keHoach", "Kế hoạch", "KH", "10"),
    DocumentType("phuongAn", "Phương án", "PA", "11"),
    DocumentType("deAn", "Đề án", "ĐA", "12"),
    DocumentType("duAn", "Dự án", "DA", "13"),
    DocumentType("baoCao", "Báo cáo", "BC", "14"),
    DocumentType("bienBan", "Biên bản", "BB", "20"),
    DocumentType("toTrinh", "Tờ trình", "TTr", "15"),
    DocumentType("hopDong", "Hợp đồng", "HĐ", "21"),
    congVan,
    congDien,
    DocumentType("banGhiNho", "Bản ghi nhớ", "BGN", "24"),
    DocumentType("banThoaThuan", "Bản thỏa thuận", "BTT", "25"),
    DocumentType("giayUyQuyen", "Giấy uỷ quyền", "GUQ", "16"),
    giayMoi,
    DocumentType("giayGioiThieu", "Giấy giới thiệu", "GGT", "27"),
    DocumentType("giayNghiPhep", "Giấy nghỉ phép", "GNP", "28"),
    DocumentType("phieuGui", "Phiếu gửi", "PG", "17"),
    DocumentType("phieuChuyen", "Phiếu chuyển", "PC", "18"),
    DocumentType("phieuBao", "Phiếu báo", "PB", "19"),
    DocumentType("thuCong", "Thư công", "", "29"),
  ]

  /// Further kinds that come in from the first day: normative acts, letters of citizens and the like.
  package static let furtherIncoming: [DocumentType] = [
    incoming("hienPhap", "Hiến pháp", "HP"),
    incoming("boLuat", "Bộ luật", "BL"),
    incoming("luat", "Luật", "L"),
    incoming("phapLenh", "Pháp lệnh", "PL"),
    incoming("lenh", "Lệnh", "L"),
    incoming("nghiQuyetLienTich", "Nghị quyết liên tịch", "NQLT"),
    incoming("nghiDinh", "Nghị định", "NĐ"),
    incoming("thongTu", "Thông tư", "TT"),
    incoming("thongTuLienTich", "Thông tư liên tịch", "TTLT"),
    incoming("vanBanHopNhat", "Văn bản hợp nhất", "VBHN"),
    incoming("sacLenh", "Sắc lệnh", "SL"),
    incoming("thongBaoLienTich", "Thông báo liên tịch", "TBLT"),
    incoming("keHoachLienTich", "Kế hoạch liên tịch", "KHLT"),
    incoming("huongDanLienNganh", "Hướng dẫn liên ngành", "HDLN"),
    incoming("chuongTrinhPhoiHop", "Chương trình phối hợp", "CTPH"),
    incoming("keHoachPhoiHop", "Kế hoạch phối hợp", "KHPH"),
    incoming("quyChePhoiHop", "Quy chế phối hợp", "QCPH"),
    incoming("chuongTrinhHanhDong", "Chương trình hành động", "CTHĐ"),
    incoming("dieuLe", "Điều lệ", "ĐL"),
    incoming("thongTri", "Thông tri", "TT"),
    incoming("ketLuan", "Kết luận", "KL"),
    incoming("banAn", "Bản án", "BA"),
    incoming("donThu", "Đơn thư", ""),
    incoming("vanBanNuocNgoai", "Văn bản nước ngoài", ""),
    incoming("banDo", "Bản đồ", "", code: "30"),
    incoming("banVeKyThuat", "Bản vẽ kỹ thuật", "", code: "31"),
    incoming("khac", "Khác", ""),
  ]

  /// One of the kinds known from the first day.
  package static func known(_ key: String) -> DocumentType? {
    administrative.first { $0.key == key } ?? furtherIncoming.first { $0.key == key }
  }

  private static func incoming(
    _ key: String, _ name: String, _ abbreviation: String, code: String = otherArchiveCode
  ) -> DocumentType {
    DocumentType(key, name, abbreviation, code: code, isAdministrative: false)
  }
}
