/// Names of types (tên loại) with the abbreviations that symbols begin with: the 29 administrative ones of Decree
/// 30/2020/NĐ-CP, Article 7 and Annex III, and the other kinds that arrive from outside.
package enum DocumentTypeNames {
  package static let all: [(name: String, abbreviation: String)] =
    administrative + [
      ("Luật", "L"), ("Bộ luật", "BL"), ("Pháp lệnh", "PL"), ("Lệnh", "L"), ("Nghị định", "NĐ"), ("Thông tư", "TT"),
      ("Thông tư liên tịch", "TTLT"), ("Nghị quyết liên tịch", "NQLT"), ("Thông báo liên tịch", "TBLT"),
      ("Kế hoạch liên tịch", "KHLT"), ("Hướng dẫn liên ngành", "HDLN"), ("Chương trình phối hợp", "CTPH"),
      ("Kế hoạch phối hợp", "KHPH"), ("Quy chế phối hợp", "QCPH"), ("Kết luận", "KL"), ("Điều lệ", "ĐL"),
      ("Chương trình hành động", "CTHĐ"), ("Sắc lệnh", "SL"), ("Thông tri", "TT"), ("Hiến pháp", "HP"),
    ]

  package static let administrative: [(name: String, abbreviation: String)] = [
    ("Nghị quyết", "NQ"), ("Quyết định", "QĐ"), ("Chỉ thị", "CT"), ("Quy chế", "QC"), ("Quy định", "QyĐ"),
    ("Thông cáo", "TC"), ("Thông báo", "TB"), ("Hướng dẫn", "HD"), ("Chương trình", "CTr"), ("Kế hoạch", "KH"),
    ("Phương án", "PA"), ("Đề án", "ĐA"), ("Dự án", "DA"), ("Báo cáo", "BC"), ("Biên bản", "BB"), ("Tờ trình", "TTr"),
    ("Hợp đồng", "HĐ"), ("Công văn", ""), ("Công điện", "CĐ"), ("Bản ghi nhớ", "BGN"), ("Bản thỏa thuận", "BTT"),
    ("Giấy ủy quyền", "GUQ"), ("Giấy mời", "GM"), ("Giấy giới thiệu", "GGT"), ("Giấy nghỉ phép", "GNP"),
    ("Phiếu gửi", "PG"), ("Phiếu chuyển", "PC"), ("Phiếu báo", "PB"), ("Thư công", ""),
  ]

  static let official = "Công văn"

  /// The type whose name is the whole text, allowing for slips of recognition.
  static func named(_ text: String) -> String? {
    let letters = LooseText.letters(text)
    if let same = folded.first(where: { $0.letters == letters }) { return same.name }
    let near = folded.filter { type in
      let limit = type.letters.count / 6
      return LooseText.distance(letters, type.letters, limit: limit) <= limit
    }
    return near.count == 1 ? near[0].name : nil
  }

  /// The longest name that the words begin with, and how many words it takes.
  static func leading(_ words: [String]) -> (name: String, count: Int)? {
    for count in stride(from: min(5, words.count), to: 0, by: -1) {
      let letters = LooseText.letters(words.prefix(count).joined())
      if let same = folded.first(where: { $0.letters == letters }) { return (same.name, count) }
    }
    return nil
  }

  /// The type that a symbol's first group stands for.
  static func of(notation: String) -> String? {
    guard let group = notation.split(whereSeparator: { "-/".contains($0) }).first, notation.contains("-") else {
      return nil
    }
    return all.first { $0.abbreviation == group }?.name
  }

  private static let folded = all.map { (name: $0.name, letters: LooseText.letters($0.name)) }
}
