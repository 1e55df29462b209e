import Foundation
import Testing
import VietnameseText

@Suite("Tìm không dấu và có dấu") struct FoldingTests {
  @Test(
    "bỏ dấu, kể cả đ",
    arguments: [
      ("Đường", "duong"), ("Ðường", "duong"), ("ƯỠNG ẶC", "uong ac"),
      ("QUYẾT ĐỊNH số 15/QĐ-BNV", "quyet dinh so 15/qd-bnv"),
      ("NGƢỜI", "nguoi"), ("Ủy ban nhân dân", "uy ban nhan dan"), ("café Việt", "cafe viet"),
      ("a\u{AD}n\u{200B}h", "anh"),
    ]) func folds(text: String, folded: String)
  {
    #expect(Folding.folded(text) == folded)
    #expect(Folding.folded(text.decomposedStringWithCanonicalMapping) == folded)
  }

  @Test(
    "hai kiểu đặt dấu là một",
    arguments: [
      ("hoà", "hòa"), ("thuý", "thúy"), ("khoẻ", "khỏe"), ("HOÀ BÌNH", "hòa bình"), ("qúy", "quý"), ("gìa", "già"),
      ("Thuỷ", "thủy"),
      ("toàn", "tòan"), ("uỷ", "ủy"), ("Ðồng", "đồng"), ("NGƢỜI", "người"), ("hoáng", "hóang"), ("giưã", "giữa"),
    ]) func unifies(one: String, other: String)
  {
    #expect(Folding.exact(one) == Folding.exact(other))
    #expect(Folding.exact(one.decomposedStringWithCanonicalMapping) == Folding.exact(other))
  }

  @Test(
    "chữ viết đúng giữ nguyên",
    arguments: [
      "hòa", "thúy", "quý", "già", "khoái", "mía", "của", "mùa", "ngoéo", "nghĩa", "thuở", "quyền", "tuyết", "khuỷu",
      "giếng", "gì",
      "hóa", "loài", "chìa", "người", "đường", "quà", "quỹ", "nguồn", "hoàng", "xoèn", "cứu", "nói", "yếu", "giặc",
      "giúp",
    ]) func keeps(word: String)
  {
    #expect(Folding.exact(word) == word.precomposedStringWithCanonicalMapping)
  }

  @Test("khác dấu là khác") func keepsApart() {
    #expect(Folding.exact("bán") != Folding.exact("bạn"))
    #expect(Folding.exact("dinh") != Folding.exact("đinh"))
    #expect(Folding.hasDiacritics("đi"))
    #expect(!Folding.hasDiacritics("QD-UBND 15"))
  }

  @Test(
    "tách từ",
    arguments: [
      ("123/QĐ-UBND", ["123", "qđ", "ubnd"]), ("78/2025/UBTVQH15", ["78", "2025", "ubtvqh15"]), ("05/TB", ["5", "tb"]),
      ("«Độc lập - Tự do»", ["độc", "lập", "tự", "do"]), ("1977 /QÐ-UBND", ["1977", "qđ", "ubnd"]), ("000", ["0"]),
      ("./.", []),
      ("hoà\nbình", ["hòa", "bình"]),
    ]) func tokenizes(text: String, words: [String])
  {
    #expect(Token.tokens(of: text).map(\.exact) == words)
    #expect(Token.tokens(of: text.decomposedStringWithCanonicalMapping).map(\.exact) == words)
    #expect(Token.tokens(of: text).map(\.folded) == words.map(Folding.folded))
  }

  @Test("từ biết chỗ của nó") func tokensKnowTheirPlace() {
    let text = "V/v kiểm kê"
    #expect(Token.tokens(of: text).map { String(text[$0.range]) } == ["V", "v", "kiểm", "kê"])
    #expect(Folding.indexColumns("Kế hoạch số 05", maxTokens: 3) == ("kế hoạch số", "ke hoach so"))
  }
}

@Suite("Từ của câu tìm") struct QueryWordsTests {
  private func term(_ column: QueryWords.Column, _ tokens: String...) -> QueryWords.Term {
    QueryWords.Term(column: column, tokens: tokens)
  }

  @Test("có dấu tìm đúng dấu, không dấu tìm hết") func columns() {
    #expect(QueryWords("kiem kê").terms == [term(.folded, "kiem"), term(.exact, "kê")])
    #expect(QueryWords("đi").terms == [term(.exact, "đi")])
  }

