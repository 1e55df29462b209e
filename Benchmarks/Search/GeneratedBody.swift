import Access
import Database
import Kernel
import SearchIndex

/// Random numbers that are the same in every run.
struct FixedRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Syllables in order of frequency: those of offices first, then made ones, 3,000 in all.
let vocabulary: [String] = {
  let known = """
    của và các về việc theo quy định số tại công cho được ngày hành thực hiện văn bản chính phủ quản lý nhà nước tài \
    nguyên môi trường đất đai kế hoạch triển khai báo cáo kết quả xây dựng dự án đầu tư đề nghị thẩm quyền phê duyệt \
    thông tư nghị quyết ủy ban nhân dân tỉnh huyện xã sở bộ cục vụ chi đơn vị cán viên chức tuyển dụng nâng lương khen \
    thưởng kỷ luật hội nghị tập huấn chuyên đề thanh tra kiểm giải khiếu nại tố cáo khoáng sản nước biến đổi khí hậu \
    bảo vệ rừng đa dạng sinh học chất thải rắn nguy hại giám sát quan trắc dữ liệu hệ thống tin điện tử ký sao lưu trữ \
    hồ sơ mời họp lấy ý kiến góp dự thảo luật sửa bổ sung một điều khoản phòng chống bão lũ hạn hán cháy nổ an toàn lao \
    động dịch bệnh y tế giáo dục đào tạo nghề nông thôn mới giảm nghèo bền vững
    """.split(separator: " ").map(String.init)
  var words: [String] = []
  var seen: Set<String> = []
  for word in known where seen.insert(word).inserted { words.append(word) }
  let onsets = ["b", "ch", "đ", "h", "kh", "l", "m", "ng", "nh", "ph", "r", "s", "th", "tr", "v", "x"]
  let rhymes = [
    "a", "à", "á", "ạ", "an", "án", "ạn", "ang", "áng", "ăn", "ặn", "ân", "ấn", "âu", "ấu", "e", "ẻ", "em", "ên", "ến",
    "i", "ì", "iên", "iền", "iệu", "o", "ỏ", "on", "ọn", "ong", "ô", "ồ", "ông", "ống", "ơ", "ờ", "ơn", "u", "ù", "ung",
    "ừ", "ưng", "ươi", "ường", "ương", "ượt", "uôi", "uốn",
  ]
  for size in 0..<4 {
    for rhyme in rhymes {
      for onset in onsets where seen.insert(onset + rhyme + String(repeating: "y", count: size)).inserted {
        words.append(onset + rhyme + String(repeating: "y", count: size))
      }
    }
  }
  return Array(words.prefix(3_000))
}()

/// A body of records such as a general department has after some years.
struct GeneratedBody {
  static let code = "incomingDocument"
  static let agency = AgencyID(101)
  static let officer = PostID(4_001)
  var random = FixedRandom(state: 2_026)

  /// A rank drawn so that the word of rank n comes about 1/n as often as the first.
  private mutating func word() -> String {
    let draw = Double.random(in: 0..<1, using: &random)
    return vocabulary[min(vocabulary.count - 1, Int(power(Double(vocabulary.count), draw)) - 1)]
  }

  private func power(_ base: Double, _ exponent: Double) -> Double {
    // exp(x) by its series: no need of a library for a draw.
    let x = exponent * 8.006_367_567_650_246
    var term = 1.0
    var sum = 1.0
    for n in 1...40 {
      term *= x / Double(n)
      sum += term
    }
    return min(sum, base)
  }

  mutating func syllables(_ count: Int) -> String {
    (0..<count).map { _ in word() }.joined(separator: " ")
  }

  mutating func grants(_ index: Int) -> [Grant] {
    // Seven of ten come to the head office, the others to one of ten agencies below it.
    let at = index % 10 < 7 ? Self.agency : AgencyID(Int64(200 + index % 97 % 10))
    var grants = [Grant(.agency(at), reason: .registered)]
    for _ in 0..<2 {
      grants.append(Grant(.unit(UnitID(Int64.random(in: 300...340, using: &random))), reason: .work))
      grants.append(Grant(.post(PostID(Int64.random(in: 1_000...1_400, using: &random))), reason: .work))
    }
    if index % 1_000 == 0 { grants.append(Grant(.post(Self.officer), reason: .work)) }
    return grants
  }

  mutating func fill(_ database: any Database, records: Int, textSyllables: Int) throws {
    let start: Int64 = 750_000_000 * 1_024
    for batch in stride(from: 0, to: records, by: 1_000) {
      try database.writeNow { transaction in
        for index in batch..<min(records, batch + 1_000) {
          let record = RecordReference(code: Self.code, number: start + Int64(index) * 95 * 1_024)
          try Access.grant(grants(index), to: record, in: transaction)
          let metadata = SearchMetadata.text(
            number: String(index % 2_500 + 1), symbol: "QĐ-BTNMT", fields: ["Bộ Tài nguyên", syllables(20)])
          let parts = textSyllables == 0 ? [] : [SearchPart(part: 1, text: syllables(textSyllables))]
          try Access.index(record, SearchContent(metadata: metadata, parts: parts), in: transaction)
        }
      }
    }
  }
}

/// An actor of the generated body.
func person(post: PostID, roles: Set<Role>) -> Actor {
  Actor(
    account: AccountID(1), person: PersonID(1), personName: "Nguyễn Văn Đo", post: post, postTitle: "Chuyên viên",
    unit: UnitID(399), unitName: "Phòng Đo", agency: GeneratedBody.agency, agencyName: "Tổng cục", roles: roles,
    address: "192.0.2.1")
}
