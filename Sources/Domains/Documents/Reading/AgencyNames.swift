import Foundation
import VietnameseText

/// Writing an agency's name, printed in capitals, the way running text writes it (Decree 30/2020/NĐ-CP, Annex II).
enum AgencyNames {
  /// Words an agency's name begins with.
  static let heads = [
    "ủy ban", "ubnd", "hội đồng", "hđnd", "sở", "bộ", "ban", "bch", "bcđ", "văn phòng", "tổng cục", "cục", "chi cục",
    "vụ", "thành ủy", "tỉnh ủy", "huyện ủy", "quận ủy", "đảng ủy", "đảng bộ", "trường", "trung tâm", "viện", "tòa án",
    "kho bạc", "ngân hàng", "bảo hiểm", "liên đoàn", "công đoàn", "đoàn", "tỉnh đoàn", "hội", "công an", "quốc hội",
    "chính phủ", "thủ tướng", "chủ tịch nước", "kiểm toán", "thanh tra", "phòng", "công ty", "tập đoàn", "tổng công ty",
    "học viện", "đại học", "bệnh viện", "tạp chí", "báo", "mặt trận", "tổ", "nhà xuất bản", "đài", "thông tấn xã",
    "chi nhánh", "quỹ", "khu", "vườn", "hạt", "tổng liên đoàn", "trung ương", "ubmttq", "thường trực", "bqp",
    "quân khu",
  ]

  /// Names and parts of names in the writing of running text; matched whatever marks recognition lost.
  static let phrases = [
    "Ủy ban nhân dân", "Hội đồng nhân dân", "Ủy ban Thường vụ Quốc hội", "Văn phòng Chính phủ", "Thủ tướng Chính phủ",
    "Văn phòng Quốc hội", "Văn phòng Chủ tịch nước", "Chủ tịch nước", "Quốc hội", "Chính phủ", "Ban Chỉ đạo",
    "Ban Chỉ huy", "Ban Chấp hành", "Ban Quản lý", "Ban Thường vụ", "Tòa án nhân dân", "Viện kiểm sát nhân dân",
    "tối cao", "Kiểm toán nhà nước", "Thanh tra Chính phủ", "Ngân hàng Nhà nước", "Kho bạc Nhà nước",
    "Bảo hiểm xã hội", "Liên đoàn Lao động", "Tổng Liên đoàn Lao động Việt Nam", "Mặt trận Tổ quốc Việt Nam",
    "Bộ Công an", "Bộ Quốc phòng", "Bộ Ngoại giao", "Bộ Nội vụ", "Bộ Tư pháp", "Bộ Tài chính", "Bộ Công Thương",
    "Bộ Xây dựng", "Bộ Y tế", "Bộ Kế hoạch và Đầu tư", "Bộ Nông nghiệp và Phát triển nông thôn",
    "Bộ Nông nghiệp và Môi trường", "Bộ Giao thông vận tải", "Bộ Tài nguyên và Môi trường",
    "Bộ Thông tin và Truyền thông", "Bộ Lao động - Thương binh và Xã hội", "Bộ Văn hóa, Thể thao và Du lịch",
    "Bộ Khoa học và Công nghệ", "Bộ Giáo dục và Đào tạo", "Bộ Dân tộc và Tôn giáo", "Ủy ban Dân tộc", "Sở Nội vụ",
    "Sở Tư pháp", "Sở Tài chính", "Sở Công Thương", "Sở Xây dựng", "Sở Y tế", "Sở Ngoại vụ", "Sở Kế hoạch và Đầu tư",
    "Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp và Môi trường", "Sở Giao thông vận tải",
    "Sở Tài nguyên và Môi trường", "Sở Thông tin và Truyền thông", "Sở Lao động - Thương binh và Xã hội",
    "Sở Văn hóa, Thể thao và Du lịch", "Sở Khoa học và Công nghệ", "Sở Giáo dục và Đào tạo", "Sở Dân tộc và Tôn giáo",
    "Sở Quy hoạch - Kiến trúc", "Sở Du lịch", "Văn phòng", "Thanh tra", "Công an", "Bộ Chỉ huy Quân sự", "Tổng cục",
    "Chi cục", "Trung tâm", "Đoàn Khối các cơ quan", "Tỉnh Đoàn", "Tỉnh ủy", "Thành ủy", "Huyện ủy", "Đảng ủy",
    "Đoàn đại biểu Quốc hội", "tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "phường", "xã",
  ]

