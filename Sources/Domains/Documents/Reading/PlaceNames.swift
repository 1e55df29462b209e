import VietnameseText

/// Names of provinces and of the larger towns, before and after the mergers of 2025: places where papers are dated.
enum PlaceNames {
  /// The known name that reads like this one, else the text itself.
  static func corrected(_ text: String) -> String { known(text) ?? text }

  static func known(_ text: String) -> String? {
    let exact = Folding.exact(text)
    if let same = names.first(where: { Folding.exact($0) == exact }) { return same }
    let letters = LooseText.letters(text)
    if let same = folded.first(where: { $0.letters == letters }) { return same.name }
    guard letters.count >= 5 else { return nil }
    let near = folded.filter { LooseText.distance(letters, $0.letters, limit: 1) <= 1 }
    return near.count == 1 ? near[0].name : nil
  }

  /// The known name at the end of the text, with the number of words it takes.
  static func knownTail(of words: [String]) -> (name: String, count: Int)? {
    for count in [4, 3, 2] where words.count > count {
      if let name = known(words.suffix(count).joined(separator: " ")) { return (name, count) }
    }
    return nil
  }

  /// The known name of two words or more that the words begin with.
  static func knownStart(of words: [String]) -> (name: String, count: Int)? {
    for count in [4, 3, 2] where words.count >= count {
      if let name = known(words.prefix(count).joined(separator: " ")) { return (name, count) }
    }
    return nil
  }

  private static let folded = names.map { (name: $0, letters: LooseText.letters($0)) }

  static let names = [
    "An Giang", "Bà Rịa - Vũng Tàu", "Bạc Liêu", "Bắc Giang", "Bắc Kạn", "Bắc Ninh", "Bến Tre", "Bình Dương",
    "Bình Định", "Bình Phước", "Bình Thuận", "Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng", "Đắk Lắk", "Đắk Nông",
    "Điện Biên", "Đồng Nai", "Đồng Tháp", "Gia Lai", "Hà Giang", "Hà Nam", "Hà Nội", "Hà Tĩnh", "Hải Dương",
    "Hải Phòng", "Hậu Giang", "Hòa Bình", "Huế", "Hưng Yên", "Khánh Hòa", "Kiên Giang", "Kon Tum", "Lai Châu",
    "Lạng Sơn", "Lào Cai", "Lâm Đồng", "Long An", "Nam Định", "Nghệ An", "Ninh Bình", "Ninh Thuận", "Phú Thọ",
    "Phú Yên", "Quảng Bình", "Quảng Nam", "Quảng Ngãi", "Quảng Ninh", "Quảng Trị", "Sóc Trăng", "Sơn La", "Tây Ninh",
    "Thái Bình", "Thái Nguyên", "Thanh Hóa", "Thành phố Hồ Chí Minh", "Thừa Thiên Huế", "Tiền Giang", "Trà Vinh",
    "Tuyên Quang", "Vĩnh Long", "Vĩnh Phúc", "Yên Bái", "Hồ Chí Minh", "Biên Hòa", "Thủ Dầu Một", "Buôn Ma Thuột",
    "Đà Lạt", "Nha Trang", "Quy Nhơn", "Vũng Tàu", "Phan Thiết", "Pleiku", "Rạch Giá", "Long Xuyên", "Mỹ Tho",
    "Tam Kỳ", "Tuy Hòa", "Đồng Hới", "Đông Hà", "Vinh", "Việt Trì", "Hạ Long", "Tân An", "Phủ Lý", "Vị Thanh",
    "Cao Lãnh", "Đồng Xoài", "Gia Nghĩa", "Long Khánh", "Phan Rang - Tháp Chàm",
  ]
}