  @Test("cụm từ và ký hiệu") func phrases() {
    #expect(QueryWords("\"tai san cong\" 2026").terms == [term(.folded, "tai", "san", "cong"), term(.folded, "2026")])
    #expect(QueryWords("«kiểm kê» “tài sản").terms == [term(.exact, "kiểm", "kê"), term(.exact, "tài", "sản")])
    #expect(QueryWords("05/QÐ-UBND").terms == [term(.exact, "5", "qđ", "ubnd")])
    #expect(QueryWords("05/QD-UBND").terms == [term(.folded, "5", "qd", "ubnd")])
    #expect(QueryWords(" - \"\" ").isEmpty)
  }

  @Test("số đi liền với con số của nó") func numbers() {
    #expect(QueryWords("số 123").terms == [term(.exact, "số", "123")])
    #expect(QueryWords("so 0123 btnmt").terms == [term(.folded, "so", "123"), term(.folded, "btnmt")])
    #expect(QueryWords("kế hoạch số đến 12").terms.last == term(.exact, "số", "đến", "12"))
    #expect(QueryWords("số 77/BTC").terms == [term(.exact, "số"), term(.folded, "77", "btc")])
    #expect(QueryWords("số đến").terms == [term(.exact, "số"), term(.exact, "đến")])
    #expect(QueryWords("số -12").terms == [term(.exact, "số")])
    #expect(QueryWords("-số 12").terms == [term(.folded, "12")])
    #expect(QueryWords("\"số\" 12").terms == [term(.exact, "số"), term(.folded, "12")])
    #expect(QueryWords("số  \"12\"").terms == [term(.exact, "số"), term(.folded, "12")])
  }

  @Test("dấu trừ bỏ từ, trừ khi nó ở trong từ") func excludes() {
    #expect(QueryWords("kế -mời").excluded == [term(.exact, "mời")])
    #expect(QueryWords("kế -mời").terms == [term(.exact, "kế")])
    #expect(
      QueryWords("-\"tai san\" -«kiểm kê»").excluded == [term(.folded, "tai", "san"), term(.exact, "kiểm", "kê")])
    #expect(QueryWords("–moi −hop").excluded == [term(.folded, "moi"), term(.folded, "hop")])
    #expect(QueryWords("STP-VB 15-2026").excluded.isEmpty)
    #expect(QueryWords("STP - VB").terms == [term(.folded, "stp"), term(.folded, "vb")])
    #expect(QueryWords("STP - VB").excluded.isEmpty)
    #expect(QueryWords("- -- -!").isEmpty)
    #expect(QueryWords("\"a -b\"").terms == [term(.folded, "a", "b")])
  }
}

@Suite("Thứ tự chữ cái tiếng Việt") struct VietnameseOrderTests {
  @Test("chữ trước, dấu thanh sau") func sorts() {
    let sorted = [
      "An", "Ấn", "Bà Rịa", "Bắc Giang", "Bình Định", "Dân", "Đà Nẵng", "Điện Biên", "Em", "Ê", "Hà Nội", "ma", "mà",
      "mả", "mã", "má",
      "mạ", "mai", "O", "Ô", "Ơ", "Phòng 2", "Phòng 10", "Phòng A", "U", "Ư", "Ý",
    ]
    #expect(sorted.shuffled().sorted { VietnameseOrder.sortKey($0) < VietnameseOrder.sortKey($1) } == sorted)
  }

  @Test("không kể hoa thường, cách đặt dấu, dấu cách thừa") func ignores() {
    #expect(VietnameseOrder.sortKey("HOÀ  BÌNH ") == VietnameseOrder.sortKey("Hòa Bình"))
  }
}

@Suite("Âm tiết") struct SyllableTests {
  @Test(arguments: [
    "nghiêng", "quyết", "ĐỘC", "lập", "huỷ", "giêng", "gìn", "khuya", "Nguyễn", "thuở", "quặng", "yên", "ươm",
  ])
  func plausible(word: String) { #expect(Syllable.isPlausible(word)) }

  @Test(arguments: ["ngr", "csu", "ceNG", "xqa", "trr", "lập̃", "mạt̀", "bcđ", "tủc", "wiki"])
  func implausible(word: String) { #expect(!Syllable.isPlausible(word)) }
}