  private static let folded = phrases.map { (text: $0, words: Token.tokens(of: $0).map { Array($0.folded) }) }
    .sorted { $0.words.count > $1.words.count }

  private static let expansions = [
    "ubnd": "Ủy ban nhân dân", "hđnd": "Hội đồng nhân dân", "bcđ": "Ban Chỉ đạo", "tp": "thành phố",
  ]

  private static let placeWords: Set<String> = [
    "tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "phường", "xã",
  ]

  static func beginsName(_ text: String) -> Bool {
    let letters = Token.tokens(of: text).map(\.folded)
    return headTokens.contains { head in letters.count >= head.count && Array(letters.prefix(head.count)) == head }
  }

  private static let headTokens = heads.map { Token.tokens(of: $0).map(\.folded) }

  static func beginsPlace(_ text: String) -> Bool {
    let first = Token.tokens(of: text).map(\.folded)
    return first.first.map { ["tinh", "huyen", "quan", "phuong", "xa", "tp"].contains($0) } ?? false
      || Array(first.prefix(2)) == ["thanh", "pho"] || Array(first.prefix(2)) == ["thi", "xa"]
  }

  /// The name as running text writes it.
  static func written(_ printed: String) -> String {
    var words = printed.split(separator: " ").map { $0.trimmingCharacters(in: .init(charactersIn: ".:;_|\"'“”‘’—")) }
    words = words.filter { !LooseText.letters($0).isEmpty || $0 == "-" || $0 == "&" }
    while words.last == "-" { words.removeLast() }
    while words.first == "-" { words.removeFirst() }
    var result: [String] = []
    var index = 0
    while index < words.count {
      let expanded = expansions[Folding.exact(words[index])]
      let rest = Array(words[index...])
      if let expanded {
        result.append(expanded)
        index += 1
      } else if let last = result.last, placeWords.contains(Folding.exact(last)), let place = place(rest) {
        result.append(place.name)
        index += place.count
      } else if let known = phrase(rest) {
        result.append(known.text)
        index += known.count
      } else if let place = PlaceNames.knownStart(of: rest), !result.isEmpty {
        result.append(place.name)
        index += place.count
      } else {
        result.append(words[index].contains(where: \.isNumber) ? words[index] : words[index].lowercased())
        index += 1
      }
    }
    let text = result.joined(separator: " ")
    return capitalized(text)
  }

  static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  private static func place(_ words: [String]) -> (name: String, count: Int)? {
    for count in [5, 4, 3, 2, 1] where words.count >= count {
      if let name = PlaceNames.known(words.prefix(count).joined(separator: " ")) { return (name, count) }
    }
    // An unknown place: every syllable gets its capital up to the end of the name.
    let name = words.map { capitalized($0.lowercased()) }.joined(separator: " ")
    return words.count <= 4 && !words.isEmpty ? (name, words.count) : nil
  }

  /// The longest known phrase that the words begin with; signs between words do not count.
  private static func phrase(_ words: [String]) -> (text: String, count: Int)? {
    for phrase in folded {
      var index = 0
      var wrong = 0
      var matched = 0
      while index < words.count, matched < phrase.words.count {
        let letters = LooseText.letters(words[index])
        index += 1
        if letters.isEmpty { continue }
        // A name's first word tells what it is: sở and bộ differ by one letter.
        wrong +=
          matched == 0 && letters != phrase.words[0]
          ? 9 : LooseText.distance(letters, phrase.words[matched], limit: 2)
        matched += 1
        if wrong > phrase.words.count / 3 { break }
      }
      if matched == phrase.words.count, wrong <= phrase.words.count / 3 { return (phrase.text, index) }
    }
    return nil
  }
}
