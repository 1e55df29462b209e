/// Random numbers that a seed settles.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Vietnamese as offices write it, as far as a search index can tell: syllables of an own list, the word of rank n about
/// 1/n as often as the first.
struct GeneratedText {
  private static let vocabulary = offices + made

  /// In the order of frequency.
  private static let offices: [String] = {
    var seen: Set<String> = []
    return """
      của và các về việc theo quy định số tại công cho được ngày hành thực hiện văn bản chính phủ quản lý nhà nước tài \
      nguyên môi trường đất đai kế hoạch triển khai báo cáo kết quả xây dựng dự án đầu tư đề nghị thẩm quyền phê duyệt \
      thông tư nghị quyết ủy ban nhân dân tỉnh huyện xã sở bộ cục vụ chi đơn vị cán viên chức tuyển dụng nâng lương khen \
      thưởng kỷ luật hội nghị tập huấn chuyên đề thanh tra kiểm giải khiếu nại tố cáo khoáng sản nước biến đổi khí hậu \
      bảo vệ rừng đa dạng sinh học chất thải rắn nguy hại giám sát quan trắc dữ liệu hệ thống tin điện tử ký sao lưu trữ \
      hồ sơ mời họp lấy ý kiến góp dự thảo luật sửa bổ sung một điều khoản phòng chống bão lũ hạn hán cháy nổ an toàn lao \
      động dịch bệnh y tế giáo dục đào tạo nghề nông thôn mới giảm nghèo bền vững
      """.split(separator: " ").map(String.init).filter { seen.insert($0).inserted }
  }()

  /// Names, places, scanning errors: what a body's texts hold besides, each seldom.
  private static let made: [String] = {
    let known = Set(offices)
    let onsets = ["b", "ch", "đ", "h", "kh", "l", "m", "ng", "nh", "ph", "r", "s", "th", "tr", "v", "x"]
    let rhymes = [
      "a", "à", "á", "ạ", "an", "án", "ạn", "ang", "áng", "ăn", "ặn", "ân", "ấn", "âu", "ấu", "e", "ẻ", "em", "ên",
      "ến", "i", "ì", "iên", "iền", "iệu", "o", "ỏ", "on", "ọn", "ong", "ô", "ồ", "ông", "ống", "ơ", "ờ", "ơn", "u",
      "ù", "ung", "ừ", "ưng", "ươi", "ường", "ương", "ượt", "uôi", "uốn",
    ]
    let ends = ["", "y", "t", "c"]
    let all = ends.flatMap { end in rhymes.flatMap { rhyme in onsets.map { $0 + rhyme + end } } }
    return all.filter { !known.contains($0) }
  }()

  /// Drawing from this evenly draws words as often as they come.
  private static let lots: [UInt16] = {
    let weights = vocabulary.indices.map { 1 / Double($0 + 1) }
    let total = weights.reduce(0, +)
    let share = Double(1 << 16)
    var lots: [UInt16] = []
    var sum = 0.0
    for (rank, weight) in weights.enumerated() {
      sum += weight
      while Double(lots.count) < sum / total * share { lots.append(UInt16(rank)) }
    }
    return lots
  }()

  var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  mutating func syllables(_ count: Int) -> String {
    var text = ""
    text.reserveCapacity(count * 6)
    for index in 0..<count {
      if index > 0 { text += " " }
      text += Self.vocabulary[Int(Self.lots[Int.random(in: 0..<Self.lots.count, using: &random)])]
    }
    return text
  }

  mutating func draw<Choice>(_ choices: [Choice]) -> Choice {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }

  /// One in so many.
  mutating func isOne(in count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }
}
